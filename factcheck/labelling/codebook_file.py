"""From a desk's own `codebook.yaml` to a codebook, or what is wrong with it; `app.codebook` finds the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from factcheck.config.reader import SettingEntry, SettingNode, read_settings
from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.labelling.codebook import SKIP, Answer, Case, Codebook, Conclusion, Meaning, Question
from factcheck.model import CODEBOOK, Label, Place

#: The version of the form, as its first line says it.
VERSION = 1

#: No text is longer, in code points, and no list has more items; as many answers have a digit each.
_LONGEST, _MOST, _MOST_ANSWERS = 2_000, 200, 9

#: More ways through the questions than this nobody can keep in mind.
_MOST_WAYS = 1_000


def read_codebook(data: bytes, path: str = CODEBOOK) -> Codebook:
    """Return the codebook in `data`, the bytes of a `codebook.yaml`; docs/codebook.md describes it.

    Raises:
        FactcheckError: Not YAML, an unknown or missing name, a value of the wrong kind, questions that lead nowhere or
            in a circle; with line and column.
    """
    entries = read_settings(data, path)
    top = SettingNode(entries, entries[0].place if entries else Place(1, 1))
    fields = _Fields(top, path)
    version = fields.take("factcheck-codebook")
    if version.value != VERSION:
        raise fields.wrong(version, f"version {VERSION}")
    principle = fields.text("principle")
    meanings = _meanings(fields.fields("labels"))
    questions = _questions(fields.fields("questions"))
    cases = tuple(_case(one) for one in fields.items("cases"))
    fields.end()
    return Codebook(principle, meanings, questions, cases)


class _Fields:
    """The fields of a mapping, taken out one by one, so that what is left over is unknown."""

    def __init__(self, node: SettingNode, path: str) -> None:
        self.path, self.node = path, node
        value = node.value if isinstance(node.value, tuple) else ()
        self.entries: dict[str, SettingEntry] = {one.key: one for one in value if isinstance(one, SettingEntry)}
        if not self.entries:
            raise self.wrong(node, deferred("a mapping"))

    def wrong(self, node: SettingNode, wanted: str) -> FactcheckError:
        """Return what to say about a value of the wrong kind."""
        return self.error(deferred("expected {wanted}", wanted=wanted), node.place)

    def error(self, message: str, place: Place, hint: str = "") -> FactcheckError:
        """Return an error at a place of the file."""
        return FactcheckError(message, path=self.path, line=place.line, column=place.column, hint=hint)

    def find(self, name: str) -> SettingNode | None:
        """Return the value of a field, if it is there."""
        entry = self.entries.pop(name, None)
        return entry.node if entry else None

    def take(self, name: str) -> SettingNode:
        """Return the value of a field that has to be there."""
        node = self.find(name)
        if node is None:
            raise self.error(deferred("{name!r} is missing", name=name), self.node.place)
        return node

    def text(self, name: str) -> str:
        """Return a field that holds text."""
        return self.string(self.take(name))

    def string(self, node: SettingNode) -> str:
        """Return the text that a node holds."""
        if not isinstance(node.value, str) or not node.value.strip():
            raise self.wrong(node, deferred("text, in quotes"))
        if len(node.value) > _LONGEST:
            raise self.wrong(node, deferred("at most {count:,} characters", count=_LONGEST))
        return node.value

    def fields(self, name: str) -> _Fields:
        """Return a field that holds a mapping."""
        return _Fields(self.take(name), self.path)

    def items(self, name: str, most: int = _MOST) -> Sequence[_Fields]:
        """Return a field that holds a list of mappings."""
        return [_Fields(node, self.path) for node in self.nodes(self.take(name), most)]

    def nodes(self, node: SettingNode, most: int = _MOST) -> Sequence[SettingNode]:
        """Return the items of a list."""
        items = node.value if isinstance(node.value, tuple) else ()
        found = [item for item in items if isinstance(item, SettingNode)]
        if not found or len(found) > most:
            raise self.wrong(node, deferred("a list of 1 to {most}", most=most))
        return found

    def end(self) -> None:
        """Refuse what nobody took."""
        for entry in self.entries.values():
            raise self.error(deferred("unknown name {name!r}", name=entry.key), entry.place)


def _meanings(fields: _Fields) -> tuple[Meaning, ...]:
    meanings = tuple(_meaning(label, fields.fields(label.value)) for label in Label)
    fields.end()
    return meanings


def _meaning(label: Label, fields: _Fields) -> Meaning:
    meaning = Meaning(label, fields.text("short"), fields.text("example"))
    fields.end()
    return meaning


class _Target(NamedTuple):
    """A question that an answer leads to, and where the file says so."""

    name: str
    place: Place


def _questions(fields: _Fields) -> Mapping[str, Question]:
    names = tuple(fields.entries)
    targets: list[_Target] = []
    questions = {name: _question(fields.fields(name), targets) for name in names}
    for target in targets:
        if target.name not in questions:
            hint = deferred("There are: {names}.", names=", ".join(names))
            raise fields.error(deferred("there is no question {name!r}", name=target.name), target.place, hint)
    ways: dict[str, int] = {}
    for name in names:
        if _ways(name, questions, ways, fields) > _MOST_WAYS:
            message = deferred("the questions can be answered in more than {count:,} ways", count=_MOST_WAYS)
            raise fields.error(message, fields.node.place)
    return questions


def _ways(name: str, questions: Mapping[str, Question], known: dict[str, int], fields: _Fields) -> int:
    """Return how many ways lead on from a question; 0 is noted for one that is being followed."""
    if known.get(name) == 0:
        raise fields.error(deferred("the questions lead in a circle, back to {name!r}", name=name), fields.node.place)
    if name not in known:
        known[name] = 0
        ends = (answer.to for answer in questions[name].answers)
        known[name] = sum(_ways(to, questions, known, fields) if isinstance(to, str) else 1 for to in ends)
    return known[name]


def _question(fields: _Fields, targets: list[_Target]) -> Question:
    title, advice = fields.text("title"), fields.text("advice")
    answers = tuple(_answer(one, targets) for one in fields.items("answers", _MOST_ANSWERS))
    fields.end()
    return Question(title, advice, answers)


def _answer(fields: _Fields, targets: list[_Target]) -> Answer:
    text = fields.text("text")
    if node := fields.find("question"):
        name = fields.string(node)
        targets.append(_Target(name, node.place))
        fields.end()
        return Answer(text, name)
    node = fields.take("label")
    if node.value not in {*Label, SKIP}:
        raise fields.wrong(node, deferred("one of {names}", names=", ".join((*Label, SKIP))))
    label = None if node.value == SKIP else Label(str(node.value))
    answer = Answer(text, Conclusion(label, fields.text("why")))
    fields.end()
    return answer


def _case(fields: _Fields) -> Case:
    title, rule = fields.text("title"), fields.text("rule")
    node = fields.find("settles")
    settles = tuple(_pair(fields, one) for one in fields.nodes(node)) if node else ()
    fields.end()
    return Case(title, rule, settles)


def _pair(fields: _Fields, node: SettingNode) -> str:
    pair = fields.string(node)
    given, _, right = pair.partition(">")
    answers = {*Label, SKIP}
    if given == right or given not in answers or right not in answers:
        raise fields.wrong(node, deferred("two labels, or skip, as in claim>sourced: the one given and the right one"))
    return pair
