"""Draw `docs/annotator.svg`: the real screen, on the sample article, after the keys below."""

from __future__ import annotations

import io
import re
from pathlib import Path

from rich.console import Console
from rich.text import Text

from factcheck.formats.screen import Theme, frame
from factcheck.labelling import parse_keys, saved, start, step
from factcheck.model import Annotator, Language
from factcheck.sidecar import skeleton
from factcheck.text.article import read_article
from factcheck.text.sentences import split

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "annotator.svg"
ARTICLE = ROOT / "annotations" / "port-strike.txt"
KEYS = "cs<enter>ws<enter>s<enter>s"
WIDTH, HEIGHT = 90, 26

#: The fonts rich would fetch from elsewhere: a picture in a README asks nobody for anything.
_FETCHED = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


def picture() -> str:
    """Return the picture as SVG."""
    article = read_article(ARTICLE.name, ARTICLE.read_bytes())
    texts = [article.text[span.start : span.end] for span in split(article.prose, "fr")]
    state = start(skeleton(article.name, Annotator("alice"), Language("fr"), texts), article=article.text)
    for key in parse_keys(KEYS):
        state, _ = step(state, key)
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    for row in frame(saved(state), WIDTH, HEIGHT, Theme.DARK).lines:
        console.print(Text.from_ansi(row), soft_wrap=True)
    svg = console.export_svg(title="factcheck annotate port-strike.txt", unique_id="annotator")
    return re.sub(r"[ \t]+$", "", _FETCHED.sub("", svg), flags=re.MULTILINE)


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")
