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
    """Write an article of so many sentences, labelled by three annotators who mostly agree, and partly decided.

    It has whatever a page can show: headings, notes, addresses, doubts, edited sentences, disputes, decisions.
    """
    chance = random.Random(number)
    texts = [_sentence(number, at) for at in range(count)]
    name = f"a{number:04}.txt"
    paragraphs = [texts[:1], *(texts[at : at + 5] for at in range(1, count, 5))]
    (folder / name).write_text("\n\n".join(map(" ".join, paragraphs)) + "\n")
    said = {person: tuple(_record(text, chance) for text in texts) for person in _PEOPLE}
    for person, records in said.items():
        _write(folder, Sidecar(name, Annotator(person), Language("fr"), records))
    if number % 3 == 0:
        _write(folder, Sidecar(name, None, Language("fr"), tuple(map(_decided, *said.values()))))


def _sentence(number: int, at: int) -> str:
    if at == 0:
        return f"Le port, jour {number}"
    return f"Selon la préfecture, {number * 37 + at} personnes ont défilé mardi à Brest."


def _record(text: str, chance: random.Random) -> Record:
    label = Label.SOURCED if chance.random() < 0.8 else chance.choice(list(Label))
    record = Record(record_id(text, 0), text, label, unsure=chance.random() < 0.05)
    if label is Label.SOURCED:
        url = "https://www.example.org/communique" if chance.random() < 0.1 else ""
        record = record._replace(source="la préfecture", url=url)
    if chance.random() < 0.05:
        record = record._replace(note="Le chiffre vient d'un tract : rappeler la préfecture.")
    if chance.random() < 0.05:
        record = record._replace(was=text.replace("mardi", "lundi"), was_label=Label.CLAIM)
    return record


def _decided(*records: Record) -> Record:
    """Return a decision over what the annotators say of a sentence; an empty record where they agree."""
    one, labels = records[0], [record.label for record in records]
    empty = Record(one.id, one.text)
    if len(set(labels)) == 1:
        return empty
    over = " ".join(f"{person}={label}" for person, label in zip(_PEOPLE, labels, strict=True))
    return empty._replace(label=Label.CLAIM, reason="edge", over=over)


def _write(folder: Path, sidecar: Sidecar) -> None:
    (folder / sidecar_name(sidecar.article, sidecar.annotator)).write_bytes(write(sidecar))


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
