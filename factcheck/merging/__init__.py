"""The three-way merge of sidecars as a value: records by id, fields one by one; `app.driver` has the files.

Its values are named tuples: git starts a process for each file, and dataclasses take longer to import and to define.
"""

from __future__ import annotations

from factcheck.merging.hunk import Conflict, Markers, MergeResult, Side
from factcheck.merging.merge import merge
from factcheck.merging.raw import StrangersError, TornError, UnmergeableError

__all__ = ["Conflict", "Markers", "MergeResult", "Side", "StrangersError", "TornError", "UnmergeableError", "merge"]
