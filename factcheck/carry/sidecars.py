"""A sidecar brought up to the present text of its article: labels kept, asked for again, set aside or restored.

Pure: `factcheck.app.carry` reads and writes the files. docs/carry.md says what happens to each field.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from factcheck.carry.alignment import align
from factcheck.carry.judgement import judge
from factcheck.carry.outcome import Cause, Fate, Kind, Outcome, Reason
from factcheck.languages import edit_words
from factcheck.languages.edits import EditWords
from factcheck.model import Label, Record, RecordId, Sidecar
from factcheck.sidecar import fresh_id, record_id
from factcheck.sidecar.fields import REMARKS, has_any
from factcheck.text.markup import links, targets
from factcheck.text.normal import folded, typographic

#: So many sentences of the same wording are told apart when halves nobody looked at are dropped.
_COPIES = 20


@dataclass(frozen=True, slots=True)
class CarryResult:
    """A sidecar after its article changed, and what became of each sentence."""

    sidecar: Sidecar
    #: Indices are into the sentences before and after.
    outcomes: tuple[Outcome, ...]


@dataclass(slots=True)
class _Carrier:
    """A sidecar on its way from one text to the next."""

    before: Sidecar
    texts: Sequence[str]
    words: EditWords | None
    #: Retired records whose text the article has again, by index of the new sentence.
    returning: Mapping[int, Record]
    records: dict[int, Record] = field(default_factory=dict)
    #: What is set aside, by old index.
    retired: dict[int, Record] = field(default_factory=dict)
    #: Records set aside together with one about which something is said: what was joined comes apart whole.
    companions: set[RecordId] = field(default_factory=set)
    taken: set[RecordId] = field(default_factory=set)


def carry(sidecar: Sidecar, texts: Sequence[str], words: EditWords | None = None) -> CarryResult:
    """Return the sidecar with the sentences `texts`, and what became of each sentence.

    A sentence that is the same, or whose edit is harmless, keeps its label; another edited one keeps its id and gets
    an empty label beside `was` and `was_label`; one that was divided, joined or taken out is retired with all that
    was said about it; one that came back is restored. There and back gives every label back.

    Args:
        sidecar: The labels, on the text as it was.
        texts: The article's sentences now, in order.
        words: Word lists to judge edits with; None means those of the sidecar's language.
    """
    old = [record.text for record in sidecar.sentences]
    outcomes = align(old, list(texts), sidecar.language, words)
    if old == list(texts):
        return CarryResult(sidecar, outcomes)
    returning = _returning(sidecar, outcomes, texts)
    settled = [part for outcome in outcomes for part in _settled(outcome, returning, old, texts)]
    taken = {record.id for record in (*sidecar.sentences, *sidecar.retired)}
    carrying = _Carrier(sidecar, texts, words or edit_words(sidecar.language), returning, taken=taken)
    told = tuple(_carried(outcome, carrying) for outcome in settled)
    sentences = tuple(carrying.records[j] for j in range(len(texts)))
    return CarryResult(sidecar._replace(sentences=sentences, retired=_retired(carrying)), told)


def _pending(record: Record) -> bool:
    """Return whether the record still waits for somebody to confirm its label after an edit."""
    return record.label is None and not record.skip and bool(record.was)


def _origin(record: Record) -> tuple[str, Label | None]:
    """Return the wording that was last labelled, and its label."""
    return (record.was, record.was_label) if _pending(record) else (record.text, record.label)


def _spoken(record: Record) -> bool:
    """Return whether somebody decided something about the sentence that an edit could make wrong."""
    return record.done or _pending(record)


# --- what comes back ------------------------------------------------------------------------------------------------


def _returning(sidecar: Sidecar, outcomes: Iterable[Outcome], texts: Sequence[str]) -> dict[int, Record]:
    """Return the retired records that fit sentences which would otherwise be new or asked about.

    Those that fit word for word first, then those that differ by their typography alone; edited sentences last.
    """
    free = {record.id: record for record in sidecar.retired}
    found: dict[int, Record] = {}
    asked = [o for o in outcomes if not o.keeps_label and not _reverted(o, sidecar, texts)] if free else []
    asked.sort(key=lambda o: (o.fate is Fate.CHANGED) + (o.fate is Fate.CHANGED and not _same_again(o, sidecar)))
    for form in (str, typographic):
        waiting: defaultdict[str, list[RecordId]] = defaultdict(list)
        for record in free.values():
            for wording in {form(record.text), form(_origin(record)[0])}:
                waiting[wording].append(record.id)
        for j in (j for outcome in asked for j in outcome.new if j not in found):
            fitting = next((name for name in waiting[form(texts[j])] if name in free), None)
            if fitting:
                found[j] = free.pop(fitting)
    return found


def _same_again(outcome: Outcome, sidecar: Sidecar) -> bool:
    """Return whether an edited sentence says again what it said when it was set aside."""
    return _origin(sidecar.sentences[outcome.old[0]])[0] == outcome.after


def _reverted(outcome: Outcome, sidecar: Sidecar, texts: Sequence[str]) -> bool:
    """Return whether a changed sentence says again what was labelled."""
    if outcome.fate is not Fate.CHANGED:
        return False
    was, label = _origin(sidecar.sentences[outcome.old[0]])
    return label is not None and typographic(was) == typographic(texts[outcome.new[0]])


def _settled(
    outcome: Outcome, returning: Mapping[int, Record], old: Sequence[str], texts: Sequence[str]
) -> list[Outcome]:
    """Return the outcome, or its parts where sentences it speaks of are restored."""
    back = [j for j in outcome.new if j in returning]
    if not back:
        return [outcome]
    rest = tuple(j for j in outcome.new if j not in returning)
    restored = [Outcome((), (j,), Fate.RESTORED, before=returning[j].text, after=texts[j]) for j in back]
    if rest:
        return [*restored, replace(outcome, new=rest, after=" ".join(texts[j] for j in rest))]
    return [*restored, *(Outcome((i,), (), Fate.RETIRED, before=old[i]) for i in outcome.old)]


# --- one outcome after the other ------------------------------------------------------------------------------------


def _carried(outcome: Outcome, carrying: _Carrier) -> Outcome:
    """Make the records of one outcome; return the outcome, with what only the records tell."""
    old = [carrying.before.sentences[i] for i in outcome.old]
    outcome = _unlinked(old[0], outcome) if outcome.edited else outcome
    if outcome.fate is Fate.RESTORED:
        carrying.records[outcome.new[0]] = _restored(carrying.returning[outcome.new[0]], outcome.after)
    elif outcome.keeps_label:
        carrying.records[outcome.new[0]] = _reworded(old[0], outcome.after, carrying.words)
    elif outcome.fate is Fate.CHANGED and not old[0].skip:
        return _changed(old[0], outcome, carrying)
    else:
        carrying.retired |= zip(outcome.old, old, strict=True)
        if any(map(_spoken, old)):
            carrying.companions |= {record.id for record in old}
        for j in outcome.new:
            carrying.records[j] = _part(old, carrying.texts[j], carrying)
    return outcome


def _unlinked(record: Record, outcome: Outcome) -> Outcome:
    """Return the outcome as changed where a link that is the sentence's source leads elsewhere now."""
    if Kind.LINK not in outcome.kinds or record.label is not Label.SOURCED:
        return outcome
    source = next((target for words, target in links(outcome.before) if record.source and words == record.source), "")
    lost = {record.url, source} - {"", *targets(outcome.after)}
    reasons = tuple(reason for reason in outcome.named if reason.cause is Cause.LINK and reason.old in lost)
    return replace(outcome, fate=Fate.CHANGED, reasons=reasons) if reasons else outcome


