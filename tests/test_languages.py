"""The word lists: what every language's file may hold, so that a slip in one is found before a sentence shows it."""

from __future__ import annotations

import importlib
import os
import re
import subprocess
import sys
from types import ModuleType

import pytest
import simplemma
from conftest import ROOT

from factcheck.labelling.sources.lexicon import plain
from factcheck.languages import ALIASES, codes, edit_words, sentence_words, source_words
from factcheck.languages.edits import EditWords
from factcheck.languages.sources import SourceWords
from factcheck.languages.words import Words
from factcheck.text.normal import unaccented

FILES = sorted(set(codes()) - set(ALIASES))

#: The lists a file may hold: a field of `Words` each, apart from those that come from other lists.
LISTS = {field.upper() for field in Words.__slots__} - {"SUFFIXES", "ABBREVIATING", "NUMBERED"}

#: The lists whose words a full stop may follow without ending a sentence, whatever stands before them.
ABBREVIATIONS = ("TITLES", "INNER", "BEFORE_NUMBERS", "BEFORE_SMALL_NUMBERS", "ABBREVIATIONS")

#: Those that a dictionary knows, each with a reason.
KNOWN = ROOT / "tests" / "cases" / "abbreviations.txt"

#: What simplemma calls a language, where it is something else; None where it has no dictionary.
DICTIONARIES = {"hr": "hbs", "ja": None, "kk": None, "mr": None, "zh": None}

#: Languages whose dictionary is large; `make words` asks them too.
LARGE = {"ca", "da", "de", "es", "fi", "hr", "hu", "nb", "pl", "pt", "ru", "sk", "sv", "tr", "uk"}

#: What the other parts of a file may hold.
PARTS = {"EDITS": set(EditWords._fields), "SOURCES": set(SourceWords.__slots__) | {"regular"}}


def module(code: str) -> ModuleType:
    """Return a language's file."""
    return importlib.import_module(f"factcheck.languages.{code}")


def lists(code: str) -> dict[str, list[str]]:
    """Return the lists of a language by name."""
    return {name: value.split() for name, value in vars(module(code)).items() if name.isupper() and name not in PARTS}


@pytest.mark.parametrize("code", FILES)
def test_a_file_holds_only_lists_that_are_looked_at(code: str) -> None:
    """A misspelt name would be passed over in silence."""
    assert set(lists(code)) <= LISTS
    for part, names in PARTS.items():
        assert set(getattr(module(code), part, {})) <= names


@pytest.mark.parametrize("code", FILES)
def test_words_that_are_looked_up_folded_are_written_folded(code: str) -> None:
    """An accent or a capital in a list would never be found."""
    edits = edit_words(code)
    looked_up = [word for listed in edits or () if isinstance(listed, frozenset) for word in listed]
    assert [word for word in looked_up if unaccented(word) != word] == []
    sources = source_words(code)
    held = (getattr(sources, name) for name in SourceWords.__slots__)
    spoken = [word for listed in held if isinstance(listed, frozenset) for word in listed]
    assert [word for word in spoken if plain(word) != word] == []


def test_cutting_sentences_reads_no_other_part() -> None:
    """What `check` and `sentences` start with stays small."""
    code = "import sys; from factcheck.text.sentences import split; split('Oui.', 'fr')"
    told = (
        "print([name for name in sys.modules if name in ('factcheck.languages.edits', 'factcheck.languages.sources')])"
    )
    done = subprocess.run([sys.executable, "-c", f"{code}; {told}"], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("code", FILES)
def test_a_file_says_where_its_words_come_from(code: str) -> None:
    """Its docstring names the language and the source."""
    assert re.fullmatch(r"[A-Z][a-z]+[,:]? .{30,}\.", (module(code).__doc__ or "").replace("\n", " "))


@pytest.mark.parametrize("code", FILES)
def test_words_are_written_once_and_without_their_last_full_stop(code: str) -> None:
    """So they are looked up as they stand before the mark."""
    for name, words in lists(code).items():
        assert len(words) == len(set(words)), name
        assert not [word for word in words if word.endswith(".")], name


@pytest.mark.parametrize("code", [code for code in FILES if DICTIONARIES.get(code, code)])
def test_no_abbreviation_is_an_ordinary_word(code: str) -> None:
    """A word taken for an abbreviation joins sentences for good, so a dictionary is asked; the exceptions say why."""
    if code in LARGE and not os.environ.get("FACTCHECK_DICTIONARIES"):
        pytest.skip("its dictionary takes seconds to load: make words")
    written = {word for name in ABBREVIATIONS for word in lists(code).get(name, [])}
    words = {word for word in written if len(word) > 1 and "." not in word and not word.startswith("-")}
    known = {word.lower() for word in words if simplemma.is_known(word, lang=DICTIONARIES.get(code) or code)}
    assert known == reasoned(code)


def reasoned(code: str) -> set[str]:
    """Return the words of a language that are listed although a dictionary knows them."""
    lines = [line.split() for line in KNOWN.read_text(encoding="utf-8").splitlines() if line[:1] not in {"", "#"}]
    return {word.lower() for language, *words in lines for word in words if language == code}


@pytest.mark.parametrize("code", FILES)
def test_particles_are_starters(code: str) -> None:
    """A particle is a word that starts sentences and names alike."""
    assert sentence_words(code).particles <= sentence_words(code).starters


def test_a_code_that_shares_a_file_has_its_lists() -> None:
    """Norwegian is written `no`, `nb` or `nn`."""
    assert sentence_words("no") == sentence_words("nb") != Words()


@pytest.mark.parametrize("code", ["xx", "words", "", "../fr", "fr.x", "FR"])
def test_a_code_without_a_file_has_no_lists(code: str) -> None:
    """Nothing outside the folder is ever looked at."""
    assert sentence_words(code) == Words()


def test_the_codes_are_the_files() -> None:
    """Adding a language is adding a file."""
    names = {path.stem for path in (ROOT / "factcheck" / "languages").glob("*.py")}
    assert set(FILES) == {name for name in names if len(name) < 4}
