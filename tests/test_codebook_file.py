"""A desk's own codebook: read with places, refused with reasons, and shown wherever the usual one would be."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT, Ran
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from labelled import write_desk
from ruamel.yaml import YAML

from factcheck.errors import FactcheckError
from factcheck.formats.codebook_file import codebook_yaml
from factcheck.labelling.codebook import SKIP, USUAL, Answer, Case, Codebook, Conclusion, Meaning, Question
from factcheck.labelling.codebook_file import read_codebook
from factcheck.model import Label

VALIDATOR = Draft202012Validator(json.loads((ROOT / "schemas" / "codebook-1.schema.json").read_text(encoding="utf-8")))

texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=6).filter(str.strip)


@st.composite
def codebooks(draw: st.DrawFn) -> Codebook:
    """Draw a codebook whose questions lead only onwards."""
    names = [f"q{number}" for number in range(draw(st.integers(1, 4)))]
    ends = st.builds(Conclusion, st.sampled_from([None, *Label]), texts)
    questions = {}
    for number, name in enumerate(names):
        onwards = st.sampled_from(names[number + 1 :]) if names[number + 1 :] else ends
        answers = st.lists(st.builds(Answer, texts, st.one_of(ends, onwards)), min_size=1, max_size=3)
        questions[name] = Question(draw(texts), draw(texts), tuple(draw(answers)))
    pairs = st.sampled_from([f"{one}>{other}" for one in (*Label, SKIP) for other in (*Label, SKIP) if one != other])
    cases = st.lists(st.builds(Case, texts, texts, st.lists(pairs, max_size=2).map(tuple)), min_size=1, max_size=3)
    meanings = tuple(Meaning(label, draw(texts), draw(texts)) for label in Label)
    return Codebook(draw(texts), meanings, questions, tuple(draw(cases)))


@settings(max_examples=20)
@given(codebooks())
def test_what_is_written_reads_back(book: Codebook) -> None:
    """Any codebook survives its file, and the schema agrees that it is one."""
    written = codebook_yaml(book)
    assert read_codebook(written.encode()) == book
    VALIDATOR.validate(YAML(typ="safe").load(written))


def test_the_start_is_the_usual_codebook() -> None:
    """What `--init` writes says exactly what holds without it."""
    assert read_codebook(codebook_yaml().encode()) == USUAL


def broken(old: str, new: str) -> str:
    """Return the usual codebook with one thing changed."""
    text = codebook_yaml()
    assert old in text
    return text.replace(old, new, 1)


BAD = {
    "empty": ("", "mapping"),
    "not YAML": ("a: [", ""),
    "version": (broken("factcheck-codebook: 1", "factcheck-codebook: 2"), "version 1"),
    "no principle": (broken("principle:", "principal:"), "'principle' is missing"),
    "unknown name": (broken("labels:\n", 'colour: "red"\nlabels:\n'), "unknown name 'colour'"),
    "fifth label": (
        broken("labels:\n", 'labels:\n  rumour:\n    short: "x"\n    example: "y"\n'),
        "unknown name 'rumour'",
    ),
    "missing label": (broken("  opinion:\n", "  opinions:\n"), "'opinion' is missing"),
    "label of an answer": (broken("label: sourced", "label: sorced"), "expected one of claim"),
    "question that is not there": (broken("question: author", "question: writer"), "no question 'writer'"),
    "circle": (broken("question: author", "question: who"), "circle"),
    "number for text": (broken('title: "Who says it?"', "title: 12"), "expected text"),
    "too long": (broken('title: "Who says it?"', f'title: "{"x" * 2001}"'), "at most 2,000"),
    "mix-up": (broken('"sourced>claim"', '"sourced>sourced"'), "expected two labels"),
    "both ends": (
        broken("      question: author", "      question: author\n      label: claim"),
        "unknown name 'label'",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_wrong_is_told_with_its_place(name: str) -> None:
    """Each mistake is refused with a line; the schema refuses it too, where a schema can."""
    text, says = BAD[name]
    with pytest.raises(FactcheckError) as caught:
        read_codebook(text.encode())
    assert says in caught.value.message
    assert caught.value.line
    if name not in {"not YAML", "question that is not there", "circle"}:
        assert not VALIDATOR.is_valid(YAML(typ="safe").load(text))


def test_too_many_ways_are_refused_quickly() -> None:
    """Nine answers a question, ten questions deep, are more ways than anybody walks."""
    lines = codebook_yaml().split("questions:\n")[0] + "questions:\n"
    for number in range(10):
        lines += f'  q{number}:\n    title: "t"\n    advice: "a"\n    answers:\n'
        end = f"question: q{number + 1}" if number < 9 else 'label: claim\n      why: "w"'
        lines += f'    - text: "x"\n      {end}\n' * 9
    with pytest.raises(FactcheckError, match="more than 1,000 ways"):
        read_codebook(f'{lines}cases:\n- title: "t"\n  rule: "r"\n'.encode())


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a desk with an article; commands run there."""
    write_desk(tmp_path / "annotations", {"a": {"alice": "cco", None: "sco"}})
    (tmp_path / "factcheck.yaml").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_it_takes_the_place_of_the_usual_one(here: Path, run: Callable[..., Ran]) -> None:
    """`--init` writes a start, once; what is changed in it shows in the command, behind `b`, and in feedback."""
    assert run("codebook", "--init").code == 0
    again = run("codebook", "--init")
    assert (again.code, "already" in again.err) == (2, True)
    path = here / "codebook.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Who says it?", "Qui parle ?"), encoding="utf-8")
    assert "Qui parle ?" in run("codebook").out
    keys = run("annotate", "annotations/a.txt", "--annotator", "bob", "--language", "fr", "--keys", "b<esc>q")
    assert "Qui parle ?" in keys.out
    assert "Qui parle ?" in run("feedback", "alice").out


def test_a_broken_one_is_refused_before_anything_begins(here: Path, run: Callable[..., Ran]) -> None:
    """Neither the command nor the annotator falls back to the usual one."""
    (here / "codebook.yaml").write_text("factcheck-codebook: 1\nprinciple: []\n", encoding="utf-8")
    for words in (["codebook"], ["annotate", "annotations/a.txt", "--annotator", "bob", "--keys", "q"]):
        ran = run(*words)
        assert (ran.code, "codebook.yaml:2:" in ran.err) == (2, True)


def test_hostile_words_steer_no_terminal(here: Path, run: Callable[..., Ran]) -> None:
    """Control and bidirectional characters of a stranger's codebook are shown as marks."""
    text = codebook_yaml().replace("Who says it?", "Who \\u001b[31msays\\u202e it?")
    (here / "codebook.yaml").write_text(text, encoding="utf-8")
    shown = run("codebook").out + run("annotate", "annotations/a.txt", "--annotator", "bob", "--keys", "b<esc>q").out
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "<U+001B>" in shown
