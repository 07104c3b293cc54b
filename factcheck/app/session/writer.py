"""Keeping a session's labels on the disk, together with what others write to the same file meanwhile."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import NamedTuple

from factcheck import sidecar as form
from factcheck.errors import FactcheckError
from factcheck.i18n import _, deferred, ngettext, said
from factcheck.io import store
from factcheck.io.store import ChangedError, Identity, LoadedSidecar
from factcheck.labelling import JournalEntry, to_json
from factcheck.labelling.drafts import to_lines as drafts_to_lines
from factcheck.labelling.state import Draft
from factcheck.model import Annotator, Sidecar
from factcheck.sidecar import Document


class SaveResult(NamedTuple):
    """What is on the disk after a save."""

    sidecar: Sidecar
    #: What the annotator should know, if anything.
    message: str = ""


class SidecarWriter:
    """Knows the last version of a sidecar that is on the disk, and takes it to the next.

    Args:
        path: The sidecar.
        whose: The article it is about and the annotator; None for the decisions.
        loaded: What was read from it; None if it does not exist yet.
    """

    def __init__(self, path: Path, whose: tuple[str, Annotator | None], loaded: LoadedSidecar | None) -> None:
        self.path = path
        self._whose = whose
        self._document = loaded.document if loaded else None
        self._identity = loaded.identity if loaded else None
        self._steps: list[str] = []

    def keep(self, sidecar: Sidecar) -> SaveResult:
        """Make these labels durable; what others changed in the file meanwhile is merged in, never overwritten.

        Raises:
            FactcheckError: They could not be saved, and why; calling again tries again.
        """
        new = self._next(sidecar)
        if self._document is not None and new.data == self._document.data and self._identity == self._now():
            return SaveResult(sidecar)
        try:
            self._save(new)
        except ChangedError:
            return self._keep_both(new)
        return SaveResult(sidecar)

    def external_change(self) -> SaveResult | None:
        """Return what somebody else has made of the file since it was last read or saved; None if nothing.

        A file that is gone or can no longer be read is no news: the next save says what is wrong with it.
        """
        try:
            if self._now() == self._identity:
                return None
            loaded = self._load()
        except FactcheckError:
            return None
        same = self._document is not None and loaded.document.sidecar == self._document.sidecar
        self._document, self._identity = loaded.document, loaded.identity
        return (
            None
            if same
            else SaveResult(loaded.document.sidecar, _("the file was changed by somebody else: read again"))
        )

    def remember(self, entries: tuple[JournalEntry, ...]) -> str:
        """Add steps to the undo journal; return what went wrong, if anything: labels do not depend on it."""
        self._steps += map(to_json, entries)
        try:
            store.append(self.path, self._steps)
        except FactcheckError as error:
            return _("undo will not reach back into this session: {path} {why}").format(
                path=error.path, why=said(error.message)
            )
        self._steps.clear()
        return ""

    def keep_drafts(self, drafts: tuple[Draft, ...]) -> None:
        """Keep what was left half-written, for the next session; labels do not depend on it."""
        with contextlib.suppress(FactcheckError):
            store.keep_drafts(self.path, drafts_to_lines(drafts))

    def _now(self) -> Identity | None:
        return store.identity(self.path)

    def _load(self) -> LoadedSidecar:
        loaded = store.load(self.path)
        sidecar = loaded.document.sidecar
        if (sidecar.article, sidecar.annotator) != self._whose:
            message = deferred("holds other labels now, those on {name}: somebody else wrote it", name=sidecar.article)
            raise FactcheckError(message, path=str(self.path))
        if not sidecar.sentences:
            raise FactcheckError(deferred("somebody else has taken all sentences out of it"), path=str(self.path))
        return loaded

    def _next(self, sidecar: Sidecar) -> Document:
        if self._document is None:
            return form.read(form.write(sidecar, store.schema_for(self.path)), str(self.path))
        return form.update(self._document, sidecar)

    def _save(self, new: Document) -> None:
        self._identity = store.save(self.path, new.data, self._identity)
        self._document = new

    def _keep_both(self, ours: Document) -> SaveResult:
        if self._now() is None:
            self._identity = None
            self._save(ours)
            return SaveResult(ours.sidecar, _("the file had been removed by somebody else: written again"))
        from factcheck.merging import merge  # noqa: PLC0415 - needed only when two write at once

        theirs = self._load()
        merged = merge(self._document.data if self._document else b"", ours.data, theirs.document.data)
        both = form.read(merged.choosing("ours"), str(self.path))
        self._identity = theirs.identity
        self._save(both)
        return SaveResult(both.sidecar, _told(len(merged.conflicts)))


def _told(conflicts: int) -> str:
    message = _("the file was changed by somebody else: both are kept")
    phrase = ngettext(
        "; in one place both changed the same, and yours was kept",
        "; in {count} places both changed the same, and yours was kept",
        conflicts,
    )
    return message + phrase.format(count=conflicts) if conflicts else message
