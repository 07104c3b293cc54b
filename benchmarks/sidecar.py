"""Sidecars: strict reading against PyYAML's C loader, and one saved label against writing the same bytes.

Run it with `make bench-sidecar`; PyYAML, which the program itself never uses, goes under `.bench/`.
"""

from __future__ import annotations

import os
import random
import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml  # type: ignore[import-untyped]  # its stubs would be one more thing to install

from benchmarks.measure import call_cpu, ratio
from factcheck.io import store
from factcheck.model import Annotator, Label, Language, Sidecar
from factcheck.sidecar import read, skeleton, update, write

_ASIDE = ' "à suivre"'
_WORDS = tuple(
    re.findall(
        r"\S+",
        "le la les port grève maire préfecture syndicat accord mardi Brest navires quais « salaires » selon qui ont "
        "été n’ont repris bloqué annoncé cinq mille vingt-trois depuis avant hier l’après-midi où et mais pour avec",
    )
)


#: How many times faster than PyYAML's C loader strict reading is meant to be on 200 sentences.
FASTER = 12


def sidecar(count: int) -> Sidecar:
    """Return a sidecar of so many sentences of news length, labelled; one in ten quotes somebody."""
    chance = random.Random(count)
    texts = [_sentence(chance, quotes=number % 10 == 0) for number in range(count)]
    made = skeleton("port.txt", Annotator("alice"), Language("fr"), texts)
    kinds: list[dict[str, Any]] = [
        *[{"label": Label.CLAIM}] * 10,
        *[{"label": Label.SOURCED, "source": "la préfecture"}] * 5,
        *[{"label": Label.OPINION}] * 3,
        {"label": Label.UNVERIFIED, "unsure": True},
        {"label": Label.CLAIM, "note": "à vérifier"},
    ]
    records = tuple(record._replace(**chance.choice(kinds)) for record in made.sentences)
    return made._replace(sentences=records)


def _sentence(chance: random.Random, *, quotes: bool) -> str:
    words = [chance.choice(_WORDS) for _ in range(chance.randint(8, 36))]
    return f"{' '.join(words).capitalize()}{_ASIDE if quotes else ''}."


def repeated(call: Callable[[], object], times: int) -> Callable[[], float]:
    """Return a function that gives the CPU seconds of so many calls, each result dropped before the next."""

    def calls() -> None:
        for _ in range(times):
            call()

    return lambda: call_cpu(calls)


def reading() -> None:
    """Print how many times longer PyYAML's C loader takes than strict reading."""
    for count in (15, 200, 2_000):
        data = write(sidecar(count))
        times = max(1, 2_000 // count)
        line = ratio(
            f"PyYAML's C loader / strict reader, {count} sentences",
            repeated(lambda data=data: yaml.load(data, yaml.CSafeLoader), times),  # type: ignore[misc]
            repeated(lambda data=data: read(data, "x"), times),  # type: ignore[misc]
        )
        verdict = "" if count != 200 else f"  (goal {FASTER}: {'ok' if line.median >= FASTER else 'MISSED'})"
        print(f"{line}{verdict}")


def saving(folder: Path) -> None:
    """Print how many times the CPU of writing and flushing the same bytes one saved label takes."""
    for count in (15, 200, 2_000):
        path = folder / f"a{count}.alice.labels.yaml"
        session = _Session(path, sidecar(count))
        plain = folder / "plain"
        line = ratio(
            f"one label saved / the same bytes written, {count} sentences",
            repeated(session.label_one, 20),
            repeated(lambda plain=plain, session=session: _write(plain, session.document.data), 20),  # type: ignore[misc]
            limit=2,
        )
        print(line)


class _Session:
    """Sets labels one after the other and saves each, as the annotator does."""

    def __init__(self, path: Path, made: Sidecar) -> None:
        self._path = path
        self.document = read(write(made), str(path))
        self._identity = store.save(path, self.document.data, None)
        self._turn = 0

    def label_one(self) -> None:
        """Change the label of the next sentence and save."""
        records = list(self.document.sidecar.sentences)
        index = self._turn * 7 % len(records)
        label = Label.CLAIM if records[index].label is not Label.CLAIM else Label.OPINION
        records[index] = records[index]._replace(label=label)
        self.document = update(self.document, self.document.sidecar._replace(sentences=tuple(records)))
        self._identity = store.save(self._path, self.document.data, self._identity)
        self._turn += 1


def _write(path: Path, data: bytes) -> None:
    """Write and flush as durably as a save does: temporary file, rename, folder."""
    temporary = path.with_suffix(".tmp")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.write(descriptor, data)
    os.fsync(descriptor)
    os.close(descriptor)
    temporary.rename(path)
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


if __name__ == "__main__":
    print(f"PyYAML {yaml.__version__}")
    reading()
    with tempfile.TemporaryDirectory() as name:
        saving(Path(name))
