"""Which of a Markdown text is prose: its blocks, as markdown-it-py finds them; what is in a line is for `inline`."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.model import Language
from factcheck.text.garbage import no_collection
from factcheck.text.inline import words_of
from factcheck.text.prose import BREAK, NOTHING

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(
    r"---[ \t]*\r?\n(?:.*\r?\n)*?(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)"
    r"|\+\+\+[ \t]*\r?\n(?:.*\r?\n)*?\+\+\+[ \t]*(?:\r?\n|\Z)"
)
_FRONT_LANGUAGE = re.compile(r"(?mi)^lang(?:uage|uagecode)?[ \t]*[:=][ \t]*[\"']?([a-z]{2,3})\b")
#: What begins a footnote; for the parser it would define a link.
_NOTE = re.compile(r"(?m)^( {0,3}\[\^[^\[\]\s]++\]):")
_LINE = re.compile(r"\r\n?|\n|\Z")


def read_markdown(text: str) -> tuple[str, Language | None]:
    """Return the prose of a text, as long as the text itself, and the language its front matter names.

    Front matter, code blocks, comments, images, tables, definitions of links and the signs of headings, lists and
    quotations are no prose but white space: `BREAK` in place of a line break where a block ends, since no sentence
    goes on there. Within a block a line break is a space, as CommonMark has it. Code within a line is a word of its
    sentence, without marks that could end it; signs of emphasis, targets of links and HTML are `NOTHING`.
    """
    front = _FRONT_MATTER.match(text)
    named = _FRONT_LANGUAGE.search(front[0]) if front else None
    masked = _NOTE.sub(rf"\1{NOTHING}", _blank(front) + text[front.end() :] if front else text)
    prose = [BREAK if char in "\r\n" else " " for char in masked]
    lines = _lines(masked)
    tokens, references = _parsed(masked)
    table = 0
    for token in tokens:
        table += token.nesting if token.type.startswith("table") else 0
        if token.map and _holds_prose(token, table=table > 0, line=masked[slice(*lines[token.map[0]])]):
            for start, kept in _kept(token, masked, lines, references):
                prose[start : start + len(kept)] = kept
    return "".join(prose), Language(named[1].lower()) if named else None


def _lines(text: str) -> list[tuple[int, int]]:
    """Return where each line starts and ends, as the parser counts them."""
    lines, start = [], 0
    for match in _LINE.finditer(text):
        lines.append((start, match.start()))
        start = match.end()
    return lines


def _parsed(text: str) -> tuple[list[Token], frozenset[str]]:
    """Return the blocks of a text, and the names of the links that it defines."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - most articles are plain text

    parser = MarkdownIt("commonmark").enable("table")
    parser.core.ruler.enableOnly(["normalize", "block"])
    found: dict[str, dict[str, object]] = {}
    with no_collection():
        tokens = parser.parse(text, found)
    return tokens, frozenset(found.get("references", {}))


def _holds_prose(token: Token, *, table: bool, line: str) -> bool:
    """Return whether a token is a paragraph, a heading or HTML; a table is none, but for what only follows it."""
    return token.type in {"inline", "html_block"} and not (table and "|" in line)


def _kept(
    token: Token, text: str, lines: list[tuple[int, int]], references: frozenset[str]
) -> Iterator[tuple[int, list[str]]]:
    """Yield, for each line of a block, where it starts in the text and what of it is prose.

    The parser takes the signs of quotations and lists off the lines of a block; what it leaves is found again in them.
    """
    assert token.map  # noqa: S101 - see `_blocks`
    pieces: list[tuple[int, str]] = []
    for number, line in enumerate(token.content.split("\n"), token.map[0]):
        content = line.lstrip(" \t")
        at = text.rfind(content, *lines[number]) if content else -1
        if at >= 0:
            pieces.append((at, content))
    kept = iter(words_of("\n".join(content for _, content in pieces), references))
    for number, (at, content) in enumerate(pieces):
        words = list(itertools.islice(kept, len(content) + 1))
        if number + 1 < len(pieces):
            words += NOTHING * (pieces[number + 1][0] - at - len(words))
        yield at, words


def _blank(match: re.Match[str]) -> str:
    """Return white space of the same length, with the line breaks kept."""
    return re.sub(r"[^\r\n]", " ", match[0])
