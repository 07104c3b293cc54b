r"""YAML as people and programs mostly write it, in a tenth of a parser's time; whatever else is left to the parser.

Read are block mappings and lists, flow mappings and lists, values on one line or wrapped, and blocks of text. Where it
is not plain what ruamel.yaml would make of a text, this reader gives up: its tree is the same, or there is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from factcheck.model import Place
from factcheck.yaml.nodes import MAX_DEPTH, Entries, Entry, Items, Node, Scalar

#: What ends a line for some readers, or has no width.
_STRANGE = re.compile("[\t\x85\u2028\u2029\ufeff]|\r(?!\n)")

#: Lines without content, and what stands behind the last line feed.
_EMPTY = r"(?: *(?:\r?\n|#[^\n]*(?:\n|\Z)))*+(?: *\Z)?"
_TOP = re.compile(_EMPTY)
#: What may follow a value in its line, and then lines without content.
_REST = re.compile(rf"(?: +#[^\n]*| *+(?=[\r\n]|\Z))(?:\r?\n|\Z){_EMPTY}")

_ESCAPE = r'\\(?:["\\/nt]|u(?![dD][89a-fA-F])[0-9a-fA-F]{4})'
_DOUBLE = rf'[^"\\\n\r]*+(?:{_ESCAPE}[^"\\\n\r]*+)*+'
_SINGLE = r"[^'\n\r]*+(?:''[^'\n\r]*+)*+"
_QUOTED = rf"""\"(?P<double>{_DOUBLE})\"|'(?P<single>{_SINGLE})'"""
#: What a value without quotes certainly may begin with, and its words: no colon at the end, no `#` at the beginning.
_FIRST = r"(?=[\w(«~/+])"
_WORD = r"[^ \n\r:#]++(?:(?::(?![ \n\r]|\Z)|#)[^ \n\r:#]*+)*+"
_BARE = rf"{_FIRST}{_WORD}(?: ++{_WORD})*+"
_FLOW_WORD = r"[^ \n\r:#,\[\]{}]++"

#: How a line begins: a dash, a key; YAML knows no keys of more than 1024 characters.
_OPENING = re.compile(r" *(?P<dash>- +)?(?:(?P<key>\w[\w-]{0,200}):(?=[ \r\n]|\Z))?")
_VALUE = re.compile(rf" *+(?:{_QUOTED}|(?P<bare>{_BARE})(?! *\r?\n +{_BARE} *(?:[\r\n]|\Z))|(?P<flow>(?=[\[{{])))")
#: A value that goes on in the next line, of which each break counts as a blank.
_BROKEN = r" *+\r?\n +"
_BREAK = rf"{_BROKEN}(?=[^ \r\n])"
_WRAPPED = re.compile(
    rf""" *+(?:\"(?P<double>{_DOUBLE}(?:{_BREAK}{_DOUBLE})+)\"|'(?P<single>{_SINGLE}(?:{_BREAK}{_SINGLE})+)'"""
    rf"|(?P<bare>{_BARE}(?:{_BREAK}{_BARE})+)(?= *(?:[\r\n]|\Z)))"
)
#: A block of text: its head, and the margin of its first line.
_HEAD = re.compile(r" *+(?P<style>[>|])(?P<stripped>-?) *\r?\n(?P<margin> {1,40})(?=[^ \r\n])")
#: The next sign or value between brackets; a value may turn out to be a key.
_TOKEN = re.compile(
    rf"[ \r\n]*+(?:{_QUOTED}|(?P<bare>{_FIRST}{_FLOW_WORD}(?: ++{_FLOW_WORD})*+)|(?P<sign>[,\[\]{{}}]))"
    r"(?P<colon> *:(?=[ \r\n]))?"
)
_LONGEST_KEY = 1000


class _NotPlainError(Exception):
    """Something that a parser has to look at."""


def read_plainly(text: str) -> Node | None:
    """Return the tree of `text`, None if it is not written plainly, or there is nothing in it.

    >>> read_plainly("a: [b, c]  # d").get("a").value.items[1].text
    'c'
    >>> read_plainly("a: &b c") is None
    True
    """
    if _STRANGE.search(text):
        return None
    try:
        return _PlainReader(text).root()
    except _NotPlainError:
        return None


