"""What several annotators' labels come to, tested on small articles and hand-made records."""

from __future__ import annotations

import pytest

from factcheck.model import Annotator, Label, Language, Record, RecordId, Sidecar, Span
from factcheck.review.consensus import FinalState, consensus, over
from factcheck.text.article import Article

ONE, TWO, THREE = "It rained.", "Nobody came, she said.", "The end."


def article(*texts: str) -> Article:
    """Return an article that says these sentences on one line."""
    text = " ".join(texts) + "\n"
    return Article("a.txt", text, text)


def sidecar(name: str | None, *said: tuple[str, str]) -> Sidecar:
    """Return a sidecar of (text, answer) pairs: a label, `skip`, or nothing; a decision's `over` after a colon."""
    records = []
    for number, (text, answer) in enumerate(said):
        label, _, decided_over = answer.partition(":")
        records.append(
            Record(
                RecordId(f"s{number:010x}"),
                text,
                label=Label(label) if label and label != "skip" else None,
                skip="byline" if label == "skip" else "",
                source="she" if label == "sourced" else "",
                over=decided_over,
            )
        )
    return Sidecar("a.txt", Annotator(name) if name else None, Language("en"), tuple(records))


def said(*sidecars: Sidecar, texts: tuple[str, ...] = (ONE,), required: int = 1) -> list[tuple[str, str]]:
    """Return (state, label) of each stretch."""
    names = [s for s in sidecars if s.annotator]
    decisions = next((s for s in sidecars if not s.annotator), None)
    result = consensus(article(*texts), names, decisions, required)
    return [(final.state.value, final.label or "") for final in result.finals]


@pytest.mark.parametrize(
    ("answers", "required", "expected"),
    [
        ((), 1, ("unlabelled", "")),
        (("",), 1, ("unlabelled", "")),
        (("claim",), 1, ("labelled", "claim")),
        (("skip",), 1, ("skipped", "")),
        (("claim",), 2, ("unlabelled", "")),
        (("claim", "claim"), 2, ("labelled", "claim")),
        (("claim", ""), 2, ("unlabelled", "")),
        (("claim", "opinion"), 1, ("disputed", "")),
        (("claim", "opinion"), 3, ("disputed", "")),
        (("claim", "skip"), 1, ("disputed", "")),
        (("claim", "opinion", "claim"), 1, ("disputed", "")),
    ],
)
def test_annotators_settle_a_sentence_between_them(
    answers: tuple[str, ...], required: int, expected: tuple[str, str]
) -> None:
    """Enough equal answers make the label, different ones a dispute, too few nothing."""
    sidecars = [sidecar(name, (ONE, answer)) for name, answer in zip("abc", answers, strict=False)]
    assert said(*sidecars, required=required) == [expected]


@pytest.mark.parametrize(
    ("decision", "answers", "expected"),
    [
        ("opinion:a=claim b=opinion", ("claim", "opinion"), ("decided", "opinion")),
        ("unverified:a=claim b=opinion", ("claim", "opinion"), ("decided", "unverified")),
        ("opinion:a=claim b=opinion", ("claim", "opinion", "claim"), ("decided", "opinion")),
        ("opinion:a=claim b=opinion", ("opinion", "opinion"), ("disputed", "")),
        ("opinion:a=claim b=opinion", ("", "opinion"), ("decided", "opinion")),
        ("skip:a=claim b=opinion", ("claim", "opinion"), ("decided", "")),
        ("", ("claim", "opinion"), ("disputed", "")),
    ],
)
def test_a_decision_stands_until_a_label_it_weighed_changes(
    decision: str, answers: tuple[str, ...], expected: tuple[str, str]
) -> None:
    """A newcomer's vote does not reopen it; one of the weighed labels changing does."""
    sidecars = [sidecar(name, (ONE, answer)) for name, answer in zip("abc", answers, strict=False)]
    assert said(*sidecars, sidecar(None, (ONE, decision))) == [expected]


