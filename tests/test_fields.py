"""The table of fields: a field that is added there is known everywhere."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.model import Field
from factcheck.sidecar.fields import FIELDS, IN_DECISIONS_ONLY, WITH_LABEL, in_file_order

ROOT = Path(__file__).resolve().parent.parent

#: The one line, and the line it stands below.
LINE = '    {name}: Annotated[str, Field("Who looked it up."{above})] = ""\n'
BELOW = "    note: Annotated["


@pytest.mark.parametrize(("name", "above"), [("place", ""), ("unknown", "text"), ("checked_by", "source")])
def test_adding_a_field_is_one_line(tmp_path: Path, name: str, above: str) -> None:
    """With a line more in the table, and what `make docs` makes of it, everything reads, keeps and shows the field."""
    for folder in ("factcheck", "schemas", "docs"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    model = tmp_path / "factcheck/model.py"
    before, mark, after = model.read_text(encoding="utf-8").partition(BELOW)
    line = LINE.format(name=name, above=f', above="{above}"' if above else "")
    model.write_text(f"{before}{line}{mark}{after}", encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": f"{tmp_path}:{tmp_path / 'docs'}", "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([sys.executable, "-c", _WRITE_SCHEMAS, str(tmp_path)], cwd=tmp_path, env=environment, check=True)
    script = ROOT / "tests/added_field.py"
    found = subprocess.run(
        [sys.executable, script, name], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert found.returncode == 0, found.stderr


_WRITE_SCHEMAS = """
import sys, schemas, factcheck
assert factcheck.__file__.startswith(sys.argv[1]) and schemas.__file__.startswith(sys.argv[1])
for name, schema in schemas.SCHEMAS.items():
    text = schema()
    (schemas.FOLDER / name).write_text(text, encoding="utf-8")
"""


def test_fields_stand_in_a_file_where_the_table_says() -> None:
    """Each above the one it names, the others in order; what git must not join stays apart."""
    table = {"a": Field(""), "b": Field("", above="a"), "c": Field(""), "d": Field("", above="b")}
    assert in_file_order(table) == ("d", "b", "a", "c")
    assert FIELDS[:6] == ("id", "note", "unsure", "text", "skip", "label")


def test_the_page_on_the_format_has_every_field() -> None:
    """Its table and its grammar list the fields in their order."""
    page = (ROOT / "docs/format.md").read_text(encoding="utf-8")
    table = page.partition("## A record\n")[2].partition("\n\n**")[0]
    assert tuple(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) == FIELDS
    grammar = page.partition("record    = ")[2].partition("gap ")[0]
    assert tuple(re.findall(r'"(?:- |  )(\w+):', grammar)) == FIELDS


def test_what_belongs_to_a_label_is_known() -> None:
    """A merge has all of it chosen together; decisions hold two fields that nobody else does."""
    assert WITH_LABEL == ("skip", "label", "source", "url", "was", "was_label", "reason", "over")
    assert IN_DECISIONS_ONLY == ("reason", "over")
