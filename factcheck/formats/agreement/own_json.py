"""Agreement as JSON, figures with all their digits; what is undefined is null, with the reason beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from factcheck.formats.agreement import AgreementView
from factcheck.formats.json_text import json_text
from factcheck.review.agreement import LABELS, Figures
from factcheck.review.tally import Estimate


def pieces(view: AgreementView) -> Iterator[str]:
    """Yield one JSON object; docs/agreement.md describes it."""
    told = {
        "by": view.by,
        "level": view.level,
        "labels": LABELS,
        "groups": [_group(figures) for figures in view.groups],
        "again": [_group(figures) for figures in view.again],
        "left_out": {**view.left_out._asdict(), "unread": view.unread},
    }
    yield json_text(told)


def _group(figures: Figures) -> dict[str, Any]:
    return {
        "group": figures.group,
        "annotators": figures.annotators,
        "articles": figures.articles,
        "pieces": figures.pieces,
        "errors_over": "articles" if figures.clustered else "pieces",
        "undefined": figures.undefined or None,
        "percent": _estimate(figures.percent),
        "alpha": _estimate(figures.alpha),
        "ac1": _estimate(figures.ac1),
        "kappa": {"kind": "cohen" if len(figures.annotators) <= 2 else "fleiss", **_estimate(figures.kappa)},
        "labels": [
            {"label": label, "given": given, "specific_agreement": _rounded(specific)}
            for label, given, specific in zip(figures.labels, figures.given, figures.specific, strict=True)
        ],
        "table": figures.table,
        "confusions": [confusion._asdict() for confusion in figures.confusions],
        "skipped": {"by_all": figures.skipped, "by_some": figures.skipped_by_some},
        "unsure": {"pieces": figures.unsure.pieces, "percent": _rounded(figures.unsure.percent)},
        "sure": {"pieces": figures.sure.pieces, "percent": _rounded(figures.sure.percent)},
        "constant": figures.constant,
        "dominant": figures.dominant or None,
    }


def _estimate(estimate: Estimate) -> dict[str, float | None]:
    return {name: _rounded(value) for name, value in estimate._asdict().items()}


def _rounded(value: float | None) -> float | None:
    """Return a figure without the last digits, in which processors differ."""
    return None if value is None else round(value, 10) + 0.0