def test_one_who_divided_a_sentence_votes_on_the_same_stretch() -> None:
    """Parts with the same label agree with the whole; parts that differ are a dispute."""
    whole = sidecar("a", (f"{ONE} {TWO}", "claim"), (THREE, "opinion"))
    same = sidecar("b", (ONE, "claim"), (TWO, "claim"), (THREE, "opinion"))
    other = sidecar("b", (ONE, "claim"), (TWO, "opinion"), (THREE, "opinion"))
    texts = (ONE, TWO, THREE)
    assert said(whole, same, texts=texts) == [("labelled", "claim"), ("labelled", "opinion")]
    assert said(whole, other, texts=texts) == [("disputed", ""), ("labelled", "opinion")]


def test_decisions_may_divide_what_annotators_did_not() -> None:
    """Each decided part has its own final label."""
    whole = sidecar("a", (f"{ONE} {TWO}", "claim"))
    decisions = sidecar(None, (ONE, "claim:a=claim"), (TWO, "sourced:a=claim"))
    assert said(whole, decisions, texts=(ONE, TWO)) == [("decided", "claim"), ("decided", "sourced")]


def test_what_the_article_no_longer_says_is_stale_and_what_is_new_is_unlabelled() -> None:
    """A sidecar behind its article neither hides new text nor moves labels onto it."""
    result = consensus(article(ONE, THREE), [sidecar("a", (ONE, "claim"), (TWO, "sourced"))])
    assert [(f.text, f.state) for f in result.finals] == [(ONE, FinalState.LABELLED), (THREE, FinalState.UNLABELLED)]
    assert [record.text for _, record in result.stale] == [TWO]


def test_the_source_comes_with_the_label() -> None:
    """A sourced sentence names its source in the end, too."""
    result = consensus(article(TWO), [sidecar("a", (TWO, "sourced"))])
    assert result.finals[0].source == "she"
    assert over(result.finals[0].votes) == "a=sourced"


def test_the_part_that_decisions_leave_out_is_still_disputed() -> None:
    """Where half of a disputed sentence is decided, the other half stays open."""
    halves = ("Nobody came,", "she said.")
    decisions = sidecar(None, (ONE, ""), (halves[0], "claim:alice=claim bob=sourced"), (halves[1], ""))
    alice, bob = sidecar("alice", (ONE, "claim"), (TWO, "claim")), sidecar("bob", (ONE, "claim"), (TWO, "sourced"))
    found = said(alice, bob, decisions, texts=(ONE, TWO))
    assert found == [("labelled", "claim"), ("decided", "claim"), ("disputed", "")]


BOTH = f"{ONE} {TWO} {THREE}"


@pytest.mark.parametrize(
    ("votes", "required", "rest"),
    [
        (("claim",), 1, ("labelled", "claim")),
        (("claim",), 2, ("unlabelled", "")),
        (("claim", "claim"), 2, ("labelled", "claim")),
        (("claim", "opinion"), 2, ("disputed", "")),
    ],
)
def test_what_a_decision_leaves_of_a_stretch_is_as_open_as_the_stretch(
    votes: tuple[str, ...], required: int, rest: tuple[str, str]
) -> None:
    """Before, between and after decided parts the annotators' votes count, as many as are required and no more."""
    names = [sidecar(name, (BOTH, answer)) for name, answer in zip(("alice", "bob"), votes, strict=False)]
    over = " ".join(f"{name}={answer}" for name, answer in zip(("alice", "bob"), votes, strict=False))
    middle = sidecar(None, (TWO, f"sourced:{over}"))
    ends = sidecar(None, (ONE, f"sourced:{over}"), (THREE, f"claim:{over}"))
    assert said(*names, middle, texts=(BOTH,), required=required) == [rest, ("decided", "sourced"), rest]
    decided = [("decided", "sourced"), rest, ("decided", "claim")]
    assert said(*names, ends, texts=(BOTH,), required=required) == decided


