"""The fate of every sentence between two versions of an article: links judged; sidecars are carried elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.carry.judgement import judge
from factcheck.carry.links import Link, link
from factcheck.carry.outcome import Cause, Fate, Outcome, Reason
from factcheck.languages import edit_words
from factcheck.languages.edits import EditWords
from factcheck.text.normal import accented


@dataclass(frozen=True, slots=True)
class _Rules:
    words: EditWords | None
    #: The article as a whole had its accents put in or taken out.
    accents: bool


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
    accents = _article_accents(old, new)
    linked = [_outcome(known, old, new, _Rules(lists, accents)) for known in links]
    return ordered([*linked, *_alone(links, old, new)])


def _article_accents(old: Sequence[str], new: Sequence[str]) -> bool:
    """Tell whether the article as a whole had its accents put in or taken out."""
    less, more = sorted(sum(map(accented, texts)) for texts in (old, new))
    return more > 20 and less * 10 < more


def _outcome(known: Link, old: Sequence[str], new: Sequence[str], rules: _Rules) -> Outcome:
    before, after = _wording(old, known.old), _wording(new, known.new)
    if len(known.old) == len(known.new) == 1:
        reasons = judge(before, after, rules.words, accents=rules.accents)
        fate = Fate.CHANGED if reasons else Fate.MOVED if known.moved else Fate.KEPT
    else:
        reasons = (Reason(Cause.PARTS),)
        fate = Fate.SPLIT if len(known.new) > 1 else Fate.MERGED
    return Outcome(known.old, known.new, fate, reasons, known.moved, before, after)


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
