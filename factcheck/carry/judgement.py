"""Whether an edit of a sentence is harmless, and if not, why not.

An edit is harmless only if every difference is of a kind that cannot change what is said: what no reader sees,
typography, accents and spelling put right, figures written otherwise, punctuation in certain places, a linking phrase
at the start. How similar the two sentences are plays no part, nor that no list knows a word: in doubt somebody looks.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache

from factcheck.carry.naming import gap_reason, reason
from factcheck.carry.outcome import Cause, Judgement, Kind, Reason
from factcheck.carry.punctuation import Seam, may_change
from factcheck.carry.spelling import agreed, only_inflects, same_accents, same_case, slip
from factcheck.languages.edits import EditWords
from factcheck.text.markup import targets, visible_text
from factcheck.text.normal import accented, typographic, unaccented
from factcheck.text.tokens import Token, normal_tokens, tokens

#: Sentences longer than this many code points are not judged word by word: somebody looks at them.
LONGEST = 20_000
#: Nor are those of which more pairs of words than this would have to be compared.
MOST_PAIRS = 250_000
#: From this length on, words have capitals in a title.
_TITLED = 4


@dataclass(slots=True)
class _Judge:
    """Two wordings and what was found out about them so far."""

    old: Sequence[Token]
    new: Sequence[Token]
    words: EditWords
    #: The article as a whole had its accents, or its commas, put in or taken out.
    article_accents: bool
    article_commas: bool
    #: Neither side has its usual capitals: a title, or capitals throughout.
    titled: bool = False
    #: Accents were put in or taken out of the sentence as a whole.
    accents: bool = False
    #: The new place of a token before which the punctuation belongs to what went or came.
    settled: int = -1
    reasons: list[Reason] = field(default_factory=list)
    kinds: set[Kind] = field(default_factory=set)
    named: list[Reason] = field(default_factory=list)


def judge(old: str, new: str, words: EditWords | None, *, accents: bool = False, commas: bool = False) -> Judgement:
    """Return whether the edit from `old` to `new` is harmless, and why not.

    Args:
        old: The sentence as it was.
        new: The sentence as it is.
        words: The lists of its language; None means that only what holds for any language is harmless.
        accents: The whole article had its accents put in or taken out.
        commas: The whole article had its commas put in or taken out.
    """
    seen = Judgement() if old == new else _marked_up(old, new)
    before, after = visible_text(old), visible_text(new)
    if before == after:
        return seen
    if _form(before) == _form(after):
        return _with(seen, Kind.FORM)
    sides = typographic(before), typographic(after)
    if sides[0] == sides[1]:
        return _with(seen, Kind.TYPOGRAPHY)
    if words is None:
        same = sides[0].rstrip(".") == sides[1].rstrip(".") and not any(s.endswith("..") for s in sides)
        return _with(seen, Kind.PUNCTUATION) if same else Judgement((Reason(Cause.LANGUAGE),))
    if sum(map(len, sides)) > 2 * LONGEST:
        return Judgement((Reason(Cause.LONG),))
    judging = _Judge(normal_tokens(sides[0], words), normal_tokens(sides[1], words), words, accents, commas)
    return _with(_compared(judging), *seen.kinds, named=seen.named)


def _marked_up(old: str, new: str) -> Judgement:
    """Return what changed that no reader sees."""
    if not (set(old + new) & set("[<*_`&\\#")):
        return Judgement()
    leads = targets(old), targets(new)
    if leads[0] != leads[1]:
        changed = tuple(Reason(Cause.LINK, *both) for both in zip(*leads, strict=False) if both[0] != both[1])
        return Judgement(kinds=(Kind.LINK,), named=changed)
    return Judgement(kinds=(Kind.MARKUP,)) if visible_text(old) == visible_text(new) else Judgement()


def _form(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _with(found: Judgement, *kinds: Kind, named: tuple[Reason, ...] = ()) -> Judgement:
    every = {*found.kinds, *kinds}
    return Judgement(found.reasons, tuple(kind for kind in Kind if kind in every), (*named, *found.named))


def _compared(judging: _Judge) -> Judgement:
    before, after = [t.key for t in judging.old], [t.key for t in judging.new]
    blocks = _blocks(before, after)
    if blocks is None:
        return Judgement((Reason(Cause.LONG),))
    judging.titled = any(map(_titled, (judging.old, judging.new)))
    judging.accents = judging.article_accents or _restored(judging, blocks)
    for same, i, j in blocks:
        if same:
            for k, n in zip(range(i.start, i.stop), range(j.start, j.stop), strict=True):
                _same_key(judging, k, n)
        else:
            _differing(judging, i, j)
    if judging.reasons and before != after and sorted(before) == sorted(after):
        return Judgement((Reason(Cause.ORDER),))
    return Judgement(tuple(judging.reasons), tuple(judging.kinds), tuple(judging.named))


def _blocks(old: list[str], new: list[str]) -> list[tuple[bool, slice, slice]] | None:
    """Return what is the same and what is not, in order; None where that would take too long.

    Most edits are one word or one phrase, which is quick.
    """
    size = min(len(old), len(new))
    head = next((k for k in range(size) if old[k] != new[k]), size)
    tail = next((k for k in range(size - head) if old[-1 - k] != new[-1 - k]), size - head)
    i, j = slice(head, len(old) - tail), slice(head, len(new) - tail)
    pairs = (i.stop - i.start) * (j.stop - j.start)
    if pairs > MOST_PAIRS:
        return None
    middle = [(False, i, j)]
    if i.stop - i.start > 1 and j.stop - j.start > 1:
        codes = SequenceMatcher(None, old[i], new[j], autojunk=False).get_opcodes()
        middle = [(t == "equal", slice(head + a, head + b), slice(head + c, head + d)) for t, a, b, c, d in codes]
    ends = slice(i.stop, len(old)), slice(j.stop, len(new))
    found = [(True, slice(0, head), slice(0, head)), *middle, (True, *ends)]
    return [(same, a, b) for same, a, b in found if a.stop > a.start or b.stop > b.start]


# --- words with equal keys ------------------------------------------------------------------------------------------


def _same_key(judging: _Judge, k: int, n: int) -> None:
    """Judge two tokens that are compared by the same key, and the punctuation before them."""
    _gap(judging, k, n)
    a, b = judging.old[k], judging.new[n]
    if a.raw == b.raw:
        return
    if not (a.is_word and b.is_word) or a.is_number:
        judging.kinds.add(Kind.FIGURES)
        return
    old, new = a.raw.rstrip("'"), b.raw.rstrip("'")
    if len(old) != len(new) and (a.raw[-1] == "'") != (b.raw[-1] == "'"):  # qu', que
        return
    if unaccented(old) != unaccented(new):
        judging.kinds.add(Kind.SPELLING)  # another spelling by the lists: colour, color
    elif old.lower() != new.lower():
        _accents(judging, a, b)
    if old[0].isupper() != new[0].isupper() or old.lower() == new.lower():
        _case(judging, k, n)


def _gap(judging: _Judge, k: int, n: int) -> None:
    """Judge the punctuation before two tokens."""
    a, b = judging.old[k], judging.new[n]
    if a.gap == b.gap or n == judging.settled:
        return
    commas = [sum(t.gap == "," for t in side) for side in (judging.old, judging.new)]
    seam = Seam(a.gap, b.gap, judging.old[:k], a, max(commas) == 1, judging.article_commas)
    if may_change(seam, judging.words):
        judging.kinds.add(Kind.PUNCTUATION)
    else:
        judging.reasons.append(gap_reason(a.gap, b.gap, seam.left, b))


def _accents(judging: _Judge, a: Token, b: Token) -> None:
    """Judge accents that were put right, or that make another word."""
    old, new, words = a.raw.rstrip("'"), b.raw.rstrip("'"), judging.words
    guarded = a.key in words.modality or a.key in words.negation
    if same_accents(old, new, words) or (judging.accents and not guarded):
        judging.kinds.add(Kind.ACCENTS)
        if only_inflects(old, new) and not same_accents(old, new, words):
            judging.named.append(Reason(Cause.ACCENT, a.raw, b.raw))
    else:
        judging.reasons.append(Reason(Cause.ACCENT, a.raw, b.raw))


def _case(judging: _Judge, k: int, n: int) -> None:
    """Judge capitals that came or went; those that begin a sentence say nothing."""
    old, new = judging.old[k].raw.rstrip("'"), judging.new[n].raw.rstrip("'")
    if _begins(judging.old, k) or _begins(judging.new, n) or old == new:
        return
    guarded = judging.old[k].key in judging.words.case_matters
    if (judging.titled and not guarded) or same_case(old, new, judging.words):
        judging.kinds.add(Kind.CAPITALS)
    else:
        judging.reasons.append(Reason(Cause.CASE, old, new))


def _begins(side: Sequence[Token], k: int) -> bool:
    """Return whether a token is the first word."""
    return not any(token.is_word or token.is_number for token in side[:k])


def _titled(side: Sequence[Token]) -> bool:
    """Return whether a wording is a title: capitals throughout, or on every word of some length."""
    spelled = [t.raw for t in side if t.is_word]
    long = [word for word in spelled if len(word) >= _TITLED]
    return all(map(str.isupper, spelled)) or (len(long) > 2 and all(word[0].isupper() for word in long))


def _restored(judging: _Judge, blocks: Sequence[tuple[bool, slice, slice]]) -> bool:
    """Return whether one wording was written without accents: it has none where the other has several.

    A word that is none without its accents must show it: *reelu*; *blesse et tue* may well be meant.
    """
    counts = sorted(sum(accented(t.raw) for t in side) for side in (judging.old, judging.new))
    if counts[0] or counts[1] < 2 or not judging.words.accents:
        return False
    equal = (zip(judging.old[i], judging.new[j], strict=True) for same, i, j in blocks if same)
    pairs = (pair for part in equal for pair in part if pair[0].raw.lower() != pair[1].raw.lower())
    return any(a.is_word and b.is_word and same_accents(a.raw.lower(), b.raw.lower(), judging.words) for a, b in pairs)


# --- words that differ ----------------------------------------------------------------------------------------------


def _differing(judging: _Judge, i: slice, j: slice) -> None:
    """Judge tokens that differ: of a kind that says the same, or a reason to ask."""
    for rule, kind in _RULES:
        if rule(judging, i, j):
            judging.kinds.add(kind)
            return
    judging.reasons.append(reason(((judging.old, i), (judging.new, j)), judging.words))


def _linked(judging: _Judge, i: slice, j: slice) -> bool:
    """Return whether a linking phrase and its comma came, went or changed at the start."""
    if i.start or j.start or i.stop >= len(judging.old) - 1 or j.stop >= len(judging.new) - 1:
        return False
    for side, part in ((judging.old, i), (judging.new, j)):
        phrase = tuple(token.key for token in side[part])
        apart = side[part.stop].gap == "," if phrase else not side[part.stop].gap
        if not apart or (
            phrase and (phrase not in _phrases(judging.words) or any(t.gap not in ("", "-") for t in side[part]))
        ):
            return False
    judging.settled = j.stop
    return True


@cache
def _phrases(words: EditWords) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(t.key for t in tokens(phrase, words)) for phrase in words.leading)


def _respelled(judging: _Judge, i: slice, j: slice) -> bool:
    """Return whether each token is a variant of the other, or puts a slip or an agreement right."""
    pairs = list(zip(range(i.start, i.stop), range(j.start, j.stop), strict=False))
    if i.stop - i.start != j.stop - j.start or not all(_same_word(judging, k, n) for k, n in pairs):
        return False
    for k, n in pairs:
        _gap(judging, k, n)
    return True


def _same_word(judging: _Judge, k: int, n: int) -> bool:
    a, b, words = judging.old[k], judging.new[n], judging.words
    if b.key in _variants(words).get(a.key, ()):
        return a.raw[0].isupper() == b.raw[0].isupper() or k == 0
    if {a.key, b.key} & words.confusable or not (a.is_word and b.is_word):
        return False
    return slip(a.raw, b.raw, words.code) or (agreed(a.raw, b.raw) and _after_plural(judging.old, k, words))


@cache
def _variants(words: EditWords) -> Mapping[str, frozenset[str]]:
    """Return the words that may stand for each word."""
    every = frozenset().union(*words.alike)
    return {word: frozenset().union(*(group for group in words.alike if word in group)) for word in every}


def _after_plural(side: Sequence[Token], k: int, words: EditWords) -> bool:
    """Return whether a plural noun stands right before a token, with the word that makes it one."""
    if k < 2 or side[k].gap or side[k - 1].gap or not side[k - 1].is_word:
        return False
    return side[k - 2].key in words.plurals and side[k - 1].key[-1] in "sxz"


def _introduced(judging: _Judge, i: slice, j: slice) -> bool:
    """Return whether a *that* came or went before a subject: *said that the port*, *said the port*."""
    parts = [(side, part) for side, part in ((judging.old, i), (judging.new, j)) if part.stop > part.start]
    if len(parts) != 1:
        return False
    side, part = parts[0]
    if part.start == 0 or part.stop - part.start > 1 or side[part.start].key not in judging.words.introducing:
        return False
    if side[part.start].gap or side[part.stop].gap:
        return False
    words = judging.words
    heavy = (words.relation, words.quantity, words.negation, words.dates)
    return side[part.stop].key in words.subjects and not any(side[part.start - 1].key in listed for listed in heavy)


def _light(judging: _Judge, i: slice, j: slice) -> bool:
    """Return whether words came or went that the newsroom calls light, beside no number and no word that weighs."""
    parts = [(side, part) for side, part in ((judging.old, i), (judging.new, j)) if part.stop > part.start]
    side, part = parts[0]
    words = judging.words
    if len(parts) != 1 or not all(t.key in words.light and t.gap == "" for t in side[part]) or side[part.stop].gap:
        return False
    heavy = words.quantity | words.negation | words.person
    beside = (*side[max(0, part.start - 1) : part.start], side[part.stop])
    return not any(token.is_number or token.key in heavy for token in beside)


def _compounded(judging: _Judge, i: slice, j: slice) -> bool:
    """Return whether a compound lost or got its hyphen: *week-end*, *weekend*."""
    sides = (judging.old[i], judging.new[j])
    whole = {"".join([t.key for t in side]) for side in sides}
    if len(whole) != 1 or not whole <= judging.words.compounds or sides[0][0].gap != sides[1][0].gap:
        return False
    return all(token.gap == "-" for side in sides for token in side[1:])


def _cased(judging: _Judge, i: slice, j: slice) -> bool:
    """Return whether a name came apart where a capital inside shows its parts: *GitHub*, *Git Hub*."""
    old, new = judging.old[i], judging.new[j]
    short, long = sorted((old, new), key=len)
    if (len(short), len(long)) != (1, 2) or short[0].raw != long[0].raw + long[1].raw or long[1].gap not in ("", "-"):
        return False
    return long[0].is_word and long[1].raw[0].isupper() and not short[0].raw.isupper() and old[0].gap == new[0].gap


def _broken_off(judging: _Judge, i: slice, j: slice) -> bool:
    """Return whether a conjunction left hanging at the end came or went: *ill and…*."""
    parts = [(side, part) for side, part in ((judging.old, i), (judging.new, j)) if part.stop > part.start]
    side, part = parts[0]
    if len(parts) != 1 or part.stop != len(side) - 1 or part.stop - part.start > 1 or side[part.start].gap:
        return False
    if side[part.start].key not in judging.words.coordinating or side[-1].gap != "...":
        return False
    judging.settled = len(judging.new) - 1
    return True


def _headed(judging: _Judge, i: slice, j: slice) -> bool:
    """Return whether a colon came or went that parts a heading from a sentence which has its own capital."""
    parts = [(side, part) for side, part in ((judging.old, i), (judging.new, j)) if part.stop > part.start]
    side, part = parts[0]
    if len(parts) != 1 or part.start == 0 or [token.key for token in side[part]] != [":"] or side[part.stop].gap:
        return False
    after, said = side[part.stop], judging.words.attribution
    fresh = after.raw[0].isupper() and len(after.raw) > 1 and after.key.partition("'")[0] in judging.words.subjects
    return fresh and not any(token.key in said for token in side[: part.start])


#: What kinds of differing words there are that say the same.
_RULES = (
    (_linked, Kind.LINKING),
    (_respelled, Kind.SPELLING),
    (_introduced, Kind.LINKING),
    (_light, Kind.LINKING),
    (_compounded, Kind.SPELLING),
    (_cased, Kind.SPELLING),
    (_broken_off, Kind.PUNCTUATION),
    (_headed, Kind.PUNCTUATION),
)
