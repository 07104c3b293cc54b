"""The changes of sidecars as text for a terminal, Markdown for a pull request, and JSON for programs."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from factcheck.formats.log_commands import inert_json
from factcheck.formats.text import in_markdown, one_line, plural, visible
from factcheck.i18n import _
from factcheck.model import Record
from factcheck.review.adjudication import reasons
from factcheck.review.changes import ChangeKind, FileChanges, LabelChange, answers, totals
from factcheck.sidecar.fields import ALWAYS, IN_DECISIONS_ONLY, KINDS, FieldKind, fields_about
from factcheck.text import word_diff

#: GitHub refuses comments above 65,536 characters; some room is left for what a bot puts around it.
MARKDOWN_LIMIT = 60_000

#: The version of the JSON form; its schema is `schemas/changes-1.schema.json`.
JSON_VERSION = 1

#: Where the sentences of a text listing begin to be cut into lines, in columns.
_INDENT = 6


@dataclass(frozen=True, slots=True)
class Style:
    """How one format writes strings from files and marks words that went and came."""

    escape: Callable[[str], str]
    #: Formats with one place each.
    gone: str
    added: str


@dataclass(frozen=True, slots=True)
class _Row:
    """One changed sentence, ready to be laid out."""

    number: str
    what: str
    label: str
    sentence: str
    details: tuple[str, ...]


def text(files: Sequence[FileChanges], width: int | None = None) -> str:
    """Return the changes as plain text: a heading for each sidecar, its sentences, the totals last.

    Args:
        files: The changes of each sidecar; those without any are left out.
        width: Columns to fold long sentences at; None leaves each on one line, as is right for a pipe.
    """
    lines: list[str] = []
    for path, of_article in _by_article(files):
        lines += [visible(path), *(line for file in of_article for line in _text_of(file, width)), ""]
    return "\n".join([*lines, _summary(files), ""])


def _text_of(file: FileChanges, width: int | None) -> Iterator[str]:
    yield f"  {_whose(file)}{_renamed(file)}"
    for change in file.changes:
        row = _row(change, PLAIN)
        yield _("{number:>5} {what}: {label}").format(number=row.number, what=row.what, label=row.label)
        for line in (row.sentence, *row.details):
            yield from _folded(line, width)


def _folded(line: str, width: int | None) -> list[str]:
    indent = " " * _INDENT
    if width is None:
        return [indent + line]
    room = max(width, 2 * _INDENT)
    return textwrap.wrap(line, room, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def lines(change: LabelChange) -> tuple[str, ...]:
    """Return one change as lines of plain text: what and which label, the wording if it changed, then the rest."""
    row = _row(change, PLAIN)
    reworded = [record.text for record in change.old] != [record.text for record in change.new]
    return (
        _("{name}: {text}").format(name=row.what, text=row.label),
        *([row.sentence] if change.old and reworded else []),
        *row.details,
    )


def markdown(files: Sequence[FileChanges], limit: int = MARKDOWN_LIMIT) -> str:
    """Return the changes as a comment for a pull request: the totals, then a table for each sidecar.

    Nothing in it mentions anybody, links anywhere or closes anything, whatever the sentences say. Sentences beyond
    `limit` characters are left out, and their number is said.
    """
    head = f"**{_summary(files)}**\n"
    left = limit - len(head) - 200
    parts: list[str] = []
    told = 0
    for piece, sentences in _markdown_pieces(files):
        if len(piece) > left:
            rest = sum(len(file.changes) for file in files) - told
            parts.append(_("\n… and {rest} more: `factcheck diff` shows them all.\n").format(rest=rest))
            break
        parts.append(piece)
        left -= len(piece)
        told += sentences
    return head + "".join(parts)


def _markdown_pieces(files: Sequence[FileChanges]) -> Iterator[tuple[str, int]]:
    """Yield the comment piece by piece, each with the number of changes told in it."""
    for path, of_article in _by_article(files):
        for file in of_article:
            yield f"\n#### {in_markdown(path)}, {_whose(file)}{in_markdown(_renamed(file))}\n\n", 0
            header = " | ".join((_("change"), _("label"), _("sentence")))
            yield f"| # | {header} |\n|--:|---|---|---|\n", 0
            for change in file.changes:
                row = _row(change, MARKDOWN)
                sentence = "<br>".join((row.sentence, *row.details))
                yield f"| {row.number} | {row.what} | {row.label} | {sentence} |\n", 1


def as_json(files: Sequence[FileChanges]) -> str:
    """Return the changes for programs; only ASCII, so that it is safe on a terminal too."""
    content = {
        "changes": JSON_VERSION,
        "files": [_file_object(file) for file in files if file.changes],
        "totals": totals(change for file in files for change in file.changes),
    }
    return inert_json(json.dumps(content, indent=2) + "\n")


def _file_object(file: FileChanges) -> dict[str, object]:
    return {
        "path": file.path,
        "old_path": file.old_path,
        "article": file.article,
        "annotator": file.annotator,
        "changes": [_change_object(change) for change in file.changes],
        "totals": totals(file.changes),
    }


def _change_object(change: LabelChange) -> dict[str, object]:
    return {
        "sentence": change.number,
        "kinds": list(change.kinds),
        "old": [_record_object(record) for record in change.old],
        "new": [_record_object(record) for record in change.new],
    }


def _record_object(record: Record) -> dict[str, object]:
    """Return the fields of a record that are set; `id`, `text` and `label` always."""
    return {name: value for name, value in record._asdict().items() if value or name in ALWAYS}


def _by_article(files: Iterable[FileChanges]) -> Iterator[tuple[str, Iterable[FileChanges]]]:
    """Yield the path of each article that has changes, with its changed sidecars, in order of path."""
    changed = sorted((file for file in files if file.changes), key=_article_path)
    return groupby(changed, key=_article_path)


def _article_path(file: FileChanges) -> str:
    folder, slash, _name = file.path.rpartition("/")
    return folder + slash + file.article


def _whose(file: FileChanges) -> str:
    return visible(file.annotator) if file.annotator else _("decisions")


def _renamed(file: FileChanges) -> str:
    return _(" (was {path})").format(path=visible(file.old_path)) if file.old_path != file.path else ""


def _summary(files: Sequence[FileChanges]) -> str:
    """Return the totals as one line.

    >>> _summary([])
    'No label changed.'
    """
    changed = [change for file in files for change in file.changes]
    if not changed:
        return _("No label changed.")
    articles = len([*_by_article(files)])
    counts = ", ".join(_("{count} {kind}").format(count=count, kind=_(kind)) for kind, count in totals(changed).items())
    return _("{sentences} in {articles}: {counts}").format(
        sentences=plural(len(changed), "sentence"), articles=plural(articles, "article"), counts=counts
    )


def _row(change: LabelChange, style: Style) -> _Row:
    kinds = ", ".join(map(_, change.kinds))
    return _Row(
        str(change.number), kinds, _label(change, style), _sentence(change, style), tuple(_details(change, style))
    )


def _label(change: LabelChange, style: Style) -> str:
    """Return the label, or the way from the old to the new one."""
    before, after = _answer(change.old, style), _answer(change.new, style)
    if not change.new:
        return before
    if not change.old or before == after or ChangeKind.LABELLED in change.kinds:
        return after
    return f"{before} → {after}"


def _answer(records: Sequence[Record], style: Style) -> str:
    """Return what is said about the records: the label with its source, `skip` with its reason, `?` to be confirmed."""
    about = [record.source if record.label else record.skip for record in records]
    said = " + ".join(_(answer or "no label") for answer in answers(records))
    if any(record.was_label and not record.done for record in records):
        return "?"
    known = _("; ").join(dict.fromkeys(style.escape(words) for words in about if words))
    return f"{said} ({known})" if known else said


def _sentence(change: LabelChange, style: Style) -> str:
    if len(change.old) == len(change.new) == 1:
        return marked_wording(change.old[0].text, change.new[0].text, style)
    return " ‖ ".join(style.escape(record.text) for record in change.new or change.old)


def marked_wording(old: str, new: str, style: Style) -> str:
    """Return the new wording, with what went and what came marked word by word."""
    return "".join(
        _stretch(old[s.old.start : s.old.end], new[s.new.start : s.new.end], style, same=s.same)
        for s in word_diff.compare(old, new)
    )


def _stretch(gone: str, added: str, style: Style, *, same: bool) -> str:
    if same:
        return style.escape(added)
    removed = style.gone.format(style.escape(gone)) if gone else ""
    return removed + (style.added.format(style.escape(added)) if added else "")


def _details(change: LabelChange, style: Style) -> Iterator[str]:
    """Yield what else changed, one thing a line."""
    for kind, fields in _DETAILS.items():
        if kind in change.kinds:
            for name in fields:
                before, after = (style.escape(_field(records, name)) for records in (change.old, change.new))
                if before != after:
                    text = f"{before} → {after}" if before and after else after or before + " → " + _("(none)")
                    yield _("{name}: {text}").format(name=_(name), text=text)


#: The fields to tell for a kind of change.
_DETAILS = {kind: fields_about(kind) for kind in ChangeKind} | {ChangeKind.DECIDED: IN_DECISIONS_ONLY}


def _field(records: Iterable[Record], name: str) -> str:
    values = (getattr(record, name) for record in records)
    return _("; ").join(dict.fromkeys(_said(name, value) for value in values if value))


def _said(name: str, value: str) -> str:
    """Return the value of a field as a person would say it."""
    if KINDS[name] is FieldKind.FLAG:
        return _("yes")
    return reasons.reason_title(value) if name == "reason" else value


PLAIN = Style(one_line, "[-{}-]", "{{+{}+}}")
MARKDOWN = Style(in_markdown, "<del>{}</del>", "<ins>{}</ins>")
