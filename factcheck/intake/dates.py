"""Dates as sources write them, in ISO 8601; what cannot be made out is left out."""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?\s*(Z|[+-]\d\d:?\d\d)?")
_LONG = re.compile(
    r"(\d{4})-(\d\d?)-(\d\d?)(?:[T ]+(\d\d?):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?"
)
#: Months as wire services abbreviate them, by their first letters: English, French, German, Spanish, Italian.
_MONTHS = (
    "jan ene gen", "feb fev fév", "mar mär mrz", "apr avr abr", "may mai mag", "jun juin giu",
    "jul juil lug", "aug aou aoû ago", "sep set", "oct okt ott out", "nov", "dec dez dic déc",
)  # fmt: skip
#: What wire services call their zones, in minutes east of Greenwich.
_ZONES = {
    "": 0, "GMT": 0, "UTC": 0, "UCT": 0, "Z": 0, "WET": 0, "TU": 0, "BST": 60, "WEST": 60, "CET": 60, "MEZ": 60,
    "CEST": 120, "MESZ": 120, "EET": 120, "EEST": 180, "MSK": 180, "JST": 540, "AEST": 600, "AEDT": 660,
    "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420,
}  # fmt: skip
_CENTURY = 100


def iso(text: str) -> str:
    """Return a date of ISO 8601, IPTC or RFC 5322 as ISO 8601; empty if it is none.

    >>> iso("20140829T135002Z"), iso("Sat, 02 Dec 2017 15:43:50 +0000"), iso("2020-01-15"), iso("soon")
    ('2014-08-29T13:50:02+00:00', '2017-12-02T15:43:50+00:00', '2020-01-15', '')
    """
    text = text.strip()
    found = _LONG.fullmatch(text) or _COMPACT.fullmatch(text)
    if found:
        return _written(*found.groups())
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _written(*parts: str | None) -> str:
    """Return year, month, day, hour, minute, second and zone as one date; empty if there is no such moment."""
    year, month_, day, hour, minute, second, zone = parts
    zone = "+00:00" if zone in {"Z", "UTC", "GMT"} else zone or ""
    if zone and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    clock = f"T{int(hour):02}:{minute}:{second or '00'}{zone}" if hour else ""
    written = f"{year}-{int(month_ or 0):02}-{int(day or 0):02}{clock}"
    try:
        datetime.fromisoformat(written)
    except ValueError:
        return ""
    return written


def month_number(name: str) -> int:
    """Return the number of a month from the beginning of its name in a language of the wires; 0 if it is none.

    >>> month_number("Nov"), month_number("juil."), month_number("mars"), month_number("?")
    (11, 7, 3, 0)
    """
    lowered = name.casefold()
    return next((n for n, names in enumerate(_MONTHS, 1) if any(lowered.startswith(m) for m in names.split())), 0)


def moment(day: tuple[str, int, str], clock: str, zone: str = "") -> str:
    """Return a wire's date as ISO 8601; empty if there is no such moment, or nobody knows the zone.

    Args:
        day: Year (two or four digits), month from 1, day of the month.
        clock: `HHMM`.
        zone: Its abbreviation; none is Greenwich.
    """
    minutes = _ZONES.get(zone.upper())
    full = int(day[0]) + 2000 if int(day[0]) < _CENTURY else int(day[0])
    date = f"{full:04}-{day[1]}-{day[2]}"
    if minutes is None:
        return iso(date)
    sign, (hours, rest) = "-" if minutes < 0 else "+", divmod(abs(minutes), 60)
    return iso(f"{date}T{clock[:2]}:{clock[2:]}:00{sign}{hours:02}:{rest:02}")
