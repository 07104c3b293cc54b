"""What we ask of git comes to the same whatever a person's settings make git print, colour, rename or leave out."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from conftest import Ran
from desks import Desk, copies, new_desk

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


def told(desk: Desk, run: Run, monkeypatch: pytest.MonkeyPatch) -> dict[str, Ran]:
    """Return what every command that asks git says in a desk, and what it says once `mv` has changed it."""
    monkeypatch.chdir(desk.top)
    said = {name: run(*words) for name, words in ASKED.items()}
    moved = run("mv", "annotations/port.txt", "annotations/quay.txt")
    return {**said, "mv": moved, "after": run("diff", "start", "--format", "json")}


@pytest.fixture(scope="module")
def plainly(prepared: Desk, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., dict[str, Ran]]:
    """Return what gives what all commands say without any settings, worked out once."""
    known: list[dict[str, Ran]] = []

    def say(run: Run, monkeypatch: pytest.MonkeyPatch) -> dict[str, Ran]:
        if not known:
            known.append(told(copies(prepared, tmp_path_factory.mktemp("plain"))(), run, monkeypatch))
        return known[0]

    return say


def test_no_setting_changes_what_we_read(
    prepared: Desk, plainly: Callable[..., dict[str, Ran]], tmp_path: Path, run: Run, *, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every command that asks git says the same, and changes the same, with settings that change all git prints."""
    said = plainly(run, monkeypatch)
    (tmp_path / "hostile").write_text(HOSTILE)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "hostile"))
    assert told(copies(prepared, tmp_path)(), run, monkeypatch) == said
    assert "Étiquettes d'Alice" in said["log"].out
    assert "Zoé d'Arc" in said["log"].out
    assert said["log"].out.count("alice: ") == 2


#: What says how a work tree is kept or found, not how git speaks: there a different answer is right.
ABOUT_FILES = re.compile(
    r"core\.(worktree|bare|repositoryFormatVersion|sparseCheckout|sparseCheckoutCone|ignoreCase|fileMode|symlinks|"
    r"excludesFile|attributesFile|autocrlf|eol|safecrlf|unsetenvvars|splitIndex|sharedRepository|ignoreStat)",
    re.IGNORECASE,
)
#: Those sections of git's settings that no question of ours should depend on.
SECTIONS = (
    *("advice", "blame", "branch", "color", "column", "core", "diff", "format", "grep", "i18n", "index", "interactive"),
    *("log", "mailmap", "merge", "notes", "pager", "pretty", "rerere", "showbranch", "stash", "status", "submodule"),
    *("tag", "user", "versionsort"),
)
VALUES = ("true", "false", "always", "never", "auto", "0", "1", "7", "", "latin1", "utf-16", "x", "short", "raw", "red")
ROUNDS = int(os.environ.get("FACTCHECK_SETTINGS", "1"))


def settings_of_git() -> list[str]:
    """Return the names of all settings that this git knows in those sections."""
    names = subprocess.run(["git", "help", "-c"], capture_output=True, text=True, check=True).stdout.split()
    plain = [name for name in names if re.fullmatch(r"[A-Za-z0-9.]+", name) and name.count(".") < 3]
    return [name for name in plain if name.lower().split(".")[0] in SECTIONS and not ABOUT_FILES.fullmatch(name)]


#: Questions that together read every setting that may make git refuse to answer.
PROBES = (
    ("diff", "--stat", "start", "HEAD"),
    ("read-tree", "HEAD"),
    ("init",),
    ("log", "-1"),
    ("mv", "-n", "annotations", "other"),
)


def taken_by_git(setting: str, top: Path) -> bool:
    """Return whether git takes a setting; one that it refuses is a person's to put right."""
    for probe in PROBES:
        command = ["git", "-c", setting, "-c", "core.pager=cat", "-c", "log.showSignature=false", *probe]
        done = subprocess.run(command, cwd=top, capture_output=True, check=False)
        if done.returncode or b"config" in done.stderr:
            return False
    return True


def drawn_settings(random: Random, top: Path, count: int) -> dict[str, str]:
    """Draw settings, each with a value that git takes."""
    drawn = {name: random.choice(VALUES) for name in random.sample(settings_of_git(), count)}
    return {name: value for name, value in drawn.items() if taken_by_git(f"{name}={value}", top)}


@pytest.mark.parametrize("number", range(ROUNDS))
def test_no_drawn_setting_changes_what_we_read(
    prepared: Desk, plainly: Callable[..., dict[str, Ran]], tmp_path: Path, run: Run, *, number: int
) -> None:
    """Whatever a person has set, of all that `git help -c` lists; FACTCHECK_SETTINGS=100 draws a hundred times."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        said = plainly(run, monkeypatch)
        drawn = drawn_settings(Random(number), copies(prepared, tmp_path / "probed")().top, 25)
        for name, value in drawn.items():
            subprocess.run(["git", "config", "--file", str(tmp_path / "drawn"), name, value], check=True)
        monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "drawn"))
        assert told(copies(prepared, tmp_path)(), run, monkeypatch) == said, drawn
