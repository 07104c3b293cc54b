"""How well `similar` finds, and how much processor time it takes to answer and to bring its index up to date.

`make bench-archive`; `python -m benchmarks.archive 1000 15000 300000 1000000` for that many articles, then numbers of
sentences (a million take minutes).
"""

from __future__ import annotations

import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from factcheck import sidecar
from factcheck.app.similar import SimilarRequest, find_similar
from factcheck.archive.entries import ArchiveEntry, Hit
from factcheck.archive.ranking import rank, stands_out
from factcheck.archive.words import query_words
from factcheck.io.similar_index import SimilarIndex, with_index
from factcheck.io.store.cache import cache_folder
from factcheck.model import Annotator, Label, Language
from factcheck.sidecar import write

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from archive_set import SETS, claims, strangers

_COMMON = ["le", "la", "de", "du", "des", "un", "une", "et", "en", "dans", "pour", "sur", "avec", "que", "est", "par"]


def sentence(chance: random.Random) -> str:
    """Return a sentence of 8 to 30 words: half of them common, the others by Zipf's law without its first ranks."""
    words = [
        chance.choice(_COMMON) if chance.random() < 0.5 else f"{int(20 * chance.paretovariate(0.9)) % 40_000:x}mot"
        for _ in range(chance.randint(8, 30))
    ]
    return " ".join(words).capitalize() + "."


def answering(count: int) -> str:
    """Return what an index of so many sentences costs to make, in memory and on the disk, and to ask."""
    chance = random.Random(1)
    asked = [sentence(chance) for _ in range(100)]
    texts = (sentence(chance) for _ in range(count))
    entries = [ArchiveEntry(text, "claim", "alice", "", f"a.txt:{n}") for n, text in enumerate(texts)]
    asked += [chance.choice(entries).text for _ in range(100)]

    def measured(index: SimilarIndex) -> str:
        start = time.process_time()
        with index.writing():
            index.replace("all", "", "", entries)
        made = time.process_time() - start
        times = sorted(_timed(index, query) for query in asked)
        p95 = times[int(len(times) * 0.95)]
        size = sum(file.stat().st_size for file in cache_folder().iterdir()) / 1e6
        return (
            f"{count:,} sentences: median {statistics.median(times):.1f} ms, p95 {p95:.1f} ms; "
            f"made in {made:.1f} s, {size:.0f} MB on the disk, "
            f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB with the texts"
        )

    said = with_index("bench.sqlite", measured)
    for file in cache_folder().iterdir():
        file.unlink()
    return said


def _hits(index: SimilarIndex, query: str) -> list[Hit]:
    found = index.candidates(query_words(query))
    return rank(query, found.entries, found.frequency, found.total)


def _timed(index: SimilarIndex, query: str) -> float:
    start = time.process_time()
    _hits(index, query)
    return 1000 * (time.process_time() - start)


def finding(which: str) -> str:
    """Return how well the claims of a small set are found, and how often strangers are taken for one."""
    entries = [ArchiveEntry(group[0]) for group in claims(which)]

    def measured(index: SimilarIndex) -> str:
        with index.writing():
            index.replace("all", "", "", entries)
        found = list(_found(index, which))
        strong = [right for right, fires, known in found if fires and known]
        known = sum(known for _right, _fires, known in found)
        alarms = sum(stands_out(_hits(index, stranger)) for stranger in strangers(which))
        return (
            f"{which or 'own '}set of {len(entries)}: MAP@5 {statistics.mean(one[0] for one in found):.3f}; strong for "
            f"{len(strong)} of {known} known claims, right {sum(one == 1 for one in strong)} times; "
            f"for {alarms} of {len(strangers(which))} strangers"
        )

    return with_index("", measured)


def _found(index: SimilarIndex, which: str) -> Iterator[tuple[float, bool, bool]]:
    """Yield for each question the precision, whether the first hit is strong, and whether it says the same."""
    for claim, *questions in claims(which):
        for question in questions:
            hits = _hits(index, question.lstrip("!"))
            first = [hit.entry.text for hit in hits[:5]]
            yield (1 / (first.index(claim) + 1) if claim in first else 0.0), stands_out(hits), question[0] != "!"


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


def main(articles: int = 1_000, *sentences: int) -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_CACHE_HOME"] = f"{name}/cache"
        for which in SETS:
            print(finding(which))
        for count in sentences or (15_000,):
            print(answering(count))
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
