"""The merge driver in real repositories: merges, rebases, criss-crosses, crashes, and git without it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran
from desks import Desk, copies, new_desk

from factcheck import sidecar
from factcheck.io.git.installation import Scope, install
from factcheck.model import Label

PROGRAM = f"{sys.executable} -m factcheck"
SIDECAR = "annotations/port-strike.alice.labels.yaml"


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Make the desk that every test copies."""
    desk = new_desk(tmp_path_factory.mktemp("prepared") / 'a desk\'s "place"')
    install(Scope(desk.top), PROGRAM, textconv=True)
    desk.commit("Install")
    return desk


@pytest.fixture
def desk(prepared: Desk, tmp_path: Path) -> Callable[[], Desk]:
    """Return what copies the desk."""
    return copies(prepared, tmp_path)


def branches(desk: Desk, ours: Callable[[], None], theirs: Callable[[], None]) -> None:
    """Let `theirs` happen on the branch `theirs` and `ours` on `main`, which is left checked out."""
    desk.git("checkout", "--quiet", "-b", "theirs")
    theirs()
    desk.commit("Theirs")
    desk.git("checkout", "--quiet", "main")
    ours()
    desk.commit("Ours")


def label(desk: Desk, number: int, kind: Label | None, **fields: object) -> Callable[[], None]:
    """Return what labels a sentence, counted from 1, in Alice's sidecar."""
    return lambda: desk.change("alice", number, label=kind, **fields)


def test_both_machines_work_on_one_sentence_is_merged(desk: Callable[[], Desk]) -> None:
    """A note here and a label there, a source here and a note there, come together without a conflict."""
    here = desk()
    branches(here, label(here, 2, None, note="who counted?"), label(here, 2, Label.SOURCED, source="la préfecture"))
    here.git("merge", "theirs")
    record = here.read("alice").sentences[1]
    assert (record.label, record.source, record.note) == (Label.SOURCED, "la préfecture", "who counted?")


def test_a_conflict_is_confined_to_its_sentence(desk: Callable[[], Desk]) -> None:
    """Different labels give git's markers around two lines; the rest of the file is merged, and git sees it all."""
    here = desk()

    def ours() -> None:
        here.change("alice", 1, label=Label.CLAIM)
        here.change("alice", 4, label=Label.OPINION)

    branches(here, ours, label(here, 1, Label.UNVERIFIED))
    here.git("merge", "theirs", code=1)
    text = (here.top / SIDECAR).read_text(encoding="utf-8")
    assert "<<<<<<< ours\n  label: claim\n=======\n  label: unverified\n>>>>>>> theirs\n" in text
    assert text.count("<<<<<<<") == 1
    assert "label: opinion" in text
    assert here.git("status", "--porcelain").startswith("UU ")
    assert "leftover conflict marker" in here.git("diff", "--check", code=2)


def test_an_edit_and_a_label_on_the_old_words_wait_for_each_other(desk: Callable[[], Desk]) -> None:
    """The label goes to no other words: it waits at the new ones to be confirmed."""
    here = desk()
    old = here.read("alice").sentences[2].text
    branches(here, label(here, 3, None, text="Les syndicats parlent."), label(here, 3, Label.OPINION))
    here.git("merge", "theirs")
    record = here.read("alice").sentences[2]
    assert (record.text, record.label) == ("Les syndicats parlent.", None)
    assert (record.was, record.was_label) == (old, Label.OPINION)


def test_two_people_never_meet(desk: Callable[[], Desk]) -> None:
    """Different annotators write different files, so git alone merges them."""
    here = desk()
    branches(here, label(here, 1, Label.CLAIM), lambda: here.change("bob", 1, label=Label.OPINION))
    here.git("-c", "merge.factcheck.driver=false", "merge", "theirs")
    assert here.read("alice").sentences[0].label == Label.CLAIM
    assert here.read("bob").sentences[0].label == Label.OPINION


