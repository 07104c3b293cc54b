"""Names of people in a byline; what is a name is told by the words between them alone."""

from __future__ import annotations

import re

_BY = re.compile(r"^\s*(?:by|par|von|de|di|por|door|av|od)[\s:]+", re.IGNORECASE)
_AND = re.compile(r"\s+(?:and|et|und|y|e|en|och|og|i|a)\s+|\s*&\s*", re.IGNORECASE)


def is_byline(text: str) -> bool:
    """Return whether this is more than a name: it says “by”, or names several people.

    >>> is_byline("Par Anne Roy"), is_byline("Anne Roy et B. Le Goff"), is_byline("Le Goff, Anne")
    (True, True, False)
    """
    return _BY.match(text) is not None or _AND.search(text.strip()) is not None


def of_byline(byline: str) -> tuple[str, ...]:
    """Return the people a byline names; what follows the last name after a comma is their title or agency.

    >>> of_byline("By Ian Jones, Press Association"), of_byline("Par A. Roy, B. Le Goff et C. Dumas (AFP)")
    (('Ian Jones',), ('A. Roy', 'B. Le Goff', 'C. Dumas'))
    """
    plain = re.sub(r"\([^)]*\)|<[^>]*>|\[[^\]]*\]", "", _BY.sub("", byline))
    *before, last = [part for part in _AND.split(plain) if part.strip()] or [""]
    names = [name for part in before for name in part.split(",")]
    if before and last.count(",") == 0:
        names.append(last)
    else:
        names.append(re.split(r",| - | – | — |\s/\s|\n", last)[0])
    return tuple(name.strip(" .,;:\t\n") for name in names if name.strip(" .,;:\t\n"))
