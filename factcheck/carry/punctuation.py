"""Whether punctuation between two words may come, go or change without changing what is said.

Each rule is about a kind of place, not about words that happen to be known: anything else is asked about.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.languages.edits import EditWords
from factcheck.text.tokens import Token

#: Marks that set one part of a sentence off from the next; which of them it is says nothing.
_SEPARATORS = frozenset((",", ";", "–", "(", ")"))
#: The longest word that may be an abbreviation, with or without its full stop.
_ABBREVIATED = 4


@dataclass(frozen=True, slots=True)
class Seam:
    """A place between two words that both wordings have, with different punctuation."""

    old: str
    new: str
    #: The tokens before it, of the old wording.
    before: Sequence[Token]
    #: The token after it.
    right: Token
    #: No other comma stands in either wording.
    alone: bool
    #: The article as a whole had its commas put in or taken out.
    restored: bool = False

    @property
    def left(self) -> Token | None:
        """Return the token before it; None at the start."""
        return self.before[-1] if self.before else None


def may_change(seam: Seam, words: EditWords) -> bool:
    """Return whether the sentence says the same with either punctuation."""
    marks = _differing(_unstopped(seam.old, seam), _unstopped(seam.new, seam))
    if len(marks) == 1 or (marks == {"", ";"} and not _said(seam.before, words)):
        return True
    left, right = seam.left, seam.right
    if left is None or right.key == "\n" or (right.is_number and marks & {"-", "–"}):
        return False
    if marks == {"", "-"}:
        return f"{left.key} {right.key}" in words.hyphenated
    if marks in ({"", "("}, {"", ")"}):
        return ")" in marks or _bare(seam.before, words)
    if marks <= _SEPARATORS:
        return not _names(left, right)
    return marks == {"", ","} and _comma(seam, left, words)


def _unstopped(gap: str, seam: Seam) -> str:
    """Return the punctuation without a full stop that only ends an abbreviation or the sentence."""
    if seam.left is None:
        return gap
    if seam.right.key == "\n" and (not gap.endswith("...") or seam.left.key == "etc"):
        return gap.rstrip(".,;")
    short = seam.left.is_word and len(seam.left.raw) <= _ABBREVIATED and not gap.startswith("..")
    return gap.removeprefix(".") if short else gap


def _differing(old: str, new: str) -> set[str]:
    """Return both without what they begin or end with together."""
    while old and new and old[0] == new[0]:
        old, new = old[1:], new[1:]
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    return {old, new}


def _bare(before: Sequence[Token], words: EditWords) -> bool:
    """Return whether a noun stands there that no article makes certain ones: what brackets add singles out none.

    *In case of pain (severe)*, but not *the members (absent)*.
    """
    for token in reversed(before[-4:]):
        if token.key in words.subjects or token.key in words.quantity or token.is_number or not token.raw.islower():
            return False
        if token.key in words.relation:
            return token is not before[-1]
    return False


def _names(left: Token, right: Token) -> bool:
    """Return whether both may be parts of names: a comma between them makes two of one."""
    return left.raw[0].isupper() and right.raw[0].isupper()


def _comma(seam: Seam, left: Token, words: EditWords) -> bool:
    """Return whether a comma may come or go here: not beside names, relative clauses and who says it."""
    right = seam.right
    if (right.raw == "“" and left.key in words.attribution) or (left.raw == "”" and right.key in words.attribution):
        return True
    if seam.restored and not _names(left, right):
        return right.key not in words.relative and all(_uninverted(token, words) for token in (left, right))
    beside = {token.key for token in (*seam.before[-2:], right)}
    if beside & (words.attribution | words.relative) or _names(left, right):
        return False
    if "etc" in (left.key, right.key) or left.key in words.linking or right.key in words.linking:
        return True
    if right.key in words.adversative:
        return not {left.key} & (words.negation | words.quantity | words.person)
    if right.key in words.coordinating:
        return _plainly(seam, words) if seam.alone else _series(seam, words)
    return (right.key in words.subordinating and _plainly(seam, words)) or _leads_in(seam, words)


def _uninverted(token: Token, words: EditWords) -> bool:
    """Return whether a word cannot have its subject after it, as a verb of saying can: *…, said the prosecutor, …*."""
    return token.key not in words.attribution or token.key in words.lead_ins or token.key.endswith(words.gerund or "?")


def _said(tokens: Sequence[Token], words: EditWords) -> bool:
    """Return whether somebody says what is said: how far that reaches, punctuation may tell."""
    return any(token.key in words.attribution for token in tokens)


def _plainly(seam: Seam, words: EditWords) -> bool:
    """Return whether nothing before it reaches as far as punctuation lets it: who says it, a negation, how certain."""
    weighty = words.attribution | words.negation | words.modality
    return not any(token.key in weighty for token in seam.before)


def _series(seam: Seam, words: EditWords) -> bool:
    """Return whether the last comma of a series comes or goes: not where a name has something in apposition."""
    before = seam.before
    last = max((k for k, token in enumerate(before) if token.gap == ","), default=0)
    if last < 1 or _said(before, words) or any(token.gap not in ("", "-") for token in before[last + 1 :]):
        return False
    first, named = before[last], before[last - 1]
    return first.key not in words.subjects and not first.raw[0].isupper() and not named.raw[0].isupper()


def _leads_in(seam: Seam, words: EditWords) -> bool:
    """Return whether a first comma parts what leads in from the subject: *In spring, the port is closed*."""
    before = seam.before
    if before[0].key not in words.lead_ins or seam.right.key.partition("'")[0] not in words.subjects:
        return False
    if any(not token.is_word and not token.is_number for token in before):
        return False
    said = words.attribution | words.relative
    return all(token.gap in ("", "-") and token.key not in said for token in before)
