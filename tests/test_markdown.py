"""Markdown: what of it is prose, that it keeps every offset, and what becomes of its sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from timing import is_within

from factcheck.text.article import Article, ConflictMarkersError, read_article
from factcheck.text.placement import place_all
from factcheck.text.prose import NOTHING
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
        ("**Faux.** Le maire ment.", ["Faux.", "Le maire ment."]),
        ("Le **maire** ment. *Il rit.*", ["Le **maire** ment.", "Il rit."]),
        ("**M.** Dupont part. [M](http://a.b). Duval rit.", ["M.** Dupont part.", "M](http://a.b). Duval rit."]),
        (
            "Voir [le site](https://exemple.fr/une/page/vraiment/tres/longue/a.html). Il ferme.",
            ["Voir [le site](https://exemple.fr/une/page/vraiment/tres/longue/a.html).", "Il ferme."],
        ),
        ("Il part.[^1] Elle rit.\n\n[^1]: Selon le maire.", ["Il part.", "Elle rit.", "Selon le maire."]),
        ("Le maire de\nBrest part. Il\nrit.", ["Le maire de\nBrest part.", "Il\nrit."]),
        (
            "- Le maire de\n  Brest part. Il\n  rit.\n- pain\n- sel",
            ["Le maire de\n  Brest part.", "Il\n  rit.", "pain", "sel"],
        ),
        ("> Le maire de\n> Brest part.\n\nFin", ["Le maire de\n> Brest part.", "Fin"]),
        ('+++\nlang = "fr"\n+++\nFin.', ["Fin."]),
        ('<iframe src="x">rien. Rien.</iframe>\n\nFin.', ["Fin."]),
        (
            '<figure>\n<img src="a.jpg">\n<figcaption>Le port. Vue.</figcaption>\n</figure>\n\nFin.',
            ["Le port.", "Vue.", "Fin."],
        ),
        ('{{< figure src="a.jpg" >}}\n\nFin {{% x %}}ici. {% include a.html %} Oui.', ["Fin {{% x %}}ici.", "Oui."]),
        ("# Titre\nLe maire part.\n## Sous-titre\nIl rit", ["Titre", "Le maire part.", "Sous-titre", "Il rit"]),
        ("Titre\n=====\nLe maire.", ["Titre", "Le maire."]),
        ("Ligne un  \nLigne deux<br>Ligne trois", ["Ligne un", "Ligne deux", "Ligne trois"]),
        ("Prix : 5 * 3 * 2. Fin_de_mot. Fin.", ["Prix : 5 * 3 * 2.", "Fin_de_mot.", "Fin."]),
        (
            "Il dit &laquo;&nbsp;non.&nbsp;&raquo; Puis il part &amp; rit.",
            ["Il dit &laquo;&nbsp;non.&nbsp;&raquo;", "Puis il part &amp; rit."],
        ),
        ("~~Faux.~~ Vrai. 1\\. Rien.", ["Faux.", "Vrai.", "1\\. Rien."]),
        (
            "Voir [1]. Il part [sic](voir plus bas). Oui [la page][p]. Non.\n\n[p]: http://x.fr",
            ["Voir [1].", "Il part [sic](voir plus bas).", "Oui [la page][p].", "Non."],
        ),
        ('Il <b>part.</b> Elle <a href="x.Y">rit</a>. Fin.', ["Il <b>part.", 'Elle <a href="x.Y">rit</a>.', "Fin."]),
        ("<p>Le maire ment.</p>\n<p>Il rit</p>", ["Le maire ment.", "Il rit"]),
        ("<script>\nA. B\n</script>\nFin.", ["Fin."]),
        ("***Faux !*** Le maire. __Vrai ?__ Oui.", ["Faux !", "Le maire.", "Vrai ?", "Oui."]),
        ("***Faux !** Le maire.* Non.", ["Faux !", "Le maire.", "Non."]),
        ("« **Non.** » Il part.", ["« **Non.** »", "Il part."]),
        ("    code. Code\n\nFin.", ["Fin."]),
        ("1. Un.\n2. Deux\n   suite.\n\n   Autre.\n", ["Un.", "Deux\n   suite.", "Autre."]),
        ("Fin du *texte*. Le **port**, dit-il.", ["Fin du *texte*.", "Le **port**, dit-il."]),
        ("Voir <https://exemple.fr/A.B>. Fin.", ["Voir <https://exemple.fr/A.B>.", "Fin."]),
    ],
)
def test_the_sentences_of_markdown(markdown: str, expected: list[str]) -> None:
    """Sentences are cut in what a reader sees, and are what the file holds there; blocks end what they hold."""
    assert sentences(read_article("a.md", markdown.encode())) == expected


@given(st.text(st.sampled_from("ab #>-`~*_=\n\r.1<!-[]:|()^"), max_size=80).map(lambda text: f"x\n\n{text}\n\nz"))
def test_prose_is_as_long_as_the_text_and_differs_only_in_blanks(text: str) -> None:
    """Whatever the markup, a character of prose is the article's character or a space, and the sentences tile it."""
    try:
        article = read_article("a.md", text.encode())
    except ConflictMarkersError:
        return
    assert len(article.prose) == len(article.text)
    assert all(p == t or p.isspace() for p, t in zip(article.prose, article.text, strict=True))
    assert place_all(article, sentences(article)) is not None


#: More of what is opened and never closed.
MORE = (
    "<p ",
    "<script>",
    "{{",
    "{%",
    "&a;",
    "**a",
    "*a_",
    "~~",
    "[a][b]",
    "[a](",
    "\\",
    "# a\n",
    "  \n",
    "[x\n",
    "<!--\n",
)

#: Markup that a parser pairs or does not, in any order.
MARKUP = st.lists(
    st.sampled_from(
        ["a", "b", "mot ", "Il.", "*", "**", "***", "_", "__", " ", "\n", "[a](x)", "[a][x]", "![b](y)", "(", "!"]
    ),
    max_size=12,
).map("".join)


@given(MARKUP)
def test_a_reader_sees_the_words_that_the_parser_renders(text: str) -> None:
    """Emphasis, links and images are taken off where markdown-it takes them off, and left where it leaves them."""
    text = f"x\n\n{text}\n\nz\n\n[x]: y\n"
    seen = read_article("a.md", text.encode()).prose.replace(NOTHING, "")
    rendered = (
        part.content
        for token in MarkdownIt("commonmark").parse(text)
        for part in token.children or ()
        if part.type in {"text", "text_special"}
    )
    assert "".join(seen.split()) == "".join("".join(rendered).split())


@pytest.mark.parametrize(
    "piece", ["<!--", "![", "[![a](b)", "`", "` `` ", "| ", "a|b\n-|-\n", "- ", " ", "```\n", "[^", *MORE]
)
def test_no_markup_is_slow(piece: str) -> None:
    """What is opened thousands of times and never closed is read in the time of any other text."""
    data = f"x\n\n{piece * (40_000 // len(piece))}\n\nz".encode()
    assert is_within(1, lambda: read_article("a.md", data))
