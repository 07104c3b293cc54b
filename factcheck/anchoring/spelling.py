"""Whether two forms of a word are the same word, spelled differently; sentences are judged elsewhere."""

from __future__ import annotations

from factcheck.anchoring.normal import unaccented
from factcheck.anchoring.words import Words

#: A slip is believed only in words this long: shorter ones are too often one letter from another word.
LONG = 7
#: The longest acronym that is a common word in small letters: US, IT, WHO.
ACRONYM = 5


def slip(old: str, new: str, words: Words) -> bool:
    """Tell whether the two differ by one slip of the fingers: a letter doubled, dropped, added or swapped inside.

    The ends of a word carry its inflection, so that a slip there is believed only for a doubled letter.

    >>> from factcheck.anchoring.words import words_for
    >>> [slip("resultat", w, words_for("fr")) for w in ("resutlat", "resultats", "resultta")]
    [True, False, False]
    """
    short, long = sorted((old.lower(), new.lower()), key=lambda word: (len(word), word))
    if not (short.isalpha() and long.isalpha()) or _two_words(short, long, words):
        return False
    if len(long) - len(short) == 1:
        return _doubled(short, long) or (len(long) >= LONG and _dropped(short, long))
    return len(long) >= LONG and (_swapped(short, long) if len(long) == len(short) else _skipped(short, long))


def _two_words(one: str, other: str, words: Words) -> bool:
    """Tell whether both are known words, or the same word with another listed ending."""
    if {unaccented(one), unaccented(other)} <= words.confusable:
        return True
    endings = [max((e for e in words.endings if word.endswith(e)), key=len, default="") for word in (one, other)]
    return all(endings) and endings[0] != endings[1]


def _swapped(one: str, other: str) -> bool:
    places = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(places) != 2 or places[1] != places[0] + 1:
        return False
    first, second = places
    inside = first > 0 and second < len(one) - 1
    return inside and one[first] == other[second] and one[second] == other[first]


def _dropped(short: str, long: str) -> bool:
    """Tell whether a letter inside `long` is missing from `short`."""
    place = _parting(short, long)
    return 0 < place < len(long) - 1 and long[:place] + long[place + 1 :] == short


def _doubled(short: str, long: str) -> bool:
    """Tell whether a consonant is doubled in `long`, if need be at its end."""
    place = _parting(short, long)
    doubled = place > 1 and long[place] == long[place - 1] and long[place] not in "aeious"
    return doubled and len(long) >= LONG - 1 and long[:place] + long[place + 1 :] == short


def _skipped(short: str, long: str) -> bool:
    """Tell whether the eye skipped from a letter to the same letter two further on: activ(it)ies."""
    if len(long) < LONG + 2 or len(long) - len(short) != 2:
        return False
    place = _parting(short, long)
    return (
        1 < place < len(long) - 3 and long[place - 1] == long[place + 1] and long[:place] + long[place + 2 :] == short
    )


def _parting(short: str, long: str) -> int:
    return next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))


def same_accents(old: str, new: str, words: Words) -> bool:
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


def same_case(old: str, new: str, words: Words) -> bool:
    """Tell whether the two, equal but for case, are the same word: not `US` and `us`, nor `May` and `may`."""
    if old.lower() in words.case_matters:
        return False
    shouted = [word for word in (old, new) if word.isupper()]
    return len(shouted) != 1 or len(old) > ACRONYM or len(old) == 1
