"""What others say about the current sentence, as lines for both faces of the annotator."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.formats.screen.layout import shown
from factcheck.i18n import _
from factcheck.labelling.state import State
from factcheck.model import Record
from factcheck.review.alternatives import Alternative
from factcheck.sidecar.fields import SHOWN


def alternative_lines(state: State) -> list[str]:
    """Return one line for each voice, numbered by the key that takes it over."""
    return [f"{number} {_said(voice, state.record)}" for number, voice in enumerate(state.alternatives, start=1)]


def _said(voice: Alternative, current: Record) -> str:
    return shown(_("{name}: {text}").format(name=voice.name, text=_("; ").join(_parts(voice, current))))


def _parts(voice: Alternative, current: Record) -> Iterator[str]:
    """Yield what the voice says: the label first, then whatever else differs from nothing."""
    record = voice.record
    yield (_(voice.answer or "no label")) + (_(", unsure") if record.unsure else "")
    for name in ("skip", *SHOWN):
        if said := getattr(record, name):
            yield _("{name}: {text}").format(name=_(name), text=said)
    if record.text != current.text:
        yield _("text: {text}").format(text=record.text)
