"""`factcheck sentences` and `factcheck --version`, run as a person runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import run

from factcheck import __version__
from factcheck.text.sentences import VERSION

TEXT = "Brest en grève\r\n\r\nM. Le Goff a « cédé ». Le trafic reprend à 18 h.\r\n"


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with one article."""
    (tmp_path / "port.txt").write_bytes(TEXT.encode())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_each_sentence_is_printed_on_a_line() -> None:
    """The text format is for people."""
    told = run("sentences", "port.txt", "--language", "fr")
    assert told.out.splitlines() == ["Brest en grève", "M. Le Goff a « cédé ».", "Le trafic reprend à 18 h."]
    assert (told.code, told.err) == (0, "")


def test_json_lines_say_where_each_sentence_stands() -> None:
    """Offsets are code points of the article as it is on disk, line ends included."""
    told = run("sentences", "port.txt", "--language", "fr", "--format", "jsonl")
    found = [json.loads(line) for line in told.out.splitlines()]
    assert [TEXT[each["start"] : each["end"]] for each in found] == [each["text"] for each in found]
    assert len(found) == 3


def test_the_language_is_never_guessed() -> None:
    """Without anybody to tell it, the command says what to give."""
    told = run("sentences", "port.txt")
    assert told.code == 2
    assert "--language" in told.err


def test_the_articles_metadata_tell_the_language(desk: Path) -> None:
    """Front matter is asked before the desk's settings, and is not prose."""
    (desk / "factcheck.yaml").write_text("language: en\n", encoding="utf-8")
    (desk / "port.md").write_text("---\nlang: fr\n---\n# Port\n\nLe Pr. Roux part. Il rit.\n", encoding="utf-8")
    assert run("sentences", "port.md").out.splitlines() == ["Port", "Le Pr. Roux part.", "Il rit."]


def test_the_desk_tells_the_language(desk: Path) -> None:
    """A desk's settings name the language of articles that do not say their own."""
    (desk / "factcheck.yaml").write_text("language: fr\n", encoding="utf-8")
    assert len(run("sentences", "port.txt").out.splitlines()) == 3


def test_a_language_without_lists_is_mentioned() -> None:
    """Whoever misspells a code sees why titles end sentences."""
    told = run("sentences", "port.txt", "--language", "xx")
    assert "no word lists for xx" in told.err
    assert told.code == 0


def test_wrapped_lines_are_shown_on_one(desk: Path) -> None:
    """A sentence over several lines takes one line of the output, and keeps its line breaks in JSON."""
    (desk / "letter.txt").write_text("Le pont\nferme. Il\nrouvrira.\n", encoding="utf-8")
    asked = ("sentences", "letter.txt", "--language", "fr", "--wrapped")
    assert run(*asked).out.splitlines() == ["Le pont ferme.", "Il rouvrira."]
    assert json.loads(run(*asked, "--format", "jsonl").out.splitlines()[0])["text"] == "Le pont\nferme."


def test_whether_lines_are_wrapped_is_found_out_told_or_settled(desk: Path) -> None:
    """The option wins over the desk's setting, and the setting over what the lines look like."""
    lines = (
        "La préfecture a annoncé mardi la fermeture du pont et les riverains, que\npersonne n'a prévenus, protestent."
    )
    (desk / "letter.txt").write_text(f"{lines}\n", encoding="utf-8")
    asked = ("sentences", "letter.txt", "--language", "fr")
    assert len(run(*asked).out.splitlines()) == 1
    assert len(run(*asked, "--no-wrapped").out.splitlines()) == 2
    (desk / "factcheck.yaml").write_text("wrapped: false\n", encoding="utf-8")
    assert len(run(*asked).out.splitlines()) == 2
    assert len(run(*asked, "--wrapped").out.splitlines()) == 1


@pytest.mark.parametrize("code", ["fr-CA", "FR", "fra", "fr_BE"])
def test_a_language_may_be_written_in_other_ways(desk: Path, code: str) -> None:
    """A region and the code of three letters say which language it is."""
    (desk / "pr.txt").write_text("Le Pr. Roux part.\n", encoding="utf-8")
    told = run("sentences", "pr.txt", "--language", code)
    assert (told.out, told.err) == ("Le Pr. Roux part.\n", "")


def test_hidden_characters_do_not_reach_the_terminal(desk: Path) -> None:
    """What steers a terminal is shown as a mark."""
    (desk / "trap.txt").write_text("Il \x1b[31mrougit\u202e.\n", encoding="utf-8")
    assert run("sentences", "trap.txt", "--language", "fr").out == "Il <U+001B>[31mrougit<U+202E>.\n"


def test_the_version_names_the_rules() -> None:
    """Labels hang on boundaries, so whoever reports one must be able to say which rules made it."""
    assert run("--version").out == f"factcheck {__version__}, sentence rules {VERSION}\n"
