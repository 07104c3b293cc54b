"""Rules about the files themselves: whether they can be read, are in canonical form, and belong together."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import pairwise, zip_longest

from factcheck.checking.subject import Remark, Sheet, Subject
from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.model import SUFFIX, Place, sidecar_name, stem
from factcheck.sidecar import Document, Problem, ProblemKind
from factcheck.sidecar.names import is_called_like_a_sidecar, meant
from factcheck.sidecar.places import Section
from factcheck.text.article import ConflictMarkersError
from factcheck.text.shell import file, shell_command

_TOP = Place(1, 1)

#: The kinds of problems that have a code of their own; every other kind is `FC401 invalid`.
_CODES = {
    ProblemKind.DUPLICATE_ID: "FC301",
    ProblemKind.UNKNOWN_FIELD: "FC403",
    ProblemKind.WRONG_TYPE: "FC404",
    ProblemKind.MISSPELT_LABEL: "FC405",
    ProblemKind.CONFLICT_MARKERS: "FC406",
}


def conflict(subject: Subject) -> Iterator[Remark]:
    """Yield the conflict markers in sidecars and in the article (FC406)."""
    yield from _problems(subject, "FC406")
    if isinstance(subject.unreadable, ConflictMarkersError):
        error = subject.unreadable
        yield Remark(subject.path, Place(error.line, error.column), error.message, hint=error.hint)


def misspelt_name(subject: Subject) -> Iterator[Remark]:
    """Yield the files that are called like sidecars and are none (FC506)."""
    for sheet in subject.sidecars:
        if is_called_like_a_sidecar(sheet.name):
            right = sheet.path.removesuffix(sheet.name) + meant(sheet.name)
            to = shell_command("git", "mv", "--", sheet.path, right)
            message = deferred("nothing reads this file: the name of a sidecar ends in {suffix}", suffix=SUFFIX)
            hint = deferred("If it holds labels: `{command}`; else delete it.", command=to)
            yield Remark(sheet.path, _TOP, message, hint=hint)


def _problems(subject: Subject, code: str) -> Iterator[Remark]:
    """Yield the problems of reading that go by `code`."""
    for sheet in subject.sidecars:
        for problem in _of(sheet):
            if _CODES.get(problem.kind, "FC401") == code:
                hint = problem.hint or (_TWICE if problem.kind is ProblemKind.DUPLICATE_KEY else "")
                yield Remark(sheet.path, problem.place, problem.message, problem.end, hint)


_TWICE = deferred(
    "If a merge did that, `factcheck resolve --merge HEAD` makes it again (before it is committed: `factcheck resolve "
    "--again`); else delete what is wrong."
)


def _of(sheet: Sheet) -> tuple[Problem, ...]:
    if sheet.error:
        return sheet.error.problems
    return sheet.document.problems if sheet.document else ()


duplicate_id = partial(_problems, code="FC301")
invalid = partial(_problems, code="FC401")
unknown_field = partial(_problems, code="FC403")
wrong_type = partial(_problems, code="FC404")
unknown_label = partial(_problems, code="FC405")


def no_sidecar(subject: Subject) -> Iterator[Remark]:
    """Yield the article if no annotator has a sidecar for it (FC501)."""
    if subject.article and subject.whole and not subject.annotators:
        begin = shell_command("factcheck", "annotate", file(subject.path))
        hint = deferred("Run `{command}`, or list it under `ignore:` in factcheck.yaml.", command=begin)
        message = deferred("the article has no sidecar: nobody has begun to label it")
        yield Remark(subject.path, _TOP, message, hint=hint)


def no_article(subject: Subject) -> Iterator[Remark]:
    """Yield the sidecars whose article does not exist (FC502)."""
    if subject.article or subject.unreadable:
        return
    for sheet in subject.sidecars:
        if sheet.document:
            place, end = sheet.document.span(None, 0, "article")
            yield Remark(
                sheet.path,
                place,
                deferred("there is no article {article} beside it", article=sheet.document.sidecar.article),
                end,
            )


def misnamed(subject: Subject) -> Iterator[Remark]:
    """Yield the sidecars whose name does not follow from their article and annotator (FC503)."""
    for sheet in subject.sidecars:
        if sheet.document is None:
            continue
        sidecar = sheet.document.sidecar
        name = sidecar_name(sidecar.article, sidecar.annotator)
        if name != sheet.name:
            begin = stem(sidecar.article)
            follows = sheet.name.startswith(f"{begin}.") and sidecar.annotator
            place, end = sheet.document.span(None, 0, "annotator" if follows else "article")
            message = deferred("file name and header disagree; expected {name}", name=name)
            yield Remark(sheet.path, place, message, end)


def unreadable_article(subject: Subject) -> Iterator[Remark]:
    """Yield the article if it is there but is no text (FC504)."""
    if subject.unreadable and not isinstance(subject.unreadable, ConflictMarkersError):
        place = Place(max(1, subject.unreadable.line), max(1, subject.unreadable.column))
        yield Remark(subject.path, place, subject.unreadable.message, hint=subject.unreadable.hint)


def shared_name(subject: Subject) -> Iterator[Remark]:
    """Yield the sidecars whose name another article's labels or decisions would have as well (FC505)."""
    for sheet in subject.sidecars:
        for name, other in subject.rivals:
            if name == sheet.name:
                yield Remark(sheet.path, _TOP, deferred("by its name it could belong to {name} as well", name=other))


