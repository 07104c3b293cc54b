"""Who labels what and which sentences need a second label: from names, paths and ids alone, moving nobody's work."""

from __future__ import annotations

import csv
import io
import json
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran
from hypothesis import given
from hypothesis import strategies as st
from labelled import article, labels, sentences, write_desk

from factcheck import sidecar
from factcheck.model import Sidecar
from factcheck.review.overlap import overlap_sentences
from factcheck.review.plan import even_plan, plan

PEOPLE = ["alice", "bob", "carol", "dora", "emil"]
PATHS = [f"annotations/{number}.txt" for number in range(60)]

everybody = st.permutations([*PEOPLE, "fred", "gina", "hugo"])
names = st.tuples(everybody, st.integers(3, 8)).map(lambda drawn: list(drawn[0][: drawn[1]]))
paths = st.lists(st.integers(0, 10**6).map(str), max_size=20, unique=True)


@given(paths, names)
def test_somebody_who_joins_moves_only_what_goes_to_them(files: list[str], people: list[str]) -> None:
    """Neither whole articles nor overlaps move between those who were there; nor does anything when somebody leaves."""
    new, *known = people
    for one, other in zip(plan(files, known), plan(files, people), strict=True):
        assert other.owner in {one.owner, new}
        assert other.overlap in {one.overlap, new}


@given(paths, names, st.booleans())
def test_nobody_checks_themselves(files: list[str], people: list[str], even: bool) -> None:  # noqa: FBT001 - drawn
    """The overlap is never the owner's, every article is dealt once, and the order of names and paths is nothing."""
    deal = even_plan if even else plan
    found = deal(files, people)
    assert all(one.owner != one.overlap for one in found)
    assert [one.path for one in found] == sorted(files)
    assert deal(files[::-1], people[::-1]) == found


def test_dealing_in_turn_is_even() -> None:
    """Nobody has more than one article, or one overlap, more than anybody else."""
    found = even_plan(PATHS, PEOPLE)
    for work in (Counter(one.owner for one in found), Counter(one.overlap for one in found)):
        assert set(work.values()) == {12}


def test_dealing_by_hash_is_fair_in_the_long_run() -> None:
    """Of ten thousand articles each of five has a fifth, within a twentieth."""
    found = plan([str(number) for number in range(10_000)], PEOPLE)
    for work in (Counter(one.owner for one in found), Counter(one.overlap for one in found)):
        assert min(work.values()) > 1_900
        assert max(work.values()) < 2_100


def chosen(*sidecars: Sidecar, size: int = 5) -> list[str]:
    """Return the texts of the overlap of an article whose sentences the first sidecar has."""
    texts = [record.text for record in sidecars[0].sentences]
    return [final.text for final in overlap_sentences(article(texts), sidecars, size)]


def test_the_overlap_is_so_many_in_a_row() -> None:
    """Five neighbours, all where there are no more, wherever they begin."""
    begins = set()
    for number in range(40):
        texts = sentences(12, number)
        found = chosen(labels("alice", texts, "c" * 12))
        begins.add(texts.index(found[0]))
        assert found == texts[texts.index(found[0]) :][:5]
        assert chosen(labels("alice", texts[:4], "cccc")) == texts[:4]
    assert len(begins) > 4


def test_labels_names_and_divisions_do_not_move_it() -> None:
    """Whatever is labelled, whoever comes second, even one who divides a sentence: the same words."""
    for number in range(20):
        texts = sentences(15, number)
        alone = chosen(labels("bob", texts, "c" * 15))
        second = labels("alice", texts, "o" * 15)
        record = second.sentences[number % 15]
        half = len(record.text) // 2
        cut = record.text.index(" ", half)
        parts = (record._replace(text=record.text[:cut]), record._replace(text=record.text[cut + 1 :]))
        parts = (parts[0], parts[1]._replace(id=sidecar.fresh_id(parts[1].text, set())))
        before, after = second.sentences[: number % 15], second.sentences[number % 15 + 1 :]
        divided = second._replace(sentences=(*before, *parts, *after))
        assert chosen(labels("bob", texts, "." * 15), divided) == alone


