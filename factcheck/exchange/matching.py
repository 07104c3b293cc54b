"""Labels found in a file of another tool held against a sidecar: to which record each belongs, and what it changes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from factcheck.exchange.form import FoundLabel
from factcheck.exchange.rows import in_common, in_common_text, without
from factcheck.model import Annotator, Language, Record, RecordId, Sidecar, Span, sidecar_name
from factcheck.sidecar import fresh_id, read, update, write
from factcheck.sidecar.scalars import RECORD_ID
from factcheck.text.article import Article
from factcheck.text.placement import covers


class Disagreement(NamedTuple):
    """A field in which the file and the sidecar say different things."""

    found: FoundLabel
    record: Record
    field: str


class JoinResult(NamedTuple):
    """A sidecar with what a file says."""

    sidecar: Sidecar
    #: What belongs to no record: it names no sentence of the sidecar, or more than one.
    unmatched: tuple[FoundLabel, ...]
    disagreements: tuple[Disagreement, ...]


class ImportResult(NamedTuple):
    """What came of an import."""

    #: The paths of the sidecars that changed, with their labels before (None: there was none) and after.
    changed: tuple[tuple[str, Sidecar | None, Sidecar], ...]
    unmatched: tuple[FoundLabel, ...]
    disagreements: tuple[Disagreement, ...]


def join(sidecar: Sidecar, spans: Sequence[Span | None], found: Iterable[FoundLabel], prefer: str = "") -> JoinResult:
    """Return the sidecar with the labels of a file.

    A label belongs to the record of its id and text, else to the one at its place, else to the only one of its text.
    What the sidecar lacks is taken over; what it says otherwise is left, unless the file is to be believed.

    Args:
        sidecar: The labels as they are.
        spans: Where its sentences stand in the article; None for those that it does not say.
        found: What the file says.
        prefer: `mine` or `theirs` where they differ; otherwise the sidecar stays, and the difference is reported.
    """
    index = _Index(sidecar, spans)
    records = {record.id: record for record in (*sidecar.sentences, *sidecar.retired)}
    unmatched, disagreements = [], []
    for one in found:
        record = index.find(one)
        if record is None:
            unmatched.append(one)
            continue
        taken, differing = _taken(records[record.id], one, prefer)
        records[record.id] = taken
        disagreements += [Disagreement(one, record, name) for name in differing]
    new = sidecar._replace(
        sentences=tuple(records[record.id] for record in sidecar.sentences),
        retired=tuple(records[record.id] for record in sidecar.retired),
    )
    return JoinResult(new, tuple(unmatched), tuple(disagreements))


class _Index:
    """The records of a sidecar by all that a file may know of them."""

    def __init__(self, sidecar: Sidecar, spans: Sequence[Span | None]) -> None:
        every = (*sidecar.sentences, *sidecar.retired)
        ids = Counter(record.id for record in every)
        self._by_id = {record.id: record for record in every if ids[record.id] == 1}
        placed = zip(spans, sidecar.sentences, strict=True)
        self._by_place = {span: record for span, record in placed if span and ids[record.id] == 1}
        self._by_text: Mapping[str, list[Record]] = defaultdict(list)
        for record in sidecar.sentences:
            self._by_text[record.text].append(record)

    def find(self, found: FoundLabel) -> Record | None:
        """Return the record a label belongs to, or None."""
        known = self._by_id.get(RecordId(found.id))
        if known and _same_text(known.text, found.text):
            return known
        if found.start is not None and found.end is not None:
            at = self._by_place.get(Span(found.start, found.end))
            return at if at and _same_text(at.text, found.text) else None
        same = self._by_text.get(found.text, [])
        return same[0] if len(same) == 1 and same[0].id in self._by_id else None


def _taken(record: Record, found: FoundLabel, prefer: str) -> tuple[Record, list[str]]:
    """Return the record with what the file says of it, and the fields in which they differ."""
    changes: dict[str, Any] = {}
    differing: list[str] = []
    for name, said in found.fields.items():
        present = getattr(record, name)
        if _agrees(said, present) or (not said and not (found.whole and prefer == "theirs")):
            continue
        if not present or prefer == "theirs":
            changes[name] = said
        elif prefer != "mine":
            differing.append(name)
    if differing and "label" in differing:
        # What goes with a label is of no use without it.
        changes = {name: said for name, said in changes.items() if name not in ("source", "url", "skip")}
    return record._replace(**changes), differing


def _same_text(one: str, other: str) -> bool:
    return one == other or in_common_text(one) == in_common_text(other)


def _agrees(said: object, present: object) -> bool:
    """Return whether a file says what a record does; no file can say half a character."""
    return said == present or (isinstance(present, str) and said == without(present))


def file_of(found: Sequence[FoundLabel], article: str, annotator: Annotator | None) -> bytes:
    """Return the file of a sidecar that a file of another tool holds all of, in its own layout if it has that too.

    Args:
        found: The rows of one annotator on one article, each `whole`; at least one.
        article: The article's file name.
        annotator: None for decisions.

    Raises:
        SidecarError: The layout is no sidecar.
    """
    layout = next((one.layout for one in found if one.layout), "")
    rows = [one for one in found if one.id]
    new = _made_of(rows, Sidecar(article, annotator, Language(found[0].language), ()))
    if not layout:
        return write(new)
    document = read(layout.encode(), sidecar_name(article, annotator))
    same = _comparable(document.sidecar) == _comparable(new)
    return document.data if same else update(document, new).data


def _comparable(sidecar: Sidecar) -> Sidecar:
    sentences, retired = (tuple(map(in_common, part)) for part in (sidecar.sentences, sidecar.retired))
    return sidecar._replace(sentences=sentences, retired=retired)


def _made_of(found: Iterable[FoundLabel], empty: Sidecar) -> Sidecar:
    records = [(one, Record(RecordId(one.id), one.text)._replace(**dict[str, Any](one.fields))) for one in found]
    return empty._replace(
        sentences=tuple(record for one, record in records if not one.retired),
        retired=tuple(record for one, record in records if one.retired),
    )


def sentences_of(found: Iterable[FoundLabel], article: Article) -> tuple[Record, ...]:
    """Return the sentences that a file divides an article into, without their labels; none if it leaves some out."""
    placed = sorted((one for one in found if one.start is not None), key=lambda one: one.start or 0)
    if not placed or not covers(article, [one.text for one in placed]):
        return ()
    ids: dict[RecordId, str] = {}
    for one in placed:
        known = RecordId(one.id) if RECORD_ID.fullmatch(one.id) and one.id not in ids else fresh_id(one.text, ids)
        ids[known] = one.text
    return tuple(Record(name, text) for name, text in ids.items())
