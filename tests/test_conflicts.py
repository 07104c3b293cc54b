"""Conflict markers taken apart, and two versions settled by keys, without git."""

from __future__ import annotations

from dataclasses import replace

import pytest
from desks import SENTENCES, blank

from factcheck import sidecar
from factcheck.errors import FactcheckError
from factcheck.labelling import parse_keys, step
from factcheck.merging import Markers
from factcheck.merging.conflicts import Sides, conflicted_sidecar, manual_conflicts, open_ids, session, sides, to_bytes
from factcheck.model import Label, Language, Sidecar

BASE = blank("alice")
NAMES = Markers(7, "HEAD", "feature")


def version(*changes: tuple[int, dict[str, object]]) -> Sidecar:
    """Return Alice's sidecar with some fields of sentences, counted from 1, changed."""
    records = list(BASE.sentences)
    for number, fields in changes:
        records[number - 1] = records[number - 1]._replace(**fields)  # type: ignore[arg-type] # fields by name
    return BASE._replace(sentences=tuple(records))


def of(ours: Sidecar, theirs: Sidecar, base: Sidecar | None = BASE) -> Sides:
    """Return two versions as bytes."""
    return Sides(sidecar.write(ours), sidecar.write(theirs), sidecar.write(base) if base else None, NAMES)


def settle(both: Sides, keys: str) -> tuple[bytes, int]:
    """Return the file after these keys, and how many conflicts are left."""
    found = conflicted_sidecar(both, "a.labels.yaml")
    state = session(found, "\n".join(SENTENCES) + "\n")
    for key in parse_keys(keys):
        state, _ = step(state, key)
    return to_bytes(found, state.sidecar), len(open_ids(found, state.sidecar)) + len(
        manual_conflicts(found, state.sidecar)
    )


CLAIM: dict[str, object] = {"label": Label.CLAIM}
OPINION: dict[str, object] = {"label": Label.OPINION}
SOURCED: dict[str, object] = {"label": Label.SOURCED, "source": "la mairie", "note": "vu"}


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("1", CLAIM | {"note": "vu"}),
        ("2", SOURCED),
        ("o", OPINION | {"note": "vu"}),
        ("s<enter>", SOURCED),
        ("2zo", OPINION | {"note": "vu"}),
        ("i<enter>", {"skip": "title", "note": "vu"}),
    ],
)
def test_a_key_settles_a_conflict(keys: str, expected: dict[str, object]) -> None:
    """Ours, theirs or another label; what both sides changed elsewhere is in the file as well."""
    both = of(version((2, CLAIM), (4, CLAIM)), version((2, SOURCED), (5, OPINION)))
    data, left = settle(both, keys)
    found = sidecar.read(data, "").sidecar
    skip = {"skip": found.sentences[1].skip} if "skip" in expected else {}
    assert left == 0
    assert found == version((2, expected | skip), (4, CLAIM), (5, OPINION))


def test_what_is_not_settled_keeps_its_markers() -> None:
    """Half a session loses nothing: the other conflicts can be taken up again as they were."""
    ours, theirs = version((2, CLAIM), (3, CLAIM)), version((2, OPINION), (3, OPINION))
    data, left = settle(of(ours, theirs), "1q")
    assert left == 1
    assert data.count(b"<<<<<<< HEAD\n") == data.count(b">>>>>>> feature\n") == 1
    again = sides(data)
    assert again is not None
    data, left = settle(replace(again, base=sidecar.write(BASE)), "2")
    assert (sidecar.read(data, "").sidecar, left) == (version((2, CLAIM), (3, OPINION)), 0)


@pytest.mark.parametrize(
    ("ours", "theirs", "keys", "expected"),
    [
        ({"note": "ici"}, {"note": "là"}, "1", {"note": "ici"}),
        ({"note": "ici"}, {"note": "là"}, "2", {"note": "là"}),
        (CLAIM | {"note": "ici"}, CLAIM | {"note": "là"}, "c", CLAIM | {"note": "ici / là"}),
        (SOURCED, SOURCED | {"source": "le maire"}, "2", SOURCED | {"source": "le maire"}),
        ({"text": "Rien.", **CLAIM}, {"text": "Rien du tout.", **CLAIM}, "2", {"text": "Rien du tout.", **CLAIM}),
    ],
)
def test_every_field_can_be_settled(
    ours: dict[str, object], theirs: dict[str, object], keys: str, expected: dict[str, object]
) -> None:
    """Notes, sources and texts in conflict are walked like labels."""
    data, left = settle(of(version((4, ours)), version((4, theirs))), keys)
    assert (sidecar.read(data, "").sidecar, left) == (version((4, expected)), 0)


