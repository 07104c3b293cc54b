"""Sidecars as a whole: what is written reads back, by us, by ruamel.yaml and by the published schema."""

from __future__ import annotations

import json
import tracemalloc
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import strategies
from conftest import ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from timing import is_within

from factcheck.model import Language, Place, Record, RecordId, Sidecar
from factcheck.sidecar import Document, ProblemKind, SidecarError, fresh_id, read, record_id, skeleton, write
from factcheck.sidecar.reading.lenient import read_freely
from factcheck.sidecar.scalars import quote
from factcheck.sidecar.writing import MAX_BYTES

CASES = ROOT / "tests" / "cases" / "sidecar"
SCHEMA = json.loads((ROOT / "schemas" / "labels-1.schema.json").read_text())


def cases(folder: str) -> list[Path]:
    """Return the sidecars in a folder of cases."""
    found = sorted((CASES / folder).glob("*.labels.yaml"))
    assert found
    return found


def problems(data: bytes) -> list[str]:
    """Return what reading finds wrong, as `kind line:column`."""
    try:
        found = read(data, "x.labels.yaml").problems
    except SidecarError as error:
        found = error.problems
    return [f"{problem.kind} {problem.place.line}:{problem.place.column}" for problem in found]


def by_ruamel(data: bytes) -> Any:
    """Return a file as plain values, read by ruamel.yaml."""
    return YAML(typ="safe", pure=True).load(data.decode())


def as_plain(sidecar: Sidecar) -> dict[str, Any]:
    """Return the plain values that a sidecar stands for in YAML."""
    header = {"factcheck": 1, "article": sidecar.article, "language": sidecar.language}
    annotator = {"annotator": sidecar.annotator} if sidecar.annotator else {}
    retired = {"retired": [_plain(record) for record in sidecar.retired]} if sidecar.retired else {}
    return header | annotator | {"sentences": [_plain(record) for record in sidecar.sentences]} | retired


def _plain(record: Record) -> dict[str, Any]:
    return {name: value for name, value in record._asdict().items() if value or name in {"id", "text", "label"}}


@pytest.mark.parametrize("path", cases("good"), ids=lambda path: path.name)
def test_reader_and_schema_accept_good_files(path: Path) -> None:
    """Every good file is read without a problem, and the published schema accepts what ruamel.yaml makes of it."""
    data = path.read_bytes()
    assert problems(data) == []
    plain = json.loads(json.dumps(by_ruamel(data), default=str))
    jsonschema.Draft202012Validator(SCHEMA).validate(plain)


@pytest.mark.parametrize("path", cases("bad"), ids=lambda path: path.name)
def test_reader_and_schema_reject_bad_files(path: Path) -> None:
    """Every bad file has exactly the problems noted beside it, and the published schema rejects it too."""
    data = path.read_bytes()
    assert problems(data) == path.with_name(path.name.replace(".labels.yaml", ".txt")).read_text().split("\n")[:-1]
    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(by_ruamel(data))


@pytest.mark.parametrize("path", cases("refused"), ids=lambda path: path.name)
def test_what_no_schema_can_say_is_refused_by_its_name(path: Path) -> None:
    """Files that are not plain YAML, or not one sidecar, are refused with the kind and place noted beside them."""
    expected = path.with_name(path.name.replace(".labels.yaml", ".txt")).read_text().split("\n")[:-1]
    assert problems(path.read_bytes()) == expected


def test_every_kind_of_problem_has_a_case() -> None:
    """The folders of cases leave out no kind of problem but the one that needs megabytes."""
    notes = [path for folder in ("bad", "refused") for path in (CASES / folder).glob("*.txt")]
    said = {line.split()[0] for path in notes for line in path.read_text().splitlines()}
    assert said == set(ProblemKind) - {ProblemKind.TOO_LARGE}


