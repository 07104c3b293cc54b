"""What one key costs the engine and the screen, from the key to the frame's text, in articles of three sizes.

The floor is the same keys on an article of 15 sentences: nobody may pay for the length of an article at every key.
"""

from __future__ import annotations

import time
from functools import partial
from itertools import cycle, islice

from benchmarks.measure import ratio
from factcheck.formats.screen import Theme, frame
from factcheck.labelling import State, start, step
from factcheck.model import Language, Record, RecordId, Sidecar

#: A label, a source, moves, undo: what a session is made of.
KEYS = ("c", "s", "<enter>", "o", "u", "z", "j", "k", "n")
ROUND = 180


def session(sentences: int) -> State:
    """Return a session on an article of so many sentences of news."""
    texts = [
        f"Selon la préfecture, quelque {n} personnes auraient défilé mardi dans le calme." for n in range(sentences)
    ]
    records = tuple(Record(RecordId(f"s{number:010x}"), text) for number, text in enumerate(texts))
    return start(Sidecar("article.txt", None, Language("fr"), records), " ".join(texts))


def seconds_a_key(sentences: int) -> float:
    """Return the CPU seconds a key takes, its frame drawn at 120 columns and 40 rows."""
    state = session(sentences)
    started = time.process_time()
    for key in islice(cycle(KEYS), ROUND):
        state, _ = step(state, key)
        frame(state, 120, 40, Theme.DARK)
    return (time.process_time() - started) / ROUND


def main() -> None:
    """Print the table."""
    print(f"key -> frame at 15 sentences: {1000 * seconds_a_key(15):.2f} ms of CPU")
    for sentences in (500, 5_000):
        name = f"key -> frame at {sentences:,} sentences"
        # An article of 15 sentences does not fill 40 rows with what comes before and after: half the work.
        print(ratio(name, partial(seconds_a_key, sentences), partial(seconds_a_key, 15), limit=4.0))


if __name__ == "__main__":
    main()
