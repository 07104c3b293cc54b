"""Whether an edit of a sentence is harmless, and if not, why not; finding which sentence became which is elsewhere.

An edit is harmless only if every difference is on a short white list: typography, accents put right, a slip of the
fingers in a long word, words written together or apart, function words that carry neither person nor relation, a
connective at the start. How similar the two sentences are plays no part.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from itertools import repeat

from factcheck.carry.edit_window import window
from factcheck.carry.outcome import Cause, Reason
from factcheck.carry.spelling import same_accents, same_case, slip
from factcheck.languages.edits import EditWords
from factcheck.text.normal import accented, typographic
from factcheck.text.tokens import Token, normal_tokens, tokens

#: A colon after this many words at most may make a source of them: `Le ministre : ...`.
HEADLINE = 6
#: Sentences longer than this many code points are not judged word by word: somebody looks at them.
LONGEST = 20_000

_MARKS = {"?": Cause.QUESTION, "!": Cause.TONE, '"': Cause.QUOTES, ":": Cause.COLON}
_UNIT_SIGNS = frozenset("%‰€$£¥°")


@dataclass(frozen=True, slots=True)
class _Pair:
    """The tokens of both wordings around the edit, and what holds for the sentences as a whole."""

    old: tuple[Token, ...]
    new: tuple[Token, ...]
    words: EditWords
    #: The sentences, whole.
    texts: tuple[str, str]
    #: How many words stand before the tokens, and whether any stand after them.
    before: int
    at_end: bool
    #: The article as a whole had its accents put in or taken out.
    article_accents: bool

    @property
    def accents(self) -> bool:
        """Tell whether accents were put in or taken out together: in the article, or in the sentence as a whole."""
        return self.article_accents or _accents_together(*self.texts)


@dataclass(frozen=True, slots=True)
class _Block:
    """Tokens of the old wording and what stands in their place in the new one."""

    pair: _Pair
    i: slice
    j: slice

    @property
    def old(self) -> tuple[Token, ...]:
        """Return the tokens that went."""
        return self.pair.old[self.i]

    @property
    def new(self) -> tuple[Token, ...]:
        """Return the tokens that came."""
        return self.pair.new[self.j]


def judge(old: str, new: str, words: EditWords | None, *, accents: bool = False) -> tuple[Reason, ...]:
    """Return why the edit from `old` to `new` is not harmless; nothing if it is.

    The verdict is the same in both directions.

    Args:
        old: The sentence as it was.
        new: The sentence as it is.
        words: The lists of its language; None means that only typography is harmless.
        accents: The whole article had its accents put in or taken out.
    """
    if old == new:
        return ()
    if old > new:  # one direction only is judged: differences are looked for from the left
        return tuple(Reason(r.cause, r.new, r.old) for r in judge(new, old, words, accents=accents))
    part = window(old, new)
    normal_old, normal_new = typographic(part.old), typographic(part.new)
    if normal_old == normal_new:
        return ()
    if words is None or len(part.old) + len(part.new) > LONGEST:
        return (Reason(Cause.LANGUAGE if words is None else Cause.LONG),)
    sides = normal_tokens(normal_old, words), normal_tokens(normal_new, words)
    return _compare(_Pair(*sides, words, (old, new), part.before, part.at_end, accents))


def _accents_together(old: str, new: str) -> bool:
    """Tell whether one wording has no accents where the other has several."""
    counts = sorted(map(accented, (old, new)))
    return counts[0] == 0 and counts[1] > 1


def _compare(pair: _Pair) -> tuple[Reason, ...]:
    before, after = [t.key for t in pair.old], [t.key for t in pair.new]
    reasons = []
    for same, i, j in _blocks(before, after):
        block = _Block(pair, i, j)
        reasons += _spelled(block) if same else _judged(block)
    if reasons and before != after and sorted(before) == sorted(after):
        return (Reason(Cause.ORDER),)
    return tuple(reasons)


def _blocks(old: list[str], new: list[str]) -> list[tuple[bool, slice, slice]]:
    """Return what is the same and what is not, in order; most edits are one word or one phrase, which is quick."""
    size = min(len(old), len(new))
    head = next((k for k in range(size) if old[k] != new[k]), size)
    tail = next((k for k in range(size - head) if old[-1 - k] != new[-1 - k]), size - head)
    i, j = slice(head, len(old) - tail), slice(head, len(new) - tail)
    if i.stop - i.start > 1 and j.stop - j.start > 1:
        codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        return [(tag == "equal", slice(i1, i2), slice(j1, j2)) for tag, i1, i2, j1, j2 in codes]
    ends = slice(i.stop, len(old)), slice(j.stop, len(new))
    found = [(True, slice(0, head), slice(0, head)), (False, i, j), (True, *ends)]
    return [(same, a, b) for same, a, b in found if a.stop > a.start or b.stop > b.start]


def _spelled(block: _Block) -> list[Reason]:
    """Return what keeps tokens with equal keys from being the same words."""
    reasons = []
    for place, (a, b) in enumerate(zip(block.old, block.new, strict=True)):
        if a.raw == b.raw or not (a.is_word and b.is_word):
            continue
        cause = _misspelled(
            a, b, block.pair, first=block.pair.before == 0 and 0 in (place + block.i.start, place + block.j.start)
        )
        reasons += [Reason(cause, a.raw, b.raw)] if cause else []
    return reasons


def _misspelled(a: Token, b: Token, pair: _Pair, *, first: bool) -> Cause | None:
    old, new = a.raw.rstrip("'"), b.raw.rstrip("'")
    if old.lower() != new.lower() and len(old) > 1 and a.key == b.key and _elided(a, b):
        return None
    if old.lower() != new.lower():
        if same_accents(old, new, pair.words):
            return None
        guarded = a.key in pair.words.modality or a.key in pair.words.negation
        return None if pair.accents and not guarded else Cause.ACCENT
    if first or _all_capitals(pair):
        return None
    return None if same_case(old, new, pair.words) else Cause.CASE


def _elided(a: Token, b: Token) -> bool:
    return a.raw.endswith("'") != b.raw.endswith("'")


def _all_capitals(pair: _Pair) -> bool:
    """Tell whether one wording is in capitals throughout, as headlines are."""
    return any(all(t.raw.isupper() for t in side if t.is_word) for side in (pair.old, pair.new))


def _judged(block: _Block) -> list[Reason]:
    """Return what keeps tokens that differ from being a harmless edit: one reason, the most telling."""
    if _joined(block) or _connective(block) or _same_words(block):
        return []
    old, new = " ".join([t.raw for t in block.old]), " ".join([t.raw for t in block.new])
    causes = [_cause(t, k, block.pair.old, block) for k, t in _numbered(block.pair.old, block.i)]
    causes += [_cause(t, k, block.pair.new, block) for k, t in _numbered(block.pair.new, block.j)]
    return [Reason(min(causes, key=_RANK.index), old, new)]


def _numbered(side: Sequence[Token], part: slice) -> list[tuple[int, Token]]:
    return list(enumerate(side[part], part.start))


# --- the white list -------------------------------------------------------------------------------------------------


def _joined(block: _Block) -> bool:
    """Words written together or apart: week-end, weekend."""
    old, new = block.old, block.new
    if "".join([t.key for t in old]) != "".join([t.key for t in new]):
        return False
    return bool(old and new) and all(t.is_word and len(t.key) > 1 for t in old + new)


def _connective(block: _Block) -> bool:
    """A connective came, went or changed at the start, or was left hanging at the end."""
    pair = block.pair
    at_start = pair.before == block.i.start == block.j.start == 0
    at_end = pair.at_end and block.i.stop == len(pair.old) and block.j.stop == len(pair.new)
    if not (at_start or at_end):
        return False
    parts = [tuple(t.key for t in part) for part in (block.old, block.new)]
    links = _phrases(pair.words)
    if at_start and all(part in links or not part for part in parts):
        return bool(block.i.stop < len(pair.old) and block.j.stop < len(pair.new))
    return at_end and all(not part or (part in links and part[0] in pair.words.relation) for part in parts)


@cache
def _phrases(words: EditWords) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(t.key for t in tokens(phrase, words)) for phrase in words.leading)


def _same_words(block: _Block) -> bool:
    """Nothing but words that may come and go, variants of a word, and slips of the fingers."""
    old, new = _numbered(block.pair.old, block.i), _numbered(block.pair.new, block.j)
    if _same(old, new, block.pair):
        return True
    rest_old = [(k, t) for k, t in old if not _light(k, block.pair.old, block.pair)]
    rest_new = [(k, t) for k, t in new if not _light(k, block.pair.new, block.pair)]
    lighter = (len(rest_old) < len(old)) != (len(rest_new) < len(new))  # one side only: an exchange is no addition
    return lighter and _same(rest_old, rest_new, block.pair)


def _same(old: Sequence[tuple[int, Token]], new: Sequence[tuple[int, Token]], pair: _Pair) -> bool:
    return len(old) == len(new) and all(map(_same_word, old, new, repeat(pair)))


def _same_word(one: tuple[int, Token], other: tuple[int, Token], pair: _Pair) -> bool:
    """Tell whether two tokens are variants of a word, or one a slip of the other: never of a name."""
    (k, a), (n, b) = one, other
    words = pair.words
    if b.key in _variants(words).get(a.key, ()):
        return True
    if _is_name(a, k + pair.before, words) or _is_name(b, n + pair.before, words):
        return False
    return not (_listed(a, words) and _listed(b, words)) and slip(a.raw, b.raw, words)


@cache
def _variants(words: EditWords) -> Mapping[str, frozenset[str]]:
    """Return the words that may stand for each word."""
    every = frozenset().union(*words.alike)
    return {word: frozenset().union(*(group for group in words.alike if word in group)) for word in every}


def _listed(token: Token, words: EditWords) -> bool:
    return any(token.key in found for found in (words.negation, words.modality, words.quantity, words.relation))


def _light(k: int, side: Sequence[Token], pair: _Pair) -> bool:
    """Tell whether a token may come and go: a light word beside no number, quantity, negation or person."""
    words, token = pair.words, side[k]
    if token.key == ":":
        return not _headline(k, side, pair)
    if token.key not in words.light:
        return False
    beside = [side[n] for n in (k - 1, k + 1) if 0 <= n < len(side)]
    return not any(t.is_number or any(t.key in found for found in _weighty(words)) for t in beside)


def _weighty(words: EditWords) -> tuple[frozenset[str], ...]:
    return (words.quantity, words.negation, words.person)


def _headline(k: int, side: Sequence[Token], pair: _Pair) -> bool:
    """Tell whether a colon may have made a source of what stands before it.

    Not far into a sentence, nor where what follows begins like a sentence with or without the colon.
    """
    following = side[k + 1] if k + 1 < len(side) else None
    opens = (pair.words.person, pair.words.relation, pair.words.light, pair.words.quantity)
    fresh = following is not None and following.raw[0].isupper() and any(_stem(following.key) in o for o in opens)
    return k + pair.before <= HEADLINE and not fresh


def _stem(key: str) -> str:
    return key.partition("'")[0]


# --- naming the reason ----------------------------------------------------------------------------------------------

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


def _cause(token: Token, k: int, side: Sequence[Token], block: _Block) -> Cause:
    """Return what a token that differs is: the first of its kinds that says more than `word`."""
    if token.is_number:
        return Cause.NUMBER
    if not token.is_word:
        return _MARKS.get(token.raw, Cause.UNIT if token.raw in _UNIT_SIGNS else Cause.WORD)
    words = block.pair.words
    if token.key in words.units and any(side[n].is_number for n in (k - 1, k + 1) if 0 <= n < len(side)):
        return Cause.UNIT
    return _kinds(words).get(token.key) or (Cause.NAME if _is_name(token, k + block.pair.before, words) else Cause.WORD)


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


def _is_name(token: Token, k: int, words: EditWords) -> bool:
    return k > 0 and token.raw[0].isupper() and not words.capital_nouns