def test_a_rebase_swaps_the_sides_and_changes_nothing_else(desk: Callable[[], Desk]) -> None:
    """Rebasing gives the very bytes that merging gives."""
    merged, rebased = desk(), desk()
    for here in (merged, rebased):
        branches(here, label(here, 1, Label.CLAIM, note="a"), label(here, 2, Label.OPINION))
    merged.git("merge", "theirs")
    rebased.git("rebase", "theirs")
    assert (merged.top / SIDECAR).read_bytes() == (rebased.top / SIDECAR).read_bytes()


def test_both_sides_add_the_sidecar(desk: Callable[[], Desk]) -> None:
    """Without a common version, what one side labelled and the other did not is merged."""
    here = desk()
    sides = []
    for number in (1, 5):
        blank = here.read("alice")._replace(article="new.txt")
        records = list(blank.sentences)
        records[number] = records[number]._replace(label=Label.CLAIM)
        sides.append(blank._replace(sentences=tuple(records)))
    branches(here, lambda: here.write(sides[0]), lambda: here.write(sides[1]))
    here.git("merge", "theirs")
    labels = [record.label for record in here.read("alice", "new").sentences]
    assert [number for number, kind in enumerate(labels) if kind] == [1, 5]


def test_a_criss_cross_makes_no_markers_in_the_ancestor(desk: Callable[[], Desk]) -> None:
    """Where git merges two ancestors first, and they conflict, what was there before stands for both."""
    here = desk()
    branches(here, label(here, 1, Label.CLAIM), label(here, 1, Label.OPINION))
    ours, theirs = (here.git("rev-parse", name).strip() for name in ("main", "theirs"))
    old = here.read("alice").sentences[2].text
    third: dict[str, dict[str, object]] = {"main": {"text": "Autre chose."}, "theirs": {"label": Label.SOURCED}}
    for branch, other, kind in (("main", theirs, Label.CLAIM), ("theirs", ours, Label.OPINION)):
        here.git("checkout", "--quiet", branch)
        here.git("merge", other, code=1)
        here.git("checkout", "--ours", SIDECAR)
        here.change("alice", 1, label=kind)
        here.change("alice", 3, **third[branch])
        here.commit(f"Settle on {kind}")
    here.git("checkout", "--quiet", "main")
    here.git("merge", "theirs", code=1)
    text = (here.top / SIDECAR).read_text(encoding="utf-8")
    assert "<<<<<<< ours\n  label: claim\n=======\n  label: opinion\n>>>>>>> theirs\n" in text
    # Only our driver makes one of these two; with markers in the ancestor it could not read that, and git would stop.
    assert f'  text: "Autre chose."\n  label:\n  was: "{old}"\n  was_label: sourced\n' in text
    assert text.count("<<<<<<<") == 1


def test_the_same_conflict_comes_again_when_asked_for(desk: Callable[[], Desk]) -> None:
    """`git checkout --conflict` runs the driver again and finds the same; rerere then settles it by itself."""
    here = desk()
    here.git("config", "rerere.enabled", "true")
    branches(here, label(here, 1, Label.CLAIM), label(here, 1, Label.OPINION))
    here.git("merge", "theirs", code=1)
    before = (here.top / SIDECAR).read_bytes()
    here.git("checkout", "--conflict=merge", SIDECAR)
    assert (here.top / SIDECAR).read_bytes() == before
    (here.top / SIDECAR).write_bytes(_chosen(before))
    here.commit("Settle")
    here.git("reset", "--quiet", "--hard", "HEAD~1")
    here.git("merge", "theirs", code=1)
    assert (here.top / SIDECAR).read_bytes() == _chosen(before)


def _chosen(data: bytes) -> bytes:
    """Return the file with the first side of its one conflict chosen."""
    before, _, rest = data.partition(b"<<<<<<< ours\n")
    ours, _, rest = rest.partition(b"=======\n")
    return before + ours + rest.partition(b">>>>>>> theirs\n")[2]


BROKEN = {
    "missing": "/nowhere/factcheck",
    "dies": "sh -c 'kill -9 $$'",
    "cannot start": f"{sys.executable} -c 'import nothing_of_that_name'",
    "a bug": "sh -c 'exit 3'",
}


