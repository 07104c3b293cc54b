"""Who is labelling, in which language, at which desk, and whether in colour."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from factcheck.app.desk import Desk, desk
from factcheck.cli import options
from factcheck.config import Config
from factcheck.errors import FactcheckError
from factcheck.io.colour import wants_colour
from factcheck.model import Language

FR, EN = Language("fr"), Language("en")


def test_the_annotator_is_who_the_option_names_else_the_environment_else_git(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Git's user.name becomes a slug, accents and all."""
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    subprocess.run(["git", "-C", str(tmp_path), "config", "user.name", "Zoé  Le Goff"], check=True)
    monkeypatch.chdir(tmp_path)
    assert options.annotator(None) == "zoe-le-goff"
    monkeypatch.setenv("FACTCHECK_ANNOTATOR", "bob")
    assert options.annotator(None) == "bob"
    assert options.annotator("carol-2") == "carol-2"


@pytest.mark.parametrize("name", ["Alice", "a b", "../a", "a.b", "é", "-a", "a\x1b[31m", "a--b"])
def test_a_name_that_is_no_slug_is_refused_with_one_that_is(name: str) -> None:
    """It would become part of a file name."""
    with pytest.raises(FactcheckError, match="cannot be an annotator's name"):
        options.annotator(name)


def test_nobody_named_is_an_error_that_says_how_to_name_somebody() -> None:
    """An unset user.name is no reason to write anonymous labels."""
    with pytest.raises(FactcheckError, match="--annotator"):
        options.annotator(None)
    with pytest.raises(FactcheckError, match="--annotator"):
        options.annotator("")


def test_the_language_comes_from_whoever_knows_it_first() -> None:
    """The option, one's own sidecar, then the others in order."""
    assert options.language("fr", None, [EN]) == "fr"
    assert options.language(None, FR, [EN]) == "fr"
    assert options.language(None, None, [None, EN, FR]) == "en"


def test_a_language_that_nobody_knows_is_an_error_without_a_terminal() -> None:
    """It is never guessed."""
    with pytest.raises(FactcheckError, match="--language fr"):
        options.language(None, None, [None])
    with pytest.raises(FactcheckError, match="not a language code"):
        options.language("klingon", None, [])
    assert options.language("Français", None, []) == "fr"
    with pytest.raises(FactcheckError, match="your sidecar says fr"):
        options.language("en", FR, [])


def test_a_desks_settings_are_read_from_its_root(tmp_path: Path) -> None:
    """Without a file the usual settings hold; a mistake in it is named with its place."""
    below = tmp_path / "news"
    below.mkdir()
    assert desk(below) == Desk(below, Config())
    settings = tmp_path / "factcheck.yaml"
    settings.write_text("language: fr\n")
    assert desk(below).root == tmp_path
    assert desk(below).config.language == "fr"
    settings.write_text("langage: fr\n")
    with pytest.raises(FactcheckError, match=r"factcheck\.yaml:1:1: "):
        desk(below)


def test_colour_is_decided_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The option, then NO_COLOR, then FORCE_COLOR, then whether a terminal is there to show it."""
    assert wants_colour("always")
    assert not wants_colour("never")
    assert not wants_colour("auto")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert wants_colour("auto")
    monkeypatch.setenv("NO_COLOR", "1")
    assert not wants_colour("auto")
