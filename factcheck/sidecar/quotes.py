"""Strings that are left open: where a person or an editor would say so; what YAML makes of the rest is no help."""

from __future__ import annotations

import re

#: A field whose value begins with a quote; what stands to the left of its name tells how deep it is.
_FIELD = re.compile(r"^((?: |- +)*+)[A-Za-z_]++:[ \t]++([\"'])", re.MULTILINE)
_REST = {'"': re.compile(r'(?:[^"\\]++|\\.)*+"', re.DOTALL), "'": re.compile(r"(?:[^']++|'')*+'")}
_BREAK = re.compile(r"\r?\n( *+)(?![\r\n])")


def left_open(text: str) -> tuple[int, int] | None:
    """Return where the first string that is left open begins, and the end of the last line that it can reach.

    A string in quotes goes on only in lines that are deeper than its field (YAML 1.2.2 sections 6.1 and 7.3); a parser
    that takes the next quote, be it the first of another string, for its end complains anywhere below. This is the
    place that yaml-language-server shows.

    >>> left_open('text: "A.\\nlabel: "claim"\\n')
    (6, 9)
    """
    position = 0
    while field := _FIELD.search(text, position):
        rest = _REST[field[2]].match(text, field.end())
        if rest is None:
            return field.start(2), len(text)
        for line in _BREAK.finditer(text, field.end(), rest.end()):
            if len(line[1]) <= len(field[1]):
                return field.start(2), line.start()
        position = rest.end()
    return None
