"""The README's tour is run: what it shows is what the program prints."""

from __future__ import annotations

import os
from pathlib import Path

from conftest import ROOT
from transcripts import differences, rewrite

#: The article of the tour; short enough to follow, and with the edit the newsroom makes later.
ARTICLE = """La grève continue au port

Selon la prefecture, 5 000 personnes ont défilé mardi. Les observateurs estiment que M. Le Goff a perdu la main.
Qui paiera ?
"""


def test_the_tour_prints_what_the_readme_shows(tmp_path: Path) -> None:
    """Every command of the tour, in order, in a folder with one article."""
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "strike.txt").write_text(ARTICLE, encoding="utf-8")
    readme = ROOT / "README.md"
    if os.environ.get("GOLDEN"):
        rewrite(readme, tmp_path)
    else:
        assert not (found := differences(readme, tmp_path)), "\n".join(found)
