"""A codebook as the `codebook.yaml` of a desk: what `factcheck codebook --init` writes as a start."""

from __future__ import annotations

import json
from collections.abc import Iterator

from factcheck.i18n import _
from factcheck.labelling.codebook import SKIP, USUAL, Answer, Codebook, Conclusion
from factcheck.labelling.codebook_file import VERSION

_HEAD = """\
# yaml-language-server: $schema=schemas/codebook-1.schema.json
# The codebook of this desk: it takes the place of the usual definitions, questions and borderline cases.
# The labels stay the four. git keeps its versions: `factcheck agreement --by codebook` compares before and after.
"""


def codebook_yaml(book: Codebook = USUAL) -> str:
    """Return a codebook as YAML that reads back as the same, in the language of the interface."""
    return _HEAD + "".join(f"{line}\n" for line in _lines(book))


def _lines(book: Codebook) -> Iterator[str]:
    yield f"factcheck-codebook: {VERSION}"
    yield f"principle: {_text(book.principle)}"
    yield "labels:"
    for meaning in book.meanings:
        yield f"  {meaning.label}:"
        yield f"    short: {_text(meaning.short)}"
        yield f"    example: {_text(meaning.example)}"
    yield "questions:"
    for name, question in book.questions.items():
        yield f"  {name}:"
        yield f"    title: {_text(question.title)}"
        yield f"    advice: {_text(question.advice)}"
        yield "    answers:"
        for answer in question.answers:
            yield from _answer(answer)
    yield "cases:"
    for case in book.cases:
        yield f"- title: {_text(case.title)}"
        yield f"  rule: {_text(case.rule)}"
        if case.settles:
            yield f"  settles: [{', '.join(map(_quoted, case.settles))}]"


def _answer(answer: Answer) -> Iterator[str]:
    yield f"    - text: {_text(answer.text)}"
    if isinstance(answer.to, Conclusion):
        yield f"      label: {answer.to.label or SKIP}"
        yield f"      why: {_text(answer.to.why)}"
    else:
        yield f"      question: {answer.to}"


def _text(text: str) -> str:
    return _quoted(_(text))


def _quoted(text: str) -> str:
    """Return a text between double quotes, as YAML and JSON both have it."""
    return json.dumps(text, ensure_ascii=False)
