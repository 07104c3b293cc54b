"""Deciding where annotators differ: what is disputed, why, and how a decision enters the decisions sidecar."""

from __future__ import annotations

from factcheck.review.adjudication.decisions import DecisionState, decision_state, with_weighed_votes

__all__ = ["DecisionState", "decision_state", "with_weighed_votes"]
