"""Mutated sidecars and settings through `check`: nothing may crash, hang, or mean two things.

Run as `python tests/fuzz_check.py [SECONDS]`, or `make fuzz`; a few thousand of the same mutants run in the test suite.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor

from factcheck.checking.subject import Sheet, subject
from factcheck.checking.table import check
from factcheck.config import Config
from factcheck.config.settings_file import read_config
from factcheck.errors import FactcheckError
from factcheck.formats import FINDINGS as FORMATS
from factcheck.formats.findings import Report
from factcheck.model import Record
from factcheck.sidecar import SidecarError, read
from factcheck.text.article import Article

CASES = Path(__file__).resolve().parent / "cases"
SIDECARS = sorted(path.read_bytes() for path in CASES.rglob("*.labels.yaml"))
SETTINGS = sorted(path.read_bytes() for path in (CASES / "config").rglob("*.yaml"))
TEXT = "The port of Brest was closed on Monday. The prefecture says 5,000 people marched. It was a disgrace.\n"
ARTICLE = Article("strike.txt", TEXT, TEXT)

#: What breaks readers of YAML, of lines, of terminals.
BITS = (
    b"\t", b"\r\n", b"\n", b"\n\n", b" ", b"  ", b'"', b"'", b"\\", b"\\x", b"\\u0000", b"\\uD800", b"&a ", b"*a",
    b"!!str ", b"<<: ", b"---\n", b"...\n", b"%YAML 1.1\n", b"# c\n", b"- ", b": ", b"? ", b"|", b">", b"[", b"]", b"{",
    b"}", b",", b"<<<<<<< HEAD\n", b"=======\n", b">>>>>>> x\n", b"\xef\xbb\xbf", b"\xff", b"\x00", b"\x1b[31m",
    "\u2028".encode(), "\u0085".encode(), "\u202e".encode(), "é".encode(), "😀".encode(), b"label: claim\n", b"no",
    b"  label:\n", b"1e9", b"~", b"retired:\n", b"sentences: []\n", b'  skip: "x"\n', b"  unsure: yes\n",
    b'  was: ""\n', b"- id: s0000000000\n",
)  # fmt: skip


def mutant(seed: bytes, chance: random.Random) -> bytes:
    """Return `seed` with one to six changes of bytes, bits of syntax or lines."""
    data = bytearray(seed)
    for _ in range(chance.randint(1, 6)):
        chance.choice(_MUTATIONS)(data, chance)
    return bytes(data)


def _insert(data: bytearray, chance: random.Random) -> None:
    at = chance.randint(0, len(data))
    data[at:at] = chance.choice(BITS)


def _delete(data: bytearray, chance: random.Random) -> None:
    at = chance.randint(0, len(data))
    del data[at : at + chance.choice((1, 1, 2, 5, 40))]


def _flip(data: bytearray, chance: random.Random) -> None:
    if data:
        data[chance.randrange(len(data))] = chance.randrange(256)


def _move_lines(data: bytearray, chance: random.Random) -> None:
    lines = bytes(data).splitlines(keepends=True)
    if lines:
        line = lines.pop(chance.randrange(len(lines)))
        for _ in range(chance.randint(0, 2)):
            lines.insert(chance.randint(0, len(lines)), line)
        data[:] = b"".join(lines)


def _cut(data: bytearray, chance: random.Random) -> None:
    del data[chance.randint(0, len(data)) :]


_MUTATIONS: tuple[Callable[[bytearray, random.Random], None], ...] = (
    _insert, _insert, _insert, _delete, _delete, _flip, _move_lines, _move_lines, _cut,
)  # fmt: skip


def one_sidecar(data: bytes) -> None:
    """Check a sidecar and write what is found in every format; hold what is accepted against ruamel."""
    path = "strike.alice.labels.yaml"
    try:
        sheet = Sheet(path, data, read(data, path))
    except SidecarError as error:
        sheet = Sheet(path, data, None, error)
    found = check(subject("strike.txt", ARTICLE, [sheet], Config()))
    for name in FORMATS:
        "".join(FORMATS[name](Report(found, (path,)))).encode()
    if sheet.document:
        assert records(data) == [*sheet.document.sidecar.sentences, *sheet.document.sidecar.retired]


class _Core(SafeConstructor):
    """Takes a date for the text it is: the core schema of YAML 1.2 knows no dates, which ruamel.yaml does."""


_Core.add_constructor("tag:yaml.org,2002:timestamp", lambda _, node: node.value)


def records(data: bytes) -> list[Record]:
    """Return the records as ruamel.yaml reads them, with our defaults for what is absent or empty."""
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = _Core
    loaded = yaml.load(data)
    found = [*(loaded.get("sentences") or []), *(loaded.get("retired") or [])]
    return [
        Record(**{name: value for name, value in one.items() if value is not None and name in Record.__match_args__})
        for one in found
    ]


def one_settings(data: bytes) -> None:
    """Read settings; a refusal has a message."""
    try:
        read_config(data)
    except FactcheckError as error:
        if not error.message:
            raise


def mutants(seed: int) -> Iterator[tuple[Callable[[bytes], None], bytes]]:
    """Yield what to try and on which bytes, for ever, the same for the same seed."""
    chance = random.Random(seed)
    while True:
        if chance.random() < 0.8:
            yield one_sidecar, mutant(chance.choice(SIDECARS), chance)
        else:
            yield one_settings, mutant(chance.choice(SETTINGS), chance)


def main() -> None:
    """Try mutants for as long as was asked; print how many there were, or the one that failed."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    seed = int(time.time())
    end, slowest, number = time.monotonic() + seconds, 0.0, 0
    for number, (trial, data) in enumerate(mutants(seed), start=1):
        started = time.monotonic()
        try:
            trial(data)
        except BaseException:
            print(f"seed {seed}, mutant {number}: {data!r}")  # noqa: T201 - a script
            raise
        slowest = max(slowest, time.monotonic() - started)
        if time.monotonic() > end:
            break
    print(f"{number:,} mutants, seed {seed}, the slowest took {slowest * 1000:.0f} ms")  # noqa: T201


if __name__ == "__main__":
    main()
