"""Folders that may be entered but not listed: what is in them is neither fine, nor nothing, nor a bug in us."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from desks import Desk, copies, new_desk

from factcheck.model import Label

ARTICLE, CLOSED = "annotations/port-strike.txt", "closed/port-strike.txt"


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Return a desk with an article that two have labelled."""
    desk = new_desk(tmp_path_factory.mktemp("prepared") / "desk")
    desk.change("alice", 1, label=Label.CLAIM)
    desk.change("bob", 1, label=Label.OPINION)
    desk.commit("Label")
    return desk


@pytest.fixture
def mine(prepared: Desk, tmp_path: Path) -> Desk:
    """Return a copy of the desk that belongs to somebody who is not root, and that anybody can reach."""
    desk = copies(prepared, tmp_path)()
    (tmp_path / "state").mkdir()
    shutil.copytree(desk.top / "annotations", desk.top / "closed")
    if os.geteuid() == 0:
        for path in (tmp_path, *tmp_path.parents[:3]):
            path.chmod(path.stat().st_mode | 0o755)
        for path in (tmp_path / "state", desk.top, *desk.top.rglob("*")):
            os.chown(path, 65534, 65534, follow_symlinks=False)
    return desk


#: Imports come first, as somebody else may not be allowed to read what is installed.
_AS_NOBODY = """
import contextlib, importlib, io, json, os, pkgutil, sys
import factcheck
for module in pkgutil.walk_packages(factcheck.__path__, "factcheck."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
from factcheck.cli import main
os.chdir({top!r})
if os.geteuid() == 0:
    os.setgroups([]), os.setgid(65534), os.setuid(65534)
os.environ["XDG_STATE_HOME"] = {state!r}
for arguments in {commands!r}:
    sys.argv = ["factcheck", *arguments]
    with contextlib.redirect_stderr(io.StringIO()) as err, contextlib.redirect_stdout(io.StringIO()):
        try:
            main()
        except SystemExit as end:
            code = end.code
    print(json.dumps([code, err.getvalue()]))
"""


def told(desk: Desk, *commands: tuple[str, ...]) -> list[tuple[int, str]]:
    """Run commands in a desk as a person whom the system refuses things; return how each ended and what it said."""
    script = _AS_NOBODY.format(top=str(desk.top), state=str(desk.top.parent / "state"), commands=commands)
    environment = {**os.environ, "HOME": str(desk.top.parent), "FACTCHECK_ANNOTATOR": "alice"}
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, env=environment, cwd="/"
    )
    assert done.returncode == 0, done.stderr
    return [(code, err) for code, err in map(json.loads, done.stdout.splitlines())]


#: The first is about a folder into which files can be moved, but not seen.
COMMANDS = (
    ("mv", ARTICLE, "closed/other.txt"),
    ("mv", CLOSED, "annotations/other.txt"),
    ("carry", CLOSED),
    ("show", CLOSED),
    ("log", CLOSED, "--sentence", "1"),
    ("fmt", CLOSED),
    ("check", CLOSED),
    ("adjudicate", CLOSED, "--keys", "q"),
    ("annotate", CLOSED, "--language", "fr", "--keys", "q", "--only", "disputed"),
)


def test_a_folder_that_may_not_be_listed_is_not_taken_for_an_empty_one(mine: Desk) -> None:
    """Each command says that it may not look, ends with 2 and changes nothing."""
    files = [path for path in mine.top.rglob("*") if ".git" not in path.parts and path.is_file()]
    before = {path: path.read_bytes() for path in files}
    (mine.top / "closed").chmod(0o311)
    ends = dict(zip(COMMANDS, told(mine, *COMMANDS), strict=True))
    (mine.top / "closed").chmod(0o755)
    for command, (code, err) in ends.items():
        assert (code, "closed: not readable: permission denied" in err) == (2, True), (command, code, err)
    after = [path for path in mine.top.rglob("*") if ".git" not in path.parts and path.is_file()]
    assert before == {path: path.read_bytes() for path in after}
