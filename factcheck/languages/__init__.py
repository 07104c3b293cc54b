"""What the sentence rules must know of each language, one file of word lists a language; no rules here.

A file is named after the language's ISO 639 code and holds strings of words divided by white space. All are
optional. A word is written without its last full stop, in the case it has inside a sentence. Adding a language is
adding a file; `Words` says what each list means.
"""

from __future__ import annotations

import functools
import importlib
import re
from types import ModuleType

from factcheck.languages.words import Words

#: Codes that share the file of another.
ALIASES = {"no": "nb", "nn": "nb", "bs": "hr", "sh": "hr", "iw": "he"}

#: Names that are written with an exclamation mark.
MARKED_NAMES = frozenset(("Yahoo", "Jeopardy", "Yum", "Oklahoma"))

#: Units that are the same everywhere.
METRIC = frozenset(("m", "km", "dm", "cm", "mm", "ha", "kg", "g", "mg", "l", "cl", "h", "min", "s"))


@functools.cache
def load(code: str) -> Words:
    """Return the lists of a language; those of a language without a file are empty."""
    module = _file(ALIASES.get(code, code))
    if module is None:
        return Words()
    return Words(
        titles=_either_case(module, "TITLES"),
        inner=_either_case(module, "INNER"),
        before_numbers=_either_case(module, "BEFORE_NUMBERS"),
        suffixes=tuple(word[1:] for word in _words(module, "BEFORE_NUMBERS") if word[0] == "-"),
        abbreviations=_either_case(module, "ABBREVIATIONS"),
        endings=frozenset(_words(module, "ENDINGS")),
        units=METRIC.union(_words(module, "UNITS")),
        eras=frozenset(_words(module, "ERAS")),
        hours=frozenset(_words(module, "HOURS")),
        days=frozenset(_words(module, "DAYS")),
        ordinals=hasattr(module, "ORDINALS"),
        starters=_either_case(module, "STARTERS", shortest=1),
        particles=_either_case(module, "PARTICLES", shortest=1),
        careless=frozenset(_words(module, "CARELESS")),
        saying=tuple(_words(module, "SAYING")),
        continuing=frozenset(_words(module, "CONTINUING")),
        whole=tuple((pair[0], pair[1]) for pair in _words(module, "WHOLE")),
    )


@functools.cache
def codes() -> tuple[str, ...]:
    """Return the codes of the languages that have a file, their own or another's, in alphabetical order."""
    import pkgutil  # noqa: PLC0415 - a third of the time it takes to import all this, and hardly ever asked for

    files = {module.name for module in pkgutil.iter_modules(__path__)} - {"words"}
    return tuple(sorted(files.union(ALIASES)))


def _file(code: str) -> ModuleType | None:
    """Return the file of a language, if there is one; a code is never taken for another path."""
    name = f"factcheck.languages.{code}"
    try:
        return importlib.import_module(name) if re.fullmatch("[a-z]{2,3}", code) else None
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        return None


def _words(module: ModuleType, name: str) -> list[str]:
    return str(getattr(module, name, "")).split()


def _either_case(module: ModuleType, name: str, shortest: int = 2) -> frozenset[str]:
    """Return the words of a list as written and with a capital; not single letters, whose capitals are initials."""
    words = _words(module, name)
    return frozenset(words).union(word[0].upper() + word[1:] for word in words if len(word) >= shortest)
