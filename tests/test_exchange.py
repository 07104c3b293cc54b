"""Labels going to other tools and coming back."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
from commands import run
from exchange_desks import articles, sidecars_of
from golden import expect
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.exchange import FORMATS, csv_table, jsonl
from factcheck.exchange.form import WrongFileError
from factcheck.exchange.matching import file_of, join
from factcheck.exchange.rows import (
    COLUMNS,
    HALVES,
    ExportedArticle,
    Table,
    article_without,
    from_utf16,
    in_utf16,
    table,
)
from factcheck.exchange.tokens import tokens
from factcheck.exchange.webannotation import context
from factcheck.model import Annotator, Label, Language, Record, RecordId, Sidecar, Span
from factcheck.sidecar import Columns, read, read_columns, write
from factcheck.text.article import Article

#: The formats that need nothing but ourselves.
CORE = tuple(name for name in FORMATS if not FORMATS[name].extra)
READABLE = tuple(name for name in CORE if FORMATS[name].read)


@st.composite
def desks(draw: st.DrawFn) -> tuple[ExportedArticle, Mapping[str, bytes]]:
    """Draw a labelled article and the bytes of its sidecars."""
    text, sentences = draw(articles())
    article = Article("a.txt", text, text)
    names = [Annotator("alice"), draw(st.sampled_from([None, Annotator("bob")]))]
    sidecars = [draw(sidecars_of("a.txt", sentences, name)) for name in names]
    tables = tuple(tabled("news/a.txt", article, write(sidecar)) for sidecar in sidecars)
    exported = article_without(ExportedArticle("news/a.txt", text, tables), HALVES)
    return exported, {str(s.annotator): write(s) for s in sidecars}


def tabled(path: str, article: Article, data: bytes) -> Table:
    """Return the rows of a sidecar, given its file."""
    columns, plain = read_columns(data, "")
    return table(path, article, columns, data, plain=plain)


def written(name: str, article: ExportedArticle) -> dict[str, bytes]:
    """Return the files that a format makes of an article."""
    files: dict[str, bytes] = {}
    for chunk in FORMATS[name].write([article]):
        files[chunk.name] = files.get(chunk.name, b"") + chunk.data
    return files


@settings(max_examples=int(os.environ.get("FACTCHECK_DESKS", "40")))
@given(desks())
def test_json_lines_come_back_as_they_were(desk: tuple[ExportedArticle, Mapping[str, bytes]]) -> None:
    """Out and in again is the identity, byte for byte, whatever state the sidecars are in."""
    article, sidecars = desk
    found = list(jsonl.read(written("jsonl", article)))
    for name, data in sidecars.items():
        rows = [one for one in found if str(one.annotator) == name]
        assert file_of(rows, "a.txt", rows[0].annotator) == data


@settings(max_examples=int(os.environ.get("FACTCHECK_DESKS", "15")))
@given(desks())
def test_json_lines_are_what_json_makes_of_the_rows(desk: tuple[ExportedArticle, Mapping[str, bytes]]) -> None:
    """Made column by column, a line is that of its row; read by columns, a sidecar says what its records do."""
    exported, sidecars = desk
    article = Article("a.txt", exported.text, exported.text)
    for data in sidecars.values():
        found = tabled("news/a.txt", article, data)
        assert found.rows == table("news/a.txt", article, Columns.of(read(data, "").sidecar), data, plain=False).rows
        kept = article_without(exported._replace(tables=(found._replace(layout=""),)), HALVES)
        rows = [dict(zip(COLUMNS, row.cells, strict=True)) for row in kept.tables[0].rows]
        filled = [{k: v if v != "" or k in {"article", "id", "text"} else None for k, v in row.items()} for row in rows]
        lines = "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in filled)
        assert written("jsonl", kept)[""].decode() == lines


@pytest.mark.parametrize("retired", [(), (Record(RecordId("s0000000001"), "Parti."),)])
def test_a_sidecar_without_a_sentence_comes_back(retired: tuple[Record, ...]) -> None:
    """As a row that stands for none, and with what is retired."""
    data = write(Sidecar("a.txt", Annotator("alice"), Language("fr"), (), retired))
    found = tabled("news/a.txt", Article("a.txt", "...", "..."), data)
    assert [row.record for row in found.rows] == list(retired)
    rows = list(jsonl.read(written("jsonl", ExportedArticle("news/a.txt", "...", (found,)))))
    assert file_of(rows, "a.txt", Annotator("alice")) == data


@settings(max_examples=15)
@given(desks())
def test_labels_come_back_from_each_format(desk: tuple[ExportedArticle, Mapping[str, bytes]]) -> None:
    """What a format keeps of a sidecar that tiles its article is what comes back into one without labels."""
    article, files = desk
    kept = article._replace(tables=tuple(t for t in article.tables if t.tiles and t.annotator))
    for name in READABLE if kept.tables else ():
        found = list(FORMATS[name].read(written(name, kept)))  # type: ignore[misc] # it can be read
        for one in kept.tables:
            sidecar = read(files[str(one.annotator)], "").sidecar
            blank = tuple(Record(record.id, record.text) for record in sidecar.sentences)
            spans = [Span(row.start or 0, row.end or 0) for row in one.rows if row.start is not None]
            mine = [each for each in found if each.annotator == one.annotator and not each.retired]
            joined = join(sidecar._replace(sentences=blank, retired=()), spans, mine)
            assert not joined.unmatched, name
            assert not joined.disagreements, name
            assert [r.label for r in joined.sidecar.sentences] == [r.label for r in sidecar.sentences], name


@settings(max_examples=15)
@given(desks())
def test_the_same_labels_give_the_same_bytes(desk: tuple[ExportedArticle, Mapping[str, bytes]]) -> None:
    """No date, no host, no order that changes; and all of it is UTF-8, in every format."""
    article, _ = desk
    for name in CORE:
        files = written(name, article)
        assert files == written(name, article), name
        for data in files.values():
            data.decode()


@pytest.mark.parametrize("name", [*CORE, "xlsx"])
def test_nothing_gives_an_empty_file(name: str) -> None:
    """An export of no article is well-formed."""
    pytest.importorskip({"xlsx": "xlsxwriter"}.get(name, "json"))
    for chunk_name, data in ((c.name, c.data) for c in FORMATS[name].write([])):
        if chunk_name.endswith("json"):
            json.loads(data)


@given(st.text(), st.data())
def test_utf16_positions_come_back(text: str, data: st.DataObject) -> None:
    """From code points to UTF-16 and back; what is inside a character is no position."""
    at = data.draw(st.integers(0, len(text)))
    units = in_utf16(text, at)
    assert len(text[:at].encode("utf-16-le", "surrogatepass")) == 2 * units
    assert from_utf16(text, units) == at
    assert from_utf16("😀", 1) is None
    assert from_utf16("a", 2) is None


@given(st.text(), st.sets(st.integers(0, 12)))
def test_tokens_hold_all_but_white_space_and_end_at_edges(text: str, edges: set[int]) -> None:
    """Nothing is lost to tokens, and no edge of a sentence falls inside one."""
    inside = {edge for edge in edges if edge <= len(text)}
    found = list(tokens(text, inside))
    assert "".join(text[a:b] for a, b in found) == "".join(text.split())
    assert not any(a < edge < b for a, b in found for edge in inside)


@given(articles())
def test_a_quote_is_found_once_in_its_context(article: tuple[str, tuple[str, ...]]) -> None:
    """Twins are told apart by what stands around them."""
    text, sentences = article
    start = 0
    for sentence in sentences:
        start = text.index(sentence, start)
        end = start + len(sentence)
        before, after = context(text, start, end)
        assert text.count(before + sentence + after) == 1
        start = end


@given(st.text())
def test_no_cell_of_a_safe_table_runs(cell: str) -> None:
    """No formula survives, and what was guarded comes back."""
    safe = csv_table.guarded(cell)
    assert not csv_table.would_run(safe)


BLANK = Sidecar(
    "a.txt",
    Annotator("alice"),
    Language("fr"),
    (Record(RecordId("s0000000001"), "A."), Record(RecordId("s0000000002"), "A.")),
)


def found_label(**said: object) -> object:
    """Return a label as a file may have it."""
    values = {"article": "a.txt", "annotator": "alice", "text": "A.", "label": "claim"} | said
    return next(iter(jsonl.read({"": jsonl.encoded(values)})))


@pytest.mark.parametrize(
    ("said", "labelled"),
    [
        ({"id": "s0000000002"}, [None, "claim"]),
        ({"id": "s0000000002", "text": "B."}, None),
        ({"start": 0, "end": 2}, ["claim", None]),
        ({"start": 0, "end": 1, "text": "A"}, None),
        ({"start": 1, "end": 3}, None),
        ({}, None),
    ],
)
def test_a_label_belongs_to_one_sentence_or_to_none(
    said: Mapping[str, object], labelled: list[str | None] | None
) -> None:
    """By id and text, else by exact place, else by a text that occurs once; never the nearest."""
    joined = join(BLANK, [Span(0, 2), Span(3, 5)], [found_label(**said)])  # type: ignore[list-item]
    assert bool(joined.unmatched) == (labelled is None)
    assert [record.label for record in joined.sidecar.sentences] == (labelled or [None, None])


@pytest.mark.parametrize(
    ("prefer", "label", "differs"), [("", "opinion", True), ("mine", "opinion", False), ("theirs", "claim", False)]
)
def test_what_is_there_is_not_overwritten_unasked(prefer: str, label: str, *, differs: bool) -> None:
    """A difference is reported, and decided by whoever imports."""
    mine = BLANK._replace(sentences=(BLANK.sentences[0]._replace(label=Label.OPINION), BLANK.sentences[1]))
    joined = join(mine, [Span(0, 2), Span(3, 5)], [found_label(start=0, end=2)], prefer)  # type: ignore[list-item]
    assert joined.sidecar.sentences[0].label == label
    assert bool(joined.disagreements) is differs


@pytest.mark.parametrize("name", READABLE)
@pytest.mark.parametrize(
    "data",
    [b"{", b"[1]", b'{"text": 1}', b"\xff", b'[{"data": 3}]', b"[" * 100_000, b'{"label": "clam", "text": "A."}'],
)
def test_a_hostile_file_is_refused(name: str, data: bytes) -> None:
    """Whatever a file holds, it is no traceback."""
    try:
        found = list(FORMATS[name].read({"x": data}))  # type: ignore[misc] # it can be read
    except WrongFileError:
        return
    assert not any(one.fields.get("label") for one in found)


def test_every_table_has_all_columns() -> None:
    """The columns are those that the documentation lists, and those that records get later."""
    first = "article language annotator id n start end text label source url note unsure skip status"
    assert COLUMNS[:19] == (*first.split(), "was", "was_label", "reason", "over")
    assert set(Record._fields) <= set(COLUMNS)


#: Every field of a record, each with a value of its own that is found again in whatever is written.
FULL = Record(
    RecordId("s0000000001"),
    "Le port a rouvert.",
    Label.SOURCED,
    source="la capitainerie",
    url="https://example.org/port",
    unsure=True,
    skip="légende",
    was="Le port rouvre.",
    was_label=Label.OPINION,
    reason="background",
    over="alice=claim bob=opinion",
    note="à revoir",
)
SAID = [name for name in Record._fields if name not in ("id", "text")]


def _full() -> ExportedArticle:
    sidecar = Sidecar("a.txt", Annotator("alice"), Language("fr"), (FULL,))
    found = table("a.txt", Article("a.txt", FULL.text, FULL.text), Columns.of(sidecar), write(sidecar), plain=True)
    return ExportedArticle("a.txt", FULL.text, (found,))


def _survival(name: str) -> list[str]:
    """Return what becomes of each field in a format: it comes back, it is only written, or it is lost."""
    form = FORMATS[name]
    article = _full()
    back: Mapping[str, object] = {}
    if form.read:
        back = next(iter(form.read(written(name, article)))).fields
    ways = [(back.get(field) == getattr(FULL, field), field in form.keeps) for field in SAID]
    return ["both" if returns else "out" if leaves else "" for returns, leaves in ways]


def test_the_documentation_says_what_survives() -> None:
    """The table in docs/exchange.md is made here: `make golden` writes it."""
    rows = [["format", *SAID], ["---"] * (len(SAID) + 1), *([f"`{name}`", *_survival(name)] for name in FORMATS)]
    page = Path(__file__).parent.parent / "docs/exchange.md"
    before, rest = page.read_text().split("<!-- table -->\n")
    after = rest.split("<!-- end -->\n")[1]
    lines = "".join(f"| {' | '.join(row)} |\n" for row in rows)
    expect(page, f"{before}<!-- table -->\n{lines}<!-- end -->\n{after}")


@pytest.mark.parametrize("name", [*CORE, "xlsx"])
def test_what_a_format_keeps_is_in_its_files(name: str) -> None:
    """No format is said to keep a field that it does not write."""
    pytest.importorskip({"xlsx": "xlsxwriter"}.get(name, "json"))
    article = _full()
    data = b"".join(written(name, article).values())
    if name == "xlsx":
        with zipfile.ZipFile(BytesIO(data)) as book:
            data = b"".join(map(book.read, book.namelist()))
    for field in FORMATS[name].keeps & set(SAID) - {"unsure"}:
        assert str(getattr(FULL, field)) in data.decode("utf-8", "replace")


@pytest.fixture
def awkward(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the sidecar of an article with CR LF that says half a character, and spells a line break as LF."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_bytes(b"Il a dit\r\nnon.\r\n=1+1 fait deux.\r\n")
    records = (
        Record(RecordId("s0000000001"), "Il a dit\nnon.", Label.CLAIM, note="a\ud83db\0c\uffff"),
        Record(RecordId("s0000000002"), "=1+1 fait deux.", Label.CLAIM),
    )
    path = Path("a.alice.labels.yaml")
    path.write_bytes(write(Sidecar("a.txt", Annotator("alice"), Language("fr"), records)))
    return path


def test_what_no_row_can_hold_comes_back(awkward: Path) -> None:
    """Rows say what can be said, spelt as the article does; the same file comes back, and again changes nothing."""
    before = awkward.read_bytes()
    assert run("export", "jsonl", "-o", "labels.jsonl", "--strict").code == 0
    first, _ = map(json.loads, Path("labels.jsonl").read_text().splitlines())
    assert (first["note"], first["text"]) == ("a\ufffdb\0c\uffff", "Il a dit\r\nnon.")
    assert first["end"] - first["start"] == len(first["text"])
    assert "0 files changed" in run("import", "jsonl", "labels.jsonl").out
    awkward.unlink()
    assert run("import", "jsonl", "labels.jsonl").code == 0
    assert awkward.read_bytes() == before


@pytest.mark.parametrize(("name", "module"), [("xlsx", "xlsxwriter"), ("cas", "cassis"), ("csv", "csv")])
@pytest.mark.usefixtures("awkward")
def test_characters_that_a_format_cannot_hold_are_counted(name: str, module: str) -> None:
    """They are replaced, never a reason to fail halfway; --strict is told."""
    pytest.importorskip(module)
    done = run("export", name, "-o", "out", "--strict")
    assert (done.code, f"1 row holds characters that {name} cannot" in done.err) == (1, True)


@pytest.mark.usefixtures("awkward")
@pytest.mark.parametrize("name", ["jsonl", "dataset"])
def test_where_there_is_nothing_to_export_nothing_is_written(name: str) -> None:
    """No empty file takes the place of one that was there."""
    done = run("export", name, "--annotator", "nobody", "-o", "out")
    assert (done.code, "nothing to export" in done.err, Path("out").exists()) == (2, True, False)


@pytest.mark.usefixtures("awkward")
def test_a_table_warns_of_formulas_and_a_stamp_lies_beside() -> None:
    """A faithful table says what a spreadsheet would run; a guarded one has nothing to say; dates are beside it."""
    assert "1 row holds a cell that a spreadsheet would run" in run("export", "csv", "-o", "labels.csv").err
    assert "would run" not in run("export", "csv", "--spreadsheet", "--stamp", "-o", "safe.csv").err
    stamp = json.loads(Path("safe.csv.stamp.json").read_text())
    assert set(stamp) == {"format", "factcheck", "date", "host"}
    assert run("export", "csv", "--stamp").code == 2


def test_a_desk_goes_out_and_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Comments and unknown fields come back too; a second import changes nothing; a hostile name writes nothing."""
    (tmp_path / "annotations").mkdir()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "annotations/a.txt").write_text("Le port a rouvert. Qui paiera ?\n")
    run("annotate", "annotations/a.txt", "--annotator", "alice", "--language", Language("fr"), "--keys", "co")
    sidecar = tmp_path / "annotations/a.alice.labels.yaml"
    sidecar.write_bytes(
        sidecar.read_bytes().replace(b"sentences:\n", b"sentences:\n\n# from the desk\n", 1) + b"  checked_by: bob\n"
    )
    before = sidecar.read_bytes()
    assert run("export", "jsonl", "-o", "labels.jsonl").code == 0
    sidecar.unlink()
    assert run("import", "jsonl", "labels.jsonl").code == 0
    assert sidecar.read_bytes() == before
    assert "0 files changed" in run("import", "jsonl", "labels.jsonl").out
    evil = (tmp_path / "labels.jsonl").read_text().replace("annotations/a.txt", "../a.txt")
    (tmp_path / "evil.jsonl").write_text(evil)
    assert run("import", "jsonl", "evil.jsonl").code == 2
    assert sorted(path.name for path in tmp_path.parent.glob("*.yaml")) == []
