"""Merges read person by person: whether git gave everybody their own, and the same merge made anew where it did not.

Git pairs files that look alike as renames and knows nothing of annotators. Here files are paired by what is in them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.io.git import contents
from factcheck.io.git.merges import MergeCommit, bases, differing, made_alone, refuse_if_shallow, under_way
from factcheck.merging import MergeResult, merge
from factcheck.merging.conflicts import Sides
from factcheck.merging.laws import Breach, breaches
from factcheck.merging.people import Lineage, Reader, lineages, moved
from factcheck.model import SUFFIX, Sidecar
from factcheck.sidecar import Document, read, update


class Blobs:
    """The contents of a repository by git's names for them, each read and parsed once."""

    def __init__(self, top: Path) -> None:
        self._top = top
        self._data: dict[str, bytes] = {"": b""}
        self._documents: dict[str, Document | None] = {"": None}

    def fetch(self, oids: Iterable[str]) -> None:
        """Read contents that will be asked for, with one run of git."""
        self._data |= contents.blobs(self._top, {oid for oid in oids if oid not in self._data})

    def data(self, oid: str) -> bytes:
        """Return a content; nothing for no name."""
        self.fetch([oid])
        return self._data[oid]

    def sidecar(self, oid: str) -> Sidecar | None:
        """Return the sidecar in a content; None where it cannot be read, which is for `check` to say."""
        if oid not in self._documents:
            try:
                self._documents[oid] = read(self.data(oid), "")
            except FactcheckError:
                self._documents[oid] = None
        document = self._documents[oid]
        return document.sidecar if document else None


@dataclass(frozen=True, slots=True)
class Trees:
    """The sidecars in which some states differ, by path: what they began with, the sides, and what came of them."""

    base: Mapping[str, str]
    sides: tuple[Mapping[str, str], ...]
    merged: Mapping[str, str]


def trees(top: Path, base: str, sides: tuple[str, ...], merged: str = "") -> Trees:
    """Return the sidecars that are not the same in all these commits.

    Args:
        top: The top of the work tree.
        base: The commit the sides began with.
        sides: The commits that were joined.
        merged: The merge; empty while there is none.
    """
    steps = [differing(top, base, side) for side in sides]
    last = differing(top, sides[0], merged) if merged else {}
    names = sorted({name for step in (*steps, last) for name in step if name.endswith(SUFFIX)})
    before = {n: next((step[n][0] for step in steps if n in step), last[n][0] if n in last else "") for n in names}
    after = [{n: step[n][1] if n in step else before[n] for n in names} for step in steps]
    outcome = {n: last[n][1] if n in last else after[0][n] for n in names}
    return Trees(_held(before), tuple(map(_held, after)), _held(outcome))


def _held(tree: Mapping[str, str]) -> dict[str, str]:
    return {path: oid for path, oid in tree.items() if oid}


@dataclass(frozen=True, slots=True)
class BrokenMerge:
    """One person's labels on one article, of which a merge made something that nobody said."""

    commit: MergeCommit
    lineage: Lineage
    #: Where they are after the merge, relative to the top; where they should be if they are not there at all.
    path: str
    #: None where the file cannot even be read, which other rules say.
    breaches: tuple[Breach, ...]
    #: Whether somebody may have decided something in it; not if it is as git alone makes it.
    decided: bool = True
    #: Whether the same labels stand under another name besides, as the article is in two places now.
    is_second: bool = False


#: What to do where a merge left the same labels under two names.
IN_TWO_PLACES = deferred(
    "The article is in two places now: delete the text not wanted, then `factcheck mv OLD NEW` joins the labels."
)


