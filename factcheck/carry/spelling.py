"""Whether two forms of a word are the same word, spelled differently; sentences are judged elsewhere."""

from __future__ import annotations

from factcheck.languages.edits import EditWords
from factcheck.text.normal import unaccented

#: A slip is believed only in words this long: shorter ones are too often one letter from another word.
LONG = 7
#: The longest acronym that is a common word in small letters: US, IT, WHO.
ACRONYM = 5


def slip(old: str, new: str, words: EditWords) -> bool:
    """Tell whether the two differ by one slip of the fingers: a letter doubled, dropped, added or swapped inside.

    The ends of a word carry its inflection, so that a slip there is believed only for a doubled letter.

    >>> from factcheck.languages import edit_words
    >>> [slip("resultat", w, edit_words("fr")) for w in ("resutlat", "resultats", "resultta")]
    [True, False, False]
    """
    if old[:1].lower() != new[:1].lower():
        return False
    short, long = sorted((old.lower(), new.lower()), key=lambda word: (len(word), word))
    if len(long) - len(short) > 2 or not (short.isalpha() and long.isalpha()):
        return False
    slipped = (_swapped, _missed, _skipped)[len(long) - len(short)]
    return slipped(short, long) and not _two_words(short, long, words)


def _two_words(one: str, other: str, words: EditWords) -> bool:
    """Tell whether both are known words, or the same word with another listed ending."""
    if {unaccented(one), unaccented(other)} <= words.confusable:
        return True
    endings = [max((e for e in words.endings if word.endswith(e)), key=len, default="") for word in (one, other)]
    return all(endings) and endings[0] != endings[1]


def _swapped(one: str, other: str) -> bool:
    """Tell whether two letters inside are swapped."""
    first = _parting(one, other)
    if len(one) < LONG or not 0 < first < len(one) - 2:
        return False
    return one[:first] + one[first + 1] + one[first] + one[first + 2 :] == other


def _missed(short: str, long: str) -> bool:
    """Tell whether a letter inside is missing, or a consonant is doubled, if need be at the end."""
    place = _parting(short, long)
    if place == 0 or long[:place] + long[place + 1 :] != short:
        return False
    doubled = place > 1 and long[place] == long[place - 1] and long[place] not in "aeious"
    return len(long) >= LONG - 1 if doubled else len(long) >= LONG and place < len(long) - 1


def _skipped(short: str, long: str) -> bool:
    """Tell whether the eye skipped from a letter to the same letter two further on: activ(it)ies."""
    place = _parting(short, long)
    if len(long) < LONG + 2 or not 1 < place < len(long) - 3:
        return False
    return long[place - 1] == long[place + 1] and long[:place] + long[place + 2 :] == short


def _parting(short: str, long: str) -> int:
    return next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))


def same_accents(old: str, new: str, words: EditWords) -> bool:
    """Tell whether the two, equal but for case and accents, are the same word: its accents were put right.

    Not where an accent makes another word (`a`, `à`) or another form of it (`accuse`, `accusé`). Accents on capitals
    may come and go.
    """
    if len(old) != len(new):  # œ and oe, ß and ss
        return min(len(old), len(new)) > 3 and unaccented(old) not in words.accent_matters
    places = [i for i, (a, b) in enumerate(zip(old, new, strict=True)) if a.lower() != b.lower()]
    if all(old[i].isupper() and new[i].isupper() for i in places):
        return True
    if unaccented(old) in words.accent_matters or len(old) < 4:
        return False
    return not any(set(unaccented(old[i + 1 :])) <= set("esn") for i in places)


def same_case(old: str, new: str, words: EditWords) -> bool:
    """Tell whether the two, equal but for case, are the same word: not `US` and `us`, nor `May` and `may`."""
    if old.lower() in words.case_matters:
        return False
    shouted = [word for word in (old, new) if word.isupper()]
    return len(shouted) != 1 or len(old) > ACRONYM or len(old) == 1
