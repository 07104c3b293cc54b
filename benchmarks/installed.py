"""The program as people have it: a plain install in a virtual environment with nothing else in it.

An editable install would not do: finding its packages makes every start slower, even that of an empty Python.
"""

from __future__ import annotations

import subprocess
import venv
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
_HOME = _ROOT / ".bench" / "installed"

PYTHON = str(_HOME / "bin" / "python")
FACTCHECK = str(_HOME / "bin" / "factcheck")


def install() -> None:
    """Install the program as it is now."""
    venv.create(_HOME, clear=True, with_pip=True)
    quiet = ("--quiet", "--disable-pip-version-check")
    subprocess.run([PYTHON, "-m", "pip", "install", *quiet, str(_ROOT)], check=True, stderr=subprocess.DEVNULL)