def test_an_edit_elsewhere_seldom_moves_it() -> None:
    """A new sentence moves the overlap of few articles: where it parts the two that were lowest, or is lower."""
    source = random.Random(5)
    moved = 0
    for number in range(200):
        texts = sentences(20, number)
        at = source.randrange(21)
        longer = [*texts[:at], f"Nouvelle phrase {number}.", *texts[at:]]
        one, other = (chosen(labels("alice", some, "c" * len(some))) for some in (texts, longer))
        moved += len(set(one) & set(other)) < 4
    assert moved < 40


def test_what_stands_in_every_article_is_not_always_chosen() -> None:
    """A sentence that all articles have begins the overlap no more often than any other."""
    begun = 0
    for number in range(200):
        texts = [*sentences(10, number), "Avec les agences.", *sentences(10, 1_000 + number)]
        begun += chosen(labels("alice", texts, "c" * 21))[0] == "Avec les agences."
    assert begun < 40


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a desk of one article that one annotator labelled and that asks for an overlap; commands run there."""
    write_desk(tmp_path / "annotations", {"a": {"alice": "ccoouuccoo"}})
    (tmp_path / "factcheck.yaml").write_text("overlap: 3\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("here")
def test_check_asks_for_two_there_and_one_elsewhere(run: Callable[..., Ran]) -> None:
    """The overlap is found until somebody else has labelled it, and nothing else is asked of them."""
    assert run("check", "--format", "github").out.count("title=FC107 ") == 3
    done = run("annotate", "annotations/a.txt", "--annotator", "bob", "--overlap", "--keys", "iconf<enter>" * 3 + "q")
    assert done.code == 0
    assert "FC107" not in run("check").out
    assert "FC101" not in run("check").out


@pytest.mark.usefixtures("here")
def test_annotate_walks_only_the_overlap(run: Callable[..., Ran]) -> None:
    """Three labels and the view is at its end; without a setting there is nothing to walk."""
    run("annotate", "annotations/a.txt", "--annotator", "bob", "--overlap", "--keys", "cccq")
    saved = sidecar.read(Path("annotations/a.bob.labels.yaml").read_bytes(), "a").sidecar
    done = [number for number, record in enumerate(saved.sentences) if record.done]
    assert done == list(range(done[0], done[0] + 3))
    Path("factcheck.yaml").write_text("", encoding="utf-8")
    assert run("annotate", "annotations/a.txt", "--annotator", "bob", "--overlap", "--keys", "q").code == 2


@pytest.mark.usefixtures("here")
def test_the_command_in_each_format(run: Callable[..., Ran]) -> None:
    """All formats say the same, and nothing is written."""
    before = sorted(Path().rglob("*"))
    rows = list(csv.DictReader(io.StringIO(run("plan", "--among", "alice,bob", "--format", "csv").out)))
    told = json.loads(run("plan", "--among", "bob,alice", "--format", "json").out)
    assert told == {"overlap": 3, "articles": rows}
    text = run("plan", "--among", "alice,bob").out
    assert f"{rows[0]['labels']}  " in text
    assert "annotations/a.txt" in text
    assert sorted(Path().rglob("*")) == before


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("people", ["alice", "alice,alice", "Alice,bob", "alice,,bob", ""])
def test_names_that_cannot_be(people: str, run: Callable[..., Ran]) -> None:
    """One name, a name twice, or no name at all is a mistake."""
    assert run("plan", "--among", people).code == 2


def test_the_same_from_wherever_it_is_asked(
    here: Path, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Paths count from the desk, not from where the command runs; calibration articles are dealt to nobody."""
    one = run("plan", "--among", "alice,bob", "--format", "json").out
    monkeypatch.chdir(here / "annotations")
    assert run("plan", "--among", "alice,bob", "--format", "json").out == one
    (here / "factcheck.yaml").write_text("calibration:\n  - annotations/a.txt\n", encoding="utf-8")
    assert "no article to deal" in run("plan", "--among", "alice,bob").err
