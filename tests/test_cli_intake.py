"""`factcheck intake` as people use it: files written, refused and followed."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import intake_samples as samples
import pytest
from commands import run
from conftest import SHARED, needs_shared
from intake_samples import PARAGRAPHS, TITLE
from jsonschema import Draft202012Validator

from factcheck import sidecar
from factcheck.app.intake.reader import read_confined
from factcheck.errors import FactcheckError
from factcheck.intake import source_file
from factcheck.intake.draft import Facts, Material, SourceDraft
from factcheck.intake.source_file import SourceRecord
from factcheck.io.confined import ConfinedProcess
from factcheck.io.store import transaction
from factcheck.model import Label

SCHEMA = Draft202012Validator(
    json.loads((Path(__file__).parent.parent / "schemas" / "source-1.schema.json").read_text())
)
TEXT = Path("annotations/le-port-de-brest-rouvre.txt")
SOURCE = TEXT.with_suffix(".source.yaml")


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work at an empty desk."""
    (tmp_path / "annotations").mkdir()
    (tmp_path / "factcheck.yaml").write_text("annotators: 1\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path


def write(name: str, data: bytes | str) -> str:
    """Write a file here and return its name."""
    Path(name).write_bytes(data.encode() if isinstance(data, str) else data)
    return name


def record() -> SourceRecord:
    """Return what the source file of the article says."""
    return source_file.read(SOURCE.read_bytes())


def everything() -> dict[str, bytes]:
    """Return all files of the desk's articles."""
    return {str(path): path.read_bytes() for path in sorted(Path("annotations").rglob("*")) if path.is_file()}


def label() -> None:
    """Label the first three sentences of the article."""
    assert run("annotate", str(TEXT), "--annotator", "alice", "--language", "fr", "--keys", "ccccq").code == 0


def labels() -> list[tuple[str, Label | None, str]]:
    """Return Alice's labels: text, label, and the text before."""
    data = TEXT.with_suffix(".alice.labels.yaml").read_bytes()
    return [(one.text, one.label, one.was) for one in sidecar.read(data, "").sidecar.sentences]


def test_a_page_becomes_an_article_with_its_source() -> None:
    """Text and source file are written, the source file is as its schema says, and `check` has nothing against it."""
    told = run("intake", write("page.html", samples.page()))
    assert (told.code, told.err) == (0, "")
    assert told.out == f"{TEXT}: written, 4 paragraphs from page.html (web page)\n"
    assert TEXT.read_text(encoding="utf-8") == "\n\n".join([TITLE, *PARAGRAPHS]) + "\n"
    found = record()
    assert (found.article, found.origin, found.kind) == (TEXT.name, "page.html", "html")
    assert found.extractor.startswith("trafilatura ")
    label()
    assert "FC7" not in run("check").out


def test_the_same_source_twice_changes_no_byte() -> None:
    """The second run finds what the first one wrote, whatever the file is called."""
    run("intake", write("a.xml", samples.nitf()))
    before = everything()
    told = run("intake", write("b.xml", samples.nitf()))
    assert (told.code, told.out) == (0, f"{TEXT}: unchanged\n")
    assert everything() == before


def test_nothing_is_written_over_what_is_there() -> None:
    """Another source of the same name is refused, names the way out, and takes it."""
    write(str(TEXT), "Autre chose.\n")
    before = everything()
    told = run("intake", write("a.html", samples.page()))
    assert (told.code, everything()) == (2, before)
    assert "--name le-port-de-brest-rouvre-2" in told.err
    assert run("intake", "a.html", "--name", "le-port-de-brest-rouvre-2").code == 0


@pytest.mark.parametrize("options", [["--name", "../x"], ["--name", "A b"], ["--language", "french!"], ["--all"]])
def test_options_that_make_no_sense_are_refused(options: list[str]) -> None:
    """A name is a slug, a language a code, and `--all` goes with `--update`."""
    assert run("intake", write("a.html", samples.page()), *options).code == 2
    assert everything() == {}


def test_one_that_fails_does_not_stop_the_others() -> None:
    """Those that can be read are written, the others listed; 1 if some failed, 2 if all did."""
    sources = [write("a.html", samples.page()), write("b.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "gone.pdf"]
    told = run("intake", *sources)
    assert told.code == 1
    assert TEXT.exists()
    assert all(part in told.err for part in ("b.doc: not read", ".docx", "gone.pdf: no such file", "2 of 3"))
    assert run("intake", *sources[1:]).code == 2


def test_a_feed_gives_several_articles() -> None:
    """Each entry is an article of its own with its own facts."""
    item = "<item><title>{0}</title><guid>{0}</guid><description>Un texte sur {0}.</description></item>"
    feed = f"<rss><channel><language>fr</language>{''.join(map(item.format, ('Un', 'Deux')))}</channel></rss>"
    assert run("intake", write("f.rss", feed)).code == 0
    assert {name.rpartition("/")[2] for name in everything()} == {
        "un.txt", "un.source.yaml", "deux.txt", "deux.source.yaml",
    }  # fmt: skip
    assert run("intake", "f.rss").out.count("unchanged") == 2


def test_standard_input_is_a_source() -> None:
    """`-` reads it, and an article without a headline is called so."""
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", "intake", "-", "--name", "note"],
        input=b"Un texte.", capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0
    assert Path("annotations/note.txt").read_text(encoding="utf-8") == "Un texte.\n"


def test_check_writes_nothing_and_tells() -> None:
    """Exit 1 where something would be written, 0 where nothing would."""
    write("a.html", samples.page())
    assert run("intake", "a.html", "--check").code == 1
    assert everything() == {}
    run("intake", "a.html")
    assert run("intake", "a.html", "--check").code == 0


def test_what_no_export_could_write_is_said() -> None:
    """A form feed divides, U+0001 goes, and that is told now."""
    told = run("intake", write("a.txt", "Un\x0cdeux\x01."))
    assert "U+0001" in told.out
    assert Path("annotations/a.txt").read_text() == "Un\n\ndeux.\n"


# Following a source


def test_one_number_changed_asks_for_that_sentence() -> None:
    """The article, its source file and the labels change together; only the edited sentence is asked about."""
    run("intake", write("page.html", samples.page()))
    label()
    write("page.html", samples.page([text.replace("5 000", "3 000") for text in PARAGRAPHS]))
    told = run("intake", "--update", str(TEXT))
    assert told.code == 0, told.err
    assert "1 label to confirm" in told.out
    asked = [text for text, _label, was in labels() if was]
    assert asked == [PARAGRAPHS[1].replace("5 000", "3 000")]
    assert "3 000" in TEXT.read_text(encoding="utf-8")
    assert "FC7" not in run("check").out


def test_a_source_that_is_as_it_was_changes_nothing() -> None:
    """The same bytes, or other bytes with the same text and facts, move no byte, `retrieved` neither."""
    run("intake", write("page.html", samples.page()))
    before = everything()
    assert run("intake", "--update", str(TEXT)).out == f"{TEXT}: unchanged\n"
    write("page.html", samples.page().replace(b"Culture", b"Sport"))
    assert run("intake", "--update", str(TEXT)).out == f"{TEXT}: unchanged\n"
    assert everything() == before


def test_wires_find_their_article_by_guid() -> None:
    """A new version under another name is carried; a lower one is refused; a correction is said first."""
    run("intake", write("v1.xml", samples.nitf(version=1)))
    label()
    new = [*PARAGRAPHS[:2], "Tout autre chose."]
    told = run("intake", "--update", write("v3.xml", samples.nitf(new, version=3, title=f"CORRECTION {TITLE}")))
    assert told.code == 0, told.err
    assert told.out.startswith("CORRECTION by its agency")
    assert (record().facts.version, record().origin) == ("3", "v3.xml")
    before = everything()
    told = run("intake", "--update", write("v2.xml", samples.nitf(version=2)))
    assert told.code == 2
    assert "version 2" in told.err
    assert everything() == before


def test_a_kill_is_said_first_and_deletes_nothing() -> None:
    """The text and its labels stay; the source file says what happened."""
    run("intake", write("v1.xml", samples.nitf()))
    label()
    before = everything()
    told = run("intake", "--update", write("v2.xml", samples.nitf(["Supprimer."], version=2, status="canceled")))
    assert told.out.startswith("KILLED by its agency")
    assert record().facts.status == "canceled"
    assert {k: v for k, v in everything().items() if k != str(SOURCE)} == {
        k: v for k, v in before.items() if k != str(SOURCE)
    }


def test_an_article_edited_here_keeps_its_edit_or_is_refused() -> None:
    """With the original kept, edits on both sides are put together; without it, the update is refused."""
    run("intake", write("page.html", samples.page()), "--original")
    assert (TEXT.parent / record().original).read_bytes() == samples.page()
    edited = TEXT.read_text(encoding="utf-8").replace("trois jours", "quatre jours")
    TEXT.write_text(edited, encoding="utf-8")
    assert "FC702" in run("check", str(TEXT)).out
    write("page.html", samples.page([*PARAGRAPHS[:2], "Une autre fin."]))
    assert run("intake", "--update", str(TEXT)).code == 0
    text = TEXT.read_text(encoding="utf-8")
    assert all(part in text for part in ("quatre jours", "Une autre fin."))
    assert "FC702" not in run("check", str(TEXT)).out
    (TEXT.parent / record().original).unlink()
    TEXT.write_text(text.replace("quatre", "cinq"), encoding="utf-8")
    write("page.html", samples.page())
    before = everything()
    told = run("intake", "--update", str(TEXT))
    assert (told.code, everything()) == (2, before)
    assert "edited here" in told.err


def test_a_newer_extractor_alone_changes_nothing() -> None:
    """Where the original is kept and the library reads differently now, only the source's own edit is carried."""
    run("intake", write("page.html", samples.page()), "--original")
    old = TEXT.read_text(encoding="utf-8").replace("dans le calme", "dans  le calme").replace("  ", " ~ ")
    TEXT.write_text(old, encoding="utf-8")  # as an older library would have read it
    SOURCE.write_bytes(
        source_file.write(record()._replace(extractor="trafilatura 1.0", text_sha256=_sha(TEXT.read_bytes())))
    )
    write("page.html", samples.page([*PARAGRAPHS[:2], "Une autre fin."]))
    assert run("intake", "--update", str(TEXT)).code == 0
    text = TEXT.read_text(encoding="utf-8")
    assert " ~ " in text
    assert text.endswith("Une autre fin.\n")


def _sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def test_an_update_is_all_or_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """If one file cannot be saved, the article, its source file and the labels are as they were."""
    run("intake", write("page.html", samples.page()))
    label()
    write("page.html", samples.page(PARAGRAPHS[1:]))
    before = everything()
    replace = transaction._replace
    calls: list[Path] = []

    def failing(path: Path, old: bytes | None, new: bytes) -> None:
        calls.append(path)
        if len(calls) == 3:
            raise FactcheckError("the disk is full", path=str(path))
        replace(path, old, new)

    monkeypatch.setattr(transaction, "_replace", failing)
    assert run("intake", "--update", str(TEXT)).code == 2
    assert everything() == before


def test_moving_an_article_moves_its_source_file() -> None:
    """`mv` renames it and tells it the article's new name."""
    run("intake", write("page.html", samples.page()))
    label()
    assert run("mv", str(TEXT), "annotations/port.txt").code == 0
    assert source_file.read(Path("annotations/port.source.yaml").read_bytes()).article == "port.txt"
    assert "FC7" not in run("check").out


def test_the_annotator_shows_where_an_article_is_from() -> None:
    """`a` tells title, author, date and address; its language needs no option."""
    run("intake", write("page.html", samples.page()))
    told = run("annotate", str(TEXT), "--annotator", "alice", "--plain", "--keys", "aq")
    assert told.code == 0, told.err
    assert "language: fr" in TEXT.with_suffix(".alice.labels.yaml").read_text()


# The source file


FULL = SourceRecord(
    "a.txt",
    "https://j.example/?a=1&b=«x»",
    Facts("u", "g", "1", "usable", 'Le "port"\\', ("Zoé", "on"), "J", "2026-11-03", "2026-11-03T08:30:00+01:00", "fr"),
    "2026-11-03T08:30:00+00:00",
    "html",
    0,
    "a" * 64,
    "text/html",
    "b" * 64,
    "trafilatura 2.3.1",
    "originals/a.html",
)


def test_a_source_file_is_read_as_it_was_written() -> None:
    """Fast and through the guarded loader alike, with every field and with none that may be missing."""
    bare = FULL._replace(facts=Facts(), text_sha256="", extractor="", original="", media_type="")
    for wanted in (FULL, bare):
        data = source_file.write(wanted)
        assert source_file.read(data) == wanted
        assert source_file.read(data.replace(b"\nsource: 1\n", b"\n# by hand\nsource: 1\n")) == wanted
        SCHEMA.validate(_as_json(data))


def _as_json(data: bytes) -> object:
    from ruamel.yaml import YAML

    return YAML(typ="safe", pure=True).load(data)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"source: 1", b"source: 2"),
        (b'sha256: "aa', b'sha256: "xx'),
        (b"article: a.txt", b'article: "b/a.txt"'),
        (b"bytes: 0", b"bytes: many"),
        (b"bytes: 0", b"bytes: -1"),
        (b"kind: html", b"kind: 7"),
        (b"kind: html\n", b""),
        (b"language: fr", b"langauge: fr"),
        (b'published: "2026-11-03"', b'published: "soon"'),
        (b'original: "originals/a.html"', b'original: "../a.html"'),
        (b'authors:\n  - "Zo\xc3\xa9"\n  - "on"', b"authors: Zoe"),
    ],
)
def test_a_bad_source_file_is_refused_by_reader_and_schema(old: bytes, new: bytes) -> None:
    """Both say no to the same, and the reader says where."""
    data = source_file.write(FULL)
    assert old in data
    bad = data.replace(old, new, 1)
    with pytest.raises(FactcheckError) as error:
        source_file.read(bad, "a.source.yaml")
    assert error.value.line
    assert not SCHEMA.is_valid(_as_json(bad))


