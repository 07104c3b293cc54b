"""Markdown: what of it is prose, that it keeps every offset, and what becomes of its sentences."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.article import Article, read_article
from factcheck.text.placement import place_all
from factcheck.text.sentences import split


def sentences(article: Article) -> list[str]:
    """Return the sentences of an article."""
    return [article.text[span.start : span.end] for span in split(article.prose, "fr")]


MARKDOWN = """---
title: Grève
lang: fr
---
# Le port bloqué #

<!-- relire
-->
> Une citation.

- Un point.
1. Deux `code` ici.

```python
print("rien")
```
***
[1]: https://example.org
Fin : 1. non.
"""


def test_only_prose_is_left_of_markdown() -> None:
    """Front matter, code, comments and markers are blanked out; every offset stays."""
    article = read_article("a.md", MARKDOWN.encode())
    words = " ".join(article.prose.split())
    assert words == "Le port bloqué Une citation. Un point. Deux `code` ici. Fin : 1. non."
    assert article.language == "fr"
    assert article.text == MARKDOWN


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("| Ville | Morts |\n|:--|---:|\n| Brest | 4. |\n| Nantes | 5 |\nFin.", ["Fin."]),
        ("> a | b\r\n> --|--\r\n> 1 | 2\r\n\r\nFin | dit-il.", ["Fin | dit-il."]),
        ("Oui | non.\n---\nLe reste.", ["Oui | non.", "Le reste."]),
        ('![Le port. Vue](port.jpg "Le port (vue). Ici")\nFin.', ["Fin."]),
        ("Il part. ![vue][1] Elle rit.\n\n[1]: port.jpg", ["Il part.", "Elle rit."]),
        ("[![vue](port.jpg)](https://example.org/Port.Html)\nFin.", ["Fin."]),
        ("Vraiment ![sic] oui.", ["Vraiment ![sic] oui."]),
        ("Le port ![vue](port.jpg) ferme.", ["Le port ![vue](port.jpg) ferme."]),
        ("Ouvrez `a. B` puis `x? Y`. Fermez.", ["Ouvrez `a. B` puis `x? Y`.", "Fermez."]),
        ("Tapez ``a ` . B``. Fin.", ["Tapez ``a ` . B``.", "Fin."]),
        ("L`un part. Il rit.", ["L`un part.", "Il rit."]),
        ("Il part[^1]. Elle rit.\n\n[^1]: Selon le maire.", ["Il part[^1].", "Elle rit.", "Selon le maire."]),
        ("```` py\n```\nA. B\n````\nFin.", ["Fin."]),
        ("Début.\n\n~~~\nA. B", ["Début."]),
        ("```non``` est dit. Fin.", ["```non``` est dit.", "Fin."]),
        ("Un <!-- deux. Trois --> quatre. Cinq <!-- six.", ["Un <!-- deux. Trois --> quatre.", "Cinq <!-- six."]),
    ],
)
def test_the_sentences_of_markdown(markdown: str, expected: list[str]) -> None:
    """Tables and images are no sentences, and code within a line ends none."""
    assert sentences(read_article("a.md", markdown.encode())) == expected


@given(st.text(st.sampled_from("ab #>-`~*_=\n\r.1<!-[]:|()^"), max_size=80).map(lambda text: f"x\n\n{text}\n\nz"))
def test_prose_is_as_long_as_the_text_and_differs_only_in_blanks(text: str) -> None:
    """Whatever the markup, a character of prose is the article's character or a space, and the sentences tile it."""
    article = read_article("a.md", text.encode())
    assert len(article.prose) == len(article.text)
    assert all(p == t or (p == " " and t not in "\r\n") for p, t in zip(article.prose, article.text, strict=True))
    assert place_all(article, sentences(article)) is not None


@pytest.mark.parametrize(
    "piece", ["<!--", "![", "[![a](b)", "`", "` `` ", "| ", "a|b\n-|-\n", "- ", " ", "```\n", "[^"]
)
def test_no_markup_is_slow(piece: str) -> None:
    """What is opened a hundred thousand times and never closed is read in the time of any other text."""
    started = time.process_time()
    read_article("a.md", f"x\n\n{piece * (100_000 // len(piece))}\n\nz".encode())
    assert time.process_time() - started < 1
