"""What runs `check` elsewhere: the action, the hooks, the starter files, and the pages that tell of them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from commands import run
from conftest import ROOT, SHARED, needs_shared
from jsonschema import Draft7Validator
from ruamel.yaml import YAML

from factcheck.config import Config
from factcheck.config.settings_file import read_config
from factcheck.findings.codes import CODES
from factcheck.formats.settings_page import starter
from factcheck.formats.starters import BASICS, FORGES, Source

CASES = ROOT / "tests" / "cases" / "checking"
#: As docs/ci.md has it.
ORIGIN = Source("https://github.com/OWNER/factcheck", "REVISION")
ELSEWHERE = Source("https://example.org/factcheck", "REVISION")
BIN = Path(sys.executable).parent


def loaded(text: str) -> Any:
    """Return the values in a YAML text."""
    return YAML(typ="safe").load(text)


def desk(folder: Path, case: str) -> Path:
    """Make a git repository of one of the checking cases."""
    shutil.copytree(CASES / case, folder, ignore=shutil.ignore_patterns("expected"))
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    subprocess.run(["git", "add", "-A"], cwd=folder, check=True)
    return folder


@needs_shared
def test_the_action_keeps_to_githubs_schema() -> None:
    """SchemaStore's schema for actions accepts ours."""
    schema = json.loads((SHARED / "oracles" / "github-action.json").read_text(encoding="utf-8"))
    Draft7Validator(schema).validate(loaded((ROOT / "action.yml").read_text(encoding="utf-8")))


