"""Label Studio: a task an article, an annotation an annotator, a region a sentence (offsets in code points)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from factcheck.exchange.form import Chunk, Form, FoundLabel, WrongFileError, label_of
from factcheck.exchange.rows import ExportedArticle, Row, Table
from factcheck.i18n import N_, deferred
from factcheck.model import Annotator, Label

TASKS, SETUP = "tasks.json", "tasks.xml"
#: What a region says besides its label; Label Studio keeps it and shows it beside the region.
_META = ("source", "url", "skip", "was", "was_label", "reason", "over")


def write(articles: Iterable[ExportedArticle]) -> Iterator[Chunk]:
    """Yield the tasks, and the set-up of the project they are for."""
    yield Chunk(SETUP, _setup().encode())
    separator = b"[\n"
    for article in articles:
        yield Chunk(
            TASKS, separator + json.dumps(_task(article), ensure_ascii=False).encode("utf-8", "backslashreplace")
        )
        separator = b",\n"
    yield Chunk(TASKS, b"[]\n" if separator == b"[\n" else b"\n]\n")


def _setup() -> str:
    labels = "".join(f'    <Label value="{label}" hotkey="{label[0]}"/>\n' for label in Label)
    return (
        f'<View>\n  <Labels name="label" toName="text">\n{labels}  </Labels>\n  <Text name="text" value="$text"/>\n'
        '  <TextArea name="note" toName="text" perRegion="true" editable="true"/>\n</View>\n'
    )


def _task(article: ExportedArticle) -> dict[str, object]:
    return {
        "data": {"text": article.text, "article": article.path, "language": article.language},
        "annotations": [{"result": list(_regions(table))} for table in article.tables],
    }


def _regions(table: Table) -> Iterator[dict[str, object]]:
    taken: set[str] = set()
    for row in table.rows:
        if row.label and row.start is not None:
            name = row.id if row.id not in taken else f"{row.id}-{row.n}"
            taken.add(name)
            yield _region(name, ("label", "labels"), row, {"text": row.text, "labels": [row.label]})
            if row.record.note:
                yield _region(name, ("note", "textarea"), row, {"text": [row.record.note]})


def _region(name: str, control: tuple[str, str], row: Row, value: dict[str, object]) -> dict[str, object]:
    meta: dict[str, object] = {"annotator": row.annotator or ""}
    meta |= {field: row.value(field) for field in _META if row.value(field)}
    if row.record.unsure:
        meta["unsure"] = True
    value |= {"start": row.start, "end": row.end}
    return {"id": name, "from_name": control[0], "to_name": "text", "type": control[1], "meta": meta, "value": value}


def read(files: Mapping[str, bytes]) -> Iterator[FoundLabel]:
    """Yield the regions of an export of Label Studio in JSON, the tasks counted from 1."""
    data = next((data for name, data in files.items() if not name.endswith(".xml")), b"")
    try:
        tasks = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise WrongFileError(deferred("not JSON"), getattr(error, "lineno", 0)) from None
    for number, task in enumerate(_list(tasks, 0), 1):
        article = _get(task, "data", dict, number).get("article")
        if not isinstance(article, str):
            raise WrongFileError(deferred("its data names no article"), number)
        for annotation in _list(_get(task, "annotations", list, number), number):
            yield from _found(article, _list(_get(annotation, "result", list, number), number), number)


def _found(article: str, results: list[Any], number: int) -> Iterator[FoundLabel]:
    notes = {r.get("id"): _note(r) for r in results if isinstance(r, dict) and r.get("type") == "textarea"}
    for region in results:
        if not isinstance(region, dict) or region.get("type") != "labels":
            continue
        value, meta = _get(region, "value", dict, number), region.get("meta") or {}
        start, end, text = value.get("start"), value.get("end"), value.get("text")
        labels = _list(value.get("labels"), number)
        if not (isinstance(start, int) and isinstance(end, int) and isinstance(text, str) and isinstance(meta, dict)):
            raise WrongFileError(deferred("a region without start, end and text"), number)
        fields: dict[str, object] = {"label": label_of(labels[0] if labels else None, number)}
        fields |= {name: said for name in ("source", "url") if isinstance(said := meta.get(name), str)}
        if note := notes.get(region.get("id")):
            fields["note"] = note
        who, name = meta.get("annotator"), region.get("id")
        yield FoundLabel(
            number,
            article,
            Annotator(who) if isinstance(who, str) and who else None,
            str(name),
            start,
            end,
            text,
            fields,
        )


def _note(result: Mapping[str, Any]) -> str:
    said = (result.get("value") or {}).get("text")
    return "\n".join(map(str, said)) if isinstance(said, list) else str(said or "")


def _get(holder: object, name: str, kind: type, number: int) -> Any:  # noqa: ANN401 - of that kind
    value = holder.get(name) if isinstance(holder, dict) else None
    if not isinstance(value, kind):
        raise WrongFileError(deferred("no {name} where one should be", name=name), number)
    return value


def _list(value: object, number: int) -> list[Any]:
    if not isinstance(value, list):
        raise WrongFileError(deferred("no list where one should be"), number)
    return value


FORM = Form(
    N_("Label Studio: tasks, and the set-up of their project"),
    "",
    write,
    frozenset(
        {"article", "language", "annotator", "id", "start", "end", "text", "label", "note", "unsure", *_META} - {"skip"}
    ),
    read=read,
)
