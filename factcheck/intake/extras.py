"""Libraries that are only there where somebody asked for them; a missing one is named with what installs it."""

from __future__ import annotations

import importlib
import importlib.metadata
from types import ModuleType
from typing import Any

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred

#: What the distribution of this program is called.
_OURS = "factcheck-annotator"


def library(module: str, extra: str) -> Any:  # noqa: ANN401 - libraries without types
    """Return a library that an extra brings.

    Args:
        module: The name to import.
        extra: The extra of this program's distribution.

    Raises:
        FactcheckError: It is not installed.
    """
    try:
        found: ModuleType = importlib.import_module(module)
    except ImportError as error:
        message = deferred(
            "this kind of source needs {library}, which is not installed", library=module.split(".", maxsplit=1)[0]
        )
        one, every = f"{_OURS}[{extra}]", f"{_OURS}[intake]"
        hint = deferred("Install it: pip install '{extra}', or '{all}' for all kinds.", extra=one, all=every)
        raise FactcheckError(message, hint=hint) from error
    return found


def extractor_version(distribution: str) -> str:
    """Return a library's name and version; empty where there is none, as for what we read ourselves."""
    if not distribution:
        return ""
    try:
        return f"{distribution} {importlib.metadata.version(distribution)}"
    except importlib.metadata.PackageNotFoundError:
        return distribution