@pytest.mark.parametrize("over", ["nonsense", "alice", "=claim", "alice=claim bob=opinion", "mallory=claim"])
def test_a_decision_that_weighed_other_labels_is_outdated(over: str) -> None:
    """Of three annotators Bob's file is gone and Dave's is there; or nobody can tell what was weighed."""
    alice, dave = sidecar("alice", (ONE, "claim")), sidecar("dave", (ONE, "unverified"))
    assert said(alice, dave, sidecar(None, (ONE, f"opinion:{over}"))) == [("disputed", "")]
    weighed = sidecar(None, (ONE, "opinion:alice=claim dave=unverified"))
    assert said(alice, dave, weighed) == [("decided", "opinion")]


def test_one_outdated_decision_opens_the_whole_stretch() -> None:
    """Of two decisions on parts of a sentence one no longer weighs what was said: both come up again."""
    alice, bob = sidecar("alice", (f"{ONE} {TWO}", "claim")), sidecar("bob", (f"{ONE} {TWO}", "opinion"))
    now = "alice=claim bob=opinion"
    fresh = sidecar(None, (ONE, f"claim:{now}"), (TWO, f"sourced:{now}"))
    assert said(alice, bob, fresh, texts=(ONE, TWO)) == [("decided", "claim"), ("decided", "sourced")]
    for first, second in ((now, "alice=opinion"), ("alice=opinion", now)):
        stale = sidecar(None, (ONE, f"claim:{first}"), (TWO, f"sourced:{second}"))
        assert said(alice, bob, stale, texts=(ONE, TWO)) == [("disputed", "")]


def test_a_second_try_has_no_vote() -> None:
    """Who labels an article again, to see whether they still would, changes nothing by it."""
    assert said(sidecar("alice", (ONE, "claim")), sidecar("alice-again", (ONE, "opinion"))) == [("labelled", "claim")]


def test_half_a_divided_sentence_is_no_answer() -> None:
    """A decision stands while an annotator that it weighed labels one part of the sentence and not yet the other."""
    parts = sidecar("alice", ("Nobody came,", "opinion"), ("she said.", ""))
    decision = sidecar(None, (TWO, "claim:alice=claim"))
    assert said(parts, decision, texts=(TWO,)) == [("decided", "claim")]


def test_parts_inside_a_whole_are_one_stretch_to_its_end() -> None:
    """Where one annotator divided a sentence in three and another did not, the last part votes with the others."""
    whole = sidecar("alice", ("One two three.", "claim"))
    parts = sidecar("bob", ("One", "claim"), ("two", "claim"), ("three.", "opinion"))
    assert said(whole, parts, texts=("One two three.",)) == [("disputed", "")]


def test_sentences_without_a_space_between_them_are_two() -> None:
    """As in Chinese: one ends where the next begins."""
    text = "\u8fd9\u662f\u3002\u90a3\u662f\u3002"
    two = sidecar("alice", (text[:3], "claim"), (text[3:], "opinion"))
    assert said(two, texts=(text,)) == [("labelled", "claim"), ("labelled", "opinion")]


def test_a_final_label_comes_with_its_decision_its_source_and_its_place() -> None:
    """Also where the decision is outdated, for whoever decides again; only what is sourced has a source."""
    votes = [sidecar("a", (ONE, "claim")), sidecar("b", (ONE, "opinion"))]
    for weighed in ("a=claim b=opinion", "a=opinion"):
        decision = sidecar(None, (ONE, f"claim:{weighed}"))
        (final,) = consensus(article(ONE), votes, decision).finals
        assert final.decision == decision.sentences[0]
    for label, kept, named in (("sourced", "she", "she"), ("sourced", "", ""), ("claim", "she", "")):
        one = sidecar("a", (ONE, label))
        one = one._replace(sentences=(one.sentences[0]._replace(source=kept),))
        (final,) = consensus(article(ONE), [one]).finals
        assert final.source == named
    (gap, _rest) = consensus(article("I.", ONE), [sidecar("a", (ONE, "claim"))]).finals
    assert (gap.span, gap.text, gap.state) == (Span(0, 2), "I.", FinalState.UNLABELLED)
