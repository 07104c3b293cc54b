"""Changes to sidecars: only what changed moves, comments and hand formatting stay, and formatting loses nothing."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from pathlib import Path

import commands
import pytest
import strategies
from conftest import ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.model import Label, Language, Record, RecordId, Sidecar
from factcheck.sidecar import Document, SidecarError, read, update, write
from factcheck.sidecar.editing.formatting import formatted
from factcheck.sidecar.editing.lines import NotByLinesError, sidecar_lines
from factcheck.yaml.tree import parse_tree

CASES = ROOT / "tests" / "cases" / "sidecar"
GOOD = sorted((CASES / "good").glob("*.labels.yaml"))
SLOW = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)


def changed_lines(old: bytes, new: bytes) -> list[str]:
    """Return the lines that a diff shows, with their `+` or `-`."""
    diff = difflib.ndiff(old.decode().splitlines(), new.decode().splitlines())
    return [line for line in diff if line.startswith(("+ ", "- "))]


def labelled(sidecar: Sidecar, index: int, label: Label | None) -> Sidecar:
    """Return the sidecar with another label on one of its sentences."""
    records = list(sidecar.sentences)
    records[index] = records[index]._replace(label=label)
    return sidecar._replace(sentences=tuple(records))


@given(st.data(), strategies.sidecars())
@SLOW
def test_an_update_of_a_canonical_file_is_the_canonical_form_of_the_new_values(
    draw: st.DataObject, sidecar: Sidecar
) -> None:
    """Whatever changes, the result says it; without comments in the file it is what writing afresh would give."""
    document = read(write(sidecar), "x")
    new = draw.draw(strategies.changed(sidecar))
    result = update(document, new)
    assert result.sidecar == new == read(result.data, "x").sidecar
    assert result.data == write(new)
    assert update(result, sidecar).data == document.data


@given(st.data(), strategies.sidecars().filter(lambda sidecar: sidecar.sentences))
@SLOW
def test_a_label_is_one_line_and_every_other_byte_stays(draw: st.DataObject, sidecar: Sidecar) -> None:
    """Setting a label changes that record's label line and nothing before or after it."""
    index = draw.draw(st.integers(0, len(sidecar.sentences) - 1))
    document = read(with_comments(draw, write(sidecar)), "x")
    assert document.canonical
    new = labelled(document.sidecar, index, draw.draw(strategies.labels))
    old_lines, new_lines = (data.split(b"\n") for data in (document.data, update(document, new).data))
    assert len(old_lines) == len(new_lines)
    line = document.place("sentences", index, "label").line - 1
    assert [*old_lines[:line], *old_lines[line + 1 :]] == [*new_lines[:line], *new_lines[line + 1 :]]


@given(
    strategies.sidecars(max_records=3),
    st.sampled_from(["\t", " \t", "\t\t "]),
    st.sampled_from(["", "\t", " \t# why\t"]),
)
def test_a_tab_separates_as_a_space_does(sidecar: Sidecar, between: str, after: str) -> None:
    """After a colon and at the end of its line (YAML 1.2.2 section 6.2); a label can be changed in place there."""
    field = re.compile(r"^((?:- |  )?[a-z]+:) (?![|>])(.*)$", re.MULTILINE)
    text = field.sub(lambda found: f"{found[1]}{between}{found[2]}{after}", write(sidecar).decode())
    document = read(text.encode(), "x")
    assert document.sidecar == sidecar
    for index in range(len(sidecar.sentences)):
        changed = labelled(sidecar, index, Label.UNVERIFIED)
        assert update(document, changed).sidecar == changed


@pytest.mark.parametrize("text", ["\tfactcheck: 1", "-\tid: x", "article: a\tb", "sentences:\n\t- id: x"])
def test_a_tab_is_no_indentation(text: str) -> None:
    """Nor part of a value without quotes, where nobody sees it."""
    with pytest.raises(SidecarError):
        parse_tree(text, "x")


