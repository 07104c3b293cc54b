"""What formats for machines share: JSON that every reader accepts, columns in its unit, fingerprints."""

from __future__ import annotations

import hashlib
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate
from urllib.parse import quote

from factcheck.findings import Finding
from factcheck.model import Place


def end_place(finding: Finding) -> Place:
    """Return where the flagged stretch ends, exclusive; the place itself where there is none."""
    return finding.end or finding.place


def utf8_column(line: str, column: int) -> int:
    """Return a column counted in bytes of UTF-8, from 1.

    >>> utf8_column("é!", 2)
    3
    """
    return column if line.isascii() else _units(line, column - 1, "utf-8") + 1


def utf16_column(line: str, column: int) -> int:
    """Return a column counted in code units of UTF-16, from 1.

    >>> utf16_column("😀!", 2)
    3
    """
    return column if line.isascii() else _units(line, column - 1, "utf-16-le") // 2 + 1


#: Of a long line with many findings the units are counted once, up to every so many characters.
_STEP = 256


def _units(line: str, end: int, encoding: str) -> int:
    """Return how many bytes a line takes up to a character; past its end each counts as one of ASCII."""
    block = min(end, len(line)) // _STEP
    rest = _bytes(line[block * _STEP : end], encoding)
    return _counted(line, encoding)[block] + rest + max(0, end - len(line)) * _bytes(" ", encoding)


@lru_cache(maxsize=2)
def _counted(line: str, encoding: str) -> array[int]:
    """Return how many bytes a line takes up to each step."""
    sizes = (_bytes(line[start : start + _STEP], encoding) for start in range(0, len(line), _STEP))
    return array("Q", accumulate(sizes, initial=0))


def _bytes(text: str, encoding: str) -> int:
    return len(text.encode(encoding, "surrogatepass"))


def near(finding: Finding, most: int = 400) -> str:
    """Return the flagged line; of a longer one what is around the place, `most` characters at most."""
    if len(finding.line) <= most:
        return finding.line
    start = max(0, finding.place.column - 1 - most // 2)
    return finding.line[start : start + most]


def uri(path: str) -> str:
    """Return a relative path as a relative URI reference (RFC 3986)."""
    return quote(path.encode("utf-8", "surrogateescape"), safe="/")


def fingerprinted(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Yield each finding with 32 hexadecimal digits that are its own and outlive a shift of lines.

    They come from what is said and about which line's text; the same said twice of equal lines is counted.
    """
    seen: Counter[str] = Counter()
    for finding in findings:
        said = "\0".join((finding.code, finding.path, finding.message, near(finding)))
        seen[said] += 1
        digest = hashlib.sha256(f"{said}\0{seen[said]}".encode("utf-8", "surrogatepass"))
        yield finding, digest.hexdigest()[:32]
