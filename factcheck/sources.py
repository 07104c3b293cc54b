"""Who a sentence may be quoting: proposals for its source, found by its words and capitals; nothing is decided."""

from __future__ import annotations

import re
from collections.abc import Sequence

_NAME = re.compile(r"(?<=\s)[A-Z]\w+(?:[ -][A-Z]\w+)*")


def propose(text: str, language: str, used: Sequence[str] = ()) -> tuple[str, ...]:
    """Return proposals for the source of a sentence, the likeliest first, then those already used in the article.

    Args:
        text: The sentence.
        language: Its language's code; names are found in any.
        used: The sources of other sentences, in the article's order.
    """
    found = _NAME.findall(text) if language else []
    return tuple(dict.fromkeys([*found, *used[::-1]]))
