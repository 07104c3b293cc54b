"""What was decided about sentences that one annotator labelled: how often their label stood, and where it did not.

Only sentences that the annotator labelled and that are decided have a part in it: nobody learns here what others said,
nor anything about a sentence that they have still to label.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from factcheck.model import Annotator, Sidecar
from factcheck.review.agreement import LABELS
from factcheck.review.coefficients import percent
from factcheck.review.consensus import SKIP, Consensus, FinalState
from factcheck.review.intervals import wilson
from factcheck.review.matrix import DOUBT, matrix
from factcheck.review.tally import Estimate, Tally, Unit
from factcheck.text.article import Article

#: What an annotator can say about a sentence.
ANSWERS = (*LABELS, SKIP)

#: The reasons of decisions that are not the annotator's doing but the desk's homework.
HOMEWORK = ("codebook", "ambiguous")

#: The reason of a decision that calls the annotator's label a slip.
SLIP = "slip"

#: The share of right labels that a calibration is to show.
ENOUGH = 0.8

#: How many examples are kept of one kind.
_MOST_EXAMPLES = 3


class Example(NamedTuple):
    """A sentence that the annotator labelled."""

    path: str
    #: Which sentence of the annotator's sidecar, from 1.
    number: int
    text: str


class DecidedSentence(NamedTuple):
    """A decided sentence that the annotator labelled."""

    example: Example
    mine: str
    decided: str
    #: The class of reasons that the decision was filed under; empty if none.
    reason: str
    my_source: str = ""
    decided_source: str = ""


class Difference(NamedTuple):
    """What the annotator said where something else was decided."""

    mine: str
    decided: str
    times: int
    examples: tuple[Example, ...]


class Inconsistency(NamedTuple):
    """A sentence that the annotator labelled otherwise in another article."""

    text: str
    answers: tuple[tuple[str, Example], ...]


class Feedback(NamedTuple):
    """What an annotator can learn from what was decided."""

    annotator: str
    #: How many different sentences the annotator labelled or skipped; equal ones count once.
    labelled: int
    #: How many articles have sentences of theirs that are decided, and how many sentences these are.
    articles: int
    decided: int
    stood: int
    #: The share that stood, with its interval.
    share: Estimate
    #: Sentences whose decision differs and calls it a slip of the annotator's.
    slips: int
    #: Sentences whose decision differs, filed as the desk's homework.
    homework: int
    differences: tuple[Difference, ...]
    #: Sentences that both call sourced, by different names.
    sources: tuple[DecidedSentence, ...]
    #: Sentences that stand, folded, in several of the annotator's articles.
    repeated: int
    wavering: tuple[Inconsistency, ...]


def decided_sentences(path: str, own: Sidecar, said: Consensus) -> Iterator[DecidedSentence]:
    """Yield the sentences of an article that an annotator labelled and that are decided, in its order.

    A decision that was made over labels which somebody changed since is no decision, and neither is one of which the
    annotator labelled parts otherwise.

    Args:
        path: The article.
        own: The annotator's sidecar.
        said: What all annotators of the article say, and what was decided.
    """
    numbers = {record.id: number for number, record in enumerate(own.sentences, start=1)}
    for final in said.finals:
        vote = next((vote for vote in final.votes if vote.annotator == own.annotator), None)
        if final.state is not FinalState.DECIDED or final.decision is None or vote is None or not vote.done:
            continue
        if vote.answer in ANSWERS:
            record, decision = vote.records[0], final.decision
            example = Example(path, numbers[record.id], " ".join(one.text for one in vote.records))
            answer = decision.label.value if decision.label else SKIP
            yield DecidedSentence(example, str(vote.answer), answer, decision.reason, record.source, decision.source)


class Homework(NamedTuple):
    """A decided sentence that the desk has to do something about: its text is ambiguous, or the codebook silent."""

    example: Example
    reason: str
    #: The labels decided between, without names, and what was decided.
    between: tuple[str, ...]
    decided: str
    note: str


class HomeworkList(NamedTuple):
    """The desk's homework, but for what whoever asks has still to label."""

    sentences: tuple[Homework, ...]
    hidden: int


