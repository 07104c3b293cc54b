"""Whether the intervals of `factcheck agreement` hold what they promise, and what the command costs.

Run as `python -m benchmarks.agreement [REPETITIONS] [ARTICLES]`; 1,000 and 10,000 unless told otherwise. Coverage is
the share of simulated desks whose interval holds the true figure, which one of 20,000 articles, or sentences, tells
beforehand. Costs are ratios of CPU time in this one run.
"""

from __future__ import annotations

import hashlib
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.installed import FACTCHECK, install
from benchmarks.measure import Ratio, call_cpu, process_cpu, process_usage, ratio
from factcheck.app.corpus import CorpusArticle, corpus
from factcheck.review.agreement import LABELS, Agreement, LabelledArticle
from factcheck.review.coefficients import Formula, ac1, alpha, cohen, percent
from factcheck.review.matrix import matrix
from factcheck.review.tally import Tally, Unit

ROOT = Path(__file__).resolve().parent.parent
BENCH = ROOT / ".bench"

#: How often an interval for 95 % must hold the true value.
LEAST_COVERAGE = 0.93

FORMULAS: tuple[Formula, ...] = (percent, alpha, ac1, cohen)

#: How often each label is right in wire stories, in the order of `LABELS`.
_USUAL = (0.4, 0.15, 0.1, 0.35)


class Desk(NamedTuple):
    """What a simulated desk is like."""

    articles: int
    sentences: int
    #: How often an annotator gives the right label; otherwise any, as often as it is usual.
    care: float
    #: How much articles differ in their labels and in how hard they are; the smaller the more; 0 is not at all.
    alike: float = 0


def simulated(desk: Desk, source: random.Random) -> Tally:
    """Return what two annotators say at one desk."""
    tally = Tally(LABELS)
    for _ in range(desk.articles):
        tally.add(_article(desk, source).items())
    return tally


def _article(desk: Desk, source: random.Random) -> Counter[Unit]:
    usual, care = _USUAL, desk.care
    if desk.alike:
        drawn = [source.gammavariate(desk.alike / 2 * share, 1) for share in _USUAL]
        usual = tuple(one / sum(drawn) for one in drawn)  # type: ignore[assignment] # four of them
        care = source.betavariate(desk.care * desk.alike, (1 - desk.care) * desk.alike)
    units: Counter[Unit] = Counter()
    for _ in range(desk.sentences):
        (true,) = source.choices(LABELS, usual)
        said = (true if source.random() < care else source.choices(LABELS, _USUAL)[0] for _ in range(2))
        units[Unit(("a", "b"), tuple(said))] += 1
    return units


