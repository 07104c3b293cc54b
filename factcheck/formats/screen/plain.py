"""The plain view: one sentence a time in plain lines, for screen readers, dumb terminals and pipes."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.formats.screen.alternatives import alternative_lines
from factcheck.formats.screen.cues import cue_line, wants_cues
from factcheck.formats.screen.layout import cell_count, shown, wrap
from factcheck.formats.screen.panels import ASKED, help_text, offer
from factcheck.i18n import N_, _
from factcheck.labelling.state import (
    CodebookMode,
    DividingMode,
    HelpMode,
    LookupMode,
    ReadingMode,
    SaveStatus,
    State,
    TypingMode,
)
from factcheck.model import Label
from factcheck.sidecar.fields import SHOWN


def line(state: State, before: State | None = None) -> str:
    """Return what to print after a key: nothing is ever redrawn, and nothing is said twice.

    Args:
        state: The session now.
        before: The session when something was last printed; None prints all.
    """
    then = before.mode if before is not None else None
    if isinstance(state.mode, TypingMode) and isinstance(then, TypingMode) and state.mode.field is then.field:
        return _typed(then, state.mode, state.message)
    newline = "\n" if isinstance(then, TypingMode) else ""
    said = f"{shown(state.message)}\n" if state.message else ""
    gap = "\n" if before is not None and state.at != before.at and state.record.id in state.structure.begins else ""
    return newline + said + _trouble(state, before) + (gap + _all(state) if _news(state, before) else "")


def wrap_lines(said: str, width: int) -> str:
    r"""Return `said` with its lines broken between words: a screen reader reads a terminal's rows, one after the other.

    What comes after the last end of a line is being typed, and stays.

    >>> wrap_lines("Le maire a démissionné.\nsource: ", 12)
    'Le maire a\ndémissionné.\nsource: '
    """
    *lines, typed = said.split("\n")
    rows = (row for text in lines for row in ([text] if cell_count(text) <= width else _rows(text, width)))
    return "".join(f"{row}\n" for row in rows) + typed


def _rows(text: str, width: int) -> Iterator[str]:
    return (text[start:end] for start, end in wrap(text, width))


def keys_line(state: State) -> str:
    """Return the keys that one has to know, to be said once at the start."""
    names = (*(label.value for label in Label), "undo", "help", "quit")
    words = {"undo": N_("undo"), "help": N_("all keys"), "quit": N_("leave")}
    pairs = [(_speakable(state.keymap.keys(name)), _(words.get(name, name))) for name in names]
    said = [_("{key} {word}").format(key=key, word=word) for key, word in pairs if key]
    return _("keys: {keys}").format(keys=", ".join(said)) + "\n"


def _speakable(keys: tuple[str, ...]) -> str:
    """Return a key that a screen reader says: it passes over a question mark."""
    return next((key for key in keys if key.isalnum()), next(iter(keys), ""))


def _typed(before: TypingMode, now: TypingMode, message: str) -> str:
    """Return the echo of a key: the characters themselves where they went to the end, else the line again."""
    if message:
        return f"\n{shown(message)}\n{_prompt(now)}"
    if now.text.startswith(before.text) and now.cursor == len(now.text) and before.cursor == len(before.text):
        return shown(now.text[len(before.text) :]) if now.chosen == before.chosen or now.text else f"\n{_prompt(now)}"
    return f"\n{_prompt(now)}"


def _trouble(state: State, before: State | None) -> str:
    new = before is None or before.saved is not state.saved
    return (
        _("NOT SAVED: {trouble}\n").format(trouble=shown(state.trouble))
        if new and state.saved is SaveStatus.FAILED
        else ""
    )


def _news(state: State, before: State | None) -> bool:
    """Return whether the sentence, what is said about it, or what is asked is other than before."""
    if before is None or state.highlight is not before.highlight:
        return True
    if isinstance(state.mode, ReadingMode) and isinstance(before.mode, ReadingMode):
        return (state.at, state.record) != (before.at, before.record)  # not for each digit of a number
    return (state.at, state.record, state.mode) != (before.at, before.record, before.mode)


def _all(state: State) -> str:
    mode = state.mode
    if isinstance(mode, TypingMode):
        return "".join(f"{n} {shown(offer(mode, text))}\n" for n, text in enumerate(mode.proposals, start=1)) + _prompt(
            mode
        )
    if isinstance(mode, DividingMode):
        return _("divide before: {text}\n").format(text=shown(state.record.text[mode.cuts[mode.chosen] :][:80]))
    if isinstance(mode, CodebookMode):
        from factcheck.formats.screen.codebook import consulting_text  # noqa: PLC0415 - not for the first sentence
        from factcheck.labelling.consulting import codebook_of  # noqa: PLC0415

        return consulting_text(codebook_of(state), mode)
    if isinstance(mode, LookupMode):
        from factcheck.formats.screen.lookup import lookup_text  # noqa: PLC0415 - as above

        return lookup_text(mode)
    if isinstance(mode, HelpMode):
        return "".join(f"{text}\n" for text in help_text(state, 80))
    return _sentence(state)


def _prompt(mode: TypingMode) -> str:
    takes = _(" (Enter takes {number})").format(number=mode.chosen + 1) if mode.chosen is not None else ""
    return _("{name}: {text}").format(name=_(ASKED[mode.field]) + takes, text=shown(mode.text))


def _sentence(state: State) -> str:
    """Return the position, the label, the sentence, and what else is said about it."""
    record = state.record
    where = _("{number} of {total}, {left} left").format(
        number=state.at + 1, total=len(state.sidecar.sentences), left=state.left
    )
    lines = [", ".join([where, *_marks(state)]), record.text]
    lines += [_("{name}: {text}").format(name=_(name), text=text) for name in SHOWN if (text := getattr(record, name))]
    lines += [cue_line(state)] if wants_cues(state) else []
    lines += _difference(record.was, record.text, _(record.was_label or "no label")) if record.was else []
    return "".join(f"{text}\n" for text in (*map(shown, lines), *alternative_lines(state)))


def _marks(state: State) -> Iterator[str]:
    """Yield what is said of the current sentence in a word or two."""
    record = state.record
    skipped = _("skipped ({reason})").format(reason=record.skip) if record.skip else _("no label")
    yield _(record.label) if record.label else skipped
    named = {
        _("unsure"): record.unsure,
        _("changed"): bool(record.was),
        _("heading"): record.id in state.structure.headings,
        _("new paragraph"): record.id in state.structure.begins,
    }
    yield from (word for word, holds in named.items() if holds)


def _difference(old: str, new: str, label: str) -> list[str]:
    from factcheck.text.word_diff import compare  # noqa: PLC0415 - only for sentences that changed

    lines = [_("before, {label}: {old}").format(label=label, old=old)]
    for stretch in compare(old, new):
        if not stretch.same:
            gone, come = old[stretch.old.start : stretch.old.end], new[stretch.new.start : stretch.new.end]
            lines.append(_("gone: {gone}; new: {new}").format(gone=gone or _("nothing"), new=come or _("nothing")))
    return lines
