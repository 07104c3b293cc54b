"""`factcheck merge-driver`, as a person would run it; git's own words are read without click, which takes long."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from factcheck.app.driver import MergeRequest, run_merge


@click.command("merge-driver", hidden=True)
@click.argument("base", type=click.Path(path_type=Path))
@click.argument("ours", type=click.Path(path_type=Path))
@click.argument("theirs", type=click.Path(path_type=Path))
@click.argument("size", type=int)
@click.argument("path")
@click.argument("labels", nargs=-1)
def merge_driver(*, base: Path, ours: Path, theirs: Path, size: int, path: str, labels: tuple[str, ...]) -> None:
    """Merge a sidecar for git: BASE and THEIRS into OURS.

    `factcheck git install` makes git run this as `factcheck merge-driver -- %O %A %B %L %P %S %X %Y`. Exit codes:
    0 merged, 10 conflicts written, anything else: OURS is as it was, and the merge is to be done line by line (11:
    because a version holds conflict markers already).

    \b
    Example, for a merge by hand:
      factcheck merge-driver base.labels.yaml ours.labels.yaml theirs.labels.yaml 7 ours.labels.yaml
    """
    sys.exit(run_merge(MergeRequest(base, ours, theirs, size, path, labels)))
