"""What the likeliest keys would lead to, worked out while the annotator reads; carried out only once one is pressed."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import labelling
from factcheck.labelling import Event, State
from factcheck.labelling.state import StepResult


class Prefetch:
    """The outcomes of keys that nobody has pressed yet. The engine is pure, so that working one out does nothing.

    Args:
        state: What the keys would be pressed in.
    """

    def __init__(self, state: State) -> None:
        self._state = state
        self._outcomes: dict[Event, StepResult] = {}

    def states(self) -> Iterator[State]:
        """Work out one key after the other, the likeliest first, and yield the state each would lead to."""
        for key in labelling.likely_keys(self._state):
            self._outcomes[key] = labelling.step(self._state, key)
            yield self._outcomes[key][0]

    def step(self, state: State, event: Event) -> StepResult:
        """Return what `labelling.step` returns, at once if it has been worked out for this very state."""
        known = self._outcomes.get(event) if state is self._state else None
        return known or labelling.step(state, event)