@pytest.mark.parametrize("command", BROKEN.values(), ids=BROKEN)
def test_a_driver_that_fails_loses_nothing(desk: Callable[[], Desk], command: str) -> None:
    """Whatever becomes of our program, git merges line by line, and conflicts show: our side never just wins."""
    here = desk()
    install(Scope(here.top), command, textconv=False)

    def both(kind: Label, other: int) -> Callable[[], None]:
        def work() -> None:
            here.change("alice", 1, label=kind)
            here.change("alice", other, label=Label.CLAIM)

        return work

    branches(here, both(Label.CLAIM, 3), both(Label.OPINION, 5))
    here.git("merge", "theirs", code=1)
    text = (here.top / SIDECAR).read_text(encoding="utf-8")
    assert "  label: claim\n=======\n  label: opinion\n" in text
    assert text.count("  label: claim\n") == 3


def test_what_is_no_sidecar_is_left_to_git(desk: Callable[[], Desk]) -> None:
    """A version that cannot be told apart into records is merged line by line."""
    here = desk()
    broken = (here.top / SIDECAR).read_text(encoding="utf-8").replace("sentences:", "sentence:")

    def ours() -> None:
        (here.top / SIDECAR).write_text(broken, encoding="utf-8")

    branches(here, ours, label(here, 6, Label.CLAIM))
    here.git("merge", "theirs")
    text = (here.top / SIDECAR).read_text(encoding="utf-8")
    assert "sentence:\n" in text
    assert "label: claim" in text


def test_comments_and_unknown_fields_survive(desk: Callable[[], Desk]) -> None:
    """What a person wrote into the file is there after a merge, beside what the other side did."""
    here = desk()

    def write() -> None:
        path = here.top / SIDECAR
        text = path.read_text(encoding="utf-8")
        name = here.read("alice").sentences[1].id
        text = text.replace(f"- id: {name}\n", f"# ask the desk\n- id: {name}\n  desk: politics\n")
        path.write_text(text, encoding="utf-8")

    branches(here, write, label(here, 2, Label.CLAIM))
    here.git("merge", "theirs")
    text = (here.top / SIDECAR).read_text(encoding="utf-8")
    assert "# ask the desk\n- id: " in text
    assert "  desk: politics\n" in text
    assert here.read("alice").sentences[1].label == Label.CLAIM


def test_our_own_files_are_as_they_were_when_it_refuses(tmp_path: Path, run: Callable[..., Ran]) -> None:
    """Exit codes other than 0 and 10 mean that nothing was written."""
    for name in ("base", "ours", "theirs"):
        (tmp_path / name).write_text(f"{name}: no sidecar\n", encoding="utf-8")
    files = [str(tmp_path / name) for name in ("base", "ours", "theirs")]
    done = run("merge-driver", "--", *files, "7", "x.labels.yaml")
    assert done.code == 2
    assert (tmp_path / "ours").read_text(encoding="utf-8") == "ours: no sidecar\n"


def test_a_merge_reads_and_writes_in_canonical_form(desk: Callable[[], Desk]) -> None:
    """After a merge without conflicts the sidecar is what we would have written."""
    here = desk()
    branches(here, label(here, 1, Label.CLAIM, note="a"), label(here, 4, Label.SOURCED, source="b"))
    here.git("merge", "theirs")
    data = (here.top / SIDECAR).read_bytes()
    assert data == sidecar.write(sidecar.read(data, SIDECAR).sidecar)


def test_git_reads_as_labels_with_textconv(desk: Callable[[], Desk]) -> None:
    """`git diff`, `git show` and `git log -p` show a label's change as its two lines; a missing command breaks none."""
    here = desk()
    here.change("alice", 1, label=Label.CLAIM)
    here.commit("Label")
    here.change("alice", 1, label=Label.OPINION, note="really?")
    shown = here.git("diff")
    assert "\n-claim       “Le port de Brest est bloqué.”\n+opinion     “Le port" in shown
    assert "\n+              note: really?\n" in shown
    assert "\n-unlabelled  “Le port" in here.git("show")
    install(Scope(here.top), "/nowhere/factcheck", textconv=True)
    assert "\n+  label: opinion\n" in here.git("diff")


