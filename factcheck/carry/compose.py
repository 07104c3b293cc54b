"""What became of each sentence over two steps, given what became of it in each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from factcheck.carry.alignment import ordered
from factcheck.carry.outcome import Fate, Kind, Outcome, Reason

_STAYED = {Fate.KEPT, Fate.MOVED}


def compose(first: Sequence[Outcome], second: Sequence[Outcome]) -> tuple[Outcome, ...]:
    """Return the fate of every sentence from the text before the first step to the one after the second.

    A sentence that was there only in between is not told.
    """
    return ordered([outcome for group in _groups(first, second) for outcome in group.joined()])


@dataclass(eq=False, slots=True)
class _Group:
    """Outcomes of both steps that hang together through the sentences between the steps."""

    first: list[Outcome]
    second: list[Outcome] = field(default_factory=list)

    def joined(self) -> Iterator[Outcome]:
        """Yield what both steps together did; nothing if the sentences were there only in between."""
        old = tuple(sorted(i for outcome in self.first for i in outcome.old))
        new = tuple(sorted(j for outcome in self.second for j in outcome.new))
        if not old and not new:
            return
        both = [*self.first, *self.second]
        fate = _fate(old, new, [outcome.fate for outcome in both])
        stays = fate in {*_STAYED, Fate.RESTORED}
        yield Outcome(
            old,
            new,
            fate,
            () if stays else self._reasons(),
            bool(old and new) and any(outcome.moved for outcome in both),
            _wording(outcome.before for outcome in sorted(self.first, key=lambda o: o.old) or self.second),
            _wording(outcome.after for outcome in sorted(self.second, key=lambda o: o.new)),
            tuple(kind for kind in Kind if any(kind in outcome.kinds for outcome in both)),
            tuple(dict.fromkeys(reason for outcome in both for reason in outcome.named)),
        )

    def _reasons(self) -> tuple[Reason, ...]:
        first = [reason for outcome in self.first for reason in outcome.reasons]
        second = (reason for outcome in self.second for reason in outcome.reasons)
        return (*first, *(reason for reason in second if reason not in first))


def _groups(first: Sequence[Outcome], second: Sequence[Outcome]) -> Iterable[_Group]:
    groups = {id(group): group for group in [_Group([outcome]) for outcome in first]}
    holds = {j: group for group in groups.values() for j in group.first[0].new}
    set_aside = {group.first[0].before: group for group in groups.values() if not group.first[0].new}
    for outcome in second:
        earlier = list({id(holds[i]): holds[i] for i in outcome.old}.values())
        if outcome.fate is Fate.RESTORED and not earlier and outcome.before in set_aside:
            earlier = [set_aside.pop(outcome.before)]
        group = _Group([o for one in earlier for o in one.first], [o for one in earlier for o in one.second])
        group.second.append(outcome)
        for one in earlier:
            del groups[id(one)]
        groups[id(group)] = group
        holds |= {j: group for before in group.first for j in before.new}
    return groups.values()


def _fate(old: Sequence[int], new: Sequence[int], fates: Sequence[Fate]) -> Fate:
    """Return the fate of sentences that went through these."""
    if not new:
        return Fate.RETIRED
    told = [fate for fate in fates if fate not in _STAYED]
    if not old:
        return Fate.NEW if Fate.NEW in told else told[-1]
    if len(old) != len(new):
        return Fate.SPLIT if len(new) > len(old) else Fate.MERGED
    if not told:
        return Fate.MOVED if Fate.MOVED in fates else Fate.KEPT
    return told[-1] if told[-1] in {Fate.CHANGED, Fate.RESTORED} else Fate.CHANGED


def _wording(parts: Iterable[str]) -> str:
    return " ".join(part for part in parts if part)
