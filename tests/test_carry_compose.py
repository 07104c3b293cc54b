"""Two steps told as one: laws that hold for any three texts, and what a journalist would expect."""

from __future__ import annotations

from hypothesis import given
from test_carry_alignment import fates
from test_carry_sidecars import labelled, sidecars, texts

from factcheck.carry import Cause, Fate, Outcome, carry, compose
from factcheck.model import Sidecar


def over(*versions: list[str]) -> tuple[Outcome, ...]:
    """Return the outcomes of going through three versions, all claims at first."""
    first = carry(labelled(*versions[0]), versions[1])
    return compose(first.outcomes, carry(first.sidecar, versions[2]).outcomes)


@given(sidecars(), texts, texts)
def test_every_sentence_has_exactly_one_fate(sidecar: Sidecar, between: list[str], now: list[str]) -> None:
    """Each index before and after is in one outcome, with its wording; new ones come in order."""
    first = carry(sidecar, between)
    both = compose(first.outcomes, carry(first.sidecar, now).outcomes)
    assert sorted(i for outcome in both for i in outcome.old) == list(range(len(sidecar.sentences)))
    assert sorted(j for outcome in both for j in outcome.new) == list(range(len(now)))
    for outcome in both:
        assert outcome.after == " ".join(now[j] for j in outcome.new)
        assert not outcome.old or outcome.before == " ".join(sidecar.sentences[i].text for i in outcome.old)


@given(sidecars(), texts)
def test_a_step_that_changes_nothing_is_not_told(sidecar: Sidecar, now: list[str]) -> None:
    """By way of either text itself, the outcome is what the one step did."""
    same = carry(sidecar, [record.text for record in sidecar.sentences]).outcomes
    step = carry(sidecar, now)
    assert compose(same, step.outcomes) == step.outcomes
    assert compose(step.outcomes, carry(step.sidecar, now).outcomes) == step.outcomes


@given(sidecars(), texts, texts)
def test_a_label_that_is_said_to_stay_stays(sidecar: Sidecar, between: list[str], now: list[str]) -> None:
    """One sentence for one that kept its place or moved has the label it had."""
    first = carry(sidecar, between)
    second = carry(first.sidecar, now)
    for outcome in compose(first.outcomes, second.outcomes):
        if outcome.fate in {Fate.KEPT, Fate.MOVED}:
            assert second.sidecar.sentences[outcome.new[0]].label == sidecar.sentences[outcome.old[0]].label


STRIKE = ["Le port est fermé.", "Selon le maire, 11 quais sont bloqués.", "Personne ne passe le matin."]


def test_what_either_step_did_is_told() -> None:
    """An edit of the first step is not forgotten because the second left the sentence alone."""
    changed = STRIKE[1].replace("11", "12")
    told = over(STRIKE, [STRIKE[0], changed, STRIKE[2]], [STRIKE[0], changed, "La nuit tombe sur la rade."])
    assert fates(told) == [
        ((0,), Fate.KEPT, (0,)),
        ((1,), Fate.CHANGED, (1,)),
        ((2,), Fate.RETIRED, ()),
        ((), Fate.NEW, (2,)),
    ]
    assert [reason.cause for reason in told[1].reasons] == [Cause.NUMBER]
    assert (told[1].before, told[1].after) == (STRIKE[1], changed)


def test_what_was_only_in_between_is_not_told() -> None:
    """A sentence that came and went is no news; one that went and came back is restored, not retired and new."""
    assert fates(over(STRIKE[:1], STRIKE, STRIKE[:1])) == [((0,), Fate.KEPT, (0,))]
    told = over(STRIKE, [STRIKE[0], STRIKE[2]], STRIKE)
    assert fates(told)[1] == ((1,), Fate.RESTORED, (1,))
    edited = [STRIKE[0], STRIKE[1].replace("11", "12"), STRIKE[2]]
    assert fates(over(STRIKE, edited, STRIKE))[1] == ((1,), Fate.RESTORED, (1,))
