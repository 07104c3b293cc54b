"""The language of the interface: chosen by the environment and the settings, before anything is said."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from factcheck import i18n
from factcheck.errors import FactcheckError

#: What is imported once click was told of a language; it would go on speaking that one.
_CLICK_SPEAKS = "gettext"


def speak(interface: str | None = None) -> None:
    """Speak the language of the environment, or the one that the settings of a desk name.

    Args:
        interface: What the settings say; None where they say nothing.
    """
    languages = i18n.preferred(os.environ, interface)
    if i18n.use(*languages) or (languages and _CLICK_SPEAKS in sys.modules):
        _let_click_speak(languages)


def speak_as_here() -> None:
    """Speak as the settings of the current folder's desk say, as far as they can be read."""
    if os.environ.get(i18n.OWN_VARIABLE):
        return
    from factcheck.app.desk import desk  # noqa: PLC0415

    try:
        interface = desk(Path()).config.interface
    except FactcheckError:
        return  # whoever needs the settings will say what is wrong with them
    if interface:
        speak(interface)


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that the interface speaks: English, and those there is a catalogue for."""
    from factcheck.io.store import names_in  # noqa: PLC0415

    return ("en", *sorted(name for name in names_in(i18n.FOLDER) if name.isalpha()))


def interface_language() -> str:
    """Return the language of the interface, as a code."""
    return i18n.spoken()


def _let_click_speak(languages: tuple[str, ...]) -> None:
    """Let click find its messages in our catalogue; it asks gettext, which goes by the environment."""
    import gettext  # noqa: PLC0415

    gettext.bindtextdomain(i18n.DOMAIN, str(i18n.FOLDER))
    os.environ["LANGUAGE"] = ":".join(languages)
