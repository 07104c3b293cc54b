"""The sentences of an article: what the rules promise, on text written for this project."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import SHARED, needs_shared

from factcheck.sentences import split

GOLD = SHARED / "gold" / "segmentation"


def texts(text: str, language: str) -> list[str]:
    """Return the sentences themselves."""
    return [text[span.start : span.end] for span in split(text, language)]


def test_windows_line_ends_make_no_difference() -> None:
    """CRLF ends a line as LF does, and belongs to no sentence."""
    assert texts("Un titre\r\n\r\nIl pleut. Elle rit.\r\n", "fr") == ["Un titre", "Il pleut.", "Elle rit."]


@needs_shared
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_trap_is_avoided(language: str) -> None:
    """Each hand-written trap comes out exactly as its author wants."""
    cases = [json.loads(line) for line in (GOLD / "traps.jsonl").read_text(encoding="utf-8").splitlines()]
    for case in cases:
        if case["lang"] == language:
            assert texts(case["text"], language) == case["sents"], case["name"]


@needs_shared
def test_the_first_article_has_fifteen_sentences() -> None:
    """The article that the project started from is cut where its author cut it."""
    article = Path(SHARED / "seed_article.txt").read_text(encoding="utf-8")
    assert len(split(article, "fr")) == 15
