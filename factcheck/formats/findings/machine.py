"""What formats for machines share: JSON that every reader accepts, columns in its unit, fingerprints."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from factcheck.findings import Finding
from factcheck.formats.text import marked
from factcheck.model import Place


def dump(document: object) -> str:
    """Return JSON as a text that a terminal may show, too: hidden and steering characters as escapes of JSON.

    Bytes of file names that are no UTF-8 and lone surrogates become question marks.
    """
    text = json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    text = text.encode("utf-8", "replace").decode()
    return marked(text, lambda sign: sign if sign == "\n" else json.dumps(sign)[1:-1])


def ending(finding: Finding) -> Place:
    """Return where the flagged stretch ends, exclusive; the place itself where there is none."""
    return finding.end or finding.place


def utf8_column(line: str, column: int) -> int:
    """Return a column counted in bytes of UTF-8, from 1.

    >>> utf8_column("é!", 2)
    3
    """
    return len(line[: column - 1].encode("utf-8", "surrogatepass")) + 1 + max(0, column - 1 - len(line))


def utf16_column(line: str, column: int) -> int:
    """Return a column counted in code units of UTF-16, from 1.

    >>> utf16_column("😀!", 2)
    3
    """
    return len(line[: column - 1].encode("utf-16-le", "surrogatepass")) // 2 + 1 + max(0, column - 1 - len(line))


def uri(path: str) -> str:
    """Return a relative path as a relative URI reference (RFC 3986)."""
    return quote(path.encode("utf-8", "surrogateescape"), safe="/")


def fingerprinted(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Yield each finding with 32 hexadecimal digits that are its own and outlive a shift of lines.

    They come from what is said and about which line's text; the same said twice of equal lines is counted.
    """
    seen: Counter[str] = Counter()
    for finding in findings:
        said = "\0".join((finding.code, finding.path, finding.message, finding.line))
        seen[said] += 1
        digest = hashlib.sha256(f"{said}\0{seen[said]}".encode("utf-8", "surrogatepass"))
        yield finding, digest.hexdigest()[:32]