def with_comments(draw: st.DataObject, data: bytes) -> bytes:
    """Return the file with comment lines above some of its records and at its end."""
    parts = data.decode().split("\n- id: ")
    above = [draw.draw(st.lists(strategies.comments, max_size=2)) for _ in parts]
    spelt = ["".join(f"\n{line}" for line in lines) for lines in above]
    joined = "".join(f"{part}{lines}\n- id: " for part, lines in zip(parts[:-1], spelt, strict=False))
    end = "".join(f"{line}\n" for line in above[-1])
    return f"{joined}{parts[-1]}{end}".encode()


@given(st.data(), strategies.sidecars(max_records=4))
@SLOW
def test_an_update_keeps_every_comment(draw: st.DataObject, sidecar: Sidecar) -> None:
    """Records may come, go, move and retire: the comments of a file are all still there afterwards."""
    data = with_comments(draw, write(sidecar))
    document = read(data, "x")
    result = update(document, draw.draw(strategies.changed(document.sidecar)))
    assert comments_of(result.data) == comments_of(data)


def comments_of(data: bytes) -> Counter[str]:
    """Return the whole-line comments of a file."""
    return Counter(line.strip() for line in data.decode().split("\n") if line.strip().startswith("#"))


@given(st.data(), strategies.sidecars(max_records=3))
@SLOW
def test_what_can_be_read_can_be_updated_and_formatted(draw: st.DataObject, sidecar: Sidecar) -> None:
    """A file somebody mangled is updated to the values asked for, or refused; so is formatting, which is idempotent."""
    data = draw.draw(strategies.mangled(write(sidecar)))
    try:
        document = read(data, "x")
        result = update(document, draw.draw(strategies.changed(document.sidecar)))
        once = formatted(document)
    except SidecarError:
        return
    assert read(result.data, "x").sidecar == result.sidecar
    assert read(once, "x").sidecar == document.sidecar
    assert formatted(read(once, "x")) == once


MESSY = """\
# about the file
language: en   # which one?
factcheck: 1
article: 'quay.txt'
desk: "harbour"
sentences:
  # about the ferry
  - text: >-
      The ferry
      left at nine.
    # inside
    label: null   # hm
    id: 's0a1b2c3d4e'
    checked_by:
      - bob
      -   carol

  - id: s1a1b2c3d4e
    text: The mayor called it a shame.
    label: sourced
    source: "the mayor"
# the end
"""
TIDY = """\
# about the file
factcheck: 1
article: quay.txt
language: en  # which one?
desk: "harbour"
sentences:

# about the ferry
- id: s0a1b2c3d4e
  # inside
  text: "The ferry left at nine."
  label:  # hm
  checked_by:
    - bob
    -   carol

- id: s1a1b2c3d4e
  text: "The mayor called it a shame."
  label: sourced
  source: "the mayor"

# the end
"""


def test_formatting_keeps_what_a_person_wrote() -> None:
    """Comments stay, above a text where they parted it from its label; unknown fields stay in their records."""
    assert formatted(read(MESSY.encode(), "x")).decode() == TIDY
    assert formatted(read(TIDY.encode(), "x")).decode() == TIDY


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.name)
def test_formatting_good_files(path: Path) -> None:
    """Each good file keeps its values and comments, and formatting twice is formatting once."""
    document = read(path.read_bytes(), "x")
    data = formatted(document)
    assert (data == document.data) or not document.canonical
    assert read(data, "x").sidecar == document.sidecar
    assert formatted(read(data, "x")) == data
    assert data.count(b"#") == document.data.count(b"#") or path.name.startswith("flow")


