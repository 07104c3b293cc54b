"""What people do to a sidecar between two commits, as functions on its value; tests and benchmarks draw from them."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.model import Annotator, Label, Language, Record, RecordId, Sidecar
from factcheck.sidecar import fresh_id, skeleton

#: One thing somebody does: from a sidecar to a sidecar.
Deed = Callable[[Sidecar], Sidecar]


def new(texts: list[str]) -> Sidecar:
    """Return a sidecar as it is when the article is first opened."""
    return skeleton("port-strike.txt", Annotator("alice"), Language("en"), texts)


def change(sidecar: Sidecar, index: int, *records: Record) -> Sidecar:
    """Return the sidecar with one record replaced by others; an index past the end wraps around."""
    if not sidecar.sentences:
        return sidecar
    index %= len(sidecar.sentences)
    sentences = (*sidecar.sentences[:index], *records, *sidecar.sentences[index + 1 :])
    return sidecar._replace(sentences=sentences)


def at(sidecar: Sidecar, index: int) -> Record:
    """Return the record at an index that wraps around."""
    return sidecar.sentences[index % len(sidecar.sentences)]


def label(index: int, kind: Label | None, source: str = "") -> Deed:
    """Label a sentence, or clear its label with None; what waited to be confirmed is settled by that."""

    def deed(sidecar: Sidecar) -> Sidecar:
        record = at(sidecar, index)._replace(label=kind, skip="", was="", was_label=None)
        return change(sidecar, index, record._replace(source=source if kind == Label.SOURCED else ""))

    return deed


def skip(index: int, reason: str) -> Deed:
    """Say that a sentence needs no label."""

    def deed(sidecar: Sidecar) -> Sidecar:
        record = at(sidecar, index)._replace(label=None, source="", skip=reason, was="", was_label=None)
        return change(sidecar, index, record)

    return deed


def note(index: int, words: str) -> Deed:
    """Write a note on a sentence."""
    return lambda sidecar: change(sidecar, index, at(sidecar, index)._replace(note=words))


def source(index: int, words: str) -> Deed:
    """Name the source of a sentence, whatever its label."""
    return lambda sidecar: change(sidecar, index, at(sidecar, index)._replace(source=words))


def unsure(index: int) -> Deed:
    """Mark a sentence as unsure, or no longer so."""
    return lambda sidecar: change(sidecar, index, at(sidecar, index)._replace(unsure=not at(sidecar, index).unsure))


def rewrite(index: int, words: str) -> Deed:
    """Change what a sentence says, in the article too: its label waits to be confirmed."""

    def deed(sidecar: Sidecar) -> Sidecar:
        old = at(sidecar, index)
        text = f"{words} {old.text}"
        if old.label is None:
            return change(sidecar, index, old._replace(text=text))
        return change(sidecar, index, old._replace(text=text, label=None, was=old.text, was_label=old.label))

    return deed


def polish(index: int) -> Deed:
    """Change a sentence in a way that keeps its label."""

    def deed(sidecar: Sidecar) -> Sidecar:
        old = at(sidecar, index)
        return change(sidecar, index, old._replace(text=old.text.replace("'", "\u2019") + "\u00a0!"))

    return deed


def insert(index: int, text: str) -> Deed:
    """Write a new sentence into the article, before another."""

    def deed(sidecar: Sidecar) -> Sidecar:
        fresh = Record(fresh_id(text, taken(sidecar)), text)
        return change(sidecar, index, fresh, at(sidecar, index))

    return deed


def retire(index: int) -> Deed:
    """Remove a sentence from the article: its record goes to the retired ones."""

    def deed(sidecar: Sidecar) -> Sidecar:
        if len(sidecar.sentences) < 2:
            return sidecar
        gone = at(sidecar, index)
        return change(sidecar, index)._replace(retired=(*sidecar.retired, gone))

    return deed


def divide(index: int) -> Deed:
    """Divide a sentence at its middle word: the first half keeps the id and all that was said, the other is new."""

    def deed(sidecar: Sidecar) -> Sidecar:
        old = at(sidecar, index)
        words = old.text.split(" ")
        first, second = " ".join(words[: len(words) // 2]), " ".join(words[len(words) // 2 :])
        if not first:
            return sidecar
        half = Record(fresh_id(second, taken(sidecar)), second)
        return change(sidecar, index, old._replace(text=first), half)

    return deed


def join(index: int) -> Deed:
    """Join a sentence with the next: the first keeps its id, and a label on which both agree; the other is gone."""

    def deed(sidecar: Sidecar) -> Sidecar:
        index_ = index % len(sidecar.sentences)
        if index_ + 1 == len(sidecar.sentences):
            return sidecar
        old, other = sidecar.sentences[index_ : index_ + 2]
        labels = {record.label for record in (old, other) if record.label}
        agreed = labels.pop() if len(labels) == 1 else None
        whole = old._replace(text=f"{old.text} {other.text}", label=agreed, skip=old.skip if other.skip else "")
        return change(change(sidecar, index_ + 1), index_, whole)

    return deed


def taken(sidecar: Sidecar) -> set[RecordId]:
    """Return the ids that are in use."""
    return {record.id for record in (*sidecar.sentences, *sidecar.retired)}
