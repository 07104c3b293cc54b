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
from pathlib import Path

from factcheck import sidecar
from factcheck.app.similar import SimilarRequest, find_similar
from factcheck.archive.entries import ArchiveEntry
from factcheck.io.sentence_model import SentenceModel, sentence_model
from factcheck.io.similar_index import SimilarIndex, with_index
from factcheck.io.store.cache import cache_folder
from factcheck.model import Annotator, Label, Language
from factcheck.sidecar import write

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from archive_set import OTHER, SETS, archive, hits, precision, strength

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


def _timed(index: SimilarIndex, query: str, vector: bytes = b"") -> float:
    start = time.process_time()
    hits(index, query, vector)
    return 1000 * (time.process_time() - start)


def finding(which: str, model: SentenceModel | None) -> str:
    """Return how well the claims of a small set are found, and how often strangers are taken for one."""

    def measured(index: SimilarIndex) -> str:
        with index.writing():
            index.replace("all", "", "", archive(which))
        if model:
            list(index.understand(model))
        ask = lambda query: hits(index, query, *(model.bits([query]) if model else ()))  # noqa: E731
        found, strong = precision(which, ask), strength(which, ask)
        rights = [right for fires, right in strong.known if fires]
        return (
            f"{which or 'own-'}claims, {'words and meaning' if model else 'words'}: "
            f"MAP@5 {statistics.mean(found):.3f}, R@5 {statistics.mean(map(bool, found)):.3f}; "
            f"strong for {len(rights)} of {len(strong.known)} known claims, right {sum(rights)} times; "
            f"for {sum(strong.strangers)} of {len(strong.strangers)} strangers"
        )

    return with_index("", measured)


def scanning(count: int) -> str:
    """Return how long an answer takes among so many sentences with vectors, which are drawn."""
    chance = random.Random(1)
    entries = [ArchiveEntry(sentence(chance), place=str(number)) for number in range(count)]

    def measured(index: SimilarIndex) -> str:
        with index.writing():
            index.vectors.use("drawn")
            index.replace("all", "", "", entries)
        for rows in iter(lambda: index.vectors.unread(10_000), []):
            with index.writing():
                index.vectors.put(rows, (chance.randbytes(64) for _ in rows))
        times = sorted(_timed(index, sentence(chance), chance.randbytes(64)) for _ in range(100))
        return f"{count:,} sentences with vectors: median {statistics.median(times):.1f} ms, p95 {times[94]:.1f} ms"

    return with_index("", measured)


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
    find_similar(SimilarRequest(("Le port est fermé mot.",), words=True))
    return 1000 * (time.process_time() - start)


def starting(folder: Path) -> float:
    """Return how many times as long as `check` a first question takes, each in a process of its own."""
    paired = []
    for _ in range(7):
        times = []
        for arguments in (["similar", "--words", "Le port est fermé."], ["check"]):
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
        model = sentence_model()
        for which in SETS:
            print(finding(which, None))
        for which in (*SETS, *OTHER) if model else ():
            print(finding(which, model))
        for count in sentences or (15_000,):
            print(answering(count), flush=True)
            if model:
                print(scanning(count), flush=True)
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
