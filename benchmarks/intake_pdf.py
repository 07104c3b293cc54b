"""PDFs set by reportlab in one, two and three columns: the order of their words, and whole paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reportlab.lib.enums import TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from benchmarks.stories import in_order, story
from factcheck.intake import pdf
from factcheck.intake.draft import Material


@dataclass(frozen=True, slots=True)
class Layout:
    """How a document is set."""

    columns: int
    #: How a paragraph begins: with a gap above it, or with an indent.
    indented: bool
    justified: bool
    size: float
    headed: bool
    #: Points between columns.
    gutter: float


@dataclass(frozen=True, slots=True)
class Score:
    """How much of a document came back."""

    #: The share of words in their order.
    order: float
    #: The share of paragraphs that came back exactly.
    whole: float


def layouts(columns: int) -> Iterator[Layout]:
    """Yield every layout with so many columns."""
    for indented in (False, True):
        for justified in (False, True):
            for size, gutter in ((9.0, 12.0), (11.0, 18.0)):
                for headed in (False, True):
                    yield Layout(columns, indented, justified, size, headed, gutter)


def made(layout: Layout, paragraphs: Sequence[str]) -> bytes:
    """Return a PDF of the paragraphs, as reportlab sets them."""
    out = BytesIO()
    width, height = A4
    inner = (width - 120 - layout.gutter * (layout.columns - 1)) / layout.columns
    frames = [
        Frame(60 + number * (inner + layout.gutter), 70, inner, height - 150, 0, 0, 0, 0)
        for number in range(layout.columns)
    ]

    def head(canvas: Any, document: Any) -> None:  # noqa: ANN401 - a library without types
        if layout.headed:
            canvas.setFont("Times-Italic", 8)
            canvas.drawString(60, height - 50, "Le Journal de Brest - lundi 2 novembre")
            canvas.drawCentredString(width / 2, 40, f"Page {document.page}")

    style = ParagraphStyle(
        "body",
        fontName="Times-Roman",
        fontSize=layout.size,
        leading=layout.size * 1.2,
        spaceAfter=0 if layout.indented else layout.size * 0.7,
        firstLineIndent=layout.size * 1.5 if layout.indented else 0,
        alignment=TA_JUSTIFY if layout.justified else TA_LEFT,
    )
    document = BaseDocTemplate(out, pagesize=A4)
    document.addPageTemplates([PageTemplate(frames=frames, onPage=head)])
    document.build([Paragraph(text, style) for text in paragraphs])
    return out.getvalue()


def scored(data: bytes, paragraphs: Sequence[str]) -> Score:
    """Return how well the paragraphs are read back."""
    found = list(pdf.read(Material(data))[0].body)
    wanted, got = " ".join(paragraphs).split(), " ".join(found).split()
    return Score(
        in_order(wanted, got) / max(len(wanted), len(got)), sum(t in found for t in paragraphs) / len(paragraphs)
    )


def measure(columns: int, seeds: int = 2) -> tuple[float, float, float]:
    """Return the mean order, the mean share of whole paragraphs, and the worst order, over all layouts."""
    scores = [
        scored(made(layout, paragraphs), paragraphs)
        for number, layout in enumerate(layouts(columns))
        for seed in range(seeds)
        for paragraphs in [story(100 * number + seed)]
    ]
    count = len(scores)
    return (
        sum(score.order for score in scores) / count,
        sum(score.whole for score in scores) / count,
        min(score.order for score in scores),
    )
