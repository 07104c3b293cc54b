"""From the bytes of an article to its text and its prose; `sentences` splits it."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.model import Language, LineStarts, Span, encoding_name

#: Articles above this many bytes are refused: a year of a columnist is smaller.
MAX_BYTES = 10_000_000
#: The parser of Markdown keeps up to 2.5 kB for each line, of which a book has a third.
MAX_MARKDOWN_LINES = 30_000


#: Git's markers, each at the start of a line. Seven `=` are also how Markdown underlines a heading, so alone they are
#: no sign of a conflict.
_MARKER = re.compile(r"^(?:<{7}|>{7}|\|{7})(?=[ \r\n]|\Z)", re.MULTILINE)


class ConflictMarkersError(FactcheckError):
    """The article has the markers of a merge that nobody finished; their lines are no sentences."""


class Article(NamedTuple):
    """An article's text and which of it is prose to be labelled."""

    #: Its file name, without folders.
    name: str
    #: The text, code point for code point, without a byte order mark.
    text: str
    #: As long as `text`; what is not prose (front matter, code, tables, markup) is replaced by white space.
    prose: str
    #: The language its own metadata names, if any.
    language: Language | None = None

    def sentence(self, span: Span) -> str:
        """Return the text of a span as a sidecar holds it, with every line break a line feed.

        How a file spells a line break, git may change with every clone (`core.autocrlf`).
        """
        return self.text[span.start : span.end].replace("\r\n", "\n")


def read_article(name: str, data: bytes, encoding: str | None = None, path: str = "") -> Article:
    """Return the article in `data`, decoded strictly and never normalised.

    Args:
        name: Its file name; `.md` and `.markdown` are read as Markdown, anything else as plain text.
        data: The file, byte for byte.
        encoding: How to decode it; None means UTF-8, or UTF-16 where its byte order mark says so.
        path: What to call it in messages.

    Raises:
        ConflictMarkersError: Git's conflict markers are in it.
        FactcheckError: Too large, too many lines of Markdown, binary, not in that encoding, or without a letter.
    """
    text = decode(data, encoding, path or name)
    _refuse_markers(text, path or name)
    prose, language = _prose(name, text, path or name)
    if not any(map(str.isalnum, prose)):
        hint = deferred("Check that it is the right file, and that it was saved.")
        raise FactcheckError(deferred("the article has no text to label"), path=path or name, hint=hint)
    return Article(name, text, prose, language)


def _refuse_markers(text: str, path: str) -> None:
    if not any(marker in text for marker in ("<<<<<<<", ">>>>>>>", "|||||||")):
        return
    if found := _MARKER.search(text):
        line = text.count("\n", 0, found.start()) + 1
        hint = deferred("Keep the lines of one side, delete the markers, then `git add` the file.")
        message = deferred("git's conflict markers are still in the article")
        raise ConflictMarkersError(message, path=path, line=line, column=1, hint=hint)


def _prose(name: str, text: str, path: str) -> tuple[str, Language | None]:
    if not name.lower().endswith((".md", ".markdown")):
        return text, None
    if (count := text.count("\n")) > MAX_MARKDOWN_LINES:
        limit = MAX_MARKDOWN_LINES
        message = deferred("too long for Markdown: {count:,} lines, the limit is {limit:,}", count=count, limit=limit)
        raise FactcheckError(message, path=path, hint=deferred("Divide it into several articles."))
    from factcheck.text.markdown import read_markdown  # noqa: PLC0415 - most articles are plain text

    return read_markdown(text)


def decode(data: bytes, encoding: str | None = None, path: str = "") -> str:
    """Return `data` as text; see `read_article` for what is refused."""
    if len(data) > MAX_BYTES:
        raise FactcheckError(
            deferred(
                "too large for an article: {size:,} bytes, the limit is {limit:,}", size=len(data), limit=MAX_BYTES
            ),
            path=path,
        )
    if encoding is None and data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    usual = encoding_name(encoding or "utf-8")
    if usual is None:
        hint = deferred("Try utf-8, cp1252 or iso-8859-15.")
        raise FactcheckError(deferred("unknown encoding {encoding!r}", encoding=encoding), hint=hint)
    try:
        text = data.decode(usual)
    except UnicodeDecodeError as error:
        raise _undecodable(data, usual, error, path) from error
    if "\0" in text:
        raise _binary(path)
    return text.removeprefix("\ufeff")


def _binary(path: str) -> FactcheckError:
    return FactcheckError(
        deferred("a binary file, not an article"), path=path, hint=deferred("Give the article as plain text.")
    )


def _undecodable(data: bytes, usual: str, error: UnicodeDecodeError, path: str) -> FactcheckError:
    if error.encoding == "utf-8" and b"\0" in data:
        return _binary(path)
    before = data[: error.start].decode(usual, "replace").removeprefix("\ufeff")
    line, column = LineStarts(before).place(len(before))
    name = error.encoding.upper()
    hint = deferred("If it comes from an older system, try --encoding cp1252.") if name == "UTF-8" else ""
    message = deferred("not {name}: byte 0x{byte:02X} is not valid here", name=name, byte=data[error.start])
    return FactcheckError(message, path=path, line=line, column=column, hint=hint)
