"""An article laid out for reading, each stretch with its final label; for a terminal, a pipe or a page."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from factcheck.formats.screen.style import Theme, paint
from factcheck.formats.text import plural, visible
from factcheck.i18n import N_, _
from factcheck.model import Label
from factcheck.review.consensus import Consensus, Final, FinalState
from factcheck.text.article import Article

#: What stands in the margin of a stretch without a final label, and its style; of one whose parts differ, `mixed`.
_MARGIN = {
    FinalState.SKIPPED: (N_("skipped"), "dim"),
    FinalState.UNLABELLED: ("—", "dim"),
    FinalState.DISPUTED: (N_("disputed"), "bold red"),
    FinalState.DECIDED: (N_("skipped"), "dim"),
}


def reading_text(article: Article, consensus: Consensus, *, width: int, colour: bool) -> str:
    """Return the article with the final labels in its margin, blank lines where it has them, and the totals.

    Args:
        article: The article.
        consensus: What its annotators say, from `consensus`.
        width: Columns to wrap at.
        colour: Whether to colour; the words say the same without it.
    """
    out = io.StringIO()
    console = Console(
        file=out, width=width, force_terminal=colour, no_color=not colour, color_system="256" if colour else None
    )
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    position = 0
    for final in consensus.finals:
        if article.text.count("\n", position, final.span.start) > 1:
            table.add_row("", "")
        table.add_row(_margin(final), _body(final))
        position = final.span.end
    console.print(table)
    console.print(Text(f"\n{stretch_totals(consensus)}"))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def stretch_totals(consensus: Consensus) -> str:
    """Return how many stretches have which label or state, as one line.

    >>> stretch_totals(Consensus(()))
    '0 sentences'
    """
    counts = Counter(map(_kind, consensus.finals))
    counts["unlabelled"] = counts.pop("—", 0)
    order = [*(label.value for label in Label), "mixed", "skipped", "disputed", "unlabelled"]
    parts = [_("{count} {kind}").format(count=counts[name], kind=_(name)) for name in order if counts[name]]
    if consensus.stale:
        parts.append(_("{count} stale (the article no longer says them)").format(count=len(consensus.stale)))
    number = plural(len(consensus.finals), "sentence")
    return _("{name}: {text}").format(name=number, text=", ".join(parts)) if parts else number


def _kind(final: Final) -> str:
    """Return what a stretch counts as in the totals."""
    return final.label.value if final.label else _MARGIN.get(final.state, ("mixed", ""))[0]


def _margin(final: Final) -> Text:
    if final.label:
        margin = Text.from_ansi(paint(_(final.label), final.label.value, Theme.EITHER))
    else:
        word, style = _MARGIN.get(final.state, (N_("mixed"), "dim"))
        margin = Text(_(word), style)
    return margin.append(" ?") if final.unsure else margin


def _body(final: Final) -> Text:
    body = Text(visible(" ".join(final.text.split())))
    for remark in _remarks(final):
        body.append(f"\n  {visible(remark)}", "dim")
    return body


def _remarks(final: Final) -> Iterator[str]:
    """Yield what a reader wants to know beside the label: the source, who differs, notes."""
    if final.source:
        yield _("{name}: {text}").format(name=_("source"), text=final.source)
    if final.state is FinalState.DISPUTED:
        yield ", ".join(
            _("{name}: {text}").format(name=vote.annotator, text=_(vote.answer or "nothing yet"))
            for vote in final.votes
        )
    for vote in final.votes:
        for record in vote.records:
            if record.skip and final.state is FinalState.SKIPPED:
                yield f"{record.skip}"
            if record.note:
                yield _("note by {name}: {text}").format(name=vote.annotator, text=record.note)
    if final.decision and final.state is FinalState.DECIDED and final.decision.note:
        yield _("decision: {text}").format(text=final.decision.note)
