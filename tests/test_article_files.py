"""How often each command opens and parses an article's files: once, and once more where it must look before a lock."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran
from desks import Desk, new_desk

from factcheck.app.article_files import load_article_files, reloaded
from factcheck.io.store import reading
from factcheck.model import Label
from factcheck.sidecar.reading import canonical

Run = Callable[..., Ran]
ARTICLE = "annotations/port-strike.txt"


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Return a desk on which Alice and Bob differ and one decision was made."""
    desk = new_desk(tmp_path_factory.mktemp("prepared") / "desk")
    desk.change("alice", 1, label=Label.CLAIM)
    desk.change("bob", 1, label=Label.OPINION)
    desk.change("alice", 2, label=Label.CLAIM)
    desk.change("bob", 2, label=Label.SOURCED)
    decisions = desk.read("alice")._replace(annotator=None)
    desk.write(decisions)
    desk.change(None, 2, label=None)
    desk.change(None, 1, label=Label.CLAIM, over="alice=claim bob=opinion")
    desk.commit("Label")
    return desk


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Return how often each file is opened from now on, by its name."""
    counts: Counter[str] = Counter()
    really = reading._open

    def opens(path: Path | str) -> int:
        counts[Path(path).name] += 1
        return really(path)

    monkeypatch.setattr(reading, "_open", opens)
    return counts


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> Counter[bytes]:
    """Return how often each content of a sidecar is parsed from now on."""
    counts: Counter[bytes] = Counter()
    really = canonical.read_strictly

    def parses(data: bytes, text: str) -> object:
        counts[data] += 1
        return really(data, text)

    monkeypatch.setattr("factcheck.sidecar.reading.read_strictly", parses)
    return counts


ALICE, BOB, DECISIONS = (f"port-strike{name}.labels.yaml" for name in (".alice", ".bob", ""))
ONCE = {"port-strike.txt": 1, ALICE: 1, BOB: 1, DECISIONS: 1}

#: What each command may open. Who writes looks at its own file before and after it has the lock.
COMMANDS: dict[str, tuple[tuple[str, ...], dict[str, int]]] = {
    "show": (("show", ARTICLE), ONCE),
    "log": (("log", ARTICLE, "--sentence", "1"), ONCE),
    "check": (("check", ARTICLE), ONCE),
    "adjudicate": (("adjudicate", ARTICLE, "--keys", "q"), ONCE | {DECISIONS: 2}),
    "annotate": (("annotate", ARTICLE, "--annotator", "alice", "--keys", "q"), ONCE | {ALICE: 2}),
    "annotate anew": (("annotate", ARTICLE, "--annotator", "zoe", "--keys", "q"), ONCE),
    "annotate disputed": (
        ("annotate", ARTICLE, "--annotator", "alice", "--only", "disputed", "--keys", "q"),
        ONCE | {ALICE: 2},
    ),
    "carry": (("carry", "--dry-run", ARTICLE), ONCE),
}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_opens_each_file_once(desk: Desk, run: Run, opened: Counter[str], command: str) -> None:
    """The article, and every sidecar."""
    arguments, most = COMMANDS[command]
    assert run(*arguments).code in (0, 1)
    ours = {name: count for name, count in opened.items() if name.startswith("port-strike")}
    assert ours == {name: most.get(name, 0) for name in ours}
    assert desk.path("alice").is_file()


@pytest.mark.parametrize("command", [name for name in COMMANDS if name != "log"])
def test_a_command_parses_each_sidecar_at_most_once(desk: Desk, run: Run, parsed: Counter[bytes], command: str) -> None:
    """What was parsed is handed down; `log` parses what the history holds besides."""
    run(*COMMANDS[command][0])
    held = [desk.path(name).read_bytes() for name in ("alice", "bob", None)]
    assert all(parsed[data] <= 1 for data in held), [parsed[data] for data in held]


def test_files_that_changed_are_loaded_again(desk: Desk) -> None:
    """Those that did not are not: the very same value comes back, its consensus worked out already."""
    files = load_article_files(desk.top / ARTICLE)
    assert reloaded(files) is files
    assert files.consensus is files.consensus
    desk.change("bob", 1, label=Label.CLAIM)
    fresh = reloaded(files)
    assert fresh is not files
    assert fresh.sidecars[1].sentences[0].label is Label.CLAIM
    desk.path("bob").unlink()
    assert len(reloaded(fresh).held) == 2
    (desk.top / ARTICLE).write_text("Autre chose.\n", encoding="utf-8")
    assert reloaded(fresh).article.text == "Autre chose.\n"
