"""Sidecars: bytes to labels and back without touching what a person wrote."""

from factcheck.sidecar.columns import Columns
from factcheck.sidecar.document import Document
from factcheck.sidecar.editing.splicing import update
from factcheck.sidecar.new import fresh_id, record_id, skeleton, with_own_ids
from factcheck.sidecar.reading import read, read_columns
from factcheck.sidecar.writing import write
from factcheck.yaml.problems import Problem, ProblemKind, SidecarError

__all__ = [
    "Columns",
    "Document",
    "Problem",
    "ProblemKind",
    "SidecarError",
    "fresh_id",
    "read",
    "read_columns",
    "record_id",
    "skeleton",
    "update",
    "with_own_ids",
    "write",
]
