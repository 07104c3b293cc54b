"""Opening a session: whose sentences, in which language, and which of them to walk."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from commands import run

from factcheck.io import store
from factcheck.model import Record
from factcheck.sidecar import read

ALICE, BOB = "alice", "bob"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Return a folder with an article of four sentences."""
    (tmp_path / "a.txt").write_text("Il pleut. Il neige.\nIl vente. Il gèle.\n")
    return tmp_path


def annotate(desk: Path, keys: str, *more: str, who: str = ALICE, code: int = 0) -> str:
    """Run the annotator on a script of keys, and return what it printed."""
    with contextlib.chdir(desk):
        told = run("annotate", "a.txt", "--annotator", who, "--keys", keys, *more)
    assert told.code == code, told.out + told.err
    return told.out + told.err


def records(desk: Path, who: str = ALICE) -> list[tuple[str, str]]:
    """Return the texts and labels on the disk."""
    path = desk / f"a.{who}.labels.yaml"
    return [(record.text, record.label or "") for record in read(path.read_bytes(), "").sidecar.sentences]


def git(desk: Path, *arguments: str) -> None:
    """Run git there."""
    subprocess.run(["git", "-C", str(desk), *arguments], check=True, capture_output=True)


def test_a_locale_without_accents_is_no_obstacle(desk: Path) -> None:
    """What an article says is printed in UTF-8, as all other commands print it."""
    command = [
        sys.executable,
        "-m",
        "factcheck",
        "annotate",
        "a.txt",
        "--annotator",
        ALICE,
        "--language",
        "fr",
        "--keys",
    ]
    environment = os.environ | {
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONIOENCODING": "ascii",
    }
    done = subprocess.run([*command, "nnnc"], cwd=desk, capture_output=True, check=True, env=environment)
    assert "Il gèle." in done.stdout.decode()


def test_the_first_annotator_cuts_and_the_second_takes_the_same_sentences(desk: Path) -> None:
    """Boundaries and ids, never labels; the language too."""
    annotate(desk, "coDq", "--language", "fr")
    annotate(desk, "q", who=BOB)
    first, second = (read((desk / f"a.{who}.labels.yaml").read_bytes(), "").sidecar for who in (ALICE, BOB))
    assert [record.text for record in second.sentences] == [record.text for record in first.sentences]
    assert [record.id for record in second.sentences] == [record.id for record in first.sentences]
    assert len(second.sentences) == 3
    assert not any(record.label for record in second.sentences)
    assert second.language == "fr"


def test_hard_wrapped_lines_can_be_told(desk: Path) -> None:
    """It counts when the article is cut; later edits are cut alike untold, and where it comes too late that is said."""
    (desk / "a.txt").write_text("Le maire\nproteste. Il\nsort.\n")
    assert "too late" not in annotate(desk, "cq", "--language", "fr", "--wrapped")
    assert records(desk) == [("Le maire\nproteste.", "claim"), ("Il\nsort.", "")]
    (desk / "a.txt").write_text("Le maire\nproteste. Il\nrentre.\n")
    annotate(desk, "q")
    assert records(desk) == [("Le maire\nproteste.", "claim"), ("Il\nrentre.", "")]
    (desk / "a.alice.labels.yaml").unlink()
    annotate(desk, "q", "--language", "fr")
    assert len(records(desk)) == 4
    assert "comes too late" in annotate(desk, "", "--wrapped")


def test_a_language_that_nobody_knows_is_asked_for_nowhere_but_on_a_terminal(desk: Path) -> None:
    """A script gets an error, and nothing is written."""
    assert "--language fr" in annotate(desk, "c", code=2)
    assert not list(desk.glob("*.labels.yaml"))
    (desk / "factcheck.yaml").write_text("language: fr\n")
    annotate(desk, "c")


def test_a_language_without_word_lists_is_told_once(desk: Path) -> None:
    """A new language or a slip: whoever begins learns what to expect; nobody is told again."""
    told = "no word lists for isl: where a cut is wrong, d divides and D joins"
    assert told in annotate(desk, "c", "--language", "isl")
    assert told not in annotate(desk, "c")
    (desk / "a.alice.labels.yaml").unlink()
    assert "no word lists" not in annotate(desk, "c", "--language", "en")


