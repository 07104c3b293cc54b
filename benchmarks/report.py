"""How much processor time, memory and room reports take: one long article, and sites of 50 and 1,000 articles.

Run as `python -m benchmarks.report`. Each article has three annotators; the long one 2,000 sentences, the others 15.
"""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

from benchmarks.installed import FACTCHECK, install
from benchmarks.measure import process_usage
from factcheck.model import Annotator, Label, Language, Record, Sidecar, sidecar_name
from factcheck.sidecar import record_id, write

_PEOPLE = ("alice", "bob", "carol")
#: What a page may weigh, in bytes: of its own, and for each sentence and annotator.
_PAGE, _SENTENCE = 30_000, 400


def make_article(folder: Path, number: int, count: int) -> None:
    """Write an article of so many sentences, labelled by three annotators who mostly agree."""
    chance = random.Random(number)
    texts = [f"Selon la préfecture, {number * 37 + n} personnes ont défilé mardi à Brest." for n in range(count)]
    name = f"a{number:04}.txt"
    (folder / name).write_text("\n\n".join(" ".join(texts[at : at + 5]) for at in range(0, count, 5)) + "\n")
    for person in _PEOPLE:
        records = tuple(_record(text, chance) for text in texts)
        sidecar = Sidecar(name, Annotator(person), Language("fr"), records)
        (folder / sidecar_name(name, sidecar.annotator)).write_bytes(write(sidecar))


def _record(text: str, chance: random.Random) -> Record:
    record = Record(record_id(text, 0), text, Label.SOURCED if chance.random() < 0.8 else chance.choice(list(Label)))
    return record._replace(source="la préfecture") if record.label is Label.SOURCED else record


def make_desk(folder: Path, articles: int, sentences: int) -> Path:
    """Write a desk; return it."""
    (folder / "annotations").mkdir(parents=True)
    (folder / "factcheck.yaml").write_text("language: fr\n")
    for number in range(articles):
        make_article(folder / "annotations", number, sentences)
    return folder


def measured(desk: Path, out: str) -> str:
    """Write a report; return what it took as words."""
    usage = process_usage([FACTCHECK, "report", "-o", out], str(desk))
    return f"{usage.ru_utime + usage.ru_stime:6.2f} s of CPU, {usage.ru_maxrss / 1000:5.1f} MB"


def weight(page: Path, sentences: int) -> str:
    """Return how heavy a page is against what it may be."""
    size, limit = page.stat().st_size, _PAGE + _SENTENCE * sentences * len(_PEOPLE)
    return f"{size / 1000:8.1f} kB  (limit {limit / 1000:.0f}: {'ok' if size <= limit else 'MISSED'})"


def main() -> None:
    """Measure and print."""
    install()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        long = make_desk(folder / "long", 1, 2000)
        print(f"2,000 sentences x 3: {measured(long, 'long.html')}, {weight(long / 'long.html', 2000)}")
        for articles in (50, 1000):
            desk = make_desk(folder / str(articles), articles, 15)
            print(f"{articles} articles: {measured(desk, 'site')} (limit for 1,000: 20 s)")
            pages = desk / "site/articles/annotations"
            print(f"  a page of 15 sentences x 3: {weight(pages / 'a0000.txt.html', 15)}")
            before = {path: path.stat().st_mtime_ns for path in (desk / "site").rglob("*") if path.is_file()}
            make_article(desk / "annotations", 7, 16)
            print(f"  again after one change: {measured(desk, 'site')}")
            changed = [path.name for path, when in before.items() if path.stat().st_mtime_ns != when]
            print(f"  files written again: {', '.join(sorted(changed))}")


if __name__ == "__main__":
    main()
