"""Desks as strangers could send them in a pull request: names, links, repositories, settings, texts, files, sizes."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

#: What no output and no file of a desk may ever hold: it stands in files outside the desk and in `.git`.
SECRET = "CANARY-5f1d"
#: What hostile programs make when they are run.
RAN = "ran"

ARTICLE = "The port of Brest was closed on Monday. The prefecture says 5,000 people marched. It was a disgrace.\n"
SENTENCES = ARTICLE.strip().replace(". ", ".\n").split("\n")

#: What systems, shells, terminals, YAML and forges might make something of.
PIECES = (
    "::error::x",
    "::set-output name=CANARY::x",
    " ::add-mask::x",
    "\u00a0::add-path::x",
    "\n::stop-commands::x",
    "##[set-output name=CANARY]x",
    "##[add-mask]",
    "###[debug]x",
    "##vso[task.setvariable variable=CANARY]x",
    "##[section]x",
    "##teamcity[buildStatus text='CANARY']",
    "\r::debug::x",
    "section_start:1:a\r\x1b[0K",
    "\x1b]1337;x\x07",
    "\x1b[31m",
    "$(touch ran)",
    "`touch ran`",
    "'; touch ran; '",
    '" && touch ran "',
    "-n",
    "--output=x",
    "-",
    "..",
    "a b",
    "*",
    "?",
    "%0A",
    "%s",
    "|",
    "<b>",
    "@alice",
    "](x)",
    "é",
    "😀",
    "\u202e",
    "\u2028",
    "\ufeff",
    "\udcff",
    "\n",
    "\t",
    "{{x}}",
    "${{ x }}",
    "ok",
    "strike",
    "x" * 100,
    "<<<<<<< HEAD",
    ">>>>>>> topic",
    "=======",
    "&a",
    "*a",
    "!!python/object:x",
    "- ",
    ": ",
    "#",
    '"',
    "'",
    "\\",
    "\x00",
    "\\n::error::x",
    "\\u0023",
    "claim",
    "alice=claim bob=opinion",
    "HEAD",
    "config",
    ".git",
)

_ENDS = (
    *(".txt", ".TXT", ".md", ".alice.labels.yaml", ".labels.yml", ".label.yaml", ".labels.yaml"),
    *(".html", ".csv", ".json", ".source.yaml"),
)
_LABELS = ("claim", "opinion", "unverified", "sourced", "", "clam", "null", "1")


@dataclass(frozen=True)
class World:
    """Where one pull request is tried."""

    #: Holds the desk, what is outside of it, and where hostile programs leave their mark.
    folder: Path
    chance: random.Random

    @property
    def desk(self) -> Path:
        """Return the top of the desk."""
        return self.folder / "desk"

    @property
    def outside(self) -> Path:
        """Return a folder that no pull request may read or write."""
        return self.folder / "outside"

    def text(self, most: int = 4) -> str:
        """Return a few pieces in a row."""
        return "".join(self.chance.choice(PIECES) for _ in range(self.chance.randint(1, most)))

    def name(self) -> str:
        """Return a file name without its end."""
        name = re.sub(r"[/\x00]", "", self.text(3))[:60]
        return name if name.strip(".") else "x"

    def script(self) -> str:
        """Return a command that leaves a mark."""
        return f"touch {self.folder}/{RAN}-{self.chance.randrange(10**6)}"


def in_memory() -> str | None:
    """Return a folder in memory, where a desk is made and removed without a disk; None where there is none."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def prepare(folder: Path) -> Path:
    """Make the world that every pull request gets a copy of: a desk in a repository, and what is outside."""
    desk = folder / "desk"
    (desk / "annotations").mkdir(parents=True)
    (folder / "outside" / "folder").mkdir(parents=True)
    for path in ("outside/secret.txt", "outside/folder/a.txt", "outside/secret.yaml", "outside/a.alice.labels.yaml"):
        (folder / path).write_text(f"{SECRET}: {SECRET}\n")
    git(desk, "init", "-q", "-b", "main", "--template=")
    (desk / ".git" / "hooks").mkdir()
    git(desk, "config", "user.name", "Alice")
    git(desk, "config", "canary.secret", SECRET)
    (desk / "annotations" / "strike.txt").write_text(ARTICLE)
    for annotator in ("alice", "bob"):
        (desk / "annotations" / f"strike.{annotator}.labels.yaml").write_text(sidecar("strike.txt", annotator))
    git(desk, "add", "-A")
    git(desk, "commit", "-qm", "start")
    (desk / ".git" / "leak.txt").write_text(f"{SECRET}.\n")
    return folder


