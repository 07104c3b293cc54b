"""Articles of nonsense, the same for the same seed, and how much of one comes back from a file it was put in."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from difflib import SequenceMatcher

_WORDS = """
le port de Brest a rouvert mardi matin après trois jours de grève selon la préfecture plusieurs milliers de personnes
ont défilé dans le calme tandis que les syndicats demandent une réunion avec le ministre des transports avant la fin de
la semaine car aucune proposition n’a encore été faite aux dockers qui attendent une réponse administration
extraordinaire gouvernement développement responsabilité internationale environnement
"""


def story(seed: int, least: int = 24, most: int = 40) -> list[str]:
    """Return the paragraphs of an article; with the usual numbers of them, it fills two to four pages."""
    chance = random.Random(seed)
    return [_paragraph(chance) for _number in range(chance.randint(least, most))]


def _paragraph(chance: random.Random) -> str:
    return " ".join(sentence(chance) for _number in range(chance.randint(1, 5)))


def sentence(chance: random.Random) -> str:
    """Return one sentence, which holds a number at times."""
    words = [chance.choice(_WORDS.split()) for _number in range(chance.randint(5, 22))]
    if chance.random() < 0.3:
        words[chance.randrange(len(words))] = str(chance.randint(2, 90_000))
    return " ".join([words[0].capitalize(), *words[1:]]) + "."


def words(text: str) -> list[str]:
    """Return the words of a text, marks of notes such as `[1]` left out."""
    return re.findall(r"\w+(?:[-’']\w+)*", re.sub(r"\[\d+\]", "", text))


def in_order(wanted: Sequence[str], found: Sequence[str]) -> int:
    """Return how many words come back in their order."""
    return sum(block.size for block in SequenceMatcher(None, wanted, found, autojunk=False).get_matching_blocks())


def f1(wanted: Sequence[str], found: Sequence[str]) -> float:
    """Return the harmonic mean of precision and recall of words in their order."""
    return 2 * in_order(wanted, found) / max(1, len(wanted) + len(found))
