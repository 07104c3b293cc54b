"""Labels that survive edits of the article: which sentence became which, and whether its label may stay."""

from __future__ import annotations

from factcheck.anchoring.alignment import align
from factcheck.anchoring.carry import Carried, carry
from factcheck.anchoring.composing import composed
from factcheck.anchoring.following import follow
from factcheck.anchoring.outcome import Cause, Fate, Outcome, Reason

__all__ = ["Carried", "Cause", "Fate", "Outcome", "Reason", "align", "carry", "composed", "follow"]
