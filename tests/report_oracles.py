"""Reports held to the W3C's checker, axe, a browser, print and Lighthouse, in English and French: `make oracles`.

A page of fifteen sentences, one of 2,000 sentences and three annotators, a site with hostile texts, and one of fifty
articles with its history.
The checks are those of ../shared/oracles/report/check_report.js; each has to pass, and Lighthouse to give 100 for
accessibility.
"""

from __future__ import annotations

import contextlib
import functools
import http.server
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from test_report import hostile_desk

from benchmarks.report import make_desk

ROOT = Path(__file__).resolve().parent.parent
ORACLE = ROOT.parent / "shared/oracles/report/check_report.js"
SEED = ROOT.parent / "shared/seed_article.txt"
#: What its annotators do with the fifteen sentences.
KEYS = {
    "alice": "s<enter>cs<enter>s<enter>ucs<enter>cocus<enter>ooo",
    "bob": "s<enter>cs<enter>cwus<enter>cs<enter>ccs<enter>os<enter>uo",
    "carol": "c" * 15,
}


class Shown(NamedTuple):
    """A report that is judged."""

    name: str
    #: Makes its desk in a folder, and returns it.
    make: Callable[[Path], Path]
    #: What is written, and how.
    out: str
    options: tuple[str, ...] = ()


def seed_desk(folder: Path) -> Path:
    """Write a desk with the one article that the program was begun for, labelled by three annotators; return it."""
    folder.mkdir()
    shutil.copy(SEED, folder / "seed.txt")
    for name, keys in KEYS.items():
        words = ["annotate", "seed.txt", "--language", "fr", "--annotator", name, "--keys", keys]
        _run(folder, sys.executable, "-m", "factcheck", *words)
    return folder


def committed_desk(folder: Path) -> Path:
    """Write a desk of fifty articles in a repository; return it."""
    desk = make_desk(folder, 50, 15)
    _run(desk, "git", "init", "-q")
    _run(desk, "git", "add", "-A")
    _run(desk, "git", "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "Labels")
    return desk


def _run(folder: Path, *words: str) -> None:
    subprocess.run(words, cwd=folder, check=True, capture_output=True)


SHOWN = (
    Shown("15 sentences", seed_desk, "page.html"),
    Shown("2,000 sentences", functools.partial(make_desk, articles=1, sentences=2000), "page.html"),
    Shown("hostile texts", hostile_desk, "site"),
    Shown("50 articles", committed_desk, "site", ("--history",)),
)


def checked(target: Path, language: str, tools: Path) -> str:
    """Return how many checks passed, and the first that did not."""
    words = ["node", str(ORACLE), str(target), "--lang", language]
    done = subprocess.run(words, env=_names(tools), capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        return f"FAILED: {done.stderr.strip()[-300:]}"
    found = [json.loads(line) for line in done.stdout.splitlines()]
    failed = [check for check in found if not check["ok"]]
    passed = f"{len(found) - len(failed)} of {len(found)} checks passed"
    kinds = Counter(check["check"] for check in failed)
    return f"FAILED: {passed}; {dict(kinds)}; {failed[0]}"[:900] if failed else passed


def _names(tools: Path) -> dict[str, str]:
    return os.environ | {"NODE_PATH": str(tools), "CHROME_PATH": os.environ.get("CHROMIUM", "/usr/bin/chromium")}


def lighthouse(target: Path, tools: Path) -> str:
    """Return the score that Lighthouse gives a page for accessibility, from 0 to 100."""
    page = target / "index.html" if target.is_dir() else target
    program = tools / ".bin/lighthouse"
    if not program.exists():
        return "skipped: Lighthouse is not installed"
    with _served(page.parent) as address:
        words = [str(program), f"{address}/{page.name}", "--only-categories=accessibility", "--output=json", "--quiet"]
        words += ["--chrome-flags=--headless=new --no-sandbox --disable-gpu"]
        done = subprocess.run(words, env=_names(tools), capture_output=True, text=True, check=False)
    if done.returncode:
        return f"FAILED: {done.stderr.strip()[-300:]}"
    score = json.loads(done.stdout)["categories"]["accessibility"]["score"]
    return f"{'' if score == 1 else 'FAILED: '}Lighthouse, accessibility: {100 * score:.0f}"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - so it is called there
        """Say nothing."""


@contextlib.contextmanager
def _served(folder: Path) -> Iterator[str]:
    """Yield the address at which a folder is served to this machine."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def main(tools: Path, word: str) -> int:
    """Judge every report, or those whose name has a word; print a line for each; return the exit code."""
    if not ORACLE.is_file() or not (tools / "axe-core").is_dir():
        sys.stdout.write("skipped: reports; ../shared/oracles/report or what npm installs is not here\n")
        return 0
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for number, shown in enumerate(one for one in SHOWN if word in one.name):
            desk = shown.make(Path(folder, str(number)))
            for language in ("en", "fr"):
                for said in judged(shown, desk, language, tools):
                    failed += said.startswith("FAILED")
                    sys.stdout.write(f"report of {shown.name}, {language}: {said}\n")
                    sys.stdout.flush()
    return min(failed, 1)


def judged(shown: Shown, desk: Path, language: str, tools: Path) -> Iterator[str]:
    """Write a report in a language; yield what the checks and Lighthouse say of it."""
    target = desk / language / shown.out
    target.parent.mkdir()
    _run(desk, sys.executable, "-m", "factcheck", "report", "--language", language, "-o", str(target), *shown.options)
    yield checked(target, language, tools)
    yield lighthouse(target, tools)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else ""))
