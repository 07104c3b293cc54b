"""`factcheck intake`: sources made articles, with where they come from, and articles brought up to their sources."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from factcheck.cli.options import PATH
from factcheck.errors import FactcheckError
from factcheck.formats.text import complaint
from factcheck.i18n import _, deferred
from factcheck.text.slug import slug

if TYPE_CHECKING:
    from factcheck.app.intake.taking import IntakeOptions, IntakeResult
    from factcheck.app.intake.updating import Update
    from factcheck.formats.carry import CarriedFile
    from factcheck.formats.intake import ArticleReport


@click.command()
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option("-o", "folder", type=PATH, metavar="DIR", help="Where the articles go; else annotations/ of this desk.")
@click.option("--name", metavar="SLUG", help="The article's name, without .txt; else made from its headline.")
@click.option(
    "--language", metavar="LANG", help="The article's language, where the source does not say it or is wrong."
)
@click.option("--encoding", metavar="NAME", help="How the source is encoded, where it does not say so; such as cp1252.")
@click.option("--original", is_flag=True, help="Keep each source as it came, in a folder originals/.")
@click.option("--update", is_flag=True, help="Bring articles up to their sources, labels carried along.")
@click.option("--all", "everything", is_flag=True, help="With --update: all articles of DIR that have an address.")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if anything would be written.")
def intake(  # noqa: PLR0913 - the options of the command
    *,
    sources: tuple[str, ...],
    folder: Path | None,
    name: str | None,
    language: str | None,
    encoding: str | None,
    original: bool,
    update: bool,
    everything: bool,
    check: bool,
) -> None:
    """Turn sources into articles, and record where they come from.

    SOURCE is a file, an https address, or - for standard input: a web page, a Word, OpenDocument, RTF or PDF file,
    agency wire (NewsML, NITF, ninjs, IPTC 7901, ANPA), a feed, a mail, subtitles, Markdown or text. It becomes NAME.txt
    and NAME.source.yaml; nothing is written over a file that is there. With --update, SOURCE is an article, whose
    address is fetched again, or a new version of a source.

    \b
    Examples:
      factcheck intake https://www.example.org/port-strike
      factcheck intake release.pdf draft.docx -o annotations --language fr
      factcheck intake --update annotations/port-strike.txt
      factcheck intake --update --all --check
    """
    options = _options(folder, name, language, keep_original=original, dry_run=check)
    _refuse_mixed(sources, options, update=update, everything=everything)
    if update:
        given = _all_sourced(options.folder) if everything else sources
        sys.exit(_run(given, lambda one: _updated(one, options, encoding), check=check))
    sys.exit(_run(sources, _taker(options, encoding), check=check))


def _options(
    folder: Path | None, name: str | None, language: str | None, *, keep_original: bool, dry_run: bool
) -> IntakeOptions:
    from factcheck.app.intake.taking import IntakeOptions

    if name is not None and name != slug(name):
        hint = deferred("Use lower-case letters, digits and hyphens: --name {name}.", name=slug(name) or "port-strike")
        raise FactcheckError(deferred("{name!r} cannot be an article's name", name=name), hint=hint)
    if language is not None and not re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", language):
        hint = deferred("Use a code such as fr, en or de-CH.")
        raise FactcheckError(deferred("{language!r} is not a language code", language=language), hint=hint)
    return IntakeOptions(folder or _usual_folder(), name or "", language or "", keep_original, dry_run)


def _usual_folder() -> Path:
    """Return where this desk's articles are: its folder `annotations`, else the current one."""
    import os

    from factcheck.io import store

    usual = store.desk_root(Path.cwd()) / "annotations"
    return Path(os.path.relpath(usual)) if store.is_folder(usual) else Path()


def _refuse_mixed(sources: Sequence[str], options: IntakeOptions, *, update: bool, everything: bool) -> None:
    if everything and not update:
        raise click.UsageError(_("--all needs --update."))
    if everything and sources:
        raise click.UsageError(_("Give articles or --all, not both."))
    if not sources and not everything:
        raise click.UsageError(_("Give a SOURCE: a file, an https address, or - for standard input."))
    if options.name and len(sources) > 1:
        raise click.UsageError(_("--name needs exactly one SOURCE."))


