"""The language of an article is recognised where that is certain; what is no article is told by its first bytes."""

from __future__ import annotations

import pytest
from conftest import ROOT

from factcheck.text.foreign import foreign_kind, looks_like_sidecar
from factcheck.text.language import named, recognised

#: A few sentences in each of some languages, by its code.
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests/cases/language").glob("*.txt"))}


@pytest.mark.parametrize("code", TEXTS)
def test_a_language_is_recognised(code: str) -> None:
    """By the commonest words of those we know, or by its script."""
    assert recognised(TEXTS[code]) == code


@pytest.mark.parametrize(
    "text", ["", "Brest.", "12 34 56 " * 30, "Lorem ipsum dolor sit amet consectetur " * 9, TEXTS["fr"] + TEXTS["en"]]
)
def test_what_is_not_certain_is_not_said(text: str) -> None:
    """Too little, no words, a language that nobody speaks, two at once."""
    assert recognised(text) is None


def test_the_sample_article_is_french() -> None:
    """With its numbers and names."""
    assert recognised((ROOT / "annotations" / "port-strike.txt").read_text(encoding="utf-8")) == "fr"


@pytest.mark.parametrize(
    ("said", "code"),
    [("fr", "fr"), ("Français", "fr"), ("francais", "fr"), ("French", "fr"), ("DEUTSCH", "de"), ("русский", "ru"),
     ("українська", "uk"), ("中文", "zh"), ("chinois", "zh"), ("Klingon", "klingon")],
)  # fmt: skip
def test_a_language_may_be_called_by_its_name(said: str, code: str) -> None:
    """In English, in French or in itself, whatever its accents."""
    assert named(said) == code


def test_what_is_no_article_is_told() -> None:
    """Pages and documents by their first bytes, sidecars by their header; an article may speak of them."""
    for data in (b"%PDF-1.7", b"{\\rtf1", b"\xef\xbb\xbf\n<!DOCTYPE html>", b"<html lang='fr'>", b"PK\x03\x04"):
        assert foreign_kind(data)
    for data in (b"Le port", b"<p>", b"# <html>\n", b""):
        assert foreign_kind(data) == ""
    assert looks_like_sidecar(b"# yaml-language-server: $schema=x\nfactcheck: 1\n")
    assert not looks_like_sidecar(b"Le factcheck: 1\n")
