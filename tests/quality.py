"""What `make coverage` and `make mutation` ask for: floors for branch coverage, and for mutants that a test notices."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

#: The share of all lines and branches that the tests run, in whatever process. To be raised, never lowered.
OVERALL = 95.0

#: Whose every line and branch is run: the modules that decide about labels and read or write them.
WHOLE = (
    "factcheck/carry/judgement.py",
    "factcheck/merging/",
    "factcheck/review/consensus.py",
    "factcheck/sidecar/fields.py",
    "factcheck/sidecar/reading/",
    "factcheck/sidecar/writing.py",
)

#: Lower floors for some of them, each with its reason. To be raised, never lowered.
EXCEPT: dict[str, tuple[float, str]] = {
    "factcheck/carry/judgement.py": (98.0, "two lines about rare pairs of words have no case yet"),
    "factcheck/merging/conflicts/session.py": (98.0, "two lines have no case yet"),
    "factcheck/merging/laws.py": (97.0, "laws that no merge of ours breaks"),
    "factcheck/merging/matching.py": (97.0, "an id that two records share on one side"),
    "factcheck/merging/merge.py": (98.0, "a record that neither side has is in no list"),
    "factcheck/merging/people.py": (87.0, "renames onto one path: `python -m benchmarks.desk_merges` draws them"),
    "factcheck/merging/raw.py": (97.0, "quotes that no writer of ours makes"),
    "factcheck/sidecar/reading/lenient.py": (98.0, "a record inside a string is found by a random test or not"),
    "factcheck/sidecar/reading/canonical.py": (97.0, "two guards that the patterns above make needless"),
}

#: The share of mutants, in each module, after which a test fails.
KILLED = 90.0

#: Mutants that no test can notice, by the function they are in, each with the reason. Any other that survives is a test
#: that is missing: `mutmut show NAME`.
EQUIVALENT = {
    "moving.x_last": "one place more is looked at, before the first, which is the last again",
    "moving.x__after_label": "what waits is counted to spare a search in vain, and for nothing else",
    "moving.x_times": "no article has a thousand million sentences",
    "moving.x__stepped": "`zip` is as strict without the word as with it",
    "verdict.xǁVerdictǁwithout_details": "three sides without details are alike, whatever stands for none",
    "consensus.x_consensus": "there is a span for each record; None sorts among names, of which none has its place",
    "consensus.x__outdated": "neither a name nor a label has an equals sign",
    "consensus.x__overlapping": "the first stretch begins a group wherever the one before is said to end",
    "consensus.x__left_open": "None is as little disputed as False",
    "consensus.x__with_gaps": "to None is to the end of the text",
    "consensus.x__stretches": "what is left of a text without its margins is in it once",
}


def coverage(report: Path) -> list[str]:
    """Return what is below its floor in a report of coverage.py as JSON."""
    found = json.loads(report.read_text(encoding="utf-8"))
    shares = {"all": found["totals"]["percent_covered"]}
    shares |= {name: file["summary"]["percent_covered"] for name, file in found["files"].items()}
    floors = {"all": OVERALL} | {name: 100.0 for name in shares if name.startswith(WHOLE)}
    floors |= {name: floor for name, (floor, _) in EXCEPT.items()}
    _say(f"all {shares['all']:.1f} %, core modules {min(shares[name] for name in floors):.1f} % and more")
    return [
        f"{name}: {shares[name]:.1f} %, floor {floor:.1f} %{_missing(found['files'].get(name))}"
        for name, floor in floors.items()
        if shares[name] < floor
    ]


def _missing(file: dict[str, list[object]] | None) -> str:
    if file is None:
        return ""
    return f"; lines {file['missing_lines']}, branches {file['missing_branches']}"


def mutation(lines: list[str]) -> list[str]:
    """Return the modules of which too many mutants survive, from what `mutmut results --all true` prints."""
    counts: dict[str, Counter[str]] = {}
    survivors: list[str] = []
    for mutant, _, status in (line.strip().partition(": ") for line in lines if ": " in line):
        counts.setdefault(mutant.rpartition(".")[0], Counter())[status] += 1
        survivors += [] if status in {"killed", "timeout"} else [f"{mutant}: {status}"]
    for line in survivors:
        known = next((why for place, why in EQUIVALENT.items() if f".{place}__mutmut" in line), "look at it")
        _say(f"{line}: {known}")
    told = []
    for module, count in counts.items():
        share = 100 * (count["killed"] + count["timeout"]) / count.total()
        _say(f"{module}: {share:.0f} % of {count.total()} mutants noticed")
        told += [f"{module}: {share:.1f} %, floor {KILLED:.1f} %"] if share < KILLED else []
    return told or ([] if counts else ["no mutants: did `mutmut run` end early?"])


def _say(line: str) -> None:
    print(line)  # noqa: T201 - a script


if __name__ == "__main__":
    below = coverage(Path(sys.argv[2])) if sys.argv[1] == "coverage" else mutation(sys.stdin.read().splitlines())
    sys.exit("\n".join(below) if below else 0)