class FeedbackCount:
    """An annotator's feedback while articles are gone through."""

    def __init__(self, annotator: Annotator) -> None:
        self.annotator = annotator
        self._tally = Tally(ANSWERS)
        self._articles = 0
        self._reasons: Counter[str] = Counter()
        self._times: Counter[tuple[str, str]] = Counter()
        self._examples: dict[tuple[str, str], list[Example]] = {}
        self._sources: list[DecidedSentence] = []
        self._said: dict[str, dict[str, tuple[str, Example]]] = {}

    def add(self, sentences: Iterable[DecidedSentence]) -> None:
        """Count the decided sentences of one article."""
        units = []
        for one in sentences:
            units.append((Unit((self.annotator, ""), (one.mine, one.decided)), 1))
            if one.mine != one.decided:
                self._differ(one)
            elif one.my_source and one.decided_source and comparable(one.my_source) != comparable(one.decided_source):
                self._sources.append(one)
        self._tally.add(units)
        self._articles += bool(units)

    def _differ(self, one: DecidedSentence) -> None:
        self._reasons[one.reason] += 1
        if one.reason in HOMEWORK:
            return
        kind = (one.mine, one.decided)
        self._times[kind] += 1
        examples = self._examples.setdefault(kind, [])
        if len(examples) < _MOST_EXAMPLES:
            examples.append(one.example)

    def remember(self, path: str, own: Sidecar) -> None:
        """Note what the annotator says in one article, so as to find what they say otherwise in another one."""
        for number, record in enumerate(own.sentences, start=1):
            if record.done:
                answer = record.label.value if record.label else SKIP
                said = self._said.setdefault(comparable(record.text), {})
                said.setdefault(path, (answer, Example(path, number, record.text)))

    def feedback(self, level: float = 0.95) -> Feedback:
        """Return what came of it, with intervals that hold with probability `level`."""
        tally = self._tally
        stood = sum(count for unit, count in tally.units.items() if len(set(unit.labels)) == 1)
        kinds = sorted(self._times, key=lambda kind: (-self._times[kind], kind))
        repeated = [said for said in self._said.values() if len(said) > 1]
        return Feedback(
            self.annotator,
            len(self._said),
            self._articles,
            tally.pieces,
            stood,
            tally.estimate(percent, level),
            self._reasons[SLIP],
            sum(self._reasons[reason] for reason in HOMEWORK),
            tuple(Difference(*kind, self._times[kind], tuple(self._examples[kind])) for kind in kinds),
            tuple(self._sources),
            len(repeated),
            tuple(_wavering(repeated)),
        )


def _wavering(repeated: Iterable[dict[str, tuple[str, Example]]]) -> Iterator[Inconsistency]:
    for said in repeated:
        if len({answer for answer, _ in said.values()}) > 1:
            answers = tuple(said.values())
            yield Inconsistency(answers[0][1].text, answers)


def comparable(text: str) -> str:
    """Return a text without what does not matter when two are compared: case, spacing, kinds of apostrophes.

    >>> comparable("L’État  a dit.") == comparable("l'état a dit.")
    True
    """
    return " ".join(text.replace("’", "'").casefold().split())


class Calibration(NamedTuple):
    """How an annotator did on articles whose decisions are the key."""

    annotator: str
    right: int
    sentences: int
    #: The sentences of the key that the annotator has not labelled yet.
    open: int
    low: float
    high: float
    #: How many right ones of as many sentences would show a share of `ENOUGH`; None if not even all of them.
    least: int | None


class Score(NamedTuple):
    """How an annotator did on articles whose decisions are the key."""

    right: int
    sentences: int
    #: Sentences of the key that the annotator has not labelled.
    open: int

    def plus(self, other: Score) -> Score:
        """Return both together."""
        return Score(*map(sum, zip(self, other, strict=True)))


def score(article: Article, own: Sidecar | None, key: Sidecar) -> Score:
    """Return how many sentences of the key an annotator labelled, and how many of them as it does."""
    named = key._replace(annotator=Annotator(f"{own.annotator if own else ''}-key"))
    found = matrix(article, [*([own] if own else []), named])
    rows = [tuple(answer.removesuffix(DOUBT) for answer in row) for row in found.rows]
    keyed = [row for row in rows if row[-1]] if named.annotator in found.names else []
    done = [row for row in keyed if len(row) > 1 and row[0]]
    return Score(sum(row[0] == row[-1] for row in done), len(done), len(keyed) - len(done))


def calibration(annotator: str, found: Score, level: float = 0.95) -> Calibration:
    """Return how good a score is, by Wilson's interval.

    >>> calibration("alice", Score(36, 40, 0)).least
    37
    """
    right, total = found.right, found.sentences
    low, high = wilson(right / total, total, level) if total else (0.0, 1.0)
    counts = range(1, total + 1)
    least = next((count for count in counts if wilson(count / total, total, level)[0] >= ENOUGH), None)
    return Calibration(annotator, right, total, found.open, low, high, least)
