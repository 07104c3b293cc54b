"""The plain face: one sentence a time in plain lines, for screen readers, dumb terminals and pipes."""

from __future__ import annotations

from factcheck.formats.screen.alternatives import alternative_lines
from factcheck.formats.screen.cues import cue_line, wants_cues
from factcheck.formats.screen.layout import shown
from factcheck.formats.screen.panels import ASKED, help_text
from factcheck.labelling.state import CodebookMode, DividingMode, HelpMode, SaveStatus, State, TypingMode
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
    return newline + said + _trouble(state, before) + (_all(state) if _news(state, before) else "")


def _typed(before: TypingMode, now: TypingMode, message: str) -> str:
    """Return the echo of a key: the characters themselves where they went to the end, else the line again."""
    if message:
        return f"\n{shown(message)}\n{_prompt(now)}"
    if now.text.startswith(before.text) and now.cursor == len(now.text) and before.cursor == len(before.text):
        return shown(now.text[len(before.text) :]) if now.chosen == before.chosen or now.text else f"\n{_prompt(now)}"
    return f"\n{_prompt(now)}"


def _trouble(state: State, before: State | None) -> str:
    new = before is None or before.saved is not state.saved
    return f"NOT SAVED: {shown(state.trouble)}\n" if new and state.saved is SaveStatus.FAILED else ""


def _news(state: State, before: State | None) -> bool:
    """Tell whether the sentence, what is said about it, or what is asked is other than before."""
    if before is None or state.highlight is not before.highlight:
        return True
    return (state.at, state.record, state.mode) != (before.at, before.record, before.mode)


def _all(state: State) -> str:
    mode = state.mode
    if isinstance(mode, TypingMode):
        return "".join(f"{n} {shown(text)}\n" for n, text in enumerate(mode.proposals, start=1)) + _prompt(mode)
    if isinstance(mode, DividingMode):
        return f"divide before: {shown(state.record.text[mode.cuts[mode.chosen] :][:80])}\n"
    if isinstance(mode, CodebookMode):
        from factcheck.formats.screen.codebook import consulting_text  # noqa: PLC0415 - not for the first sentence

        return consulting_text(mode)
    if isinstance(mode, HelpMode):
        return "".join(f"{text}\n" for text in help_text(state, 80))
    return _sentence(state)


def _prompt(mode: TypingMode) -> str:
    takes = f" (Enter takes {mode.chosen + 1})" if mode.chosen is not None else ""
    return f"{ASKED[mode.field]}{takes}: {shown(mode.text)}"


def _sentence(state: State) -> str:
    """Return the position, the label, the sentence, and what else is said about it."""
    record = state.record
    label = str(record.label or (f"skipped ({record.skip})" if record.skip else "no label"))
    marks = label + (", unsure" if record.unsure else "") + (", changed" if record.was else "")
    lines = [f"{state.at + 1} of {len(state.sidecar.sentences)}, {state.left} left, {marks}", record.text]
    lines += [f"{name}: {text}" for name in SHOWN if (text := getattr(record, name))]
    lines += [cue_line(state)] if wants_cues(state) else []
    lines += _difference(record.was, record.text, record.was_label or "no label") if record.was else []
    return "".join(f"{text}\n" for text in (*map(shown, lines), *alternative_lines(state)))


def _difference(old: str, new: str, label: str) -> list[str]:
    from factcheck.text.word_diff import compare  # noqa: PLC0415 - only for sentences that changed

    lines = [f"before, {label}: {old}"]
    for stretch in compare(old, new):
        if not stretch.same:
            gone, come = old[stretch.old.start : stretch.old.end], new[stretch.new.start : stretch.new.end]
            lines.append(f"gone: {gone or 'nothing'}; new: {come or 'nothing'}")
    return lines
