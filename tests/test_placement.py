"""Whether records tile the article, the test of a current sidecar."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Span
from factcheck.text.article import Article
from factcheck.text.placement import covers, place_all, place_some

WORDS = st.text("ab.", min_size=1, max_size=5)
BLANKS = st.text(" \n\t\u00a0", max_size=3)


def plain(text: str) -> Article:
    """Return an article that is prose from end to end."""
    return Article("a.txt", text, text)


@given(st.lists(st.tuples(BLANKS, WORDS)), BLANKS)
def test_sentences_with_nothing_but_blanks_between_tile(pieces: list[tuple[str, str]], end: str) -> None:
    """Whatever the white space and however often a sentence is repeated, each span says its text."""
    text = "".join(blank + word for blank, word in pieces) + end
    texts = [word for _, word in pieces]
    spans = place_all(plain(text), texts)
    assert spans is not None
    assert [text[s.start : s.end] for s in spans] == texts


@given(st.lists(WORDS, min_size=1), st.data())
def test_a_missing_sentence_breaks_the_tiling(words: list[str], data: st.DataObject) -> None:
    """Dropping any one leaves words of the article uncovered."""
    gone = data.draw(st.integers(0, len(words) - 1))
    assert place_all(plain("\n".join(words)), words[:gone] + words[gone + 1 :]) is None


def test_blanked_out_markup_does_not_count() -> None:
    """A heading's marker may stand between two sentences."""
    assert place_all(Article("a.md", "# A\n# B", "  A\n  B"), ["A", "B"]) == (Span(2, 3), Span(6, 7))
    assert place_all(Article("a.md", "# A", "# A"), ["A"]) is None


def test_a_sentence_that_is_gone_has_no_place_and_the_others_keep_theirs() -> None:
    """A sentence found only far below, past others that are there, counts as gone."""
    article = plain("One. Three. Four. Two. Five.")
    assert place_some(article, ["One.", "Two.", "Three.", "Four.", "Five."]) == (
        Span(0, 4),
        None,
        Span(5, 11),
        Span(12, 17),
        Span(23, 28),
    )


@given(st.lists(WORDS), st.lists(WORDS))
def test_located_spans_are_in_order_and_say_their_text(words: list[str], texts: list[str]) -> None:
    """Whatever the article and the sidecar, what is found stands there, in order and without overlap."""
    article = plain(" ".join(words))
    end = 0
    for text, span in zip(texts, place_some(article, texts), strict=True):
        if span:
            assert article.text[span.start : span.end] == text
            assert span.start >= end
            end = span.end


@given(st.lists(WORDS, unique=True))
def test_all_of_a_current_sidecar_is_located(words: list[str]) -> None:
    """What tiles is found whole."""
    assert None not in place_some(plain(" ".join(words)), words)


@given(st.text("ab. \n", max_size=12), st.lists(st.text("ab. ", max_size=4), max_size=5))
def test_the_short_answer_is_the_long_one(text: str, texts: list[str]) -> None:
    """`tiles` tells whether `tile` has spans to give."""
    article = Article("a.txt", text, text.replace("b", " "))
    assert covers(article, texts) == (place_all(article, texts) is not None)
