"""What changed between two versions of a sidecar."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Annotator, Label, Language, Record, RecordId, Sidecar
from factcheck.review.changes import ChangeKind, changes, totals

CLAIM, OPINION, SOURCED = Label.CLAIM, Label.OPINION, Label.SOURCED
PORT = Record(RecordId("s0000000001"), "Le port est fermé.")
STRIKE = Record(RecordId("s0000000002"), "La grève dure, les quais sont vides.")
CROWD = Record(RecordId("s0000000003"), "Selon la mairie, 500 personnes ont défilé.")
STRIKE_1 = STRIKE._replace(text="La grève dure,")
STRIKE_2 = Record(RecordId("s0000000004"), "les quais sont vides.")


def sidecar(*records: Record, retired: Iterable[Record] = (), annotator: str | None = "alice") -> Sidecar:
    """Return a sidecar of these records."""
    name = Annotator(annotator) if annotator else None
    return Sidecar("port-strike.txt", name, Language("fr"), records, tuple(retired))


def told(old: Sidecar | None, new: Sidecar | None) -> list[str]:
    """Return each change as its number and its kinds."""
    return [f"{change.number}: {', '.join(change.kinds)}" for change in changes(old, new)]


@pytest.mark.parametrize(
    ("before", "after", "kinds"),
    [
        ({}, {"label": CLAIM}, "labelled"),
        ({"label": CLAIM}, {"label": OPINION}, "relabelled"),
        ({"label": CLAIM}, {}, "cleared"),
        ({}, {"skip": "légende"}, "skipped"),
        ({"label": CLAIM}, {"skip": "légende"}, "skipped"),
        ({"skip": "légende"}, {"label": CLAIM}, "relabelled"),
        ({"skip": "légende"}, {}, "cleared"),
        ({"note": "à revoir"}, {"note": "revu"}, "note"),
        ({"label": SOURCED}, {"label": SOURCED, "source": "la mairie"}, "source"),
        ({"label": SOURCED}, {"label": SOURCED, "url": "https://example.org"}, "source"),
        ({}, {"label": SOURCED, "source": "la mairie"}, "labelled"),
        ({"label": CLAIM}, {"label": CLAIM, "unsure": True}, "unsure"),
        ({"label": CLAIM}, {"label": OPINION, "note": "un avis", "unsure": True}, "relabelled, note, unsure"),
        ({"text": "Le port ferme.", "label": CLAIM}, {"label": CLAIM}, "edited"),
        (
            {"text": "Le port ferme.", "label": CLAIM},
            {"was": "Le port ferme.", "was_label": CLAIM},
            "edited, to confirm",
        ),
        ({"was": "Le port ferme.", "was_label": CLAIM}, {"label": CLAIM}, "confirmed"),
        ({"was": "Le port ferme.", "was_label": CLAIM}, {"label": OPINION}, "relabelled"),
        ({"id": RecordId("s00000000ff"), "label": CLAIM}, {"label": OPINION}, "relabelled"),
    ],
)
def test_a_change_of_one_sentence_has_its_names(
    before: dict[str, object], after: dict[str, object], kinds: str
) -> None:
    """Each way in which a record can change is told once, by a word a reviewer understands."""
    old, new = PORT._replace(**before), PORT._replace(**after)  # type: ignore[arg-type] # fields of Record by name
    assert told(sidecar(CROWD, old), sidecar(CROWD, new)) == [f"2: {kinds}"]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([PORT, STRIKE], [PORT, STRIKE_1, STRIKE_2], ["2: divided"]),
        ([PORT, STRIKE_1, STRIKE_2], [PORT, STRIKE], ["2: joined"]),
        (
            [STRIKE._replace(label=CLAIM)],
            [STRIKE_1._replace(label=CLAIM), STRIKE_2._replace(label=OPINION)],
            ["1: divided, relabelled"],
        ),
        ([STRIKE._replace(label=CLAIM)], [STRIKE_1._replace(label=CLAIM), STRIKE_2], ["1: divided, cleared"]),
        ([STRIKE], [STRIKE_1._replace(label=CLAIM), STRIKE_2], ["1: divided, labelled"]),
        ([STRIKE_1, STRIKE_2, STRIKE_1, STRIKE_2], [STRIKE, STRIKE], ["1: joined", "2: joined"]),
        ([PORT, STRIKE, CROWD], [PORT, CROWD], ["2: gone"]),
        ([STRIKE, PORT, CROWD], [CROWD], ["1: gone", "2: gone"]),
        ([PORT], [PORT, CROWD._replace(label=SOURCED)], ["2: new, labelled"]),
        ([PORT, CROWD], [CROWD, PORT], []),
    ],
)
def test_sentences_that_come_go_divide_and_join(before: list[Record], after: list[Record], expected: list[str]) -> None:
    """Sentences are matched by id and by text, never by their place."""
    assert told(sidecar(*before), sidecar(*after)) == expected


def test_a_sentence_that_comes_back_is_told_as_back() -> None:
    """A record that leaves the retired list is no new sentence, and its label is no new label."""
    labelled = STRIKE._replace(label=CLAIM)
    away, here = sidecar(PORT, retired=[labelled]), sidecar(PORT, labelled)
    assert told(here, away) == ["2: gone"]
    assert told(away, here) == ["2: back"]


def test_what_is_said_in_the_decisions_is_decided() -> None:
    """A label in the decisions is a decision, a new reason for it is told as such."""
    decided = PORT._replace(label=CLAIM, reason="slip", over="alice=claim bob=opinion")
    file = sidecar(PORT, annotator=None)
    assert told(file, sidecar(decided, annotator=None)) == ["1: decided"]
    assert told(sidecar(decided, annotator=None), file) == ["1: cleared"]
    assert told(sidecar(decided, annotator=None), sidecar(decided._replace(reason="edge"), annotator=None)) == [
        "1: reason"
    ]


def test_a_new_file_tells_only_what_was_said_in_it() -> None:
    """A skeleton without labels is no change; nor is its removal."""
    file = sidecar(PORT, STRIKE._replace(label=CLAIM), CROWD)
    assert told(None, file) == ["2: labelled"]
    assert told(file, None) == ["2: gone"]
    assert told(None, sidecar(PORT)) == []
    assert told(None, None) == []


def test_totals_count_sentences_by_kind() -> None:
    """Each kind is counted once a sentence, in the order of the kinds."""
    old = sidecar(PORT, STRIKE, CROWD)
    new = sidecar(PORT._replace(label=CLAIM, note="vu"), STRIKE._replace(label=OPINION), CROWD)
    assert totals(changes(old, new)) == {ChangeKind.LABELLED: 2, ChangeKind.NOTE: 1}


LABELS = st.sampled_from([None, *Label])
RECORDS = st.lists(
    st.builds(
        Record,
        st.integers(0, 8).map(lambda number: RecordId(f"s{number:010x}")),
        st.sampled_from(["a", "b", "c", "a b", "b c", "a b c", "d"]),
        LABELS,
        st.sampled_from(["", "note"]),
    ),
    max_size=8,
    unique_by=lambda record: record.id,
)


@given(RECORDS, RECORDS)
def test_every_difference_is_told_and_nothing_else(before: list[Record], after: list[Record]) -> None:
    """No record that differs is left out or told twice; records that are equal are not told."""
    told = changes(sidecar(*before), sidecar(*after))
    ids_old = [record.id for change in told for record in change.old]
    ids_new = [record.id for change in told for record in change.new]
    assert len(set(ids_old)) == len(ids_old)
    assert len(set(ids_new)) == len(ids_new)
    equal = {record.id for record in before} - set(ids_old)
    texts = {record.id: (record.text, record.label, record.note) for record in before}
    untold = [(r.text, r.label, r.note) for r in after if r.id not in ids_new]
    assert sorted(map(str, untold)) == sorted(str(texts[i]) for i in equal)
    assert all(change.old != change.new for change in told)


@given(RECORDS)
def test_a_sidecar_does_not_differ_from_itself(records: list[Record]) -> None:
    """Nothing is told of a file that did not change."""
    assert changes(sidecar(*records), sidecar(*records)) == ()
