"""Strings made safe and readable where they go: a terminal, a page of Markdown; every string from outside comes by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING

from factcheck.i18n import grouped, ngettext
from factcheck.text.hidden import HIDDEN, INVISIBLE

if TYPE_CHECKING:
    from factcheck.errors import FactcheckError

#: Compiled when first needed.
_HIDDEN = f"[{HIDDEN}{INVISIBLE}]"


def visible(text: str, keep: str = "") -> str:
    r"""Return `text` with every hidden or steering character shown as a mark such as `<U+200B>`.

    Args:
        text: Any string, from a file, an argument or git.
        keep: Characters to leave as they are, typically `"\n"`.

    >>> visible("a\x1b[31mb")
    'a<U+001B>[31mb'
    """
    if text.isascii() and text.isprintable():
        return text
    return marked(text, lambda sign: sign if sign in keep else f"<U+{ord(sign):04X}>")


def complaint(error: FactcheckError) -> str:
    """Return what an error says, safe for a terminal: the only line break is the one before its hint.

    A name with a line break in it would otherwise write lines of its own, which a CI might take for commands.
    """
    return "\n".join(map(visible, error.lines))


def marked(text: str, mark: Callable[[str], str]) -> str:
    """Return `text` with what `mark` gives in place of each hidden or steering character."""
    return re.sub(_HIDDEN, lambda found: mark(found[0]), text)


def one_line(text: str) -> str:
    """Return a string from outside for one line of a terminal: its line breaks and tabs are spaces.

    >>> one_line("Il pleut\\n  à Brest.")
    'Il pleut à Brest.'
    """
    return visible(re.sub(r"[ \t]*[\r\n\t]+[ \t]*", " ", text))


#: What GitHub, GitLab and Forgejo read as a mention, reference, label or commit; then markup, emoji, formula or link.
_ACTIVE = (
    r"(?P<reference>[@#!$%~^&](?=\w)|(?<=[A-Za-z])-(?=[0-9])"
    r"|(?<![0-9A-Za-z])[0-9a-f](?=[0-9a-f]{5,63}(?![0-9A-Za-z])))"
    r"|[&<>|`*_~$\[\]\\]|:(?=\S)|(?<=www)\."
)


def in_markdown(text: str) -> str:
    """Return a string from outside so that Markdown shows it, also in a cell of a table, and does nothing else with it.

    It mentions nobody, links nowhere and closes nothing.

    >>> in_markdown("@alice: *sic* | #1")
    '<b>&#64;</b>alice: &#42;sic&#42; &#124; <b>&#35;</b>1'
    """
    return re.sub(_ACTIVE, _inert, one_line(text))


def _inert(match: re.Match[str]) -> str:
    """Return a character as an entity, which is no markup; one that may start a mention also in an element of its own.

    Forges look for mentions and references after entities have been resolved, but never across elements.
    """
    entity = f"&#{ord(match[0])};"
    return f"<b>{entity}</b>" if match["reference"] else entity


#: What is counted in messages.
NOUNS = ("file", "error", "warning", "note", "finding", "sentence", "article", "sidecar", "label")


def plural(number: int, noun: str) -> str:
    """Return a number with its noun.

    The noun is one of `NOUNS`; in other languages it has its own plural.

    >>> plural(1, "error"), plural(1200, "error")
    ('1 error', '1,200 errors')
    """
    one, many = f"{{count}} {noun}", f"{{count}} {noun}s"
    phrase = ngettext(one, many, number)
    return phrase.format(count=grouped(number))


def cells(text: str) -> int:
    """Return how many cells of a terminal a text takes (Unicode Standard Annex 11, combining marks take none)."""
    return len(text) if text.isascii() else sum(map(_cell, text))


def _cell(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
