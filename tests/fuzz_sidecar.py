"""Random and mangled sidecars, for as many seconds as asked: never a crash or a hang, and ruamel.yaml always agrees.

Run it with `make fuzz`; the short form of the same is in the suite.
"""

from __future__ import annotations

import sys
import time
from collections import Counter

import strategies
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_sidecar import as_plain, by_ruamel

from factcheck.model import Sidecar
from factcheck.sidecar import SidecarError, read, update, write
from factcheck.sidecar.editing.formatting import formatted
from factcheck.sidecar.reading.lenient import read_freely
from factcheck.yaml.plain import read_plainly
from factcheck.yaml.tree import by_parser

_SLOWEST = 2.0


def fuzz(seconds: float) -> Counter[str]:
    """Try files for so many seconds and return how many there were of each verdict.

    Raises:
        AssertionError: One took longer than two seconds of CPU, or two readers disagree; hypothesis shows the file.
    """
    verdicts: Counter[str] = Counter()
    until = time.monotonic() + seconds
    while time.monotonic() < until:

        @settings(max_examples=200, database=None, deadline=None, suppress_health_check=list(HealthCheck))
        @given(st.data(), strategies.sidecars(max_records=3))
        def one(draw: st.DataObject, sidecar: Sidecar) -> None:
            data = draw.draw(strategies.mangled(write(sidecar)))
            verdicts[_verdict(data)] += 1

        one()
    return verdicts


def _verdict(data: bytes) -> str:
    """Return what comes of a file, having tried on it all that is done with files."""
    started = time.process_time()
    try:
        document = read(data, "x")
    except SidecarError as error:
        return error.kind
    finally:
        assert time.process_time() - started < _SLOWEST, "too slow"
    if document.canonical:
        assert by_ruamel(data) == as_plain(document.sidecar)
    text = data.decode().removeprefix("\ufeff")
    assert read_freely(text, "x", folded=False).sidecar == document.sidecar
    assert read_plainly(text) in (None, by_parser(text))
    try:
        once = formatted(document)
        assert formatted(read(once, "x")) == once
        records = document.sidecar.sentences[::-1]
        update(
            document, Sidecar(document.sidecar.article, document.sidecar.annotator, document.sidecar.language, records)
        )
    except SidecarError as error:
        return f"read, {error.kind} to change"
    return "canonical" if document.canonical else "read"


if __name__ == "__main__":
    tried = fuzz(float(sys.argv[1]) if len(sys.argv) > 1 else 60)
    for verdict, count in tried.most_common():
        print(f"{count:8} {verdict}")  # noqa: T201 - a report to whoever ran it
    print(f"{tried.total():8} files")  # noqa: T201 - the same
