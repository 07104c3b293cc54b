"""Findings in every format: for people as approved by one, for machines as their real readers take them."""

from __future__ import annotations

import json
import re
import tracemalloc
from pathlib import Path
from unittest import mock
from urllib.parse import unquote

import junitparser
import pytest
import xmlschema
from conftest import ROOT, SHARED, needs_shared
from golden import expect
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator, Draft7Validator, Draft202012Validator
from npm import needs_npm, node, tool

from factcheck import __version__
from factcheck.app import origin
from factcheck.checking.scope import Group
from factcheck.errors import FactcheckError
from factcheck.findings import Finding, Severity
from factcheck.findings.codes import CODES
from factcheck.formats import FINDINGS as FORMATS
from factcheck.formats.findings import ORDER, Report, SeenFiles, sarif
from factcheck.formats.findings.machine import fingerprinted, utf8_column, utf16_column
from factcheck.formats.log_commands import inert
from factcheck.formats.text import visible
from factcheck.io.store.installed import Installation
from factcheck.model import Place

CASES = Path(__file__).parent / "cases" / "findings"
NASTY_PATH = "news/50%, a:b/été 'x' \"y\" <z>&\n.txt"
PLAIN = Finding(
    "FC101",
    Severity.ERROR,
    "news/strike.alice.labels.yaml",
    Place(14, 3),
    'no label yet: "Il pleut."',
    "Open the article with `factcheck annotate`.",
    Place(14, 9),
    "  label:",
)
NASTY = Finding(
    "FC104",
    Severity.WARNING,
    NASTY_PATH,
    Place(3, 6),
    "100 %, a:b | <b>é😀</b> @alice \x1b[31m]]> \ufffe\n::error::x ##[add-mask]a",
    "Do *this*, then `that`.",
    Place(3, 8),
    "é😀 xé😀\u200b y",
)
FINDINGS = (PLAIN, NASTY, PLAIN._replace(place=Place(20, 3), end=None), NASTY._replace(severity=Severity.NOTE, line=""))


def formatted(name: str, findings: tuple[Finding, ...] = FINDINGS, *, colour: bool = False, project: str = "") -> str:
    """Return the findings in a format, as one text."""
    files = ("news/strike.txt", "news/strike.alice.labels.yaml", NASTY_PATH)
    return "".join(FORMATS[name](Report(iter(findings), files, colour, project=project)))


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_is_as_approved(name: str) -> None:
    """The same four findings, two of them nasty, in the form a person once read."""
    expect(CASES / f"{name}.txt", formatted(name).replace(f'"{__version__}"', '"VERSION"'))


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_lets_a_terminal_be_steered(name: str) -> None:
    """Control characters never come out raw; in JSON they are escaped."""
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", formatted(name))


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_found_is_said_too(name: str) -> None:
    """Without findings there is still a valid document."""
    expect(CASES / f"{name}-nothing.txt", formatted(name, ()).replace(f'"{__version__}"', '"VERSION"'))


def test_colour_is_only_on_the_code() -> None:
    """Colour adds escape sequences around the code and changes nothing else."""
    coloured = formatted("text", colour=True)
    assert re.findall("\x1b[^m]*m(FC...)\x1b", coloured) == [finding.code for finding in FINDINGS]
    assert re.sub("\x1b[^m]*m", "", coloured) == formatted("text")


def test_text_shows_where_and_carets_below() -> None:
    """The first line can be clicked in an editor; carets stand below the flagged stretch, whatever its width."""
    wide = PLAIN._replace(line="漢字é漢 x", place=Place(1, 4), end=Place(1, 5))
    first, line, carets, *_ = formatted("text", (wide,)).splitlines()
    assert first.startswith("news/strike.alice.labels.yaml:1:4: FC101 no label yet")
    assert (line, carets) == ("     1 | 漢字é漢 x", "       |      ^^")


def test_text_cuts_long_lines_around_the_place() -> None:
    """A sentence of a thousand words is shown where it matters."""
    long = PLAIN._replace(line="x" * 500 + "HERE" + "y" * 500, place=Place(1, 501), end=Place(1, 505))
    _, line, carets, *_ = formatted("text", (long,)).splitlines()
    assert max(len(line), len(carets)) <= 140
    assert line[carets.index("^") : carets.rindex("^") + 1] == "HERE"


