"""Desks of a given size, each with much of one kind: what a stranger could send to cost time and memory.

Run as `python tests/sized_desks.py [BYTES [KIND...]]`, or `make sizes`: each kind is checked in every format and since
a commit, at the size and at half of it; printed are seconds of processor time and megabytes of memory, and how much
more than twice the time twice the size takes. Some run in the test suite.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import product
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from hostile_desks import in_memory

from factcheck.formats import FINDINGS

#: Makes a desk of about so many bytes in a folder.
Maker = Callable[[Path, int], None]

_HEAD = "factcheck: 1\narticle: {article}\nannotator: {annotator}\nlanguage: en\nsentences:\n"
#: A sentence of 42 bytes with its number, of which no two are the same.
_SENTENCE = "The port of Brest saw {n:06} people march."


def _texts(size: int, each: int) -> list[str]:
    return [_SENTENCE.format(n=n) for n in range(max(size // each, 1))]


def _article(folder: Path, texts: list[str], name: str = "a.txt") -> None:
    (folder / name).write_text("\n".join(texts) + "\n")


def _record(number: int, text: str, *lines: str) -> str:
    return "".join((f'\n- id: s{number:010x}\n  text: "{text}"\n', *(f"  {line}\n" for line in lines)))


def _sidecar(folder: Path, records: Iterator[str], annotator: str = "alice", article: str = "a.txt") -> None:
    stem = article.rpartition(".")[0]
    head = _HEAD.format(article=article, annotator=annotator)
    (folder / f"{stem}.{annotator}.labels.yaml").write_text(head + "".join(records))


def _labelled(*lines: str, each: int = 170) -> Maker:
    """Return the maker of an article and a sidecar whose records all have these lines; `{n}` is their number."""

    def make(folder: Path, size: int) -> None:
        texts = _texts(size, each)
        _article(folder, texts)
        _sidecar(folder, (_record(n, text, *(line.format(n=n) for line in lines)) for n, text in enumerate(texts)))

    return make


def _text(piece: str, name: str = "a.txt", *, labelled: bool = True) -> Maker:
    """Return the maker of an article of one piece again and again, with a sidecar that fits nowhere."""

    def make(folder: Path, size: int) -> None:
        (folder / name).write_text(piece * (size // len(piece.encode())))
        if labelled:
            _sidecar(folder, iter((_record(1, "Nowhere.", "label: claim"),)), article=name)

    return make


def _raw(piece: str, before: str = "", after: str = "", name: str = "a.alice.labels.yaml") -> Maker:
    """Return the maker of a file other than an article, of one piece again and again; `{n}` in it is its number."""

    def make(folder: Path, size: int) -> None:
        _article(folder, _texts(100, 50))
        count = size // len(piece.encode())
        many = "".join(piece.replace("{n}", str(n)) for n in range(count)) if "{n}" in piece else piece * count
        (folder / name).write_text(f"{before}{many}{after}")

    return make


def _flow(label: str) -> Maker:
    def make(folder: Path, size: int) -> None:
        texts = _texts(size, 150)
        _article(folder, texts)
        records = ", ".join(f'{{id: s{n:010x}, text: "{text}", label: {label}}}' for n, text in enumerate(texts))
        head = "factcheck: 1, article: a.txt, annotator: alice, language: en"
        (folder / "a.alice.labels.yaml").write_text(f"{{{head}, sentences: [{records}]}}\n")

    return make


def _json(folder: Path, size: int) -> None:
    texts = _texts(size, 190)
    _article(folder, texts)
    records = ",\n".join(
        f'    {{\n      "id": "s{n:010x}",\n      "text": "{t}",\n      "label": "claim"\n    }}'
        for n, t in enumerate(texts)
    )
    head = '"factcheck": 1,\n  "article": "a.txt",\n  "annotator": "alice",\n  "language": "en"'
    (folder / "a.alice.labels.yaml").write_text(f'{{\n  {head},\n  "sentences": [\n{records}\n  ]\n}}\n')


def _folded(folder: Path, size: int) -> None:
    texts = _texts(size, 180)
    _article(folder, texts)
    words = ("\n    ".join(text.split()) for text in texts)
    _sidecar(folder, (f"\n- id: s{n:010x}\n  text: >-\n    {t}\n  label: claim\n" for n, t in enumerate(words)))


def _stale(folder: Path, size: int) -> None:
    texts = _texts(size, 170)
    _article(folder, [text.replace("march", "walk") for text in texts])
    _sidecar(folder, (_record(n, text, "label: claim") for n, text in enumerate(texts)))


def _reversed(folder: Path, size: int) -> None:
    texts = _texts(size, 170)
    _article(folder, texts[::-1])
    _sidecar(folder, (_record(n, text, "label: claim") for n, text in enumerate(texts)))


def _same(folder: Path, size: int) -> None:
    texts = ["It was so."] * (size // 80)
    _article(folder, texts)
    _sidecar(folder, (_record(n, text, "label: claim") for n, text in enumerate(texts)))


def _one_id(folder: Path, size: int) -> None:
    texts = _texts(size, 170)
    _article(folder, texts)
    _sidecar(folder, (_record(1, text, "label: claim") for text in texts))


def _annotators(folder: Path, size: int) -> None:
    """Write the labels of a hundred on one article, each of them of another opinion."""
    texts = _texts(size // 100, 130)
    _article(folder, texts)
    for who in range(100):
        label = ("claim", "opinion", "unverified")[who % 3]
        _sidecar(folder, (_record(n, t, f"label: {label}") for n, t in enumerate(texts)), f"annotator-{who}")


def _disputed(folder: Path, size: int) -> None:
    texts = _texts(size, 300)
    _article(folder, texts)
    for who, label in (("alice", "claim"), ("bob", "opinion")):
        _sidecar(folder, (_record(n, text, f"label: {label}") for n, text in enumerate(texts)), who)


def _decided(over: str) -> Maker:
    def make(folder: Path, size: int) -> None:
        _disputed(folder, size * 2 // 3)
        texts = _texts(size * 2 // 3, 300)
        decisions = "".join(_record(n, text, "label: claim", f"over: {over}") for n, text in enumerate(texts))
        head = _HEAD.replace("annotator: {annotator}\n", "").format(article="a.txt")
        (folder / "a.labels.yaml").write_text(head + decisions)

    return make


def _files(name: str, text: str, each: int) -> Maker:
    """Return the maker of many small files, each as large as its name, its text and what the name costs a listing."""

    def make(folder: Path, size: int) -> None:
        for number in range(size // each):
            path = folder / name.replace("{n}", str(number)).replace("{m}", str(number % 100))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text.replace("{n}", str(number)))

    return make


def _small_articles(folder: Path, size: int) -> None:
    for number in range(size // 400):
        text = _SENTENCE.format(n=number)
        _article(folder, [text], f"{number}.txt")
        _sidecar(folder, iter((_record(1, text, "label: claim"),)), article=f"{number}.txt")


def _many_globs(folder: Path, size: int) -> None:
    """Write as many globs into the settings as there are articles."""
    _files("{n}.txt", "The port of Brest closed.\n", 50)(folder, size // 2)
    globs = "".join(f"  - nowhere/*{n}*/*.md\n" for n in range(size // 50))
    (folder / "factcheck.yaml").write_text(f"ignore:\n{globs}")


def _nested(folder: Path, size: int) -> None:
    """Write folders in folders, each with an article, as deep as paths can be."""
    for number in range(size // 1000):
        path = folder / f"{number}" / Path(*["d"] * 400)
        path.mkdir(parents=True)
        _article(path, [_SENTENCE.format(n=number)])


def _marked(folder: Path, size: int) -> None:
    """Write a sidecar of conflicts that a merge left."""
    texts = _texts(size, 240)
    _article(folder, texts)
    conflict = ("<<<<<<< HEAD", "  label: claim", "=======", "  label: opinion", ">>>>>>> topic")
    _sidecar(folder, (_record(n, text) + "\n".join(conflict) + "\n" for n, text in enumerate(texts)))


#: Each kind of desk by name.
KINDS: dict[str, Maker] = {
    "labels": _labelled("label: claim"),
    "comments": _labelled("# why {n}", "label: claim  # because {n}", each=190),
    "wrong labels": _labelled("label: clam"),
    "wrong labels in flow style": _flow("clam"),
    "flow style": _flow("claim"),
    "json": _json,
    "folded": _folded,
    "unknown fields": _labelled("label: claim", "sorce: x", "another-{n}: y", each=190),
    "wrong sources": _labelled("label: sourced", "source: the prefecture number {n}", each=190),
    "sources": _labelled("label: sourced", "source: port of Brest", each=190),
    "long sources": _labelled("label: sourced", f"source: {'port of Brest ' * 20}", each=500),
    "urls": _labelled("label: sourced", "url: 'javascript:{n}'", each=190),
    "skips and labels": _labelled("label: claim", "skip: it is so", each=190),
    "unlabelled": _labelled(),
    "stale": _stale,
    "reversed": _reversed,
    "the same sentence": _same,
    "one id": _one_id,
    "a hundred annotators": _annotators,
    "disputed": _disputed,
    "decided": _decided("alice=claim bob=opinion"),
    "decided over nothing": _decided("x"),
    "long decisions": _decided("alice=claim " * 20),
    "prose": _text("The port was closed on Monday, the prefecture says. It was a disgrace!\n"),
    "prose alone": _text("The port was closed on Monday, the prefecture says. It was a disgrace!\n", labelled=False),
    "one word": _text("ab"),
    "one sentence": _text("port of Brest and "),
    "short sentences": _text("A b. "),
    "nested quotations": _text("> " * 40 + "a\n", "a.md"),
    "lists in a line": _text("- " * 40 + "a\n", "a.md"),
    "full stops": _text("a."),
    "quotes": _text('"« ('),
    "line breaks": _text("\n"),
    "carriage returns": _text("a\r"),
    "capitals": _text("M. A. "),
    "brackets": _text("[", "a.md"),
    "nested lists": _text("- a\n  - b\n    - c\n", "a.md"),
    "emphasis": _text("*a _b ", "a.md"),
    "code": _text("`a ``", "a.md"),
    "html": _text("<a <!-- ", "a.md"),
    "tables": _text("| a | b |\n", "a.md"),
    "conflicts in an article": _text("<<<<<<< HEAD\na\n=======\nb\n>>>>>>> topic\n"),
    "conflicts in a sidecar": _marked,
    "opened brackets": _raw("["),
    "opened braces": _raw("{a: "),
    "nested lists in a sidecar": _raw("- "),
    "keys": _raw("key-{n}: x\n"),
    "one long key": _raw("k", after=": x\n"),
    "one long line": _raw("x", "a: "),
    "quotes in a sidecar": _raw('"'),
    "tabs": _raw("\tx\n"),
    "comments alone": _raw("# x\n"),
    "documents": _raw("---\na: b\n"),
    "anchors": _raw("- &a{n} x\n"),
    "escapes": _raw("\\u00e9", 'a: "', '"\n'),
    "blank lines in a sidecar": _raw("\n", "factcheck: 1\n"),
    "settings": _raw("key-{n}: x\n", name="factcheck.yaml"),
    "globs": _raw("  - a{n}*/b\n", "ignore:\n", name="factcheck.yaml"),
    "globs and articles": _many_globs,
    "severities": _raw("  FC9{n}: error\n", "severity:\n", name="factcheck.yaml"),
    "own words": _raw("'w{n}', ", "words: {fr: {light: [", "x]}}\n", name="factcheck.yaml"),
    "codebook": _raw("- rule {n}\n", "labels:\n", name="codebook.yaml"),
    "tiny files": _files("{n}.txt", "The port of Brest closed.\n", 100),
    "tiny sidecars": _files("{n}.alice.labels.yaml", "factcheck: 1\n", 100),
    "small articles": _small_articles,
    "settings everywhere": _files("f{n}/factcheck.yaml", "ignore: [x]\n", 100),
    "long names": _files(f"{'n' * 180}{{n}}.txt", "The port of Brest closed.\n", 300),
    "misspelt names": _files(f"{'n' * 80}{{n}}.alice.label.yaml", "factcheck: 1\n", 200),
    "one article's sidecars": _files("a.b{n}.labels.yaml", "factcheck: 1\narticle: a.txt\n", 100),
    "nested folders": _nested,
}


# What is run, in a process of its own.


class Cost(NamedTuple):
    """What one command cost."""

    #: Of processor time, with that of its children.
    seconds: float
    #: Megabytes of memory at most, of the process itself.
    memory: float
    code: int


def desk(folder: Path, kind: str, size: int, parts: int = 1) -> Path:
    """Make a desk of one kind in a repository, in so many folders; the first commit has nothing of it.

    Another process makes it: the memory of the one that starts a command counts as memory of the command.
    """
    maker = get_context("fork").Process(target=_make, args=(folder, kind, size, parts))
    maker.start()
    maker.join()
    assert maker.exitcode == 0
    return folder


def _make(folder: Path, kind: str, size: int, parts: int) -> None:
    folder.mkdir()
    for words in (["init", "-q", "-b", "main"], ["commit", "-qm", "start", "--allow-empty"], ["checkout", "-qb", "x"]):
        subprocess.run(["git", *_AS, *words], cwd=folder, check=True)
    made = _made(folder / "sample", kind, size // 10)
    shutil.rmtree(folder / "sample")
    for part in range(parts):
        # In one part it is the desk's own folder: there are settings.
        _made(folder / f"part-{part}" if parts > 1 else folder, kind, size * size // 10 // made // parts)
    subprocess.run(["git", *_AS, "add", "-A"], cwd=folder, check=True, capture_output=True)
    subprocess.run(["git", *_AS, "commit", "-qm", "more"], cwd=folder, check=True)


def _made(folder: Path, kind: str, size: int) -> int:
    """Make a part of a desk; return how many bytes it has, with 80 for each file or folder beyond the first ten."""
    folder.mkdir(exist_ok=True)
    KINDS[kind](folder, size)
    found = [path for path in folder.rglob("*") if ".git" not in path.parts]
    return sum(path.stat().st_size for path in found if path.is_file()) + 80 * max(len(found) - 10, 0)


_AS = ("-c", "user.name=a", "-c", "user.email=a@b", "-c", "gc.auto=0")


def cost(folder: Path, words: list[str]) -> Cost:
    """Run a command in a folder; return what it cost."""
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123
        process = subprocess.Popen(
            [sys.executable, "-m", "factcheck", *words], cwd=folder, stdout=nowhere, stderr=nowhere
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, process.returncode)


#: What is asked of each desk: `check` in every format, and of what changed.
ASKED: tuple[list[str], ...] = (
    *(["check", "--format", form] for form in FINDINGS if form != "statistics"),
    ["check", "--statistics"],
    ["check", "--changed-since", "main"],
)


def _report(what: str, ratio: float, costs: dict[str, Cost]) -> bool:
    """Print what the worst of the commands cost; return whether that was too much."""
    slow, big = (max(costs, key=lambda name, at=at: costs[name][at]) for at in (0, 1))  # type: ignore[misc]
    codes = {one.code for one in costs.values()}
    bad = costs[slow].seconds > 2 or costs[big].memory > 150 or not codes <= {0, 1}
    worst = f"{costs[slow].seconds:5.2f} s ({slow}), {costs[big].memory:4.0f} MB ({big})"
    print(f"{'OVER' if bad else '    '} {what:32} x{ratio:4.2f} {worst} {codes}", flush=True)  # noqa: T201
    return bad


def main() -> None:
    """Measure the kinds asked for, or all; fail if one is over two seconds or 150 MB at a megabyte."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    over = 0
    with tempfile.TemporaryDirectory(dir=in_memory()) as scratch:
        for kind, parts in product(sys.argv[2:] or KINDS, (1, 3)):
            half, whole = (desk(Path(scratch, f"{kind} {parts} {by}"), kind, size // by, parts) for by in (2, 1))
            ratio = cost(whole, ["check"]).seconds / cost(half, ["check"]).seconds
            costs = {" ".join(words[1:]): cost(whole, words) for words in ASKED}
            over += _report(f"{kind} in {parts}", ratio, costs)
            shutil.rmtree(half)
            shutil.rmtree(whole)
    sys.exit(1 if over else 0)


if __name__ == "__main__":
    main()