def git(folder: Path, *arguments: str) -> None:
    """Run git."""
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)


def sidecar(article: str, annotator: str | None, labels: tuple[str, ...] = ("claim", "claim", "opinion")) -> str:
    """Return a sidecar on the usual article."""
    head = f"factcheck: 1\narticle: {article}\n" + (f"annotator: {annotator}\n" if annotator else "")
    records = (f'\n- id: s{n:010x}\n  text: "{t}"\n  label: {labels[n]}\n' for n, t in enumerate(SENTENCES))
    return f"{head}language: en\nsentences:\n" + "".join(records)


# What a pull request may bring.


def hostile_names(world: World) -> None:
    """Articles and sidecars whose names are commands, options, markup or bytes."""
    for _ in range(world.chance.randint(1, 3)):
        name = world.name()
        write(
            world.desk / "annotations" / f"{name}{world.chance.choice(_ENDS)}",
            world.chance.choice((ARTICLE, sidecar("strike.txt", "alice"), "")),
        )


def hostile_texts(world: World) -> None:
    """Articles, labels, sources and decisions that hold commands."""
    folder = world.desk / "annotations"
    write(folder / "text.txt", f"{world.text(8)} said. {ARTICLE}{world.text(6)}\n")
    quoted = re.sub(r'[\x00-\x1f"\\\udcff]', "", world.text(6))
    body = sidecar("strike.txt", "carol", tuple(world.chance.choice(_LABELS) for _ in range(3)))
    body += world.chance.choice(
        (f'  source: "{quoted}"\n', f"  note: {world.text()}\n", f'  skip: "{quoted}"\n', world.text(), "")
    )
    write(folder / "strike.carol.labels.yaml", body)
    over = f'  over: "{quoted * world.chance.choice((1, 200))}"\n'
    write(folder / "strike.labels.yaml", sidecar("strike.txt", None) + world.chance.choice((over, "")))


def hostile_links(world: World) -> None:
    """Links to what is outside of the desk and to git's own files, as files and folders, with sidecars to match."""
    targets = (
        "../.git/config",
        "../../outside/secret.txt",
        str(world.outside / "secret.txt"),
        "../.git/leak.txt",
        "../../outside",
        "../../outside/folder",
        "../.git",
        "../.GIT/config",
        "/etc/passwd",
        "/dev/zero",
        "loop.txt",
        "../factcheck.yaml",
        "../../outside/secret.yaml",
        "../../outside/a.alice.labels.yaml",
        "../../outside/new.txt",
    )
    for _ in range(world.chance.randint(1, 3)):
        where = world.chance.choice(
            (
                "annotations/leak.txt",
                "annotations/loop.txt",
                "annotations/leak.alice.labels.yaml",
                "annotations/folder",
                "factcheck.yaml",
                ".gitattributes",
                ".github",
                "report.json",
                "annotations/strike.dave.labels.yaml",
                "out",
                "schemas",
                "baseline.json",
            )
        )
        target = world.chance.choice(targets)
        if "/" not in where:
            target = target.removeprefix("../")
        link(world.desk / where, target)
    text = f"{SECRET}: {SECRET}"
    write(
        world.desk / "annotations" / "leak.bob.labels.yaml", sidecar("leak.txt", "bob").replace(SENTENCES[0], text[:5])
    )


def hostile_repositories(world: World) -> None:
    """Folders that git might take for repositories, with programs in their settings."""
    for folder in world.chance.sample(("annotations", "annotations/sub", "news"), 2):
        repository = world.desk / folder
        for name in ("objects", "refs", "hooks"):
            (repository / name).mkdir(parents=True, exist_ok=True)
        write(repository / "HEAD", "ref: refs/heads/main\n")
        tree = world.chance.choice(("", f"\tworktree = {world.desk}\n", "\tworktree = ..\n"))
        write(
            repository / "config", f"[core]\n\tbare = {world.chance.choice(('true', 'false'))}\n{tree}{programs(world)}"
        )
        write(repository / "hooks" / "post-index-change", f"#!/bin/sh\n{world.script()}\n")
        (repository / "hooks" / "post-index-change").chmod(0o755)
        write(repository / "a.txt", ARTICLE)
    write(
        world.desk / ".gitmodules",
        f'[submodule "a"]\n\tpath = annotations/sub\n\turl = ext::sh -c "{world.script()}"\n',
    )


