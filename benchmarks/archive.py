"""How much processor time `similar` takes to answer and to bring its index up to date; how long it takes to start.

`make bench-archive`; `python -m benchmarks.archive 15000 1000` for other numbers of sentences and articles.
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from factcheck import sidecar
from factcheck.app.similar import SimilarRequest, find_similar
from factcheck.archive.entries import ArchiveEntry
from factcheck.archive.ranking import rank
from factcheck.archive.words import query_words
from factcheck.io.similar_index import SimilarIndex, with_index
from factcheck.model import Annotator, Label, Language
from factcheck.sidecar import write

_COMMON = ["le", "la", "de", "du", "des", "un", "une", "et", "en", "dans", "pour", "sur", "avec", "que", "est", "par"]


def sentence(chance: random.Random) -> str:
    """Return a sentence of 8 to 30 words: half of them common, the others by Zipf's law without its first ranks."""
    words = [
        chance.choice(_COMMON) if chance.random() < 0.5 else f"{int(20 * chance.paretovariate(0.9)) % 40_000:x}mot"
        for _ in range(chance.randint(8, 30))
    ]
    return " ".join(words).capitalize() + "."


def answering(count: int) -> tuple[float, float]:
    """Return the median and the 95th percentile of an answer, in milliseconds, among so many sentences."""
    chance = random.Random(1)
    entries = [ArchiveEntry(sentence(chance), "claim", "alice", "", f"a.txt:{n}") for n in range(count)]
    asked = [chance.choice(entries).text for _ in range(100)] + [sentence(chance) for _ in range(100)]

    def measured(index: SimilarIndex) -> list[float]:
        with index.writing():
            index.replace("all", "", "", entries)
        return [_timed(index, query) for query in asked]

    times = sorted(with_index(f"bench-{count}.sqlite", measured))
    return statistics.median(times), times[int(len(times) * 0.95)]


def _timed(index: SimilarIndex, query: str) -> float:
    start = time.process_time()
    found = index.candidates(query_words(query))
    rank(query, found.entries, found.frequency, found.total)
    return 1000 * (time.process_time() - start)


def syncing(folder: Path, articles: int) -> tuple[float, float, float]:
    """Return how long a question takes on a new desk, on an indexed one, and after one edit, in milliseconds."""
    chance = random.Random(2)
    for number in range(articles):
        texts = [sentence(chance) for _ in range(10)]
        name = f"a{number}"
        (folder / f"{name}.txt").write_text("\n".join(texts) + "\n", encoding="utf-8")
        blank = sidecar.skeleton(f"{name}.txt", Annotator("alice"), Language("fr"), texts)
        records = tuple(record._replace(label=Label.CLAIM) for record in blank.sentences)
        (folder / f"{name}.alice.labels.yaml").write_bytes(write(blank._replace(sentences=records)))
    os.chdir(folder)
    time.sleep(0.1)
    found = [_asked(), _asked()]
    edited = folder / "a0.alice.labels.yaml"
    edited.write_bytes(edited.read_bytes().replace(b"label: claim", b"label: opinion", 1))
    return found[0], found[1], _asked()


def _asked() -> float:
    start = time.process_time()
    find_similar(SimilarRequest(("Le port est fermé mot.",)))
    return 1000 * (time.process_time() - start)


def starting(folder: Path) -> float:
    """Return how many times as long as `check` a first question takes, each in a process of its own."""
    paired = []
    for _ in range(7):
        times = []
        for arguments in (["similar", "Le port est fermé."], ["check"]):
            start = time.perf_counter()
            subprocess.run(
                [sys.executable, "-m", "factcheck", *arguments], cwd=folder, capture_output=True, check=False
            )
            times.append(time.perf_counter() - start)
        paired.append(times[0] / times[1])
    return statistics.median(paired)


def main(sentences: int = 15_000, articles: int = 1_000) -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_CACHE_HOME"] = f"{name}/cache"
        median, p95 = answering(sentences)
        print(f"{sentences} sentences: processor time of an answer {median:.1f} ms, p95 {p95:.1f} ms")
        small, large = Path(name, "small"), Path(name, "large")
        for folder in (small, large):
            folder.mkdir()
            (folder / "factcheck.yaml").write_text("language: fr\n", encoding="utf-8")
        first, again, edited = syncing(large, articles)
        print(
            f"{articles} articles, processor time: first {first:.0f} ms, again {again:.0f} ms, "
            f"after one edit {edited:.0f} ms"
        )
        syncing(small, 1)
        print(f"cold start: {starting(small):.2f} × check")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
