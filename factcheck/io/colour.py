"""Whether to colour what is printed; decided here, once, for every command."""

from __future__ import annotations

import os
import sys


def wants_colour(choice: str = "auto") -> bool:
    """Return whether to colour: the option, else NO_COLOR, else FORCE_COLOR, else whether a terminal reads it."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
