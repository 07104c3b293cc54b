"""The codebook laid out for reading in a terminal or a pipe; its words are in `factcheck.labelling.codebook`."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from factcheck.formats.screen.style import MEASURE, Theme, paint
from factcheck.formats.text import visible
from factcheck.i18n import _
from factcheck.labelling.codebook import COLUMNS, SKIP_REASONS, TABLE, USUAL, Answer, Codebook, Conclusion
from factcheck.model import Label


def codebook_text(book: Codebook = USUAL, *, width: int, colour: bool) -> str:
    """Return the whole codebook.

    Args:
        book: The desk's own, where it has one.
        width: Columns to wrap at.
        colour: Whether to colour the labels; the words say the same without it.
    """
    width = max(min(width, MEASURE), 40)
    table = (_table(),) if book is USUAL else ()  # it sums up the usual questions, not a desk's own
    parts = (_meanings(book, width), _questions(book, width), *table, _skipping(width), _borderline(book, width))
    text = "\n".join(visible(line) for part in parts for line in (*part, "")).rstrip("\n") + "\n"
    return _coloured(text) if colour else text


def _meanings(book: Codebook, width: int) -> Iterator[str]:
    yield _("What the four labels mean")
    yield ""
    yield from _wrapped(_(book.principle), width)
    yield ""
    for meaning in book.meanings:
        yield from _hanging(f"  {_(meaning.label):<12}", f"{_(meaning.short)}.", width)
        yield from _hanging(" " * 14, _("For instance: {example}").format(example=_(meaning.example)), width)


def _questions(book: Codebook, width: int) -> Iterator[str]:
    numbers = {name: number for number, name in enumerate(book.questions, start=1)}
    yield _("The three questions") if len(book.questions) == 3 else _("The questions")
    for name, question in book.questions.items():
        yield ""
        yield from _hanging(f"  {numbers[name]}. ", _(question.title), width)
        yield from _hanging("     ", _(question.advice), width)
        for answer in question.answers:
            yield from _hanging("     - ", f"{_(answer.text)} -> {_leads(answer, numbers)}", width)


def _leads(answer: Answer, numbers: dict[str, int]) -> str:
    if not isinstance(answer.to, Conclusion):
        return _("question {number}").format(number=numbers[answer.to])
    return f"{_(answer.to.label or 'skip')}. {_(answer.to.why)}"


def _table() -> Iterator[str]:
    yield _("At a glance")
    yield ""
    head = _("source")
    yield f"  {head:<14}" + "".join(f"{_(column):<20}" for column in COLUMNS).rstrip()
    for source, labels in TABLE:
        yield f"  {_(source):<14}" + "".join(f"{_(label):<20}" for label in labels).rstrip()


def _skipping(width: int) -> Iterator[str]:
    yield _("What needs no label")
    yield ""
    yield from _wrapped(
        _("What states nothing is skipped, with a reason, and counts as done: {reasons}.").format(
            reasons=", ".join(map(_, SKIP_REASONS))
        ),
        width,
    )


def _borderline(book: Codebook, width: int) -> Iterator[str]:
    yield _("Borderline cases")
    for case in book.cases:
        title = _(case.title)
        yield ""
        yield from _hanging("  ", title[0].upper() + title[1:], width)
        yield from _hanging("    ", _(case.rule), width)


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, initial_indent="  ", subsequent_indent="  ")


def _hanging(head: str, text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, initial_indent=head, subsequent_indent=" " * len(head))


def _coloured(text: str) -> str:
    """Return the text with its headings, which alone are not indented, in bold and each label in its colour."""
    lines = [f"\x1b[1m{line}\x1b[0m" if line and not line.startswith(" ") else line for line in text.split("\n")]
    labels = {_(label): label.value for label in Label}
    return re.sub(
        rf"\b(?:{'|'.join(labels)})\b",
        lambda found: paint(found[0], labels[found[0]], Theme.EITHER),
        "\n".join(lines),
    )
