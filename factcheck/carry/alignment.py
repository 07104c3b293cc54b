"""The fate of every sentence between two versions of an article: each link judged; `sidecars` carries the labels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from factcheck.carry.judgement import judge
from factcheck.carry.links import Link, link
from factcheck.carry.outcome import Cause, Fate, Judgement, Outcome, Reason
from factcheck.languages import edit_words
from factcheck.languages.edits import EditWords
from factcheck.text.normal import accented


@dataclass(frozen=True, slots=True)
class _Rules:
    words: EditWords | None
    #: The article as a whole had its accents, or its commas, put in or taken out.
    accents: bool
    commas: bool


def align(old: Sequence[str], new: Sequence[str], language: str, words: EditWords | None = None) -> tuple[Outcome, ...]:
    """Return what became of each sentence: every old index and every new index is in exactly one outcome.

    Outcomes stand in the order of the new sentences, retired ones after the outcome of the sentence before them.

    Args:
        old: The sentences of the old version, in order.
        new: The sentences of the new version, in order.
        language: An ISO 639 code; where there are no word lists for it, only typography is harmless.
        words: Word lists to use instead of the language's own.
    """
    if old == new:
        return tuple(Outcome((i,), (i,), Fate.KEPT, before=text, after=text) for i, text in enumerate(old))
    lists = words or edit_words(language)
    links = link(old, new)
    rules = _Rules(lists, _restored(old, new, accented, 20), _restored(old, new, _commas, 5))
    linked = [_outcome(known, old, new, rules) for known in links]
    return ordered([*linked, *_alone(links, old, new)])


def _restored(old: Sequence[str], new: Sequence[str], count: Callable[[str], int], few: int) -> bool:
    """Return whether the article as a whole had something put in or taken out: one version has hardly any."""
    less, more = sorted(sum(map(count, texts)) for texts in (old, new))
    return more > few and less * 10 < more


def _commas(text: str) -> int:
    return text.count(",")


def _outcome(known: Link, old: Sequence[str], new: Sequence[str], rules: _Rules) -> Outcome:
    before, after = _wording(old, known.old), _wording(new, known.new)
    if len(known.old) == len(known.new) == 1:
        found = judge(before, after, rules.words, accents=rules.accents, commas=rules.commas)
        fate = Fate.CHANGED if found.reasons else Fate.MOVED if known.moved else Fate.KEPT
    else:
        found = Judgement((Reason(Cause.PARTS),))
        fate = Fate.SPLIT if len(known.new) > 1 else Fate.MERGED
    said = (found.reasons, known.moved, before, after, found.kinds, found.named)
    return Outcome(known.old, known.new, fate, *said)


def _wording(texts: Sequence[str], part: Sequence[int]) -> str:
    return texts[part[0]] if len(part) == 1 else " ".join([texts[k] for k in part])


def _alone(links: Sequence[Link], old: Sequence[str], new: Sequence[str]) -> list[Outcome]:
    """Return the outcomes of the sentences without a link."""
    linked_old = {i for known in links for i in known.old}
    linked_new = {j for known in links for j in known.new}
    retired = [Outcome((i,), (), Fate.RETIRED, before=old[i]) for i in range(len(old)) if i not in linked_old]
    return retired + [Outcome((), (j,), Fate.NEW, after=new[j]) for j in range(len(new)) if j not in linked_new]


def ordered(outcomes: Sequence[Outcome]) -> tuple[Outcome, ...]:
    """Sort outcomes by their new place; a retired sentence stands where the one before it stands now."""
    last, places = -1, {}
    for outcome in sorted((o for o in outcomes if o.old), key=lambda o: o.old):
        last = outcome.new[0] if outcome.new and not outcome.moved else last
        places[outcome.old] = last
    return tuple(sorted(outcomes, key=lambda o: (o.new[0], 0, ()) if o.new else (places[o.old], 1, o.old)))
