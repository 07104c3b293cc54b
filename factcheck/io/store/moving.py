"""Giving a file another name without ever overwriting one."""

from __future__ import annotations

import os
from pathlib import Path

from factcheck.errors import FactcheckError, system_reason
from factcheck.i18n import deferred


def move(old: Path, new: Path) -> None:
    """Rename a file.

    Raises:
        FactcheckError: There is a file of the new name, or the system refuses, and why.
    """
    if os.path.lexists(new):
        raise FactcheckError(deferred("exists already"), path=str(new), hint=deferred("Nothing was overwritten."))
    try:
        old.rename(new)
    except OSError as error:
        raise FactcheckError(
            deferred("cannot become {new}: {reason}", new=new, reason=system_reason(error)), path=str(old)
        ) from error