def test_an_update_of_a_hand_made_file_touches_only_the_record() -> None:
    """Comments beside values, other quotes, unknown fields and indentation stay as they were."""
    document = read(MESSY.encode(), "x")
    result = update(document, labelled(document.sidecar, 0, Label.CLAIM))
    assert changed_lines(document.data, result.data) == ["-     label: null   # hm", "+     label: claim   # hm"]
    result = update(result, labelled(result.sidecar, 1, None))
    assert changed_lines(document.data, result.data)[2:] == ["-     label: sourced", "+     label:"]
    noted = result.sidecar.sentences[1]._replace(note="ask")
    result = update(result, result.sidecar._replace(sentences=(result.sidecar.sentences[0], noted)))
    assert '  - id: s1a1b2c3d4e\n    note: "ask"\n    text: The mayor' in result.data.decode()


@pytest.mark.parametrize(
    "note",
    [
        "note: |  # why\n    one\n    two",
        "note: >-2 # why\n    one",
        "note:\n    # why\n    'one'",
        "note: # why\n    # and this\n\n    |+ # and that\n    one",
        'note:\n    # why\n    "one"  # and this',
        "note: # why",
        "note: |  # why",
    ],
)
@pytest.mark.parametrize("value", ["two", ""])
def test_comments_inside_a_field_outlive_its_value(note: str, value: str) -> None:
    """A comment before a value or in the head of a block stays when the value is written anew or taken out."""
    header = "factcheck: 1\narticle: a.txt\nlanguage: fr\nsentences:\n"
    document = read(f'{header}\n- id: s0a1b2c3d4e\n  {note}\n  text: "A."\n  label:\n'.encode(), "x")
    record = document.sidecar.sentences[0]._replace(note=value)
    written = update(document, document.sidecar._replace(sentences=(record,))).data.decode()
    gone = update(document, document.sidecar._replace(sentences=())).data.decode()
    for comment in re.findall("# .*", note):
        assert [text.count(comment) for text in (written, gone, formatted(document).decode())] == [1, 1, 1]


def test_a_comment_beside_an_empty_list_stays_when_sentences_come() -> None:
    """The brackets go, the comment does not."""
    document = read(b"factcheck: 1\narticle: a.txt\nlanguage: fr\nsentences: []  # soon\n", "x")
    assert b"\nsentences: []  # soon\n" in formatted(document)
    record = Record(RecordId("s0a1b2c3d4e"), "A.")
    assert b"\nsentences:  # soon\n" in update(document, document.sidecar._replace(sentences=(record,))).data


def test_windows_line_ends_stay() -> None:
    """A file with CR LF keeps it, in new lines too."""
    document = read((CASES / "good" / "windows-line-ends.labels.yaml").read_bytes(), "x")
    record = document.sidecar.sentences[0]._replace(label=None, unsure=True)
    result = update(document, document.sidecar._replace(sentences=(record,)))
    assert result.data.count(b"\n") == result.data.count(b"\r\n") == document.data.count(b"\n") + 1


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.name)
def test_cutting_and_joining_gives_the_same_file(path: Path) -> None:
    """Every line of a file belongs to something, unless it is not laid out in lines at all."""
    document = read(path.read_bytes(), "x")
    if path.name.startswith("flow"):
        with pytest.raises(NotByLinesError):
            sidecar_lines(document)
        with pytest.raises(SidecarError, match="one label cannot be changed"):
            update(document, document.sidecar._replace(language=Language("fr")))
        return
    assert sidecar_lines(document).data().rstrip() == document.data.rstrip()


