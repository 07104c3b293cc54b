"""Feedback as text for people and as JSON for programs; `factcheck.review.feedback` has the values."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from factcheck.formats.agreement.words import share_words, version_words
from factcheck.formats.json_text import json_text
from factcheck.formats.numbers import percentage, percentage_between
from factcheck.formats.text import visible
from factcheck.i18n import N_, _, ngettext
from factcheck.labelling.codebook import SKIP, Codebook
from factcheck.review.adjudication import reasons
from factcheck.review.feedback import ENOUGH, Calibration, Difference, Example, Feedback, HomeworkList, Inconsistency

_MOST_SHOWN = 20


#: Everything that feedback may be about; the last one is feedback apart for each version of the codebook.
Found = Feedback | Calibration | HomeworkList | tuple[tuple[str, Feedback], ...]


class FeedbackView(NamedTuple):
    """What there is to show."""

    found: Found
    #: The codebook that the desk goes by.
    book: Codebook
    #: Columns that text may take.
    width: int = 80


def text(view: FeedbackView) -> str:
    """Return what was found, for people."""
    found, book, width = view
    if isinstance(found, Feedback):
        return feedback_text(found, book, width)
    if isinstance(found, Calibration):
        return calibration_text(found)
    if isinstance(found, HomeworkList):
        return homework_text(found, width)
    parts = (f"{version_words(version)}\n{feedback_text(one, book, width)}" for version, one in found)
    return "\n".join(parts) or _("Nothing that you labelled is decided yet.") + "\n"


def as_json(view: FeedbackView) -> str:
    """Return what was found as JSON, its fields those of the value of that name; versions with their name first."""
    return json_text(_plain(view.found))


def feedback_text(found: Feedback, book: Codebook, width: int) -> str:
    """Return what an annotator can learn, the most frequent first.

    Args:
        found: The feedback.
        book: The codebook that the desk goes by.
        width: Columns that text may take.
    """
    parts = (_summary(found), _differences(found, book), _sources(found), _consistency(found))
    return _laid_out((line for part in parts for line in part), width)


def _summary(found: Feedback) -> Iterator[str]:
    if not found.decided:
        none = _("{name}: nothing that you labelled is decided yet.")
        yield (none if found.labelled else _("{name}: you have labelled nothing here.")).format(name=found.annotator)
        return
    told = ngettext(
        "{name}: {count} sentence that you labelled is decided; your label stood in {stood} ({share}).",
        "{name}: {count} sentences that you labelled are decided, in {articles} articles; "
        "your label stood in {stood} ({share}).",
        found.decided,
    )
    yield told.format(
        name=found.annotator,
        count=found.decided,
        articles=found.articles,
        stood=found.stood,
        share=share_words(found.share),
    )
    if found.slips:
        yield ngettext("{count} was filed as your slip.", "{count} were filed as your slips.", found.slips).format(
            count=found.slips
        )
    if found.homework:
        told = ngettext(
            "{count} is the desk's homework, and not counted below: factcheck feedback --desk",
            "{count} are the desk's homework, and not counted below: factcheck feedback --desk",
            found.homework,
        )
        yield told.format(count=found.homework)


def _differences(found: Feedback, book: Codebook) -> Iterator[str]:
    for one in found.differences:
        yield ""
        told = _("You said {mine}, decided was {decided}: {times}")
        yield told.format(mine=answer_word(one.mine), decided=answer_word(one.decided), times=one.times)
        yield from _lesson(one, book)
        yield from map(_example, one.examples)


def _lesson(one: Difference, book: Codebook) -> Iterator[str]:
    """Yield the question that was answered otherwise, and the borderline case that clears it up."""
    if question := book.question_between(one.mine, one.decided):
        told = _("Question: {title} {advice}")
        yield f"  {told.format(title=visible(_(question.title)), advice=visible(_(question.advice)))}"
    if case := book.case_between(one.mine, one.decided):
        told = _("Borderline case: {title}. {rule}")
        yield f"  {told.format(title=visible(_(case.title)), rule=visible(_(case.rule)))}"


def _sources(found: Feedback) -> Iterator[str]:
    if found.sources:
        yield ""
        yield _("Sources that differ: {count}").format(count=len(found.sources))
    for one in found.sources[:_MOST_SHOWN]:
        words = _("yours {mine}, decided {decided}")
        told = words.format(mine=_quoted(one.my_source), decided=_quoted(one.decided_source))
        yield "  " + _named(_place(one.example), told)


def _consistency(found: Feedback) -> Iterator[str]:
    if not found.repeated:
        return
    yield ""
    told = _("The same sentence in several of your articles: {count}; labelled otherwise: {otherwise}")
    yield told.format(count=found.repeated, otherwise=len(found.wavering))
    for one in found.wavering[:_MOST_SHOWN]:
        yield f"  {_quoted(one.text)}"
        yield from _answers(one)


def _answers(one: Inconsistency) -> Iterator[str]:
    for answer, example in one.answers:
        yield "    " + _named(answer_word(answer), _place(example))


def calibration_text(found: Calibration) -> str:
    """Return how an annotator did on the calibration articles, and what so many sentences can show."""
    return "".join(f"{line}\n" for line in _calibration(found))


def _calibration(found: Calibration) -> Iterator[str]:
    if not found.sentences:
        yield _("{name}: you have labelled no sentence of the calibration articles yet.").format(name=found.annotator)
        return
    share = f"{percentage(found.right / found.sentences)} {percentage_between(found.low, found.high)}"
    told = _("{name}: {right} of {count}, {share}")
    yield told.format(name=found.annotator, right=found.right, count=found.sentences, share=share)
    enough = percentage(ENOUGH)
    if found.least is None:
        yield _("So few sentences cannot show {enough} or more, even if all are right.").format(enough=enough)
    else:
        told = _("It takes {least} of {count} to show {enough} or more.")
        yield told.format(least=found.least, count=found.sentences, enough=enough)
    if found.open:
        yield _("Still to label: {count}").format(count=found.open)


def homework_text(found: HomeworkList, width: int) -> str:
    """Return the decided sentences about which the desk has to do something, by what that is."""
    return _laid_out(_homework(found), width)


def _homework(found: HomeworkList) -> Iterator[str]:
    if not found.sentences:
        yield _("No decision was filed as a codebook gap or as ambiguous.")
    for reason in reasons.REASONS:
        filed = [one for one in found.sentences if one.reason == reason.name]
        if filed:
            told = _("{name}: {text}").format(name=_(reason.title), text=_(reason.meaning))
            yield f"{told} ({len(filed)})"
        for one in filed:
            between = ", ".join(map(answer_word, one.between))
            told = _("between {between}, decided {decided}")
            decided = told.format(between=between, decided=answer_word(one.decided))
            yield "  " + _named(_place(one.example), decided)
            yield f"    {_quoted(one.example.text)}"
            yield from ([f"    {visible(' '.join(one.note.split()))}"] if one.note else [])
    if found.hidden:
        told = ngettext(
            "{count} is not shown: you have still to label it.",
            "{count} are not shown: you have still to label them.",
            found.hidden,
        )
        yield told.format(count=found.hidden)


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever values are made of
    if hasattr(value, "_asdict"):
        return {name: _plain(one) for name, one in value._asdict().items()}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return round(value, 10) if isinstance(value, float) else value


#: What a skip is called where people read of it as an answer.
_SKIPPED = N_("skipped")


def answer_word(answer: str) -> str:
    """Return what an answer is called in the language of the interface: a label, or that a sentence was skipped."""
    parts = (_SKIPPED if part == SKIP else part for part in answer.split("+"))
    return " + ".join(map(_, parts))


def _example(example: Example) -> str:
    return "  " + _named(_place(example), _quoted(example.text))


def _named(name: str, text: str) -> str:
    return _("{name}: {text}").format(name=name, text=text)


def _place(example: Example) -> str:
    return _("{path}, sentence {number}").format(path=visible(example.path), number=example.number)


def _quoted(text: str) -> str:
    return _('"{text}"').format(text=visible(" ".join(text.split())))


def _laid_out(lines: Iterable[str], width: int) -> str:
    """Return lines folded at a width, what goes on indented as deep as it began, and two columns more."""
    room = max(width, 40)
    out = []
    for line in lines:
        indent = " " * (len(line) - len(line.lstrip()) + 2)
        out += textwrap.wrap(line, room, subsequent_indent=indent, break_on_hyphens=False) or [""]
    return "\n".join([*out, ""])