def test_an_article_that_changed_is_caught_up_with_when_it_is_opened(desk: Path) -> None:
    """Labels stay where the text did, and what changed is asked for again."""
    annotate(desk, "coco", "--language", "fr")
    (desk / "a.txt").write_text("Il pleut. Il neige beaucoup à Brest.\nIl vente. Il gèle.\n")
    told = annotate(desk, "q")
    assert "the article has changed: 1 to look at again" in told
    assert "Il neige" in told
    assert records(desk) == [
        ("Il pleut.", "claim"),
        ("Il neige beaucoup à Brest.", ""),
        ("Il vente.", "claim"),
        ("Il gèle.", "opinion"),
    ]
    (desk / "a.txt").write_text("Il neige beaucoup à Brest.\nIl vente. Il gèle.\n")
    assert "the article has changed: 1 to look at again" in annotate(desk, "c")
    (desk / "a.txt").write_text("Il vente. Il gèle.\n")
    assert "the article has changed: every label still stands" in annotate(desk, "q")


def test_the_command_for_the_next_step_names_whose_labels_and_which_encoding(desk: Path) -> None:
    """As it stands it must go on with the same labels, and read the same article."""
    (desk / "a.txt").write_bytes("Il pleut. C'est l'été.\n".encode("cp1252"))
    told = annotate(desk, "c", "--language", "FR", "--encoding", "cp1252")
    assert "factcheck annotate a.txt --annotator alice --encoding cp1252\n" in told
    assert "factcheck check a.txt --encoding cp1252\n" in annotate(desk, "c", "--encoding", "cp1252")


def test_undo_reaches_back_into_earlier_sessions(desk: Path) -> None:
    """The journal lies outside the work tree and holds for this sidecar alone."""
    annotate(desk, "co", "--language", "fr")
    annotate(desk, "z")
    assert [label for _, label in records(desk)] == ["claim", "", "", ""]
    annotate(desk, "zZZ")
    assert [label for _, label in records(desk)] == ["claim", "opinion", "", ""]
    assert sorted(path.name for path in desk.iterdir()) == ["a.alice.labels.yaml", "a.txt"]