def _all_sourced(folder: Path) -> tuple[str, ...]:
    from factcheck.app.intake.sources import sourced_in

    found = [one for one in sourced_in(folder) if one.record.origin.startswith("https://")]
    if not found:
        raise FactcheckError(deferred("no article here was taken from an address"), path=str(folder))
    return tuple(str(one.path) for one in found)


def _taker(options: IntakeOptions, encoding: str | None) -> Callable[[str], list[ArticleReport]]:
    from factcheck.app.intake.sources import load_source
    from factcheck.app.intake.taking import KnownSources, take_in

    known = KnownSources.of(options.folder)

    def take(source: str) -> list[ArticleReport]:
        """Take one source in."""
        return [_taken(one, options) for one in take_in(load_source(source, encoding), options, known)]

    return take


def _taken(taken: IntakeResult, options: IntakeOptions) -> ArticleReport:
    from factcheck.formats.intake import ArticleReport

    outcome = "would-write" if taken.outcome == "written" and options.dry_run else taken.outcome
    text, kind = taken.extraction.text, taken.extraction.kind
    remarks = text.remarks if taken.outcome == "written" else ()
    return ArticleReport(str(taken.path), outcome, len(text.paragraphs), taken.origin, kind.title, remarks)


def _updated(given: str, options: IntakeOptions, encoding: str | None) -> list[ArticleReport]:
    from factcheck.app.intake.updating import follow_source
    from factcheck.formats.carry import text as told
    from factcheck.formats.intake import ArticleReport

    found = follow_source(given, options, encoding)
    path = str(found.article.path)
    if not found.changed or found.extraction is None:
        return [ArticleReport(path, "unchanged", 0, given, "", (), found.warnings)]
    outcome = "would-update" if options.dry_run else "updated" if found.carried else "recorded"
    text, kind = found.extraction.text, found.extraction.kind
    carried = told(_files(found), dry_run=options.dry_run).rstrip("\n").split("\n") if found.carried else []
    labels = carried if found.carried and found.carried.steps else []
    remarks = (*text.remarks, *labels)
    return [ArticleReport(path, outcome, len(text.paragraphs), given, kind.title, remarks, found.warnings)]


def _files(found: Update) -> list[CarriedFile]:
    from factcheck.formats.carry import CarriedFile

    steps = found.carried.steps if found.carried else ()
    name = str(found.article.path)
    return [CarriedFile(str(step.held.path), name, step.after, step.outcomes, step.changes) for step in steps]


class _Attempt(NamedTuple):
    """What became of one source."""

    source: str
    reports: Sequence[ArticleReport] = ()
    refused: FactcheckError | None = None


def _attempt(source: str, take: Callable[[str], list[ArticleReport]]) -> _Attempt:
    try:
        return _Attempt(source, take(source))
    except FactcheckError as error:
        error.path = error.path or source
        return _Attempt(source, refused=error)


def _run(sources: Sequence[str], take: Callable[[str], list[ArticleReport]], *, check: bool) -> int:
    """Take the sources one by one, tell what became of each, and return the exit code.

    One that fails does not stop the others: 1 if some did, 2 if all did.
    """
    from factcheck.app.progress import with_progress
    from factcheck.formats.intake import report_lines

    attempts = (_attempt(source, take) for source in sources)
    done: list[_Attempt] = []
    for one in with_progress(attempts, lambda: len(sources), _("{number} of {total} sources"), lambda one: one.reports):
        done.append(one)
        for report in one.reports:
            click.echo("\n".join(report_lines(report)))
    refused = [one.refused for one in done if one.refused]
    for why in refused:
        click.echo(f"factcheck: {complaint(why)}", err=True)
    if refused and len(sources) > 1:
        said = _("{count} of {total} sources could not be taken in").format(count=len(refused), total=len(sources))
        click.echo(f"factcheck: {said}", err=True)
    if refused:
        return 2 if len(refused) == len(sources) else 1
    return int(check and any(report.outcome != "unchanged" for one in done for report in one.reports))
