"""Documents whose commands are run: what they show is what the program prints, in the language they are in."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest
from commands import run
from conftest import ROOT
from transcripts import differences, rewrite

#: The article of the tours; short enough to follow, and with the edit the newsroom makes later.
ARTICLE = """La grève continue au port

Selon la prefecture, 5 000 personnes ont défilé mardi. Les observateurs estiment que M. Le Goff a perdu la main.
Qui paiera ?
"""


#: The documents, the language each is in, and where the article is.
TOURS = {
    "README.md": ("en", "news/strike.txt"),
    "README.fr.md": ("fr", "actu/greve.txt"),
    "docs/premiers-pas.md": ("fr", "actu/greve.txt"),
}


@pytest.mark.parametrize("document", TOURS)
def test_a_tour_prints_what_the_document_shows(document: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every command of a tour, in order, in a folder with one article."""
    language, article = TOURS[document]
    monkeypatch.setenv("FACTCHECK_LANG", language)
    (tmp_path / article).parent.mkdir()
    (tmp_path / article).write_text(ARTICLE, encoding="utf-8")
    if os.environ.get("GOLDEN"):
        rewrite(ROOT / document, tmp_path)
    else:
        assert not (found := differences(ROOT / document, tmp_path)), "\n".join(found)


def test_the_first_command_labels_the_whole_sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`make run` without a terminal: its keys fit the sample and what is proposed for it."""
    keys = re.search(r"^TRY_KEYS := (\S+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert keys
    monkeypatch.chdir(shutil.copytree(ROOT / "annotations", tmp_path / "try", ignore=shutil.ignore_patterns("*.yaml")))
    labelled = run("annotate", "port-strike.txt", "--language", "fr", "--annotator", "demo", "--keys", keys[1])
    assert (labelled.code, run("check", "port-strike.txt").code) == (0, 0)
