"""What the four labels mean and how to choose one, as data in our own words; `formats.codebook` lays it out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from factcheck.model import Label


@dataclass(frozen=True, slots=True)
class Meaning:
    """One label, explained."""

    label: Label
    #: One line that fits beside the label's key.
    short: str
    #: A sentence of ours that bears the label.
    example: str


@dataclass(frozen=True, slots=True)
class Conclusion:
    """Where the questions end."""

    #: The label they lead to; None where the sentence is to be skipped.
    label: Label | None
    why: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to a question."""

    text: str
    #: What it leads to: the name of another question, or the end.
    to: str | Conclusion


@dataclass(frozen=True, slots=True)
class Question:
    """One of the questions that lead to a label."""

    title: str
    #: What to look for in the sentence.
    advice: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A borderline case and what was settled about it."""

    title: str
    rule: str
    #: The mix-ups that it clears up: the answer given and the right one, as `claim>sourced`; `skip` is an answer too.
    settles: tuple[str, ...] = ()


#: What a sentence that needs no label is called among the answers.
SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Codebook:
    """All that tells people which label to give."""

    #: What to judge, before anything else.
    principle: str
    #: Each label's, in the order of the labels.
    meanings: tuple[Meaning, ...]
    #: By name; the first one is asked first.
    questions: Mapping[str, Question]
    cases: tuple[Case, ...]

    def follow(self, answers: Sequence[int]) -> Question | Conclusion:
        """Return where answers lead: the next question, or the conclusion.

        Args:
            answers: The place of each answer given so far among those of its question, from 0.

        >>> USUAL.follow((2, 0)).label
        <Label.CLAIM: 'claim'>
        """
        question = next(iter(self.questions.values()))
        for answer in answers:
            to = question.answers[answer].to
            if isinstance(to, Conclusion):
                return to
            question = self.questions[to]
        return question

    def question_between(self, given: str, right: str) -> Question | None:
        """Return the last question that two labels, or `skip`, have in common; None where one is never led to.

        >>> USUAL.question_between("claim", "sourced").title
        'Who says it?'
        """
        ways = {label: [way for way, end in self.ways() if (end.label or SKIP) == label] for label in (given, right)}
        found = [_common(one, other) for one in ways[given] for other in ways[right]]
        # Of ways of one length the last: the author's own words are asked about after those of a vague source.
        asked = self.follow(max(reversed(found), key=len)) if found else None
        return asked if isinstance(asked, Question) else None

    def case_between(self, given: str, right: str) -> Case | None:
        """Return the first borderline case that clears up this mix-up; None where none does."""
        return next((case for case in self.cases if f"{given}>{right}" in case.settles), None)

    def ways(self, answers: tuple[int, ...] = ()) -> Iterator[tuple[tuple[int, ...], Conclusion]]:
        """Yield every way through the questions that goes on from some answers, and where it ends."""
        reached = self.follow(answers)
        if isinstance(reached, Conclusion):
            yield answers, reached
            return
        for number in range(len(reached.answers)):
            yield from self.ways((*answers, number))


def _common(one: Sequence[int], other: Sequence[int]) -> tuple[int, ...]:
    return tuple(answer for answer, _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


#: What to judge, before anything else.
PRINCIPLE = (
    "Judge what the sentence says and how it says it, never whether it is true: an unverified sentence may well be "
    "right. Every sentence gets one label."
)

MEANINGS = (
    Meaning(Label.CLAIM, "stated as a fact, by the author, and evidence could settle it", "The port closed at noon."),
    Meaning(Label.OPINION, "a taste, a motive, a duty: no evidence could settle it", "The closure was a disgrace."),
    Meaning(
        Label.UNVERIFIED,
        "evidence could settle it, but no source that could be found answers for it",
        "Observers say the port may reopen.",
    ),
    Meaning(
        Label.SOURCED,
        "somebody, or something, that a reader could find says it",
        "The harbour master said the port would reopen on Monday.",
    ),
)

#: The questions by name; `who` comes first.
QUESTIONS = {
    "who": Question(
        "Who says it?",
        "Look for a source in the sentence, or for a word such as 'he' or 'the minister' that stands for one the "
        "article names. Could a stranger find that person, body or document from what the article tells?",
        (
            Answer(
                "somebody or something findable",
                Conclusion(Label.SOURCED, "A source that can be found answers for it. Name it as the article does."),
            ),
            Answer("a vague source, as 'observers'", "vague"),
            Answer("nobody: the author says it", "author"),
            Answer(
                "it is no statement: byline, caption",
                Conclusion(None, "There is nothing to judge: skip it, and say what it is."),
            ),
        ),
    ),
    "author": Question(
        "Could evidence settle it?",
        "Imagine the document, the figure or the witness that would prove or disprove it. Then see how firmly the "
        "author puts it: 'seems', 'perhaps', a rumour's conditional or a prediction is a hedge.",
        (
            Answer(
                "yes, and it is stated as fact", Conclusion(Label.CLAIM, "The author states it and it can be checked.")
            ),
            Answer(
                "yes, but it is hedged or foretold",
                Conclusion(
                    Label.UNVERIFIED, "It can be checked, but the author does not vouch for it and nobody else does."
                ),
            ),
            Answer(
                "no: taste, motive, duty, degree",
                Conclusion(Label.OPINION, "No evidence could settle it, and it is the author's."),
            ),
        ),
    ),
    "vague": Question(
        "Could evidence settle what the vague source says?",
        "Leave the source aside and look at what is said: is there a fact in it that could be proved or disproved?",
        (
            Answer(
                "yes",
                Conclusion(Label.UNVERIFIED, "It can be checked, but no source that could be found answers for it."),
            ),
            Answer("no", Conclusion(Label.OPINION, "No evidence could settle it, whoever thinks so.")),
        ),
    ),
}

#: Kinds of source by kinds of content: the questions, at one glance.
COLUMNS = ("checkable, stated", "checkable, hedged", "not checkable")
TABLE = (
    ("can be found", (Label.SOURCED, Label.SOURCED, Label.SOURCED)),
    ("vague", (Label.UNVERIFIED, Label.UNVERIFIED, Label.OPINION)),
    ("none", (Label.CLAIM, Label.UNVERIFIED, Label.OPINION)),
)

#: Reasons for skipping that are worth one key, the most frequent first.
SKIP_REASONS = ("byline", "dateline", "caption", "heading", "read also", "greeting", "fragment", "question")
#: The same for articles in other languages: they are stored, so they are in the article's language.
_SKIP_REASONS_IN = {
    "fr": ("signature", "lieu et date", "légende", "intertitre", "lire aussi", "formule", "fragment", "question"),
}


def skip_reasons(language: str) -> tuple[str, ...]:
    """Return the reasons for skipping that are proposed in an article of that language, an ISO 639 code."""
    return _SKIP_REASONS_IN.get(language, SKIP_REASONS)


BORDERLINE = (
    Case("the sentence after a quotation", "A source answers only for the sentence that names it or stands for it. "
         "The next sentence without such a cue is the author's: usually a claim.",
         ("sourced>claim",)),
    Case("'He also said ...'", "Sourced, if the article tells who 'he' is. Give the name as the source.",
         ("claim>sourced",)),
    Case("'according to', 'selon' meaning 'in line with'", "'According to the rules' names no source. Try 'according "
         "to what X says': if the sentence no longer means the same, nobody is being quoted."),
    Case("a document told only in part", "Its kind, its origin and its date together let a reader ask for it: then it "
         "can be found. With less it is vague. In doubt: sourced, and mark it unsure.",
         ("unverified>sourced", "sourced>unverified")),
    Case("the conditional of rumour ('aurait fui')", "With a source that can be found: sourced. Without: unverified. "
         "Conditionals of hypothesis, of politeness and of the future seen from the past are no rumours.",
         ("claim>unverified",)),
    Case("a vague source on a motive or a degree", "Nothing in it can be checked: opinion.",
         ("sourced>opinion",)),
    Case("a prediction", "By a named source: sourced. By the author, with a date and a measure: unverified. By the "
         "author, with neither: opinion.",
         ("claim>opinion", "opinion>unverified", "opinion>sourced", "unverified>opinion")),
    Case("a dated announcement ('the funeral will be held tomorrow')", "Claim: a plan that nobody hedges is a fact "
         "about the plan, not a prediction.",
         ("unverified>claim",)),
    Case("quotation marks and figures", "Neither is a source. Ask who says it as for any other sentence."),
    Case("a rhetorical question", "It asserts what it pretends to ask: opinion. A real question is skipped.",
         ("claim>skip", "opinion>skip", "unverified>skip", "sourced>skip", "skip>opinion")),
    Case("two things in one sentence", "Two independent clauses: divide the sentence. Otherwise label the part that "
         "most needs checking, in this order: unverified, claim, sourced, opinion."),
    Case("an aside", "A relative clause or an apposition does not count, unless it brings a figure, a date or a "
         "conditional of its own."),
    Case("a headline", "Judge the sentence it abbreviates. A name before its colon is a source.",
         ("skip>claim", "skip>unverified", "skip>sourced")),
    Case("'they were told', 'ils ont été invités'", "A passive without its agent has no source."),
    Case("'forced', 'led to', 'because of'", "That one thing caused another can be checked: claim, not opinion.",
         ("opinion>claim",)),
)  # fmt: skip

#: What holds where a desk has no codebook of its own.
USUAL = Codebook(PRINCIPLE, MEANINGS, QUESTIONS, BORDERLINE)
