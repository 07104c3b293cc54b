"""Labels that survive edits of the article: which sentence became which, and whether its label may stay."""

from __future__ import annotations

from factcheck.carry.alignment import align
from factcheck.carry.compose import compose
from factcheck.carry.outcome import Cause, Fate, Judgement, Kind, Outcome, Reason
from factcheck.carry.sidecars import CarryResult, carry
from factcheck.carry.target_sentences import follow

__all__ = [
    "CarryResult",
    "Cause",
    "Fate",
    "Judgement",
    "Kind",
    "Outcome",
    "Reason",
    "align",
    "carry",
    "compose",
    "follow",
]
