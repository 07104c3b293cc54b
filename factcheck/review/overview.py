"""All that an editor may want to know of an article's labels: what is said, what is open, who says what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from factcheck.findings import Severity
from factcheck.model import Label, Language, Record, Sidecar
from factcheck.review.consensus import Consensus, Final, FinalState
from factcheck.text.article import Article


class Passage(NamedTuple):
    """A paragraph, or a heading: neighbouring sentences, counted from 1 through the whole article."""

    first: int
    finals: tuple[Final, ...]
    heading: bool = False


class OpenPoint(NamedTuple):
    """What `check` finds of one kind in an article."""

    #: Such as `FC103`.
    code: str
    severity: Severity
    #: How many findings there are.
    times: int
    #: The sentences they are about, in order; findings about a file, or about words that are gone, are about none.
    numbers: tuple[int, ...]


class Overview(NamedTuple):
    """An article, its labels and how far they are."""

    path: str
    title: str
    language: Language
    passages: tuple[Passage, ...]
    #: The annotators' sidecars.
    sidecars: tuple[Sidecar, ...]
    #: Labels on sentences that the article no longer says.
    stale: tuple[tuple[Sidecar, Record], ...]
    #: What `check` finds, errors before warnings.
    points: tuple[OpenPoint, ...] = ()

    @property
    def finals(self) -> Iterator[tuple[int, Final]]:
        """Yield every sentence with its number."""
        for passage in self.passages:
            yield from enumerate(passage.finals, passage.first)

    @property
    def total(self) -> int:
        """Return how many sentences there are."""
        return sum(len(passage.finals) for passage in self.passages)

    @property
    def errors(self) -> tuple[OpenPoint, ...]:
        """Return what makes `check` fail: while there is any, the article is not finished."""
        return tuple(point for point in self.points if point.severity is Severity.ERROR)

    @property
    def done(self) -> int:
        """Return how many sentences need nothing any more."""
        return self.total - len({number for point in self.errors for number in point.numbers})

    @property
    def other(self) -> int:
        """Return how many errors `check` finds beside sentences without a label, stale ones, doubts and disputes."""
        return sum(point.times for point in self.errors if point.code not in _OWN_COLUMNS)

    def numbers(self, state: FinalState) -> tuple[int, ...]:
        """Return the numbers of the sentences in a state."""
        return tuple(number for number, final in self.finals if final.state is state)

    @property
    def unsure(self) -> tuple[int, ...]:
        """Return the numbers of the sentences that somebody is unsure about and nobody decided."""
        return tuple(number for number, final in self.finals if final.unsure)

    @property
    def shares(self) -> Mapping[Label, int]:
        """Return how many sentences have each final label."""
        counted = Counter(final.label for _, final in self.finals if final.label)
        return {label: counted[label] for label in Label}

    @property
    def sources(self) -> Mapping[str, tuple[int, ...]]:
        """Return the sources named, in the order of the article, with the numbers of their sentences."""
        found: dict[str, tuple[int, ...]] = {}
        for number, final in self.finals:
            if final.source:
                found[final.source] = (*found.get(final.source, ()), number)
        return found


#: Not labelled, stale, unsure and disputed: what tables of articles count by itself.
_OWN_COLUMNS = {"FC101", "FC102", "FC105", "FC201", "FC202", "FC203"}


def overview(
    path: str,
    article: Article,
    sidecars: Sequence[Sidecar],
    found: Consensus,
    *,
    headings: Iterable[str] = (),
    points: Iterable[OpenPoint] = (),
) -> Overview:
    """Return an article's overview.

    Args:
        path: What to call the article.
        article: The article as it is now.
        sidecars: What its annotators say; at least one.
        found: What they say together.
        headings: The texts that are headings.
        points: What `check` finds.
    """
    passages = tuple(_passages(article, found.finals, frozenset(headings)))
    first = found.finals[0].text if found.finals else path
    title = first if passages and passages[0].heading else path.rpartition("/")[2].rpartition(".")[0] or path
    return Overview(path, title, sidecars[0].language, passages, tuple(sidecars), found.stale, tuple(points))


def _passages(article: Article, finals: Sequence[Final], headings: frozenset[str]) -> Iterator[Passage]:
    """Yield the passages: a line break between two sentences ends one, and a heading is one of its own."""
    begin = 0
    for at in range(1, len(finals) + 1):
        if at == len(finals) or _parted(article, finals[at - 1], finals[at], headings):
            alone = at == begin + 1 and finals[begin].text in headings
            yield Passage(begin + 1, tuple(finals[begin:at]), alone)
            begin = at


def _parted(article: Article, one: Final, other: Final, headings: frozenset[str]) -> bool:
    return "\n" in article.text[one.span.end : other.span.start] or one.text in headings or other.text in headings
