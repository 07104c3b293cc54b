"""What other tools read of our exports, held against the sidecars: thirty fixed desks, every reader that is installed.

Run as `make oracles` (readers that take less than 100 MB each, and those that are installed) or `make oracles-all`.
The readers are those of ../shared/oracles/export; what the sidecars say is read with PyYAML, not by our own reader.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import yaml  # type: ignore[import-untyped] # of the tools that developers have; only the truth is read with it
from exchange_desks import LATER, articles, sidecars_of
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from factcheck.exchange import FORMATS
from factcheck.model import Annotator, Sidecar, sidecar_name
from factcheck.sidecar import write

ORACLES = Path(__file__).resolve().parent.parent.parent / "shared/oracles/export"
_UIMA = Path("/usr/share/java/uimaj-core.jar")
_DESKS = 30
#: What is said of an environment that is not there.
_SIZES = {
    "small": "61 MB",
    "duck": "350 MB",
    "hf": "470 MB",
    "spacy": "268 MB",
    "ls": "366 MB",
    "doccano": "527 MB",
    "lsserver": "795 MB",
    "node": "300 MB",
    "java": "Debian's libuima-core-java and a JDK",
}


#: What a reader prints, and what it is to print.
Rows = list[dict[str, object]]


class Reader(NamedTuple):
    """One tool that reads one of our formats."""

    script: str
    #: The environment it runs in.
    environment: str
    form: str
    #: The file in what was exported; empty for all of it.
    file: str = ""
    #: What the comparison makes allowance for; see `same.py`.
    flags: str = ""
    #: Further options of the export.
    options: tuple[str, ...] = ()
    #: Returns the articles that it can be given, from what all of them say.
    only: Callable[[Rows], Iterable[str]] | None = None


def _placed_whole(rows: Rows) -> set[str]:
    """Return the articles in which every sentence stands: with a gap, pandas has no whole numbers in a column."""
    return {str(row["article"]) for row in rows} - {str(row["article"]) for row in rows if row["start"] is None}


def _lit(rows: Rows) -> list[str]:
    """Return eight articles in which something is labelled: a page takes seconds, and has to show it."""
    return _named(rows)[:8]


_PEOPLE, _ALICE = ("--who", "annotators"), ("--annotator", "alice")
READERS = (
    Reader("read_hf.py", "hf", "jsonl"),
    Reader("read_hf.py", "hf", "csv", only=_placed_whole),
    Reader("read_hf.py", "hf", "dataset"),
    Reader("read_croissant.py", "hf", "dataset"),
    Reader("read_duckdb.py", "duck", "jsonl"),
    Reader("read_duckdb.py", "duck", "csv"),
    Reader("read_duckdb.py", "duck", "parquet"),
    Reader("read_pandas.py", "duck", "csv"),
    Reader("read_pandas.py", "duck", "xlsx", flags="--calc"),
    Reader("read_libreoffice.py", "small", "xlsx", flags="--calc"),
    Reader("read_libreoffice.py", "small", "csv", flags="--calc", options=("--spreadsheet",)),
    Reader("read_labelstudio_sdk.py", "ls", "labelstudio", "tasks.json", "--labelled", _PEOPLE),
    # Of several annotators its page shows the last, and the reader looks for the first.
    Reader("read_labelstudio_server.py", "lsserver", "labelstudio", "tasks.json", "--labelled", _ALICE, _lit),
    Reader("read_doccano.py", "doccano", "doccano", flags="--labelled", options=_PEOPLE),
    Reader("read_prodigy.py", "spacy", "prodigy", options=_PEOPLE),
    Reader("read_spacy.py", "spacy", "spacy", flags="--labelled", options=_PEOPLE),
    Reader("read_brat.py", "small", "brat", flags="--lf --labelled", options=_PEOPLE),
    Reader("read_cas.py", "small", "cas", flags="--labelled", options=_PEOPLE),
    Reader("ReadCas.java", "java", "cas", flags="--labelled", options=_PEOPLE),
    Reader("read_conllu.py", "small", "conllu", flags="--line", options=_PEOPLE),
    Reader("read_webannotation.py", "small", "webannotation", flags="--labelled", options=_PEOPLE),
    Reader("read_webannotation.js", "node", "webannotation", flags="--labelled", options=_PEOPLE),
    Reader("read_claim.js", "node", "claim", flags="--labelled", options=_PEOPLE),
)
#: Forms that hold every row, also of sentences that the article does not say.
_TABLES = {"jsonl", "csv", "dataset", "xlsx", "parquet"}
#: Readers that take one article at a time.
_SINGLE = {"read_webannotation.js", "read_claim.js"}


@st.composite
def _desks(draw: st.DrawFn) -> tuple[str, tuple[Sidecar, ...]]:
    """Draw an article and what two annotators and the decisions say of it."""
    text, sentences = draw(articles())
    return text, tuple(draw(sidecars_of("a.txt", sentences, person)) for person in _EVERYBODY)


_EVERYBODY = (Annotator("alice"), Annotator("bob"), None)


def make_desks(folder: Path) -> None:
    """Write thirty articles with one to three sidecars each, the same each time."""
    found: list[tuple[str, tuple[Sidecar, ...]]] = []
    steady = settings(
        max_examples=2 * _DESKS,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )

    @steady
    @given(_desks())
    def collect(desk: tuple[str, tuple[Sidecar, ...]]) -> None:
        found.append(desk)

    collect()
    (folder / "factcheck.yaml").write_text("language: fr\n")
    for number, (text, sidecars) in enumerate(found[-_DESKS:]):
        name = f"{number:02}.txt"
        (folder / name).write_bytes(text.encode())
        for sidecar in sidecars[: 1 + number % 3]:
            said = sidecar if number % 4 == 0 else _current(sidecar)
            (folder / sidecar_name(name, sidecar.annotator)).write_bytes(write(said._replace(article=name)))


def _current(sidecar: Sidecar) -> Sidecar:
    """Return a sidecar with the sentences of its article and no others."""
    sentences = (record._replace(text=record.text.removesuffix(LATER)) for record in sidecar.sentences)
    return sidecar._replace(sentences=tuple(sentences), retired=())


def truth(folder: Path, reader: Reader) -> Rows:
    """Return what the sidecars of a folder say that a reader is to read, in the rows that it prints."""
    options = reader.options
    rows: Rows = []
    for path in sorted(folder.glob("*.labels.yaml")):
        said = yaml.safe_load(path.read_text(encoding="utf-8"))
        who = said.get("annotator")
        if (who is None and "--who" in options) or ("--annotator" in options and who not in options):
            continue
        text = (folder / said["article"]).read_bytes().decode("utf-8-sig")
        found = list(_placed(said, text, who))
        placed = [row for row in found if row["start"] is not None]
        if reader.form in _TABLES:
            rows += [*found, *({**row, "start": None, "end": None} for row in _retired(said, who))]
        elif reader.form == "prodigy" or placed == found:
            rows += placed
    if reader.form == "claim":
        rows = [row for row in rows if row["label"] in ("claim", "unverified", "sourced")]
        # Four articles: its compiler takes seconds each.
        return [row for row in rows if row["article"] in _named(rows)[:4]]
    names = set(reader.only(rows)) if reader.only else {row["article"] for row in rows}
    return [row for row in rows if row["article"] in names]


def _named(rows: Rows) -> list[str]:
    """Return the articles in which something is labelled."""
    return sorted({str(row["article"]) for row in rows if row["label"]})


def _placed(said: dict[str, list[dict[str, str]]], text: str, who: str | None) -> Iterator[dict[str, object]]:
    at = 0
    for record in said["sentences"]:
        row = {"article": said["article"], "annotator": who, "text": record["text"], "label": record["label"]}
        # A line break is one however it is spelt; what counts is the article's.
        pattern = re.escape(record["text"].replace("\r\n", "\n")).replace("\\\n", "\r?\n")
        if found := re.compile(pattern).search(text, at):
            start, at = found.span()
            yield row | {"text": found[0], "start": start, "end": at, "before": text[:start].count("\r")}
        else:
            yield row | {"start": None, "end": None, "before": 0}


def _retired(said: dict[str, list[dict[str, str]]], who: str | None) -> Iterator[dict[str, object]]:
    for record in said.get("retired", []):
        yield {"article": said["article"], "annotator": who, "text": record["text"], "label": record["label"]}


def command(reader: Reader, environments: Path) -> list[str] | None:
    """Return how to run a reader; None if its environment is not there."""
    script = str(ORACLES / reader.script)
    if reader.environment == "java":
        return ["java", "-cp", str(_UIMA), script] if _UIMA.exists() and shutil.which("java") else None
    if reader.environment == "node":
        return ["node", script] if (environments / "node/node_modules").is_dir() else None
    python = environments / reader.environment / "bin/python"
    return [str(python), script] if python.exists() else None


class Place(NamedTuple):
    """Where everything is."""

    desk: Path
    #: Where exports go.
    out: Path
    environments: Path


def export(reader: Reader, place: Place, names: tuple[str, ...]) -> Path:
    """Export articles of a desk, all of it for none, for a reader; return what it is to read.

    Raises:
        CalledProcessError: It cannot be exported.
    """
    program = str(place.environments / "program/bin/factcheck")
    target = place.out / f"{reader.form}{''.join((*reader.options, *names[:1]))}{FORMATS[reader.form].suffix}"
    if not target.exists():
        words = [program, "export", reader.form, *reader.options, "-o", str(target), *names]
        subprocess.run(words, cwd=place.desk, check=True, capture_output=True, text=True)
    return target / reader.file if reader.file else target


def judge(reader: Reader, place: Place) -> str:
    """Return how a reader's rows compare with the truth: `same`, or what is different; why it was skipped."""
    words = command(reader, place.environments)
    if words is None:
        return f"skipped: {reader.environment} is not installed ({_SIZES[reader.environment]}; `make oracles-all`)"
    rows = truth(place.desk, reader)
    read = ""
    for names in _batches(reader, rows):
        try:
            target = export(reader, place, names)
        except subprocess.CalledProcessError as error:
            return (
                f"skipped: {error.stderr.strip()}"
                if "not installed" in error.stderr
                else f"FAILED: {error.stderr[-600:]}"
            )
        beside = [str(place.desk / names[0])] if reader.script == "read_webannotation.js" else []
        done = subprocess.run([*words, target, *beside], capture_output=True, text=True, check=False, env=_names(place))
        if done.returncode:
            return f"{'skipped' if done.returncode == 2 else 'FAILED'}: {done.stderr.strip()[-400:]}"
        read += done.stdout
    return compare(reader, rows, read)


