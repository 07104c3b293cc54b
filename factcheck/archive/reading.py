"""Archives of fact checks as others publish them, read into entries: JSON of several shapes, JSON lines, CSV."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from factcheck.archive.entries import ArchiveEntry
from factcheck.archive.words import LONGEST
from factcheck.errors import FactcheckError
from factcheck.i18n import deferred

#: The largest archive that somebody names, and that the settings name, which may come from a stranger; in bytes.
MAX_ARCHIVE, MAX_SHARED = 256_000_000, 32_000_000
#: How many claims an archive may hold.
MOST_CLAIMS = 1_000_000
#: How many values a piece of JSON may hold: each takes far more memory than it has characters.
_MOST_VALUES = 10_000_000
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
_MEANT = frozenset(name for names in _NAMES.values() for name in names)
_Claim = TypeVar("_Claim")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
_SURROGATE = re.compile("[\ud800-\udfff]")


def archive_entries(data: bytes, path: str) -> tuple[ArchiveEntry, ...]:
    """Return what an archive holds, in any of the shapes that others publish.

    These are a ClaimReview `DataFeed`, JSON-LD, answers of the Claim Search API, JSON lines, and CSV. A thing of
    another type in it is passed over; an archive with no entry at all is refused.

    Args:
        data: The bytes of the file, in UTF-8.
        path: What the file is called, for messages.

    Raises:
        FactcheckError: Not UTF-8, neither JSON nor CSV, nested too deep, more than anybody has checked, or nothing to
            be found in it.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        hint = deferred("Save it in UTF-8.")
        raise FactcheckError(deferred("not UTF-8 text"), path=path, hint=hint) from error
    found = _from_json(text, path) if text.lstrip()[:1] in ("{", "[") else _from_table(text, path)
    entries = tuple(dict.fromkeys(entry for entry in _bounded(found, path) if entry.text))
    if not entries:
        hint = deferred(
            "What can be read: ClaimReview as JSON-LD or DataFeed, Claim Search API answers, JSON lines, CSV."
        )
        raise FactcheckError(deferred("no claim found in this archive"), path=path, hint=hint)
    return entries


def _bounded(claims: Iterable[_Claim], path: str) -> Iterator[_Claim]:
    """Yield claims, or the lines and rows that they are read from, as long as there are not too many."""
    for number, claim in enumerate(claims):
        if number == MOST_CLAIMS:
            message = deferred("more than {most} claims", most=MOST_CLAIMS)
            raise FactcheckError(message, path=path, hint=deferred("Divide the archive into several files."))
        yield claim


def _from_json(text: str, path: str) -> Iterator[ArchiveEntry]:
    """Yield the entries of JSON lines, where the first line is JSON by itself and others follow, or of one value."""
    first, _, rest = text.strip().partition("\n")
    if rest and _is_json(first):
        for number, line in enumerate(_bounded(text.split("\n"), path), 1):
            if line.strip():
                yield from _walk(_loaded(line, path, number), path)
    else:
        yield from _walk(_loaded(text, path), path)


def _is_json(line: str) -> bool:
    try:
        json.loads(line)
    except (RecursionError, ValueError):
        return False
    return True


def _loaded(text: str, path: str, line: int = 0) -> Any:  # noqa: ANN401 - JSON from a stranger
    """Return a JSON value, or refuse it before it takes more memory than it is worth.

    Args:
        text: The JSON.
        path: What the file is called.
        line: The line it is on; 0 where it is all of the file.
    """
    if sum(map(text.count, ",[{")) > _MOST_VALUES:
        raise FactcheckError(
            deferred("more than {most} values in one piece of JSON", most=_MOST_VALUES),
            path=path,
            line=line,
            hint=deferred("Divide the archive into several files, or export it as JSON lines."),
        )
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise _no_json(path, line or error.lineno, error.msg) from error
    except (RecursionError, ValueError) as error:
        raise _no_json(path, line, "") from error


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
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=text.partition("\n")[0].count))
        # Only the columns that mean something: of a hundred thousand others, each row would be padded to all.
        columns = _columns(next(rows, []))
        if not columns.keys() & set(_NAMES["text"]):
            hint = deferred("The first line names the columns: {names}.", names=", ".join(_NAMES))
            raise FactcheckError(deferred("no column {name}", name="text"), path=path, line=1, hint=hint)
        for row in _bounded(rows, path):
            yield _record({name: row[at] for name, at in columns.items() if at < len(row)})
    except csv.Error as error:
        raise FactcheckError(deferred("not CSV: {why}", why=str(error)), path=path) from error


def _columns(head: list[str]) -> dict[str, int]:
    """Return where the columns are that mean something, by their names in small letters."""
    return {name: at for at, name in enumerate(one.strip().lower() for one in head) if name in _MEANT}


def _record(row: Mapping[str, Any]) -> ArchiveEntry:
    """Return a plain record or a row of a table, by the names of its fields."""
    known = {low: value for name, value in row.items() if (low := name.strip().lower()) in _MEANT}
    if not known:
        return ArchiveEntry("")
    return ArchiveEntry(*(_string(_any(known, names)) for names in _NAMES.values()))


def _any(known: Mapping[str, Any], names: tuple[str, ...]) -> Any:  # noqa: ANN401 - JSON from a stranger
    return next((known[name] for name in names if known.get(name)), "")


def _first(value: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON from a stranger
    one = value[0] if isinstance(value, list) and value else value
    return one if isinstance(one, dict) else {}


def _name(value: Any) -> str:  # noqa: ANN401 - JSON from a stranger
    return _string(value) or _string(_first(value).get("name"))


def _string(value: Any) -> str:  # noqa: ANN401 - JSON from a stranger
    """Return a string as one line without markup; what is neither a string nor a number counts as absent.

    Half a pair of surrogates, which JSON can spell, is no character.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        return ""
    known = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", value[: 4 * LONGEST])
    return " ".join(html.unescape(_TAG.sub(" ", known)).split())[:LONGEST]
