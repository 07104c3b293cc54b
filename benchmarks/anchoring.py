"""How long it takes to find where each sentence went: an article, a rewrite, a long text a third of which was edited.

And how long `carry` and `annotate` take from the article's text on, where a corrector touched every sentence. Run it
with `python -m benchmarks.anchoring`. The sentences are made up of made-up words, with the frequencies words have
(Zipf); each figure is the median of several runs, in this process.
"""

from __future__ import annotations

import random
import statistics
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from functools import partial

from benchmarks.measure import Ratio, call_cpu, ratio
from factcheck.carry import align, follow
from factcheck.carry.links import link
from factcheck.carry.target_sentences import as_cut_before
from factcheck.model import Annotator, Language
from factcheck.sidecar import skeleton
from factcheck.text.article import read_article
from factcheck.text.sentences import split

LETTERS = "aaeeiioubcdlmnprst"


class Writer:
    """Somebody who writes sentences that mean nothing."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)
        self._words = ["".join(self._random.choices(LETTERS, k=self._random.randint(2, 10))) for _ in range(3_000)]
        self._weights = [1 / (rank + 2) for rank in range(len(self._words))]

    def sentences(self, count: int) -> list[str]:
        """Return new sentences of 8 to 28 words."""
        return [self._sentence() for _ in range(count)]

    def edited(self, sentences: list[str], share: float) -> list[str]:
        """Return the sentences with one word replaced in a share of them."""
        chosen = set(self._random.sample(range(len(sentences)), int(share * len(sentences))))
        return [self._edited(text) if k in chosen else text for k, text in enumerate(sentences)]

    def _sentence(self) -> str:
        words = self._random.choices(self._words, self._weights, k=self._random.randint(8, 28))
        return " ".join(words).capitalize() + "."

    def _edited(self, text: str) -> str:
        words = text.split()
        words[self._random.randrange(1, len(words))] = self._random.choice(self._words)
        return " ".join(words)


def milliseconds(function: Callable[[], object], rounds: int = 11) -> float:
    """Return the median of the CPU time of a call, after one that is not counted."""
    function()
    return 1000 * statistics.median(call_cpu(function) for _ in range(rounds))


def absolute(writer: Writer) -> Iterator[tuple[str, float, float]]:
    """Yield what is held to a time: its name, milliseconds, and the limit."""
    article = writer.sentences(15)
    for share in (0.2, 1.0):
        edited = writer.edited(article, share)
        name = f"15 sentences, {share:.0%} of them edited"
        yield name, milliseconds(partial(align, article, edited, "fr")), 3
    yield from corrected(writer)
    one, other = writer.sentences(400), writer.sentences(400)
    yield "400 sentences against 400 others", milliseconds(partial(align, one, other, "fr"), 5), 1_200


def corrected(writer: Writer) -> Iterator[tuple[str, float, float]]:
    """Yield what happens where every apostrophe was changed: to a long text, and to two sentences that take turns."""
    long = [text.replace(" ", " l'", 1) for text in writer.sentences(20_000)]
    turns = ["Le maire l'a dit.", "Il n'a rien dit."] * 2_000
    for name, old, limit in (("20,000 sentences", long, 2_000), ("two sentences, 2,000 times each", turns, 1_000)):
        text = "\n".join(old).replace("'", "’")
        spans = split(text, "fr")
        yield f"{name}: cutting as before", milliseconds(partial(as_cut_before, text, spans, old), 3), limit
    article = read_article("a.txt", "\n".join(long[:2_000]).replace("'", "’").encode())
    before = skeleton("a.txt", Annotator("alice"), Language("fr"), long[:2_000])
    yield "2,000 of them: all that carry does", milliseconds(partial(follow, before, article), 3), 2_000


def relative(writer: Writer) -> Iterator[Ratio]:
    """Yield what is compared with difflib on the same lists of sentences, which only tells equal from different."""
    text = writer.sentences(2_000)
    edited = writer.edited(text, 0.3)

    def difflib() -> float:
        return call_cpu(SequenceMatcher(None, text, edited, autojunk=False).get_opcodes)

    yield ratio("2,000, 30 % edited: links / difflib", lambda: call_cpu(lambda: link(text, edited)), difflib, limit=2)
    name = "the same, each of 600 edits judged / difflib"
    yield ratio(name, lambda: call_cpu(lambda: align(text, edited, "fr")), difflib)


def main() -> None:
    """Print the table."""
    writer = Writer()
    for name, took, limit in absolute(writer):
        print(f"{name:48} {took:8.2f} ms  (limit {limit:,}: {'ok' if took < limit else 'MISSED'})")
    for line in relative(writer):
        print(line)


if __name__ == "__main__":
    main()
