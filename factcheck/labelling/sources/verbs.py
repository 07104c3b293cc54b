"""Which words are finite verbs, told by their form and by what stands around them: no list knows every verb."""

from __future__ import annotations

from factcheck.labelling.sources.lexicon import Lexicon, TextToken
from factcheck.labelling.sources.phrases import QUOTES, is_inside


def may_be_verb(parts: list[TextToken], at: int, words: Lexicon, *, helped: bool = False) -> bool:
    """Return whether a word could be the finite verb of a clause, wherever one is looked for.

    Args:
        parts: The words of the sentence.
        at: The word's place.
        words: The lists of its language.
        helped: Whether an auxiliary stands before it, so that a participle may follow.
    """
    part = parts[at]
    if part.capital or not part.plain[0].isalpha() or part.plain in words.function:
        return False
    return part.plain in words.words.verbs or not words.nonfinite.search(part.written) or helped


def is_verb(parts: list[TextToken], at: int, words: Lexicon, *, many: bool = False, formed: bool = False) -> bool:
    """Return whether a word after a noun is most likely a finite verb: by its ending, or by what follows it.

    Args:
        parts: The words of the sentence.
        at: The word's place.
        words: The lists of its language.
        many: Whether the noun is one of many.
        formed: Whether its form alone counts.
    """
    if not may_be_verb(parts, at, words):
        return False
    part = parts[at]
    if words.finite.search(part.written) or (many and words.plural.search(part.plain)):
        return True
    if formed or at + 1 == len(parts):
        return False
    after = parts[at + 1]
    opens = after.plain in QUOTES and not is_inside(parts, at + 1, words)
    infinitive = not after.capital and after.plain not in words.function and words.infinitive.search(after.plain)
    follows = after.written in words.objects and not after.capital
    return follows or after.plain[0].isdigit() or opens or bool(infinitive)


def ends_name(parts: list[TextToken], at: int, words: Lexicon) -> bool:
    """Return whether a word follows a name that nothing but a verb follows: of two words, of letters, or after a noun.

    *Ann Lee shrugs*, *la SNCF table*, *la profesora Gil considera*; but *le Comité international*.
    """
    part, name, before = parts[at], parts[at - 1], parts[at - 2] if at > 1 else parts[at - 1]
    if part.plain in words.function or part.capital or not part.plain[0].isalpha() or not name.capital:
        return False
    inner = before.plain in words.words.determiners | words.words.prepositions or not before.plain[0].isalpha()
    if words.words.nouns:
        return may_be_verb(parts, at, words)
    if words.words.svo:
        return at > 1 and not inner and (not before.capital or parts[0].plain not in words.words.determiners)
    return (name.initials and name.end - name.start > 1) or (at > 1 and not inner)


def is_plural(parts: list[TextToken], start: int, words: Lexicon) -> bool:
    """Return whether a noun phrase that begins here is one of many."""
    return parts[start].plain in words.words.plurals or parts[start].plain[0].isdigit()
