"""The history of one sentence's labels as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.formats.changes import lines
from factcheck.formats.text import visible
from factcheck.i18n import _
from factcheck.review.changes import HistoryStep
from factcheck.review.consensus import Final


def history_text(title: str, final: Final, steps: Iterable[HistoryStep]) -> str:
    """Return what happened to a sentence, newest first, below what is said about it now.

    Args:
        title: What the sentence is called: its article and number.
        final: The sentence and what its annotators say together.
        steps: What happened to it.
    """
    told = [line for step in steps for line in _told(step)]
    now = _("{name}: {text}").format(name=visible(title), text=_(final.label or final.state))
    return "\n".join(
        [now, f"  {visible(' '.join(final.text.split()))}", *(told or ["", _("Nobody labelled it yet.")]), ""]
    )


def _told(step: HistoryStep) -> Iterator[str]:
    yield ""
    if step.commit:
        told = _("{name}: {text}").format(name=visible(step.author), text=visible(step.subject))
        yield f"{step.date}  {step.commit[:8]}  {told}"
    else:
        yield _("not committed yet")
    for change in step.changes:
        first, *rest = lines(change)
        whose = visible(step.annotator or _("decisions"))
        yield "  " + _("{name}: {text}").format(name=whose, text=first)
        yield from (f"    {line}" for line in rest)
