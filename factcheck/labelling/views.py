"""Which sentences to walk: all of them, a selection made outside, or those a view lets through."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from factcheck.errors import FactcheckError
from factcheck.i18n import N_, _, deferred, said
from factcheck.labelling.state import Selection, State, waits
from factcheck.model import Label, Record, Sidecar

Test = Callable[[Record], bool]


def _labelled(label: Label) -> Test:
    return lambda record: record.label is label


#: The views in the order `v` walks them, and what they let through.
VIEWS: dict[str, Test] = {
    N_("all"): lambda _record: True,
    N_("unlabelled"): waits,
    N_("unsure"): lambda record: record.unsure,
    N_("noted"): lambda record: record.note != "",
} | {label.value: _labelled(label) for label in Label}

#: The selection of what was edited and kept its label: one key from all sentences.
CARRIED = N_("carried")

#: The views that a label should take the annotator out of, to the next sentence that waits.
_OPEN_ENDED = {"all", "unlabelled"}


def view_name(view: str) -> str:
    """Return what a view or a selection is called in the language of the interface."""
    name = said(view)
    return _(name.removeprefix("label:")) if name == view else name


def select(sidecar: Sidecar, name: str) -> Selection:
    """Return the sentences that `--only` names: `unlabelled`, `unsure`, `noted`, `stale`, or `label:` and a label.

    Raises:
        FactcheckError: There is no such selection.
    """
    tests = {name: VIEWS[name] for name in ("unlabelled", "unsure", "noted")}
    tests[N_("stale")] = lambda record: record.was != ""
    tests |= {f"label:{label}": VIEWS[label] for label in Label}
    if name not in tests:
        # What is disputed or carried is found elsewhere, as it takes other files; but it can be chosen.
        raise FactcheckError(
            deferred("there is no selection {name!r}", name=name),
            hint=deferred("Choose one of: disputed, {names}.", names=", ".join([*tests, CARRIED])),
        )
    return Selection(name, frozenset(record.id for record in sidecar.sentences if tests[name](record)))


def carried(before: Iterable[Sidecar], now: Sidecar) -> Selection:
    """Return the sentences whose wording changed since and which kept their label without a question.

    Args:
        before: The same annotator's labels as they were, at one time or several.
        now: The labels as they are.
    """
    known = [{record.id: record for record in sidecar.sentences} for sidecar in before]
    pairs = ((records.get(record.id), record) for records in known for record in now.sentences if record.done)
    kept = {new.id for old, new in pairs if old and old.text != new.text and _says(old) == _says(new)}
    return Selection(CARRIED, frozenset(kept))


def _says(record: Record) -> tuple[Label | None, str]:
    return record.label, record.skip


def shows(state: State) -> Test:
    """Return the test that a sentence of the current view passes."""
    selection = state.selection
    if selection is not None and state.view == selection.name:
        return lambda record: record.id in selection.ids
    return VIEWS[state.view]


def waiting(state: State) -> Test:
    """Return the test that a sentence passes which waits for somebody, in the selection if that is the view."""
    test = shows(state)
    return (lambda record: waits(record) and test(record)) if _selected(state) else waits


def after_label(state: State) -> Test:
    """Return the test for where a label leads: what waits, or in a narrower view whatever comes next in it."""
    return waits if state.view in _OPEN_ENDED and not _selected(state) else shows(state)


def next_view(state: State) -> str:
    """Return the view after the current one that has a sentence in it; `all` and the selection always count."""
    selected = [state.selection.name] if state.selection else []
    first = ["all", *selected] if selected == [CARRIED] else [*selected, "all"]
    names = first + [name for name in VIEWS if name not in first]
    here = names.index(state.view)
    for name in names[here + 1 :] + names[:here]:
        if name in selected or name == "all" or any(map(VIEWS[name], state.sidecar.sentences)):
            return name
    return state.view


def first_place(state: State, places: Iterable[int], test: Test) -> int | None:
    """Return the first of these places whose sentence passes the test."""
    sentences = state.sidecar.sentences
    return next((place for place in places if test(sentences[place])), None)


def _selected(state: State) -> bool:
    return state.selection is not None and state.view == state.selection.name
