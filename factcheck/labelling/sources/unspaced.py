"""Sources in languages that write no spaces between words: between what leads to them and what they do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.labelling.sources.lexicon import Lexicon

#: Where a clause ends, and how long the name of a source may be, in characters.
_MARKS = "，。；：！？、“”「」『』（）,;:!? \n"
_LONGEST = 24


def unspaced_sources(text: str, words: Lexicon) -> Iterator[str]:
    """Yield what stands between a phrase such as *according to* and a verb or a comma, then what a verb follows.

    The text is a sentence; a word for *he* or *they* is no source.
    """
    verbs = "|".join(map(re.escape, sorted(words.words.verbs, key=len, reverse=True))) or r"(?!)"
    lead = words.before.pattern
    name = f"([^{_MARKS}]{{1,{_LONGEST}}}?)"
    for pattern in (f"{lead}{name}(?:{verbs}|[{_MARKS}])", f"(?:^|[{_MARKS}]){name}(?:{verbs})"):
        for found in re.findall(pattern, text):
            if not any(found.startswith(word) for word in words.ends):
                yield found
