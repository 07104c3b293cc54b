"""The settings file: what it means, what is refused, and where."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

import pytest
from golden import expect
from jsonschema import Draft202012Validator

from factcheck.checking.codes import CODES
from factcheck.config import Config, read_config
from factcheck.errors import FactcheckError

CASES = Path(__file__).parent / "cases" / "config"
GOOD = sorted((CASES / "good").glob("*.yaml"))
BAD = sorted((CASES / "bad").glob("*.yaml"))
SCHEMA = json.loads((Path(__file__).parent.parent / "schemas" / "config-1.schema.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_good_settings_mean_what_is_expected(path: Path) -> None:
    """Each setting arrives in the value with its type; what is not said keeps its default."""
    config = read_config(path.read_bytes())
    lines = [f"{field.name} = {getattr(config, field.name)!r}\n" for field in fields(Config)]
    expect(path.with_suffix(".txt"), "".join(lines))


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_bad_settings_are_refused_at_their_line_and_column(path: Path) -> None:
    """The message names the file, the line, the column, and what was expected."""
    with pytest.raises(FactcheckError) as caught:
        read_config(path.read_bytes(), "factcheck.yaml")
    expect(path.with_suffix(".txt"), f"{caught.value}\n")


def test_no_settings_are_the_defaults() -> None:
    """An empty file changes nothing."""
    assert read_config(b"") == Config()


def test_the_schema_knows_every_code() -> None:
    """The pattern for codes in the schema fits exactly the codes there are."""
    Draft202012Validator.check_schema(SCHEMA)
    validator = Draft202012Validator(SCHEMA)
    for number in range(1000):
        code = f"FC{number:03}"
        assert validator.is_valid({"severity": {code: "error"}}) == (code in CODES), code
