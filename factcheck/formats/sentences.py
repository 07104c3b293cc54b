"""Sentences as text, one a line, and as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Sequence

from factcheck.formats.log_commands import inert_json
from factcheck.formats.text import visible
from factcheck.model import Span


def text(article: str, spans: Sequence[Span]) -> str:
    """Return each sentence on a line of its own; a line break inside one is shown as a space."""
    return "".join(f"{visible(' '.join(article[span.start : span.end].splitlines()))}\n" for span in spans)


def jsonl(article: str, spans: Sequence[Span]) -> str:
    """Return a JSON object a line with `start` and `end`, in code points, and `text`."""
    return "".join(
        inert_json(json.dumps({"start": span.start, "end": span.end, "text": article[span.start : span.end]}) + "\n")
        for span in spans
    )
