"""Deciding where annotators differ: what is disputed, why, and how a decision enters the decisions sidecar."""

from __future__ import annotations

from factcheck.adjudication.deciding import Docket, docket, recorded

__all__ = ["Docket", "docket", "recorded"]