def _restored(record: Record, text: str) -> Record:
    """Return a retired record that the article has again, with its label."""
    if typographic(record.text) == typographic(text):
        return record._replace(text=text)
    return _confirmed(record, text)


def _confirmed(record: Record, text: str) -> Record:
    """Return a record that says again what was labelled: the label is back."""
    return _sourced(record._replace(text=text, label=record.was_label, was="", was_label=None))


def _reworded(record: Record, text: str, words: EditWords | None) -> Record:
    """Return a record after a harmless edit."""
    if record.text == text:
        return record
    if record.was_label and _pending(record) and judge(record.was, text, words).harmless:
        return _confirmed(record, text)
    return _sourced(record._replace(text=text))


def _changed(record: Record, outcome: Outcome, carrying: _Carrier) -> Outcome:
    """Make the record of an edited sentence: its label is asked for again, unless the edit was taken back."""
    j, text = outcome.new[0], outcome.after
    was, label = _origin(record)
    if not _spoken(record):
        carrying.records[j] = _sourced(record._replace(text=text))
        return outcome
    if label and _pending(record) and judge(was, text, carrying.words).harmless:
        carrying.records[j] = _confirmed(record, text)
        return replace(outcome, fate=Fate.RESTORED, reasons=())
    carrying.records[j] = new = _sourced(record._replace(text=text, label=None, was=was, was_label=label))
    lost = bool(new.source) and folded(new.source) not in folded(text)
    return replace(outcome, reasons=(*outcome.reasons, Reason(Cause.SOURCE, record.source))) if lost else outcome


