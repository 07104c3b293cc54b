"""Whether two forms of a word are the same word, spelled differently."""

from __future__ import annotations

import re
import unicodedata

from factcheck.carry.dictionary import misspelt, unaccented_form
from factcheck.languages.edits import EditWords
from factcheck.text.normal import unaccented

#: A slip is believed only in words this long: shorter ones are too often one letter from another word.
LONG = 7
#: The longest acronym that is a common word in small letters: US, IT, WHO.
ACRONYM = 5

#: After a circumflex, these endings tell the past subjunctive or the second person plural.
_TENSES = frozenset(("t", "nt", "mes", "tes"))
#: A past participle: its stem, and whether it agrees with a plural.
_PARTICIPLE = re.compile(r"(\w{3,}é)e?(s?)")


def slip(old: str, new: str, language: str) -> bool:
    """Return whether one form is a slip of the fingers: a letter doubled, dropped, added or swapped inside.

    By a dictionary it must be no word, and the other form one, so that it cannot say anything else. The ends of a word
    carry its inflection, so that a slip there is believed only for a doubled letter; a capital may begin a name.
    """
    if not (old.isalpha() and new.isalpha() and old == old.lower() and new == new.lower() and old[0] == new[0]):
        return False
    short, long = sorted((old, new), key=lambda word: (len(word), word))
    if len(long) - len(short) > 2:
        return False
    slipped = (_swapped, _missed, _skipped)[len(long) - len(short)]
    return slipped(short, long) and misspelt(old, new, language)


def _swapped(one: str, other: str) -> bool:
    """Return whether two letters inside are swapped."""
    first = _parting(one, other)
    if len(one) < LONG or not 0 < first < len(one) - 2:
        return False
    return one[:first] + one[first + 1] + one[first] + one[first + 2 :] == other


def _missed(short: str, long: str) -> bool:
    """Return whether a letter inside is missing, or a consonant is doubled, if need be at the end."""
    place = _parting(short, long)
    if place == 0 or long[:place] + long[place + 1 :] != short:
        return False
    doubled = place > 1 and long[place] == long[place - 1] and long[place] not in "aeious"
    return len(long) >= LONG - 1 if doubled else len(long) >= LONG and place < len(long) - 1


def _skipped(short: str, long: str) -> bool:
    """Return whether the eye skipped from a letter to the same letter two further on: activ(it)ies."""
    place = _parting(short, long)
    if len(long) < LONG + 2 or not 1 < place < len(long) - 3:
        return False
    return long[place - 1] == long[place + 1] and long[:place] + long[place + 2 :] == short


def _parting(short: str, long: str) -> int:
    return next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))


def same_accents(old: str, new: str, words: EditWords) -> bool:
    """Return whether the two, equal but for case and accents, are the same word: its accents were put right.

    Those of a first letter may come and go, if it is a capital, and in words of capitals where an accent makes no other
    word or form (`tue`, `tué`). Others only where one form is no word and can be no word but the other: by a
    dictionary, or because the lists hold every word that an accent makes another (`a`, `à`; `accuse`, `accusé`).
    """
    if len(old) != len(new):  # œ and oe, ß and ss; not the marks of vowels, which tell words apart
        if any(map(unicodedata.combining, old + new)):
            return False
        return min(len(old), len(new)) > 3 and not _another(old, words)
    places = [i for i, (a, b) in enumerate(zip(old, new, strict=True)) if a.lower() != b.lower()]
    small = old.lower(), new.lower()
    capitals = all(old[i].isupper() and new[i].isupper() for i in places)
    if capitals and (places == [0] or not (_another(old, words) or any(_inflects(*small, i) for i in places))):
        return True
    if len(old) < 4 or _another(old, words):
        return False
    if words.accents == "listed" and not any(_inflects(old, new, i) for i in places):
        return True
    return unaccented_form(old.lower(), new.lower(), words.code)


def _another(word: str, words: EditWords) -> bool:
    """Return whether an accent makes another word of this one."""
    plain = unaccented(word)
    return plain in words.accent_matters or any(plain.startswith(stem) for stem in words.accent_stems)


def _inflects(old: str, new: str, place: int) -> bool:
    """Return whether an accent there makes another form of a word: *accuse*, *accusé*; *eut*, *eût*."""
    after = unaccented(old[place + 1 :])
    return set(after) <= set("esn") or (after in _TENSES and bool({old[place], new[place]} & set("îâû")))


def only_inflects(old: str, new: str) -> bool:
    """Return whether nothing but an accent that inflects tells the two forms: the old one may be a word too."""
    if len(old) != len(new):
        return False
    places = [i for i, (a, b) in enumerate(zip(old, new, strict=True)) if a.lower() != b.lower()]
    return len(old) > 3 and all(_inflects(old, new, i) for i in places)


def same_case(old: str, new: str, words: EditWords) -> bool:
    """Return whether the two, equal but for case, are the same word, in the middle of a sentence.

    A capital that comes or goes may make a name (*Orange*, *le Monde*), so that only words which are none, by the
    language's lists, may change theirs; capitals inside may change where it stays (*Github*, *GitHub*).
    """
    key = unaccented(old).removesuffix("'")
    if key in words.case_matters:
        return False
    if old[0].isupper() != new[0].isupper():
        return any(key in listed for listed in (words.free_case, words.relation, words.person, words.subjects))
    shouted = [word for word in (old, new) if word.isupper()]
    return len(shouted) != 1 or len(old) > ACRONYM or len(old) == 1


def agreed(old: str, new: str) -> bool:
    """Return whether two forms of a past participle differ in number, as where its agreement is put right.

    >>> agreed("annoncé", "annoncées"), agreed("accusé", "accusée")
    (True, False)
    """
    one, other = _PARTICIPLE.fullmatch(old), _PARTICIPLE.fullmatch(new)
    return bool(one and other and one[1] == other[1] and one[2] != other[2])
