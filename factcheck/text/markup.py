"""The words of a sentence that a reader sees, without the Markdown and HTML around them, and the links under them."""

from __future__ import annotations

import html
import re

#: A quick look: whether there is anything here at all.
_ANY = re.compile(r"[\[<*_`&{\\]|[¹²³⁰⁴-⁹]|^\s*#")
_COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL)
_PARENS = r"\((?:[^()\s]*+(?:\([^()\s]*+\))?+)*+(?:\s+(?:\"[^\"]*+\"|'[^']*+'))?\s*\)"
_LINK = re.compile(rf"(?<!\\)(!?)\[((?:[^\[\]]|\[[^\[\]]*+\])*+)\](?:({_PARENS})|\[([^\[\]]*+)\])")
_DEFINED = re.compile(r"(?<![\\!])\[\^[^\]\s]{1,40}\](?!:)")
_AUTOMATIC = re.compile(r"<((?:https?|ftp|mailto):[^<>\s]+)>")
_ANCHOR = re.compile(r"<a\b[^<>]*?\bhref\s*=\s*[\"']?([^\"'\s<>]+)[^<>]*>", re.IGNORECASE)
#: Tags that only dress words; what is struck out, raised or lowered means something else by it.
_TAG = re.compile(
    r"</?(?:a|abbr|acronym|b|bdi|bdo|big|center|cite|code|dfn|em|font|i|kbd|mark|nobr|p|samp|small|span|strong|time|tt"
    r"|u|var|wbr|div|section|article|li|ul|ol|blockquote)\b(?:\s[^<>]*|/?)>",
    re.IGNORECASE,
)
_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)
#: A number raised after a word of some length or a mark is a note, not a power or a unit.
_RAISED = re.compile(r"(?<=[.,;:!?»”\")\]])[¹²³⁰⁴-⁹]+|(?:(?<=[^\W\d_]{6}))[¹²³⁰⁴-⁹]+")
_CODE = re.compile(r"(?<![\\`])(`{1,3})(?!`)(.+?)(?<!`)\1(?!`)")
_STRONG = re.compile(
    r"(?<![\\*\w])(\*{1,3})(?=[^\s*])([^*]*[^\s*])\1(?![*\w])"
    r"|(?<![\\*])(\*{1,3})(?=[^\W\d])([^*]*[^\s*\d])\3(?!\*)"
)
_UNDERLINED = re.compile(r"(?<![\\_\w])(_{1,3})(?=[^\s_])([^_]*[^\s_])\1(?![_\w])")
_HEADING = re.compile(r"\A\s*#{1,6}\s+|\s+#{1,6}\s*\Z")
_ESCAPED = re.compile(r"\\(?=[!-/:-@\[-`{-~])")


def visible_text(text: str) -> str:
    """Return the words that a reader sees: no link targets, emphasis, note marks, tags or character references.

    What changes the sense of words stays as it is written: what is struck out, raised or lowered.

    >>> visible_text("The **mayor** [said](https://example.org) so.[^1]"), visible_text("10<sup>9</sup> ~~not~~")
    ('The mayor said so.', '10<sup>9</sup> ~~not~~')
    """
    if not _ANY.search(text):
        return text
    text = _BREAK.sub(" ", _COMMENT.sub("", text))
    text = _AUTOMATIC.sub(r"\1", _DEFINED.sub("", text))
    text = _LINK.sub(r"\2", _LINK.sub(r"\2", text))  # twice: a picture may be linked
    text = _RAISED.sub("", _TAG.sub("", text))
    for _ in range(2):  # one inside the other
        text = _STRONG.sub(lambda m: m[2] or m[4], text)
        text = _UNDERLINED.sub(r"\2", text)
    text = _CODE.sub(r"\2", _HEADING.sub("", text))
    if "]" not in text:  # the rest of a link that was left open
        text = text.replace("[", "")
    return html.unescape(_ESCAPED.sub("", text))


def targets(text: str) -> tuple[str, ...]:
    """Return where the links of a text lead, in order.

    >>> targets("[Le maire](https://a.fr) et <a href='https://b.fr'>le préfet</a>")
    ('https://a.fr', 'https://b.fr')
    """
    return tuple(target for _, target in links(text))


def links(text: str) -> tuple[tuple[str, str], ...]:
    """Return the links of a text, in order: the words that are linked, where that is plain, and where they lead."""
    found = [(m.start(), m[2], "".join(m[3][1:-1].split()[:1])) for m in _LINK.finditer(text) if m[3]]
    found += [(m.start(), "", m[1]) for pattern in (_AUTOMATIC, _ANCHOR) for m in pattern.finditer(text)]
    return tuple((words, target) for _, words, target in sorted(found) if target)
