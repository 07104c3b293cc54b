"""What is said of exports and imports: the formats there are, what one cannot hold, what could not be taken in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.exchange import FORMATS
from factcheck.exchange.form import FoundLabel
from factcheck.exchange.matching import Disagreement, ImportResult
from factcheck.formats.changes import text as diff_text
from factcheck.formats.text import visible
from factcheck.i18n import _, ngettext
from factcheck.review.changes import FileChanges, changes
from factcheck.text.shell import shell_command

#: The formats there are, for the choices of options.
CHOICES = tuple(FORMATS)


def losses(lost: Mapping[str, int], name: str) -> Iterator[str]:
    """Yield what a format could not hold, with counts, and where to go for it."""
    counted = {what: count for what, count in lost.items() if count}
    if sidecars := counted.pop("sidecars", 0):
        message = ngettext(
            "{count} sidecar is left out: it does not match its article; run `factcheck carry` first",
            "{count} sidecars are left out: they do not match their articles; run `factcheck carry` first",
            sidecars,
        )
        yield message.format(count=sidecars)
    if comments := counted.pop("comments", 0):
        message = ngettext(
            "{count} sidecar holds comments, unknown fields or a layout of its own, which stay behind",
            "{count} sidecars hold comments, unknown fields or a layout of their own, which stay behind",
            comments,
        )
        yield message.format(count=comments)
    if characters := counted.pop("characters", 0):
        message = ngettext(
            "{count} row holds characters that {name} cannot; a � stands for each",
            "{count} rows hold characters that {name} cannot; a � stands for each",
            characters,
        )
        yield message.format(count=characters, name=name)
    if long := counted.pop("long", 0):
        message = ngettext(
            "{count} row holds a text of more than {longest} characters, which is cut",
            "{count} rows hold a text of more than {longest} characters, which is cut",
            long,
        )
        yield message.format(count=long, longest=FORMATS[name].longest)
    if counted:
        what = ", ".join(f"{count} × {column}" for column, count in counted.items())
        yield _("not in {name}: {what}; use jsonl for all of it").format(name=name, what=what)


def warnings(formulas: int) -> Iterator[str]:
    """Yield what to mind about an export that lost nothing.

    Args:
        formulas: How many rows hold a cell that a spreadsheet would take for a formula.
    """
    if formulas:
        message = ngettext(
            "{count} row holds a cell that a spreadsheet would run as a formula; --spreadsheet guards it",
            "{count} rows hold a cell that a spreadsheet would run as a formula; --spreadsheet guards them",
            formulas,
        )
        yield message.format(count=formulas)


def formats_text() -> str:
    """Return the formats, what each is for, whether it can be read back, and what it needs."""
    width = max(map(len, FORMATS))
    return "".join(_line(name, width) for name in FORMATS)


def _line(name: str, width: int) -> str:
    known = FORMATS[name]
    ways = _("export and import") if known.read else _("export")
    needs = " (" + shell_command("pip", "install", f"factcheck-annotator[{known.extra}]") + ")" if known.extra else ""
    told = _("{name}: {text}").format(name=_(known.summary), text=ways)
    return f"{name:{width}}  {told}{needs}\n"


def imported_text(done: ImportResult, path: str, *, dry_run: bool = False) -> str:
    """Return what an import changed, and what it left out with the line or entry of the file and why.

    Args:
        done: What came of it.
        path: The file that was imported.
        dry_run: Whether nothing was written; then every change is shown.
    """
    lines = [*(_left_out(one, path) for one in done.unmatched), *(_different(one, path) for one in done.disagreements)]
    files = [
        FileChanges(str(file), str(file), new.article, new.annotator, changes(old, new))
        for file, old, new in done.changed
    ]
    shown = diff_text(files) if dry_run else ""
    counted = ngettext("{count} file", "{count} files", len(files)).format(count=len(files))
    total = _("{files} would change") if dry_run else _("{files} changed")
    if lines:
        left = ngettext("{count} label left out", "{count} labels left out", len(lines)).format(count=len(lines))
        lines.append(left)
    return shown + "".join(f"{visible(line)}\n" for line in [*lines, total.format(files=counted)])


def _left_out(one: FoundLabel, path: str) -> str:
    return _("{path}:{line}: no sentence of {article} is this: {text}").format(
        path=path, line=one.line, article=one.article, text=_short(one.text)
    )


def _different(one: Disagreement, path: str) -> str:
    here, there = getattr(one.record, one.field), one.found.fields[one.field]
    message = _("{path}:{line}: {field} is {there!r} here and {here!r} in the sidecar (--mine or --theirs): {text}")
    return message.format(
        path=path, line=one.found.line, field=one.field, there=str(there), here=str(here), text=_short(one.record.text)
    )


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
