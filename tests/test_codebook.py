"""The codebook: its questions, its table and its text say the same, everywhere and at every width."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator

import pytest
from conftest import ROOT, Ran
from golden import expect

from factcheck import i18n
from factcheck.formats.codebook import codebook_text
from factcheck.labelling.codebook import (
    BORDERLINE,
    MEANINGS,
    QUESTIONS,
    SKIP_REASONS,
    TABLE,
    USUAL,
    Conclusion,
    Question,
    skip_reasons,
)
from factcheck.model import Label


def paths(answers: tuple[int, ...] = ()) -> Iterator[tuple[tuple[int, ...], Conclusion]]:
    """Yield every way through the questions and where it ends."""
    reached = USUAL.follow(answers)
    if isinstance(reached, Conclusion):
        yield answers, reached
        return
    for answer in range(len(reached.answers)):
        yield from paths((*answers, answer))


def test_every_way_through_the_questions_ends() -> None:
    """Three answers at most lead to a label or a skip, and to each of them."""
    ends = dict(paths())
    assert max(map(len, ends)) == 2
    assert {verdict.label for verdict in ends.values()} == {*Label, None}


def test_the_questions_and_the_table_agree() -> None:
    """Each cell of the table is where the answers of its row and column lead."""
    rows = dict(TABLE)
    assert set(rows["can be found"]) == {_label(0)}
    assert rows["none"] == tuple(_label(2, content) for content in range(3))
    # Of a vague source nobody asks how it puts things: whether evidence could settle them decides.
    assert rows["vague"] == (_label(1, 0), _label(1, 0), _label(1, 1))


def _label(*answers: int) -> Label | None:
    reached = USUAL.follow(answers)
    assert isinstance(reached, Conclusion)
    return reached.label


def test_the_questions_name_each_other_rightly() -> None:
    """An answer leads to a question that there is, and every question is led to."""
    targets = {answer.to for question in QUESTIONS.values() for answer in question.answers} - {None}
    named = {target for target in targets if isinstance(target, str)}
    assert named == set(QUESTIONS) - {"who"}


def test_the_answers_fit_one_row_of_a_narrow_screen() -> None:
    """An answer and its digit take one row of forty cells, so that all answers stand on the smallest screens."""
    for question in QUESTIONS.values():
        assert isinstance(question, Question)
        assert max(len(answer.text) for answer in question.answers) <= 40 - len(" 1 ") - 1


def test_each_label_has_one_meaning() -> None:
    """The four labels are explained, in the order of the keys."""
    assert tuple(meaning.label for meaning in MEANINGS) == tuple(Label)


def test_reasons_and_cases_are_told_once() -> None:
    """One digit chooses a reason, and no case is listed twice."""
    assert len(set(SKIP_REASONS)) == len(SKIP_REASONS) <= 9
    assert len({case.title for case in BORDERLINE}) == len(BORDERLINE)


@pytest.mark.parametrize("width", [40, 60, 80])
def test_the_text_fits_its_width(width: int) -> None:
    """Nothing but the table is wider than asked for."""
    lines = codebook_text(width=width, colour=False).split("\n")
    start = lines.index("At a glance")
    rest = lines[:start] + lines[start + 6 :]
    assert max(map(len, rest)) <= width


def test_the_text_has_all_of_it() -> None:
    """Every question, answer and case is in the text, which is as a person has read it."""
    text = codebook_text(width=80, colour=False)
    words = " ".join(text.split())
    answers = itertools.chain.from_iterable(question.answers for question in QUESTIONS.values())
    for part in [*(a.text for a in answers), *(c.rule for c in BORDERLINE), *(q.advice for q in QUESTIONS.values())]:
        assert " ".join(part.split()) in words
    expect(ROOT / "tests" / "cases" / "codebook.txt", text)


def test_colour_says_nothing_more() -> None:
    """Without its styles the coloured text is the plain one."""
    coloured = codebook_text(width=80, colour=True)
    assert re.sub(r"\x1b\[[\d;]+m", "", coloured) == codebook_text(width=80, colour=False)
    assert coloured.count("\x1b[38;5;63mclaim\x1b[0m") > 3
    assert not re.search(r"\w\x1b\[3|\x1b\[0m\w", coloured), "part of a longer word is coloured"


def test_the_command_prints_it(run: Callable[..., Ran]) -> None:
    """`factcheck codebook` prints the text and is done."""
    ran = run("codebook")
    assert ran.code == 0
    assert ran.out.startswith("What the four labels mean\n")
    assert ran.err == ""


def test_reasons_for_skipping_are_in_the_language_of_the_article() -> None:
    """They are stored, so an interface in another language does not change them; the French guide names the same."""
    french = skip_reasons("fr")
    assert skip_reasons("de") == SKIP_REASONS
    assert len(set(french)) == len(SKIP_REASONS) == len(french)
    assert i18n.use("fr")
    assert tuple(map(i18n._, SKIP_REASONS)) == french
