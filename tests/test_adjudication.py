"""What is disputed, what a decision weighs, and when it comes up again, on hand-made labels."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.carry import carry
from factcheck.model import Annotator, Label, Language, Record, RecordId, Sidecar
from factcheck.review.adjudication import DecisionState, decision_state, with_weighed_votes
from factcheck.review.adjudication.votes import alternatives_of
from factcheck.review.consensus import FinalState, consensus
from factcheck.sidecar import skeleton
from factcheck.text.article import Article

PORT, CROWD, WHO = "Le port est bloqué.", "Selon la mairie, 500 personnes ont défilé.", "Qui paiera ? Rien n'est dit."
TEXTS = (PORT, CROWD, WHO)
CLAIM, OPINION, SOURCED = Label.CLAIM, Label.OPINION, Label.SOURCED


def article(*texts: str) -> Article:
    """Return an article of these sentences, a line each."""
    text = "\n".join(texts or TEXTS) + "\n"
    return Article("a.txt", text, text)


def said(name: str | None, *answers: Label | None, texts: tuple[str, ...] = TEXTS) -> Sidecar:
    """Return somebody's labels on the sentences."""
    empty = skeleton("a.txt", Annotator(name) if name else None, Language("fr"), texts)
    pairs = zip(empty.sentences, (*answers, *[None] * len(texts)), strict=False)
    return empty._replace(sentences=tuple(record._replace(label=label) for record, label in pairs))


def decided(found: DecisionState, number: int, label: Label) -> Sidecar:
    """Return the decisions with one more made, as they are saved."""
    records = list(found.decisions.sentences)
    records[number - 1] = records[number - 1]._replace(label=label, was="", was_label=None)
    return found.decisions._replace(sentences=tuple(records))


def disputed(found: DecisionState) -> list[str]:
    """Return the texts of what is disputed."""
    return [record.text for record in found.decisions.sentences if record.id in found.disputed]


def confirmed(who: Sidecar) -> Sidecar:
    """Return labels with those that wait confirmed as they were."""
    records = (r._replace(label=r.label or r.was_label, was="", was_label=None) for r in who.sentences)
    return who._replace(sentences=tuple(records))


ALICE, BOB = said("alice", CLAIM, CLAIM, OPINION), said("bob", CLAIM, SOURCED, CLAIM)


def test_only_what_annotators_dispute_comes_up() -> None:
    """The decisions have every sentence; those on which all agree are not asked about."""
    found = decision_state(article(), (ALICE, BOB), None)
    assert disputed(found) == [CROWD, WHO]
    assert [record.id for record in found.decisions.sentences] == [record.id for record in ALICE.sentences]
    assert found.decisions.annotator is None


def test_a_decision_records_the_labels_it_weighed() -> None:
    """Only what was decided has them in the file."""
    found = decision_state(article(), (ALICE, BOB), None)
    saved = with_weighed_votes(article(), (ALICE, BOB), decided(found, 2, SOURCED))
    assert [record.over for record in saved.sentences] == ["", "alice=claim bob=sourced", ""]
    assert consensus(article(), (ALICE, BOB), saved).finals[1].state is FinalState.DECIDED


def test_what_is_decided_stays_decided_when_annotators_go_on() -> None:
    """New labels elsewhere, notes, and a third annotator's vote change nothing about a decision."""
    saved = with_weighed_votes(
        article(), (ALICE, BOB), decided(decision_state(article(), (ALICE, BOB), None), 2, SOURCED)
    )
    later = BOB._replace(sentences=(*BOB.sentences[:2], BOB.sentences[2]._replace(note="?", label=OPINION)))
    carla = said("carla", OPINION, OPINION, OPINION)
    found = decision_state(article(), (ALICE, later, carla), saved)
    assert disputed(found) == [PORT]
    assert with_weighed_votes(article(), (ALICE, later, carla), found.decisions).sentences[1] == saved.sentences[1]


def test_a_decision_comes_up_again_when_a_label_it_weighed_changes() -> None:
    """The label decided before waits to be confirmed, beside the new votes."""
    saved = with_weighed_votes(
        article(), (ALICE, BOB), decided(decision_state(article(), (ALICE, BOB), None), 2, SOURCED)
    )
    changed = said("alice", CLAIM, OPINION, OPINION)
    found = decision_state(article(), (changed, BOB), saved)
    assert CROWD in disputed(found)
    record = found.decisions.sentences[1]
    assert (record.label, record.was, record.was_label) == (None, CROWD, SOURCED)
    again = with_weighed_votes(article(), (changed, BOB), decided(found, 2, SOURCED))
    assert again.sentences[1].over == "alice=opinion bob=sourced"
    assert disputed(decision_state(article(), (changed, BOB), again)) == [WHO]


