"""The settings file: what it means, what is refused, and where."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

import pytest
from golden import expect
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from factcheck.config import TABLE, Config, otherwise
from factcheck.config.reader import _NotPlainError, _read_freely, _read_plain
from factcheck.config.settings_file import read_config
from factcheck.errors import FactcheckError
from factcheck.findings.codes import CODES

CASES = Path(__file__).parent / "cases" / "config"
GOOD = sorted((CASES / "good").glob("*.yaml"))
BAD = sorted((CASES / "bad").glob("*.yaml"))
SCHEMA = json.loads((Path(__file__).parent.parent / "schemas" / "config-1.schema.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_good_settings_mean_what_is_expected(path: Path) -> None:
    """Each setting arrives in the value with its type; what is not said keeps its default."""
    config = read_config(path.read_bytes())
    lines = [f"{name} = {value!r}\n" for name, value in config._asdict().items()]
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
    """It accepts the codes and the names that there are, and no others."""
    Draft202012Validator.check_schema(SCHEMA)
    validator = Draft202012Validator(SCHEMA)
    for number in range(1000):
        code = f"FC{number:03}"
        assert validator.is_valid({"severity": {code: "error"}}) == (code in CODES), code
    assert all(validator.is_valid({"severity": {code.name: "error"}}) for code in CODES.values())


def test_what_holds_without_a_setting_is_its_default() -> None:
    """Where the table says it in words, the default is one that a file cannot spell: nothing at all."""
    for name, setting in TABLE.items():
        assert bool(setting.otherwise) == (Config._field_defaults[name] in (None, ())), name
        assert otherwise(name), name


@pytest.mark.parametrize("path", GOOD + BAD, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_schema_gives_the_same_verdict(path: Path) -> None:
    """Editors that know the schema accept and refuse the very files we do, where YAML itself is in order."""
    try:
        value = YAML(typ="safe", pure=True).load(path.read_bytes())
    except YAMLError:
        assert path.parent.name == "bad"
        return
    if path.stem not in BEYOND_SCHEMA:
        assert Draft202012Validator(SCHEMA).is_valid({} if value is None else value) == (path.parent.name == "good")


#: What a schema cannot know: encodings by name, where an apostrophe ends a word, what the guard refuses in any YAML.
BEYOND_SCHEMA = {"encoding", "directive", "anchor", "nan", "words-elided"}

LINES = """\
language: fr
annotators: 2
annotators: x
ignore:
  - a/
severity:
  FC101: note
limits:
  skipped: 0.5
  unsure: 1
# why

keys:
  next: 'n'
  x: "é"
words:
  fr:
    light: [bel]
    leading: ["à l'en croire", été]
    modality:
      - Prétendument
      - 'peut-être'
      # deep
      -
      x: 1.5
    - c
  - [a, b]
   - odd
a: [b,c , 'd', "e, f", 2]
a:  # nothing
a: []
a: [b, ]
a: [no]
a: b,c
a: [b]c
a: [1
\t
- b
é: 1
"""
SETTINGS = st.lists(st.sampled_from(LINES.splitlines()), max_size=8).map("\n".join)


@given(SETTINGS)
def test_the_fast_reader_means_what_yaml_means(text: str) -> None:
    """Whatever it accepts, the full loader reads to the same values at the same places."""
    try:
        plain = _read_plain(text)
    except _NotPlainError:
        return
    assert plain == _read_freely(text.encode(), "factcheck.yaml")


def test_words_of_ones_own_need_no_yaml_library() -> None:
    """The example in the documentation, whose lists every command reads, is plain to the fast reader."""
    page = (Path(__file__).parent.parent / "docs" / "carry.md").read_text(encoding="utf-8")
    example = page.partition("```yaml\n")[2].partition("```")[0]
    assert example.startswith("words:\n")
    assert _read_plain(example) == _read_freely(example.encode(), "factcheck.yaml")


@given(st.one_of(st.binary(max_size=200), SETTINGS.map(str.encode), st.text(max_size=80).map(str.encode)))
def test_no_bytes_are_more_than_refused(data: bytes) -> None:
    """Any bytes at all are settings or an error with a message."""
    with contextlib.suppress(FactcheckError):
        read_config(data)
