"""Tools of the npm registry that tests try our output on, where `make npm-tools` has installed them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

#: Where they are.
MODULES = Path(__file__).resolve().parent.parent / ".bench" / "node_modules"


def needs_npm(package: str) -> pytest.MarkDecorator:
    """Return a mark that skips a test where the package is not installed."""
    there = (MODULES / package).is_dir()
    return pytest.mark.skipif(not there, reason=f"{package} is not installed: `make npm-tools` does it, given npm")


def node(script: str, *args: str) -> object:
    """Run an ES module that may import the tools; return the JSON it prints."""
    done = subprocess.run(
        ["node", "--input-type=module", "-e", script, *args], cwd=MODULES.parent, check=True, capture_output=True
    )
    return json.loads(done.stdout)


def tool(name: str, *args: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run one of the tools' commands and return what it gave."""
    command = [str(MODULES / ".bin" / name), *args]
    return subprocess.run(command, cwd=cwd, check=False, capture_output=True, text=True)
