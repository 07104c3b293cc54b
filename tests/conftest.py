"""What every test shares: a temporary home, a pinned git identity, and no terminal settings from outside."""

from __future__ import annotations

import itertools
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click
import pytest
from desks import Desk, copies
from hypothesis import Phase, settings

from factcheck import cli, i18n
from factcheck.cli import help_text

ROOT = Path(__file__).resolve().parent.parent

#: Gold data and oracles that are not part of the project; tests that need them skip when they are absent.
SHARED = ROOT.parent / "shared"

#: In CI properties are tried on fewer examples than elsewhere, on others each time; a failure prints how to see it
#: again (`@reproduce_failure`, or a seed for `--hypothesis-seed`). `make fuzz` tries many more.
#: No example has a deadline of its own: on a busy machine the first one that imports something would miss it.
settings.register_profile("gate", deadline=None, max_examples=40, print_blob=True, database=None)
settings.register_profile("here", deadline=None)
#: For `make mutation`: that a test fails is enough to know, so that nobody waits for the simplest example.
settings.register_profile("mutants", deadline=None, max_examples=60, phases=[Phase.explicit, Phase.generate])
settings.load_profile("gate" if os.environ.get("CI") else "here")

#: What would choose the language of the interface.
SPEAKING = ("FACTCHECK_LANG", "LANGUAGE")

needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the gold data is not beside the project")


@pytest.fixture(scope="session", autouse=True)
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Iterator[Path]]:
    """Yield folders that are not there yet; what is made once for many tests, before any has its own, has the first.

    They are counted here: `mktemp` looks through all there are for the next number, thousands of times.
    """
    folder = tmp_path_factory.mktemp("homes")
    numbered = (folder / str(number) for number in itertools.count())
    with pytest.MonkeyPatch.context() as environment:
        _settle(environment, next(numbered))
        yield numbered


@pytest.fixture(autouse=True)
def hermetic(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test an empty HOME, a fixed git identity and a plain environment; return that home."""
    home = next(homes)
    _settle(monkeypatch, home)
    return home


@pytest.fixture(autouse=True)
def english_again(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Leave English behind for the other tests, in messages and in the help of every command that spoke otherwise."""
    otherwise: list[click.Command] = []
    translate = help_text.translate

    def noted(command: click.Command) -> None:
        if i18n.spoken() != "en":
            otherwise.append(command)
        translate(command)

    monkeypatch.setattr(help_text, "translate", noted)
    yield
    if otherwise or i18n.spoken() != "en":
        i18n.use()
        for command in otherwise:
            translate(command)


def _settle(environment: pytest.MonkeyPatch, home: Path) -> None:
    home.mkdir()
    for name in (
        "NO_COLOR",
        "FORCE_COLOR",
        "FACTCHECK_ANNOTATOR",
        "GITHUB_ACTIONS",
        "GITHUB_STEP_SUMMARY",
        "COLUMNS",
        *SPEAKING,
    ):
        environment.delenv(name, raising=False)
    for role in ("AUTHOR", "COMMITTER"):
        environment.setenv(f"GIT_{role}_NAME", "Alice Martin")
        environment.setenv(f"GIT_{role}_EMAIL", "alice@example.org")
    environment.setenv("HOME", str(home))
    environment.setenv("XDG_STATE_HOME", str(home / "state"))
    environment.setenv("XDG_CONFIG_HOME", str(home / "config"))
    environment.setenv("GIT_CONFIG_NOSYSTEM", "1")
    environment.setenv("LC_ALL", "C.UTF-8")


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str


@pytest.fixture
def desk(prepared: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Return a copy of the desk that the test's module makes once as `prepared`; commands run at its top."""
    copy = copies(prepared, tmp_path)()
    monkeypatch.chdir(copy.top)
    return copy


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """Return a function that runs the command line in this process, as a person would from a shell."""

    def call(*arguments: str | Path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["factcheck", *map(str, arguments)])
        with pytest.raises(SystemExit) as exit_:
            cli.main()
        out, err = capfd.readouterr()
        return Ran(exit_.value.code if isinstance(exit_.value.code, int) else 0, out, err)

    return call
