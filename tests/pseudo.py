"""A language in which every message shows that it came from the catalogue: what is English in it was forgotten.

Letters of messages are drawn from Unicode's sans-serif alphabet, one cell each, so that what a message is filled in
with stays as it is: data, or English that was never marked.
"""

from __future__ import annotations

import re
from pathlib import Path

import messages
from babel.messages import Catalog

from factcheck.i18n import DOMAIN

#: What the language is called.
CODE = "qps"
_KEPT = re.compile(r"(\{[^{}]*\}|%(?:\(\w+\))?[a-zA-Z])")
_LETTERS = {ord(first) + at: chr(drawn + at) for first, drawn in (("A", 0x1D5A0), ("a", 0x1D5BA)) for at in range(26)}
_PLAIN = {ord(drawn): chr(letter) for letter, drawn in _LETTERS.items()}


def drawn(message: str) -> str:
    """Return a message in the pseudo-language; placeholders stay.

    >>> drawn("{count} file").isascii()
    False
    """
    parts = _KEPT.split(message)
    return "".join(part if at % 2 else part.translate(_LETTERS) for at, part in enumerate(parts))


def plain(text: str) -> str:
    """Return what is drawn as it is in English, for people who read a failure."""
    return text.translate(_PLAIN)


def without_messages(text: str) -> str:
    """Return a text without what is drawn."""
    return re.sub(f"[{''.join(_LETTERS.values())}]+", "", text)


def write(folder: Path) -> None:
    """Write the language below a folder, as gettext expects it: every message that French has."""
    catalog = Catalog(locale="en", charset="utf-8")
    for message in messages.catalog_of("fr"):
        if message.id:
            catalog.add(message.id, _said(message.id))
    at = folder / CODE / "LC_MESSAGES" / f"{DOMAIN}.mo"
    at.parent.mkdir(parents=True)
    at.write_bytes(messages.as_mo(catalog))


def _said(message: str | tuple[str, ...] | list[str]) -> str | tuple[str, ...]:
    return drawn(message) if isinstance(message, str) else tuple(map(drawn, message))