# Hostile sources


_LOL = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
_LAUGHS = f'<!DOCTYPE nitf [<!ENTITY l0 "lol">{_LOL}]><nitf><p>&l9;</p></nitf>'.encode()
HOSTILE: dict[str, Callable[[], bytes]] = {
    "bomb.docx": lambda: samples.docx(samples.runs("x"), {"word/media/x.bin": bytes(30_000_000)}),
    "dots.docx": lambda: samples.docx(samples.runs("x"), {"../../evil.txt": "x"}),
    "laughs.docx": lambda: samples.docx(samples.runs("&l9;"), before=f'<!DOCTYPE x [<!ENTITY l0 "lol">{_LOL}]>'),
    "deep.odt": lambda: samples.odt("<text:span>" * 1_000_000),
    "deep.html": lambda: b"<html><body><article>" + b"<div>" * 1_000_000,
    "narrow.html": lambda: b"<html><body><article>" + b"<div>" * 5_000 + b"<p>x",
    "deep.xml": lambda: b"<nitf><body><body.content>" + b"<p>" * 1_000_000,
    "laughs.xml": lambda: _LAUGHS,
    "external.xml": lambda: b'<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]><nitf><p>&x;</p></nitf>',
    "deep.json": lambda: b'{"headline": "x", "body_html": ' + b"[" * 1_000_000,
    "deep.rtf": lambda: b"{\\rtf1 " + b"{" * 1_000_000,
    "parts.eml": lambda: b"From: a@b.c\nTo: a@b.c\n" + b'Content-Type: multipart/mixed; boundary="b"\n\n--b\n' * 20_000,
    "bomb.pdf": lambda: samples.packed_pdf(bytes(100_000_000)),
    "long.txt": lambda: b"a b\n" * 4_000_000,
}