@pytest.mark.parametrize("top", ["# a comment\n", ""])
def test_a_byte_order_mark_stays_until_the_file_is_formatted(top: str) -> None:
    """An update leaves it, whatever comes and goes; the canonical form has none, and it takes no column."""
    canonical = (CASES / "good" / "canonical.labels.yaml").read_text()
    text = canonical[canonical.index("factcheck: 1") :]
    document = read(f"\ufeff{top}{text}".encode(), "x")
    assert document.place(None, 0, "factcheck").column == len("factcheck: ") + 1
    changed = update(document, labelled(document.sidecar, 0, Label.OPINION)._replace(article="b.txt"))
    assert changed.data.startswith(f"\ufeff{top}factcheck: 1\narticle: b.txt\n".encode())
    assert update(changed, document.sidecar).data == document.data
    assert formatted(document) == f"{top}{text}".encode()


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("{top}sentences:\n\n{record}added: 1\n", 9, 1),
        ("{top}sentences:\n\n{record}\nretired:\n\n{other}\nadded: 1\n", 16, 1),
        ("{top}sentences:\n  [{{id: s0123456789, text: A., label: claim}}]  # why\n", 5, 3),
        ("{top}sentences: # all\n\n- {{id: s0123456789,\n   text: A., label: claim}}  # why\n", 7, 4),
    ],
)
def test_what_is_laid_out_in_no_lines_is_named_by_its_line(text: str, line: int, column: int) -> None:
    """Where a person has to mend it, not at the top of the file."""
    top = "factcheck: 1\narticle: a.txt\nlanguage: fr\n"
    records = ('- id: s0123456789\n  text: "A."\n  label:\n', '- id: s0123456780\n  text: "B."\n  label:\n')
    document = read(text.format(top=top, record=records[0], other=records[1]).encode(), "x")
    for change in (formatted, lambda document: update(document, document.sidecar._replace(article="b.txt"))):
        with pytest.raises(SidecarError) as caught:
            change(document)
        assert (caught.value.line, caught.value.column) == (line, column), caught.value


def test_a_record_that_cannot_be_read_back_is_not_written() -> None:
    """A value that no sidecar can hold is a bug in the caller, caught before anything is written."""
    document = read((CASES / "good" / "canonical.labels.yaml").read_bytes(), "x")
    broken = document.sidecar.sentences[0]._replace(text="")
    with pytest.raises(Exception, match=broken.id):
        update(document, document.sidecar._replace(sentences=(broken, *document.sidecar.sentences[1:])))


def test_many_updates_in_a_row(tmp_path: Path) -> None:
    """A session of edits, each on the result of the last, ends where writing the last values would."""
    records = tuple(Record(RecordId(f"s{number:010x}"), f"Sentence {number}.") for number in range(60))
    document: Document = read(write(Sidecar("x.txt", None, Language("fr"), records)), str(tmp_path))
    for number in range(60):
        document = update(document, labelled(document.sidecar, number, list(Label)[number % 4]))
        assert document.place("sentences", number, "label").line == 9 + 4 * number
    assert document.data == write(document.sidecar)


def test_an_article_stands_for_its_sidecars_to_fmt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As it does to check; a sidecar that is named twice over is told once."""
    monkeypatch.chdir(tmp_path)
    article = read(MESSY.encode(), "").sidecar.article
    names = [f"{article.rpartition('.')[0]}{who}.labels.yaml" for who in ("", ".alice", ".bob")]
    for name in names:
        Path(name).write_text(MESSY)
    Path(article).write_text("A.")
    told = commands.run("fmt", article, names[1])
    assert (told.code, told.err) == (0, "")
    assert sorted(told.out.splitlines()) == sorted(f"rewrote {name}" for name in names)
    assert "no such file" in commands.run("fmt", "gone.txt").err


def test_fmt_rewrites_checks_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command rewrites what is not canonical, only tells with --check, and exits 2 for what it cannot read."""
    monkeypatch.chdir(tmp_path)
    messy, broken = tmp_path / "quay.labels.yaml", tmp_path / "bad.labels.yaml"
    messy.write_text(MESSY)
    told = commands.run("fmt", "--check", ".")
    assert (told.code, told.out) == (1, "would rewrite quay.labels.yaml\n")
    assert messy.read_text() == MESSY
    told = commands.run("fmt")
    assert told.code == 0
    assert told.out.startswith("rewrote ")
    assert messy.read_text() == TIDY
    assert commands.run("fmt", "--check", "quay.labels.yaml").code == 0
    broken.write_text("factcheck: 1\nlabel: [\n")
    told = commands.run("fmt", ".")
    assert told.code == 2
    assert "bad.labels.yaml:" in told.err
    assert "Traceback" not in told.err
