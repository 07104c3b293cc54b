"""How fast `factcheck check` is: against libyaml in C, schema validators, git, and an empty Python.

Run as `python -m benchmarks.check [ARTICLES]`; 10,000 articles of 30 sentences unless told otherwise. Everything is
CPU time of this one run, user and system, children included.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.installed import FACTCHECK, PYTHON, install
from benchmarks.measure import Ratio, call_cpu, process_cpu, process_usage, ratio

ROOT = Path(__file__).resolve().parent.parent
BENCH = ROOT / ".bench"
SENTENCES = 30
FOLDER = 100

#: CPU of a C program over PyYAML's CParser on the same bytes, events only, as `c_program` measured it where there is a
#: compiler: used where there is none. The rest of CParser's time goes into one Python object an event.
C_SHARE = 0.29

_C = r"""
#include <stdio.h>
#include <yaml.h>
int main(int argc, char **argv) {
    char path[4096];
    while (fgets(path, sizeof path, stdin)) {
        path[strcspn(path, "\n")] = 0;
        FILE *file = fopen(path, "rb");
        yaml_parser_t parser;
        yaml_event_t event;
        int done = 0;
        if (!file || !yaml_parser_initialize(&parser)) return 2;
        yaml_parser_set_input_file(&parser, file);
        while (!done) {
            if (!yaml_parser_parse(&parser, &event)) return 1;
            done = event.type == YAML_STREAM_END_EVENT;
            yaml_event_delete(&event);
        }
        yaml_parser_delete(&parser);
        fclose(file);
    }
    return 0;
}
"""


def sentences(number: int) -> list[str]:
    """Return an article's sentences: of a length and with the characters that French news has."""
    return [
        f"Selon la préfecture, {number * 37 + n:,} personnes ont défilé mardi à Brest, soit {n} % de plus qu'en mars."
        for n in range(SENTENCES)
    ]


def sidecar(name: str, texts: list[str]) -> str:
    """Return the canonical sidecar of an article, everything labelled."""
    records = "".join(
        f'\n- id: s{hashlib.sha256(text.encode()).hexdigest()[:10]}\n  text: "{text}"\n  label: '
        + ("claim\n" if n % 3 else 'sourced\n  source: "la préfecture"\n')
        for n, text in enumerate(texts)
    )
    head = f"factcheck: 1\narticle: {name}\nannotator: alice\nlanguage: fr\nsentences:\n"
    return f"# yaml-language-server: $schema=../schemas/labels-1.schema.json\n{head}{records}"