class _PlainReader:
    """Goes through a text once, from line to line that has content."""

    def __init__(self, text: str) -> None:
        self._text = text
        #: Where the reader stands: an offset, the number of its line, and where that begins.
        self._at, self._line, self._start = 0, 1, 0
        self._dash: str | None
        self._key: str | None
        top = _TOP.match(text)
        self._to(top.end() if top else 0)

    def root(self) -> Node:
        """Return the tree of the whole text."""
        root = self._block(0) if self._dash or self._key else self._leaf(-1, 0)
        if self._indent >= 0:
            raise _NotPlainError
        return root

    # Lines and places.

    def _to(self, offset: int) -> None:
        """Go to the line with content that begins at `offset`, or to the end of the text."""
        self._count_lines(offset)
        opening = _OPENING.match(self._text, offset)
        self._dash, self._key = opening.group("dash", "key") if opening else (None, None)
        self._at = opening.end() if opening else offset
        #: In which column, from 0, the first sign of the line stands.
        self._column = self._at - offset - len(self._dash or "") - (len(self._key) + 1 if self._key else 0)
        #: The same, but that the end of the text is above everything.
        self._indent = self._column
        if offset == len(self._text):
            self._column, self._indent = offset - self._start, -1

    def _count_lines(self, offset: int) -> None:
        """Note what line `offset` is in, behind where the reader stands."""
        if breaks := self._text.count("\n", self._at, offset):
            self._line += breaks
            self._start = self._text.rindex("\n", self._at, offset) + 1

    def _here(self) -> Place:
        return Place(self._line, self._column + 1)

    def _place(self, offset: int) -> Place:
        return Place(self._line, offset - self._start + 1)

    # Blocks.

    def _block(self, depth: int) -> Node:
        if depth >= MAX_DEPTH:
            raise _NotPlainError
        return self._items(depth) if self._dash else self._entries(depth)

    def _items(self, depth: int) -> Items:
        start, column, items = self._here(), self._column, []
        while self._dash and self._indent == column:
            self._column = self._indent = column + len(self._dash)
            self._dash = None
            items.append(self._block(depth + 1) if self._key else self._leaf(column, depth + 1))
        return Items(start, self._here(), tuple(items))

    def _entries(self, depth: int) -> Entries:
        start, column = self._here(), self._column
        entries: dict[str, Entry] = {}
        while self._key and not self._dash and self._indent == column:
            key = Scalar(self._here(), self._place(self._at - 1), self._key, bare=True)
            _note(entries, key, self._value(column, depth + 1))
        if not entries:
            raise _NotPlainError
        return Entries(start, self._here(), tuple(entries.values()))

    def _value(self, column: int, depth: int) -> Node:
        """Return what belongs to the key in this column, in its line or below; nothing stands where the next does."""
        if not _REST.match(self._text, self._at):
            return self._leaf(column, depth)
        self._pass_line(self._at)
        if self._indent > column or (self._dash and self._indent == column):
            return self._block(depth)
        return Scalar(self._here(), self._here(), "", bare=True)

    def _leaf(self, column: int, depth: int) -> Node:
        """Return the value that begins in this line; all of it is deeper than `column`, and nothing else may be."""
        node: Node
        if value := _VALUE.match(self._text, self._at):
            node = self._flow(self._token(), depth) if value.lastgroup == "flow" else self._scalar(value)
        elif value := _WRAPPED.match(self._text, self._at):
            node = self._wrapped(value, column)
        else:
            return self._text_block(column)
        self._pass_line(self._at)
        if self._indent > column:
            raise _NotPlainError
        return node

    def _wrapped(self, found: re.Match[str], column: int) -> Scalar:
        kind = found.lastgroup or ""
        inner, quotes = found[kind], int(kind != "bare")
        if any(len(indent) <= column for indent in re.findall(r"\n( *)", inner)):
            raise _NotPlainError
        start = self._place(found.start(kind) - quotes)
        self._count_lines(found.end())
        self._at = found.end()
        return Scalar(start, self._place(self._at), _SAID[kind](re.sub(_BROKEN, " ", inner)), not quotes)

    def _text_block(self, column: int) -> Scalar:
        """Return a block of text whose lines have one margin and no blank lines between them."""
        head = _HEAD.match(self._text, self._at)
        if not head or column < 0 or len(head["margin"]) <= column:
            raise _NotPlainError
        start, margin = self._place(head.start("style")), head["margin"]
        lines = re.compile(rf"(?:{margin}[^ \r\n#](?:[^\r\n]*[^ \r\n])?\r?\n)+(?:\r?\n)*")
        body = lines.match(self._text, head.start("margin"))
        if not body or re.compile(rf"{margin}| +(?:[\r\n]|\Z)").match(self._text, body.end()):
            raise _NotPlainError
        said = (" " if head["style"] == ">" else "\n").join(re.findall(r"^ +([^\r\n]+)", body[0], re.MULTILINE))
        self._count_lines(body.end())
        self._at = body.end()
        end = self._place(self._at)
        rest = _TOP.match(self._text, self._at)
        self._to(rest.end() if rest else self._at)
        if self._indent > column:
            raise _NotPlainError
        return Scalar(start, end, said if head["stripped"] else f"{said}\n", bare=False)

    def _pass_line(self, offset: int) -> None:
        rest = _REST.match(self._text, offset)
        if not rest:
            raise _NotPlainError
        self._to(rest.end())

    def _scalar(self, found: re.Match[str]) -> Scalar:
        kind = "double" if found["double"] is not None else "single" if found["single"] is not None else "bare"
        start, end = found.span(kind)
        quotes = int(kind != "bare")
        self._at = found.end()
        return Scalar(self._place(start - quotes), self._place(end + quotes), _SAID[kind](found[kind]), not quotes)

    # Between brackets.

    def _token(self) -> re.Match[str]:
        token = _TOKEN.match(self._text, self._at)
        if not token or (token["sign"] and token["colon"]):
            raise _NotPlainError
        self._count_lines(token.start(token.lastgroup or 0))
        self._at = token.end()
        return token

    def _flow(self, token: re.Match[str], depth: int) -> Node:
        """Return the node that a token begins."""
        if token["colon"] or depth >= MAX_DEPTH:
            raise _NotPlainError
        if not token["sign"]:
            return self._scalar(token)
        start = self._place(token.start("sign"))
        if token["sign"] == "[":
            items = self._flow_items(depth)
            return Items(start, self._place(self._at), items)
        if token["sign"] == "{":
            entries = self._flow_entries(depth)
            return Entries(start, self._place(self._at), entries)
        raise _NotPlainError

    def _flow_items(self, depth: int) -> tuple[Node, ...]:
        items = []
        token = self._token()
        while token["sign"] != "]":
            items.append(self._flow(token, depth + 1))
            token = self._after("]")
        return tuple(items)

    def _flow_entries(self, depth: int) -> tuple[Entry, ...]:
        entries: dict[str, Entry] = {}
        token = self._token()
        while token["sign"] != "}":
            if token["sign"] or not token["colon"] or len(token[0]) > _LONGEST_KEY:
                raise _NotPlainError
            key = self._scalar(token)
            _note(entries, key, self._flow(self._token(), depth + 1))
            token = self._after("}")
        return tuple(entries.values())

    def _after(self, closing: str) -> re.Match[str]:
        """Return the token after a comma, or the closing bracket."""
        token = self._token()
        if token["sign"] == closing:
            return token
        if token["sign"] != ",":
            raise _NotPlainError
        token = self._token()
        if token["sign"] == closing:
            raise _NotPlainError
        return token


def _note(entries: dict[str, Entry], key: Scalar, value: Node) -> None:
    if key.text in entries:
        raise _NotPlainError
    entries[key.text] = Entry(key, value)


def _character(match: re.Match[str]) -> str:
    code, sign = match.groups()
    return chr(int(code, 16)) if code else {"n": "\n", "t": "\t"}.get(sign, sign)


_SAID: dict[str, Callable[[str], str]] = {
    "bare": str,
    "single": lambda inner: inner.replace("''", "'"),
    "double": lambda inner: re.sub(r"\\(?:u(.{4})|(.))", _character, inner) if "\\" in inner else inner,
}
