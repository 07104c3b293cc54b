"""The catalogues of translations: fresh, whole, and true to what they translate."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import messages
import pytest
from babel.messages import Catalog, Message

from factcheck import i18n


@pytest.fixture(scope="module")
def template() -> Catalog:
    """Return the messages that there are now, those of the installed click among them."""
    return messages.extracted()


@pytest.fixture(scope="module", params=messages.languages())
def catalog(request: pytest.FixtureRequest) -> Catalog:
    """Return a catalogue as it is edited."""
    return messages.catalog_of(request.param)


def strings(message: Message) -> tuple[str, ...]:
    """Return the translations of a message, one a plural form."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def sources(message: Message) -> tuple[str, ...]:
    """Return what is translated, one a plural form of English."""
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def test_a_catalogue_is_as_make_messages_writes_it(catalog: Catalog, template: Catalog) -> None:
    """What is shown is in it, what is no longer shown is not, and both of its files say the same."""
    po = messages.po_of(str(catalog.locale))
    assert po.read_bytes() == messages.as_po(messages.updated(catalog, template)), "run `make messages`"
    assert messages.is_compiled(catalog, po.with_suffix(".mo")), "run `make messages`"


def test_french_is_complete() -> None:
    """Every message of ours and of click has a French one, in each of its forms."""
    missing = [m.id for m in messages.catalog_of("fr") if m.id and not all(strings(m))]
    assert not missing, "translate these in factcheck/locale/fr/LC_MESSAGES/messages.po, then run `make messages`"


def test_translations_hold_the_same_placeholders(catalog: Catalog) -> None:
    """Each form names what it is filled in with, and nothing else; the singular may spell its number out."""
    for message in catalog:
        wanted = set().union(*(placeholders(text) for text in sources(message)))
        for text in filter(None, strings(message)) if message.id else ():
            assert placeholders(text) <= wanted, message.id
        if message.id and all(strings(message)):
            assert placeholders(strings(message)[-1]) == placeholders(sources(message)[-1]), message.id


def placeholders(text: str) -> set[str]:
    """Return the names in braces, with their formats, and the percent formats in a text."""
    named = {f"{name}!{conversion}:{spec}" for _, name, spec, conversion in Formatter().parse(text) if name is not None}
    return named | set(re.findall(r"%\(\w+\)\w", text))


#: Words that a reader of French would take for something else, and what would be English left behind.
FORBIDDEN = re.compile(r"\b(labels?|sauvegard|fichier sidecar|doublon|ignorer)\b|\bvérifier\b|\(s\)", re.IGNORECASE)


def test_french_is_written_as_the_glossary_says() -> None:
    """No forbidden word; no-break spaces before `: ; ! ? »` and after `«`; typographic apostrophes."""
    for message in messages.catalog_of("fr"):
        for text in strings(message) if message.id else ():
            prose = re.sub(r"Label Studio|`[^`]*`|\{[^}]*\}|https?:\S+|\S+\.ya?ml", "x", text)
            assert not FORBIDDEN.search(prose), text
            assert not re.search(r" [:;!?»]|« |\w[;!?»](?!\w)|\w'\w", prose), text


def test_a_language_is_a_catalogue_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalogue that is only begun speaks where it can, and English elsewhere."""
    folder = tmp_path / "xx" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    begun = messages.empty("es")
    begun.add("Example:", "Ejemplo:")
    (folder / "messages.mo").write_bytes(messages.as_mo(begun))
    monkeypatch.setattr(i18n, "FOLDER", tmp_path)
    assert i18n.use("xx_XX.UTF-8")
    assert (i18n._("Example:"), i18n._("Examples:")) == ("Ejemplo:", "Examples:")
    i18n.use()
