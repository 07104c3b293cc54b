"""Deciding where annotators differ: what is disputed, why, and how a decision enters the decisions sidecar."""
