"""What changed between two versions of a sidecar, sentence by sentence; `factcheck.formats.changes` shows it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import NamedTuple

from factcheck.model import Annotator, Record, Sidecar
from factcheck.sidecar.fields import ASIDES, WITH_LABEL, fields_about, has_any

#: A sentence divided into more pieces than this at once is told as a new text instead.
MAX_PIECES = 20


class ChangeKind(StrEnum):
    """One way in which a sentence can change, in the order in which they are told."""

    NEW = "new"
    #: The article no longer says it; the record is retired or removed.
    GONE = "gone"
    #: The article says it again.
    BACK = "back"
    EDITED = "edited"
    DIVIDED = "divided"
    JOINED = "joined"
    DECIDED = "decided"
    LABELLED = "labelled"
    RELABELLED = "relabelled"
    #: Labelled as it was before its text was edited.
    CONFIRMED = "confirmed"
    SKIPPED = "skipped"
    CLEARED = "cleared"
    #: Its label waits to be confirmed on the edited text.
    TO_CONFIRM = "to confirm"
    SOURCE = "source"
    NOTE = "note"
    UNSURE = "unsure"
    REASON = "reason"
    #: Another field, which has no name of its own here.
    DETAIL = "detail"


@dataclass(frozen=True, slots=True)
class LabelChange:
    """What happened to one sentence between two versions of a sidecar."""

    #: Its number from 1: in the new version, or in the old one where it is gone.
    number: int
    kinds: tuple[ChangeKind, ...]
    #: The records it was: none where it is new, several where sentences were joined.
    old: tuple[Record, ...]
    #: The records it is now: none where it is gone, several where it was divided.
    new: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class FileChanges:
    """The changes of one sidecar, with whose it is."""

    #: Where it is now; where it was, if it is gone.
    path: str
    old_path: str
    article: str
    #: None for the decisions.
    annotator: Annotator | None
    changes: tuple[LabelChange, ...]


@dataclass(frozen=True, slots=True)
class HistoryStep:
    """What happened to one sentence in one commit."""

    #: The commit's id; empty for what is not committed yet, and so are the next three.
    commit: str
    #: ISO 8601 with the author's offset.
    date: str
    author: str
    subject: str
    #: Whose sidecar; None for the decisions.
    annotator: Annotator | None
    changes: tuple[LabelChange, ...]


def changes(old: Sidecar | None, new: Sidecar | None) -> tuple[LabelChange, ...]:
    """Return what changed from `old` to `new`, in the order of the new sentences; None stands for no file.

    Sentences are matched by id, divided and joined ones by their text, what is left by equal text. Of a file that is
    wholly new or wholly gone only the sentences about which something is said are told.
    """
    matches = _matches(old.sentences if old else (), new.sentences if new else ())
    told = [_change(match, old, new) for match in matches]
    return tuple(change for change in told if change.kinds and ((old and new) or _says_something(change)))


def totals(changed: Iterable[LabelChange]) -> dict[ChangeKind, int]:
    """Return how many sentences changed in each way, in that order; ways that do not occur are left out."""
    kinds = [kind for change in changed for kind in change.kinds]
    return {kind: kinds.count(kind) for kind in ChangeKind if kind in kinds}


def answers(records: Iterable[Record]) -> tuple[str, ...]:
    """Return the different labels of the records, in order: a label, `skip`, or empty where nothing is decided."""
    return tuple(dict.fromkeys(record.label or ("skip" if record.skip else "") for record in records))


class _Match(NamedTuple):
    """Indices of old sentences and of the new sentences that they have become."""

    old: tuple[int, ...]
    new: tuple[int, ...]


#: Sentences not yet matched, by their index.
_Left = Mapping[int, Record]


def _matches(old: Sequence[Record], new: Sequence[Record]) -> list[_Match]:
    """Return which old sentences became which new ones, the surest ways of telling first."""
    left_old, left_new = dict(enumerate(old)), dict(enumerate(new))
    found: list[_Match] = []
    for find in (_unchanged, _divided, _joined, _same_id, _same_text):
        for match in list(find(left_old, left_new)):
            found.append(match)
            for i in match.old:
                del left_old[i]
            for j in match.new:
                del left_new[j]
    fresh = [_Match((), (j,)) for j in left_new]
    return _ordered([*found, *fresh], [_Match((i,), ()) for i in left_old])


def _unchanged(old: _Left, new: _Left) -> Iterator[_Match]:
    return _equal(old, new, lambda record: record.id + record.text)


def _same_id(old: _Left, new: _Left) -> Iterator[_Match]:
    return _equal(old, new, lambda record: record.id)


def _same_text(old: _Left, new: _Left) -> Iterator[_Match]:
    return _equal(old, new, lambda record: record.text)


def _equal(old: _Left, new: _Left, key: Callable[[Record], str]) -> Iterator[_Match]:
    """Yield the pairs with equal keys; where a key occurs again, the first with the first."""
    places: dict[str, deque[int]] = {}
    for j, record in new.items():
        places.setdefault(key(record), deque()).append(j)
    for i, record in old.items():
        if waiting := places.get(key(record)):
            yield _Match((i,), (waiting.popleft(),))


def _divided(old: _Left, new: _Left) -> Iterator[_Match]:
    for whole, parts in _pieces(old, new):
        yield _Match((whole,), parts)


def _joined(old: _Left, new: _Left) -> Iterator[_Match]:
    for whole, parts in _pieces(new, old):
        yield _Match(parts, (whole,))


def _pieces(wholes: _Left, parts: _Left) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield each of `wholes` whose text is that of several neighbours among `parts`, with those neighbours."""
    wanted: dict[str, deque[int]] = {}
    for i, record in wholes.items():
        wanted.setdefault(_squeezed(record.text), deque()).append(i)
    longest = max(map(len, wanted), default=0)
    used: set[int] = set()
    for start in parts:
        text, end = "", start
        while end in parts and end not in used and len(text) < longest and end - start < MAX_PIECES:
            text += _squeezed(parts[end].text)
            end += 1
            if end - start > 1 and wanted.get(text):
                used.update(range(start, end))
                yield wanted[text].popleft(), tuple(range(start, end))
                break


