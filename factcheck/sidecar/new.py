"""New sidecars, without labels, and new ids."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from factcheck.model import Annotator, Language, Record, RecordId, Sidecar


def skeleton(article: str, annotator: Annotator | None, language: Language, texts: Iterable[str]) -> Sidecar:
    """Return a sidecar with a record for every sentence and no label.

    Args:
        article: The article's file name, without folders.
        annotator: Whose labels these will be; None for the decisions file.
        language: The article's language.
        texts: The sentences, in order.
    """
    records: dict[RecordId, Record] = {}
    for text in texts:
        name = fresh_id(text, records)
        records[name] = Record(name, text)
    return Sidecar(article, annotator, language, tuple(records.values()))


def fresh_id(text: str, taken: Collection[RecordId]) -> RecordId:
    """Return the first id of `text` that is not taken by another record of the sidecar, retired ones included."""
    occurrence = 0
    while (name := record_id(text, occurrence)) in taken:
        occurrence += 1
    return name


def record_id(text: str, occurrence: int) -> RecordId:
    """Return `s` and the first ten hexadecimal digits of the SHA-256 of a sentence.

    Args:
        text: The sentence; hashed as UTF-8.
        occurrence: How many records took an id from this very text before; where it is not 0, a line break and the
            number are hashed after the text.

    >>> record_id("Il pleut.", 0), record_id("Il pleut.", 1)
    ('s7188d2ba9a', 's662829f556')
    """
    import hashlib  # noqa: PLC0415 - 2 ms, needed only where records are made

    hashed = f"{text}\n{occurrence}" if occurrence else text
    return RecordId("s" + hashlib.sha256(hashed.encode("utf-8", "surrogatepass")).hexdigest()[:10])


def with_own_ids(sidecar: Sidecar) -> Sidecar:
    """Return the sidecar with another id for each record that has one for the second time.

    Plain git makes such a file where both sides added the same sentence in different places.
    """
    every = (*sidecar.sentences, *sidecar.retired)
    taken = {record.id for record in every}
    if len(taken) == len(every):
        return sidecar
    seen: set[RecordId] = set()
    found = []
    for record in every:
        name = fresh_id(record.text, taken) if record.id in seen else record.id
        seen.add(name)
        taken.add(name)
        found.append(record._replace(id=name))
    count = len(sidecar.sentences)
    return sidecar._replace(sentences=tuple(found[:count]), retired=tuple(found[count:]))
