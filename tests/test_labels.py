"""The labels: whatever has to know them does, and would miss a fifth."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from label_places import PLACES, unknown

from factcheck.model import Label

ROOT = Path(__file__).resolve().parent.parent

#: What needs nothing but the table of labels, and for the schemas `make docs`.
DERIVED = {
    "the hint where a label is misspelt",
    "the schema of changes",
    "the schema of sidecars",
    "what agreement calls it",
}


@pytest.mark.parametrize("label", Label)
def test_a_label_is_known_wherever_one_has_to_be(label: Label, monkeypatch: pytest.MonkeyPatch) -> None:
    """It has its keys, its colour, its page in the codebook, and each text that lists the labels lists it."""
    monkeypatch.chdir(ROOT)
    assert unknown(label) == []


def test_a_fifth_label_is_missed_where_it_is_not_known(tmp_path: Path) -> None:
    """Added to a copy of the package and nowhere else, it is known to what derives from the table, and missed else."""
    for folder in ("factcheck", "schemas", "docs"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "README.md", tmp_path)
    model = tmp_path / "factcheck/model.py"
    text = model.read_text(encoding="utf-8")
    line = '    SOURCED = "sourced"\n'
    model.write_text(text.replace(line, f'{line}    RUMOUR = "rumour"\n'), encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": f"{tmp_path}:{tmp_path / 'docs'}", "PYTHONDONTWRITEBYTECODE": "1"}
    script = (
        "import schemas, runpy\n"
        "for name, schema in schemas.SCHEMAS.items():\n"
        "    text = schema()\n"
        "    (schemas.FOLDER / name).write_text(text, encoding='utf-8')\n"
        f"runpy.run_path({str(ROOT / 'tests/label_places.py')!r}, run_name='__main__')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    missing = json.loads(done.stdout)
    assert set(missing.pop("rumour")) == PLACES.keys() - DERIVED
    assert not any(missing.values())
