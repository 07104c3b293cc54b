"""Writing a longer note in the person's own editor; the terminal is lent to it meanwhile."""

from __future__ import annotations

import os
from pathlib import Path

from factcheck.errors import FactcheckError

#: A note longer than this is an article of its own.
_LONGEST = 100_000


def edit(text: str) -> str:
    """Return `text` as it comes back from $VISUAL or $EDITOR, without white space at its end.

    Raises:
        FactcheckError: No editor is named, it cannot be started, it failed, or what it left cannot be read.
    """
    import shlex  # noqa: PLC0415 - these two cost a tenth of the start, and few notes need them
    import tempfile  # noqa: PLC0415

    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        command = shlex.split(named)
    except ValueError as error:
        raise FactcheckError(f"the editor is named with a quotation mark too few: {named}") from error
    if not command:
        raise FactcheckError("no editor is named", hint="Set EDITOR, or press e to write the note here.")
    with tempfile.TemporaryDirectory(prefix="factcheck-") as folder:
        file = Path(folder, "note.txt")
        file.write_text(text + "\n" if text else "", encoding="utf-8")
        _run([*command, str(file)])
        return _returned(file)


def _run(command: list[str]) -> None:
    import subprocess  # noqa: PLC0415 - as above

    try:
        code = subprocess.run(command, check=False).returncode
    except OSError as error:
        raise FactcheckError(f"the editor {command[0]} cannot be started: {os.strerror(error.errno or 0)}") from error
    if code:
        raise FactcheckError(f"the editor {command[0]} failed, so the note stays as it was")


def _returned(file: Path) -> str:
    try:
        data = file.read_bytes()[: _LONGEST + 1]
        if len(data) > _LONGEST:
            raise FactcheckError("the note is too long, so it stays as it was")
        return data.decode("utf-8-sig").replace("\r\n", "\n").rstrip()
    except (OSError, UnicodeDecodeError) as error:
        raise FactcheckError("what the editor left is not a text in UTF-8, so the note stays as it was") from error