@pytest.mark.skipif(not (BIN / "zizmor").is_file(), reason="zizmor is not installed")
def test_zizmor_finds_nothing_in_what_runs_at_github(tmp_path: Path) -> None:
    """Neither the action nor the workflow that `init` writes leaves a door open."""
    workflow = tmp_path / ".github" / "workflows" / "factcheck.yml"
    workflow.parent.mkdir(parents=True)
    workflow.write_text(FORGES["github"][1](ORIGIN._replace(revision="0123456789" * 4)))
    for path in (ROOT / "action.yml", workflow):
        command = [str(BIN / "zizmor"), "--offline", "--persona", "pedantic", str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("case", "inputs", "code"),
    [
        ("clean", {}, 0),
        ("FC101-unlabelled", {}, 1),
        ("FC101-unlabelled", {"PATHS": "strike.txt\n"}, 1),
        ("clean", {"PATHS": "nowhere $(touch hacked)\n"}, 2),
        ("FC101-unlabelled", {"SARIF": "out.sarif"}, 1),
        ("clean", {"CHANGED_SINCE": "HEAD"}, 0),
        ("clean", {"CHANGED_SINCE": "HEAD", "OPTIONS": "--strict\n--fail-on-nothing\n"}, 2),
    ],
)
def test_the_action_does_what_its_inputs_say(tmp_path: Path, case: str, inputs: dict[str, str], code: int) -> None:
    """The script of its second step, run by bash with our command in the place where its first step puts it."""
    folder = desk(tmp_path / "desk", case)
    subprocess.run(["git", "commit", "-qm", "start"], cwd=folder, check=True)
    (tmp_path / "factcheck").mkdir()
    (tmp_path / "factcheck" / "bin").symlink_to(BIN)
    action = loaded((ROOT / "action.yml").read_text(encoding="utf-8"))
    script = action["runs"]["steps"][1]["run"]
    empty = {"PATHS": "", "CHANGED_SINCE": "", "OPTIONS": "", "SARIF": ""}
    env = os.environ | empty | inputs | {"RUNNER_TEMP": str(tmp_path), "GITHUB_ACTIONS": "true"}
    done = subprocess.run(
        ["bash", "-e", "-c", script], cwd=folder, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == code, done.stderr
    assert ("::error title=FC101" in done.stdout) == (code == 1)
    assert (folder / "out.sarif").is_file() == bool(inputs.get("SARIF"))
    assert not (folder / "hacked").exists()


def hook(name: str) -> dict[str, Any]:
    """Return one of the hooks we offer, as a local one that is already installed."""
    hooks = loaded((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    found: dict[str, Any] = next(one for one in hooks if one["id"] == name)
    return found | {"language": "system", "entry": f"{BIN}/{found['entry']}"}


@pytest.mark.skipif(not (BIN / "pre-commit").is_file(), reason="pre-commit is not installed")
@pytest.mark.parametrize("name", ["factcheck", "factcheck-files", "factcheck-desk"])
@pytest.mark.parametrize(("case", "code"), [("clean", 0), ("FC101-unlabelled", 1)])
def test_the_hooks_pass_and_fail_under_pre_commit(tmp_path: Path, name: str, case: str, code: int) -> None:
    """Pre-commit itself runs each hook on a good and a bad commit."""
    folder = desk(tmp_path / "annotations", case)
    config = {"repos": [{"repo": "local", "hooks": [hook(name)]}]}
    (folder / ".pre-commit-config.yaml").write_text(json.dumps(config))
    subprocess.run(["git", "add", "-A"], cwd=folder, check=True)
    command = [str(BIN / "pre-commit"), "run", "--verbose"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stdout + done.stderr
    assert ("FC101" in done.stdout) == bool(code)
    assert "no files to check" not in done.stdout


def test_init_starts_a_desk_that_check_accepts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its files are those we know, its settings change nothing yet, and what it wrote is checked without a finding."""
    monkeypatch.chdir(tmp_path)
    told = run(
        "init", "--from", "https://example.org/factcheck@v1", *(word for one in FORGES for word in ("--ci", one))
    )
    texts = {name: text(Source("https://example.org/factcheck", "v1")) for name, text in FORGES.values()}
    everything = BASICS | texts
    assert told.code == 0
    assert {name: (tmp_path / name).read_text() for name in everything} == everything
    assert read_config((tmp_path / "factcheck.yaml").read_bytes()) == Config()
    assert run("check").out == "0 files checked, nothing found\n"


def test_init_changes_nothing_that_exists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second run keeps every byte, and says what it kept."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".gitattributes").write_text("*.png binary\n")
    told = run("init")
    assert (tmp_path / ".gitattributes").read_text() == "*.png binary\n"
    assert "kept  .gitattributes\n      it should hold this line: *.labels.yaml" in told.out
    assert "wrote" not in run("init").out


def test_init_says_nothing_of_a_rule_that_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only an attribute file without our rule needs a line more."""
    monkeypatch.chdir(tmp_path)
    run("init")
    assert run("init").out.startswith("kept  factcheck.yaml\nkept  .gitattributes\nkept  .gitignore\nkept  schemas")


def test_init_in_a_file_could_not_run(tmp_path: Path) -> None:
    """Where a file stands in place of the folder nothing is kept, and nothing can be written."""
    (tmp_path / "desk").write_text("a file\n")
    told = run("init", str(tmp_path / "desk"))
    assert (told.code, told.out) == (2, "")
    assert "cannot be written" in told.err


def test_every_setting_in_the_starter_file_is_right(tmp_path: Path) -> None:
    """With the comment signs taken away it is a valid file that settles everything there is otherwise than it was."""
    text = re.sub(r"^# (?=\w+:|  )", "", starter(), flags=re.MULTILINE)
    config = read_config(text.encode(), str(tmp_path))
    same = [name for name, value in config._asdict().items() if value == Config._field_defaults[name]]
    assert same == []
    assert (config.annotators, config.max_skipped, config.severity) == (2, 0.25, (("FC104", None),))


@pytest.mark.parametrize("text", [text(origin) for _, text in FORGES.values() for origin in (ORIGIN, ELSEWHERE)])
def test_starter_files_are_yaml(text: str) -> None:
    """Each holds a mapping."""
    assert isinstance(loaded(text), dict)


def test_explain_knows_every_code_by_number_and_name() -> None:
    """Both say the same; without a code all are listed; an unknown one cannot be explained."""
    for code in CODES.values():
        told = run("explain", code.code.lower())
        assert told == run("explain", code.name)
        assert code.remedy in told.out
    assert run("explain").out.count("\n") == len(CODES)
    assert run("explain", "FC999").code == 2


def test_the_page_on_ci_shows_what_these_tests_run() -> None:
    """Each YAML block of docs/ci.md is one of the files above, or a part of one."""
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    known = [text(origin) for _, text in FORGES.values() for origin in (ORIGIN, ELSEWHERE)] + [ACTION, ARTICLES, HOOKS]
    assert read_config(ARTICLES.encode()).articles == ("news/", "sport/*.txt")
    blocks = re.findall(r"^```ya?ml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert len(blocks) >= 5
    assert [block for block in blocks if block not in known] == []


ACTION = """\
- uses: OWNER/factcheck@REVISION
  with:
    changed-since: ${{ github.base_ref && format('origin/{0}', github.base_ref) }}
    options: |
      --strict
      --fail-on-nothing
"""
ARTICLES = """\
articles:
  - news/
  - sport/*.txt
"""
HOOKS = """\
- id: factcheck-desk
  stages: [manual]
"""


def test_the_page_uses_inputs_and_hooks_that_exist() -> None:
    """What the page sets on the action and asks of the hooks is there."""
    action = loaded((ROOT / "action.yml").read_text(encoding="utf-8"))
    used = loaded(ACTION)
    assert set(used[0]["with"]) <= set(action["inputs"])
    assert all(hook(one["id"]) for one in loaded(HOOKS))
