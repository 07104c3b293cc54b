"""Cue words and numbers as the screen and the plain lines mark them; `factcheck.labelling.sources` knows the words."""

from __future__ import annotations

from factcheck.formats.screen.layout import LONGEST, shown
from factcheck.formats.screen.style import Mark
from factcheck.i18n import _
from factcheck.labelling.state import State


def wants_cues(state: State) -> bool:
    """Return whether cues are marked; never for somebody who labels blind after others."""
    return state.highlight and not state.blind


def cue_marks(text: str, state: State) -> list[Mark]:
    """Return the cues of the current sentence as marks on `text`, which is the sentence as it is shown."""
    from factcheck.labelling.sources import cues  # noqa: PLC0415 - only where somebody asks for marks

    return [(cue.start, cue.end, "cue") for cue in cues(text, state.sidecar.language)]


def cue_line(state: State) -> str:
    """Return the cues of the current sentence in words, for where they cannot be marked."""
    text = shown(state.record.text[:LONGEST])
    found = [text[start:end] for start, end, _cue in cue_marks(text, state)]
    return _("cues: {words}").format(words=", ".join(found) or _("none"))
