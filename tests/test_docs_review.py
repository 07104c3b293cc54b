"""The guide for reviewers is run: what it shows is what the program and git print."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from conftest import ROOT
from desks import Desk, blank
from transcripts import differences, rewrite

from factcheck.model import Label

SENTENCES = (
    "Le port de Brest est bloqué depuis trois jours.",
    "Selon la préfecture, 5 000 personnes ont défilé.",
    "Les observateurs estiment que le maire a perdu la main.",
)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Return the desk of the guide: Alice's labels on main, Bob's on a branch, Alice's laptop on another."""
    made = Desk(tmp_path)
    (tmp_path / "annotations").mkdir()
    made.git("init", "--quiet", "--initial-branch", "main")

    def commit(message: str, day: int, author: str) -> None:
        date = f"2026-03-{day:02}T09:00:00+01:00"
        monkeypatch.setenv("GIT_COMMITTER_DATE", date)
        monkeypatch.setenv("GIT_AUTHOR_DATE", date)
        monkeypatch.setenv("GIT_AUTHOR_NAME", author)
        made.commit(message)

    (tmp_path / "annotations/strike.txt").write_text("\n".join(SENTENCES) + "\n", encoding="utf-8")
    made.write(blank("alice", SENTENCES, "strike"))
    commit("Open the strike article", 1, "Alice Martin")
    made.git("branch", "laptop")
    made.git("branch", "bob")
    label(made, "alice", Label.CLAIM, Label.CLAIM, Label.UNVERIFIED)
    commit("Label the strike article", 2, "Alice Martin")
    made.git("switch", "--quiet", "bob")
    label(made, "bob", Label.CLAIM, Label.SOURCED, Label.OPINION)
    commit("Second labels", 3, "Bob Le Bris")
    made.git("switch", "--quiet", "laptop")
    label(made, "alice", Label.OPINION, None, None)
    commit("One on the train", 4, "Alice Martin")
    made.git("switch", "--quiet", "main")
    return made


def label(desk: Desk, who: str, *labels: Label | None) -> None:
    """Write somebody's labels on the three sentences."""
    empty = blank(who, SENTENCES, "strike")
    records = [record._replace(label=given) for record, given in zip(empty.sentences, labels, strict=True)]
    records[1] = records[1]._replace(source="la préfecture") if records[1].label is Label.SOURCED else records[1]
    desk.write(empty._replace(sentences=tuple(records)))


def test_the_guide_shows_what_happens(desk: Desk) -> None:
    """Every command of the guide, in order, in the repository it speaks of."""
    guide = ROOT / "docs/review.md"
    if os.environ.get("GOLDEN"):
        rewrite(guide, desk.top)
    else:
        assert not (found := differences(guide, desk.top)), "\n".join(found)
