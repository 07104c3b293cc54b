"""Typing one line of text: notes, sources, addresses, reasons for skipping, and what to search for."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from factcheck.i18n import _
from factcheck.labelling.changing import alter, refuse, undo
from factcheck.labelling.drafts import draft, put_aside, with_draft
from factcheck.labelling.graphemes import after, before
from factcheck.labelling.keys import digit
from factcheck.labelling.moving import advance
from factcheck.labelling.searching import search
from factcheck.labelling.state import InputField, ReadingMode, State, StepResult, TypingMode
from factcheck.model import Label, Record
from factcheck.text.normal import folded

#: Proposals are taken with one digit.
_MOST = 9


def ask(state: State, fields: tuple[InputField, ...], *, advance: bool = False, follows: bool = False) -> State:
    """Return the state in which the first of these is typed, and then the others.

    Args:
        state: The state before.
        fields: What to ask for, in order.
        advance: Go on to the next sentence afterwards.
        follows: What is typed belongs to the change just made, and is undone with it.
    """
    wanted, then = fields[0], fields[1:]
    left = draft(state, wanted)
    text = left or (state.record.note if wanted is InputField.NOTE else "")
    offers, certain = _proposals(state, wanted)
    mode = TypingMode(wanted, text, len(text), offers, 0 if certain and not text else None, then=then)
    state = state._replace(mode=mode._replace(advance=advance, follows=follows))
    return state._replace(message=_("your draft is back: Ctrl-U empties the line")) if left else state


def type_key(state: State, mode: TypingMode, key: str) -> StepResult:
    """Take one key while a line is typed."""
    if key in _ENDS:
        return _ENDS[key](state, mode)
    number = int(digit(key) or 0) if not (mode.text or mode.emptied) else 0
    if 1 <= number <= len(mode.proposals):
        return _accept(state, mode, mode.proposals[number - 1])
    if key in EDITS:
        return state._replace(mode=EDITS[key](mode)), ()
    if len(key) > 1:
        return refuse(state, _("Enter takes it, Esc leaves it"))
    return state._replace(mode=insert(mode, key)), ()


def insert(mode: TypingMode, text: str) -> TypingMode:
    """Put text in at the cursor, line breaks and tabs as spaces and without characters that steer terminals."""
    line = " ".join(text.splitlines()).replace("\t", " ")
    clean = "".join(c for c in line if unicodedata.category(c) not in ("Cc", "Cs"))
    filled = mode.text[: mode.cursor] + clean + mode.text[mode.cursor :]
    return mode._replace(text=filled, cursor=mode.cursor + len(clean), chosen=None if clean else mode.chosen)


def _proposals(state: State, wanted: InputField) -> tuple[tuple[str, ...], bool]:
    """Return what can be taken with one key, and whether the first of it is certain enough for Enter."""
    record, certain = state.record, True
    offers: tuple[str, ...] = ()
    if wanted is InputField.SKIP:
        from factcheck.labelling.codebook import skip_reasons  # noqa: PLC0415 - not needed before the first sentence is shown

        offers = ((record.skip,) if record.skip else ()) + skip_reasons(state.sidecar.language)
    elif wanted is InputField.URL:
        offers, certain = ((record.url,) if record.url else ()) + _known_addresses(state), bool(record.url)
    elif wanted is InputField.SOURCE:
        from factcheck.labelling.sources import propose  # noqa: PLC0415 - as above
        from factcheck.labelling.sources.quotations import still_speaking  # noqa: PLC0415 - as above

        # The nearest before this sentence comes last, as `propose` asks for.
        nearest_last = (*state.sidecar.sentences[: state.at : -1], *state.sidecar.sentences[: state.at])
        used = tuple(other.source for other in nearest_last if other.source)
        named = tuple(said.source for said in (record, *(voice.record for voice in state.alternatives)) if said.source)
        found = propose(record.text, state.sidecar.language, used)
        if not named and not found.certain and (voice := still_speaking(_before_in_paragraph(state))):
            named = (voice,)
        offers, certain = named + found.texts, bool(named) or found.certain
    elif wanted is InputField.REASON:
        from factcheck.review.adjudication.reasons import REASONS  # noqa: PLC0415 - as above

        offers = tuple(reason.name for reason in REASONS)
    return tuple(dict.fromkeys(offers))[:_MOST], certain and bool(offers)


def _before_in_paragraph(state: State) -> tuple[Record, ...]:
    """Return the sentences before the current one in its paragraph."""
    records, begins = state.sidecar.sentences, state.structure.begins
    start = state.at
    while start and records[start].id not in begins:
        start -= 1
    return records[start : state.at]


def _known_addresses(state: State) -> tuple[str, ...]:
    """Return the addresses given already to the source of the current sentence, here and on the desk."""
    name = folded(state.record.source)
    if not name:
        return ()
    here = (other.url for other in state.sidecar.sentences if other.url and folded(other.source) == name)
    return (*here, *(state.addresses or {}).get(name, ()))


def _enter(state: State, mode: TypingMode) -> StepResult:
    return _accept(state, mode, mode.text.strip() if mode.chosen is None else mode.proposals[mode.chosen])


def _settle(state: State, mode: TypingMode, text: str) -> StepResult:
    """Offer what was written about a sentence that is gone for the one shown, after what its note says already."""
    text = " ".join(filter(None, (state.record.note if mode.field is InputField.NOTE else "", text)))
    here = mode._replace(text=text, cursor=len(text), chosen=None, stray=False)
    return refuse(
        state._replace(mode=here), _("its sentence was removed: Enter saves the text on this sentence, Esc discards it")
    )


def _leave(state: State, mode: TypingMode) -> StepResult:
    """Leave the line as it was, and what was to follow a skip or a search too; what was typed is kept as a draft.

    A label whose source is not given is taken back: it looks as if it had never been given.
    """
    state = with_draft(state, mode.field, "") if mode.stray else put_aside(state)
    kept = _("; what you wrote is kept as a draft") if draft(state, mode.field) else ""
    if mode.field is InputField.SOURCE and mode.follows and mode.advance:
        undone, effects = undo(state._replace(mode=ReadingMode()))
        return undone._replace(
            message=_("{number}: not labelled sourced after all{kept}").format(number=state.at + 1, kept=kept)
        ), effects
    if mode.stray or mode.field in (InputField.SKIP, InputField.SEARCH):
        return state._replace(mode=ReadingMode(), message=_("as before{kept}").format(kept=kept)), ()
    state, effects = _next(state, mode, follows=mode.follows)
    return state._replace(message=state.message + kept), effects


def _accept(state: State, mode: TypingMode, text: str) -> StepResult:
    if mode.stray:
        return _settle(state, mode, text)
    if mode.field is InputField.SEARCH:
        return search(state._replace(mode=ReadingMode()), text)
    if mode.field is InputField.SKIP and not text:
        return refuse(state, _("a reason is needed; Esc leaves the sentence as it is"))
    if mode.field is InputField.REASON and text not in mode.proposals:
        return refuse(state, _("a digit chooses one of these; Esc leaves it open"))
    state = with_draft(state, mode.field, "")
    record = _WRITERS[mode.field](state.record, text)
    # A step of its own unless it belongs to the label just given.
    changed, effects = alter(state, mode.field.value, record, follows=mode.follows)
    changed, more = _next(changed, mode, follows=mode.follows or bool(effects))
    return changed, (*effects, *more)


def _next(state: State, mode: TypingMode, *, follows: bool) -> StepResult:
    """Ask for what comes next, or go on."""
    message = state.message or _done(state, mode)
    if mode.then:
        return ask(state, mode.then, advance=mode.advance, follows=follows), ()
    state = state._replace(mode=ReadingMode(), message=message)
    return (advance(state) if mode.advance else state), ()


def _done(state: State, mode: TypingMode) -> str:
    record = state.record
    said = {
        InputField.REASON: record.reason and _title(record.reason),
        InputField.NOTE: record.note,
        InputField.SOURCE: record.source,
        InputField.URL: record.url,
        InputField.SKIP: record.skip,
    }
    name = "skipped" if mode.field is InputField.SKIP else (record.label or "") if mode.advance else mode.field
    what = f"{_(name)} ({said[mode.field]})" if said[mode.field] else _(name)
    if mode.field is InputField.SOURCE and record.label is Label.SOURCED and not record.source:
        what += _(", its source left open: check reports it")
    return _("{number}: {what}").format(number=state.at + 1, what=what)


def _title(reason: str) -> str:
    from factcheck.review.adjudication.reasons import reason_title  # noqa: PLC0415 - nobody decides while labelling

    return reason_title(reason)


_WRITERS: dict[InputField, Callable[[Record, str], Record]] = {
    InputField.NOTE: lambda record, text: record._replace(note=text),
    InputField.SOURCE: lambda record, text: record._replace(source=text),
    InputField.URL: lambda record, text: record._replace(url=text),
    InputField.REASON: lambda record, text: record._replace(reason=text),
    InputField.SKIP: lambda record, text: record._replace(skip=text, label=None, source="", was="", was_label=None),
}
_ENDS: dict[str, Callable[[State, TypingMode], StepResult]] = {"<enter>": _enter, "<esc>": _leave}


def _word_before(text: str, cursor: int) -> int:
    return len(text[:cursor].rstrip().rpartition(" ")[0].rstrip()) + (1 if " " in text[:cursor].strip() else 0)


def _cut(mode: TypingMode, start: int, end: int) -> TypingMode:
    """Take a stretch out; on an empty line, also let go of the proposals, so that Enter empties the field."""
    text = mode.text[:start] + mode.text[end:]
    return mode._replace(text=text, cursor=start, chosen=None, emptied=not text)


def _choose(mode: TypingMode, by: int) -> TypingMode:
    if not mode.proposals:
        return mode
    chosen = 0 if mode.chosen is None else (mode.chosen + by) % len(mode.proposals)
    return mode._replace(chosen=chosen, text="", cursor=0, emptied=False)


def _complete(mode: TypingMode) -> TypingMode:
    """Make the chosen proposal the text, to be edited."""
    if mode.text or not mode.proposals:
        return mode
    text = mode.proposals[mode.chosen or 0]
    return mode._replace(text=text, cursor=len(text), chosen=None)


#: The keys that edit the line; they do so whatever they do while a sentence is read.
EDITS: dict[str, Callable[[TypingMode], TypingMode]] = {
    "<left>": lambda mode: mode._replace(cursor=before(mode.text, mode.cursor)),
    "<right>": lambda mode: mode._replace(cursor=after(mode.text, mode.cursor)),
    "<home>": lambda mode: mode._replace(cursor=0),
    "<c-a>": lambda mode: mode._replace(cursor=0),
    "<end>": lambda mode: mode._replace(cursor=len(mode.text)),
    "<c-e>": lambda mode: mode._replace(cursor=len(mode.text)),
    "<backspace>": lambda mode: _cut(mode, before(mode.text, mode.cursor), mode.cursor),
    "<delete>": lambda mode: _cut(mode, mode.cursor, after(mode.text, mode.cursor)),
    "<c-d>": lambda mode: _cut(mode, mode.cursor, after(mode.text, mode.cursor)),
    "<c-u>": lambda mode: _cut(mode, 0, mode.cursor),
    "<c-k>": lambda mode: _cut(mode, mode.cursor, len(mode.text)),
    "<c-w>": lambda mode: _cut(mode, _word_before(mode.text, mode.cursor), mode.cursor),
    "<down>": lambda mode: _choose(mode, 1),
    "<up>": lambda mode: _choose(mode, -1),
    "<tab>": _complete,
}
