"""What pip noted about this installation of the program."""

from __future__ import annotations

import json
from importlib.metadata import PackageNotFoundError, distribution
from typing import NamedTuple


class Installation(NamedTuple):
    """Where an installation came from; empty where it came from an index of packages."""

    #: Of a repository or, beginning with `file:`, of a folder.
    url: str = ""
    #: The commit, if it was a repository.
    commit: str = ""
    #: Addresses of the project that its package declares, as `NAME, URL`.
    declared: tuple[str, ...] = ()


def installed_from() -> Installation:
    """Return where this program was installed from, as `direct_url.json` says (PEP 610), and what it declares."""
    try:
        package = distribution("factcheck-annotator")
        found = json.loads(package.read_text("direct_url.json") or "{}")
        declared = tuple(package.metadata.get_all("Project-URL") or ())
        return Installation(str(found.get("url", "")), str(found.get("vcs_info", {}).get("commit_id", "")), declared)
    except (PackageNotFoundError, ValueError, AttributeError):
        return Installation()
