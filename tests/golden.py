"""Expected outputs kept as files: compared, or rewritten by `make golden`, whose diff a person reads."""

from __future__ import annotations

import os
from pathlib import Path


def expect(path: Path, actual: str) -> None:
    """Fail unless the file holds `actual`; under `make golden` write it instead."""
    if os.environ.get("GOLDEN"):
        path.write_text(actual, encoding="utf-8")
    assert path.is_file(), f"{path} is missing: run `make golden` and read its diff"
    assert actual == path.read_text(encoding="utf-8")
