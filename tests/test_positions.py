"""Places of findings against those of yaml-language-server, which editors show, on the same broken sidecars."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import ROOT
from npm import needs_npm

from factcheck.checking.subject import Sheet, subject
from factcheck.checking.table import check
from factcheck.config import Config
from factcheck.model import Place
from factcheck.sidecar import SidecarError, read

CASES = ROOT / "tests" / "cases" / "checking"
SERVER = ROOT / ".bench" / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
SCHEMA = ROOT / "schemas" / "labels-1.schema.json"
#: The cases that YAML or the schema object to.
BROKEN = (
    "FC401-anchor",
    "FC401-syntax",
    "FC401-truncated",
    "FC403-unknown-field",
    "FC404-wrong-type",
    "FC405-unknown-label",
    "FC406-conflict",
)
#: What else a slip of the finger does to the sidecar of the clean case, and where that is said.
SLIPS = {
    "open-text": ('closed on Monday."', "closed on Monday.", Place(9, 49)),
    "open-id": ("id: s521cb1452a", 'id: "s521cb1452a', Place(12, 19)),
    "open-header": ("article: strike.txt", 'article: "strike.txt', Place(3, 21)),
    "open-last-field": ('source: "The prefecture"', 'source: "The prefecture', Place(16, 1)),
    "open-last-quote": ('a disgrace."', "a disgrace.", Place(20, 1)),
    "open-single": ('"The port of Brest was closed on Monday."', "'The port of Brest was closed.", Place(20, 1)),
    "quote-within": ('closed on Monday."', '"closed" on Monday."', Place(9, 33)),
    "unknown-escape": ("The port", "\\qThe port", Place(9, 10)),
    "no-space": ("label: claim", "label:claim", Place(10, 3)),
    "no-space-after-the-dash": ("- id: s521cb1452a", "-id: s521cb1452a", Place(12, 1)),
    "colon-within": ('source: "The prefecture"', "source: The prefecture: all of it", Place(15, 11)),
    "open-bracket": ("label: claim", "label: [claim", Place(10, 10)),
    "open-list": ("sentences:", "sentences: [", Place(8, 1)),
    "ampersand": ('source: "The prefecture"', "source: & Sons", Place(15, 11)),
    "too-deep": ("  label: claim", "    label: claim", Place(10, 1)),
    "not-deep-enough": ("  label: claim", " label: claim", Place(10, 1)),
    "not-indented": ("  label: claim", "label: claim", Place(10, 1)),
}


def ours(path: Path) -> Place:
    """Return the place of the first finding about the form of a sidecar."""
    data = path.read_bytes()
    try:
        sheet = Sheet(path.name, data, read(data, path.name))
    except SidecarError as error:
        sheet = Sheet(path.name, data, None, error)
    return next(f.place for f in check(subject("strike.txt", None, [sheet], Config())) if f.code.startswith("FC4"))


def slipped(name: str) -> str:
    """Return the sidecar of the clean case with a slip."""
    text = (CASES / "clean" / "strike.alice.labels.yaml").read_text()
    right, wrong, _ = SLIPS[name]
    assert right in text
    return text.replace(right, wrong, 1)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_told_where_it_is(tmp_path: Path, name: str, newline: str) -> None:
    """It is told where it was made, whatever a parser comes upon further down."""
    path = tmp_path / "strike.alice.labels.yaml"
    path.write_bytes(slipped(name).replace("\n", newline).encode())
    assert ours(path) == SLIPS[name][2]


@needs_npm("yaml-language-server")
@pytest.mark.skipif(not SCHEMA.is_file(), reason="the schema of sidecars is not there")
def test_places_are_those_that_editors_show(tmp_path: Path) -> None:
    """Line and column of each finding are among those of yaml-language-server, with our schema, on the same file."""
    (tmp_path / "schemas").mkdir()
    shutil.copy(SCHEMA, tmp_path / "schemas")
    for name in BROKEN:
        shutil.copytree(CASES / name, tmp_path / name)
    for name in SLIPS:
        (tmp_path / name).mkdir()
        (tmp_path / name / "strike.alice.labels.yaml").write_text(slipped(name))
    files = sorted(tmp_path.rglob("*.labels.yaml"))
    command = ["node", str(ROOT / "tests" / "language_server.mjs"), str(SERVER), *map(str, files)]
    done = subprocess.run(command, check=True, capture_output=True, timeout=50)
    theirs = json.loads(done.stdout)
    for path in files:
        starts = [one["range"]["start"] for one in theirs[str(path)]]
        assert ours(path) in [Place(start["line"] + 1, start["character"] + 1) for start in starts], path.parent.name
