"""Conflicts that a merge left in a sidecar: found, turned into a session, and written back; git is asked elsewhere."""

from __future__ import annotations

from factcheck.resolving.markers import Sides, sides
from factcheck.resolving.settling import ByHand, Standoff, begun, by_hand, session, standoff, unsettled, written

__all__ = ["ByHand", "Sides", "Standoff", "begun", "by_hand", "session", "sides", "standoff", "unsettled", "written"]
