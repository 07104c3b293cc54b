"""How many paragraphs come back whole from hard-wrapped layouts: `python -m benchmarks.wrapping`.

The paragraphs are those of the gold sets beside the project, wrapped here; the headlines are our own. A paragraph is
right where it is cut as it is when it stands on one line, and the headline by itself.
"""

from __future__ import annotations

import json
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from factcheck.text.sentences import split

GOLD = Path(__file__).resolve().parent.parent.parent / "shared" / "gold" / "segmentation"
WIDTHS = (28, 32, 36, 40, 44, 60, 76)
#: What a layout must reach, in per cent.
BAR = 95

SETS = {
    "fr": ("fr_gsd_dev_p", "fr_sequoia_other"),
    "en": ("en_gum_test_p",),
    "de": ("de_gsd_test_p",),
    "it": ("it_isdt_p",),
}

#: What headlines are made of: one part of each row. They have some ten to eighty characters.
HEADLINES = {
    "fr": (
        "Nouvelle grève|Vive polémique|Lourde amende|Coup de frein|Bras de fer|Budget : désaccord|Trois blessés|Colère",
        (
            "|chez les dockers|pour un ancien ministre|autour du livret d'épargne|après la tempête|"
            "entre la mairie et les riverains|dans les hôpitaux publics|pour les grandes entreprises françaises"
        ),
        "|à Rennes|en Bretagne|lundi|dans les Landes|malgré les promesses|avant les élections|selon un rapport secret",
    ),
    "en": (
        "Fresh strike|Angry row|Heavy fine|Sudden halt|Trial opens|Budget talks stall|Three hurt|Anger grows",
        (
            "|among dock workers|for former minister|over pensions|after coastal storm|as council and residents clash|"
            "in public hospitals|for some of the biggest firms"
        ),
        "|in Leeds|in Scotland|on Monday|near the harbour|despite promises|before elections|as secret report says",
    ),
    "de": (
        "Neuer Streik|Heftiger Streit|Hohe Strafe|Prozess beginnt|Haushalt: keine Einigung|Drei Verletzte|Wut wächst",
        (
            "|unter Hafenarbeitern|um die Rente|nach dem Sturm|zwischen Stadt und Anwohnern|in öffentlichen Kliniken|"
            "wegen der großen Konzerne"
        ),
        "|in Bremen|in Bayern|am Montag|trotz aller Zusagen|vor den Wahlen|weil ein Bericht geheim blieb",
    ),
    "it": (
        "Nuovo sciopero|Dura polemica|Multa pesante|Frenata improvvisa|Via al processo|Bilancio, è scontro|Tre feriti",
        (
            "|dei portuali|per un ex ministro|sulle pensioni|dopo la tempesta|tra il comune e gli abitanti|"
            "negli ospedali pubblici|per le grandi imprese italiane"
        ),
        "|a Torino|in Sicilia|domani|malgrado le promesse|prima del voto|secondo un rapporto segreto",
    ),
}

#: A layout turns a paragraph into lines, and says which headline is above it, if any.
Layout = Callable[[str, str, int, Random], tuple[str, str]]


def main() -> None:
    """Print the share of paragraphs that are right in each language, layout and width."""
    if not GOLD.exists():
        sys.exit("There are no gold sets beside the project.")
    print(f"{'':36}", *(f"{width:5}" for width in WIDTHS))
    missed = 0
    for language, names in SETS.items():
        paragraphs = list(_paragraphs(names))
        for layout, lay_out in LAYOUTS.items():
            shares = [_right(language, paragraphs, lay_out, width) for width in WIDTHS]
            missed += sum(share < BAR for share in shares)
            print(f"{language} {len(paragraphs):4} {layout:28}", *(f"{share:5.1f}" for share in shares))
    print(f"{missed} below {BAR}")


def _paragraphs(names: tuple[str, ...]) -> Iterator[str]:
    """Yield the paragraphs of some sets that are long enough to be wrapped and begin with a capital."""
    for name in names:
        for line in (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            text = json.loads(line)["text"]
            if len(text) > 200 and "\n" not in text and text.lstrip("«“\"'(- ")[:1].isupper():
                yield text


def _right(language: str, paragraphs: list[str], lay_out: Layout, width: int) -> float:
    """Return the per cent of paragraphs that are cut as they are on one line."""
    random = Random(7)
    right = 0
    for text in paragraphs:
        parts = (random.choice(row.split("|")) for row in HEADLINES[language])
        laid_out, headline = lay_out(text, " ".join(filter(None, parts)), width, random)
        whole = text if headline else " ".join(laid_out.split())
        expected = [headline] * bool(headline) + _sentences(whole, language)
        right += _sentences(laid_out, language) == expected
    return 100 * right / len(paragraphs)


def _sentences(text: str, language: str) -> list[str]:
    return [" ".join(text[start:end].split()) for start, end in split(text, language)]


def _filled(text: str, width: int, indent: str = "") -> str:
    return textwrap.fill(text, width, initial_indent=indent, break_long_words=False, break_on_hyphens=False)


def _alone(text: str, _headline: str, width: int, _random: Random) -> tuple[str, str]:
    return _filled(text, width), ""


def _below(text: str, headline: str, width: int, _random: Random) -> tuple[str, str]:
    """Lay a paragraph out below a headline that is wrapped as it is."""
    return f"{_filled(headline, width)}\n{_filled(text, width)}", headline


def _below_unwrapped(text: str, headline: str, width: int, _random: Random) -> tuple[str, str]:
    return f"{headline}\n{_filled(text, width)}", headline


def _edited(text: str, _headline: str, width: int, random: Random) -> tuple[str, str]:
    """Take a word out of one line, or write one twice, as an edit that wraps nothing again does."""
    lines = [line.split() for line in _filled(text, width).splitlines()]
    words = random.choice([line for line in lines[:-1] if len(line) > 3] or [[]])
    if words:
        words[1:2] = random.choice(([], [words[1]] * 2))
    return "\n".join(" ".join(line) for line in lines), ""


def _indented(text: str, _headline: str, width: int, _random: Random) -> tuple[str, str]:
    return _filled(text, width, "   "), ""


LAYOUTS: dict[str, Layout] = {
    "alone": _alone,
    "headline, wrapped": _below,
    "headline, as long as it is": _below_unwrapped,
    "one line edited": _edited,
    "first line indented": _indented,
}


if __name__ == "__main__":
    main()
