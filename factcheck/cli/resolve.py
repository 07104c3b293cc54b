"""`factcheck resolve`: settle what a merge left in conflict in sidecars, one key each."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.app.desk import desk
from factcheck.app.session.conflicts import (
    ConflictedFile,
    Found,
    SettledFile,
    confined,
    count_open,
    find_conflict,
    left_to_hand,
    merged_anew,
    open_resolution,
    repair,
    settle_without_asking,
)
from factcheck.cli.options import PATH
from factcheck.cli.session_options import (
    SessionEnd,
    SessionOptions,
    leave,
    locked,
    open_view,
    run_to_end,
    script,
    session_options,
)
from factcheck.errors import FactcheckError
from factcheck.formats.text import complaint, visible
from factcheck.i18n import N_, _, deferred, said
from factcheck.io import store
from factcheck.io.git import contents
from factcheck.io.git.paths import below
from factcheck.io.git.repository import repository, toplevel
from factcheck.merging import StrangersError
from factcheck.text.shell import file, shell_command

if TYPE_CHECKING:
    from factcheck.app.session import View
    from factcheck.merging.conflicts import ManualConflict


@click.command()
@click.argument("paths", nargs=-1, type=PATH)
@click.option("--again", is_flag=True, help="Merge both sides again and ask about every conflict, settled or not.")
@click.option(
    "--merge", "commit", metavar="COMMIT", help=_("Put right what that merge gave to the wrong annotator, or lost.")
)
@session_options
def resolve(
    paths: tuple[Path, ...], *, again: bool, commit: str | None, plain: bool, keys: str | None, color: str
) -> None:
    """Settle the conflicts that a merge left in sidecars.

    Or a rebase. 1 takes ours, 2 theirs, a label key another label.

    PATHS are sidecars or folders; without any, all sidecars that git calls unmerged. What is settled is written at
    once, what is not keeps its conflict markers. Afterwards, `git add` the files. During a rebase, "ours" is the
    branch that is rebased onto.

    Where git took one person's file for another's, everybody's labels are merged as their own; `--merge` does that
    for a merge that is committed already, as `factcheck check` asks for, and keeps later work.

    \b
    Examples:
      factcheck resolve
      factcheck resolve annotations/port-strike.alice.labels.yaml --keys 121
      factcheck resolve --merge HEAD
      git mergetool --tool=factcheck
    """
    if commit is not None:
        sys.exit(_repair(commit, paths))
    top = toplevel(Path.cwd()) if paths and not again else repository(Path.cwd()).top
    ends = list(_settled(_found(paths, top, again=again), SessionOptions(plain, keys, color)))
    for end in ends:
        click.echo(f"{visible(str(end.path))}: {end.told}", err=end.code > 1)
    if not ends:
        click.echo(_("no sidecar is in conflict"))
    code = max((end.code for end in ends), default=0)
    for end in ends:
        if end.session_end and (
            end.session_end.code or end.session_end.session.ended_by or end.session_end.session.cut_short
        ):
            leave(end.session_end, end.session_end.code or code)
    sys.exit(code)


def _repair(commit: str, paths: Sequence[Path]) -> int:
    """Put right what a merge got wrong; return the exit code."""
    top = repository(Path.cwd()).top
    ends = [_named(top, one) for one in repair(top, commit, [below(top, path) for path in paths])]
    for end in ends:
        click.echo(f"{visible(str(end.path))}: {end.told}")
    if not ends:
        click.echo(_("that merge kept everybody's labels apart: there is nothing to put right"))
    return max((end.code for end in ends), default=0)


@dataclass(frozen=True, slots=True)
class _End:
    """What became of one file."""

    path: Path
    #: What to say about it, already safe for a terminal.
    told: str
    #: 0 settled, 1 conflicts are left, 2 it could not be looked at.
    code: int
    session_end: SessionEnd | None = None


#: A sidecar with what is in conflict in it, nothing, or why that cannot be told.
_Found = tuple[Path, Found | FactcheckError]


def _found(paths: Sequence[Path], top: Path | None, *, again: bool) -> Iterator[_Found]:
    """Yield the sidecars that `paths` stand for; last those that only the commits tell apart, merged anew."""
    index = {one.path: one for one in contents.unmerged(top)} if top else {}
    unmerged = {Path(os.path.relpath(top / name)): name for name in index if name.endswith(store.SUFFIX)} if top else {}
    anew: dict[str, Path] = {}
    for path in _chosen(paths, unmerged):
        name = below(top, path) if top else ""
        try:
            if again:
                anew[name] = path
            else:
                yield path, find_conflict(path, top, index.get(name))
        except StrangersError:
            anew[name] = path
        except FactcheckError as error:
            yield path, error
    if top and anew:
        yield from _anew(top, merged_anew(top, index, again=anew if again else ()), anew)


def _anew(top: Path, merged: Iterable[Found], asked: Mapping[str, Path]) -> Iterator[_Found]:
    """Yield what came of merging sidecars anew, and which of those asked about was not among them."""
    left = dict(asked)
    for one in merged:
        if one is None:
            continue
        name = one.path.relative_to(top).as_posix()
        for gone in (name, *one.add):
            left.pop(gone, None)
        yield Path(os.path.relpath(one.path)), one
    for path in left.values():
        message = deferred("both sides changed it by hand meanwhile: settle it in an editor, then git add it")
        yield path, FactcheckError(message, path=str(path))


def _chosen(paths: Sequence[Path], unmerged: Iterable[Path]) -> Iterator[Path]:
    """Yield the files among `paths` and what git calls unmerged in the folders; all that without any path."""
    folders = [store.true_path(path) for path in paths if store.is_folder(path)]
    inside = [
        path for path in unmerged if any(store.true_path(path.parent).is_relative_to(folder) for folder in folders)
    ]
    yield from dict.fromkeys((*(path for path in paths if not store.is_folder(path)), *(inside if paths else unmerged)))


def _settled(found: Iterable[_Found], setup: SessionOptions) -> Iterator[_End]:
    """Walk one file after the other, all with one view; who leaves conflicts behind is not led to the next file."""
    with contextlib.ExitStack() as stack:
        view: View | None = None
        stopped = False
        for path, what in found:
            if not isinstance(what, ConflictedFile):
                yield _unasked(path, what)
            elif stopped:
                yield _End(path, _("not looked at yet"), 1)
            else:
                if what.conflicts.open and view is None:
                    view = stack.enter_context(open_view(setup.at_desk(desk(path.parent).config), script(setup)))
                end = _walked(path, what, view) if view and what.conflicts.open else _joined(path, what)
                stopped = end.code > 0
                yield end


def _unasked(path: Path, what: SettledFile | FactcheckError | None) -> _End:
    """Return what to say of a file in which there is nothing to ask about."""
    if isinstance(what, FactcheckError):
        told = FactcheckError(what.message, line=what.line, column=what.column, hint=what.hint)
        return _End(path, complaint(told), 2)
    if what is None:
        return _End(path, _("nothing is in conflict"), 0)
    return _named(None, replace(what, path=path))


def _named(top: Path | None, what: SettledFile) -> _End:
    path = Path(os.path.relpath(top / what.path)) if top else what.path
    if not what.add:
        return _End(path, visible(said(what.message)), 1)
    return _End(
        path,
        _("{told}; next: {command}").format(
            told=visible(said(what.message)), command=_add(*map(Path, _beside(path, what.add)))
        ),
        0,
    )


def _beside(path: Path, names: Sequence[str]) -> Iterator[str]:
    """Yield files that git knows by their paths from the top as paths from here, the first of which is `path`."""
    top = Path(str(path.absolute()).removesuffix(names[0]))
    yield from (os.path.relpath(top / name) for name in names)


def _joined(path: Path, conflicted: ConflictedFile) -> _End:
    """Settle a file in which no sentence has to be asked about."""
    with locked(path, N_("somebody who resolves it")):
        settle_without_asking(conflicted)
    if hand := left_to_hand(conflicted):
        return _End(path, _("no label is in conflict") + f"\n{_by_hand(path, hand)}", 1)
    return _End(path, _("both sides fit together; next: {command}").format(command=_add_all(path, conflicted)), 0)


def _walked(path: Path, conflicted: ConflictedFile, view: View) -> _End:
    from factcheck.labelling import bind

    view.redraw()
    with locked(path, N_("somebody who resolves it")):
        session_end = run_to_end(
            open_resolution(confined(conflicted), bind(desk(path.parent).config.keys)).session(view)
        )
    sidecar = session_end.session.state.sidecar
    remaining, hand = count_open(conflicted, sidecar), left_to_hand(conflicted, sidecar)
    told = _("{count} settled, {left} left").format(count=len(conflicted.conflicts.open) - remaining, left=remaining)
    if hand:
        return _End(path, f"{told}\n{_by_hand(path, hand)}", 1, session_end)
    return _End(
        path,
        told if remaining else _("{told}; next: {command}").format(told=told, command=_add_all(path, conflicted)),
        1 if remaining else 0,
        session_end,
    )


def _add_all(path: Path, conflicted: ConflictedFile) -> str:
    """Return the command for a file that is settled, and those that its labels have left."""
    return _add(*map(Path, _beside(path, conflicted.add))) if conflicted.add else _add(path)


def _by_hand(path: Path, conflicts: Sequence[ManualConflict]) -> str:
    """Return each conflict that no key settles, with its line, and how to settle it."""
    named = visible(str(path))
    told = [f"{named}:{conflict.line}: {_what(conflict)}" for conflict in conflicts]
    how = _(
        "In an editor, keep the lines of one side and delete those with <<<<<<<, ======= and >>>>>>>; then: {command}"
    )
    return "\n".join([*told, how.format(command=_add(path))])


def _what(conflict: ManualConflict) -> str:
    """Say what a conflict is about."""
    from factcheck.text.quoting import quoted

    kind = _("retired sentence") if conflict.retired else _("sentence")
    where = (
        _("of the {kind} {text}").format(kind=kind, text=said(quoted(conflict.text)))
        if conflict.text
        else _("in the header")
    )
    return visible(f"`{conflict.field}` {where}")


def _add(*paths: Path) -> str:
    return shell_command("git", "add", *(file(str(path)) for path in paths))
