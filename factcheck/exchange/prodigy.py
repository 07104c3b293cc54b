"""Prodigy: a task a sentence in the `choice` interface, answered (offsets in code points, in `meta`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from factcheck.exchange import jsonl
from factcheck.exchange.form import Chunk, Form, FoundLabel, WrongFileError, label_of
from factcheck.exchange.rows import ExportedArticle, Row
from factcheck.i18n import N_, deferred
from factcheck.model import Annotator, Label

_OPTIONS = [{"id": label, "text": label} for label in Label]
#: Shown beside the task as they are; values that are nothing are left out.
_META = ("article", "language", "id", "n", "start", "end", "source", "url", "note", "unsure", "skip")


def write(articles: Iterable[ExportedArticle]) -> Iterator[Chunk]:
    """Yield a task for each sentence that the article says; what has no label is ignored, as Prodigy calls it."""
    for article in articles:
        for table in article.tables:
            yield Chunk("", b"".join(jsonl.encoded(_task(row)) for row in table.rows if row.start is not None))


def _task(row: Row) -> dict[str, object]:
    who = row.annotator or "decisions"
    return {
        "text": row.text,
        "options": _OPTIONS,
        "accept": [row.label] if row.label else [],
        "answer": "accept" if row.label else "ignore",
        "_annotator_id": who,
        "_session_id": f"factcheck-{who}",
        "_view_id": "choice",
        "meta": {name: value for name in _META if (value := row.value(name)) not in ("", None) and value is not False},
    }


def read(files: Mapping[str, bytes]) -> Iterator[FoundLabel]:
    """Yield the answers of a data set of Prodigy; tasks that were rejected or ignored give none."""
    for data in files.values():
        for number, said in enumerate(data.split(b"\n"), 1):
            task = jsonl.parsed(said, number) if said.strip() else {"answer": "ignore"}
            if task.get("answer", "accept") == "accept":
                yield _found(task, number)


def _found(task: Mapping[str, object], number: int) -> FoundLabel:
    meta, accept, text = task.get("meta"), task.get("accept"), task.get("text")
    if not (isinstance(meta, dict) and isinstance(text, str) and isinstance(accept, list) and len(accept) == 1):
        raise WrongFileError(deferred("a task without text, meta and one accepted option"), number)
    row = {name: meta.get(name) for name in _META} | {"text": text}
    found = jsonl.found(row, number)
    said = {"label": label_of(accept[0], number)} | {n: found.fields[n] for n in ("source", "url", "note") if n in meta}
    who = task.get("_annotator_id")
    named = isinstance(who, str) and who not in ("", "decisions")
    return found._replace(fields=said, whole=False, annotator=Annotator(str(who)) if named else None)


FORM = Form(
    N_("Prodigy: answered tasks of its choice interface"),
    ".jsonl",
    write,
    frozenset({*_META, "annotator", "text", "label"}),
    marks=False,
    read=read,
)
