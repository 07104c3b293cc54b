"""What we ask of git comes to the same whatever a person's settings make git print, colour, rename or leave out."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran
from desks import Desk, new_desk

from factcheck.model import Label

Run = Callable[..., Ran]

HOSTILE = """
[log]
    showSignature = true
    showRoot = false
    follow = true
    date = relative
    decorate = full
    abbrevCommit = true
    diffMerges = off
    mailmap = true
    excludeDecoration = *
[i18n]
    logOutputEncoding = latin1
[diff]
    renames = false
    renameLimit = 1
    orderFile = /nowhere/order
    noprefix = true
    mnemonicPrefix = true
    external = false
    ignoreSubmodules = all
    relative = true
    algorithm = patience
    suppressBlankEmpty = true
    wsErrorHighlight = all
    submodule = log
    colorMoved = zebra
    autoRefreshIndex = false
    dirstat = lines
    context = 0
    wordRegex = x
[color]
    ui = always
    diff = always
    status = always
[core]
    pager = false
    quotePath = true
    abbrev = 4
    attributesFile = /nowhere/attributes
    preloadIndex = false
    commentChar = "-"
[format]
    pretty = oneline
[status]
    relativePaths = false
    showUntrackedFiles = no
    short = true
[merge]
    conflictStyle = diff3
    renames = false
[column]
    ui = always
[rerere]
    enabled = true
[advice]
    detachedHead = true
[help]
    autoCorrect = 1
[grep]
    lineNumber = true
[alias]
    diff-tree = log
    ls-files = log
"""

ASKED: dict[str, tuple[str, ...]] = {
    "log": ("log", "annotations/port.txt", "--sentence", "1"),
    "diff of commits": ("diff", "start..HEAD"),
    "diff to the work tree": ("diff", "start"),
    "what a branch did": ("diff", "start...HEAD", "--format", "json"),
    "check since": ("check", "--changed-since", "start", "--format", "json"),
    "check the index": ("check", "--staged"),
    "carry by way of a revision": ("carry", "annotations/port.txt", "--from", "HEAD", "--dry-run"),
    "how git is set up": ("git", "status"),
}


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Make a desk with a root commit, an accent in a name, a signature, a merge, a rename, and work not committed."""
    desk = new_desk(tmp_path_factory.mktemp("prepared") / "desk")
    desk.git("tag", "start")
    desk.change("alice", 1, label=Label.CLAIM)
    desk.git("add", "--all")
    desk.git(
        "commit", "--quiet", "--author", "Zoé d'Arc <zoe@example.org>", "--message", "Étiquettes\nd'Alice\n\nand more"
    )
    sign(desk)
    for name in ("txt", "alice.labels.yaml", "bob.labels.yaml"):
        desk.git("mv", f"annotations/port-strike.{name}", f"annotations/port.{name}")
    for who in ("alice", "bob"):
        path = desk.path(who, "port")
        path.write_text(path.read_text().replace("article: port-strike.txt", "article: port.txt"))
    desk.commit("Move")
    desk.git("branch", "side")
    desk.change_in("port", "alice", 2, label=Label.OPINION)
    desk.commit("Here")
    desk.git("checkout", "--quiet", "side")
    desk.change_in("port", "bob", 1, label=Label.OPINION)
    desk.commit("There")
    desk.git("checkout", "--quiet", "main")
    desk.git("merge", "--quiet", "--no-edit", "side")
    desk.change_in("port", "alice", 1, label=Label.UNVERIFIED)
    desk.git("add", "--all")
    desk.change_in("port", "alice", 3, label=Label.CLAIM)
    (desk.top / "annotations/new.txt").write_text("Une phrase.\n")
    return desk


def sign(desk: Desk) -> None:
    """Give the last commit a signature, which nobody can check; no key is needed for that."""
    data = desk.git("cat-file", "commit", "HEAD")
    signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n iQ==\n -----END PGP SIGNATURE-----\n"
    head, _, message = data.partition("\n\n")
    made = subprocess.run(
        ["git", "hash-object", "-t", "commit", "-w", "--stdin"],
        cwd=desk.top,
        input=f"{head}\n{signature}\n{message}".encode(),
        capture_output=True,
        check=True,
    )
    desk.git("reset", "--quiet", "--soft", made.stdout.decode().strip())


def test_no_setting_changes_what_we_read(
    prepared: Desk, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every command that asks git says the same, and changes the same, with settings that change all git prints."""
    (tmp_path / "hostile").write_text(HOSTILE)
    told = []
    for number, settings in enumerate(("", str(tmp_path / "hostile"))):
        top = tmp_path / f"{number}" / "desk"
        shutil.copytree(prepared.top, top)
        monkeypatch.chdir(top)
        monkeypatch.setenv("GIT_CONFIG_GLOBAL", settings) if settings else None
        said = {name: run(*words) for name, words in ASKED.items()}
        moved = run("mv", "annotations/port.txt", "annotations/quay.txt")
        told.append({**said, "mv": moved, "after": run("diff", "start", "--format", "json")})
    assert told[1] == told[0]
    assert "Étiquettes d'Alice" in told[0]["log"].out
    assert "Zoé d'Arc" in told[0]["log"].out
    assert told[0]["log"].out.count("alice: ") == 2
