"""Conflicts that a merge left in a sidecar: found, turned into a session, and written back; `app.session` asks git."""

from __future__ import annotations

from factcheck.merging.conflicts.markers import Sides, sides
from factcheck.merging.conflicts.session import (
    ConflictedSidecar,
    ManualConflict,
    conflicted_sidecar,
    initial,
    manual_conflicts,
    open_ids,
    session,
    to_bytes,
)

__all__ = [
    "ConflictedSidecar",
    "ManualConflict",
    "Sides",
    "conflicted_sidecar",
    "initial",
    "manual_conflicts",
    "open_ids",
    "session",
    "sides",
    "to_bytes",
]
