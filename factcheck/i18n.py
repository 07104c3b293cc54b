"""The language of the interface: messages through gettext, in English where there is no translation.

Only what people read is translated. What is stored or read by machines is the same in every language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from gettext import NullTranslations

#: The catalogues, as gettext lays them out: `fr/LC_MESSAGES/messages.mo`.
FOLDER = Path(__file__).parent / "locale"
#: What gettext calls the catalogue; it is the one that click's own messages are looked up in.
DOMAIN = "messages"
#: What wins over the settings of a desk.
OWN_VARIABLE = "FACTCHECK_LANG"
#: Where systems say which languages a person reads, the first one set counting; as GNU gettext reads them.
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
#: The catalogue in use; none for English.
_catalogue: list[NullTranslations] = []


def preferred(environment: Mapping[str, str], interface: str | None = None) -> tuple[str, ...]:
    """Return the languages a person reads, the preferred one first; empty if nothing says so.

    Args:
        environment: The variables of the process.
        interface: What the desk's settings say, which only FACTCHECK_LANG overrides.

    >>> preferred({"LANG": "fr_FR.UTF-8"}), preferred({"LANG": "fr_FR.UTF-8"}, "en")
    (('fr_FR.UTF-8',), ('en',))
    >>> preferred({"FACTCHECK_LANG": "fr-CA"})
    ('fr_CA',)
    """
    own = environment.get(OWN_VARIABLE) or interface
    system = next((environment[name] for name in _VARIABLES if environment.get(name)), "")
    return tuple(re.sub(r"^([A-Za-z]+)-", r"\1_", language) for language in (own or system).split(":") if language)


def use(*languages: str) -> bool:
    """Speak the first of these languages for which there is a catalogue; English if there is none.

    English needs no catalogue and imports nothing.

    Args:
        languages: Codes such as `fr` or `fr_CA.UTF-8`, the preferred one first.

    Returns:
        Whether a catalogue is in use.
    """
    _catalogue.clear()
    if not languages or re.match(r"(en|C|POSIX)(?![A-Za-z])", languages[0]):
        return False
    from gettext import find, translation  # noqa: PLC0415 - costs milliseconds that English need not pay

    wanted = languages[: next((at for at, code in enumerate(languages) if code.startswith("en")), None)]
    if find(DOMAIN, FOLDER, wanted) is None:
        return False
    _catalogue.append(translation(DOMAIN, FOLDER, wanted))
    return True


def spoken() -> str:
    """Return the code of the language that is spoken: `en`, `fr`."""
    return _catalogue[0].info().get("language", "en") if _catalogue else "en"


def _(message: str) -> str:
    """Return a message in the language of the interface; placeholders in braces are filled in afterwards."""
    return _catalogue[0].gettext(message) if _catalogue and message else message


def N_(message: str) -> str:  # noqa: N802 - the name that gettext's tools look for
    """Mark a message for translation where it is shown, and return it as it is."""
    return message


class DeferredMessage(str):
    """A message in English that can still be said in another language, by `said`, where a person reads it.

    It is what findings and errors are made of: machines read them in English, whatever the interface speaks.
    """

    __slots__ = ("_forms", "_values")
    _forms: tuple[str, str, int] | tuple[str]
    _values: dict[str, object]

    def __new__(cls, forms: tuple[str, str, int] | tuple[str], values: dict[str, object]) -> Self:
        """Return the message in English."""
        template = forms[0] if len(forms) == 1 or forms[2] == 1 else forms[1]
        new = super().__new__(cls, template.format_map(values) if values else template)
        new._forms, new._values = forms, values
        return new

    def __reduce__(self) -> tuple[type[DeferredMessage], tuple[object, ...]]:
        """Go to another process with all that is needed to be said there."""
        return DeferredMessage, (self._forms, self._values)

    def said(self) -> str:
        """Return the message in the language of the interface, and what it is filled in with too."""
        values = {name: _said_value(value) for name, value in self._values.items()}
        template = _(self._forms[0]) if len(self._forms) == 1 else ngettext(*self._forms)
        return template.format_map(values) if values else template


def grouped(number: int) -> str:
    """Return a number with its thousands divided as the language of the interface does."""
    return f"{int(number):,}".replace(",", _(","))


class _Number(int):
    """A number whose thousands are divided as the language of the interface does."""

    def __format__(self, form: str) -> str:
        """Return it in a form such as `,`."""
        return grouped(self) if form == "," else int.__format__(self, form)


def _said_value(value: object) -> object:
    return said(value) if isinstance(value, str) else _Number(value) if type(value) is int else value


def deferred(template: str, /, **values: object) -> str:
    """Return a message that is filled in now, in English, and may be said in another language later.

    Args:
        template: The message, with placeholders in braces; this is what is translated.
        values: What the placeholders stand for; other deferred messages among them are said in that language too.

    >>> deferred("no label yet: {text}", text="Il pleut.")
    'no label yet: Il pleut.'
    """
    return DeferredMessage((template,), values)


def deferred_count(one: str, many: str, count: int, /, **values: object) -> str:
    """Return a message that goes with a count, as `deferred` does; `{count}` is filled in as well.

    >>> deferred_count("{count} file", "{count} files", 2)
    '2 files'
    """
    return DeferredMessage((one, many, count), {"count": count, **values})


def said(text: str) -> str:
    """Return a text in the language of the interface where it is a deferred message; any other as it is."""
    return text.said() if _catalogue and isinstance(text, DeferredMessage) else text


def ngettext(one: str, many: str, count: int) -> str:
    """Return the form of a message that goes with a count, in the language of the interface."""
    if _catalogue:
        return _catalogue[0].ngettext(one, many, count)
    return one if count == 1 else many
