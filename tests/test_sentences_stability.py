"""A boundary in the corpus moves only together with the version of the rules and a line in the changelog."""

from __future__ import annotations

import hashlib
import json
import os

from conftest import ROOT
from test_sentences import CUT, cases

from factcheck.text.sentences import VERSION, split

#: For each text, by hash, where its sentences ended under each version that moved one.
LOCK = ROOT / "tests" / "cases" / "sentences" / "boundaries.json"

Ends = list[int]


def now() -> dict[str, Ends]:
    """Return where the sentences of every text in the corpus end today."""
    return {
        hashlib.sha256(f"{language} {text}".encode()).hexdigest()[:16]: [span.end for span in split(text, language)]
        for language, text in ((language, line.replace(CUT, "")) for language, line in cases())
    }


def recorded(today: dict[str, Ends]) -> dict[str, dict[str, Ends]]:
    """Return the history with what is new today under this version; what this version already says is not touched."""
    history: dict[str, dict[str, Ends]] = json.loads(LOCK.read_text(encoding="utf-8")) if LOCK.exists() else {}
    for text, ends in today.items():
        versions = history.setdefault(text, {})
        if latest(versions) != ends:
            versions.setdefault(VERSION, ends)
    return history


def latest(versions: dict[str, Ends]) -> Ends:
    """Return what the newest version says of a text."""
    return versions[max(versions, key=int)] if versions else []


def test_no_boundary_moves_unnoticed() -> None:
    """Labels hang on boundaries: to move one, raise VERSION, say so in the changelog, and run `make golden`."""
    if os.environ.get("GOLDEN"):
        lines = [f"{json.dumps(text)}: {json.dumps(versions)}" for text, versions in sorted(recorded(now()).items())]
        LOCK.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    history = json.loads(LOCK.read_text(encoding="utf-8"))
    moved = [text for text, ends in now().items() if latest(history.get(text, {})) != ends]
    assert not moved, f"{len(moved)} texts are cut in another way than the lock says; see this test's first line"


def test_the_changelog_tells_each_version() -> None:
    """Whoever updates can see that boundaries moved, and which."""
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    history = json.loads(LOCK.read_text(encoding="utf-8"))
    for version in {VERSION, *(version for versions in history.values() for version in versions)}:
        assert f"sentence rules {version}" in changelog
        assert int(version) <= int(VERSION)
