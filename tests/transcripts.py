"""Documents whose examples are run: each `console` block is a transcript, replayed and compared line by line."""

from __future__ import annotations

import difflib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Step:
    """A command as a person types it, and what it printed: both streams, in order."""

    command: str
    output: str


def steps(document: Path) -> Iterator[Step]:
    """Yield the commands of all `console` blocks of a Markdown file; `$ ` starts one, `> ` continues it."""
    for block in _BLOCK.findall(document.read_text(encoding="utf-8")):
        command, output = "", ""
        for line in block.splitlines(keepends=True):
            if line.startswith("$ "):
                if command:
                    yield Step(command, output)
                command, output = line[2:], ""
            elif line.startswith("> ") and not output:
                command += line[2:]
            else:
                output += line
        yield Step(command, output)


def differences(document: Path, folder: Path) -> list[str]:
    """Run a document's commands one after another in `folder` and return where the output differs, as diff lines.

    The commands run in a shell with this interpreter's `factcheck` first on PATH, 80 columns and no colour.
    """
    found: list[str] = []
    for step in steps(document):
        expected, got = (_timeless(text.rstrip()).splitlines() for text in (step.output, _output(step, folder)))
        if expected != got:
            found += [f"$ {step.command.rstrip()}"]
            found += difflib.unified_diff(expected, got, "document", "run", lineterm="")
    return found


def rewrite(document: Path, folder: Path) -> None:
    """Run a document's commands as `differences` does and write what they print into it; for `make golden`."""
    text, done = document.read_text(encoding="utf-8"), ""
    for step in steps(document):
        typed = "$ " + "\n> ".join(step.command.rstrip("\n").split("\n")) + "\n"
        before, _, text = text.partition(typed)
        done += before + typed + _output(step, folder)
        text = text.removeprefix(step.output)
    document.write_text(done + text, encoding="utf-8")


def _timeless(text: str) -> str:
    """Return the text with how long something took left open."""
    return re.sub(r"\b(in|en) \d+ s\b", r"\1 0 s", text)


def _output(step: Step, folder: Path) -> str:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"PATH": path, "COLUMNS": "80", "NO_COLOR": "1", "GIT_PAGER": "cat"}
    done = subprocess.run(
        step.command, shell=True, cwd=folder, env=environment, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
    )  # fmt: skip
    return done.stdout.decode("utf-8", "replace")