def _squeezed(text: str) -> str:
    """Return the text without white space, of which some may or may not stand between two sentences."""
    return "".join(text.split())


def _ordered(present: Iterable[_Match], gone: Iterable[_Match]) -> list[_Match]:
    """Return all matches by place in the new version; a gone sentence stands after the one it followed."""
    in_new_order = sorted(present, key=lambda match: match.new)
    place_of = {i: place for place, match in enumerate(in_new_order) for i in match.old}
    following: dict[int, list[_Match]] = {}
    for match in gone:
        place_of[match.old[0]] = place_of.get(match.old[0] - 1, -1)
        following.setdefault(place_of[match.old[0]], []).append(match)
    rows = [[match, *following.get(place, [])] for place, match in enumerate(in_new_order)]
    return [*following.get(-1, []), *chain.from_iterable(rows)]


def _change(match: _Match, old: Sidecar | None, new: Sidecar | None) -> LabelChange:
    """Return what happened to the sentences of one match."""
    before = tuple(old.sentences[i] for i in match.old) if old else ()
    after = tuple(new.sentences[j] for j in match.new) if new else ()
    retired = [record for record in old.retired for a in after if record.id == a.id] if old and not before else []
    kinds = [_presence(len(before), len(after), is_back=bool(retired))] if old else []
    before = before or tuple(retired)
    if after:
        kinds += [ChangeKind.EDITED] if len(before) == len(after) == 1 and before[0].text != after[0].text else []
        kinds += _said(before, after, decisions=new is not None and new.annotator is None)
    number = (match.new or match.old)[0] + 1
    return LabelChange(number, tuple(kind for kind in kinds if kind), before, after)


def _presence(before: int, after: int, *, is_back: bool) -> ChangeKind | None:
    if not before:
        return ChangeKind.BACK if is_back else ChangeKind.NEW
    if not after:
        return ChangeKind.GONE
    return ChangeKind.DIVIDED if after > before else ChangeKind.JOINED if before > after else None


def _said(old: Sequence[Record], new: Sequence[Record], *, decisions: bool) -> Iterator[ChangeKind]:
    """Yield the ways in which what is said about the sentence changed."""
    label = _label_kind(old, new)
    if label:
        given = label not in {ChangeKind.CLEARED, ChangeKind.TO_CONFIRM}
        yield ChangeKind.DECIDED if decisions and given else label
    for kind in (kind for kind in ChangeKind if fields_about(kind)):
        names = [name for name in fields_about(kind) if not (label and name in WITH_LABEL)]
        if _values(old, *names) != _values(new, *names):
            yield kind


def _values(records: Iterable[Record], *names: str) -> set[tuple[str, ...]]:
    """Return the different values of these fields, records that have none of them left out."""
    values = (tuple(str(getattr(record, name) or "") for name in names) for record in records)
    return {value for value in values if any(value)}


def _label_kind(old: Sequence[Record], new: Sequence[Record]) -> ChangeKind | None:
    before, after = answers(old), answers(new)
    said, says = {*before} - {""}, {*after} - {""}
    if said == says and not (said and "" in after and "" not in before):
        return None
    if said >= says and "" in after:
        return ChangeKind.TO_CONFIRM if any(record.was_label for record in new) else ChangeKind.CLEARED
    if says == {"skip"}:
        return ChangeKind.SKIPPED
    if said:
        return ChangeKind.RELABELLED
    waiting = {str(record.was_label) for record in old if record.was_label}
    return ChangeKind.LABELLED if not waiting else ChangeKind.CONFIRMED if waiting == says else ChangeKind.RELABELLED


def _says_something(change: LabelChange) -> bool:
    return any(record.done or has_any(record, ASIDES) for record in change.old + change.new)
