"""What two people, or one person twice, decided about one sentence, and what of it holds together.

A label belongs to the wording it was given to. So where one side edited the sentence and the other labelled it, the
label does not go to the new wording: it waits there to be confirmed, as it does after any edit of the article. And a
source belongs to its label, a reason and the votes weighed to their decision: they are never taken from two sides.
"""

from __future__ import annotations

from typing import NamedTuple, TypeVar

_Values = TypeVar("_Values", bound=tuple[str, ...])


class Verdict(NamedTuple):
    """A sentence's wording and the decision on it; values are compared only, so any spelling will do if it is one."""

    text: str
    label: str = ""
    #: Why the sentence needs no label.
    skip: str = ""
    #: The wording and the label before an edit that nobody has confirmed yet.
    was: str = ""
    was_label: str = ""
    #: What belongs to the label, such as who says it and where: the values of `factcheck.sidecar.fields.DETAILS`.
    details: tuple[str, ...] = ()

    @property
    def choice(self) -> tuple[str, str]:
        """Return the label, given or waiting to be confirmed, and the reason to need none."""
        return (self.label or self.was_label, self.skip)

    @property
    def decided(self) -> bool:
        """Return whether somebody decided on this very wording."""
        return bool(self.label or self.skip)

    def without_details(self) -> Verdict:
        """Return the verdict without what belongs to the label."""
        return self._replace(details=())


def settle(base: Verdict, ours: Verdict, theirs: Verdict) -> Verdict | None:
    """Return the verdict that holds what both sides did since `base`; None where they contradict each other."""
    if theirs in (ours, base):
        return ours
    if ours == base:
        return theirs
    found = _decision(*(side.without_details() for side in (base, ours, theirs)))
    details = _details(found, base, ours, theirs) if found else None
    return found._replace(details=details) if found and details is not None else None


def _details(found: Verdict, base: Verdict, ours: Verdict, theirs: Verdict) -> tuple[str, ...] | None:
    """Return what goes with the decision found: what the side has that decided so; None if the other changed it too."""
    agreeing = [side for side in (ours, theirs) if side.choice == found.choice]
    if len(agreeing) == 2:
        return _pick(base.details, ours.details, theirs.details)
    if not agreeing:
        return None
    other = theirs if agreeing == [ours] else ours
    return agreeing[0].details if other.details in (base.details, agreeing[0].details) else None


def _decision(base: Verdict, ours: Verdict, theirs: Verdict) -> Verdict | None:
    """Return what both sides did to the wording and the label; None where they contradict each other."""
    if theirs in (ours, base):
        return ours
    if ours == base:
        return theirs
    if ours.text == theirs.text:
        same_wording = ours.text == base.text
        return _decided_both(base, ours, theirs) if same_wording else _edited_both(base, ours, theirs)
    if base.text not in (ours.text, theirs.text):
        return None
    editor, labeller = (ours, theirs) if theirs.text == base.text else (theirs, ours)
    return _edited_one(base, editor, labeller)


def _decided_both(base: Verdict, ours: Verdict, theirs: Verdict) -> Verdict | None:
    """Return the verdict where nobody edited the sentence."""
    decision = _pick((base.label, base.skip), (ours.label, ours.skip), (theirs.label, theirs.skip))
    before = _pick((base.was, base.was_label), (ours.was, ours.was_label), (theirs.was, theirs.was_label))
    if decision is None:
        return None
    if any(decision):
        return Verdict(base.text, *decision)
    return None if before is None else Verdict(base.text, *decision, *before)


def _pick(base: _Values, ours: _Values, theirs: _Values) -> _Values | None:
    """Return what one side made of the values; None where both made something else of them."""
    if ours in (theirs, base):
        return theirs
    return ours if theirs == base else None


def _edited_both(base: Verdict, ours: Verdict, theirs: Verdict) -> Verdict | None:
    """Return the verdict where both sides made the same edit.

    A label confirmed on the new wording looks like one kept, and stands against one that waits: it sorts last.
    """
    if _only_carried(base, ours) and _only_carried(base, theirs):
        return max(ours, theirs)
    if _only_carried(base, ours):
        return theirs
    if _only_carried(base, theirs):
        return ours
    if ours.choice == theirs.choice:
        return max(ours, theirs)
    return None


def _edited_one(base: Verdict, editor: Verdict, labeller: Verdict) -> Verdict | None:
    """Return the verdict where one side edited the sentence and the other decided on its old wording."""
    carried = _only_carried(base, editor)
    if labeller.decided and (labeller.label, labeller.skip) == (base.label, base.skip):
        return editor
    if labeller.skip:
        return editor if editor.skip == labeller.skip else None
    waiting = labeller._replace(text=editor.text)
    if labeller.label:
        waiting = Verdict(editor.text, was=base.text, was_label=labeller.label)
    if carried:
        return waiting
    if waiting.was_label:
        return editor if editor.choice[0] == waiting.was_label else None
    if waiting.was:
        return editor if editor.skip else None
    holds_something = any((*editor.choice, editor.was))
    return None if base.decided and holds_something else editor


def _only_carried(base: Verdict, edited: Verdict) -> bool:
    """Return whether the edit took the verdict along without anybody deciding anew."""
    if edited.decided:
        return (edited.label, edited.skip) == (base.label, base.skip)
    if base.label:
        return edited.was_label == base.label
    if base.skip:
        return edited.was == base.text and not edited.was_label
    return (edited.was, edited.was_label) in {("", ""), (base.was, base.was_label)}
