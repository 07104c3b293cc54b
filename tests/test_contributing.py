"""The recipes for whoever changes something name files and tables that are there."""

from __future__ import annotations

import re

import pytest
from conftest import ROOT

RECIPES = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
#: Stand for a name that a newcomer chooses.
PLACEHOLDERS = ("NAME", "XX", "FC999")
PATHS = sorted(set(re.findall(r"`((?:factcheck|tests|docs)/[\w./-]+)`", RECIPES)))


def is_there(path: str) -> bool:
    """Return whether a path is one of today's, not one that a newcomer makes."""
    return not any(name in path for name in PLACEHOLDERS)


NAMES = re.findall(r"`([A-Za-z_]+)` in\s+`([\w/]+\.py)`", RECIPES) + [
    (name, path) for path, name in re.findall(r"`([\w/]+\.py)`:[^`]*`([A-Z]{3,})`", RECIPES)
]


@pytest.mark.parametrize("path", [*filter(is_there, PATHS)])
def test_a_path_in_a_recipe_is_there(path: str) -> None:
    """Files and folders, by the names they have today."""
    assert (ROOT / path).exists()


@pytest.mark.parametrize(("name", "path"), [pair for pair in NAMES if is_there(pair[1])])
def test_a_table_in_a_recipe_is_in_that_file(name: str, path: str) -> None:
    """At the top of it, as a table, a class or a function."""
    assert re.search(rf"^(?:class |def )?{name}\b", (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("target", sorted(set(re.findall(r"`make ([a-z-]+)`", RECIPES))))
def test_a_target_in_a_recipe_is_one(target: str) -> None:
    """`make` knows it."""
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
