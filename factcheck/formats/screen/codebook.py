"""The codebook's questions as both views of the annotator show them; their words are the codebook's."""

from __future__ import annotations

from factcheck.formats.screen.layout import shown, wrap
from factcheck.formats.screen.style import MEASURE
from factcheck.i18n import _
from factcheck.labelling.codebook import Case, Codebook, Question
from factcheck.labelling.state import CodebookMode


def consulting_lines(book: Codebook, mode: CodebookMode, width: int, room: int) -> tuple[list[str], int]:
    """Return at most `room` rows, and how many pages the borderline cases take.

    The rows hold the question, where the answers lead, or a page of borderline cases.
    """
    pages = _pages(book, width, room)
    if mode.page:
        return pages[min(mode.page, len(pages)) - 1][:room], len(pages)
    lines = _laid_out(_reached(book, mode), width)
    return (lines if len(lines) <= room else _laid_out(_reached(book, mode, advice=False), width))[:room], len(pages)


def _pages(book: Codebook, width: int, room: int) -> list[list[str]]:
    """Return the borderline cases in pages of at most `room` rows; a case is divided only where it is longer."""
    pages: list[list[str]] = [[]]
    for case in book.cases:
        rows = _wrapped(_case(case), width)
        gap = [""] if pages[-1] else []
        if pages[-1] and len(pages[-1]) + 1 + len(rows) > room:
            pages.append([])
            gap = []
        pages[-1] += [*gap, *rows]
        while len(pages[-1]) > max(room, 1):
            pages[-1:] = [pages[-1][:room], pages[-1][room:]]
    return pages


def consulting_text(book: Codebook, mode: CodebookMode) -> str:
    """Return the same in plain lines, one borderline case a time."""
    paragraphs = [_case(book.cases[min(mode.page, len(book.cases)) - 1])] if mode.page else _reached(book, mode)
    return "".join(f"{paragraph}\n" for paragraph in paragraphs if paragraph)


def _case(case: Case) -> str:
    return shown(_("{title}: {meaning}").format(title=_(case.title), meaning=_(case.rule)))


def _reached(book: Codebook, mode: CodebookMode, *, advice: bool = True) -> list[str]:
    """Return the question or the verdict, in paragraphs; without advice where there is little room."""
    reached = book.follow(mode.answers)
    if isinstance(reached, Question):
        answers = [shown(f"{number} {_(answer.text)}") for number, answer in enumerate(reached.answers, start=1)]
        return [shown(_(reached.title)), *([shown(_(reached.advice)), ""] if advice else []), *answers]
    return [
        shown(_(reached.why)),
        *([""] if advice else []),
        _("Enter: label it {label}").format(label=_(reached.label)) if reached.label else _("Enter: skip it"),
    ]


def _laid_out(paragraphs: list[str], width: int) -> list[str]:
    return [line for paragraph in paragraphs for line in _wrapped(paragraph, width)]


def _wrapped(text: str, width: int) -> list[str]:
    return [f" {text[start:end]}".rstrip() for start, end in wrap(text, max(min(width, MEASURE) - 2, 2))]