def coverage(desk: Desk, repetitions: int, seed: int = 1, *, by_piece: bool = False) -> dict[str, float]:
    """Return, for each figure, the share of simulated desks whose interval holds the true value.

    Args:
        desk: What they are like.
        repetitions: How many there are.
        seed: Where chance begins.
        by_piece: Whether to take errors over pieces, as if sentences of an article were independent.
    """
    source = random.Random(seed)
    large = simulated(desk._replace(articles=20_000 // (1 if desk.alike else desk.sentences)), source)
    truth = {formula: large.estimate(formula).value or 0 for formula in FORMULAS}
    held: Counter[Formula] = Counter()
    for _ in range(repetitions):
        tally = simulated(desk, source)
        if by_piece:
            tally = as_one_article(tally)
        for formula in FORMULAS:
            _, _, low, high = tally.estimate(formula)
            # Where everybody agrees on everything there is a bound; where nobody varies there is none to be wrong.
            held[formula] += low is None or high is None or low <= truth[formula] <= high
    return {formula.__name__: held[formula] / repetitions for formula in FORMULAS}


def as_one_article(tally: Tally) -> Tally:
    """Return the same pieces as if all were of one article."""
    one = Tally(tally.labels)
    one.add(tally.units.items())
    return one


def coverages(repetitions: int) -> Iterator[str]:
    """Yield the table of coverage."""
    for sentences in (15, 30, 100):
        for care in (0.7, 0.9):
            desk = Desk(1, sentences, care)
            yield _line(f"1 article of {sentences}, care {care}", coverage(desk, repetitions))
    for articles in (5, 10, 30):
        for care, alike in ((0.75, 6), (0.9, 6), (0.85, 3)):
            desk = Desk(articles, 25, care, alike)
            yield _line(f"{articles} articles of 25, care {care}, alike {alike}", coverage(desk, repetitions))
    naive = coverage(Desk(30, 25, 0.85, 3), repetitions, by_piece=True)
    yield _line("the last, were sentences independent", naive, limit=0)


def _line(name: str, found: dict[str, float], limit: float = LEAST_COVERAGE) -> str:
    told = ", ".join(f"{figure} {share:.3f}" for figure, share in found.items())
    return f"{name:42} {told}" + (f"  {'ok' if min(found.values()) >= limit else 'MISSED'}" if limit else "")


def make_desk(articles: int, sentences: int = 30) -> Path:
    """Make a desk whose articles two annotators labelled, unless an earlier run left it."""
    desk = BENCH / f"agreement-{articles}"
    if (desk / "factcheck.yaml").exists():
        return desk
    shutil.rmtree(desk, ignore_errors=True)
    source = random.Random(3)
    for number in range(articles):
        folder = desk / "annotations" / f"{number // 1000:02}"
        folder.mkdir(parents=True, exist_ok=True)
        _write_article(folder, f"a{number}", sentences, source)
    (desk / "factcheck.yaml").write_text("annotators: 2\n", encoding="utf-8")
    subprocess.run(["git", "init", "--quiet", str(desk)], check=True)
    return desk


def _write_article(folder: Path, name: str, sentences: int, source: random.Random) -> None:
    texts = [
        f"Selon la préfecture, {source.randrange(10**6):,} personnes ont défilé à Brest, dit-on."
        for _ in range(sentences)
    ]
    (folder / f"{name}.txt").write_text("\n".join(texts) + "\n", encoding="utf-8")
    true = source.choices(LABELS, _USUAL, k=sentences)
    for annotator in ("alice", "bob"):
        records = "".join(
            f'\n- id: s{hashlib.sha256(text.encode()).hexdigest()[:10]}\n  text: "{text}"\n  label: '
            f"{label if source.random() < 0.85 else source.choice(LABELS)}\n"
            for text, label in zip(texts, true, strict=True)
        )
        head = f"factcheck: 1\narticle: {name}.txt\nannotator: {annotator}\nlanguage: fr\nsentences:\n"
        line = "# yaml-language-server: $schema=../schemas/labels-1.schema.json\n"
        (folder / f"{name}.{annotator}.labels.yaml").write_text(line + head + records, encoding="utf-8")


def costs(desk: Path) -> Iterator[Ratio]:
    """Yield what the figures cost beside the loading, and the command beside `check`; severities do not matter."""

    def command(*words: str) -> float:
        return process_cpu([FACTCHECK, *words], cwd=str(desk))

    def load() -> list[LabelledArticle]:
        found = corpus((str(desk / "annotations" / "00"),)).articles()
        read = (one for one in found if isinstance(one, CorpusArticle))
        return [LabelledArticle(one.path, matrix(one.article, one.sidecars)) for one in read]

    compared = load()

    def count() -> None:
        agreement = Agreement()
        for article in compared:
            agreement.add(article)
        agreement.figures()

    yield ratio(
        f"figures / loading {len(compared):,} articles", lambda: call_cpu(count), lambda: call_cpu(load), limit=0.1
    )
    yield ratio(
        "agreement / check", lambda: command("agreement"), lambda: command("check", "--jobs", "1"), rounds=3, limit=2
    )


def memory(desk: Path) -> str:
    """Return the peak memory of a tenth of the desk and of all of it, beside that of `check`."""
    peaks = [
        process_usage([FACTCHECK, *words], cwd=str(desk)).ru_maxrss / 1024
        for words in (["agreement", "annotations/00"], ["agreement"], ["check", "--jobs", "1", "--statistics"])
    ]
    return "peak memory: {:.0f} MB for 1,000 articles, {:.0f} MB for all; check of all {:.0f} MB".format(*peaks)


def main() -> None:
    """Print the tables."""
    repetitions, articles = (int(word) for word in (sys.argv[1:] + ["1000", "10000"][len(sys.argv) - 1 :]))
    BENCH.mkdir(exist_ok=True)
    install()
    desk = make_desk(articles)
    print(f"{articles:,} articles x 30 sentences x 2 annotators")
    print(memory(desk), flush=True)
    for line in costs(desk):
        print(line, flush=True)
    print(f"coverage of intervals for 95 %, {repetitions:,} desks each (at least {LEAST_COVERAGE})")
    for told in coverages(repetitions):
        print(told, flush=True)


if __name__ == "__main__":
    main()
