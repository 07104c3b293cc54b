"""What labelling one article costs a person, in keys and minutes, here and with three peers; printed as docs/effort.md.

The keys of factcheck are counted by playing them on the engine itself. Those of the peers are what their manuals say,
so that anybody can check them; no time was measured with people.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.labelling import parse_keys, start, step, summary
from factcheck.model import Language, Record, RecordId, Sidecar

#: A news article of one page: this many words in this many sentences, of which so many name a source.
WORDS, SENTENCES, SOURCED = 429, 15, 9
#: The letters of a source's name, where it has to be typed, and the key that ends it.
SOURCE_KEYS = len("the ministry of defence") + 1
#: Words a minute of somebody who reads closely enough to judge.
READING = 200
#: Seconds a key, and a hand that leaves the keys, points, clicks and comes back: the keystroke-level model of Card,
#: Moran and Newell (1980), for a typist of average skill: K = 0.28, and H + P + K + H = 0.4 + 1.1 + 0.28 + 0.4.
KEY, POINTING = 0.28, 2.18


@dataclass(frozen=True, slots=True)
class Effort:
    """What one way of labelling the article takes."""

    name: str
    #: Keys for the labels alone, and for the sources on top.
    labels: int
    sources: int
    #: How often the hand goes to the mouse for the sources.
    pointing: int
    how: str

    @property
    def minutes(self) -> float:
        """Return how long reading, labels and sources take together."""
        return WORDS / READING + (KEY * (self.labels + self.sources) + POINTING * self.pointing) / 60


def ours() -> Effort:
    """Return what factcheck takes: the keys that its engine needs to have all sentences labelled and sourced."""
    keys = played("s<enter>" * SOURCED + "c" * (SENTENCES - SOURCED))
    return Effort("factcheck", SENTENCES, keys - SENTENCES, 0, "a letter; Enter takes the proposed source")


def played(script: str) -> int:
    """Return how many keys a script takes on the article, which it must leave wholly labelled.

    Raises:
        AssertionError: It does not.
    """
    texts = [f"According to witness {number}, it rained." for number in range(SENTENCES)]
    records = tuple(Record(RecordId(f"s{number:010x}"), text) for number, text in enumerate(texts))
    state = start(Sidecar("article.txt", None, Language("en"), records))
    for key in parse_keys(script):
        state, _ = step(state, key)
    assert state.left == 0
    assert sum(1 for record in state.sidecar.sentences if record.source) == SOURCED
    return summary(state).keystrokes


def peers() -> tuple[Effort, ...]:
    """Return what three peers take; each is set up as well as its manual allows."""
    typed = SOURCED * SOURCE_KEYS
    return (
        Effort("slate", 3 * SENTENCES, typed + 3 * SOURCED, 0, "arrow, Space, a letter; sources in a second pass"),
        Effort("doccano", 2 * SENTENCES, typed, SOURCED, "a shortcut, then the arrow; a comment field by mouse"),
        Effort("Prodigy, auto-accept", SENTENCES, typed + SOURCED, SOURCED, "a digit; a text field, then accept"),
    )


def page() -> str:
    """Return the page of documentation, in Markdown."""
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    reading = WORDS / READING
    yield _HEAD
    for effort in (ours(), *peers()):
        minutes = f"{effort.minutes:.1f} | {effort.minutes / reading - 1:.0%}"
        yield f"| {effort.name} | {effort.labels} | {effort.sources} | {effort.pointing} | {minutes} | {effort.how} |"
    yield _TAIL


_HEAD = f"""\
# What labelling costs

<!-- Written by `make golden` from benchmarks/effort.py; edits here are lost. -->

One article of {SENTENCES} sentences and {WORDS} words, {SOURCED} of the sentences with a source to be named.
Reading it at {READING} words a minute takes {WORDS / READING:.1f} minutes, whatever the tool.

| | keys for labels | keys for sources | to the mouse | minutes | over reading | how |
|---|---|---|---|---|---|---|"""

_TAIL = f"""
The first row is counted by playing the keys on the engine. It assumes that the first proposal is the right source each
time; where another is, its digit takes the place of Enter, and where none is, the source is typed, here as elsewhere
({SOURCE_KEYS} keys).

The other rows follow from the manuals, for somebody who has set everything up: slate moves with an arrow and labels
with Space and a letter; doccano has a shortcut for each label and goes on with an arrow; Prodigy's choice interface
takes a digit and, unless it is told to accept at once, `a`. How a source is typed there is our reading of them.

Where no sources are wanted, Prodigy is the quicker one: {SENTENCES} keys against {SENTENCES + SOURCED}, as `s`
always asks and Enter or Esc has to answer.

Seconds a key ({KEY}) and a trip to the mouse ({POINTING}) are those of the keystroke-level model of Card, Moran and
Newell (1980). Nobody was timed; slips, waiting and the setting up of servers are not counted."""


if __name__ == "__main__":
    print(page(), end="")
