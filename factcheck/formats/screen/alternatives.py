"""What others say about the current sentence, as lines for both views of the annotator."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.formats.screen.layout import shown
from factcheck.i18n import _
from factcheck.labelling.state import State
from factcheck.model import Record
from factcheck.review.alternatives import Alternative
from factcheck.sidecar.fields import SHOWN


def alternative_lines(state: State) -> list[str]:
    """Return one line for each alternative, numbered by the key that takes it over."""
    return [
        f"{number} {_said(alternative, state.record)}" for number, alternative in enumerate(state.alternatives, start=1)
    ]


def _said(alternative: Alternative, current: Record) -> str:
    return shown(_("{name}: {text}").format(name=alternative.name, text=_("; ").join(_parts(alternative, current))))


def _parts(alternative: Alternative, current: Record) -> Iterator[str]:
    """Yield what the alternative says: the label first, then whatever else differs from nothing."""
    record = alternative.record
    yield (_(alternative.answer or "no label")) + (_(", unsure") if record.unsure else "")
    for name in ("skip", *SHOWN):
        if said := getattr(record, name):
            yield _("{name}: {text}").format(name=_(name), text=said)
    if record.text != current.text:
        yield _("text: {text}").format(text=record.text)
