"""From a `factcheck.yaml` to the desk's settings, or what is wrong with it; `factcheck.app.desk` finds the file."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from factcheck.config import GROUPS, TABLE, THEMES, Config, SettingKind
from factcheck.config.reader import SettingEntry, SettingNode, read_settings
from factcheck.errors import FactcheckError
from factcheck.findings import Severity
from factcheck.findings.codes import CODES
from factcheck.i18n import deferred
from factcheck.model import SETTINGS, Language, Place, encoding_name

if TYPE_CHECKING:
    from factcheck.config.own_words import OwnWords


def read_config(data: bytes, path: str = SETTINGS) -> Config:
    r"""Return the settings in `data`, the bytes of a `factcheck.yaml`.

    Raises:
        FactcheckError: Not YAML, an unknown setting, or a value of the wrong kind; with line and column.

    >>> read_config(b"language: fr\nannotators: 2\n").annotators
    2
    """
    settings: dict[str, Any] = {}
    for entry in read_settings(data, path):
        name = _known(entry, _NAMES, path)
        settings |= _group(name, entry.node, path) if name in GROUPS else {name: _value(name, entry.node, path)}
    return Config(**settings)


def _group(group: str, node: SettingNode, path: str) -> dict[str, object]:
    """Return the settings in a mapping of them, by their names in `Config`."""
    names = GROUPS[group]
    found = ((names[_known(entry, tuple(names), path)], entry.node) for entry in _entries(node, path))
    return {name: _value(name, held, path) for name, held in found}


def _value(name: str, node: SettingNode, path: str) -> object:
    return _READERS[TABLE[name].kind](node, path)


def severity_of(pair: str) -> tuple[str, Severity | None]:
    """Return the code and severity in `CODE=LEVEL`, as the command line gives them; a rule's name will do.

    Raises:
        FactcheckError: An unknown code or level.

    >>> severity_of("FC104=ignore"), severity_of("source-unknown=ignore")
    (('FC104', None), ('FC104', None))
    """
    code, _, level = pair.partition("=")
    nowhere = Place(0, 0)
    entry = SettingEntry(code, nowhere, SettingNode(level, nowhere))
    return _code(entry, ""), _severity(entry.node, "")


def encoding_of(name: str) -> str:
    """Return the usual name of an encoding, as the command line gives it.

    Raises:
        FactcheckError: There is no such encoding.
    """
    return _encoding(SettingNode(name, Place(0, 0)), "")


def _known(entry: SettingEntry, names: tuple[str, ...], path: str, otherwise: str = "") -> str:
    if entry.key in names:
        return entry.key
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake needs it

    near = get_close_matches(entry.key, names, n=1)
    hint = (
        deferred("Did you mean {name!r}?", name=near[0])
        if near
        else otherwise or deferred("There are: {names}.", names=", ".join(names))
    )
    raise FactcheckError(
        deferred("unknown name {name!r}", name=entry.key),
        path=path,
        line=entry.place.line,
        column=entry.place.column,
        hint=hint,
    )


def _wrong(node: SettingNode, path: str, wanted: str, hint: str = "") -> FactcheckError:
    message = deferred("expected {wanted}, not {value}", wanted=wanted, value=_shown(node))
    return FactcheckError(message, path=path, line=node.place.line, column=node.place.column, hint=hint)


def _shown(node: SettingNode) -> str:
    if node.value == ():
        return deferred("an empty one")
    if isinstance(node.value, tuple):
        return deferred("a list") if node.value and isinstance(node.value[0], SettingNode) else deferred("a mapping")
    words = {"None": deferred("nothing"), "True": "true", "False": "false"}
    return words.get(repr(node.value), repr(node.value))


def _language(node: SettingNode, path: str) -> Language:
    if isinstance(node.value, str) and re.fullmatch(r"[a-z]{2,3}", node.value):
        return Language(node.value)
    raise _wrong(node, path, deferred("a language code such as fr"))


def _encoding(node: SettingNode, path: str) -> str:
    if usual := encoding_name(_string(node, path)):
        return usual
    raise _wrong(node, path, deferred("an encoding such as cp1252"))


def _string(node: SettingNode, path: str) -> str:
    if isinstance(node.value, str) and node.value:
        return node.value
    if node.value is None or isinstance(node.value, str | tuple):
        raise _wrong(node, path, deferred("a string"))
    raise _wrong(node, path, deferred("a string"), deferred('Put it in quotes: "{value}".', value=_shown(node)))


def _count(node: SettingNode, path: str) -> int:
    if isinstance(node.value, int) and not isinstance(node.value, bool) and node.value >= 1:
        return node.value
    raise _wrong(node, path, deferred("a whole number from 1"))


def _truth(node: SettingNode, path: str) -> bool:
    if isinstance(node.value, bool):
        return node.value
    raise _wrong(node, path, deferred("true or false"))


def _theme(node: SettingNode, path: str) -> str:
    if node.value in THEMES:
        return str(node.value)
    raise _wrong(node, path, deferred("one of {names}", names=", ".join(THEMES)))


def _share(node: SettingNode, path: str) -> float:
    if isinstance(node.value, int | float) and not isinstance(node.value, bool) and 0 <= node.value <= 1:
        return float(node.value)
    raise _wrong(node, path, deferred("a number from 0 to 1"))


def _strings(node: SettingNode, path: str) -> tuple[str, ...]:
    return tuple(_string(item, path) for item in _items(node, path))


def _patterns(node: SettingNode, path: str) -> tuple[str, ...]:
    """Return a list that may be empty."""
    return () if node.value == () else _strings(node, path)


def _items(node: SettingNode, path: str) -> tuple[SettingNode, ...]:
    items = tuple(item for item in node.value if isinstance(item, SettingNode)) if isinstance(node.value, tuple) else ()
    if not items:
        raise _wrong(node, path, deferred("a list"))
    return items


def _entries(node: SettingNode, path: str) -> tuple[SettingEntry, ...]:
    entries = (
        tuple(item for item in node.value if isinstance(item, SettingEntry)) if isinstance(node.value, tuple) else ()
    )
    if not entries:
        raise _wrong(node, path, deferred("a mapping"))
    return entries


def _pairs(node: SettingNode, path: str) -> tuple[tuple[str, str], ...]:
    return tuple((entry.key, _string(entry.node, path)) for entry in _entries(node, path))


def _severities(node: SettingNode, path: str) -> tuple[tuple[str, Severity | None], ...]:
    entries = _entries(node, path)
    return tuple((_code(entry, path), _severity(entry.node, path)) for entry in entries)


def _code(entry: SettingEntry, path: str) -> str:
    """Return the code of a rule that is named by its code or its name."""
    codes = {known: one.code for one in CODES.values() for known in (one.code, one.name)}
    return codes[_known(entry, tuple(codes), path, deferred("`factcheck explain` lists them all."))]


def _severity(node: SettingNode, path: str) -> Severity | None:
    named: dict[object, Severity | None] = {"ignore": None, **{severity.value: severity for severity in Severity}}
    if isinstance(node.value, str) and node.value in named:
        return named[node.value]
    raise _wrong(node, path, deferred("error, warning, note or ignore"))


def _words(node: SettingNode, path: str) -> tuple[OwnWords, ...]:
    from factcheck.languages.edits import EXTENSIBLE  # noqa: PLC0415 - most desks have no words of their own

    return tuple(
        _own_words(_judged(language, path), _known(listed, EXTENSIBLE, path), listed.node, path)
        for language in _entries(node, path)
        for listed in _entries(language.node, path)
    )


def _judged(entry: SettingEntry, path: str) -> str:
    """Return the code of a language by whose words edits are judged; all are looked for only where it is not one."""
    from factcheck.languages import edit_languages, edit_words  # noqa: PLC0415 - see `_words`

    return entry.key if edit_words(entry.key) else _known(entry, edit_languages(), path)


def _own_words(language: str, listed: str, node: SettingNode, path: str) -> OwnWords:
    from factcheck.config.own_words import OwnWords, entry  # noqa: PLC0415 - see `_words`

    wanted = deferred("a word or a phrase") if listed == "leading" else deferred("one word, without spaces and hyphens")
    words = []
    for item in _items(node, path):
        found = entry(_string(item, path), listed, language)
        if found is None:
            raise _wrong(item, path, wanted)
        words.append(found)
    return OwnWords(language, listed, tuple(words))


#: How each kind of setting is read.
_READERS: dict[SettingKind, Callable[[SettingNode, str], object]] = {
    "language": _language,
    "encoding": _encoding,
    "count": _count,
    "truth": _truth,
    "globs": _strings,
    "paths": _strings,
    "globs or none": _patterns,
    "severities": _severities,
    "share": _share,
    "keys": _pairs,
    "theme": _theme,
    "words": _words,
}
#: What may stand at the top of the file.
_NAMES = tuple(dict.fromkeys(setting.group or name for name, setting in TABLE.items()))
