"""Each rule on desks of a few files: `tests/cases/checking/<case>/` and what `check` says about it."""

from __future__ import annotations

import itertools
import re
import shutil
from pathlib import Path

import pytest
from commands import run
from fuzz_check import mutants
from golden import expect

from factcheck.checking.scope import Group, covered, group, touching
from factcheck.checking.table import RULES
from factcheck.findings.codes import CODES

CASES = Path(__file__).parent / "cases" / "checking"
NAMES = sorted(path.name for path in CASES.iterdir())


@pytest.fixture
def desk(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Copy the case's desk to where the test runs."""
    copied = tmp_path / "desk"
    shutil.copytree(CASES / request.param, copied, ignore=shutil.ignore_patterns("expected"))
    monkeypatch.chdir(copied)
    return copied


@pytest.mark.parametrize(("name", "desk"), [(name, name) for name in NAMES], indirect=["desk"], ids=NAMES)
def test_a_desk_gets_the_findings_expected(name: str, desk: Path) -> None:
    """Text and exit code are as a person once approved them; a case named after a code shows that code and no other."""
    others = [f"{code}=ignore" for code in CODES if name.startswith("FC") and code != name[:5]]
    told = run("check", *(word for pair in others for word in ("--severity", pair)))
    expect(CASES / name / "expected", f"{told.out}exit {told.code}\n{told.err}")
    if name.startswith("FC"):
        assert name[:5] in told.out
    assert told.code == (1 if re.search(r" errors?$", told.out) or "error," in told.out else 0)
    assert desk.is_dir()


@pytest.mark.parametrize("code", [code for code in RULES if CODES[code].severity])
def test_each_code_has_a_rule_a_case_and_an_off_switch(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What can be found is shown once in the cases, and `--severity CODE=ignore` silences exactly that."""
    name = next(name for name in NAMES if name.startswith(code))
    shutil.copytree(CASES / name, tmp_path / "desk", ignore=shutil.ignore_patterns("expected"))
    monkeypatch.chdir(tmp_path / "desk")
    loud, quiet = run("check", "--format", "github"), run("check", "--format", "github", "--severity", f"{code}=ignore")
    silenced = [line for line in loud.out.splitlines() if f"title={code} " not in line]
    assert quiet.out.splitlines() == silenced != loud.out.splitlines()


def test_the_tables_list_the_codes_in_order() -> None:
    """Rules and codes are the same, sorted; what changed (FC507) and merges (FC6) are no matter of an article."""
    assert list(RULES) == [code for code in CODES if code != "FC507" and not code.startswith("FC6")]
    assert list(CODES) == sorted(CODES)


def test_an_ambiguous_sidecar_goes_to_the_article_its_header_names() -> None:
    """Where `a.b.labels.yaml` may be decisions on a.b.txt or b's labels on a.txt, the header decides."""
    for header in ("a.txt", "a.b.txt"):
        headers = {"a.b.labels.yaml": header}
        found = list(group("", ["a.txt", "a.b.txt"], list(headers), headers.get))
        assert [one.article for one in found if one.sidecars] == [header]


def test_a_sidecar_without_article_is_a_group_of_its_own() -> None:
    """It is grouped under the article its header names, else under the one its name suggests."""
    assert list(group("d", [], ["a.bob.labels.yaml"], lambda _: None)) == [
        Group("d", "a.txt", exists=False, sidecars=("a.bob.labels.yaml",))
    ]


@pytest.mark.parametrize(
    ("path", "pattern", "expected"),
    [
        ("drafts/a.txt", "drafts/", True),
        ("news/drafts/a.txt", "drafts", True),
        ("news/a.txt", "news/*.txt", True),
        ("old/news/a.txt", "news/*.txt", False),
        ("a.old.txt", "*.old.txt", True),
        ("a.txt", "/a.txt", True),
        ("b/a.txt", "/a.txt", False),
        ("été.txt", "é?é.txt", True),
    ],
)
def test_ignore_patterns(path: str, pattern: str, expected: bool) -> None:  # noqa: FBT001 - a table
    """Without a slash a pattern fits any name in the path, with one the path from the desk."""
    assert covered(path, [pattern]) == expected


def test_a_changed_file_touches_all_that_may_belong_to_it() -> None:
    """Both readings of an ambiguous name count."""
    assert touching(["a.b.labels.yaml", "c.txt"]) == ("a", "a.b", "c")


def test_no_mutant_is_more_than_a_finding() -> None:
    """Sidecars and settings with bytes flipped, lines moved and syntax strewn in: `make fuzz` tries many more."""
    for trial, data in itertools.islice(mutants(seed=1), 1000):
        trial(data)
