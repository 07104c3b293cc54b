"""What two sides decided about one sentence: every shape of base, ours and theirs, decided by hand, as a table."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.merging.verdict import Verdict, settle

TABLE = Path(__file__).parent / "cases/merging-verdicts.txt"

#: A sentence before: without a label, labelled, skipped, or edited with a label that waits.
BASES = {
    "none": Verdict("T"),
    "claim": Verdict("T", "claim"),
    "skip": Verdict("T", skip="byline"),
    "waits": Verdict("T", was="S", was_label="claim"),
}

#: What a side does: nothing, label it (opinion, or unverified), skip it, take the label off, or edit it there and back,
#: where an opinion or a skip given to the words between waits; edit the sentence, where the label is carried along;
#: edit it and then do one of these; make the same edit another way; or edit it otherwise.
DEEDS = ("=", "o", "u", "k", "-", "w", "s", "e", "eo", "ek", "e-", "ew", "es", "E", "f")


def after(base: Verdict, deed: str) -> Verdict | None:
    """Return a side after a deed; None where there is nothing to do it to, or nothing it would change."""
    side = base
    if deed.startswith(("e", "E", "f")):
        side = edited(base, "F" if deed[0] == "f" else "E", kept=deed[0] == "E")
    made = {
        "o": side._replace(label="opinion", skip="", was="", was_label=""),
        "u": side._replace(label="unverified", skip="", was="", was_label=""),
        "k": side._replace(label="", skip="caption", was="", was_label=""),
        "-": side._replace(label="", skip="", was="", was_label=""),
        "w": side._replace(label="", skip="", was="R", was_label="opinion"),
        "s": side._replace(label="", skip="", was="R", was_label=""),
    }
    side = made.get(deed[-1], side)
    return side if deed == "=" or side != base else None


def edited(base: Verdict, text: str, *, kept: bool) -> Verdict:
    """Return a verdict carried to other words: kept where the edit was harmless, else waiting to be confirmed."""
    if kept or not base.label:
        return base._replace(text=text)
    return Verdict(text, was=base.text, was_label=base.label)


def told(verdict: Verdict | None) -> str:
    """Return a verdict in a few letters: the text, and what is decided on it or waits."""
    if verdict is None:
        return "conflict"
    decided = verdict.label or (f"skip:{verdict.skip}" if verdict.skip else "")
    waits = f"?{verdict.was}:{verdict.was_label}" if verdict.was or verdict.was_label else ""
    return f"{verdict.text} {decided}{waits}".strip()


def rows() -> list[str]:
    """Return every shape, one a line: base, the two deeds in either order, and what they come to."""
    found = []
    for name, base in BASES.items():
        sides = [(deed, side) for deed in DEEDS if (side := after(base, deed))]
        for number, (one, ours) in enumerate(sides):
            for other, theirs in sides[number:]:
                found.append(f"{name:6} {one:2} {other:2} {told(settle(base, ours, theirs))}")
    return found


def test_every_shape_comes_to_what_was_decided_by_hand() -> None:
    """The table is the specification: a line that changes is a decision that changes."""
    from golden import expect

    expect(TABLE, "\n".join([*rows(), ""]))


@pytest.mark.parametrize("name", BASES)
def test_no_shape_depends_on_whose_side_is_whose(name: str) -> None:
    """Swapping the sides changes nothing."""
    base = BASES[name]
    sides = [side for deed in DEEDS if (side := after(base, deed))]
    assert all(settle(base, one, other) == settle(base, other, one) for one in sides for other in sides)


def test_a_skip_that_an_edit_left_waiting_gives_way_to_a_decision() -> None:
    """As a label does: one side only carried it to the new words, the other decided on them."""
    base, carried = Verdict("T", skip="byline"), Verdict("E", was="T")
    for decided in (Verdict("E", "opinion"), Verdict("E", skip="caption")):
        assert settle(base, carried, decided) == settle(base, decided, carried) == decided


def test_sides_that_only_together_say_something_contradict_each_other() -> None:
    """One took the label off, the other changed what waits beside it: neither said what both come to."""
    base = Verdict("T", "claim", was="R", was_label="opinion")
    ours, theirs = base._replace(label=""), base._replace(was="Q", was_label="unverified")
    assert settle(base, ours, theirs) is settle(base, theirs, ours) is None


#: Sides as no session leaves them, but a person with an editor might: any fields together.
ANY = st.builds(
    Verdict,
    st.sampled_from("TEF"),
    st.sampled_from(["", "claim", "opinion"]),
    st.sampled_from(["", "byline"]),
    st.sampled_from(["", "R", "T"]),
    st.sampled_from(["", "claim", "opinion"]),
    st.sampled_from([(), ("source",), ("other",)]),
)


@given(ANY, ANY, ANY)
def test_whatever_files_hold_comes_to_something(base: Verdict, ours: Verdict, theirs: Verdict) -> None:
    """It never fails, does not depend on whose side is whose, and takes no label from nowhere."""
    found = settle(base, ours, theirs)
    assert found == settle(base, theirs, ours)
    if found:
        assert {*found.choice} <= {"", *ours.choice, *theirs.choice}
        assert found.details in {base.details, ours.details, theirs.details}


D, X, Y, Z = ("", ""), ("x", ""), ("y", ""), ("x", "u")

#: Labels and details of base, ours and theirs, and what they come to: what belongs to a label goes with it.
TOGETHER = {
    "one side's correction": (("s", X), ("s", Y), ("s", X), ("s", Y)),
    "two corrections": (("s", X), ("s", Y), ("s", Z), None),
    "the same correction": (("s", X), ("s", Y), ("s", Y), ("s", Y)),
    "relabelled here, corrected there": (("s", X), ("c", D), ("s", Y), None),
    "relabelled here, untouched there": (("s", X), ("c", D), ("s", X), ("c", D)),
    "labelled by both, named by one": (("", D), ("s", X), ("s", D), ("s", X)),
    "labelled by both, named by both": (("", D), ("s", X), ("s", Y), None),
    "upheld over new votes here, changed there": (("c", X), ("c", Y), ("o", X), None),
    "changed by both alike": (("c", X), ("o", Y), ("o", Y), ("o", Y)),
}


@pytest.mark.parametrize("case", TOGETHER.values(), ids=TOGETHER)
def test_what_belongs_to_a_label_is_never_taken_from_two_sides(
    case: tuple[tuple[str, tuple[str, str]], ...],
) -> None:
    """A source, an address, a reason and the votes weighed come from the side whose label stands, or it stops."""
    base, ours, theirs, expected = (side and Verdict("T", side[0], details=side[1]) for side in case)
    assert base
    assert ours
    assert theirs
    assert settle(base, ours, theirs) == settle(base, theirs, ours) == expected
