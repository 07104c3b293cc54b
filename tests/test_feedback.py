"""What an annotator learns from decisions, and what not: nothing about sentences that are still to be labelled."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran
from hypothesis import given
from hypothesis import strategies as st
from labelled import article, labels, sentences, write_desk

from factcheck import sidecar
from factcheck.formats.feedback import feedback_text
from factcheck.labelling.codebook import USUAL, Question
from factcheck.model import Annotator, Sidecar
from factcheck.review.consensus import consensus
from factcheck.review.feedback import ANSWERS, Feedback, FeedbackCount, Score, calibration, decided_sentences, score


def told(own: Sidecar, *others: Sidecar, decisions: Sidecar, number: int = 0) -> Feedback:
    """Return the feedback on one article."""
    assert own.annotator
    count = FeedbackCount(own.annotator)
    said = consensus(article(sentences(len(own.sentences), number)), [own, *others], decisions)
    count.add(decided_sentences("a.txt", own, said))
    count.remember("a.txt", own)
    return count.feedback()


def made(name: str | None, letters: str) -> Sidecar:
    """Return a sidecar of one article from letters."""
    return labels(name, sentences(len(letters.replace("?", ""))), letters)


def filed(decisions: Sidecar, **reasons: str) -> Sidecar:
    """Return decisions with the reasons of some, by the letter s and the sentence's number from 1."""
    records = tuple(
        record._replace(reason=reasons.get(f"s{number}", ""))
        for number, record in enumerate(decisions.sentences, start=1)
    )
    return decisions._replace(sentences=records)


def test_what_stood_and_what_did_not() -> None:
    """Decided sentences that I labelled count, by what I said and what was decided, the most frequent first."""
    found = told(made("alice", "cccoouu."), made("bob", "ooocccss"), decisions=made(None, "sscoo..c"))
    assert (found.decided, found.stood) == (5, 3)
    assert [(one.mine, one.decided, one.times) for one in found.differences] == [("claim", "sourced", 2)]
    assert [example.number for example in found.differences[0].examples] == [1, 2]


def test_slips_are_mine_and_gaps_are_the_desks() -> None:
    """A slip is counted as one; what the codebook or the text is to blame for is no lesson."""
    decisions = filed(made(None, "sss."), s1="slip", s2="codebook", s3="ambiguous")
    found = told(made("alice", "cccc"), made("bob", "ssss"), decisions=decisions)
    assert (found.slips, found.homework) == (1, 2)
    assert [one.times for one in found.differences] == [1]


def test_a_decision_over_labels_that_changed_is_none() -> None:
    """Where somebody has changed their mind since, nothing is decided."""
    decisions = made(None, "sc")
    weighed = decisions.sentences[0]._replace(over="alice=claim bob=opinion")
    decisions = decisions._replace(sentences=(weighed, decisions.sentences[1]))
    assert told(made("alice", "cc"), made("bob", "so"), decisions=decisions).decided == 1


def test_sources_that_differ() -> None:
    """Both call it sourced, by other names: said; case, spacing and apostrophes are no difference."""
    own, decisions = made("alice", "ss"), made(None, "ss")
    records = (own.sentences[0]._replace(source="LA  VILLE"), own.sentences[1]._replace(source="le maire"))
    found = told(own._replace(sentences=records), made("bob", "cc"), decisions=decisions)
    assert [(one.my_source, one.decided_source) for one in found.sources] == [("le maire", "la ville")]


def test_consistency_with_oneself() -> None:
    """Sentences that are equal after folding and were labelled otherwise in another article."""
    count = FeedbackCount(Annotator("alice"))
    texts = ["Le port est fermé.", "Il pleut."]
    count.remember("a.txt", labels("alice", texts, "co"))
    count.remember("b.txt", labels("alice", [" le port  EST fermé."[1:], "Il pleut."], "uo"))
    found = count.feedback()
    assert found.repeated == 2
    assert [[answer for answer, _ in one.answers] for one in found.wavering] == [["claim", "unverified"]]


@given(st.lists(st.sampled_from("cous"), min_size=6, max_size=6), st.permutations(range(6)), st.integers(0, 6))
def test_no_prefix_of_a_labelling_is_unblinded(decided: list[str], order: list[int], done: int) -> None:
    """Whatever part of an article is labelled, feedback has no text, source or decision of the others.

    A name that stands in no sentence gives each decision away.
    """
    texts = sentences(6)
    mine = ["c" if place in order[:done] else "." for place in range(6)]
    decisions = labels(None, texts, "".join(decided))
    secret = tuple(
        record._replace(source=f"secret {number}", note=f"secret {number}", reason="edge")
        for number, record in enumerate(decisions.sentences)
    )
    own, other = labels("alice", texts, "".join(mine)), labels("bob", texts, "oooooo")
    found = told(own, other, decisions=decisions._replace(sentences=secret))
    words = feedback_text(found, USUAL, 80)
    for place in range(6):
        if place not in order[:done]:
            assert f"quai {place + 1} " not in words
            assert f"secret {place}" not in words
    assert found.decided == done
    assert "bob" not in words