def broken(top: Path, commit: MergeCommit, blobs: Blobs) -> tuple[BrokenMerge, ...]:
    """Return what a merge got wrong, file by file; where it has several common ancestors, what all of them agree on.

    Nothing is said of commits that were never one branch.

    Raises:
        FactcheckError: The history is cut off, in a shallow clone.
    """
    ancestors = bases(top, commit.parents)
    if not ancestors:
        refuse_if_shallow(top, commit.id)
        return ()
    alone = cache(lambda: made_alone(top, commit))
    found = [list(_broken(trees(top, base, commit.parents, commit.id), commit, blobs, alone)) for base in ancestors]
    first, *others = found
    return tuple(one for one in first if all(any(one.path == two.path for two in other) for other in others))


def _broken(
    found: Trees, commit: MergeCommit, blobs: Blobs, alone: Callable[[], Callable[[str], bool]]
) -> Iterator[BrokenMerge]:
    if _untouched(found):
        return
    blobs.fetch(oid for tree in (found.base, *found.sides, found.merged) for oid in tree.values())
    for one in lineages(found.base, found.sides, blobs.sidecar):
        path = _merged_path(one, found, blobs.sidecar)
        oids = [found.base.get(one.base, ""), *(t.get(p, "") for t, p in zip(found.sides, one.sides, strict=True))]
        merged = found.merged.get(path, "")
        if _as_one_side_left_it(oids, merged):
            continue
        base, *sides = map(blobs.sidecar, oids)
        if merged and blobs.sidecar(merged) is None:
            yield BrokenMerge(commit, one, path, ())
            continue
        by_git = breaches(base, sides, blobs.sidecar(merged), decided=False)
        by_somebody = by_git and breaches(base, sides, blobs.sidecar(merged))  # never more than by git alone
        # Where the article stands in two places now, there was nothing to decide.
        in_two = one.moved_apart and all(side in found.merged for side in one.sides)
        decided = by_somebody == by_git or not (in_two or alone()(path))
        if wrong := by_somebody if decided else by_git:
            yield BrokenMerge(commit, one, path, wrong, decided)
        for second in one.sides if in_two else ():
            there = blobs.sidecar(found.merged[second])
            if second != path and (wrong := breaches(base, sides, there, decided=False)):
                yield BrokenMerge(commit, one, second, wrong, decided=False, is_second=True)


def _untouched(found: Trees) -> bool:
    """Return whether each file came out as the one side left it that changed it at all, with none new or gone."""
    if any(all(path not in side for side in found.sides) for path in found.base):
        return False  # gone from every side: maybe moved to two places
    names = {*found.base, *found.merged}.union(*found.sides)
    return all(
        _as_one_side_left_it([found.base.get(n, ""), *(t.get(n, "") for t in found.sides)], found.merged.get(n, ""))
        for n in names
    )


def _as_one_side_left_it(versions: list[str], merged: str) -> bool:
    """Return whether a merge is what the only side that changed the file made of it; no content needs to be read."""
    base, *sides = versions
    changed = {side for side in sides if side != base}
    return {merged} == changed if changed else merged == base


def _merged_path(one: Lineage, found: Trees, read_: Reader) -> str:
    """Return where a person's labels are in a merge, also where git left them under another name."""
    for path in (one.path, *one.sides, one.base):
        if path in found.merged and _same_person(found, one, path, read_):
            return path
    for tree, path in zip(found.sides, one.sides, strict=True):
        if path and (to := moved({path: tree[path]}, found.merged, read_).get(path)):
            return to
    return one.path


def _same_person(found: Trees, one: Lineage, path: str, read_: Reader) -> bool:
    """Return whether a file in the merge is the same person's."""
    before = (read_(tree[p]) for tree, p in zip((found.base, *found.sides), (one.base, *one.sides), strict=True) if p)
    here = read_(found.merged[path])
    return here is None or any(side and side.annotator == here.annotator for side in before)