def make_desk(articles: int) -> Path:
    """Make the desk, a git repository, unless an earlier run left it."""
    desk = BENCH / f"desk-{articles}"
    if (desk / ".git").is_dir():
        return desk
    shutil.rmtree(desk, ignore_errors=True)
    for number in range(articles):
        folder = desk / "annotations" / f"{number // FOLDER:03}"
        folder.mkdir(parents=True, exist_ok=True)
        texts = sentences(number)
        (folder / f"a{number}.txt").write_text(" ".join(texts) + "\n", encoding="utf-8")
        (folder / f"a{number}.alice.labels.yaml").write_text(sidecar(f"a{number}.txt", texts), encoding="utf-8")
    git = ["git", "-C", str(desk), "-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "gc.auto=0"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "start"], ["status", "--short"]):
        subprocess.run([*git, *command], check=True)
    return desk


def c_program(paths: list[Path]) -> Callable[[], float]:
    """Return what measures libyaml's events in C; PyYAML's CParser times `C_SHARE` where nothing can be compiled."""
    program = BENCH / "events"
    source = BENCH / "events.c"
    source.write_text(_C)
    compiled = shutil.which("gcc") and subprocess.run(
        ["gcc", "-O2", "-o", str(program), str(source), "-lyaml"], check=False, capture_output=True
    )
    if not compiled or compiled.returncode:
        print(f"(no libyaml to compile against: PyYAML's CParser x {C_SHARE})")
        return lambda: C_SHARE * call_cpu(lambda: parse_events(paths))
    names = BENCH / "names"
    names.write_text("".join(f"{path}\n" for path in paths))
    return lambda: process_cpu(["sh", "-c", f"{program} < {names}"])


def parse_events(paths: list[Path]) -> None:
    """Run PyYAML's CParser over files, events only."""
    import yaml  # type: ignore[import-untyped] # noqa: PLC0415 - only this rival needs it

    for path in paths:
        parser = yaml.CLoader(path.read_bytes())
        while parser.get_event() is not None:
            pass


def check(*arguments: str, cwd: Path) -> Callable[[], float]:
    """Return what measures a run of `factcheck check`."""
    return lambda: process_cpu([FACTCHECK, "check", *arguments], cwd=str(cwd))


def command(*words: str, cwd: Path) -> Callable[[], float]:
    """Return what measures a run of another program."""
    return lambda: process_cpu(words, cwd=str(cwd))


def whole_desk(desk: Path) -> Iterator[Ratio]:
    """Yield everything that concerns the whole desk."""
    paths = sorted(desk.rglob("*.labels.yaml"))
    one = check("--jobs", "1", "annotations", cwd=desk)
    yield ratio("check of the desk / libyaml's events in C", one, c_program(paths), rounds=3, limit=2)
    yield ratio(
        "PyYAML's CParser / libyaml's events in C",
        lambda: call_cpu(lambda: parse_events(paths)),
        c_program(paths),
        rounds=1,
    )
    yield ratio("two processes / one, CPU", check("--jobs", "2", "annotations", cwd=desk), one, rounds=1)


class Rival(NamedTuple):
    """A program that holds files against our schema."""

    name: str
    command: list[str]
    #: What it wants before each file.
    flag: list[str]
    #: How many times our time it is to take at least.
    limit: int


_SCHEMA = str(ROOT / "schemas" / "labels-1.schema.json")
RIVALS = (
    Rival("check-jsonschema", [str(BENCH / "check-jsonschema/bin/check-jsonschema"), "--schemafile", _SCHEMA], [], 25),
    Rival("ajv-cli", [str(BENCH / "node_modules/.bin/ajv"), "validate", "--spec=draft2020", "-s", _SCHEMA], ["-d"], 5),
)


def validators(desk: Path) -> Iterator[str]:
    """Yield how many times our time schema validators take on 100, 300 and 1,000 sidecars.

    They only read the sidecars; we read the articles too, and hold the one against the other.
    """
    folders = sorted((desk / "annotations").iterdir())
    for rival in RIVALS:
        if not Path(rival.command[0]).exists():
            yield f"({rival.name} is not there: npm is missing)"
            continue
        for some in (1, 3, 10):
            yield against(rival, list(map(str, folders[:some])), desk)


def against(rival: Rival, folders: list[str], desk: Path) -> str:
    """Return how a rival's time on the sidecars in `folders` compares with ours, as a line of the table."""
    names = sorted(str(name) for folder in folders for name in Path(folder).rglob("*.labels.yaml"))
    files = [part for name in names for part in (*rival.flag, name)]
    subprocess.run([*rival.command, *files], check=True, capture_output=True)  # a refusal would be quick
    times = least(command(*rival.command, *files, cwd=desk)) / least(check(*folders, cwd=desk))
    kept = "ok" if times >= rival.limit else "MISSED"
    return f"{rival.name}, {len(names):5,} files: {times:5.1f} x ours  (at least {rival.limit}: {kept})"


def least(measured: Callable[[], float]) -> float:
    """Return the least of three measurements."""
    return min(measured() for _ in range(3))


def few_changed(desk: Path) -> Iterator[Ratio]:
    """Yield what five changed files cost against git's own list of them, with our start-up and without.

    The limit is for what comes after the start: an empty Python and git's list already take about twice git's list.
    """
    changed = sorted(desk.rglob("*.txt"))[::2000][:5]
    for path in changed:
        path.write_text(path.read_text(encoding="utf-8") + " ", encoding="utf-8")
    floor = command("git", "diff", "--name-only", "HEAD", cwd=desk)
    since = check("--changed-since", "HEAD", cwd=desk)
    empty = least(check(str(changed[0]), cwd=desk))
    yield ratio("five changed / git diff --name-only HEAD", since, floor)
    yield ratio("five changed / git diff, start-up apart", lambda: since() - empty, floor, limit=2)
    subprocess.run(["git", "-C", str(desk), "checkout", "-q", "."], check=True)


def start(desk: Path) -> Iterator[Ratio]:
    """Yield the start-up: one canonical file against an empty Python."""
    name = str(next(desk.rglob("*.labels.yaml")))
    floor = command(PYTHON, "-c", "pass", cwd=desk)
    yield ratio("check of one file / python -c pass", check(name, cwd=desk), floor, rounds=21, limit=5)


def memory(desk: Path) -> str:
    """Return the peak memory of a check of a hundredth of the desk and of all of it."""
    peaks = [
        process_usage([FACTCHECK, "check", "--jobs", "1", str(path)], cwd=str(desk)).ru_maxrss / 1024
        for path in (desk / "annotations" / "000", desk / "annotations")
    ]
    return f"peak memory: {peaks[0]:.0f} MB for 100 articles, {peaks[1]:.0f} MB for all"


def main() -> None:
    """Print the table."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    BENCH.mkdir(exist_ok=True)
    install()
    desk = make_desk(articles)
    print(f"{articles:,} articles x {SENTENCES} sentences")
    print(memory(desk))
    for part in (start, few_changed, validators, whole_desk):
        for line in part(desk):
            print(line, flush=True)


if __name__ == "__main__":
    main()