#: From a sentence's words to the last of what was decided on them; git must find nothing else between these lines.
_TOGETHER = ("text", "skip", "label", "source", "url", "was", "was_label", "reason", "over")


def label_apart(subject: Subject) -> Iterator[Remark]:
    """Yield the labels that do not stand right below their text, with what belongs to them (FC407)."""
    for sheet in subject.sidecars:
        if sheet.document and not sheet.document.canonical:
            yield from _apart(sheet.path, sheet.document)


def _apart(path: str, document: Document) -> Iterator[Remark]:
    sections: tuple[tuple[Section, int], ...] = (
        ("sentences", len(document.sidecar.sentences)),
        ("retired", len(document.sidecar.retired)),
    )
    for section, count in sections:
        for index in range(count):
            marks = [mark for name in _TOGETHER if (mark := document.mark(section, index, name))]
            lines = [line for mark in marks for line in (mark.key.line, mark.end.line)]
            if any(not 0 <= below - above <= number % 2 for number, (above, below) in enumerate(pairwise(lines))):
                place, end = document.span(section, index, "label")
                message = deferred("the label and what belongs to it are not right below their text, a line each")
                yield Remark(path, place, message, end)


def not_canonical(subject: Subject) -> Iterator[Remark]:
    """Yield the sidecars that `factcheck fmt` would change, at the first line it would change (FC402)."""
    for sheet in subject.sidecars:
        if sheet.document and not sheet.document.canonical and not sheet.document.problems:
            yield from _unformatted(sheet.path, sheet.document)


def _unformatted(path: str, document: Document) -> Iterator[Remark]:
    """Yield what `factcheck fmt` would do to a file; nothing if it is as near to the canonical form as it can be."""
    from factcheck.sidecar.editing.formatting import formatted  # noqa: PLC0415 - only a file in another form needs it

    try:
        data = formatted(document)
    except FactcheckError as error:
        place = Place(max(1, error.line), max(1, error.column))
        message = deferred("not in canonical form, and {why}", why=error.message)
        yield Remark(path, place, message, hint=error.hint)
        return
    if data != document.data:
        number, line = _first_change(document.data.decode(), data.decode())
        yield Remark(
            path, Place(number, 1), deferred("not in canonical form; `factcheck fmt` writes here: {line}", line=line)
        )


def _first_change(text: str, canonical: str) -> tuple[int, str]:
    """Return the number of the first line that differs from the canonical ones, and what stands there instead."""
    if text.startswith("\ufeff"):
        return 1, deferred("no byte order mark")
    pairs = zip_longest(text.split("\n"), canonical.split("\n"), fillvalue="")
    for number, (line, instead) in enumerate(pairs, start=1):
        if line.rstrip("\r") != instead:
            return number, instead.strip() or deferred("an empty line")
    if not text.endswith("\n"):
        return text.count("\n") + 1, deferred("a line break at the end of the file")
    return 1, deferred("a line break without a carriage return")
