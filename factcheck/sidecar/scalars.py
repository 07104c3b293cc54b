"""How single values look and are spelt in a sidecar: patterns, quoted strings, escapes, words that can stay bare."""

from __future__ import annotations

import re

from factcheck.text.hidden import HIDDEN

#: A file name in the same folder: no slash, and not only dots.
ARTICLE = re.compile("[^/]*[^/.][^/]*")
LANGUAGE = re.compile("[a-z]{2,3}")
RECORD_ID = re.compile("s[0-9a-f]{10}")

#: What stands between the quotes of a string in canonical form, once it is known that the text hides nothing;
#: an escape may still be one that nobody needs.
INNER = r'[^"\\\n]*+(?:\\(?:["\\nt]|u[0-9A-F]{4}|U000E0[0-9A-F]{3})[^"\\\n]*+)*+'

#: Bytes of UTF-8 that are harmless whatever stands beside them: printable ASCII and the line feed.
_HARMLESS = bytes([10, *range(32, 127)])
_HIDDEN = re.compile(f"[{HIDDEN}]")
#: Compiled when first needed: checking a sidecar in order needs neither.
_SPECIAL = rf'["\\{HIDDEN}]'
_ESCAPE = r"\\(?:u([0-9A-F]{4})|U([0-9A-F]{8})|(.))"
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
_LONG = {'"': '"', "\\": "\\", "n": "\n", "t": "\t"}

_BARE = re.compile(r"[A-Za-z][A-Za-z0-9._-]*")
#: Words that YAML 1.1 reads as true, false or nothing; numbers and dates are never bare since they start with a digit.
_READ_OTHERWISE = frozenset({"y", "yes", "n", "no", "true", "false", "on", "off", "null"})


def hides(data: bytes) -> bool:
    """Return whether UTF-8 `data`, line feeds aside, has a character that a sidecar may only have escaped.

    The search is slow and nearly all of a sidecar is ASCII, so that is taken out first.
    """
    return _HIDDEN.search(data.translate(None, _HARMLESS).decode("utf-8", "surrogatepass")) is not None


def quote(value: str) -> str:
    r"""Return `value` as a double-quoted string on one line, with the escapes `\" \\ \n \t \uXXXX` only.

    Beyond the Basic Multilingual Plane the escape is `\UXXXXXXXX`, as YAML 1.2.2 section 5.7 has it: to YAML a pair
    of surrogates is two characters.

    >>> print(quote('He said "no"\u200b'))
    "He said \"no\"\u200B"
    """
    return f'"{re.sub(_SPECIAL, _escape, value)}"'


def unescape(inner: str) -> str:
    """Return the value of a string whose inside matches `INNER`."""
    return re.sub(_ESCAPE, _character, inner)


def spell(value: str) -> str:
    """Return `value` bare if every YAML reader takes it for that string, else quoted.

    >>> spell("port-strike.txt"), spell("no"), spell("2024-05-01")
    ('port-strike.txt', '"no"', '"2024-05-01"')
    """
    bare = _BARE.fullmatch(value) and value.lower() not in _READ_OTHERWISE
    return value if bare else quote(value)


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    code = ord(character)
    return _SHORT.get(character) or (f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}")


def _character(match: re.Match[str]) -> str:
    short, code = match[3], match[1] or match[2]
    return chr(int(code, 16)) if code else _LONG[short]
