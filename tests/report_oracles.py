"""Reports held to the W3C's checker, axe, a browser, print and Lighthouse, in English and French: `make oracles`.

A page of fifteen sentences, one of 2,000 sentences and three annotators, and a site of fifty articles. The checks are
those of ../shared/oracles/report/check_report.js; each has to pass, and Lighthouse to give 100 for accessibility.
"""

from __future__ import annotations

import contextlib
import functools
import http.server
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.report import make_desk

ROOT = Path(__file__).resolve().parent.parent
ORACLE = ROOT.parent / "shared/oracles/report/check_report.js"
#: What is shown: its name, the number of articles, the number of sentences, and what is written.
SHOWN = (
    ("15 sentences", 1, 15, "page.html"),
    ("2,000 sentences", 1, 2000, "page.html"),
    ("50 articles", 50, 15, "site"),
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


def main(tools: Path) -> int:
    """Judge every report, print a line for each; return the exit code."""
    if not ORACLE.is_file() or not (tools / "axe-core").is_dir():
        sys.stdout.write("skipped: reports; ../shared/oracles/report or what npm installs is not here\n")
        return 0
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, articles, sentences, out) in enumerate(SHOWN):
            desk = make_desk(Path(folder, str(number)), articles, sentences)
            for language in ("en", "fr"):
                target = desk / language / out
                target.parent.mkdir()
                words = [sys.executable, "-m", "factcheck", "report", "--language", language, "-o", str(target)]
                subprocess.run(words, cwd=desk, check=True)
                for said in (checked(target, language, tools), lighthouse(target, tools)):
                    failed += said.startswith("FAILED")
                    sys.stdout.write(f"report of {name}, {language}: {said}\n")
                    sys.stdout.flush()
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
