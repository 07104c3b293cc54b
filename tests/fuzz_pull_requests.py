"""Hostile pull requests through every command, with canaries for what must never happen.

Each makes a desk of names, links, repositories, settings, texts and sizes that a stranger could send, runs `check` in
two of its ways and two other commands over it, and then looks: did a program run, was a file outside read or written,
would a CI system take a line of the output for a command, was it a bug (exit code 3), did it take over two seconds?

Run as `python tests/fuzz_pull_requests.py [NUMBER [SEED]]`, or `make hostile`; some run in the test suite.
"""

from __future__ import annotations

import gc
import hashlib
import io
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from unittest import mock

from factcheck.cli import main as factcheck
from factcheck.cli.commands import COMMANDS
from factcheck.formats import FINDINGS

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

_ENDS = (".txt", ".TXT", ".md", ".alice.labels.yaml", ".labels.yml", ".label.yaml", ".labels.yaml")
_LABELS = ("claim", "opinion", "unverified", "sourced", "", "clam", "null", "1")


@dataclass
class World:
    """Where one pull request is tried."""

    #: Holds the desk, what is outside of it, and where hostile programs leave their mark.
    folder: Path
    chance: random.Random
    #: What was run, to tell of it where something went wrong.
    runs: list[list[str]] = field(default_factory=list)

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


