"""What the program knows of each language: one file of word lists a language, named by its ISO 639 code.

Adding a language is adding a file. It has up to three parts, all optional, each read only when it is asked for:

- strings in capitals, for the sentence rules: `words.Words` says what each list means; a word is written without its
  last full stop, in the case it has inside a sentence;
- `EDITS`, by which edits of a sentence are judged: `edits.EditWords`;
- `SOURCES`, which tell who speaks: `sources.SourceWords`.

`lists` says how lists are written.
"""

from __future__ import annotations

import functools
import importlib
import re
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.languages.edits import EditWords
    from factcheck.languages.lists import Lists
    from factcheck.languages.sources import SourceWords
    from factcheck.languages.words import Words

_THREE_LETTERS = """
    ara:ar bul:bg cat:ca ces:cs cze:cs dan:da deu:de ger:de ell:el gre:el eng:en spa:es fas:fa per:fa fin:fi fra:fr
    fre:fr heb:he hin:hi hrv:hr bos:hr hun:hu hye:hy arm:hy ita:it jpn:ja kaz:kk mar:mr nob:nb nno:nb nor:nb nld:nl
    dut:nl pol:pl por:pt ron:ro rum:ro rus:ru slk:sk slo:sk slv:sl swe:sv tur:tr ukr:uk zho:zh chi:zh
"""

#: Codes that share the file of another, the three letters of ISO 639-2 and 639-3 among them.
ALIASES = {"no": "nb", "nn": "nb", "bs": "hr", "sh": "hr", "iw": "he"}
ALIASES |= dict(pair.split(":") for pair in _THREE_LETTERS.split())

#: What a language's file can be called, unlike the modules beside it.
_CODE = "[a-z]{2,3}"

#: Names that are written with an exclamation mark.
MARKED_NAMES = ("Yahoo", "Jeopardy", "Yum", "Oklahoma")

_ABBREVIATIONS = ("TITLES", "INNER", "BEFORE_NUMBERS", "BEFORE_SMALL_NUMBERS", "ABBREVIATIONS", "MONTHS")

#: Units that are the same everywhere.
METRIC = frozenset(("m", "km", "dm", "cm", "mm", "ha", "kg", "g", "mg", "l", "cl", "h", "min", "s"))


@functools.cache
def sentence_words(code: str) -> Words:
    """Return the lists of the sentence rules; those of a language without a file are empty."""
    from factcheck.languages.words import Words  # noqa: PLC0415 - dataclasses are slow to import, and hooks wait for it

    module = _file(code)
    return _sentence_words(module) if module else Words()


def _sentence_words(module: ModuleType) -> Words:
    from factcheck.languages.words import Words  # noqa: PLC0415 - as above

    titles, inner, numbers, small, others, months = (_either_case(module, name) for name in _ABBREVIATIONS)
    endings, states, hours = (frozenset(_words(module, name)) for name in ("ENDINGS", "STATES", "HOURS"))
    counted = _either_case(module, "COUNTED")
    return Words(
        titles=titles,
        inner=inner,
        before_numbers=numbers,
        suffixes=tuple(word[1:] for word in _words(module, "BEFORE_NUMBERS") if word[0] == "-"),
        before_small_numbers=small,
        abbreviations=others,
        endings=endings,
        units=METRIC.union(_words(module, "UNITS")),
        years=frozenset(_words(module, "YEARS")),
        months=months,
        states=states,
        companies=frozenset(_words(module, "COMPANIES")),
        eras=frozenset(_words(module, "ERAS")),
        hours=hours,
        days=frozenset(_words(module, "DAYS")),
        ordinals=hasattr(module, "ORDINALS"),
        counted=counted,
        starters=_either_case(module, "STARTERS", shortest=1),
        particles=_either_case(module, "PARTICLES", shortest=1),
        courtesies=frozenset(_words(module, "COURTESIES")),
        careless=frozenset(_words(module, "CARELESS")),
        lower_after_quotes=hasattr(module, "LOWER_AFTER_QUOTES"),
        saying=tuple(_words(module, "SAYING")),
        continuing=frozenset(_words(module, "CONTINUING")),
        whole=tuple((pair[0], pair[1]) for pair in _words(module, "WHOLE")),
        abbreviating=titles.union(inner, numbers, small, others, months, endings, states, hours),
        numbered=numbers.union(small, counted),
    )


@functools.cache
def edit_words(code: str) -> EditWords | None:
    """Return the lists that edits are judged by; None where there are none, so that only typography is harmless."""
    from factcheck.languages.edits import read_edits  # noqa: PLC0415 - each part is paid for by who needs it

    lists = _part(code, "EDITS")
    return read_edits(code, lists) if lists else None


@functools.cache
def source_words(code: str) -> SourceWords:
    """Return the words that tell who speaks; those of a language without them are empty."""
    from factcheck.languages.sources import read_sources  # noqa: PLC0415 - as above

    return read_sources(_part(code, "SOURCES"))


@functools.cache
def edit_languages() -> tuple[str, ...]:
    """Return the codes of the languages by whose words edits are judged, in alphabetical order."""
    return tuple(code for code in codes() if _part(code, "EDITS"))


@functools.cache
def codes() -> tuple[str, ...]:
    """Return the codes of the languages that have a file, their own or another's: the shorter code of each."""
    import pkgutil  # noqa: PLC0415 - a third of the time it takes to import all this, and hardly ever asked for

    files = {module.name for module in pkgutil.iter_modules(__path__) if re.fullmatch(_CODE, module.name)}
    return tuple(sorted(files.union(alias for alias in ALIASES if len(alias) == len("no"))))


def _file(code: str) -> ModuleType | None:
    """Return the file of a language, if there is one; a code is never taken for another path."""
    name = f"factcheck.languages.{ALIASES.get(code, code)}"
    try:
        return importlib.import_module(name) if re.fullmatch(_CODE, code) else None
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        return None


def _part(code: str, name: str) -> Lists:
    lists: Lists = getattr(_file(code), name, {})
    return lists


def _words(module: ModuleType, name: str) -> list[str]:
    return str(getattr(module, name, "")).split()


def _either_case(module: ModuleType, name: str, shortest: int = 2) -> frozenset[str]:
    """Return the words of a list as written and with a capital; not single letters, whose capitals are initials."""
    words = _words(module, name)
    return frozenset(words).union(word[0].upper() + word[1:] for word in words if len(word) >= shortest)
