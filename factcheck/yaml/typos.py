"""Common YAML typos: where each was made, and what to do about it.

What a YAML parser makes of them is no help: it goes on as long as it can and complains lines below, of something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.i18n import N_, deferred
from factcheck.model import Record


class Typo(NamedTuple):
    """One slip in a text."""

    message: str
    #: What to do next.
    hint: str
    #: Where it begins, in code points.
    offset: int
    #: The stretch to flag.
    span: tuple[int, int]


#: What stands to the left of a field's name tells how deep it is.
_START = r"^(?: |- +)*+"
_FIELD = rf"{_START}(?P<name>[A-Za-z_]++):"
_OWN = rf"(?:{'|'.join(Record._fields)})"

#: Each a pattern, of which the group `here` is flagged, the message and the hint.
_SLIPS = (
    (
        rf"{_START}(?P<here>(?P<name>[A-Za-z_]++):)(?=[^\s:/])",
        N_("no space after `{name}:`"),
        N_("Write `{name}: ` and then the value."),
    ),
    (r"^(?P<here>-(?P<name>[A-Za-z_]++)):(?:\s|$)", N_("no space after the dash"), N_("Write `- {name}:`.")),
    (
        rf"{_FIELD}[ ]++(?P<here>(?![\"'\[\]{{}}|>&*!%@`#,-])[^\n#]*?):(?=[ \r\n])",
        N_("a colon within the value of `{name}:`, which has no quotes"),
        N_("Put the whole value in double quotes."),
    ),
    (
        r"^(?:  |- )(?P<name>[A-Za-z_]++):[ ]++(?P<here>\[[^\]\n]*|\{[^}\n]*)$",
        N_("the bracket that opens the value of `{name}:` is not closed"),
        N_("Close it, or put the whole value in double quotes."),
    ),
    (
        rf"{_FIELD}[ ]++(?P<here>[&*])(?=\s)",
        N_("a value without quotes may not begin like this"),
        N_("Put the whole value in double quotes."),
    ),
    (
        rf"^(?:- id|  (?!{_OWN}: *[|>])[A-Za-z_]++):[^\n]*\n(?P<here> | {{3,}}|)(?P<name>{_OWN}):",
        N_("`{name}:` is not aligned with the fields above it"),
        N_("Indent it by two spaces."),
    ),
)


def first_typo(text: str) -> Typo | None:
    """Return the first slip in a text that is no YAML, if it is one of those that people make.

    >>> first_typo("label:claim\\n").message
    'no space after `label:`'
    """
    found = (slip for find in (_left_open, _others) for slip in find(text))
    return min(found, key=lambda slip: slip.offset, default=None)


def _others(text: str) -> Iterator[Typo]:
    for pattern, message, hint in _SLIPS:
        if match := re.search(pattern, text, re.MULTILINE):
            name = match.groupdict().get("name", "")
            yield Typo(deferred(message, name=name), deferred(hint, name=name), match.start("here"), match.span("here"))


_REST = {'"': r'(?:[^"\\]++|\\.)*+"', "'": r"(?:[^']++|'')*+'"}
_QUOTED = re.compile(r"^((?: |- +)*+)[A-Za-z_]++:[ \t]++([\"'])", re.MULTILINE)
_BREAK = re.compile(r"\r?\n( *+)(?![\r\n])")


def _left_open(text: str) -> Iterator[Typo]:
    """Yield the first string that is left open, flagged at the end of the last line that it can reach.

    A string in quotes goes on only in lines that are deeper than its field (YAML 1.2.2 sections 6.1 and 7.3); a parser
    that takes the next quote, be it the first of another string, for its end complains anywhere below. This is the
    place that yaml-language-server shows.
    """
    position = 0
    while field := _QUOTED.search(text, position):
        rest = re.compile(_REST[field[2]], re.DOTALL).match(text, field.end())
        lines = _BREAK.finditer(text, field.end(), rest.end()) if rest else ()
        shallow = (line.start() for line in lines if len(line[1]) <= len(field[1]))
        end = next(shallow, None) if rest else len(text)
        if end is not None:
            number = text.count("\n", 0, field.start(2)) + 1
            message = deferred("the quote that opens in line {number} is not closed", number=number)
            yield Typo(message, deferred("Close it where the string ends."), field.start(2), (end, end))
            return
        position = rest.end() if rest else len(text)
