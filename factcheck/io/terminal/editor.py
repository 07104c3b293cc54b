"""Writing a longer note in the person's own editor; the terminal is lent to it meanwhile."""

from __future__ import annotations

import os
from pathlib import Path

from factcheck.errors import FactcheckError, system_reason
from factcheck.i18n import deferred

#: A note longer than this is an article of its own.
_LONGEST = 100_000


class EditorError(FactcheckError):
    """The note was not taken over; what was written is not lost."""

    #: What the editor left; empty where it left nothing.
    written: str = ""


def edit(text: str) -> str:
    """Return `text` as it comes back from $VISUAL or $EDITOR, without white space at its end.

    Raises:
        EditorError: No editor is named, it cannot be started, it failed, or what it left cannot be taken over.
    """
    import shlex  # noqa: PLC0415 - these two cost a tenth of the start, and few notes need them
    import tempfile  # noqa: PLC0415

    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        command = shlex.split(named)
    except ValueError as error:
        message = deferred("the editor is named with a quotation mark too few: {name}", name=named)
        raise EditorError(message) from error
    if not command:
        raise EditorError(
            deferred("no editor is named"), hint=deferred("Set EDITOR, or press e to write the note here.")
        )
    with tempfile.TemporaryDirectory(prefix="factcheck-") as folder:
        file = Path(folder, "note.txt")
        file.write_text(text + "\n" if text else "", encoding="utf-8")
        try:
            _run([*command, str(file)])
            return _taken_over(file)
        except EditorError as error:
            error.written = _written(file)
            raise


def _run(command: list[str]) -> None:
    import subprocess  # noqa: PLC0415 - as above

    try:
        code = subprocess.run(command, check=False).returncode
    except OSError as error:
        why = system_reason(error)
        message = deferred("the editor {name} cannot be started: {why}", name=command[0], why=why)
        raise EditorError(message) from error
    if code:
        raise EditorError(deferred("the editor {name} failed, so the note stays as it was", name=command[0]))


def _taken_over(file: Path) -> str:
    try:
        data = file.read_bytes()[: 4 * _LONGEST + 1]
        text = data.decode("utf-8-sig").replace("\r\n", "\n").rstrip()
    except (OSError, UnicodeDecodeError) as error:
        message = deferred(
            "what the editor left is not a text in UTF-8, so the note stays as it was; E offers it again"
        )
        raise EditorError(message) from error
    if len(text) > _LONGEST:
        raise EditorError(deferred("the note is too long, so it stays as it was; E offers it again"))
    return text


def _written(file: Path) -> str:
    """Return what was written in any encoding: as UTF-8, or else as Windows wrote western Europe's languages."""
    try:
        data = file.read_bytes()[: 4 * _LONGEST]
    except OSError:
        return ""
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").rstrip()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace").replace("\r\n", "\n").rstrip()
