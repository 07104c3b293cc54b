"""How often the first proposal for a source is right, and how long proposals take, on sentences of our own.

`python -m benchmarks.sources`; for those that no rule may be set by, and whose lines whoever sets rules does not read,
`python -m benchmarks.sources tests/cases/sources/apart`. Any folder of files such as tests/cases/sources/fr.tsv may be
named: a source, a tab and a sentence in each line, `-` where no source is named.
"""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path
from typing import NamedTuple

from factcheck.labelling.sources import propose
from factcheck.labelling.sources.lexicon import plain

_CASES = Path(__file__).resolve().parent.parent / "tests" / "cases" / "sources"
#: How many proposals have a digit.
_SHOWN = 9


class Counts(NamedTuple):
    """What was counted over some sentences."""

    sentences: int = 0
    #: How many name a source.
    named: int = 0
    #: For how many of those the first proposal is exactly right.
    first: int = 0
    #: For how many it is right up to some of its words.
    alike: int = 0
    #: For how many a proposal with a digit is right.
    shown: int = 0
    #: For how many sentences Enter would take something.
    sure: int = 0
    #: For how many of those it would be wrong.
    wrong: int = 0

    def said(self) -> str:
        """Return the counts as a line."""
        named = max(self.named, 1)
        return (
            f"{self.sentences} sentences: first right {self.first / named:.3f}, up to words {self.alike / named:.3f}, "
            f"among nine {self.shown / named:.3f}; something under Enter {self.sure / self.sentences:.3f}, "
            f"nothing wrong there {1 - self.wrong / self.sentences:.3f}"
        )


def judged(source: str, text: str, language: str) -> Counts:
    """Return the counts of one sentence."""
    texts, certain = propose(text, language)
    named, first = source != "-", texts[:1] == (source,)
    mine, words = (set(re.findall(r"\w+", plain(one))) for one in (texts[0] if texts else "", source))
    alike = named and bool(words) and (mine <= words or words <= mine) and bool(mine)
    shown = named and source in texts[:_SHOWN]
    return Counts(1, named, first, alike, shown, certain, certain and not first)


def main(folder: str = "") -> None:
    """Print the figures of each language and of all."""
    total, spent = Counts(), 0.0
    for path in sorted(Path(folder or _CASES).glob("*.tsv")):
        lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
        propose(lines[0][1], path.stem)
        start = time.process_time()
        counted = [judged(source, text, path.stem) for source, text in lines]
        spent += time.process_time() - start
        own = Counts(*map(sum, zip(*counted, strict=True)))
        total = Counts(*map(sum, zip(total, own, strict=True)))
        print(f"{path.stem}: {own.said()}")
    print(f"all: {total.said()}; {1000 * spent / max(total.sentences, 1):.2f} ms a sentence")


if __name__ == "__main__":
    main(*sys.argv[1:])