def programs(world: World) -> str:
    """Return git settings each of which names a program."""
    run = world.script()
    return (
        f"\tfsmonitor = {run}; false\n\tpager = {run}\n\teditor = {run}\n\taskPass = {run}\n\tsshCommand = {run}\n"
        f'[diff]\n\texternal = {run}\n[diff "hostile"]\n\ttextconv = {run}; cat\n\tcommand = {run}\n'
        f'[filter "hostile"]\n\tclean = {run}; cat\n\tsmudge = {run}; cat\n\tprocess = {run}\n\trequired = true\n'
        f'[filter "a=b"]\n\tclean = {run}; cat\n[credential]\n\thelper = "!{run}"\n[log]\n\tshowSignature = true\n'
        f"[gpg]\n\tprogram = {run}\n[pager]\n\tdiff = {run}\n\tlog = {run}\n"
    )


def hostile_attributes(world: World) -> None:
    """Attributes that name a repository's drivers, which the desk's own repository has."""
    names = (
        "filter=hostile diff=hostile",
        "filter=a=b",
        "filter=hostile",
        "diff=hostile text eol=crlf",
        "working-tree-encoding=utf-16",
    )
    write(world.desk / ".gitattributes", f"* {world.chance.choice(names)}\n")
    config = world.desk / ".git" / "config"
    hooks = world.desk / ".git" / "hooks"
    config.write_text(f"{config.read_text()}[core]\n\thooksPath = {hooks}\n{programs(world)}")
    write(hooks / "post-index-change", f"#!/bin/sh\n{world.script()}\n")
    (hooks / "post-index-change").chmod(0o755)
    write(world.desk / "annotations" / "strike.txt", ARTICLE.replace("Monday", "Tuesday"))


def hostile_settings(world: World) -> None:
    """Settings that hide, mislead, or cost."""
    quoted = re.sub(r'[\x00-\x1f"\\\udcff]', "", world.text())
    lines = (
        f'ignore: ["{quoted}"]',
        "ignore: ['*']",
        f'articles: ["{quoted}"]',
        "encoding: punycode",
        "encoding: idna",
        "encoding: rot13",
        f'encoding: "{quoted}"',
        f'keys: {{"{quoted}": "x"}}',
        'keys: {claim: "o"}',
        f'severity: {{"{quoted}": error}}',
        "severity: {FC507: ignore, FC501: ignore}",
        "annotators: 1000000000000",
        f'language: "{quoted}"',
        "adjudication: true",
        f'"{quoted}": 1',
        f"words: {{fr: {{light: ['{quoted}']}}}}",
        "limits: {skipped: 0}",
        world.text(),
        f'interface: "{quoted}"',
        f'archives: ["{quoted}"]',
        "archives: [../outside/secret.txt, .git/config, /etc/passwd, annotations/leak.txt]",
        "overlap: 1e400",
        "wrapped: maybe",
    )
    where = world.chance.choice(("", "annotations/"))
    write(
        world.desk / where / "factcheck.yaml", "\n".join(world.chance.sample(lines, world.chance.randint(1, 2))) + "\n"
    )


def hostile_sizes(world: World) -> None:
    """Much of one thing, in up to 200 kB."""
    folder, big = world.desk / "annotations", world.chance.choice((100, 1_000, 3_000))
    kind = world.chance.randrange(6)
    if kind == 0:
        records = ", ".join(f'{{id: s{n:010x}, text: "x {n}.", label: clam}}' for n in range(big))
        write(folder / "a.alice.labels.yaml", f"{{factcheck: 1, article: a.txt, language: en, sentences: [{records}]}}")
    elif kind == 1:
        write(folder / "a.txt", "ab" * 20 * big)
    elif kind == 2:
        write(folder / "a.txt", f"{'x' * big}. " * 20 + ARTICLE)
        write(folder / "a.alice.labels.yaml", sidecar("a.txt", "alice"))
    elif kind == 3:
        write(folder / "strike.labels.yaml", sidecar("strike.txt", None) + f'  over: "{"a=claim " * big}"\n')
    elif kind == 4:
        write(folder / "a.txt", "".join(f"S {n}. " for n in range(big)))
        for who, label in (("alice", "claim"), ("bob", "opinion")):
            records = "".join(f'\n- id: s{n:010x}\n  text: "S {n}."\n  label: {label}\n' for n in range(big))
            write(
                folder / f"a.{who}.labels.yaml",
                f"factcheck: 1\narticle: a.txt\nannotator: {who}\nlanguage: en\nsentences:\n{records}",
            )
    else:
        write(
            folder / "a.alice.labels.yaml",
            world.chance.choice(("[", "{", "- ", '"', "a: ", "? ", "#\n", "\n", "x\t")) * big,
        )