def test_a_note_alone_settles_no_label() -> None:
    """Writing a note on a sentence whose label is in conflict leaves the conflict."""
    both = of(version((2, CLAIM)), version((2, OPINION)))
    data, left = settle(both, "ehm<enter>q")
    assert left == 1
    assert b"<<<<<<< HEAD" in data


def test_both_sides_may_have_added_the_file() -> None:
    """Without a common beginning, only labels that differ are asked about."""
    data, left = settle(of(version((1, CLAIM), (2, CLAIM)), version((1, CLAIM), (2, OPINION)), None), "2")
    assert (sidecar.read(data, "").sidecar, left) == (version((1, CLAIM), (2, OPINION)), 0)


def test_what_no_key_settles_is_named_with_its_line() -> None:
    """Markers in the header, in a retired record and in a field that is not ours stay, whatever keys are pressed."""
    gone = BASE.sentences[4]._replace(label=Label.CLAIM)
    base = BASE._replace(sentences=BASE.sentences[:4], retired=(gone,))
    ours = base._replace(language=Language("br"), retired=(gone._replace(note="ici"),))
    theirs = base._replace(language=Language("en"), retired=(gone._replace(note="là"),))
    both = of(ours, theirs, base)
    first = base.sentences[0].id.encode()
    foreign = [
        data.replace(b"- id: " + first, b"- id: " + first + b"\n  checked: " + who + b"\n  label: " + label, 1)
        for data, who, label in ((both.ours, b"bob", b"claim"), (both.theirs, b"eve", b"opinion"))
    ]
    foreign = [_without_empty_label(data) for data in foreign]
    both = replace(both, ours=foreign[0], theirs=foreign[1])
    found = conflicted_sidecar(both, "a.labels.yaml")
    assert list(found.open) == [base.sentences[0].id]
    data, left = settle(both, "2")
    lines = data.decode().split("\n")
    named = manual_conflicts(found, session(found, "").sidecar)
    assert left == len(named) == 3
    assert [(one.field, one.text, one.retired) for one in named] == [
        ("language", "", False),
        ("checked", base.sentences[0].text, False),
        ("note", gone.text, True),
    ]
    settled, _ = step(session(found, "\n".join(SENTENCES)), "2")
    assert [lines[one.line - 1] for one in manual_conflicts(found, settled.sidecar)] == ["<<<<<<< HEAD"] * 3
    assert data.count(b"<<<<<<<") == 3


def _without_empty_label(data: bytes) -> bytes:
    """Return the file without the first `label:` line that says nothing."""
    return data.replace(b"  label:\n", b"", 1)


MARKED = b"""a
<<<<<<< HEAD
b
=======
c
>>>>>>> feature
d
"""


def test_markers_of_stock_git_are_taken_apart() -> None:
    """Each side is the whole file settled that way, under the names the markers give."""
    assert sides(MARKED) == Sides(b"a\nb\nd\n", b"a\nc\nd\n", None, NAMES)
    assert sides(MARKED * 2) == Sides(b"a\nb\nd\n" * 2, b"a\nc\nd\n" * 2, None, NAMES)
    assert sides(b"a\n") is None


def test_markers_with_the_base_tell_it() -> None:
    """`merge.conflictStyle` diff3 and zdiff3 write what both began with; what is left is written so again."""
    found = sides(MARKED.replace(b"=======", b"||||||| 1234567\nz\n======="))
    assert found == Sides(b"a\nb\nd\n", b"a\nc\nd\n", b"a\nz\nd\n", NAMES._replace(base="1234567"))


def test_markers_of_another_size_inside_are_text() -> None:
    """A base that was in conflict itself has larger markers."""
    inner = b"<<<<<<<<< A\nx\n=========\ny\n>>>>>>>>> B\n"
    found = sides(MARKED.replace(b"=======\n", b"||||||| base\n" + inner + b"=======\n"))
    assert found is not None
    assert (found.ours, found.base) == (b"a\nb\nd\n", b"a\n" + inner + b"d\n")


def test_windows_line_ends_and_nameless_markers_are_understood() -> None:
    """The markers end as the file's lines do; without a name a side is called by its place."""
    found = sides(b"<<<<<<<\r\nb\r\n=======\r\nc\r\n>>>>>>>\r\n")
    assert found == Sides(b"b\r\n", b"c\r\n", None, Markers(7, "ours", "theirs"))


def test_a_marker_without_its_end_is_refused() -> None:
    """With its line, as somebody has begun to edit by hand."""
    with pytest.raises(FactcheckError) as caught:
        sides(MARKED.replace(b"=======\n", b""))
    assert caught.value.line == 2
