"""How the changes of sidecars are told to people and programs; each case is a folder with two versions of one."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from conftest import ROOT
from golden import expect
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factcheck import sidecar
from factcheck.formats.changes import as_json, markdown, text
from factcheck.model import Label, Record, RecordId, Sidecar
from factcheck.review.changes import FileChanges, changes

CASES = sorted(path.name for path in (ROOT / "tests/cases/changes").iterdir())
RECORD = Record(RecordId("s0000000001"), "Le port est fermé.")


def version(path: Path) -> Sidecar | None:
    """Return one version of a case's sidecar; None where it has none."""
    return sidecar.read(path.read_bytes(), str(path)).sidecar if path.exists() else None


def changed(case: str) -> FileChanges:
    """Return what changed in a case."""
    folder = ROOT / "tests/cases/changes" / case
    old, new = version(folder / "old.labels.yaml"), version(folder / "new.labels.yaml")
    either = new or old
    assert either is not None
    path = f"annotations/{case}.labels.yaml"
    return FileChanges(path, path, either.article, either.annotator, changes(old, new))


def one(old: Record, new: Record, path: str = "a.labels.yaml") -> FileChanges:
    """Return the changes of a sidecar with one sentence."""
    empty = version(ROOT / "tests/cases/changes/review/old.labels.yaml")
    assert empty is not None
    before, after = empty._replace(sentences=(old,)), empty._replace(sentences=(new,))
    return FileChanges(path, path, "a.txt", after.annotator, changes(before, after))


@pytest.mark.parametrize("case", CASES)
def test_text_is_as_expected(case: str) -> None:
    """A person reads in a terminal what changed."""
    expect(ROOT / "tests/cases/changes" / case / "expected.txt", text([changed(case)]))


@pytest.mark.parametrize("case", CASES)
def test_markdown_is_as_expected(case: str) -> None:
    """A person reads in a pull request what changed."""
    expect(ROOT / "tests/cases/changes" / case / "expected.md", markdown([changed(case)]))


@pytest.mark.parametrize("case", CASES)
def test_json_is_as_expected_and_as_its_schema_says(case: str) -> None:
    """A program reads what changed, by a published schema."""
    schema = json.loads((ROOT / "schemas/changes-1.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(as_json([changed(case)])), schema)
    expect(ROOT / "tests/cases/changes" / case / "expected.json", as_json([changed(case)]))


def test_totals_stand_over_all_files() -> None:
    """Several sidecars of one article stand under one heading, and everything is counted at the end."""
    shown = text([changed("decisions"), changed("new-file"), changed("review")])
    assert shown.count("annotations/port-strike.txt") == 1
    assert shown.splitlines()[-1].startswith("10 sentences in 1 article: ")


def test_nothing_changed_is_said() -> None:
    """No change is a sentence too, not an empty output."""
    nothing = replace(changed("review"), changes=())
    assert text([nothing]) == "No label changed.\n"
    assert markdown([nothing]) == "**No label changed.**\n"
    assert json.loads(as_json([nothing])) == {"changes": 1, "files": [], "totals": {}}


def test_long_lines_are_folded_at_the_width() -> None:
    """On a terminal no line of a sentence is longer than it is wide, and no word is lost."""
    shown = text([changed("review")], width=40)
    assert max(len(line) for line in shown.splitlines() if line.startswith("      ")) <= 40
    assert "".join(shown.split()) == "".join(text([changed("review")]).split())


def test_a_comment_never_outgrows_its_limit() -> None:
    """What does not fit is counted, whole rows at a time."""
    shown = markdown([changed("review"), changed("decisions")], limit=1_400)
    assert len(shown) <= 1_400
    told = re.findall(r"^\| \d", shown, re.MULTILINE)
    assert f"… and {9 - len(told)} more" in shown


ODD = st.text(st.sampled_from("ab1 @#!$%~^&<>|`*_:[]()\\./-+=\n\t\x1b\u202e\u200bé世"), min_size=1, max_size=30)


@given(ODD, ODD)
def test_markdown_shows_any_sentence_and_does_nothing_else(sentence: str, note: str) -> None:
    """Whatever a sentence holds, the comment is one table whose cells have no markup but ours."""
    shown = markdown([one(RECORD._replace(text=sentence), RECORD._replace(text=sentence, note=note))])
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(shown)
    assert set(re.findall(r"<(/?\w+)", html)) <= TAGS
    assert html.count("<tr>") == 2
    assert not re.search(r"[@#!$%~^]\w", re.sub(r"&\w+;|</?(?:table|t[rhd]).*?>", " ", html).replace(">#<", ""))


TAGS = {
    f"{end}{tag}"
    for tag in ["p", "strong", "h4", "table", "thead", "tbody", "tr", "th", "td", "br", "b"]
    for end in ["", "/"]
}


def test_no_control_character_reaches_a_terminal() -> None:
    """Escapes, directions and line breaks of sentences are shown, not obeyed, in each format."""
    for shown in (text([changed("hostile")]), markdown([changed("hostile")]), as_json([changed("hostile")])):
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u200b]", shown)


def test_a_renamed_sidecar_tells_its_old_name() -> None:
    """A move is visible beside the annotator's name."""
    moved = replace(one(RECORD, RECORD._replace(label=Label.CLAIM)), old_path="old.labels.yaml")
    assert "  alice (was old.labels.yaml)\n" in text([moved])
