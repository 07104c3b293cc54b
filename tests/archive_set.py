"""A small archive of claims in French and English, each said again in other words, denied, or never heard of.

All of it was made up for these tests. A line of cases/archive/claims.txt is a claim that the archive holds and, after
each bar, a question that is about it; a question that begins with `!` says something else of the same thing: another
number, a negation. In other-claims.txt the claims are English and the questions French, without a word in common;
other-archive.txt has English sentences about the same things. The files `apart-…` were written later, when everything
had been set by the others: nothing is to be set by them.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from factcheck.archive.entries import ArchiveEntry, Hit
from factcheck.archive.ranking import rank, stands_out
from factcheck.archive.words import query_words
from factcheck.io.similar_index import SimilarIndex

_CASES = Path(__file__).parent / "cases" / "archive"

#: The sets, by what the names of their files begin with.
SETS = ("", "apart-")
#: Those in two languages.
OTHER = ("other-", "apart-other-")


def claims(which: str = "") -> tuple[tuple[str, ...], ...]:
    """Return each claim of an archive with the questions about it."""
    return tuple(tuple(line.split("|")) for line in _lines(f"{which}claims"))


def strangers(which: str = "") -> tuple[str, ...]:
    """Return questions that an archive has no answer to."""
    return _lines(f"{which}strangers")


def archive(which: str = "") -> tuple[ArchiveEntry, ...]:
    """Return the claims of a set as an archive; in two languages, with all that is there to be taken for them."""
    texts = [group[0] for group in claims(which)]
    if which in OTHER:
        texts += [*_lines("other-archive"), *(group[0] for one in SETS for group in claims(one))]
    return tuple(ArchiveEntry(text, place=f"a.txt:{line}") for line, text in enumerate(texts, 1))


def hits(index: SimilarIndex, query: str, vector: bytes = b"") -> list[Hit]:
    """Return what is similar to a sentence, the most similar first."""
    found = index.candidates(query_words(query), vector)
    return rank(query, found.entries, found.frequency, found.total)


def precision(which: str, ask: Callable[[str], list[Hit]]) -> list[float]:
    """Return for each question of a set one divided by the place of its claim among the first five; 0 if not there."""
    found = []
    for claim, *questions in claims(which):
        for question in questions:
            first = [hit.entry.text for hit in ask(question.lstrip("!"))[:5]]
            found.append(1 / (first.index(claim) + 1) if claim in first else 0.0)
    return found


class Strength(NamedTuple):
    """How often the first hit stands out."""

    #: For each claim that is known and asked about: whether it does, and whether the hit is right.
    known: list[tuple[bool, bool]]
    #: For each stranger: whether it does.
    strangers: list[bool]

    def reaches(self, least: float = 0.7) -> bool:
        """Return whether it does for so many known claims, right for 95 of 100 of those, and 5 of 100 strangers."""
        strong = [right for fires, right in self.known if fires]
        enough = len(strong) >= least * len(self.known) and sum(strong) >= 0.95 * len(strong)
        return enough and sum(self.strangers) <= 0.05 * len(self.strangers)


def strength(which: str, ask: Callable[[str], list[Hit]]) -> Strength:
    """Return how often the first hit stands out, for the questions of a set that say the same as a claim."""
    questions = [(claim, asked) for claim, *more in claims(which) for asked in more if asked[0] != "!"]
    found = [(claim, ask(asked)) for claim, asked in questions]
    known = [(stands_out(one), bool(one) and one[0].entry.text == claim) for claim, one in found]
    return Strength(known, [stands_out(ask(stranger)) for stranger in strangers(which)])


def _lines(name: str) -> tuple[str, ...]:
    return tuple((_CASES / f"{name}.txt").read_text(encoding="utf-8").splitlines())
