"""Web pages with all that stands around an article: how much of it alone comes back, and how fast."""

from __future__ import annotations

import html
import random
import sys
import tempfile
from pathlib import Path

from benchmarks.measure import process_cpu
from benchmarks.stories import f1, sentence, story, words
from factcheck.intake import page
from factcheck.intake.draft import Material
from factcheck.intake.tidy import composed_text


def _links(chance: random.Random, count: int) -> str:
    items = (f'<li><a href="/{number}">{_title(chance)}</a></li>' for number in range(count))
    return f"<ul>{''.join(items)}</ul>"


def _title(chance: random.Random) -> str:
    return " ".join(sentence(chance).rstrip(".").split()[:9])


def _noise(chance: random.Random) -> str:
    """Return something that stands between the paragraphs of an article and is no part of it."""
    return chance.choice(
        (
            f"<aside class='related'><h3>À lire aussi</h3>{_links(chance, 3)}</aside>",
            f"<p><strong>Lire aussi : <a href='/x'>{_title(chance)}</a></strong></p>",
            f"<div><a href='/x'>{_title(chance)}</a><br><a href='/y'>{_title(chance)}</a></div>",
            "<div class='share-buttons'><a href='#'>Partager</a> <a href='#'>Imprimer</a></div>",
            f"<figure><img src='a.jpg'><figcaption>{_title(chance)}</figcaption></figure>",
            "<div class='advertisement'>Publicité</div>",
            "<script>var a = 'x < y';</script>",
            "<div class='newsletter'><form><p>Recevez notre lettre</p><input><button>Oui</button></form></div>",
            "<div class='box'>Abonnez-vous pour un euro le premier mois.</div>",
        )
    )


def _piece(chance: random.Random, text: str) -> tuple[str, list[str]]:
    """Return a paragraph with its marks, maybe as a quotation or list or below a heading, and its texts."""
    words_ = html.escape(text).split()
    at = chance.randrange(len(words_))
    words_[at] = chance.choice(("<b>{}</b>", "<a href='/m'>{}</a>", "<em>{}</em>", "{}")).format(words_[at])
    marked, kind = " ".join(words_), chance.random()
    if kind < 0.06:
        return f"<blockquote><p>{marked}</p></blockquote>", [text]
    if kind < 0.12:
        points = [_title(chance) for _number in range(3)]
        return f"<p>{marked}</p><ul>{''.join(f'<li>{point}</li>' for point in points)}</ul>", [text, *points]
    if kind < 0.2:
        heading = _title(chance)
        return f"<h2>{heading}</h2><p>{marked}</p>", [heading, text]
    return (f"<p>{marked}</p>", [text]) if kind < 0.95 else (f"<div>{marked}</div>", [text])


def made(seed: int) -> tuple[bytes, list[str]]:
    """Return a page and the paragraphs of its article, the headline first."""
    chance = random.Random(seed)
    title = _title(chance)
    pieces, wanted = [], [title]
    for number, text in enumerate(story(seed, 3, 18)):
        piece, texts = _piece(chance, text)
        pieces.append(piece)
        wanted += texts
        if number and chance.random() < 0.25:
            pieces.append(_noise(chance))
    wrapper = chance.choice(
        ("<article>{}</article>", "<main>{}</main>", "<div class='article-body'>{}</div>", "<div>{}</div>")
    )
    inner = chance.choice(("{}", "<div><div class='content'>{}</div></div>", "<section>{}</section>"))
    byline = "<div class='meta'>Par <a href='/zlg'>Zoé Le Goff</a>, publié le 3 novembre 2026 à 8 h 30</div>"
    article = wrapper.format(f"<h1>{title}</h1>{byline}{inner.format(''.join(pieces))}")
    comments = "".join(f"<div class='comment'><b>Z</b><p>{sentence(chance)}</p></div>" for _number in range(4))
    whole = f"""<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>{title} - Le Journal</title></head>
<body><header><a href="/">Le Journal</a><nav>{_links(chance, 8)}</nav></header>
<div id="cookies" class="cookie-banner">Nous utilisons des témoins. <button>Accepter</button></div>{article}
<div class="bio"><p>Zoé Le Goff écrit sur les ports. Elle vit à Brest.</p></div>
<aside class="sidebar"><h2>Les plus lus</h2>{_links(chance, 6)}</aside>
<section id="comments"><h2>Commentaires</h2>{comments}</section>
<footer>{_links(chance, 5)}<p>Mentions légales, données personnelles</p></footer></body></html>"""
    return whole.encode(), wanted


def measure(count: int = 100) -> tuple[float, float]:
    """Return the mean and the worst F1 of words in their order."""
    scores = []
    for seed in range(count):
        data, wanted = made(seed)
        found = composed_text(page.read(Material(data))[0]).paragraphs
        scores.append(f1(words("\n".join(wanted)), words("\n".join(found))))
    return sum(scores) / count, min(scores)


def seconds_a_page(count: int = 200) -> float:
    """Return the seconds of work that `factcheck intake` takes for each of many pages in one command."""
    with tempfile.TemporaryDirectory() as folder:
        names = [f"{number}.html" for number in range(count)]
        for number, name in enumerate(names):
            Path(folder, name).write_bytes(made(number)[0])
        return process_cpu([sys.executable, "-m", "factcheck", "intake", "-o", "articles", *names], folder) / count
