"""Archives of fact checks as others publish them, read into entries: JSON of several shapes, JSON lines, CSV."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.archive.entries import ArchiveEntry
from factcheck.archive.words import LONGEST
from factcheck.errors import FactcheckError
from factcheck.i18n import deferred

#: No archive of text is larger.
MAX_ARCHIVE = 256_000_000
#: What JSON may nest; a feed of ClaimReview needs seven.
_DEEPEST = 50
#: What the columns of a table, and the fields of plain records, may be called, in small letters.
_NAMES: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "claim", "claimreviewed", "sentence", "statement"),
    "verdict": ("verdict", "rating", "label", "textualrating"),
    "who": ("who", "publisher", "annotator", "organization"),
    "date": ("date", "datepublished", "reviewdate"),
    "place": ("url", "address", "link"),
    "headline": ("headline", "title"),
    "source": ("source", "claimant", "speaker", "author"),
    "language": ("language", "inlanguage", "languagecode", "lang"),
}
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")


def archive_entries(data: bytes, path: str) -> tuple[ArchiveEntry, ...]:
    """Return what an archive holds, in any of the shapes that others publish.

    These are a ClaimReview `DataFeed`, JSON-LD, answers of the Claim Search API, JSON lines, and CSV. A thing of
    another type in it is passed over; an archive with no entry at all is refused.

    Args:
        data: The bytes of the file, in UTF-8.
        path: What the file is called, for messages.

    Raises:
        FactcheckError: Not UTF-8, neither JSON nor CSV, nested too deep, or nothing to be found in it.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        hint = deferred("Save it in UTF-8.")
        raise FactcheckError(deferred("not UTF-8 text"), path=path, hint=hint) from error
    found = _from_json(text, path) if text.lstrip()[:1] in ("{", "[") else _from_table(text, path)
    entries = tuple(dict.fromkeys(entry for entry in found if entry.text))
    if not entries:
        hint = deferred("It takes ClaimReview as JSON-LD or DataFeed, Claim Search API answers, JSON lines, or CSV.")
        raise FactcheckError(deferred("no claim found in this archive"), path=path, hint=hint)
    return entries


def _from_json(text: str, path: str) -> Iterator[ArchiveEntry]:
    try:
        yield from _walk(json.loads(text), path)
    except json.JSONDecodeError as error:
        if "\n" not in text.strip():
            raise _no_json(path, error.lineno, error.msg) from error
        yield from _from_lines(text, path)
    except (RecursionError, ValueError) as error:
        raise _no_json(path, 0, "") from error


def _from_lines(text: str, path: str) -> Iterator[ArchiveEntry]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield from _walk(json.loads(line), path)
            except (RecursionError, ValueError) as error:
                raise _no_json(path, number, getattr(error, "msg", "")) from error


def _no_json(path: str, line: int, why: str) -> FactcheckError:
    message = deferred("not JSON: {why}", why=why) if why else deferred("not JSON that can be read")
    return FactcheckError(message, path=path, line=line, hint=deferred("Export the archive once more."))


def _walk(value: Any, path: str) -> Iterator[ArchiveEntry]:  # noqa: ANN401 - JSON from a stranger
    """Yield the entries anywhere in a JSON value, in its order."""
    waiting = [(value, 0)]
    while waiting:
        one, depth = waiting.pop()
        if depth > _DEEPEST:
            raise FactcheckError(deferred("nested too deep for an archive"), path=path)
        if isinstance(one, list):
            waiting += [(item, depth + 1) for item in reversed(one)]
        elif isinstance(one, dict):
            if read := _shape(one):
                yield from read
            else:
                waiting += [(item, depth + 1) for item in reversed(one.values()) if isinstance(item, dict | list)]


def _shape(one: dict[str, Any]) -> list[ArchiveEntry]:
    """Return what a JSON object says as a claim; nothing if it is none."""
    if isinstance(one.get("claimReviewed"), str):
        return [_claim_review(one)]
    if isinstance(one.get("text"), str) and isinstance(one.get("claimReview"), list):
        return [_searched(one, review) for review in one["claimReview"] if isinstance(review, dict)]
    if "@type" in one:
        return []
    entry = _record(one)
    return [entry] if entry.text and (entry.verdict or entry.place) else []


def _claim_review(one: dict[str, Any]) -> ArchiveEntry:
    """Return a ClaimReview, as schema.org has it."""
    rating, appearance = _first(one.get("reviewRating")), _first(one.get("itemReviewed"))
    verdict = rating.get("alternateName") or rating.get("name") or rating.get("ratingValue")
    return ArchiveEntry(
        text=_string(one.get("claimReviewed")),
        verdict=_string(verdict),
        who=_name(one.get("author")) or _name(one.get("publisher")),
        date=_string(one.get("datePublished")),
        place=_string(one.get("url")),
        headline=_string(one.get("headline") or one.get("name")),
        source=_name(appearance.get("author")),
        language=_string(one.get("inLanguage"))[:2].lower(),
    )


def _searched(claim: dict[str, Any], review: dict[str, Any]) -> ArchiveEntry:
    """Return one review of a claim, as the Claim Search API of Google's Fact Check Tools answers."""
    publisher = _first(review.get("publisher"))
    return ArchiveEntry(
        text=_string(claim.get("text")),
        verdict=_string(review.get("textualRating")),
        who=_string(publisher.get("name") or publisher.get("site")),
        date=_string(review.get("reviewDate")),
        place=_string(review.get("url")),
        headline=_string(review.get("title")),
        source=_string(claim.get("claimant")),
        language=_string(review.get("languageCode"))[:2].lower(),
    )


def _from_table(text: str, path: str) -> Iterator[ArchiveEntry]:
    csv.field_size_limit(1_000_000)
    try:
        rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=text.partition("\n")[0].count))
        names = {name.strip().lower() for name in rows.fieldnames or () if name}
        if not names & set(_NAMES["text"]):
            hint = deferred("The first line names the columns: {names}.", names=", ".join(_NAMES))
            raise FactcheckError(deferred("no column {name}", name="text"), path=path, line=1, hint=hint)
        for row in rows:
            yield _record(row)
    except csv.Error as error:
        raise FactcheckError(deferred("not CSV: {why}", why=str(error)), path=path) from error


def _record(row: Mapping[Any, Any]) -> ArchiveEntry:
    """Return a plain record or a row of a table, by the names of its fields."""
    known = {name.strip().lower(): value for name, value in row.items() if isinstance(name, str)}
    return ArchiveEntry(*(_string(_any(known, names)) for names in _NAMES.values()))


def _any(known: Mapping[str, Any], names: tuple[str, ...]) -> Any:  # noqa: ANN401 - JSON from a stranger
    return next((known[name] for name in names if known.get(name)), "")


def _first(value: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON from a stranger
    one = value[0] if isinstance(value, list) and value else value
    return one if isinstance(one, dict) else {}


def _name(value: Any) -> str:  # noqa: ANN401 - JSON from a stranger
    return _string(value) or _string(_first(value).get("name"))


def _string(value: Any) -> str:  # noqa: ANN401 - JSON from a stranger
    """Return a string as one line without markup; what is neither a string nor a number counts as absent."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        return ""
    return " ".join(html.unescape(_TAG.sub(" ", value[: 4 * LONGEST])).split())[:LONGEST]