def prepare(folder: Path) -> Path:
    """Make the world that every pull request gets a copy of: a desk in a repository, and what is outside."""
    desk = folder / "desk"
    (desk / "annotations").mkdir(parents=True)
    (folder / "outside" / "folder").mkdir(parents=True)
    for path in ("outside/secret.txt", "outside/folder/a.txt", "outside/secret.yaml", "outside/a.alice.labels.yaml"):
        (folder / path).write_text(f"{SECRET}: {SECRET}\n")
    git(desk, "init", "-q", "-b", "main")
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
        end = world.chance.choice(
            (".txt", ".TXT", ".md", ".alice.labels.yaml", ".labels.yml", ".label.yaml", ".labels.yaml")
        )
        write(
            world.desk / "annotations" / f"{name}{end}",
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


# What is run.

#: What each command is given besides a path; those that are not here get the path alone.
ARGUMENTS: dict[str, list[list[str]]] = {
    "annotate": [
        ["--annotator", "alice", "--language", "fr", "--keys", "cq"],
        ["--language", "fr", "--keys", "cs<enter>"],
    ],
    "adjudicate": [["--keys", "1"]],
    "carry": [["--format", "json"], ["--dry-run", "--format", "markdown"], ["--from", "main"], []],
    "check": [["--format", form] for form in FINDINGS if form != "statistics"]
    + [
        ["--statistics"],
        ["--baseline", "baseline.json"],
        ["-o", "report.json"],
        ["-o", "out/report.json"],
        ["--write-baseline", "baseline.json"],
        ["--encoding", "cp1252"],
        ["--strict"],
    ],
    "diff": [["--format", form] for form in ("text", "json", "markdown")],
    "log": [["--sentence", "1"]],
    "resolve": [["--keys", "1"]],
    "sentences": [["--language", "fr"], ["--language", "fr", "--format", "jsonl"]],
}
#: What takes no path, or another one.
ALONE: dict[str, list[list[str]]] = {
    "codebook": [[]],
    "explain": [["FC101"]],
    "git": [["status"], ["install"], ["uninstall"], ["textconv", "annotations/strike.alice.labels.yaml"]],
    "init": [["."], ["annotations"], ["--ci", "github", "--from", "https://example.org/a@v1"]],
    "merge-driver": [["annotations/strike.alice.labels.yaml"] * 3 + ["7", "::error::x"]],
    "schema": [["labels"]],
}
#: Commands that change the repository because somebody asks for it, by the repository's own settings.
CHANGING = ("git", "mv", "resolve")
_CHANGED: tuple[list[str], ...] = ([], [], ["--changed-since", "main"], ["--changed-since", "main"], ["--staged"])


def runs(world: World) -> Iterator[list[str]]:
    """Yield the command lines to try: `check` in two ways, and two other commands."""
    paths = sorted(os.fsdecode(path.relative_to(world.desk)) for path in (world.desk / "annotations").iterdir())
    for _ in range(2):
        named = world.chance.choice(([], [], ["annotations/"], [world.chance.choice(paths)]))
        scope = world.chance.choice(_CHANGED)
        yield ["check", *scope, *world.chance.choice(ARGUMENTS["check"]), "--", *named]
    for name in world.chance.sample(sorted(set(COMMANDS) - {"check"}), 2):
        if name in ALONE:
            yield [name, *world.chance.choice(ALONE[name])]
        else:
            path = world.chance.choice(paths)
            to = ["annotations/moved.txt"] if name == "mv" else []
            yield [name, *world.chance.choice(ARGUMENTS.get(name, [[]])), "--", path, *to]


@dataclass(frozen=True)
class Ran:
    """What one command did."""

    code: int
    out: str
    err: str


def run(words: list[str]) -> Ran:
    """Run a command in this process, in the current folder."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="surrogateescape") for _ in range(2))
    code = 0
    with mock.patch.object(sys, "argv", ["factcheck", *words]), redirect_stdout(out), redirect_stderr(err):
        try:
            factcheck()
        except SystemExit as ended:
            code = int(ended.code or 0)
    gc.enable()  # `check` ends with its process otherwise
    return Ran(code, *(_said(stream) for stream in (out, err)))


def _said(stream: io.TextIOWrapper) -> str:
    stream.flush()
    raw = stream.buffer
    assert isinstance(raw, io.BytesIO)
    return raw.getvalue().decode("utf-8", "surrogateescape")


# What must not have happened.

#: Commands that our own reports in GitHub's format are.
_OURS = re.compile(
    r"::(?:error|warning|notice) title=(?:FC\d{3} [a-z-]+,|factcheck::)"
    r"|::stop-commands::[0-9a-f]{32}\Z|::[0-9a-f]{32}::\Z"
)


def commands(text: str) -> Iterator[str]:
    """Yield the lines that some CI system takes for a command of somebody else's.

    As GitHub's runner reads them (`ActionCommand.TryParseV2`, then `TryParse`), the agent of Azure and TeamCity.
    """
    for line in re.split(r"[\r\n]", text):
        stripped = line.lstrip()
        if stripped.startswith("::"):
            if not _OURS.match(line):
                yield line
        elif re.search(r"##\w*\[", line) or (re.search(r"section_(?:start|end):\d+:", line) and "\x1b" in line):
            yield line
        if re.search(r"##(?:vso|teamcity)\[", line):
            yield line


def fingerprint(folder: Path) -> str:
    """Return what is in a folder, names, links and bytes, as one digest."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        digest.update(os.fsencode(path.relative_to(folder)))
        digest.update(
            os.fsencode(path.readlink()) if path.is_symlink() else path.read_bytes() if path.is_file() else b"/"
        )
    return digest.hexdigest()


def faults(world: World, ran: Ran, seconds: float, before: str) -> Iterator[str]:
    """Yield what went wrong in one run."""
    if ran.code == 3 or "Traceback" in ran.err:
        yield f"a bug: {ran.err[-1500:]}"
    if SECRET in ran.out + ran.err:
        yield f"read outside: {ran.out[:500]}{ran.err[:500]}"
    if marks := list(world.folder.glob(f"{RAN}*")) + list(world.desk.glob(f"**/{RAN}")):
        yield f"a program ran: {marks}"
    if fingerprint(world.outside) != before:
        yield "written outside"
    for stream in (ran.out, ran.err):
        yield from (f"a command in the log: {line[:200]!r}" for line in commands(stream))
    if seconds > 2:
        yield f"{seconds:.1f} s"
    for name in ("report.json", "baseline.json"):
        report = world.desk / name
        if report.is_file() and not report.is_symlink() and SECRET in report.read_text(errors="replace"):
            yield f"read outside, written to {name}"


def add(world: World) -> None:
    """Stage everything, as its author did elsewhere: nothing that runs for it here is a canary's."""
    off = ("core.fsmonitor=false", "core.hooksPath=/dev/null", "filter.hostile.process=", "filter.hostile.clean=cat")
    options = [word for setting in off for word in ("-c", setting)]
    # What git itself refuses to add stays unstaged.
    subprocess.run(["git", *options, "add", "-A", "--ignore-errors"], cwd=world.desk, check=False, capture_output=True)
    for mark in world.folder.glob(f"{RAN}*"):
        mark.unlink()


def try_one(prepared: Path, folder: Path, seed: int) -> list[str]:
    """Try one pull request; return what went wrong."""
    world = World(folder / f"world-{seed}", random.Random(seed))
    shutil.copytree(prepared, world.folder, symlinks=True)
    mischief = world.chance.sample(HOSTILE, world.chance.randint(1, 3))
    for make in mischief:
        make(world)
    before = fingerprint(world.outside)
    os.chdir(world.desk)
    if world.chance.random() < 0.3:
        add(world)
    found = []
    for words in runs(world):
        if hostile_attributes in mischief and words[0] in CHANGING:
            continue
        started = time.process_time()
        ran = run(words)
        wrong = faults(world, ran, time.process_time() - started, before)
        found += [f"seed {seed}, {words}: {fault}" for fault in wrong]
    os.chdir(folder)
    shutil.rmtree(world.folder)
    return found


def try_some(first: int, number: int) -> list[str]:
    """Try pull requests with the seeds from `first` on, in an environment of their own; return what went wrong."""
    with tempfile.TemporaryDirectory(prefix="hostile-") as folder:
        home = Path(folder, "home")
        home.mkdir()
        os.environ |= {
            "HOME": str(home),
            "XDG_STATE_HOME": str(home / "state"),
            "XDG_CONFIG_HOME": str(home / "config"),
        }
        os.environ |= {"GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C.UTF-8"}
        os.environ |= {f"GIT_{who}_{what}": "a@b" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        prepared = prepare(Path(folder, "prepared"))
        before = Path.cwd()
        try:
            return [fault for seed in range(first, first + number) for fault in try_one(prepared, Path(folder), seed)]
        finally:
            os.chdir(before)


def main() -> None:
    """Try as many pull requests as asked; print what went wrong, and fail if anything did."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    first = int(sys.argv[2]) if len(sys.argv) > 2 else int(time.time())
    starts = range(first, first + number, 100)
    found: list[str] = []
    with ProcessPoolExecutor(2, max_tasks_per_child=1) as pool:
        for faulty in pool.map(try_some, starts, [min(100, first + number - start) for start in starts]):
            found += faulty
            for fault in faulty:
                print(fault, flush=True)  # noqa: T201 - a script
    print(f"{number:,} hostile pull requests from seed {first}: {len(found)} faults")  # noqa: T201
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
