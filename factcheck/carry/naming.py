"""What kind of word keeps an edit from being harmless."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from factcheck.carry.outcome import Cause, Reason
from factcheck.languages.edits import EditWords
from factcheck.text.tokens import Token

_MARKS = {"?": Cause.QUESTION, "!": Cause.TONE, "“": Cause.QUOTES, "”": Cause.QUOTES, ":": Cause.COLON}
_UNIT_SIGNS = frozenset("%‰€$£¥°")

#: The most telling first.
_RANK = (
    Cause.NUMBER,
    Cause.UNIT,
    Cause.NEGATION,
    Cause.MODALITY,
    Cause.ATTRIBUTION,
    Cause.QUOTES,
    Cause.QUESTION,
    Cause.QUANTITY,
    Cause.NAME,
    Cause.DATE,
    Cause.PERSON,
    Cause.RELATION,
    Cause.COLON,
    Cause.TONE,
    Cause.WORD,
)


def reason(sides: Sequence[tuple[Sequence[Token], slice]], words: EditWords) -> Reason:
    """Return why tokens of one wording and those of the other in their place are no harmless edit: the most telling.

    Args:
        sides: All tokens of the old and of the new wording, each with the part that differs.
        words: The lists of the language.
    """
    causes = [cause_of(k, side, words) for side, part in sides for k in range(len(side))[part]]
    old, new = (" ".join([t.raw for t in side[part]]) for side, part in sides)
    cause = min(causes, key=_RANK.index)
    joined = ["".join([t.key for t in side[part]]) for side, part in sides]
    return Reason(Cause.JOINED if cause is Cause.WORD and joined[0] == joined[1] else cause, old, new)


def gap_reason(old: str, new: str, left: Token | None, right: Token) -> Reason:
    """Return why other punctuation between two words is no harmless edit."""
    both = old + new
    if set("-–") & set(both) and right.is_number:
        cause = Cause.NUMBER
    elif {old, new} == {"", "-"}:
        cause = Cause.JOINED
    else:
        cause = Cause.QUOTES if set("[]'") & set(both) else Cause.PUNCTUATION
    return Reason(cause, _written(old, left, right), _written(new, left, right))


def _written(gap: str, left: Token | None, right: Token) -> str:
    """Return the words with the punctuation between them, as it is usually set."""
    spaced = gap if gap in ("-", "") else f" {gap} " if gap == "–" else gap.replace("(", " (")
    before, after = left.raw if left else "", "" if right.key == "\n" else right.raw
    space = "" if spaced.endswith(("-", " ", "(", "[", "'")) or not after else " "
    return f"{before}{spaced}{space}{after}".strip()


def cause_of(k: int, side: Sequence[Token], words: EditWords) -> Cause:
    """Return what a token that differs is: the first of its kinds that says more than `word`."""
    token = side[k]
    if token.is_number:
        return Cause.NUMBER
    if not token.is_word:
        return _MARKS.get(token.raw, Cause.UNIT if token.raw in _UNIT_SIGNS else Cause.WORD)
    if token.key in words.units and any(side[n].is_number for n in (k - 1, k + 1) if 0 <= n < len(side)):
        return Cause.UNIT
    return _kinds(words).get(token.key) or (Cause.NAME if is_name(k, side, words) else Cause.WORD)


@cache
def _kinds(words: EditWords) -> Mapping[str, Cause]:
    """Return what each listed word is; the list that says most counts where several have it."""
    lists = (
        (Cause.RELATION, words.relation),
        (Cause.PERSON, words.person),
        (Cause.DATE, words.dates),
        (Cause.QUANTITY, words.quantity),
        (Cause.ATTRIBUTION, words.attribution),
        (Cause.MODALITY, words.modality),
        (Cause.NEGATION, words.negation),
    )
    return {word: cause for cause, listed in lists for word in listed}


def is_name(k: int, side: Sequence[Token], words: EditWords) -> bool:
    """Return whether a token may be a name: it has a capital that does not only begin the sentence."""
    return k > 0 and side[k].raw[0].isupper() and not words.capital_nouns
