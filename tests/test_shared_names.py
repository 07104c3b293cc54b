"""One file name with two readings: `a.bob.labels.yaml` is Bob's on a.txt, or the decisions on a.bob.txt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran
from desks import Desk, blank, new_desk

from factcheck.app.session.writer import SidecarWriter
from factcheck.errors import FactcheckError
from factcheck.io import store
from factcheck.model import Annotator, Label, Record, Sidecar
from factcheck.sidecar import write

Run = Callable[..., Ran]
ONE, OTHER = "annotations/port-strike.txt", "annotations/port-strike.bob.txt"


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Return a desk where Bob labelled one article, and Alice and Carol differ over one that is called after him."""
    desk = new_desk(tmp_path_factory.mktemp("prepared") / "desk")
    desk.change("bob", 1, label=Label.CLAIM)
    (desk.top / OTHER).write_bytes((desk.top / ONE).read_bytes())
    for name, label in (("alice", Label.CLAIM), ("carol", Label.OPINION)):
        empty = blank(name, article="port-strike.bob")
        first, *rest = empty.sentences
        desk.write(empty._replace(sentences=(first._replace(label=label), *rest)))
    desk.commit("Label")
    return desk


WRITERS = {
    "adjudicate": ("adjudicate", OTHER, "--keys", "12o3"),
    "annotate": ("annotate", OTHER, "--annotator", "bob", "--language", "fr", "--keys", "cq"),
    "carry": ("carry", OTHER),
    "mv": ("mv", "annotations/port-strike.bob.txt", "annotations/port.txt"),
    "fmt": ("fmt", OTHER),
}


@pytest.mark.parametrize("command", WRITERS)
def test_no_writer_touches_another_articles_labels(desk: Desk, run: Run, command: str) -> None:
    """Bob's labels on the other article stay byte for byte; who would need their name is told whose they are."""
    before = desk.path("bob").read_bytes()
    ran = run(*WRITERS[command])
    assert desk.path("bob").read_bytes() == before
    if command == "adjudicate":
        assert ran.code == 2
        assert "port-strike.bob.labels.yaml: belongs to another article, port-strike.txt" in ran.err
    else:
        assert ran.code == 0, ran


def test_nor_does_the_one_whose_name_decisions_have_taken(desk: Desk, run: Run) -> None:
    """The other way round it is Bob who cannot label."""
    desk.path("bob").unlink()
    assert run("adjudicate", OTHER, "--keys", "12o3").code == 0
    before = desk.path("bob").read_bytes()
    ran = run("annotate", ONE, "--annotator", "bob", "--language", "fr", "--keys", "cq")
    assert (ran.code, desk.path("bob").read_bytes()) == (2, before)
    assert "belongs to another article, port-strike.bob.txt" in ran.err


def test_check_names_the_clash_before_it_bites(desk: Desk, run: Run) -> None:
    """A warning at the file, which says which other article it could belong to."""
    found = [line for line in run("check").out.splitlines() if "FC505" in line]
    (line,) = found
    assert line.startswith("annotations/port-strike.bob.labels.yaml:1:1: FC505 warning: ")
    assert line.endswith("by its name it could belong to port-strike.bob.txt as well")
    assert "FC505" not in run("check", "annotations/port-strike.bob.txt").out
    assert desk.path("bob").is_file()


def test_a_session_does_not_take_other_labels_for_its_own(tmp_path: Path) -> None:
    """Where another article's labels come to stand at the file's name meanwhile, they are neither shown nor merged."""
    path = tmp_path / "a.bob.labels.yaml"
    mine = Sidecar("a.txt", Annotator("bob"), blank("bob").language, blank("bob").sentences)
    keeper = SidecarWriter(path, ("a.txt", Annotator("bob")), None)
    keeper.keep(mine)
    theirs = Sidecar("a.bob.txt", None, mine.language, (Record(mine.sentences[0].id, "Autre."),))
    path.unlink()
    store.save(path, write(theirs), None)
    before = path.read_bytes()
    assert keeper.external_change() is None
    labelled = mine._replace(sentences=(mine.sentences[0]._replace(label=Label.CLAIM), *mine.sentences[1:]))
    with pytest.raises(FactcheckError, match=r"those on a\.bob\.txt"):
        keeper.keep(labelled)
    assert path.read_bytes() == before
