"""An article moved with its sidecars: planned first, so that nothing is half done for a reason known beforehand."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.io import store
from factcheck.io.git import contents, staging
from factcheck.io.git.paths import inside
from factcheck.io.git.repository import toplevel
from factcheck.merging import MergeResult, merge
from factcheck.model import source_name
from factcheck.sidecar import update


class Move(NamedTuple):
    """One file and its new name, which may be the old one where only what is in it changes."""

    old: Path
    new: Path


@dataclass(frozen=True, slots=True)
class MovePlan:
    """What is to be done."""

    #: None if somebody has moved the article already.
    article: Move | None
    sidecars: tuple[Move, ...]
    #: What the article will be called, without folders.
    name: str
    #: Sidecars of people who have one under the new name as well: begun on another branch before the article's move
    #: was known there.
    joins: tuple[Move, ...] = ()
    #: The file that says where the article comes from, if there is one.
    source: Move | None = None

    @property
    def moves(self) -> tuple[Move, ...]:
        """All files that get another name."""
        every = (*([self.article] if self.article else []), *self.sidecars, *([self.source] if self.source else []))
        return tuple(move for move in every if move.old != move.new)


def plan_move(old: Path, new: Path) -> MovePlan:
    """Return how to move an article and its sidecars; also where the article, or some of it all, was moved before.

    Args:
        old: The article as it was called.
        new: Its new name, or a folder to move it to.

    Raises:
        FactcheckError: Not an article, no such file, a file of a new name exists already, or one of the two is behind
            a symbolic link that leads out of the desk.
    """
    new = new / old.name if store.is_folder(new) else new
    for path in (old, new):
        store.resolved(path)
    if old.name.endswith(store.SUFFIX) or new.name.endswith(store.SUFFIX):
        raise FactcheckError(
            deferred("a sidecar, not an article"), path=str(old), hint=deferred("Sidecars move with their article.")
        )
    if not store.is_folder(new.parent):
        raise FactcheckError(
            deferred("no such folder"), path=str(new.parent), hint=deferred("Create it first; nothing was moved.")
        )
    moved = not store.exists(old) and store.exists(new)
    if not moved and not store.exists(old):
        raise FactcheckError(deferred("no such file"), path=str(old))
    left = [Move(path, store.sidecar_path(new, store.annotator_of(old, path))) for path in store.sidecar_paths(old)]
    joins = tuple(move for move in left if moved and store.exists(move.new))
    follow = (*(move for move in left if move not in joins), *_moved_before(old, new))
    source = _source(old, new)
    found = MovePlan(None if moved else Move(old, new), follow, new.name, joins, source=source)
    if moved and not (found.sidecars or joins or source):
        hint = deferred("{new} is there, and no sidecar is left behind: there is nothing to do.", new=new)
        raise FactcheckError(deferred("no such file"), path=str(old), hint=hint)
    for move in found.moves:
        if store.exists(move.new):
            raise FactcheckError(deferred("exists already"), path=str(move.new), hint=deferred("Nothing was moved."))
    return found


def _source(old: Path, new: Path) -> Move | None:
    """Return the move of an article's source file; None if it has none left behind."""
    there, goal = (path.with_name(source_name(path.name)) for path in (old, new))
    return Move(there, goal) if store.exists(there) else None


def _moved_before(old: Path, new: Path) -> Iterator[Move]:
    """Yield sidecars that have their new name already but still speak of the old article."""
    if store.sidecar_path(new, None) == store.sidecar_path(old, None):
        return
    for name in store.names_in(new.parent):
        path = new.with_name(name)
        if store.may_be_of(new, name) and store.article_named(path) == old.name:
            yield Move(path, path)


def carry_out(found: MovePlan) -> tuple[Path, ...]:
    """Move the files, with git where it knows them, and tell each sidecar its article's new name.

    What could be committed before can be committed after: a sidecar without unstaged changes has none afterwards.

    Returns:
        The sidecars in which both files of one person contradict each other; they stand between conflict markers.

    Raises:
        FactcheckError: A sidecar cannot be read or is being labelled, or a file cannot be moved.
    """
    with contextlib.ExitStack() as stack:
        for path in (*(move.old for move in found.sidecars), *(p for move in found.joins for p in move)):
            stack.enter_context(store.lock(path, "factcheck mv"))
        documents = [store.load(move.old).document for move in found.sidecars]
        joined = [_joined(move, found.name) for move in found.joins]
        source = _renamed_source(found)
        top = toplevel(Path.cwd())
        known = set(contents.tracked(top)) if top else set()
        changed = set(staging.unstaged(top)) if top else set()
        named = (*found.sidecars, *([found.source] if found.source else []))
        clean = [m.new for m in named if (name := _inside(top, m.old)) in known and name not in changed]
        for move in found.moves:
            _move(move, top, known)
        for move, document in zip(found.sidecars, documents, strict=True):
            renamed = update(document, document.sidecar._replace(article=found.name))
            store.save(move.new, renamed.data, store.identity(move.new))
        if found.source and source:
            store.save(found.source.new, source, store.identity(found.source.new))
        if top:
            staging.stage(top, [name for path in clean if (name := _inside(top, path))])
        for move, result in zip(found.joins, joined, strict=True):
            store.save(move.new, result.data(), store.identity(move.new))
            store.remove(move.old)
    return tuple(move.new for move, result in zip(found.joins, joined, strict=True) if result.conflicts)


def _joined(move: Move, name: str) -> MergeResult:
    """Return what both files of one person come to: what one labelled and the other did not, or a conflict."""
    old, new = (store.load(path).document for path in move)
    return merge(b"", update(old, old.sidecar._replace(article=name)).data, new.data)


def _renamed_source(found: MovePlan) -> bytes:
    """Return the source file with the article's new name; nothing where there is none.

    Raises:
        FactcheckError: It cannot be read.
    """
    if found.source is None:
        return b""
    from factcheck.intake import source_file  # noqa: PLC0415 - most articles have none

    data = store.read_bytes(found.source.old, store.MAX_SIDECAR)
    return source_file.write(source_file.read(data, str(found.source.old))._replace(article=found.name))


def _move(move: Move, top: Path | None, known: set[str]) -> None:
    steps = store.journal(move.old)
    old, new = _inside(top, move.old), _inside(top, move.new)
    if top and old in known and new:
        staging.rename_tracked(top, old, new)
    else:
        store.move(move.old, move.new)
    if steps:
        store.remember(move.new, steps)


def _inside(top: Path | None, path: Path) -> str:
    """Return a path as git writes it; empty if it is in no repository, or not in this one."""
    return inside(top, path) if top else ""