@dataclass(frozen=True, slots=True)
class PersonalMerge:
    """What one person's labels on one article come to when merged as that person's, whatever git took them for."""

    lineage: Lineage
    #: Both sides and what they began with; a side is empty where it has no such file.
    sides: Sides
    #: None where a side removed the file and nobody worked on it meanwhile.
    result: MergeResult | None

    @property
    def path(self) -> str:
        """Return where they belong, relative to the top."""
        return self.lineage.path

    @property
    def left(self) -> frozenset[str]:
        """Return the paths where they are no longer."""
        return frozenset(path for path in (self.lineage.base, *self.lineage.sides) if path and path != self.path)

    @property
    def removed(self) -> bool:
        """Return whether one side removed the file that the other worked on, which is for somebody to decide."""
        return bool(self.sides.base) and not all((self.sides.ours, self.sides.theirs)) and self.result is not None


def personal_merges(found: Trees, blobs: Blobs) -> Iterator[PersonalMerge]:
    """Yield every sidecar in which two sides differ, merged as its annotator's.

    Where both sides moved the article, ours says what it is called.

    Raises:
        UnmergeableError: A version cannot be told apart into records.
    """
    for one in lineages(found.base, found.sides, blobs.sidecar):
        base = blobs.data(found.base.get(one.base, ""))
        ours, theirs = (blobs.data(t.get(p, "")) for t, p in zip(found.sides, one.sides, strict=True))
        if ours and theirs and one.moved_apart:
            theirs = _for_article(theirs, ours, one.path)
        if ours or theirs:
            yield PersonalMerge(one, Sides(ours, theirs, base), _result(base, ours, theirs))


def _for_article(theirs: bytes, ours: bytes, path: str) -> bytes:
    document = read(theirs, path)
    return update(document, document.sidecar._replace(article=read(ours, path).sidecar.article)).data


def _result(base: bytes, ours: bytes, theirs: bytes) -> MergeResult | None:
    if ours and theirs:
        return merge(base, ours, theirs)
    left = ours or theirs
    return None if left == base else MergeResult((left.decode(),))


def joining_now(top: Path) -> Trees:
    """Return the sidecars in which the states that git is joining just now differ.

    Raises:
        FactcheckError: Git is joining nothing.
    """
    joining = under_way(top)
    if joining is None:
        hint = deferred("For a merge that is committed: factcheck resolve --merge COMMIT.")
        raise FactcheckError(deferred("no merge, rebase or cherry-pick is under way here"), path=str(top), hint=hint)
    return trees(top, joining.base, (joining.ours, joining.theirs))


def repaired(top: Path, commit: MergeCommit) -> Iterator[tuple[BrokenMerge, bytes, MergeResult]]:
    """Yield what a merge got wrong, what it made of the file, and what it should have.

    Where the sides contradict each other, what somebody decided stays; if nobody did, that is a conflict.

    Raises:
        FactcheckError: It merged more than two commits, or a version cannot be told apart into records.
    """
    if len(commit.parents) != 2:
        hint = deferred("With `factcheck annotate`, correct the sentences that `factcheck check` names.")
        raise FactcheckError(
            deferred("{commit} merged more than two commits", commit=commit.id[:10]), path=str(top), hint=hint
        )
    blobs = Blobs(top)
    found = trees(top, next(iter(bases(top, commit.parents)), ""), commit.parents, commit.id)
    anew = {one.lineage: one for one in personal_merges(found, blobs)}
    for one in broken(top, commit, blobs):
        made = blobs.data(found.merged.get(one.path, ""))
        if one.lineage in anew and (result := anew[one.lineage].result):
            left = blobs.sidecar(found.merged.get(one.path, "")) if one.decided else None
            yield one, made, _deciding(result, left, one.path)


def _deciding(result: MergeResult, made: Sidecar | None, path: str) -> MergeResult:
    """Return a merge with each conflict settled as somebody settled it."""
    torn = {conflict.id for conflict in result.conflicts}
    if not torn or made is None:
        return result
    document = read(result.choosing("ours"), path)
    decided = {record.id: record for record in made.sentences if record.id in torn}
    sentences = tuple(decided.get(record.id, record) for record in document.sidecar.sentences)
    return MergeResult((update(document, document.sidecar._replace(sentences=sentences)).data.decode(),))