def test_each_mix_up_has_a_question_and_a_borderline_case() -> None:
    """All twenty pairs of an answer and the right one lead to a question and to a case."""
    pairs = [(mine, right) for mine in ANSWERS for right in ANSWERS if mine != right]
    assert len(pairs) == 20
    for mine, right in pairs:
        assert isinstance(USUAL.question_between(mine, right), Question)
        assert USUAL.case_between(mine, right)


def test_calibration_says_what_so_few_can_show() -> None:
    """36 of 40 is 90 % [77, 96], and it takes 37 to show four fifths; ten can show nothing."""
    found = calibration("alice", Score(36, 40, 0))
    assert (round(found.low, 2), round(found.high, 2), found.least) == (0.77, 0.96, 37)
    assert calibration("alice", Score(10, 10, 0)).least is None


def test_the_key_is_compared_piece_by_piece() -> None:
    """What the key has and the annotator has not labelled is open; what the key leaves out does not count."""
    texts = sentences(5)
    key = labels(None, texts, "coux.")
    assert score(article(texts), labels("alice", texts, "ccu.c"), key) == Score(2, 3, 1)
    assert score(article(texts), None, key) == Score(0, 0, 4)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a desk with decisions and with a calibration article; commands run there, as alice."""
    write_desk(tmp_path / "annotations", {"a": {"alice": "cccoou.", "bob": "sssoouc", None: "sccoouo"}})
    write_desk(tmp_path / "key", {"b": {"alice": "ccccoooouu", None: "ccccoooccc"}})
    (tmp_path / "factcheck.yaml").write_text("calibration:\n  - key/\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FACTCHECK_ANNOTATOR", "alice")
    return tmp_path


@pytest.mark.usefixtures("here")
def test_the_command_tells_and_keeps_the_key(run: Callable[..., Ran]) -> None:
    """Feedback quotes what I labelled; calibration articles have no part in it, and their score quotes nothing."""
    text = run("feedback").out
    assert "6 sentences that you labelled are decided" in text
    assert "You said claim, decided was sourced: 1" in text
    assert "Who says it?" in text
    assert "key/b.txt" not in text
    told_score = run("feedback", "--calibration").out
    assert "alice: 7 of 10, 70 % [40, 89]" in told_score
    assert "quai" not in told_score


@pytest.mark.usefixtures("here")
def test_who_labelled_nothing_is_told_apart_from_who_waits(run: Callable[..., Ran]) -> None:
    """A name that is mistyped is not told that its labels wait for decisions."""
    assert "alicia: you have labelled nothing here" in run("feedback", "alicia").out


@pytest.mark.usefixtures("here")
def test_json_is_the_same(run: Callable[..., Ran]) -> None:
    """The fields are those of the value."""
    found = json.loads(run("feedback", "alice", "--format", "json").out)
    assert (found["decided"], found["stood"]) == (6, 5)
    assert json.loads(run("feedback", "--calibration", "--format", "json").out)["right"] == 7
    assert run("feedback", "--desk", "--calibration").code == 2


def test_homework_hides_what_is_still_to_be_labelled(here: Path, run: Callable[..., Ran]) -> None:
    """Gaps and ambiguous sentences are listed, but for those that whoever asks has not labelled yet."""
    path = here / "annotations" / "a.labels.yaml"
    decisions = sidecar.read(path.read_bytes(), "a").sidecar
    path.write_bytes(sidecar.write(filed(decisions, s1="codebook", s7="ambiguous")))
    text = run("feedback", "--desk").out
    assert "quai 1 " in text
    assert "quai 7 " not in text
    assert "1 is not shown" in text
    assert "quai 7 " in run("feedback", "bob", "--desk").out


@pytest.mark.usefixtures("here")
def test_what_cannot_be_read_is_said(run: Callable[..., Ran]) -> None:
    """A broken sidecar makes the exit code 2, and what could be read is told."""
    Path("annotations/a.bob.labels.yaml").write_text("factcheck: 1\n", encoding="utf-8")
    ran = run("feedback")
    assert ran.code == 2
    assert "a.bob.labels.yaml" in ran.err
    assert run("feedback", "No Such").code == 2


@pytest.mark.usefixtures("here")
def test_the_key_is_never_shown_by_annotate(run: Callable[..., Ran]) -> None:
    """A new annotator sees the sentences of a calibration article and nothing of what was decided."""
    out = run("annotate", "key/b.txt", "--annotator", "zoe", "--keys", "n" * 12 + "q").out
    assert "claim" not in out
    assert "opinion" not in out