def test_git_reads_as_labels_during_a_conflict(desk: Callable[[], Desk]) -> None:
    """The file between the markers, our side of it and theirs, whoever wrote the markers; and nothing of its YAML."""
    for driver in (True, False):
        here = desk()
        branches(here, label(here, 1, Label.CLAIM), label(here, 1, Label.OPINION, note="really?"))
        if not driver:
            here.git("config", "merge.factcheck.driver", "false; git merge-file %A %O %B")
        here.git("merge", "theirs", code=1)
        shown = here.git("diff")
        assert "\n++<<<<<<< " in shown
        assert "\n +claim       “Le port de Brest" in shown
        assert "\n+ opinion     “Le port de Brest" in shown
        assert "label:" not in shown


def test_hunk_headers_show_a_sentence(desk: Callable[[], Desk]) -> None:
    """Without context, the header of a hunk shows the sentence whose label changed."""
    here = desk()
    install(Scope(here.top), PROGRAM, textconv=False)
    here.change("alice", 4, label=Label.CLAIM)
    assert "@@ Rien n'a filtré de la réunion.\n" in here.git("diff", "--unified=0")


def test_without_the_driver_git_merges_what_different_sentences_hold(desk: Callable[[], Desk]) -> None:
    """Stock git merges neighbouring labels, and stops where a text meets its label."""
    here = desk()
    here.git("config", "--remove-section", "merge.factcheck")
    branches(here, label(here, 1, Label.CLAIM), label(here, 2, Label.OPINION))
    here.git("merge", "theirs")
    branches_again = desk()
    branches_again.git("config", "--remove-section", "merge.factcheck")
    branches(branches_again, label(branches_again, 1, None, text="Autre chose."), label(branches_again, 1, Label.CLAIM))
    branches_again.git("merge", "theirs", code=1)


@pytest.mark.parametrize("below", ["skip", "unsure"])
def test_without_the_driver_nothing_said_lands_on_other_words(desk: Callable[[], Desk], below: str) -> None:
    """Stock git stops where one side rewrote the sentence that the other skipped or marked unsure."""
    here = desk()
    here.git("config", "--remove-section", "merge.factcheck")
    said: dict[str, object] = {"skip": "caption"} if below == "skip" else {"unsure": True}
    branches(here, label(here, 3, None, text="Autre chose."), label(here, 3, None, **said))
    here.git("merge", "theirs", code=1)


def test_the_driver_knows_newer_gits_names_for_the_sides(tmp_path: Path, run: Callable[..., Ran]) -> None:
    """The markers carry the names of the branches where git tells them, made visible."""
    base = sidecar.skeleton("a.txt", None, sidecar.read(_plain(), "x").sidecar.language, ["Un."])
    for name, kind in (("base", None), ("ours", Label.CLAIM), ("theirs", Label.OPINION)):
        content = base._replace(sentences=(base.sentences[0]._replace(label=kind),))
        (tmp_path / name).write_bytes(sidecar.write(content))
    files = [str(tmp_path / name) for name in ("base", "ours", "theirs")]
    done = run("merge-driver", "--", *files, "7", "a.labels.yaml", "abc123", "HEAD", "topic\x1b[31m")
    assert done.code == 10
    text = (tmp_path / "ours").read_text(encoding="utf-8")
    assert "<<<<<<< HEAD\n" in text
    assert ">>>>>>> topic<U+001B>[31m\n" in text


def _plain() -> bytes:
    return b'factcheck: 1\narticle: a.txt\nlanguage: fr\nsentences:\n\n- id: s0123456789\n  text: "Un."\n  label:\n'


def test_git_finds_conflicts_of_an_outer_merge_size(tmp_path: Path) -> None:
    """Markers have the size git asks for where the attribute says so."""
    desk = new_desk(tmp_path / "desk")
    install(Scope(desk.top), PROGRAM, textconv=False)
    with (desk.top / ".git/info/attributes").open("a", encoding="utf-8") as file:
        file.write("*.labels.yaml conflict-marker-size=20\n")
    branches(desk, label(desk, 1, Label.CLAIM), label(desk, 1, Label.OPINION))
    done = subprocess.run(["git", "merge", "theirs"], cwd=desk.top, capture_output=True, check=False)
    assert done.returncode == 1
    assert "<" * 20 + " ours\n" in (desk.top / SIDECAR).read_text(encoding="utf-8")