def test_a_decision_comes_up_again_when_the_text_changes() -> None:
    """After an edit of its sentence the decision waits, with what the sentence was; an untouched one stands."""
    both = decided(decision_state(article(), (ALICE, BOB), None), 2, SOURCED)
    both = decided(replace(decision_state(article(), (ALICE, BOB), None), decisions=both), 3, CLAIM)
    saved = with_weighed_votes(article(), (ALICE, BOB), both)
    texts = (PORT, CROWD.replace("500", "900"), WHO)
    alice, bob = (confirmed(carry(who, texts).sidecar) for who in (ALICE, BOB))
    found = decision_state(article(*texts), (alice, bob), saved)
    assert disputed(found) == [texts[1]]
    record = found.decisions.sentences[1]
    assert (record.label, record.was, record.was_label) == (None, CROWD, SOURCED)
    assert found.decisions.sentences[2].label is CLAIM


def test_agreement_reached_later_needs_no_decision() -> None:
    """What annotators settle among themselves is no longer asked about."""
    assert disputed(decision_state(article(), (ALICE, ALICE), None)) == []


def test_a_sentence_divided_by_one_annotator_is_decided_as_the_stretch_it_is() -> None:
    """The decision covers what the votes cover, and its answer joins the parts."""
    parts = ("Qui paiera ?", "Rien n'est dit.")
    bob = said("bob", CLAIM, SOURCED, OPINION, CLAIM, texts=(PORT, CROWD, *parts))
    found = decision_state(article(), (ALICE, bob), None)
    assert disputed(found) == [CROWD, WHO]
    saved = with_weighed_votes(article(), (ALICE, bob), decided(found, 3, OPINION))
    assert saved.sentences[2].over == "alice=opinion bob=opinion+claim"
    assert disputed(decision_state(article(), (ALICE, bob), saved)) == [CROWD]


def test_a_decision_may_divide_what_annotators_did_not() -> None:
    """Half of it decided, the other half still comes up."""
    found = decision_state(article(), (ALICE, BOB), None)
    whole = found.decisions.sentences[2]
    first, second = (
        whole._replace(text="Qui paiera ?", label=OPINION),
        Record(RecordId("s00000000aa"), "Rien n'est dit."),
    )
    halves = found.decisions._replace(sentences=(*found.decisions.sentences[:2], first, second))
    saved = with_weighed_votes(article(), (ALICE, BOB), halves)
    assert saved.sentences[2].over == "alice=opinion bob=claim"
    again = decision_state(article(), (ALICE, BOB), saved)
    assert disputed(again) == [CROWD, "Rien n'est dit."]
    assert again.decisions.sentences[2] == saved.sentences[2]


def test_boundaries_that_annotators_moved_since_are_followed() -> None:
    """An undecided record gives way to the annotators' division; a note or a doubt on it is kept among the retired."""
    *others, last = said(None).sentences
    parts = ("Qui paiera ?", "Rien n'est dit.")
    alice = said("alice", CLAIM, CLAIM, OPINION, CLAIM, texts=(PORT, CROWD, *parts))
    bob = said("bob", CLAIM, CLAIM, CLAIM, CLAIM, texts=(PORT, CROWD, *parts))
    for remarked in (last._replace(note="voir"), last._replace(unsure=True)):
        found = decision_state(article(), (alice, bob), said(None)._replace(sentences=(*others, remarked)))
        assert disputed(found) == [parts[0]]
        assert [record.text for record in found.decisions.sentences] == [PORT, CROWD, *parts]
        assert found.decisions.retired == (remarked,)
    assert decision_state(article(), (alice, bob), said(None)).decisions.retired == ()


@pytest.mark.parametrize("blind", [False, True])
def test_voices_carry_what_annotators_say(*, blind: bool) -> None:
    """Label, source, note and doubt are heard; blind, no name is."""
    doubt = ALICE.sentences[1]._replace(note="vague", unsure=True)
    alice = ALICE._replace(sentences=(ALICE.sentences[0], doubt, ALICE.sentences[2]))
    found = decision_state(article(), (alice, BOB), None, blind=blind)
    voices = found.others.alternatives[found.decisions.sentences[1].id]
    assert {voice.name for voice in voices} == ({"A", "B"} if blind else {"alice", "bob"})
    claim = next(voice for voice in voices if voice.answer == "claim")
    assert (claim.record.note, claim.record.unsure, claim.takable) == ("vague", True, True)
    assert found.others.alternatives[found.decisions.sentences[0].id] == ()


def test_letters_do_not_follow_names() -> None:
    """The same letter stands for different people in different sentences."""
    texts = tuple(f"Phrase numéro {n}." for n in range(20))
    alice, bob = said("alice", *[CLAIM] * 20, texts=texts), said("bob", *[OPINION] * 20, texts=texts)
    found = decision_state(article(*texts), (alice, bob), None, blind=True)
    first = [voices[0].answer for voices in found.others.alternatives.values()]
    assert 3 < first.count("claim") < 17


def test_who_divided_a_sentence_in_two_labels_cannot_be_taken_whole() -> None:
    """There is no one answer to take over."""
    parts = ("Qui paiera ?", "Rien n'est dit.")
    bob = said("bob", CLAIM, CLAIM, OPINION, CLAIM, texts=(PORT, CROWD, *parts))
    final = consensus(article(), (ALICE, bob)).finals[2]
    assert [voice.takable for voice in alternatives_of(final, Record(RecordId("s0000000001"), WHO))] == [True, False]
