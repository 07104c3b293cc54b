"""What docs/security.md promises: nothing that a stranger sends runs, reads, writes or orders anything elsewhere."""

from __future__ import annotations

import io
import json
import os
import random
import re
import socket
import subprocess
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout, suppress
from pathlib import Path
from unittest import mock

import fuzz_pull_requests
import pytest
from canaries import commands
from commands import Told, run
from desks import Desk, copies, new_desk
from fuzz_pull_requests import try_some
from hostile_desks import RAN, SECRET, World, prepare
from hypothesis import given
from hypothesis import strategies as st
from sized_desks import KINDS
from timing import cpu_seconds, heap_set_aside

from factcheck.errors import FactcheckError
from factcheck.formats.log_commands import inert, inert_json, inert_xml
from factcheck.formats.starters import parse_source
from factcheck.io.git import contents
from factcheck.model import Label
from factcheck.text.shell import file, shell_command

ARTICLE = "annotations/port-strike.txt"


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Make the desk that every test copies, with a branch to compare with."""
    desk = new_desk(tmp_path_factory.mktemp("prepared") / "desk")
    desk.git("branch", "topic")
    return desk


@pytest.fixture
def desk(prepared: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Return a copy of the desk; commands run at its top."""
    copy = copies(prepared, tmp_path)()
    monkeypatch.chdir(copy.top)
    return copy


#: What a hostile program could do, with the fault that is to be found when a command does it.
DEEDS: tuple[tuple[str, str, Callable[[World], object]], ...] = (
    ("a program started", "check", lambda world: subprocess.run(["touch", f"{world.folder}/{RAN}-1"], check=True)),
    ("os.system", "check", lambda _: os.system("true")),
    ("socket", "check", lambda _: socket.create_connection(("127.0.0.1", 1))),
    ("opened outside", "check", lambda world: (world.outside / "secret.txt").read_text()),
    ("opened outside", "check", lambda world: (world.desk / "linked").read_text()),
    ("opened outside", "mv", lambda _: Path("/etc/passwd").read_bytes()),
    ("written to the repository", "show", lambda world: (world.desk / ".git" / "config").write_text("x")),
    ("written outside", "show", lambda world: (world.desk / ".git" / "hooks" / "pre-commit").write_text("x")),
    ("written outside", "mv", lambda world: (world.outside / "new").touch()),
    ("read outside", "check", lambda _: sys.stdout.write(SECRET)),
    ("read outside, written", "check", lambda world: (world.desk / "report.json").write_text(SECRET)),
    ("a command in the log", "check", lambda _: sys.stdout.write("x\n ::add-mask::y")),
    ("a command in the log", "check", lambda _: sys.stderr.write("##vso[task.complete]")),
    ("a program ran", "check", lambda world: (world.desk / "annotations" / RAN).touch()),
)


@pytest.mark.parametrize(("fault", "command", "deed"), DEEDS)
def test_each_canary_sings(fault: str, command: str, deed: Callable[[World], object], tmp_path: Path) -> None:
    """What a command must not do is noticed when it does it; nothing is when it does nothing."""

    def run_deed(*_: str) -> Told:
        with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()) as err, suppress(OSError):
            deed(world)
        return Told(0, out.getvalue(), err.getvalue())

    world = World(prepare(tmp_path), random.Random(1))
    (world.desk / "linked").symlink_to("../outside/secret.txt")
    with mock.patch.object(fuzz_pull_requests, "run", return_value=Told(0, "", "")):
        assert list(fuzz_pull_requests.faults(world, [command])) == []
    with mock.patch.object(fuzz_pull_requests, "run", run_deed):
        assert [one for one in fuzz_pull_requests.faults(world, [command]) if one.startswith(fault)]


def test_some_hostile_pull_requests_do_no_harm() -> None:
    """A few of them; `make hostile` tries 20,000."""
    environment = dict(os.environ)
    try:
        with heap_set_aside():
            assert try_some(7_000, 25) == []
    finally:
        os.environ.clear()
        os.environ.update(environment)


