"""Labelling sessions for tests: one to begin with, keys to play on it, and what came of it in one line."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.labelling import Effect, Event, State, parse_keys, start, step
from factcheck.model import Annotator, Label, Language, Record, RecordId, Sidecar

#: Five sentences of an article, with what stands between them.
ARTICLE = (
    "Le port a fermé mardi.\n\nSelon la préfecture, 5 000 personnes ont défilé. "
    "Il pleut ; il neige. C'est une honte.\nLa préfecture a confirmé."
)
TEXTS = (
    "Le port a fermé mardi.",
    "Selon la préfecture, 5 000 personnes ont défilé.",
    "Il pleut ; il neige.",
    "C'est une honte.",
    "La préfecture a confirmé.",
)


def sidecar(*records: Record, texts: Iterable[str] = TEXTS) -> Sidecar:
    """Return a sidecar of these records, or of these texts without labels."""
    made = records or tuple(Record(RecordId(f"s{at:010x}"), text) for at, text in enumerate(texts, start=1))
    return Sidecar("port.txt", Annotator("alice"), Language("fr"), made)


def session(*records: Record, article: str = ARTICLE) -> State:
    """Return a session that begins with these records, or with the five sentences without labels."""
    return start(sidecar(*records), article)


def changed(at: int, **said: object) -> tuple[Record, ...]:
    """Return the records of the five sentences, something said about one of them."""
    records = list(sidecar().sentences)
    records[at] = records[at]._replace(**said)  # type: ignore[arg-type] # the caller names fields of Record
    return tuple(records)


def play(state: State, events: str | Iterable[Event]) -> State:
    """Return the state after a key script, or a list of events."""
    return played(state, events)[0]


def played(state: State, events: str | Iterable[Event]) -> tuple[State, list[Effect]]:
    """Return the state after a key script or events, and every effect on the way."""
    effects: list[Effect] = []
    for event in parse_keys(events) if isinstance(events, str) else events:
        state, more = step(state, event)
        effects += more
    return state, effects


def told(state: State) -> str:
    """Return what the sentences carry, in short: `c>S(la préfecture)o?-` and the like.

    `c o u s` are labels, `x` is a skip, `-` nothing, `?` unsure, `!` changed; `>` stands before the current one,
    a source is in round brackets, a note in square ones, a reason for skipping in braces.
    """
    return " ".join((">" if at == state.at else "") + _told(r) for at, r in enumerate(state.sidecar.sentences))


def _told(record: Record) -> str:
    short = {None: "-"} | {label: label.value[0] for label in Label}
    parts = [short[record.label], "?" if record.unsure else "", "!" if record.was else ""]
    brackets = (("({})", record.source), ("[{}]", record.note), ("{{{}}}", record.skip), ("<{}>", record.url))
    return "".join(parts + [form.format(text) for form, text in brackets if text])
