"""`factcheck check`: what is wrong in a desk, for people, forges and editors."""

from __future__ import annotations

import gc
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TypedDict, Unpack

import click

from factcheck.cli.choosing import Chosen, chosen, kept, start_of
from factcheck.cli.examining import MANY, Examined, examine_all
from factcheck.cli.options import colour_option, encoding_option, wants_colour
from factcheck.cli.progress import watched
from factcheck.cli.publishing import publish
from factcheck.config import Config, encoding_of, severity_of
from factcheck.desk import desk
from factcheck.errors import FactcheckError
from factcheck.formats.findings import CHOICES, Report
from factcheck.formats.visible import visible
from factcheck.model import Finding, Severity


class _Options(TypedDict):
    """What the command line says beside the paths."""

    form: str
    output: str | None
    changed_since: str | None
    staged: bool
    statistics: bool
    exit_zero: bool
    jobs: int | None
    annotators: int | None
    severity: tuple[str, ...]
    ignore: tuple[str, ...]
    encoding: str | None
    color: str


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--format", "form", type=click.Choice(CHOICES), default="text", show_default=True, help="How to tell.")
@click.option("-o", "--output", metavar="FILE", help="Write to a file instead of standard output.")
@click.option("--changed-since", metavar="REF", help="Only what changed since this branch left REF, as git tells.")
@click.option("--staged", is_flag=True, help="Only what the next commit changes, as it will be committed.")
@click.option("--statistics", is_flag=True, help="Only how often each code was found.")
@click.option("--exit-zero", is_flag=True, help="Exit 0 even if there are findings.")
@click.option("--jobs", type=click.IntRange(1, 64), help="How many processes; else as many as pay off.")
@click.option("--annotators", type=click.IntRange(1), metavar="N", help="How many annotators a sentence needs.")
@click.option("--severity", multiple=True, metavar="CODE=LEVEL", help="error, warning, note or ignore for a code.")
@click.option("--ignore", multiple=True, metavar="GLOB", help="Leave these paths out too.")
@encoding_option
@colour_option
@click.pass_context
def check(ctx: click.Context, paths: tuple[str, ...], **options: Unpack[_Options]) -> None:
    """Check articles and their sidecars: PATHS, or the whole desk.

    A folder stands for all below it, an article for its sidecars, a sidecar for its article. Settings come from
    factcheck.yaml; the command line wins. `factcheck explain CODE` tells more about a finding.

    \b
    Exit codes: 0 nothing wrong, 1 findings that are errors, 2 could not run.

    \b
    Examples:
      factcheck check annotations/
      factcheck check --changed-since origin/main --format sarif -o factcheck.sarif
    """
    gc.disable()  # nothing here makes cycles, and looking for them takes a seventh of the time
    here = desk(start_of(paths))
    config = _settled(here.config, options)
    root = os.path.relpath(here.root)
    asked = _chosen(paths, root, options)
    groups = kept(asked.groups, root, config.ignore)
    files = tuple(path for group in groups for path in group.files)
    tally = _Tally()
    examined = examine_all(groups, config, asked.reader, options["jobs"] or _processes(len(files)))
    findings = tally.findings(watched(examined, len(groups)))
    report = Report(findings, files, wants_colour(options["color"]) and not options["output"])
    publish(report, "statistics" if options["statistics"] else options["form"], options["output"])
    ctx.exit(tally.close(exit_zero=options["exit_zero"]))


def _settled(config: Config, options: _Options) -> Config:
    """Return the settings as the command line changes them."""
    severity = tuple(severity_of(pair) for pair in options["severity"])
    return replace(
        config,
        annotators=options["annotators"] or config.annotators,
        encoding=encoding_of(options["encoding"]) if options["encoding"] else config.encoding,
        ignore=config.ignore + options["ignore"],
        severity=config.severity + severity,
    )


def _chosen(paths: tuple[str, ...], root: str, options: _Options) -> Chosen:
    if options["staged"] and options["changed_since"]:
        raise click.UsageError("--staged and --changed-since exclude one another.")
    if not (options["staged"] or options["changed_since"]):
        return chosen(paths, root)
    from factcheck.cli import changed

    if options["staged"]:
        return changed.in_index(paths, root)
    return changed.since(str(options["changed_since"]), paths, root)


def _processes(files: int) -> int:
    return min(2, os.cpu_count() or 1) if files >= MANY else 1


@dataclass(frozen=True, slots=True)
class _Tally:
    """What decides the exit code, noted while the findings pass through."""

    severities: Counter[Severity] = field(default_factory=Counter)
    failures: list[FactcheckError] = field(default_factory=list)

    def findings(self, examined: Iterable[Examined]) -> Iterator[Finding]:
        """Yield the findings, counted; keep the failures."""
        for one in examined:
            self.failures.extend(one.failures)
            self.severities.update(finding.severity for finding in one.findings)
            yield from one.findings

    def close(self, *, exit_zero: bool) -> int:
        """Tell the failures and return the exit code."""
        for failure in self.failures:
            click.echo(f"factcheck: {visible(str(failure), keep=chr(10))}", err=True)
        if self.failures:
            return 2
        return 1 if self.severities[Severity.ERROR] and not exit_zero else 0
