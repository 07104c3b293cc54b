"""Make any string safe and readable on a terminal; every string from outside passes through here on its way out."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.errors import FactcheckError

#: C0 and C1 controls, zero-width and bidirectional characters, line and paragraph separators, invisible operators,
#: tags, variation selectors that stand alone nowhere, surrogates and the byte order mark. Compiled when first needed.
_HIDDEN = (
    "[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]"
)


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
