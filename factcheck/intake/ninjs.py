"""ninjs 1 and 2, https://iptc.org/standards/ninjs/: news in JSON, one item or a list of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.intake import dates, names
from factcheck.intake.decoding import decoded
from factcheck.intake.draft import Facts, Material, SourceDraft
from factcheck.intake.markup import of_html, of_line, of_text

#: Properties that hold the body, the ones with paragraphs first; `body_*` of ninjs 1 may end in anything.
_MARKED_UP = ("body_xhtml", "body_html")


def read(material: Material) -> list[SourceDraft]:
    """Return an article for each item of type text.

    Raises:
        FactcheckError: Not JSON, with line and column; or no item is a text.
    """
    items = list(_items(_loaded(decoded(material))))
    texts = [item for item in items if _string(item, "type") in {"", "text"}]
    if not texts:
        kinds = ", ".join(sorted({_string(item, "type") for item in items})) or "JSON"
        message = deferred("no article in it, only: {kinds}", kinds=kinds)
        raise FactcheckError(message, hint=deferred("Captions are not taken in; give the text they go with."))
    return [_draft(item) for item in texts]


def _loaded(text: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        message = deferred("not JSON: {reason}", reason=error.msg)
        raise FactcheckError(message, line=error.lineno, column=error.colno) from error
    except (RecursionError, ValueError) as error:
        raise FactcheckError(deferred("nested too deep to be news in JSON")) from error


def _items(value: object) -> Iterator[dict[str, Any]]:
    """Yield the items: the object itself, those of a list, or those under `items` or `_items`."""
    if isinstance(value, list):
        yield from (item for item in value if isinstance(item, dict))
    elif isinstance(value, dict):
        listed = next((value[key] for key in ("items", "_items") if isinstance(value.get(key), list)), None)
        if listed is None:
            yield value
        else:
            yield from (item for item in listed if isinstance(item, dict))


def _draft(item: dict[str, Any]) -> SourceDraft:
    byline = _one_of(item, "byline", "bylines")
    people = [person for person in _list(item, "authors") + _list(item, "people") if _is_author(person, item)]
    written = _string(item, "firstpublished") or _string(item, "firstcreated") or _string(item, "versioncreated")
    facts = Facts(
        url=_string(item, "canonical") or _string(item, "url"),
        guid=_string(item, "guid") or _string(item, "uri"),
        version=_string(item, "version"),
        status=_string(item, "pubstatus"),
        title=of_line(_one_of(item, "headline", "headlines") or _string(item, "title")),
        authors=names.of_byline(byline) or tuple(_string(person, "name") for person in people),
        publisher=next((_string(source, "name") for source in _list(item, "infosources")), _string(item, "source")),
        published=dates.iso(written),
        modified=dates.iso(_string(item, "contentmodified") or _string(item, "versioncreated")),
        language=_string(item, "language"),
    )
    notes = [_string(item, key) for key in ("ednote", "edNote") if _string(item, key)]
    remarks = [deferred("left out: a note to editors: {note}", note=note) for note in notes]
    return SourceDraft(facts, _body(item), [byline] if byline else [], remarks=remarks)


def _is_author(person: dict[str, Any], item: dict[str, Any]) -> bool:
    return person in _list(item, "authors") or _string(person, "rel") in {"author", "creator", "byline"}


def _body(item: dict[str, Any]) -> list[str]:
    for marked_up, text in _bodies(item):
        if found := of_html(text, wired=True) if marked_up else of_text(text, wired=True):
            return found
    return []


def _bodies(item: dict[str, Any]) -> Iterator[tuple[bool, str]]:
    """Yield the bodies, those with paragraphs first, each with whether it is marked up."""
    keys = sorted((key for key in item if key.startswith("body_")), key=lambda key: key not in _MARKED_UP)
    yield from ((key in _MARKED_UP, _string(item, key)) for key in keys)
    bodies = [(_string(body, "contenttype") or _string(body, "contentType"), body) for body in _list(item, "bodies")]
    for kind, body in sorted(bodies, key=lambda pair: (not _is_main(pair[1]), "html" not in pair[0])):
        yield "html" in kind, _string(body, "value")


def _one_of(item: dict[str, Any], single: str, several: str) -> str:
    """Return a property of ninjs 1, or the main one of its list in ninjs 2."""
    listed = sorted(_list(item, several), key=lambda one: not _is_main(one))
    return _string(item, single) or next((_string(one, "value") for one in listed), "")


def _is_main(part: dict[str, Any]) -> bool:
    """Return whether a headline or body is the main one, or does not say that it is another."""
    return _string(part, "role").rpartition(":")[2].lower() in {"", "main", "primary"}


def _list(item: dict[str, Any], key: str) -> list[dict[str, Any]]:
    value = item.get(key)
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _string(item: dict[str, Any], key: str) -> str:
    value = item.get(key)
    return str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""
