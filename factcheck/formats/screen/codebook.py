"""The codebook's questions as both faces of the annotator show them; their words are in `factcheck.codebook`."""

from __future__ import annotations

from factcheck.codebook import BORDERLINE, Question, follow
from factcheck.formats.screen.layout import wrap
from factcheck.formats.screen.style import MEASURE
from factcheck.labelling.state import CodebookMode


def consulting_lines(mode: CodebookMode, width: int, room: int) -> list[str]:
    """Return at most `room` rows: the question, where the answers lead, or borderline cases."""
    lines = _laid_out(_cases(mode.page) if mode.page else _reached(mode), width)
    if len(lines) > room and not mode.page:
        lines = _laid_out(_reached(mode, advice=False), width)
    return lines[:room]


def consulting_text(mode: CodebookMode) -> str:
    """Return the same in plain lines, one borderline case a time."""
    paragraphs = _cases(mode.page)[:1] if mode.page else _reached(mode)
    return "".join(f"{paragraph}\n" for paragraph in paragraphs if paragraph)


def _cases(page: int) -> list[str]:
    """Return the borderline cases from a page on, with empty lines between."""
    return [text for case in BORDERLINE[page - 1 :] for text in (f"{case.title}: {case.rule}", "")]


def _reached(mode: CodebookMode, *, advice: bool = True) -> list[str]:
    """Return the question or the verdict, in paragraphs; without advice where there is little room."""
    reached = follow(mode.answers)
    if isinstance(reached, Question):
        answers = [f"{number} {answer.text}" for number, answer in enumerate(reached.answers, start=1)]
        return [reached.title, *([reached.advice, ""] if advice else []), *answers]
    return [
        reached.why,
        *([""] if advice else []),
        f"Enter: {f'label it {reached.label}' if reached.label else 'skip it'}",
    ]


def _laid_out(paragraphs: list[str], width: int) -> list[str]:
    return [line for paragraph in paragraphs for line in _wrapped(paragraph, width)]


def _wrapped(text: str, width: int) -> list[str]:
    return [f" {text[start:end]}".rstrip() for start, end in wrap(text, max(min(width, MEASURE) - 2, 2))]