def test_the_schema_is_valid_and_closed() -> None:
    """The published schema is valid and knows the fields that the program knows."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert set(SCHEMA["$defs"]["record"]["properties"]) == set(Record._fields)


@given(strategies.sidecars())
def test_reading_gives_back_what_was_written(sidecar: Sidecar) -> None:
    """What is written is canonical, reads back as it was, and means the same to ruamel.yaml."""
    data = write(sidecar)
    document = read(data, "x")
    assert document.sidecar == sidecar
    assert document.canonical
    assert document.problems == ()
    assert by_ruamel(data) == as_plain(sidecar)


@given(st.data(), strategies.sidecars(max_records=3))
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_no_file_breaks_the_reader(draw: st.DataObject, sidecar: Sidecar) -> None:
    """Whatever happens to a file, it is read or refused; taking canonical records out first changes no verdict."""
    data = draw.draw(strategies.mangled(write(sidecar)))
    verdict = read_or_refuse(data)
    if isinstance(verdict, Document) and verdict.canonical:
        assert by_ruamel(data) == as_plain(verdict.sidecar)
    if isinstance(verdict, Document):
        assert read_freely(data.decode(), "x", folded=False).sidecar == verdict.sidecar


def read_or_refuse(data: bytes) -> Document | SidecarError:
    """Return what comes of reading; any other exception is a failure."""
    try:
        return read(data, "x")
    except SidecarError as error:
        return error


HEAD = b"factcheck: 1\narticle: x.txt\nlanguage: fr\n"
CANONICAL = write(skeleton("x.txt", None, Language("fr"), ["Il pleut."]))
ATTACKS = {
    "five megabytes": b"x" * 5_000_000,
    "brackets": HEAD + b"x: " + b"[" * 400_000,
    "braces": HEAD + b"x: " + b"{a: " * 100_000,
    "dashes": HEAD + b"x:\n" + b"- " * 240_000,
    "question marks": HEAD + b"x:\n" + b"? " * 240_000,
    "values": HEAD + b"x: [" + b"a," * 200_000 + b"]\n",
    "merge bomb": HEAD + b"a: &a [x]\n" + b"".join(b"b%d: [*a, *a]\n" % i for i in range(20_000)),
    "comments above": b"# comment\n" * 200_000 + HEAD,
    "comments below": CANONICAL + b"x\n" + b"# comment\n" * 200_000,
    "comment lines apart": CANONICAL + b"#\n\n" * 1_000_000 + b"x",
    "blank lines": CANONICAL + b"\n" * 3_900_000,
    "huge string": HEAD + b'x: "' + b"x" * 3_900_000 + b'"\n',
    "backslashes": HEAD + b'x: "' + b"\\" * 3_900_000 + b'"\n',
    "escaped quotes": CANONICAL + b'\n- id: s0123456789\n  text: "' + b'\\"' * 1_900_000 + b"\n",
    "digits": HEAD + b"x: " + b"9" * 480_000 + b"\n" + b"y: &a\n",
    "same key": HEAD + b"a: 1\n" * 90_000,
    "plain lines": HEAD + b"x: " + b"\n  a" * 120_000 + b"\nx: 1\n",
    "half records": CANONICAL + b'\n- id: s0123456789\n  text: "x"\n' * 100_000,
}


@pytest.mark.parametrize("name", ATTACKS)
def test_attacks_are_refused_quickly_and_in_little_memory(name: str) -> None:
    """Files made to hang or exhaust a YAML library are refused within a second of CPU and 100 MB, with their line."""
    assert is_within(1, lambda: read_or_refuse(ATTACKS[name]))
    tracemalloc.start()
    assert isinstance(read_or_refuse(ATTACKS[name]), SidecarError)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 100_000_000


def test_a_sidecar_too_large_to_be_read_is_not_written() -> None:
    """Writing stops where reading would."""
    sidecar = skeleton("x.txt", None, Language("fr"), ["é" * (MAX_BYTES // 2)])
    with pytest.raises(SidecarError, match="too large") as caught:
        write(sidecar)
    assert caught.value.kind is ProblemKind.TOO_LARGE


def test_two_megabytes_of_comments_between_records_are_fine() -> None:
    """Comment lines are part of the strict form, and however many there are, reading stays fast."""
    data = CANONICAL + b"\n" + b"# comment\n" * 200_000
    assert read(data, "x").canonical
    assert is_within(1, lambda: read(data, "x"))


@given(strategies.texts)
def test_quoting_leaves_nothing_hidden(text: str) -> None:
    """A quoted string is one line of characters that can be seen, and ruamel.yaml reads it back."""
    quoted = quote(text)
    assert "\n" not in quoted
    assert YAML(typ="safe", pure=True).load(quoted) == text


def test_places_are_those_of_the_values() -> None:
    """A place is that of the value, of the name where there is no value, of the record where there is no field."""
    document = read((CASES / "good" / "all-fields.labels.yaml").read_bytes(), "x")
    assert document.span(None, 0, "article") == (Place(3, 10), Place(3, 18))
    assert document.span("sentences", 0, "text") == (Place(9, 9), Place(9, 33))
    assert document.span("sentences", 0, "label") == (Place(10, 10), Place(10, 20))
    fresh = read(CANONICAL, "x")
    assert fresh.span("sentences", 0, "label") == (Place(9, 3), Place(9, 8))
    assert fresh.place("sentences", 0, "note") == fresh.place("sentences", 0) == Place(7, 7)
    assert fresh.mark("sentences", 0, "note") is None


@given(strategies.sidecars(max_records=3))
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_both_readers_agree_on_values_and_places(sidecar: Sidecar) -> None:
    """The strict reader and the free one find the same values at the same places."""
    document = read(write(sidecar), "x")
    free = read_freely(document.data.decode(), "x", folded=False)
    assert free.sidecar == sidecar
    for (section, index, name), mark in free.places.marks.items():
        if name not in {"sentences", "retired"}:
            assert document.mark(section, index, name) == mark


def test_a_misspelt_label_comes_with_the_likely_one() -> None:
    """The hint names the label that was probably meant, and all labels where none is near."""
    data = (CASES / "good" / "canonical.labels.yaml").read_bytes()
    for wrong, hint in ((b"clam", "Did you mean `claim`?"), (b"xyzzy", "The labels are claim, opinion")):
        with pytest.raises(SidecarError) as caught:
            read(data.replace(b"label: claim", b"label: " + wrong), "x")
        assert caught.value.hint.startswith(hint)


def test_ids_come_from_text_and_occurrence() -> None:
    """The same sentence twice gets two ids; an id once taken is not given again."""
    sidecar = skeleton("x.txt", None, Language("fr"), ["Oui.", "Non.", "Oui."])
    first, second, third = (record.id for record in sidecar.sentences)
    assert (first, third) == (record_id("Oui.", 0), record_id("Oui.", 1))
    assert fresh_id("Oui.", {first, third}) == record_id("Oui.", 2)
    assert second == record_id("Non.", 0)


def test_a_record_without_a_field_is_equal_to_one_with_its_default() -> None:
    """The strict reader fills in only what the file has; nobody can tell."""
    document = read(CANONICAL, "x")
    assert document.sidecar.sentences[0] == Record(RecordId(record_id("Il pleut.", 0)), "Il pleut.")
    assert hash(document.sidecar.sentences[0]) == hash(Record(record_id("Il pleut.", 0), "Il pleut."))
    assert document.sidecar.sentences[0].label is None