def _part(old: Sequence[Record], text: str, carrying: _Carrier) -> Record:
    """Return the record of a new sentence: what it came from, divided or joined, is shown and offered as its label."""
    name = fresh_id(text, carrying.taken)
    carrying.taken.add(name)
    fresh = Record(name, text)
    if not any(map(_spoken, old)):
        return fresh
    labels = {label for _, label in map(_origin, old)}
    sources = [record for record in old if record.source and folded(record.source) in folded(text)]
    return fresh._replace(
        was=" ".join(was for was, _ in map(_origin, old)),
        was_label=labels.pop() if len(labels) == 1 else None,
        source=sources[0].source if sources else "",
        url=sources[0].url if sources else "",
        unsure=any(record.unsure for record in old),
    )


def _sourced(record: Record) -> Record:
    """Return the record with its source in the words the article has for it now, where only their form changed."""
    if not record.source or record.source in record.text:
        return record
    wanted = folded(record.source)
    words = record.text.split(" ")
    size = len(record.source.split())
    for start in range(len(words) - size + 1):
        stretch = " ".join(words[start : start + size]).strip('.,;:!?()«»“”"\u00a0\u202f ')
        if folded(stretch) == wanted:
            return record._replace(source=stretch)
    return record


# --- what is set aside ----------------------------------------------------------------------------------------------


def _retired(carrying: _Carrier) -> tuple[Record, ...]:
    """Return the retired records: those that did not come back, then the new ones about which something is said.

    A record without a word stays only where a copy of its sentence is retired too: their order tells them apart.
    """
    before = carrying.before.retired
    back = {record.id for record in carrying.returning.values()}
    gone = [carrying.retired[i] for i in sorted(carrying.retired)]
    worth = {record.id for record in gone if not _says_nothing(record, before)}
    worth |= {record.id for record in gone if record.id in carrying.companions and not record.was}
    copies = {record.text for record in gone if record.id in worth}
    kept = (record for record in gone if record.id in worth or (record.text in copies and not record.was))
    return (*(record for record in before if record.id not in back), *kept)


def _says_nothing(record: Record, retired: Iterable[Record]) -> bool:
    """Return whether nobody said anything about a sentence but what records retired before it say themselves.

    Such are the halves of a divided sentence that nobody has looked at: dividing it retired the whole. They are told
    from edited sentences by their ids, which come from their own wording.
    """
    if record == Record(record.id, record.text):
        return True
    made_from_its_text = any(record.id == record_id(record.text, n) for n in range(_COPIES))
    if not _pending(record) or has_any(record, REMARKS) or not made_from_its_text:
        return False
    origins = [_origin(earlier)[0] for earlier in retired]
    return any(_made_of(record.was, origins[start:]) for start in range(len(origins)))


def _made_of(text: str, parts: Iterable[str]) -> bool:
    """Return whether the text is the first part or the first few, joined by spaces."""
    for part in parts:
        if text == part:
            return True
        if not text.startswith(f"{part} "):
            return False
        text = text[len(part) + 1 :]
    return False
