"""Dividing a sentence in two and joining two; ids, labels and notes stay with the words they were given to."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.i18n import _
from factcheck.labelling.changing import commit, refuse, say
from factcheck.labelling.history import UndoStep
from factcheck.labelling.moving import go
from factcheck.labelling.state import DividingMode, ReadingMode, State, StepResult
from factcheck.model import Label, Record
from factcheck.sidecar.fields import ASIDES, combined
from factcheck.sidecar.new import fresh_id

#: Where a word begins; also after a full stop that lacks its space.
_WORD = re.compile(r"(?<=\s)(?=\S)|(?<=[.!?…;»”])(?=[^\W\d_])")
#: Where Thai, Lao, Burmese, Khmer, Japanese and Chinese, which have no spaces, may be cut: between any two letters.
_ANYWHERE = re.compile(r"(?<=[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3000-\u30ff\u3400-\u9fff\uff01-\uff20])(?=\w)")


def divide(state: State) -> StepResult:
    """Begin to choose where to divide the sentence, at the most likely place."""
    text = state.record.text
    cuts = tuple(m.start() for m in _WORD.finditer(text) if text[: m.start()].strip())
    cuts = cuts or tuple(m.start() for m in _ANYWHERE.finditer(text))
    if not cuts:
        return refuse(state, _("a sentence of one word cannot be divided"))
    return state._replace(mode=DividingMode(cuts, _likely(text, cuts))), ()


def divide_key(state: State, mode: DividingMode, key: str) -> StepResult:
    """Take one key while the place is chosen."""
    if key in _STEPS:
        chosen = min(max(mode.chosen + _STEPS[key], 0), len(mode.cuts) - 1)
        return state._replace(mode=replace(mode, chosen=chosen)), ()
    if key == "<enter>":
        return _cut(state, mode.cuts[mode.chosen])
    if key == "<esc>":
        return say(state._replace(mode=ReadingMode()), _("not divided"))
    return refuse(state, _("left and right choose the word, Enter divides there, Esc leaves it whole"))


def join(state: State) -> StepResult:
    """Make one sentence of the current one and the next."""
    pair = state.sidecar.sentences[state.at : state.at + 2]
    if len(pair) < 2:
        return refuse(state, _("there is no next sentence to join"))
    between = _between(state)
    if between is None:
        return refuse(state, _("these two cannot be joined: the article has something between them"))
    joined = _joined(pair[0], pair[1], between)
    state, effects = commit(state, UndoStep("join", state.at, pair, (joined,)))
    differ = not joined.done and any(record.done for record in pair)
    return state._replace(
        message=_("{number}: joined").format(number=state.at + 1) + (_(", labels differ: choose one") if differ else "")
    ), effects


#: How far each key moves the place, in words.
_STEPS = {"<left>": -1, "<right>": 1, "k": -1, "j": 1, "<up>": -1, "<down>": 1, " ": 1, "<home>": -9999, "<end>": 9999}


def _likely(text: str, cuts: tuple[int, ...]) -> int:
    """Return the first cut after the strongest stop inside the sentence, or else the middle one."""
    for stops in (".!?…", ";:", ","):
        for chosen, cut in enumerate(cuts):
            if text[:cut].rstrip()[-1:] in stops:
                return chosen
    return len(cuts) // 2


def _cut(state: State, cut: int) -> StepResult:
    """Divide: the first part keeps the id and all that was said; the second is new and waits for a label."""
    record = state.record
    taken = {r.id for r in (*state.sidecar.sentences, *state.sidecar.retired)}
    first = record._replace(text=record.text[:cut].rstrip())
    rest = record.text[cut:]
    second = Record(fresh_id(rest, taken), rest)
    state, effects = commit(state, UndoStep("divide", state.at, (record,), (first, second)))
    return go(state, state.at)._replace(message=_("{number}: divided").format(number=state.at + 1)), effects


def _between(state: State) -> str | None:
    """Return the white space between the current sentence and the next in the article; None if there is more."""
    position = 0
    for record in state.sidecar.sentences[: state.at + 1]:
        start = state.article.find(record.text, position)
        if start < 0:
            return None
        position = start + len(record.text)
    start = state.article.find(state.sidecar.sentences[state.at + 1].text, position)
    between = state.article[position:start]
    return between if start >= 0 and not between.strip() else None


def _joined(first: Record, second: Record, between: str) -> Record:
    """Return one record of two: a label that only one has, or both, is kept; where they differ there is none."""
    label = _agreed(first, second)
    sources = [r.source for r in (first, second) if r.source and label is Label.SOURCED]
    record = first._replace(
        text=first.text + between + second.text,
        label=label,
        source="; ".join(dict.fromkeys(sources)),
        url=first.url or second.url,
        skip=first.skip if first.skip and second.skip else "",
        **combined((first, second), ASIDES),
    )
    if not (first.was or second.was):
        return record
    was = (first.was or first.text) + between + (second.was or second.text)
    return record._replace(was=was, was_label=first.was_label if first.was_label is second.was_label else None)


def _agreed(first: Record, second: Record) -> Label | None:
    given = {record.label for record in (first, second) if record.label}
    return given.pop() if len(given) == 1 else None