def test_our_json_keeps_to_its_schema() -> None:
    """The published schema accepts it, and its fields say what the findings said."""
    schema = json.loads((ROOT / "schemas" / "findings-1.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    document = json.loads(formatted("json"))
    Draft202012Validator(schema).validate(document)
    assert [f["path"] for f in document["findings"]] == [f.path for f in FINDINGS]
    assert document["findings"][1]["message"] == NASTY.message


@given(st.lists(st.sampled_from(FINDINGS), max_size=8))
def test_fingerprints_are_unique_and_without_lines(findings: list[Finding]) -> None:
    """No two findings of a run share one, and moving all of them down changes none."""
    marks = [mark for _, mark in fingerprinted(findings)]
    moved = [finding._replace(place=Place(finding.place.line + 7, 1)) for finding in findings]
    assert len(set(marks)) == len(marks)
    assert [mark for _, mark in fingerprinted(moved)] == marks


@given(st.text(alphabet="aé漢😀\u0301", max_size=12), st.integers(1, 13))
def test_columns_count_in_the_unit_of_the_reader(line: str, column: int) -> None:
    """Bytes of UTF-8 for rdjson, code units of UTF-16 for SARIF, from 1."""
    column = min(column, len(line) + 1)
    assert utf8_column(line, column) - 1 == len(line[: column - 1].encode())
    assert utf16_column(line, column) - 1 == len(line[: column - 1].encode("utf-16-le")) // 2


@needs_shared
def test_sarif_is_valid() -> None:
    """The schema of OASIS accepts it; paths come back from their URIs; columns count UTF-16."""
    log = json.loads(formatted("sarif"))
    Draft7Validator(json.loads((SHARED / "oracles" / "sarif-2.1.0.json").read_text(encoding="utf-8"))).validate(log)
    places = [result["locations"][0]["physicalLocation"] for result in log["runs"][0]["results"]]
    findings = sorted(FINDINGS, key=lambda finding: ORDER[finding.severity])
    assert [unquote(place["artifactLocation"]["uri"]) for place in places] == [f.path for f in findings]
    assert places[2]["region"]["startColumn"] == 7


@needs_npm("@microsoft/sarif-multitool")
def test_sarif_passes_microsofts_validator(tmp_path: Path) -> None:
    """Its own rules and those for GitHub's code scanning find nothing, where the program's address is known."""
    (tmp_path / "factcheck.sarif").write_text(formatted("sarif", project="https://example.org/factcheck"))
    arguments = [
        "--rule-kind",
        '"Sarif;Ghas"',
        "--level",
        '"Error;Warning"',
        "-o",
        "verdict.sarif",
    ]  # its shell eats quotes
    done = tool("sarif-multitool", "validate", "factcheck.sarif", *arguments, cwd=tmp_path)
    verdict = json.loads((tmp_path / "verdict.sarif").read_text(encoding="utf-8-sig"))
    assert {result["ruleId"] for result in verdict["runs"][0]["results"]} == set(), done.stdout


INSTALLED: tuple[tuple[Installation, str], ...] = (
    (Installation(), ""),
    (Installation("file:///home/alice/factcheck"), ""),
    (Installation("https://example.org/factcheck", "0" * 40), "https://example.org/factcheck"),
    (Installation("ssh://git@example.org/factcheck", "0" * 40), "https://example.org/factcheck"),
    (Installation("https://me:secret@example.org/f", "0" * 40), "https://example.org/f"),
    (Installation("https://example.org/f", "0" * 40, ("Home, https://example.com/f",)), "https://example.com/f"),
    (Installation("", "", ("Home, http://example.com",)), ""),
)


@pytest.mark.parametrize(("installed", "address"), INSTALLED)
def test_the_address_of_the_project_is_never_made_up(installed: Installation, address: str) -> None:
    """What the package declares, else where pip fetched it; no name or password, no folder of this computer."""
    with mock.patch.object(origin, "installed_from", return_value=installed):
        assert origin.project_address() == address
    rules = json.loads(formatted("sarif", project=address))["runs"][0]["tool"]["driver"]["rules"]
    assert all(rule.get("helpUri", "") == address for rule in rules)
    assert all(f"factcheck explain {rule['id']}" in rule["help"]["markdown"] for rule in rules)


def test_sarif_keeps_githubs_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond 25,000 results the file would be refused whole; the worst are kept."""
    assert sarif.MOST_RESULTS == 25_000
    monkeypatch.setattr(sarif, "MOST_RESULTS", 250)
    log = json.loads(formatted("sarif", (NASTY,) * 250 + (PLAIN,) * 10))
    results = log["runs"][0]["results"]
    assert (len(results), sum(result["level"] == "error" for result in results)) == (250, 10)


@needs_shared
@pytest.mark.parametrize("findings", [FINDINGS, ()], ids=["some", "none"])
def test_junit_is_valid(findings: tuple[Finding, ...]) -> None:
    """The schema of Jenkins accepts it, and junitparser counts what we count."""
    text = formatted("junit", findings)
    xmlschema.XMLSchema(SHARED / "oracles" / "junit-10.xsd").validate(text)
    suites = junitparser.JUnitXml.fromstring(text.encode())
    cases = [case for suite in suites for case in suite]
    assert [sum(not case.is_passed for case in cases), len(cases)] == ([2, 4] if findings else [0, 3])
    assert (suites.failures, suites.tests) == (2 if findings else 0, len(cases))


def test_junit_holds_no_finding_in_memory() -> None:
    """What it keeps until all is counted is a small part of each finding."""
    peaks = []
    for count in (1_000, 5_000):
        files = SeenFiles(named=True)
        for number in range(count):
            files.add(Group("news", f"a{number}.txt", exists=True, sidecars=(f"a{number}.bob.labels.yaml",)))
        tracemalloc.start()
        for _ in FORMATS["junit"](Report((PLAIN._replace(line=f"{n}") for n in range(count)), files)):
            pass
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert (peaks[1] - peaks[0]) / 4_000 < 150


@needs_shared
def test_junit_calls_no_file_clean_that_could_not_be_read() -> None:
    """It is a broken case, neither passed nor failed."""
    unread = FactcheckError("cannot be read: <no> permission", path=NASTY_PATH, hint="Ask \x1b whose it is.")
    text = "".join(
        FORMATS["junit"](Report(iter((PLAIN,)), ("news/strike.txt", PLAIN.path, NASTY_PATH), unread=[unread]))
    )
    xmlschema.XMLSchema(SHARED / "oracles" / "junit-10.xsd").validate(text)
    suites = junitparser.JUnitXml.fromstring(text.encode())
    assert (suites.tests, suites.failures, suites.errors) == (3, 1, 1)
    assert [case.classname for suite in suites for case in suite if case.is_passed] == ["news/strike.txt"]


@needs_shared
def test_rdjson_is_valid() -> None:
    """Reviewdog's schema accepts it, and columns are bytes."""
    document = json.loads(formatted("rdjson"))
    Draft4Validator(json.loads((SHARED / "oracles" / "rdjson.json").read_text(encoding="utf-8"))).validate(document)
    start = document["diagnostics"][1]["location"]["range"]["start"]
    assert start == {"line": 3, "column": len("é😀 xé".encode()) + 1}


def test_gitlab_has_what_gitlab_requires() -> None:
    """Each issue has the six keys of GitLab's report, a severity it knows, and a path and line."""
    issues = json.loads(formatted("gitlab"))
    assert {issue["severity"] for issue in issues} <= {"info", "minor", "major", "critical", "blocker"}
    for issue, finding in zip(issues, FINDINGS, strict=True):
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert (issue["location"]["path"], issue["location"]["lines"]["begin"]) == (finding.path, finding.place.line)


@needs_npm("@actions/core")
def test_github_commands_are_those_of_githubs_own_library() -> None:
    """@actions/core writes the very same lines for the same findings, file names with `%`, `,` and `:` included."""
    script = """
        import { pathToFileURL } from 'node:url';
        const { issueCommand } = await import(pathToFileURL('node_modules/@actions/core/lib/command.js'));
        const written = [];
        process.stdout.write = text => { written.push(text); return true; };
        for (const wanted of JSON.parse(process.argv[1])) issueCommand(...wanted);
        delete process.stdout.write;
        console.log(JSON.stringify(written.join('')));
    """
    wanted = [
        (
            {"error": "error", "warning": "warning", "note": "notice"}[f.severity.value],
            {
                "title": f"{f.code} {CODES[f.code].name}",
                "file": f.path,
                "line": f.place.line,
                "endLine": (f.end or f.place).line,
                "col": f.place.column,
                "endColumn": (f.end or f.place).column,
            },
            inert(visible(f"{f.message}\n{f.hint}", keep="\n"), at_start=False).replace("\n<U+003A>:", "\n::"),
        )
        for f in sorted(FINDINGS, key=lambda finding: ORDER[finding.severity])
    ]
    assert formatted("github") == node(script, json.dumps(wanted))


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_hides_or_steers_anything_on_a_terminal(name: str) -> None:
    """Readers of JSON get the true text, by its escapes."""
    hidden = "a\x9b2J\u202eb\U000e0041\x1b[5m"
    found = PLAIN._replace(path=hidden, message=hidden, line=hidden)
    text = formatted(name, (found,))
    assert not set("\x9b\u202e\U000e0041\x1b") & set(text)
    if name == "json":
        assert json.loads(text)["findings"][0]["message"] == hidden


def test_github_gets_the_ten_worst_and_a_count() -> None:
    """Of fifteen warnings and one error the error comes first; the rest are told as plain lines of the log."""
    lines = formatted("github", (NASTY,) * 15 + (PLAIN,)).splitlines()
    assert lines[0].startswith("::error title=FC101")
    assert [line.split(" ")[0] for line in lines[1:]] == ["::warning"] * 9 + ["::notice"] + ["-"] * 6
    assert "6 findings more" in lines[10]


def test_markdown_shows_text_as_it_is() -> None:
    """No cell breaks out of its row, mentions anybody or becomes markup."""
    rows = [line for line in formatted("markdown").splitlines() if line.startswith("| news")]
    assert len(rows) == len(FINDINGS)
    for row in rows:
        assert row.count("|") == 5
        assert not re.search(r"[<>@*`]", re.sub(r"<b>(&#\d+;)</b>", r"\1", row))