def _batches(reader: Reader, rows: Rows) -> list[tuple[str, ...]]:
    """Return which articles a reader is given at a time; an empty batch is all of them."""
    if reader.script in _SINGLE:
        return [(name,) for name in _named(rows)]
    return [tuple(sorted({str(row["article"]) for row in rows}))] if reader.only else [()]


def _names(place: Place) -> dict[str, str]:
    """Return the environment variables that readers go by."""
    return os.environ | {
        "NODE_PATH": str(place.environments / "node/node_modules"),
        "LABEL_STUDIO": str(place.environments / "lsserver/bin/label-studio"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def compare(reader: Reader, rows: Rows, read: str) -> str:
    """Return what `same.py` says of the rows that a reader printed."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)
        file.flush()
        words = [sys.executable, str(ORACLES / "same.py"), file.name, *reader.flags.split()]
        done = subprocess.run(words, input=read, capture_output=True, text=True, check=False)
    lines = done.stdout.splitlines() or done.stderr.splitlines()
    return lines[-1] if done.returncode == 0 else f"FAILED: {lines[-1]}; {' '.join(lines[:2])[:600]}"


@contextlib.contextmanager
def label_studio(place: Place) -> Iterator[str]:
    """Yield the address of a Label Studio server of its own, with the user that `label_studio_page.cjs` names."""
    home = str(place.out / "label-studio")
    quiet = {"LATEST_VERSION_CHECK": "false", "COLLECT_ANALYTICS": "false", "SENTRY_DSN": "", "FRONTEND_SENTRY_DSN": ""}
    names = os.environ | quiet | {"HOME": home, "LABEL_STUDIO_BASE_DATA_DIR": home}
    Path(home).mkdir()
    words = [_names(place)["LABEL_STUDIO"], "start", "--no-browser", "--internal-host", "127.0.0.1", "--port", "8933"]
    words += ["--username", "a@example.org", "--password", "abcdef123456"]
    server = subprocess.Popen(
        words, cwd=home, env=names, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        yield "http://127.0.0.1:8933"
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait()


def _answers(address: str) -> bool:
    """Wait until a server answers; return whether it did so in ten minutes."""
    until = time.monotonic() + 600
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except OSError:
            time.sleep(1)
        else:
            return True
    return False


def relabelled(place: Place) -> str:
    """Return what came of a label changed in the real page of Label Studio and imported: whether it alone changed."""
    if not (place.environments / "lsserver").is_dir() or not (place.environments / "node").is_dir():
        return (
            f"skipped: lsserver or node is not installed ({_SIZES['lsserver']}, {_SIZES['node']}; `make oracles-all`)"
        )
    program, desk, out = place.environments / "program/bin/factcheck", place.out / "paged", place.out / "paged.json"
    shutil.copytree(place.desk, desk)
    reader = next(reader for reader in READERS if reader.form == "labelstudio")
    labelled = Counter(
        str(row["article"]) for row in truth(desk, reader) if row["label"] and row["annotator"] == "alice"
    )
    name = labelled.most_common(1)[0][0]
    sidecar = desk / sidecar_name(name, Annotator("alice"))
    before = yaml.safe_load(sidecar.read_text())["sentences"]
    subprocess.run(
        [program, "export", "labelstudio", name, "--annotator", "alice", "-o", "tasks"], cwd=desk, check=True
    )
    page = Path(__file__).parent / "label_studio_page.cjs"
    with label_studio(place) as address:
        if not _answers(address):
            return "skipped: Label Studio did not start in ten minutes"
        words = ["node", str(page), address, str(desk / "tasks"), str(out)]
        done = subprocess.run(words, env=_names(place), capture_output=True, text=True, check=False)
    if done.returncode:
        return f"FAILED: {done.stderr[-400:]}"
    subprocess.run([program, "import", "labelstudio", out, "--theirs"], cwd=desk, check=True, capture_output=True)
    after = yaml.safe_load(sidecar.read_text())["sentences"]
    changed = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
    others = [one for one in changed if one[0] | {"label": ""} != one[1] | {"label": ""}]
    if len(changed) == 1 and not others:
        return f"1 of {len(before)} labels changed in the page, imported, same"
    return f"FAILED: changed {changed}"


def main(environments: Path, word: str) -> int:
    """Judge every reader, print a line for each; return the exit code."""
    if not ORACLES.is_dir():
        sys.stdout.write("skipped: the readers are in ../shared/oracles/export, which is not here\n")
        return 0
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder, "desk"), Path(folder, "out"), environments)
        place.desk.mkdir()
        place.out.mkdir()
        make_desks(place.desk)
        for reader in READERS:
            if word in f"{reader.script} {reader.form}":
                said = judge(reader, place)
                failed += said.startswith("FAILED")
                sys.stdout.write(f"{reader.form:14} {reader.script:28} {said}\n")
                sys.stdout.flush()
        if word in "page labelstudio":
            said = relabelled(place)
            failed += said.startswith("FAILED")
            sys.stdout.write(f"{'labelstudio':14} {'its page, in a browser':28} {said}\n")
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).absolute(), sys.argv[2] if len(sys.argv) > 2 else ""))