#: Runs a command from a small process, whose size that of the command is not hidden behind, and tells code, seconds of
#: work and kilobytes.
_WATCHED = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:]).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(code, used.ru_utime + used.ru_stime, used.ru_maxrss)
"""


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_sources_are_refused_quickly(name: str) -> None:
    """In a second of work and 200 MB, with a message, and nothing is written."""
    write(name, HOSTILE[name]())
    watched = [sys.executable, "-c", _WATCHED, sys.executable, "-m", "factcheck", "intake", name, "--language", "en"]
    done = subprocess.run(watched, capture_output=True, check=False)
    code, work, memory = map(float, done.stdout.split()[-3:])
    assert code == 2, done.stderr
    assert b"Traceback" not in done.stderr
    assert everything() == {}
    assert work < 1.0
    assert memory < 200_000


def test_a_reader_that_dies_or_hangs_is_a_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next source is read by a new process; what stands in the current folder is never imported."""
    write("stubborn.py", "import time\ntime.sleep(60)\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    slow = ConfinedProcess("stubborn", seconds=0.5)
    began = time.monotonic()
    with pytest.raises(FactcheckError, match="more time"):
        slow.ask(b"x")
    assert time.monotonic() - began < 20
    dead = ConfinedProcess("no_such_module")
    for _again in range(2):
        with pytest.raises(FactcheckError, match="broken or hostile"):
            dead.ask(b"x")
    monkeypatch.delenv("PYTHONPATH")
    write("json.py", "raise SystemExit(1)\n")
    _kind, drafts = read_confined(Material(b"Un texte.", "a.txt"))
    assert list(drafts) == [SourceDraft(Facts(), ["Un texte."], (), (), ())] or drafts[0].body == ["Un texte."]


# The gold


@needs_shared
def test_the_gold_files_are_read_as_people_read_them(tmp_path: Path) -> None:
    """Everything that the scorer beside the project holds against a text or its source file, for every file."""
    sys.path.insert(0, str(SHARED / "intake"))
    try:
        import score  # type: ignore[import-not-found]
    finally:
        sys.path.pop(0)
    folder = SHARED / "intake"
    faults: list[str] = []
    for number, row in enumerate(score.rows_of(folder / "gold.jsonl")):
        goal = tmp_path / str(number)
        options = ["--language", row["say"]] if row.get("say") else []
        told = run("intake", str(folder / "files" / row["file"]), "-o", str(goal), *options)
        faults += [f"{row['file']}: {one}" for one in score.check_row(row, goal, told.code, told.out, told.err)]
    article = [
        line.strip() for line in (SHARED / "seed_article.txt").read_text(encoding="utf-8").splitlines() if line.strip()
    ]
    for row in score.rows_of(folder / "seed" / "expected.jsonl"):
        goal = tmp_path / row["file"]
        told = run("intake", str(folder / "seed" / row["file"]), "-o", str(goal), "--language", row["say"])
        found = score.check_seed(row, goal, told.code, told.out, told.err, article)
        faults += [f"{row['file']}: {one}" for one in found]
        (text,) = goal.glob("*.txt")
        cut = run("sentences", str(text), "--language", "fr", "--format", "jsonl").out.splitlines()
        assert len(cut) == 15 + bool(row["title"])
    assert faults == []
    assert os.listdir(tmp_path)  # noqa: PTH208 - something was written at all