def hostile_history(world: World) -> None:
    """A commit whose author, message and branch are commands, of an article and labels that are changed."""
    said = re.sub(r"[\x00\r\n<>\udcff]", "", world.text(6)) or "x"
    article = world.desk / "annotations" / "strike.txt"
    write(article, ARTICLE.replace("Monday", world.chance.choice(("Tuesday", said))))
    write(
        world.desk / "annotations" / "strike.bob.labels.yaml",
        sidecar("strike.txt", "bob", tuple(world.chance.choice(_LABELS) for _ in range(3))),
    )
    identity = ("-c", f"user.name={said}", "-c", f"user.email={said}", "-c", "commit.gpgSign=false")
    off = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null")
    words = [
        "git",
        *off,
        *identity,
        "commit",
        "-qam",
        said,
        f"--author={said} <{said}>",
        "--no-verify",
        "--allow-empty",
    ]
    subprocess.run(words, cwd=world.desk, check=False, capture_output=True, env=_own_identity())


def _own_identity() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith(("GIT_AUTHOR", "GIT_COMMITTER"))}


def hostile_files(world: World) -> None:
    """An archive, a codebook, and files to import, in the desk and named in its settings."""
    said = world.text(8)
    checks = [
        {"claimReviewed": said, "reviewRating": {"alternateName": said}, "url": said, "author": {"name": said}},
        {"text": "The port of Brest was closed on Monday.", "verdict": said, "publisher": said},
        world.chance.choice(([[]], "[" * 50, 1e300, {"text": {"text": said}}, None)),
    ]
    write(world.desk / "annotations" / "checks.json", json.dumps(checks * world.chance.choice((1, 300))))
    rows = world.chance.choice(("text,verdict\n", "article,annotator,sentence,label\n", "id;text;label\n", ""))
    write(world.desk / "annotations" / "labels.csv", rows + f'strike.txt,"{said}",=cmd|x,{said}\n' * 3)
    row = {"article": world.chance.choice(("strike.txt", "../../outside/a.txt", "/etc/passwd", said)), "text": said}
    row |= {
        "annotator": world.chance.choice(("alice", "../x", said)),
        "label": world.chance.choice(_LABELS),
        "id": said,
    }
    write(world.desk / "annotations" / "labels.jsonl", json.dumps(row) + "\n" + said)
    quoted = json.dumps(re.sub(r"[\x00-\x1f\udcff]", "", said))
    write(world.desk / "codebook.yaml", f"version: {quoted}\nlabels:\n  claim: {quoted}\n{world.chance.choice(PIECES)}")
    write(
        world.desk / "factcheck.yaml",
        f"archives: [annotations/checks.json, annotations/labels.csv]\ncalibration: [{quoted}]\n",
    )


HOSTILE: tuple[Callable[[World], None], ...] = (
    hostile_names,
    hostile_names,
    hostile_texts,
    hostile_texts,
    hostile_links,
    hostile_links,
    hostile_repositories,
    hostile_attributes,
    hostile_settings,
    hostile_sizes,
    hostile_history,
    hostile_files,
)


def write(path: Path, text: str) -> None:
    """Write a file of the desk, where the file system and earlier mischief allow it."""
    if path.is_symlink() or path.parent.is_symlink() or path.is_dir():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8", "surrogateescape"))


def link(path: Path, target: str) -> None:
    """Make a link of the desk in place of whatever is there."""
    if path.is_dir() and not path.is_symlink():
        return
    path.unlink(missing_ok=True)
    path.symlink_to(target)


def add(world: World) -> None:
    """Stage everything, as its author did elsewhere: nothing that runs for it here is a canary's."""
    off = ("core.fsmonitor=false", "core.hooksPath=/dev/null", "filter.hostile.process=", "filter.hostile.clean=cat")
    options = [word for setting in off for word in ("-c", setting)]
    # What git itself refuses to add stays unstaged.
    subprocess.run(["git", *options, "add", "-A", "--ignore-errors"], cwd=world.desk, check=False, capture_output=True)


def make(world: World) -> list[Callable[[World], None]]:
    """Make one to four kinds of mischief, staged at times; return which."""
    mischief = world.chance.sample(HOSTILE, world.chance.randint(1, 4))
    for kind in mischief:
        kind(world)
    if world.chance.random() < 0.3:
        add(world)
    for mark in world.folder.glob(f"{RAN}*"):
        mark.unlink()  # by the git that made it
    return mischief