@pytest.mark.parametrize("kind", random.Random(os.environ.get("PYTEST_XDIST_TESTRUNUID")).sample(sorted(KINDS), 6))
def test_no_kind_of_desk_costs_more_than_it_is_large(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Eight times as much of one thing takes less than 24 times as long; `make sizes` tries all kinds at a megabyte."""

    def seconds(size: int) -> float:
        monkeypatch.chdir(tmp_path / str(size))
        return cpu_seconds(lambda: run("check", "--jobs", "1"))

    for size in (4_000, 32_000):
        (tmp_path / str(size)).mkdir()
        KINDS[kind](tmp_path / str(size), size)
    assert any(seconds(32_000) < 24 * seconds(4_000) for _ in range(3))


def test_what_changed_lists_each_folder_once_or_twice(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many articles changed in it."""
    (desk.top / "texts").mkdir()
    for number in range(50):
        (desk.top / "texts" / f"{number}.txt").write_text("Il pleut.\n")
    listed: list[str] = []
    listdir = os.listdir

    def counting(path: str) -> list[str]:
        listed.append(path)
        return listdir(path)

    monkeypatch.setattr(os, "listdir", counting)
    assert run("check", "--changed-since", "topic").code == 0
    assert listed.count("texts") == 2


# What git must not run.

#: Settings that name a program.
PROGRAMS = (
    "core.fsmonitor",
    "core.hooksPath",
    "core.pager",
    "core.editor",
    "core.askPass",
    "core.sshCommand",
    "credential.helper",
    "diff.external",
    "diff.canary.command",
    "diff.canary.textconv",
    "filter.canary.clean",
    "filter.canary.process",
    "filter.a=b.clean",
    "gpg.program",
    "pager.diff",
    "pager.log",
)
QUESTIONS = (
    ["check"],
    ["check", "--staged"],
    ["check", "--changed-since", "topic"],
    ["diff"],
    ["diff", "topic..."],
    ["log", ARTICLE, "--sentence", "1"],
    ["show", ARTICLE],
    ["carry", "--from", "topic", "--dry-run", ARTICLE],
    ["git", "status"],
    ["annotate", ARTICLE, "--language", "fr", "--keys", "q"],
    ["annotate", ARTICLE, "--language", "fr", "--keys", "q", "--changed-since", "topic"],
)


def test_a_question_runs_no_program_of_the_repository(desk: Desk, tmp_path: Path) -> None:
    """Whatever is set, and whatever the attributes of a pull request turn it on for."""
    marks = tmp_path / "marks"
    marks.mkdir()
    desk.git("config", "log.showSignature", "true")
    for setting in PROGRAMS:
        script = tmp_path / f"{setting}-canary" / "post-index-change"
        script.parent.mkdir()
        script.write_text(f"#!/bin/sh\ntouch '{marks}/{setting}'\ncat\n")
        script.chmod(0o755)
        desk.git("config", setting, str(script.parent if setting == "core.hooksPath" else script))
    (desk.top / ".gitattributes").write_text("*.txt filter=canary diff=canary\n*.yaml filter=a=b diff=canary\n")
    (desk.top / ARTICLE).write_text((desk.top / ARTICLE).read_text() + "Un mot.\n")
    os.utime(desk.path("alice"))
    for question in QUESTIONS:
        assert run(*question).code in {0, 1, 2}, question
        assert list(marks.iterdir()) == [], question
    # That they would be seen: git itself, asked the same, runs some of them.
    subprocess.run(["git", "diff"], cwd=desk.top, check=False, capture_output=True)
    assert {"core.fsmonitor", "filter.canary.process"} <= {mark.name for mark in marks.iterdir()}


def test_a_folder_that_looks_like_a_repository_is_a_folder(desk: Desk, tmp_path: Path) -> None:
    """`HEAD`, `config`, `objects` and `refs` in annotations/ run nothing, hide no change and name no annotator."""
    mark = tmp_path / "ran"
    folder = desk.top / "annotations"
    for name in ("objects", "refs"):
        (folder / name).mkdir()
    (folder / "HEAD").write_text("ref: refs/heads/main\n")
    (folder / "config").write_text(
        f"[core]\n\tworktree = ..\n\tfsmonitor = touch {mark}; false\n[user]\n\tname = Mallory\n"
    )
    (folder / "new.txt").write_text("Nobody has labelled this.\n")
    for arguments in (["annotations/"], ["annotations/new.txt"]):
        told = run("check", "--changed-since", "topic", "--", *arguments)
        assert (told.code, "annotations/new.txt:1:1: FC501" in told.out) == (1, True), told
    os.chdir(folder)
    assert "new.txt:1:1: FC501" in run("check", "--changed-since", "topic").out
    assert "mallory" not in str(run("annotate", "new.txt", "--language", "fr", "--keys", "q"))
    assert not (folder / "new.mallory.labels.yaml").exists()
    assert not mark.exists()


def test_only_the_repository_one_is_in_is_asked(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path into another repository is an error, and never a reason to run git there."""
    other = new_desk(tmp_path / "other")
    monkeypatch.chdir(desk.top)
    article = str(other.top / ARTICLE)
    for words in (["log", article, "--sentence", "1"], ["carry", "--from", "HEAD", article], ["diff", "HEAD", article]):
        told = run(*words)
        assert told.code == 2, told
        assert "outside this repository" in told.err
    assert "outside this repository" in run("check", "--changed-since", "HEAD", article).err


def test_a_filter_that_is_switched_off_still_finds_changes(desk: Desk) -> None:
    """Without its filter, a file that was changed is still a change, and one that was not is none."""
    desk.git("config", "filter.canary.clean", "sed s/a/b/")
    (desk.top / ".git" / "info" / "attributes").write_text("*.txt filter=canary\n")
    assert contents.changed_since(desk.top, "topic") == ()
    (desk.top / ARTICLE).write_text("Changed.\n")
    assert contents.changed_since(desk.top, "topic") == (ARTICLE,)


# What is read and written.


@pytest.mark.parametrize("target", ["../.git/config", "../.git/secret.txt", "../../secret.txt"])
@pytest.mark.parametrize("form", ["text", "json", "sarif", "markdown"])
def test_nothing_of_git_or_of_outside_is_an_article(desk: Desk, target: str, form: str) -> None:
    """Neither by a link nor by its name, in no format."""
    for secret in (desk.top / ".git" / "secret.txt", desk.top.parent / "secret.txt"):
        secret.write_text("token = hush.\n")
    desk.git("config", "canary.token", "hush")
    (desk.top / "annotations" / "leak.txt").symlink_to(target)
    sidecar = desk.path("alice").read_text().replace("port-strike.txt", "leak.txt")
    desk.path("alice", "leak").write_text(sidecar)
    for paths in ([], ["annotations/leak.txt"], [".git/secret.txt"]):
        told = run("check", "--format", form, *paths)
        assert "hush" not in told.out + told.err
        assert told.code == 2
    for words in (
        ["show"],
        ["sentences", "--language", "fr"],
        ["annotate", "--language", "fr", "--keys", "c"],
        ["carry"],
    ):
        told = run(*words, "annotations/leak.txt")
        assert ("hush" in told.out + told.err, told.code) == (False, 2)


def test_settings_are_read_inside_the_repository(desk: Desk) -> None:
    """A link out of it, or into .git, is refused, and its lines are not shown."""
    (desk.top.parent / "secret.yaml").write_text("token: hush\n")
    (desk.top / ".git" / "secret.yaml").write_text("token: hush\n")
    for target in ("../secret.yaml", ".git/secret.yaml"):
        (desk.top / "factcheck.yaml").unlink(missing_ok=True)
        (desk.top / "factcheck.yaml").symlink_to(target)
        for words in (["check"], ["annotate", ARTICLE, "--language", "fr", "--keys", "q"], ["show", ARTICLE]):
            told = run(*words)
            assert (told.code, "hush" in told.err) == (2, False)


@pytest.fixture
def labelled(desk: Desk) -> Desk:
    """Return the desk with the labels of one annotator, who has nothing left to do, committed."""
    desk.path("bob").unlink()
    for number in range(1, len(desk.read("alice").sentences) + 1):
        desk.change("alice", number, label=Label.CLAIM)
    desk.commit("label all")
    return desk


#: How files may lead to what they hold: directly, from link to link, or by a folder that is a link.
CHAINS = ("direct", "by another link", "by a linked folder")
#: What is asked about changes: before the commit, in it, and after it.
LOOKS = (("--staged",), ("--changed-since", "HEAD~1"), ("--revision", "HEAD", "--changed-since", "HEAD~1"))


@pytest.mark.parametrize("chain", CHAINS)
@pytest.mark.parametrize("name", [ARTICLE, "annotations/port-strike.alice.labels.yaml", "factcheck.yaml"])
def test_what_a_link_leads_to_counts_as_changed_with_it(labelled: Desk, name: str, chain: str) -> None:
    """Else a change that all of `check` sees would pass where only changes are looked at."""
    (labelled.top / "factcheck.yaml").write_text("language: fr\n")
    path, held = labelled.top / name, labelled.top / "held" / "it"
    held.parent.mkdir()
    path.rename(held)
    (labelled.top / "folder").symlink_to("held")
    (labelled.top / "other").symlink_to("held/it")
    target = {
        "direct": held,
        "by another link": labelled.top / "other",
        "by a linked folder": labelled.top / "folder" / "it",
    }
    path.symlink_to(os.path.relpath(target[chain], path.parent))
    labelled.commit("links")
    assert run("check").code == 0
    said = held.read_text()
    broken = said.replace("5 000", "6 000").replace("label: claim", "label:").replace("language: fr", "annotators: 9")
    held.write_text(broken)
    found = run("check").out
    assert run("check", "--changed-since", "HEAD", "annotations").out.count("error") == found.count("error") > 0
    labelled.git("add", "-A")
    severity = ("--severity", "settings-changed=error")
    assert run("check", *LOOKS[0], *severity).code == 1
    labelled.commit("changed")
    assert [run("check", *question, *severity).code for question in LOOKS[1:]] == [1, 1]


@pytest.mark.parametrize("how", [(), ("--staged",), ("--revision", "HEAD"), ("--changed-since", "HEAD~1")])
def test_settings_above_a_repository_are_nobodys(labelled: Desk, how: tuple[str, ...]) -> None:
    """Whoever can write to a folder above, such as a runner's, could switch the check off."""
    (labelled.top.parent / "factcheck.yaml").write_text('ignore: ["**"]\n')
    labelled.change("alice", 1, label=None)
    labelled.commit("one label less")
    labelled.change("alice", 2, label=None)
    labelled.git("add", "-A")
    assert run("check", *how).code == 1


@pytest.mark.parametrize("how", [("--changed-since", "HEAD~1"), ("--revision", "HEAD", "--changed-since", "HEAD~1")])
@pytest.mark.parametrize(
    "named", ["../checkout/annotations", "{above}/checkout/annotations", "linked", "{here}/linked"]
)
def test_a_desk_may_be_named_by_a_link_to_it(labelled: Desk, named: str, how: tuple[str, ...]) -> None:
    """A checkout or a folder behind a link is looked at, not passed over."""
    (labelled.top.parent / "checkout").symlink_to(labelled.top.name)
    (labelled.top / "linked").symlink_to("annotations")
    labelled.commit("a link")
    labelled.change("alice", 1, label=None)
    labelled.commit("one label less")
    assert run("check", named.format(above=labelled.top.parent, here=labelled.top), *how).code == 1


OUTPUTS = (
    ["export", "jsonl", "-o"],
    ["check", "-o"],
    ["check", "--write-baseline"],
    ["check", "--format", "sarif", "--output"],
)


@pytest.mark.parametrize("words", OUTPUTS, ids=lambda words: words[-1])
@pytest.mark.parametrize("where", ["report.json", "out/report.json", "out/deep/report.json"])
def test_no_output_goes_through_a_link_of_the_desk(desk: Desk, words: list[str], where: str) -> None:
    """Be it the file or a folder above it; links elsewhere are not a stranger's."""
    outside = desk.top.parent / "outside"
    (outside / "deep").mkdir(parents=True)
    (outside / "report.json").write_text("before")
    (desk.top / "out").symlink_to("../outside")
    (desk.top / "report.json").symlink_to("../outside/report.json")
    told = run(*words, where)
    assert (told.code, told.out) == (2, "")
    assert "nothing is written through one" in told.err
    assert (outside / "report.json").read_text() == "before"
    assert not (outside / "deep" / "report.json").exists()
    (outside / "link.json").symlink_to("report.json")
    assert run("check", "--exit-zero", "-o", str(outside / "link.json")).code == 0
    assert (outside / "report.json").read_text() != "before"


@pytest.mark.parametrize("words", OUTPUTS, ids=lambda words: words[-1])
@pytest.mark.parametrize("name", [ARTICLE, "annotations/port-strike.alice.labels.yaml", "factcheck.yaml"])
def test_no_output_goes_over_a_file_of_the_desk(desk: Desk, words: list[str], name: str) -> None:
    """An article, a sidecar and settings stay what they are; a text that is none may be written over."""
    (desk.top / "factcheck.yaml").write_text("language: fr\n")
    (desk.top / "summary.md").write_text("An older report.\n")
    before = (desk.top / name).read_bytes()
    told = run(*words, name)
    assert (told.code, told.out, (desk.top / name).read_bytes()) == (2, "", before)
    assert run("check", "--exit-zero", "--format", "markdown", "-o", "summary.md").code == 0
    assert (desk.top / "summary.md").read_text().startswith("### factcheck")


SETTING_UP = (
    (".github", ["init", "--ci", "github", "--from", "https://x.org/a@b"]),
    ("schemas", ["init"]),
    (".gitattributes", ["git", "install"]),
)


@pytest.mark.parametrize(("link", "words"), SETTING_UP)
def test_nothing_is_set_up_through_a_link(desk: Desk, link: str, words: list[str]) -> None:
    """`init` and `git install` write into the desk or not at all."""
    outside = desk.top.parent / "outside"
    outside.mkdir()
    target = outside / "file" if link == ".gitattributes" else outside
    (desk.top / link).symlink_to(target)
    assert run(*words).code == 2
    assert list(outside.iterdir()) == []


# What is said.

TEXTS = st.text(st.sampled_from("#:[]ab \n\r\t\u00a0{}%"), max_size=30) | st.text(max_size=20)


@given(TEXTS, st.booleans())
def test_no_text_is_a_command_once_inert(text: str, at_start: bool) -> None:  # noqa: FBT001 - a property
    """Line by line, as the runners read it; and nothing is changed that need not be."""
    before = "" if at_start else "x"
    assert not list(commands(before + inert(text, at_start=at_start)))
    if not list(commands(text)) and "##" not in text and "::" not in text:
        assert inert(text) == text
    assert json.loads(inert_json(json.dumps(text))) == text
    assert not list(commands(inert_json(json.dumps(text, ensure_ascii=False))))
    assert not list(commands(inert_xml(text)))


def test_no_stream_gives_orders(desk: Desk) -> None:
    """What cannot be read, what is quoted, and what is suggested."""
    name = "::set-output name=ok::##[add-mask]x##vso[task.complete]"
    os.mkfifo(desk.top / "annotations" / f"{name}.txt")
    (desk.top / "annotations" / "b.txt").write_text(f"{name}\n##[group]x ##teamcity[x]. ::debug::x\n")
    for words in (
        ["check"],
        ["check", "--format", "json"],
        ["check", "--format", "github"],
        ["check", f"annotations/{name}"],
    ):
        told = run(*words)
        assert told.code == 2
        assert not [*commands(told.out), *commands(told.err)], told
    for words in (
        ["show", "annotations/b.txt"],
        ["sentences", "--language", "fr", "annotations/b.txt"],
        ["sentences", "--language", "fr", "--format", "jsonl", "annotations/b.txt"],
    ):
        told = run(*words)
        assert not [*commands(told.out), *commands(told.err)], told


ORDER = "##vso[task.complete]"


@pytest.mark.parametrize("form", ["jsonl", "csv", "doccano", "webannotation", "conllu"])
def test_no_export_gives_orders(desk: Desk, form: str) -> None:
    """JSON says the same in other signs; what has none for that is not shown, and written to a file as it is."""
    sidecar = desk.top / "annotations" / "port-strike.alice.labels.yaml"
    sidecar.write_text(re.sub(r"\n  label:.*\n", rf'\g<0>  note: "{ORDER}"\n', sidecar.read_text(), count=1))
    told = run("export", form)
    assert not [*commands(told.out), *commands(told.err)], told
    assert run("export", form, "-o", "labels").code == 0
    if form == "jsonl":
        assert ORDER in [json.loads(line)["note"] for line in told.out.splitlines()]
        assert ORDER in (desk.top / "labels").read_text()
    if form == "csv":
        assert (told.code, ORDER in told.out) == (2, False)
        assert "-o labels.csv" in told.err


@pytest.mark.parametrize("words", [["plan", "--among", "a,b", "--format", "csv"], ["agreement", "--format", "csv"]])
def test_no_table_gives_orders(desk: Desk, words: list[str]) -> None:
    """Names of files are in them, line breaks and all."""
    name = "x\n ::add-mask::x"
    for path in [*(desk.top / "annotations").iterdir()]:
        text = path.read_text().replace("article: port-strike.txt", f"article: {json.dumps(f'{name}.txt')}")
        text = text.replace("\n  label:\n", "\n  label: claim\n")
        path.rename(path.with_name(path.name.replace("port-strike", name))).write_text(text)
    told = run(*words)
    assert "<U+003A>:add-mask" in told.out
    assert not [*commands(told.out), *commands(told.err)], told


@given(st.lists(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=12), max_size=3))
def test_a_command_does_in_a_shell_what_it_says(words: list[str]) -> None:
    """Whatever is in a name arrives as one argument; nothing of it is run."""
    line = shell_command("printf", r"%s\0", *map(file, words))
    done = subprocess.run(["bash", "-c", line], capture_output=True, check=True)
    assert done.stdout.split(b"\0")[: len(words)] == [file(word).encode() for word in words]


def test_bytes_in_a_name_arrive_as_they_are() -> None:
    """A name from an older system is no UTF-8."""
    name = os.fsdecode(b"caf\xe9 1.txt")
    done = subprocess.run(["bash", "-c", shell_command("printf", "%s", name)], capture_output=True, check=True)
    assert done.stdout == b"caf\xe9 1.txt"


@pytest.mark.parametrize("name", ["x$(touch ran).txt", "a b.txt", "it's.txt", "`touch ran`.txt", "new\nline.txt"])
def test_what_is_suggested_can_be_pasted(desk: Desk, name: str) -> None:
    """The hint for an article without a sidecar, run by a shell with our command in its place."""
    (desk.top / "annotations" / name).write_text("Rien.\n")
    report = json.loads(run("check", "--format", "json").out)
    hint = next(one["hint"] for one in report["findings"] if one["code"] == "FC501")
    line = hint.partition("Run `")[2].rpartition("`, or list it")[0].replace("factcheck annotate", "cat", 1)
    done = subprocess.run(["bash", "-c", line], cwd=desk.top, capture_output=True, text=True, check=True)
    assert done.stdout == "Rien.\n"
    assert not (desk.top / "ran").exists()


NO_SOURCES = (
    "factcheck-annotator",
    "https://x.org/a",
    "http://x.org/a@b",
    "https://me:secret@x.org/a@b",
    "https://x.org/a b@c",
    "https://x.org/a@b; id",
    "https://x.org/a@$(id)",
    "https://x.org/a@b\n- run: id",
    "file:///a@b",
    "https://x.org/a@-b",
)


@pytest.mark.parametrize("text", NO_SOURCES)
def test_a_forge_is_told_nothing_but_a_pinned_repository(text: str) -> None:
    """No package that anybody may register, no branchless address, nothing that a shell or YAML would read."""
    with pytest.raises(FactcheckError):
        parse_source(text)


# What it costs.


def article_of(number: int) -> tuple[str, list[str]]:
    """Return an article and its sentences."""
    sentences = [f"Sentence {n} says so." for n in range(number)]
    return " ".join(sentences), sentences


def disputes(folder: Path, number: int) -> None:
    """Two annotators who differ on everything."""
    text, sentences = article_of(number)
    (folder / "a.txt").write_text(text)
    for who, label in (("alice", "claim"), ("bob", "opinion")):
        records = "".join(f'\n- id: s{n:010x}\n  text: "{t}"\n  label: {label}\n' for n, t in enumerate(sentences))
        head = f"factcheck: 1\narticle: a.txt\nannotator: {who}\nlanguage: en\nsentences:\n"
        (folder / f"a.{who}.labels.yaml").write_text(head + records)


def one_line(folder: Path, number: int) -> None:
    """A sidecar in flow style, on one line, with a wrong label in each record."""
    text, sentences = article_of(number)
    (folder / "a.txt").write_text(text)
    records = ", ".join(f'{{id: s{n:010x}, text: "{t}é", label: clam}}' for n, t in enumerate(sentences))
    head = "{factcheck: 1, article: a.txt, annotator: alice, language: en, sentences: "
    (folder / "a.alice.labels.yaml").write_text(f"{head}[{records}]}}")


def all_stale(folder: Path, number: int) -> None:
    """Nothing of the sidecar is in the article any more."""
    disputes(folder, number)
    (folder / "a.txt").write_text((folder / "a.txt").read_text().replace("says", "said"))


def long_decision(folder: Path, number: int) -> None:
    """A decision over labels without end."""
    disputes(folder, 3)
    decisions = (folder / "a.bob.labels.yaml").read_text().replace("annotator: bob\n", "")
    over = f'  label: opinion\n  over: "{"alice=claim " * number * 10}"\n'
    (folder / "a.labels.yaml").write_text(decisions.replace("  label: opinion\n", over))


@pytest.mark.parametrize("make", [disputes, one_line, all_stale, long_decision])
def test_ten_times_the_size_costs_about_ten_times(tmp_path: Path, make: Callable[[Path, int], None]) -> None:
    """Nothing is quadratic, neither in time nor in what is written."""
    spent, written = [], []
    for number in (50, 500):
        folder = tmp_path / str(number) / "annotations"
        folder.mkdir(parents=True)
        make(folder, number)
        spent.append(_cost(folder.parent))
        written.append((folder.parent / "report").stat().st_size)
    assert spent[1] < 40 * spent[0] + 0.2, spent
    assert written[1] < 20 * written[0], written


def _cost(folder: Path) -> float:
    """Return how much processor time a report takes, in this process."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        return cpu_seconds(_reports)
    finally:
        os.chdir(before)
        assert (folder / "summary").stat().st_size < 1_048_576


def _reports() -> None:
    run("check", "--format", "sarif", "-o", "report")
    run("check", "--format", "markdown", "-o", "summary")
