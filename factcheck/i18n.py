"""The language of the interface: messages through gettext, in English where there is no translation.

Only what people read is translated. What is stored or read by machines is the same in every language.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import NullTranslations

#: One folder a language, as gettext lays them out.
FOLDER = Path(__file__).parent / "locale"
_DOMAIN = "factcheck"
_translations: list[NullTranslations] = []


def use(*languages: str) -> None:
    """Speak the first of these languages for which there are translations; English if there is none.

    Args:
        languages: Codes such as `fr` or `fr_CA`, the preferred one first. English needs no file and imports nothing.
    """
    _translations.clear()
    if not languages or languages[0].partition("_")[0] in ("en", "C", "POSIX"):
        return
    from gettext import translation  # noqa: PLC0415 - costs milliseconds that English need not pay

    _translations.append(translation(_DOMAIN, FOLDER, languages, fallback=True))


def _(message: str) -> str:
    """Return a message in the language of the interface; placeholders in braces are filled in afterwards."""
    return _translations[0].gettext(message) if _translations else message


def N_(message: str) -> str:  # noqa: N802 - the name that gettext's tools look for
    """Mark a message for translation where it is shown, and return it as it is."""
    return message


def ngettext(one: str, many: str, count: int) -> str:
    """Return the form of a message that goes with a count, in the language of the interface."""
    if _translations:
        return _translations[0].ngettext(one, many, count)
    return one if count == 1 else many
