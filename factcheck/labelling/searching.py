"""Finding a sentence by what it says, whatever its case and accents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import compress
from operator import attrgetter

from factcheck.i18n import _
from factcheck.labelling.changing import refuse, say
from factcheck.labelling.moving import go
from factcheck.labelling.state import State, StepResult
from factcheck.labelling.views import shows, view_name
from factcheck.sidecar.fields import SHOWN

#: How many sentences are folded in one go.
_CHUNK = 200
#: How many texts are kept folded one by one: more than a screen holds.
REMEMBERED = 1_000

#: The marks of most languages, and where it takes a look at each character to know the others.
_COMMON_MARKS = re.compile("[\u0300-\u034e\u0350-\u036f]+")
_RARE_MARKS = re.compile("[^\0-\u036f\u2000-\u206f\u20a0-\u20bf]")


def search(state: State, text: str) -> StepResult:
    """Go to the next sentence with `text` in its words, its source or a remark, from the top after the end.

    Args:
        state: The state before.
        text: What to look for; empty means what was looked for last.
    """
    query = text or state.query
    if not query:
        return refuse(state, _("nothing to search for"))
    return _turn(state._replace(query=query, searching=True), 1)


def next_hit(state: State) -> StepResult:
    """Go to the next sentence that has what is searched for, from the top after the last."""
    return _turn(state, 1)


def previous_hit(state: State) -> StepResult:
    """Go to the previous one, from the end before the first."""
    return _turn(state, -1) if state.searching else refuse(state, _("no search is on: / begins one"))


def end(state: State) -> State:
    """Return the state with no search on."""
    return state._replace(searching=False, message=_("the search is over"))


def _turn(state: State, by: int) -> StepResult:
    found = hits(state)
    if not found:
        where = "" if state.view == "all" else _(" in the view {view}").format(view=view_name(state.view))
        return refuse(
            state._replace(searching=False), _("not found{where}: {query}").format(where=where, query=state.query)
        )
    places = [at for at in found if at > state.at] if by > 0 else [at for at in found if at < state.at]
    at = (places or found)[0 if by > 0 else -1]
    around = "" if places else _(" (from the top)") if by > 0 else _(" (from the end)")
    keys = state.keymap
    more = _(": {next} next, {previous} previous, Esc ends").format(
        next=keys.key("next-unlabelled"), previous=keys.key("previous-hit")
    )
    return say(
        go(state, at),
        _("{number} of {count}{around} for {query}{more}").format(
            number=found.index(at) + 1, count=len(found), around=around, query=state.query, more=more
        ),
    )


def hits(state: State) -> list[int]:
    """Return the sentences of the view whose text, or what is said about it, has what is searched for, from 0."""
    wanted, shown, sentences = fold(state.query), shows(state), state.sidecar.sentences
    folded = [text for chunk in _chunks(state) for text in _folded(chunk)]
    found = {at for at, text in enumerate(folded) if wanted in text}
    for said in map(attrgetter, SHOWN):
        having = compress(range(len(sentences)), map(said, sentences))
        found |= {at for at in having if wanted in fold(said(sentences[at]))}
    return [at for at in sorted(found) if shown(sentences[at])]


@lru_cache(REMEMBERED)
def places(text: str, query: str) -> tuple[tuple[int, int], ...]:
    """Return where a text has what is searched for, in code points of the text.

    >>> places("L'été à Brest, l'ÉTÉ à Brest", "ete a")
    ((2, 7), (17, 22))
    """
    folded, origin = "", []
    for at, sign in enumerate(text):
        piece = " " if sign.isspace() else fold(sign)
        if not (piece == " " and folded[-1:] == " "):
            folded += piece
            origin += [at] * len(piece)
    wanted = fold(query)
    starts = [found.start() for found in re.finditer(re.escape(wanted), folded)] if wanted else []
    return tuple((origin[start], origin[start + len(wanted) - 1] + 1) for start in starts)


def prepare(state: State) -> Iterator[None]:
    """Work out what every search has to know about the article, a little at each step, so that the first need not."""
    for chunk in _chunks(state):
        _folded(chunk)
        yield


def _chunks(state: State) -> Iterator[tuple[str, ...]]:
    """Yield the texts of the sentences, so many at a time as fold in a millisecond."""
    sentences = state.sidecar.sentences
    for start in range(0, len(sentences), _CHUNK):
        yield tuple([record.text for record in sentences[start : start + _CHUNK]])


@lru_cache(500)
def _folded(texts: tuple[str, ...]) -> list[str]:
    """Return many texts folded, at a fraction of what each by itself would cost."""
    bare = [text if "\0" not in text else text.replace("\0", " ") for text in texts]
    return [" ".join(text.split()) for text in _bare("\0".join(bare)).casefold().split("\0")]


@lru_cache(REMEMBERED)
def fold(text: str) -> str:
    """Return `text` without case, accents and differences between kinds of white space.

    >>> fold("L’ÉTÉ\u00a0à Brest")
    "l'ete a brest"
    """
    return " ".join(_bare(text).casefold().split())


def _bare(text: str) -> str:
    """Return a text without accents and other marks."""
    if text.isascii():
        return text
    letters = unicodedata.normalize("NFKD", text).replace("\u2019", "'")
    if not _RARE_MARKS.search(letters):
        return _COMMON_MARKS.sub("", letters)
    return "".join([c for c in letters if not unicodedata.combining(c)])
