"""What the sentence rules must know of each language, one file of word lists a language; no rules here.

A file is named after the language's ISO 639 code and holds strings of words divided by white space. Each is
optional, and each word is written without its last full stop and in the case it has inside a sentence; the same
word with a capital is understood. Adding a language is adding a file:

`TITLES`          always before a name, so the full stop never ends a sentence: *M*, *Mr*, *Dr*.
`INNER`           always before something else: *p. ex*, *cf*, *vs*.
`BEFORE_NUMBERS`  an abbreviation only where a number follows: *No*, *p*, *art*.
`ABBREVIATIONS`   may end a sentence: does so before a word of `STARTERS`, and else does not: *etc*, *Inc*.
`STARTERS`        words that, capitalised, begin sentences rather than names: articles, pronouns, conjunctions.
`PARTICLES`       those of them that names contain too: *La*, *De*; they count where lower case follows them.
`WHOLE`           pairs of brackets inside which no sentence ends: *《》*.
`SAYING`          verbs that attribute what was quoted before them: *asked*, in *“Why?” Smith asked*.
`CONTINUING`      particles that do so right after it.
`UNITS`           measures that may end a sentence after a number; the metric ones go without saying.
`ORDINALS`        "yes" where a number and a full stop make an ordinal, as in *am 3. Oktober*.
`ENDINGS`         abbreviations that end a sentence before any capital: *т. д*; they never do before lower case.
`CARELESS`        words that people begin sentences with and forget to capitalise: French *à*, English *i*.
`ERAS`            words before an acronym that make it a date rather than a name: *av*, in *av. J.-C*.
"""

from __future__ import annotations

import functools
import importlib.util
import re
from dataclasses import dataclass

#: Codes that share the file of another.
ALIASES = {"no": "nb", "nn": "nb", "bs": "hr", "sh": "hr", "iw": "he", "ne": "hi"}

#: Names that are written with an exclamation mark.
MARKED_NAMES = frozenset(("Yahoo", "Jeopardy", "Yum", "Oklahoma"))

#: Units that are the same everywhere.
METRIC = "m km dm cm mm ha kg g mg l cl h min s"


@dataclass(frozen=True, slots=True)
class Words:
    """The lists of one language, ready to be looked up; see the module for what each means."""

    titles: frozenset[str] = frozenset()
    inner: frozenset[str] = frozenset()
    before_numbers: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    eras: frozenset[str] = frozenset()
    endings: frozenset[str] = frozenset()
    careless: frozenset[str] = frozenset()
    #: Ends of longer words that are abbreviations before a number.
    suffixes: tuple[str, ...] = ()
    ordinals: bool = False
    whole: tuple[tuple[str, str], ...] = ()
    saying: tuple[str, ...] = ()
    continuing: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()


@functools.cache
def load(code: str) -> Words:
    """Return the lists of a language; those of a language without a file are empty."""
    name = f"factcheck.languages.{ALIASES.get(code, code)}"
    if not re.fullmatch("[a-z]{2,3}", code) or not importlib.util.find_spec(name):
        return Words()
    module = importlib.import_module(name)
    return Words(
        titles=_listed(module, "TITLES"),
        inner=_listed(module, "INNER"),
        before_numbers=_listed(module, "BEFORE_NUMBERS"),
        abbreviations=_listed(module, "ABBREVIATIONS"),
        starters=_listed(module, "STARTERS"),
        particles=_listed(module, "PARTICLES"),
        eras=_listed(module, "ERAS"),
        endings=frozenset(str(getattr(module, "ENDINGS", "")).split()),
        careless=frozenset(str(getattr(module, "CARELESS", "")).split()),
        suffixes=tuple(word[1:] for word in str(getattr(module, "BEFORE_NUMBERS", "")).split() if word[0] == "-"),
        units=_listed(module, "UNITS") | frozenset(METRIC.split()),
        whole=tuple((pair[0], pair[1]) for pair in str(getattr(module, "WHOLE", "")).split()),
        saying=tuple(str(getattr(module, "SAYING", "")).split()),
        continuing=frozenset(str(getattr(module, "CONTINUING", "")).split()),
        ordinals=hasattr(module, "ORDINALS"),
    )


@functools.cache
def codes() -> tuple[str, ...]:
    """Return the codes of the languages that have a file, their own or another's, in alphabetical order."""
    import pkgutil  # noqa: PLC0415 - a third of the time it takes to import all this, and hardly ever asked for

    return tuple(sorted({*ALIASES, *(module.name for module in pkgutil.iter_modules(__path__))}))


def _listed(module: object, name: str) -> frozenset[str]:
    words = str(getattr(module, name, "")).split()
    return frozenset(words) | frozenset(word[0].upper() + word[1:] for word in words if len(word) > 1)
