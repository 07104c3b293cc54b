"""Names made of titles and people's names, as they may stand in a file name."""

from __future__ import annotations

import re
import unicodedata

#: Letters that no accent can be taken off of, and the apostrophe that typographers set.
_SPELT = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "’": "'"})


def slug(name: str) -> str:
    """Return a name in the letters a to z, digits and hyphens; empty where it has none of them.

    >>> slug("Zoé Le Goff"), slug("L’œuvre d’essai : où ?"), slug("李")
    ('zoe-le-goff', 'l-oeuvre-d-essai-ou', '')
    """
    plain = unicodedata.normalize("NFKD", name.translate(_SPELT)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
