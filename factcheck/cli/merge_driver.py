"""`factcheck merge-driver`: what git runs to merge a sidecar; it maps files and exit codes, the merge is elsewhere."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from factcheck.errors import FactcheckError
from factcheck.formats.text import visible
from factcheck.i18n import _, said
from factcheck.io.store import read_identified, save
from factcheck.merging import Markers, MergeResult, StrangersError, TornError, merge
from factcheck.merging.hunk import Conflict
from factcheck.model import sidecar_name
from factcheck.sidecar import read

#: Exit code for conflicts, all of them written. Not 1: that is also what a Python that cannot start ends with, and
#: git would then take our side for the merge without a word.
CONFLICTS = 10
#: Exit code for versions that hold conflict markers, as rerere's do: they are merged line by line, as they should be.
TORN = 11

#: The size of git's markers where no attribute says otherwise.
USUAL_SIZE = 7
#: How much larger git asks for them while it makes up a common ancestor of several: 2, and 2 more for each level (3
#: with a file that was renamed on both sides). Where it only wants to put markers around markers, it asks for 1
#: (merge-ort.c and merge-recursive.c, `extra_marker_size`).
FOR_ANCESTORS = 2


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
    before, identity = read_identified(ours)
    after = read_identified(theirs)[0]
    try:
        merged = merge(read_identified(base)[0], before, after)
    except StrangersError as error:
        save(ours, _fitting(path, before, after), identity)
        _tell(error, path)
        sys.exit(CONFLICTS)
    except TornError:
        sys.exit(TORN)
    _prove(merged, path)
    if merged.conflicts and _for_ancestor(size, path):
        save(ours, merged.choosing("base"), identity)
        return
    save(ours, merged.data(_markers(size, labels)), identity)
    for conflict in merged.conflicts:
        click.echo(visible(_both_changed(conflict, path)), err=True)
    sys.exit(CONFLICTS if merged.conflicts else 0)


def _both_changed(conflict: Conflict, path: str) -> str:
    if not conflict.id:
        told = _("factcheck: {path}: both sides changed the {field} of the header")
        return told.format(path=path, field=conflict.field)
    told = _("factcheck: {path}: both sides changed the {field} of sentence {id}")
    return told.format(path=path, field=conflict.field, id=conflict.id)


def _fitting(path: str, ours: bytes, theirs: bytes) -> bytes:
    """Return the version that the file's name belongs to: the other one is somebody else's."""
    name = path.rpartition("/")[2]
    mine = read(theirs, path).sidecar
    return theirs if sidecar_name(mine.article, mine.annotator) == name else ours


def _tell(error: FactcheckError, path: str) -> None:
    """Say what could not be merged, and what to do."""
    told = _("factcheck: {path}: {message}. {hint}")
    click.echo(visible(told.format(path=path, message=said(error.message), hint=said(error.hint))), err=True)


def _prove(merged: MergeResult, path: str) -> None:
    """Read the outcome back, with either side of the conflicts.

    Raises:
        FactcheckError: It could not be read, so it must not be written.
    """
    read(merged.choosing("ours"), path)
    if merged.conflicts:
        read(merged.choosing("theirs"), path)


def _for_ancestor(size: int, path: str) -> bool:
    """Return whether git is only making up a common ancestor, where what was there before stands for a conflict."""
    if size < USUAL_SIZE + FOR_ANCESTORS:
        return False
    from factcheck.io.git.repository import attributes

    try:
        asked = attributes(Path(), [path], ["conflict-marker-size"])[path]["conflict-marker-size"]
    except FactcheckError:  # no repository to ask: somebody runs us by hand
        asked = ""
    return size - (int(asked) if asked.isdecimal() and int(asked) > 0 else USUAL_SIZE) >= FOR_ANCESTORS


def _markers(size: int, labels: tuple[str, ...]) -> Markers:
    """Return how to mark conflicts; a git that knows no labels passes its placeholders on as they are."""
    _, ours, theirs = labels if len(labels) == 3 else ("base", "ours", "theirs")
    return Markers(size, _label(ours, "ours"), _label(theirs, "theirs"))


def _label(label: str, otherwise: str) -> str:
    return otherwise if label.startswith("%") or not label else visible(label)
