"""The README's tour is run: what it shows is what the program prints."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest
from commands import run
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


def test_the_first_command_labels_the_whole_sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`make run` without a terminal: its keys fit the sample and what is proposed for it."""
    keys = re.search(r"^TRY_KEYS := (\S+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert keys
    monkeypatch.chdir(shutil.copytree(ROOT / "annotations", tmp_path / "try", ignore=shutil.ignore_patterns("*.yaml")))
    labelled = run("annotate", "port-strike.txt", "--language", "fr", "--annotator", "demo", "--keys", keys[1])
    assert (labelled.code, run("check", "port-strike.txt").code) == (0, 0)
