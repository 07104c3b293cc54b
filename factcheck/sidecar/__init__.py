"""Sidecars: bytes to labels and back without touching what a person wrote; whose labels count is decided elsewhere."""

from factcheck.sidecar.document import Document
from factcheck.sidecar.problems import Kind, Problem, SidecarError
from factcheck.sidecar.reading import read
from factcheck.sidecar.skeleton import fresh_id, record_id, skeleton
from factcheck.sidecar.splicing import update
from factcheck.sidecar.writing import write

__all__ = [
    "Document",
    "Kind",
    "Problem",
    "SidecarError",
    "fresh_id",
    "read",
    "record_id",
    "skeleton",
    "update",
    "write",
]
