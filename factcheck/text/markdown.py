"""Which of a Markdown text is prose; plain text is all prose and never comes here."""

from __future__ import annotations

import re

from factcheck.model import Language

_FRONT_MATTER = r"\A---[ \t]*\r?\n(?:.*\r?\n)*?(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)"
_FRONT_LANGUAGE = r"(?m)^lang(?:uage)?:[ \t]*[\"']?([A-Za-z]{2,3})\b"
#: Up to a line of as many signs and nothing else, or to the end.
_FENCE = (
    r"(?m)^ {0,3}(`{3,}+(?![^\n]*`)|~{3,}+)[^\n]*+"
    r"(?:\n(?! {0,3}\1[`~]*[ \t]*\r?$)[^\n]*+)*+(?:\n {0,3}\1[^\n]*+)?+"
)
_COMMENT = r"(?s)<!--.*?-->"
#: As far as here, and on one line: what stands between two backquotes that are further apart may well be prose.
_CODE = r"(?<!`)(`++)(?!`)[^\n]{1,400}?(?<!`)\1(?!`)"
_TARGET = r"(?:\((?:[^()\n]*+(?:\([^()\n]*+\))?+)*+\)|\[[^\[\]\n]*+\])"
_IMAGE = rf"(?<!\\)!\[[^\[\]\n]*+\]{_TARGET}"
_PICTURE = rf"\[\s?{_IMAGE}\s?\]{_TARGET}|{_IMAGE}"
_MARKER = (
    r"(?m)^[ \t]*(?:\[(?!\^)[^\]\n]+\]:[^\n]*|\[\^[^\]\n]+\]:|[-*_=](?:[ \t]*[-*_=]){2,}[ \t]*\r?$|"
    r"(?:(?:#{1,6}|>|[-*+]|\d{1,9}[.)])[ \t]+)+)"
)
_CLOSING_MARKER = r"(?m)(?<![ \t])[ \t]++#++[ \t]*+\r?$"
_ROW = r"[^|\n]*+\|[^\n]*+(?:\n|\Z)"
_CELL = r"[ \t]*+:?-++:?[ \t]*+"
#: A row, the line of dashes under it, and the rows that follow.
_TABLE = rf"(?m)^{_ROW}(?=[^|\n]*+\|)[ \t]*+\|?{_CELL}(?:\|{_CELL})*+\|?[ \t]*+\r?(?:\n|\Z)(?:{_ROW})*+"


def read_markdown(text: str) -> tuple[str, Language | None]:
    """Return the text with everything but prose blanked out, and the language its front matter names.

    Front matter, code blocks, comments, images, tables, definitions of links and the signs of headings, lists and
    quotations are no prose. Code within a line is a word of its sentence, without marks that could end it.
    """
    front = re.match(_FRONT_MATTER, text)
    named = re.search(_FRONT_LANGUAGE, front[0]) if front else None
    text = _uncommented(re.sub(_FENCE, _blank, re.sub(_FRONT_MATTER, _blank, text)))
    text = re.sub(_CODE, _unmarked, text)
    for pattern in (_PICTURE, _MARKER, _CLOSING_MARKER, _TABLE):
        text = re.sub(pattern, _blank, text)
    return text, Language(named[1].lower()) if named else None


def _uncommented(text: str) -> str:
    """Return the text without comments; one that is never closed is none, and is not looked at twice."""
    closed = text.rfind("-->") + len("-->")
    return re.sub(_COMMENT, _blank, text[:closed]) + text[closed:] if closed >= len("-->") else text


def _blank(match: re.Match[str]) -> str:
    """Return white space of the same length, with the line breaks kept."""
    return re.sub(r"[^\r\n]", " ", match[0])


def _unmarked(match: re.Match[str]) -> str:
    """Return code of the same length in which nothing but letters, digits and the backquotes is left."""
    return re.sub(r"[^\w`\r\n]", " ", match[0])
