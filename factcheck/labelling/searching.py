"""Finding a sentence by what it says, whatever its case and accents."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from factcheck.labelling.changing import refuse, say
from factcheck.labelling.moving import go
from factcheck.labelling.state import State, StepResult
from factcheck.sidecar.fields import SHOWN


def search(state: State, text: str) -> StepResult:
    """Go to the next sentence with `text` in its words, its source or a remark, from the top after the end.

    Args:
        state: The state before.
        text: What to look for; empty means what was looked for last.
    """
    query = text or state.query
    if not query:
        return refuse(state, "nothing to search for")
    state, wanted = state._replace(query=query), fold(query)
    count = len(state.sidecar.sentences)
    for step in range(1, count + 1):
        at = (state.at + step) % count
        record = state.sidecar.sentences[at]
        if any(wanted in fold(part) for part in (record.text, *(getattr(record, name) for name in SHOWN)) if part):
            return say(go(state, at), f"found: {query}" + (" (from the top)" if at <= state.at else ""))
    return refuse(state, f"not found: {query}")


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Return `text` without case, accents and differences between kinds of white space.

    >>> fold("L’ÉTÉ\u00a0à Brest")
    "l'ete a brest"
    """
    if not text.isascii():
        letters = unicodedata.normalize("NFKD", text).replace("\u2019", "'")
        text = "".join([c for c in letters if not unicodedata.combining(c)])
    return " ".join(text.casefold().split())
