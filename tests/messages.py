"""Keeps the catalogues of translations up to date: `python tests/messages.py` extracts, updates and compiles them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from typing import IO

import click
from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from factcheck import i18n
from factcheck.app import interface
from factcheck.carry import Fate
from factcheck.cli import help_text
from factcheck.cli.commands import COMMANDS, factcheck
from factcheck.errors import REFUSALS
from factcheck.findings import Severity
from factcheck.findings.codes import CODES
from factcheck.formats.text import NOUNS
from factcheck.labelling import codebook
from factcheck.labelling.keys import ACTIONS
from factcheck.model import Label
from factcheck.review.adjudication.reasons import REASONS
from factcheck.review.changes import ChangeKind
from factcheck.review.consensus import FinalState
from factcheck.sidecar.fields import KINDS

PACKAGE = i18n.FOLDER.parent
#: Where Babel knows more forms than people write, or would have us tell apart.
_PLURALS = {"fr": "nplurals=2; plural=(n > 1);"}
#: What marks a message in the source.
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "deferred": None, "deferred_count": (1, 2)}


#: What click said from 8.1 on and says otherwise, or no more, in the newest release: either may be installed.
OLDER_CLICK = (
    "No such option: {name}",
    "Error: The value you entered was invalid.",
    "Error: {e.message}",
    "{value!r} is not a valid boolean.",
    "{name} {filename!r} is a directory.",
    "{name} '{filename}' is a directory.",
    "(Deprecated) {text}",
)


def extracted() -> Catalog:
    """Return every message of ours, of the help that click shows for us, and of the click that is installed."""
    catalog = Catalog(charset="utf-8")
    for folder in (PACKAGE, Path(click.__file__).parent):
        for _, _, message, _, _ in extract_from_dir(str(folder), [("**.py", "python")], keywords=KEYWORDS):
            catalog.add(message)
    for noun in NOUNS:
        catalog.add((f"{{count}} {noun}", f"{{count}} {noun}s"))
    for text in (*tables(), *OLDER_CLICK):
        catalog.add(text)
    for command in (factcheck, *(factcheck.get_command(click.Context(factcheck), name) for name in COMMANDS)):
        assert command is not None
        for text in help_text.messages(command):
            catalog.add(text)
    return catalog


def tables() -> Iterator[str]:
    """Yield the words of tables that are translated where they are shown, so that the tables need not mark each."""
    yield "required"  # click looks it up by the name of a variable
    yield from map(os.strerror, REFUSALS)
    yield from (*Label, *Severity, "off", *FinalState, *ChangeKind, *Fate, *KINDS)
    yield from (text for action in ACTIONS for text in (action.group, action.help))
    yield from (text for code in CODES.values() for text in (code.summary, code.why, code.remedy))
    yield from (text for reason in REASONS for text in (reason.title, reason.meaning))
    yield from (codebook.PRINCIPLE, *codebook.COLUMNS, *(row for row, _ in codebook.TABLE), *codebook.SKIP_REASONS)
    yield from (text for meaning in codebook.MEANINGS for text in (meaning.short, meaning.example))
    yield from (text for case in codebook.BORDERLINE for text in (case.title, case.rule))
    for question in codebook.QUESTIONS.values():
        yield from (question.title, question.advice, *(answer.text for answer in question.answers))
        yield from (answer.to.why for answer in question.answers if isinstance(answer.to, codebook.Conclusion))


def languages() -> list[str]:
    """Return the languages there is a catalogue for."""
    return list(interface.languages()[1:])


def po_of(language: str) -> Path:
    """Return where the catalogue of a language is edited."""
    return i18n.FOLDER / language / "LC_MESSAGES" / f"{i18n.DOMAIN}.po"


def catalog_of(language: str) -> Catalog:
    """Return the catalogue of a language as it is edited."""
    with po_of(language).open("rb") as file:
        return read_po(file, locale=language)


def empty(language: str) -> Catalog:
    """Return a catalogue without a message."""
    catalog = Catalog(locale=language, fuzzy=False, charset="utf-8")
    if language in _PLURALS:
        catalog.mime_headers = [("Plural-Forms", _PLURALS[language])]
    return catalog


def updated(catalog: Catalog, template: Catalog) -> Catalog:
    """Return a catalogue with the messages that there are now, sorted; those that are no more are gone."""
    fresh = empty(str(catalog.locale))
    for message in template:
        if message.id:
            known = catalog.get(message.id)
            unknown = ("",) * fresh.num_plurals if message.pluralizable else ""
            fresh.add(message.id, known.string if known else unknown)
    return fresh


def as_po(catalog: Catalog) -> bytes:
    """Return a catalogue as text, the same for the same messages."""
    out = BytesIO()
    write_po(out, catalog, no_location=True, omit_header=True, sort_output=True, width=100, ignore_obsolete=True)
    lines = ('msgid ""', 'msgstr ""', r'"Content-Type: text/plain; charset=utf-8\n"')
    header = "\n".join((*lines, rf'"Plural-Forms: {catalog.plural_forms}\n"', "", ""))
    return header.encode() + out.getvalue()


def as_mo(catalog: Catalog) -> bytes:
    """Return a catalogue as gettext reads it."""
    out = BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def is_compiled(catalog: Catalog, mo: Path) -> bool:
    """Return whether a compiled catalogue says the same; its header, where Babel puts dates, does not count."""
    if not mo.exists():
        return False
    with mo.open("rb") as file:
        known = _said(file)
    return known == _said(BytesIO(as_mo(catalog)))


def _said(file: IO[bytes]) -> dict[object, str]:
    said: dict[object, str] = dict(GNUTranslations(file)._catalog)  # type: ignore[attr-defined] # there is no other way
    said.pop("", None)
    return said


def main() -> None:
    """Bring each catalogue up to date, say how much of it is translated, and compile it."""
    template = extracted()
    for language in sys.argv[1:] or languages():
        po = po_of(language)
        po.parent.mkdir(parents=True, exist_ok=True)
        known = catalog_of(language) if po.exists() else empty(language)
        catalog = updated(known, template)
        po.write_bytes(as_po(catalog))
        if not is_compiled(catalog, mo := po.with_suffix(".mo")):
            mo.write_bytes(as_mo(catalog_of(language)))
        missing = [message.id for message in catalog if message.id and not all(_strings(message.string))]
        print(f"{language}: {len(catalog) - len(missing)} of {len(catalog)} messages translated")  # noqa: T201 - a script
        for message in missing:
            print(f"  missing: {message!r}")  # noqa: T201


def _strings(string: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else tuple(string or ("",))


if __name__ == "__main__":
    main()