def test_a_hidden_article_is_one_to_check_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Named, it is found with its sidecars; a search of the folder passes over it."""
    monkeypatch.chdir(tmp_path)
    Path(".hidden.txt").write_text("Il pleut.\n")
    assert run("annotate", ".hidden.txt", "--annotator", "alice", "--language", "fr", "--keys", "c").code == 0
    told = run("check", ".hidden.txt")
    assert (told.code, told.out) == (0, "2 files checked, nothing found\n")


def test_a_sidecar_made_anew_has_no_past(desk: Path) -> None:
    """What was done to one that somebody removed cannot be undone in its successor, which begins at the top."""
    annotate(desk, "co", "--language", "fr")
    (desk / "a.alice.labels.yaml").unlink()
    assert annotate(desk, "q", "--language", "fr").startswith("1 of 4, 4 left")
    assert "nothing to undo" in annotate(desk, "z")


def test_a_journal_that_cannot_be_written_takes_no_label_away(desk: Path) -> None:
    """Undo does without it, and that is said."""
    annotate(desk, "q", "--language", "fr")
    journal = next(store.state_folder().glob("*.undo"), None)
    assert journal is None
    lock = next(store.state_folder().glob("*.lock"))
    lock.with_suffix(".undo").mkdir()
    assert "undo will not reach back" in annotate(desk, "c")
    assert records(desk)[0] == ("Il pleut.", "claim")


@pytest.mark.parametrize(
    ("only", "walked"),
    [
        ("unlabelled", ["Il vente.", "Il gèle."]),
        ("label:claim", ["Il pleut."]),
        ("unsure", ["Il neige."]),
        ("disputed", ["Il neige."]),
    ],
)
def test_only_some_sentences_are_walked(desk: Path, only: str, walked: list[str]) -> None:
    """Each stop is one of them, and one key round comes back to the first."""
    annotate(desk, "cokwq", "--language", "fr")
    annotate(desk, "ccq", who=BOB)
    told = annotate(desk, " " * len(walked), "--only", only)
    shown = [line for line in told.splitlines() if line in {"Il pleut.", "Il neige.", "Il vente.", "Il gèle."}]
    assert shown[: len(walked)] == walked
    assert set(shown) == set(walked)


def test_what_was_edited_and_kept_is_told_and_walked(desk: Path) -> None:
    """A harmless edit asks nothing and hides nothing: it is counted, one key shows it, and it can be walked later."""
    annotate(desk, "cccc", "--language", "fr")
    git(desk, "init", "-q")
    git(desk, "add", ".")
    git(desk, "-c", "user.name=a", "-c", "user.email=a@b.fr", "commit", "-qm", "labels")
    (desk / "a.txt").write_text("Il pleut. L'eau neige.\nIl vente. Il  gèle.\n")
    assert "the article has changed: 1 to look at again, 1 edited and kept: v shows it" in annotate(desk, "vwq")
    texts = [record.text for record in stored(desk) if record.unsure]
    assert texts == ["Il  gèle."]
    again = annotate(desk, "q", "--only", "carried")
    assert "Il  gèle." in again
    assert "Il pleut." not in again
    assert "nothing to label" not in again


def stored(desk: Path, who: str = ALICE) -> tuple[Record, ...]:
    """Return the records on the disk."""
    return read((desk / f"a.{who}.labels.yaml").read_bytes(), "").sidecar.sentences


def test_no_sentence_to_walk_is_said_at_once(desk: Path) -> None:
    """There is nothing to open a session for."""
    annotate(desk, "q", "--language", "fr")
    assert "nothing to label: no sentence is labelled claim" in annotate(desk, "c", "--only", "label:claim")
    assert "there is no selection 'nope'" in annotate(desk, "c", "--only", "nope", code=2)
    assert [label for _, label in records(desk)] == [""] * 4


def test_a_reviewer_walks_what_a_branch_changed(desk: Path) -> None:
    """Sentences whose label or text changed since it left, in the reviewer's own sidecar."""
    git(desk, "init", "-q", "-b", "main")
    annotate(desk, "coq", "--language", "fr")
    git(desk, "add", ".")
    git(desk, "commit", "-qm", "start")
    git(desk, "switch", "-qc", "work")
    annotate(desk, "kkoq")
    (desk / "a.txt").write_text("Il pleut. Il neige.\nIl vente. Il gèle à Brest.\n")
    git(desk, "commit", "-qam", "work")
    told = annotate(desk, "uu", "--changed-since", "main", who=BOB)
    assert told.count("Il neige.") == told.count("Il vente.") == 0
    assert [label for _, label in records(desk, BOB)] == ["unverified", "", "", "unverified"]
    git(desk, "add", ".")
    git(desk, "commit", "-qm", "review")
    assert "nothing to label" in annotate(desk, "q", "--changed-since", "HEAD", who="carol")
    assert "nowhere" in annotate(desk, "q", "--changed-since", "nowhere", code=2)


def test_keys_can_be_given_to_other_actions(desk: Path) -> None:
    """By the desk, for everybody; a key for two actions is refused before anything is written."""
    (desk / "factcheck.yaml").write_text('language: fr\nkeys:\n  claim: "f"\n')
    annotate(desk, "fq")
    assert records(desk)[0][1] == "claim"
    (desk / "factcheck.yaml").write_text('language: fr\nkeys:\n  claim: "o"\n')
    assert "both" in annotate(desk, "q", code=2)


def test_an_annotators_name_and_the_sidecars_must_agree(desk: Path) -> None:
    """A copied sidecar is not silently taken over."""
    annotate(desk, "cq", "--language", "fr")
    (desk / "a.bob.labels.yaml").write_bytes((desk / "a.alice.labels.yaml").read_bytes())
    assert "holds the labels of alice" in annotate(desk, "q", who=BOB, code=2)


def test_a_system_without_terminals_is_told_so(desk: Path) -> None:
    """As Windows is: a clear refusal that names the plain view, and nothing written."""
    script = "import sys; sys.modules['termios'] = None; sys.argv = ['factcheck', *sys.argv[1:]]; "
    script += "from factcheck.cli import main; main()"
    command = [sys.executable, "-c", script, "annotate", "a.txt", "--annotator", ALICE, "--language", "fr"]
    done = subprocess.run(command, cwd=desk, capture_output=True, check=False, text=True, env=os.environ)
    assert done.returncode == 2
    assert "neither the screen nor --plain can read keys on this system" in done.stderr
    assert sorted(path.name for path in desk.iterdir()) == ["a.txt"]
