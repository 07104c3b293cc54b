"""Which characters of a block of Markdown a reader sees; blocks are found in `markdown`."""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from factcheck.text.prose import BREAK, NOTHING

_TARGET = r"\((?:[^()\n]*+(?:\([^()\n]*+\))?+)*+\)|\[[^\[\]\n]*+\]"
_IMAGE = rf"!\[[^\[\]\n]*+\](?:{_TARGET})"
#: Elements whose text nobody reads, and those that a reader sees as lines of their own.
_UNSEEN = "script|style|iframe|svg|noscript|template|object|video|audio"
_BLOCKS = (
    "address|article|aside|blockquote|br|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|"
    "header|hr|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul"
)
#: What is read from the left, whatever stands in it: the first that fits.
_ATOMS = re.compile(
    rf"""
    (?P<escape>\\[!-/:-@\[-`{{-~])
  | (?P<code>(?<!`)(?P<ticks>`++)(?!`)[^\n]{{1,400}}?(?<!`)(?P=ticks)(?!`))
  | (?P<address><(?:[A-Za-z][\w+.-]{{1,31}}:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>)
  | (?P<unseen>\{{\{{[^{{}}]*+\}}\}} | \{{%(?:[^{{}}%]|%(?!\}}))*+%\}} | \[\s?{_IMAGE}\s?\](?:{_TARGET}) | {_IMAGE}
    | \[\^[^\[\]\s]++\](?!{NOTHING}))
  | (?P<note>\[\^[^\[\]\s]++\]{NOTHING})
  | (?P<line></?(?:{_BLOCKS})\b[^<>]*+>)
  | (?P<tag></?[A-Za-z][A-Za-z0-9-]*+(?:\s[^<>]*+)?>)
  | (?P<entity>&(?:[A-Za-z][A-Za-z0-9]{{1,31}}|\#\d{{1,7}}|\#[xX][0-9A-Fa-f]{{1,6}});)
  | (?P<hard>(?:(?<![ ])[ ]{{2,}}+|\\)\n)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_COMMENT = re.compile(r"(?s)<!--.*?-->")
_UNSEEN_TAG = re.compile(rf"(?i)<(/?)({_UNSEEN})\b[^<>]*+>")
_LINK = re.compile(rf"\[([^\[\]]*+)\]({_TARGET})?")
_DESTINATION = re.compile(
    r"\(\s*(?:<[^<>\n]*>|[^\s()<]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*\)"
)
_RUN = re.compile(r"\*+|_+|(?<!~)~~(?!~)")
#: How many runs of signs are looked back for the one that another closes.
_DEEP = 20
_PUNCTUATION = re.compile(r"[^\w\s]|_")


def words_of(text: str, references: Collection[str]) -> str:
    """Return a block with `NOTHING` for all that a reader does not see, and for a line break a space or `BREAK`.

    Args:
        text: The lines of the block, without the signs of what they stand in.
        references: The names of links that the text defines, in upper case.
    """
    text = _without(text, [*_comments(text), *_unseen(text)])
    # No sign of a link or of emphasis is looked for in what is read as a whole, which begins and ends with punctuation.
    signs = _ATOMS.sub(lambda match: match[0] if match["hard"] else ";" * len(match[0]), text)
    seen = _ATOMS.sub(_atom, text).replace("\n", " ")
    return _without(seen, [*_links(signs, references), *_emphasis(signs)])


def _without(text: str, hidden: list[tuple[int, int]]) -> str:
    kept = list(text)
    for start, end in hidden:
        kept[start:end] = NOTHING * (end - start)
    return "".join(kept)


def _comments(text: str) -> Iterator[tuple[int, int]]:
    """Yield where comments are; one that is never closed is none, and is not looked at twice."""
    closed = text.rfind("-->") + len("-->")
    if closed >= len("-->"):
        yield from (match.span() for match in _COMMENT.finditer(text, 0, closed))


def _unseen(text: str) -> Iterator[tuple[int, int]]:
    """Yield where elements are whose text nobody reads."""
    tags = list(_UNSEEN_TAG.finditer(text))
    last = {tag[2].lower(): tag.start() for tag in tags if tag[1]}
    start, element = -1, ""
    for tag in tags:
        name = tag[2].lower()
        if start < 0 and not tag[1] and last.get(name, -1) > tag.start():
            start, element = tag.start(), name
        elif start >= 0 and tag[1] and name == element:
            yield start, tag.end()
            start = -1


def _atom(match: re.Match[str]) -> str:
    """Return what a reader sees of it, as long as it is."""
    kind, whole = match.lastgroup, match[0]
    if match["code"]:
        return re.sub(r"[^\w`]", " ", whole)
    if kind in {"escape", "address"}:
        inner = whole[1:] if kind == "escape" else whole[1:-1] + NOTHING
        return NOTHING + inner
    if kind in {"note", "line", "hard"}:
        return BREAK + NOTHING * (len(whole) - 1)
    return _entity(whole) if kind == "entity" else NOTHING * len(whole)


def _entity(whole: str) -> str:
    """Return the character that an entity names, as often as the entity is long, since prose is as long as its text."""
    char = html.unescape(whole)
    if char.isspace():
        return " " + NOTHING * (len(whole) - 1)
    return char * len(whole) if len(char) == 1 and char.isprintable() else whole


def _links(signs: str, references: Collection[str]) -> Iterator[tuple[int, int]]:
    """Yield where the brackets and targets of links are."""
    for match in _LINK.finditer(signs):
        target = match[2] or ""
        name = target[1:-1] if len(target) > 2 and target[0] == "[" else match[1]
        defined = " ".join(name.split()).lower().upper() in references
        if defined if target[:1] != "(" else _DESTINATION.fullmatch(target):
            yield match.start(), match.start() + 1
            yield match.end(1), match.end()


class _Run(NamedTuple):
    """Signs of emphasis in a row that may open it, as far as none of them has been closed."""

    start: int
    end: int
    #: How many there were, and whether they could have closed emphasis.
    length: int
    closes: bool


def _emphasis(signs: str) -> Iterator[tuple[int, int]]:
    """Yield where signs of emphasis are that belong together.

    As CommonMark pairs runs of delimiters, https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis, but that
    each sign is looked at by itself.
    """
    waiting: dict[str, list[_Run]] = {"*": [], "_": [], "~": []}
    for run in _RUN.finditer(signs):
        opened = waiting[run[0][0]]
        opens, closes = _flanks(signs, run)
        start = run.start()
        while closes and start < run.end() and (at := _partner(opened, len(run[0]), opens=opens)) is not None:
            first = opened[at]
            used = min(first.end - first.start, run.end() - start, 2)
            yield first.end - used, first.end
            yield start, start + used
            start += used
            for runs in waiting.values():  # what was opened in between stays open
                while runs and runs[-1].start >= first.start:
                    runs.pop()
            if first.start < first.end - used:
                opened.append(first._replace(end=first.end - used))
        if opens and start < run.end():
            opened.append(_Run(start, run.end(), len(run[0]), closes))


def _partner(opened: list[_Run], length: int, *, opens: bool) -> int | None:
    """Return which of the runs a closing one belongs to: the nearest, save where the rule of three forbids it."""
    for at in range(len(opened) - 1, max(-1, len(opened) - _DEEP), -1):
        run = opened[at]
        thirds = (run.length + length) % 3 == 0 and (run.length % 3 or length % 3)
        if not ((opens or run.closes) and thirds):
            return at
    return None


def _flanks(signs: str, run: re.Match[str]) -> tuple[bool, bool]:
    """Return whether a run of signs can open emphasis, and whether it can close it."""
    before, after = signs[max(run.start() - 1, 0) : run.start()] or " ", signs[run.end() : run.end() + 1] or " "
    marked_before, marked_after = bool(_PUNCTUATION.match(before)), bool(_PUNCTUATION.match(after))
    left = not after.isspace() and (not marked_after or before.isspace() or marked_before)
    right = not before.isspace() and (not marked_before or after.isspace() or marked_after)
    if run[0][0] == "_":
        return left and (not right or marked_before), right and (not left or marked_after)
    return left, right
