"""`factcheck check`: what is wrong in a desk, for people, forges and editors."""

from __future__ import annotations

from typing import Any

import click

from factcheck.app.check.run import CheckRequest, run_check
from factcheck.app.engine import ENGINES
from factcheck.cli.options import colour_option, encoding_option
from factcheck.formats import FINDINGS
from factcheck.i18n import _

#: Statistics have an option of their own.
_FORMATS = [name for name in FINDINGS if name != "statistics"]


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--format", "form", type=click.Choice(_FORMATS), default="text", show_default=True, help="Output format.")
@click.option("-o", "--output", metavar="FILE", help="Write to a file instead of standard output.")
@click.option("--changed-since", metavar="REF", help="Check only what changed since this branch left REF.")
@click.option("--staged", is_flag=True, help="Check only what the next commit changes, as it will be committed.")
@click.option("--revision", metavar="REV", help="Check what the commit REV holds, not the files here.")
@click.option("--statistics", is_flag=True, help="Show how often each code was found, instead of where.")
@click.option("--strict", is_flag=True, help="Exit 1 if there are warnings, too.")
@click.option("--fail-on-nothing", is_flag=True, help="Exit 2 if there is nothing to check.")
@click.option("--baseline", metavar="FILE", help="Leave out the findings that FILE lists.")
@click.option("--write-baseline", metavar="FILE", help="List all findings in FILE, to begin with as they are.")
@click.option("--exit-zero", is_flag=True, help="Exit 0 even if there are findings.")
@click.option(
    "--jobs", type=click.IntRange(1, 64), help="Number of processes; chosen by files, cores and memory if not given."
)
@click.option(
    "--engine",
    type=click.Choice(list(ENGINES)),
    default="processes",
    show_default=True,
    help="What does the work: processes of this machine, or a Dask cluster.",
)
@click.option("--annotators", type=click.IntRange(1), metavar="N", help="Number of annotators a sentence needs.")
@click.option(
    "--severity",
    multiple=True,
    metavar="CODE=LEVEL",
    help="Severity of a rule, by code or name: error, warning, note or ignore.",
)
@click.option("--ignore", multiple=True, metavar="GLOB", help="Leave out these paths as well.")
@encoding_option
@colour_option
@click.pass_context
def check(ctx: click.Context, /, **asked: Any) -> None:  # noqa: ANN401 - `Asked` says what each holds
    """Check articles and their sidecars: PATHS, or the whole desk.

    A folder stands for all below it, an article for its sidecars, a sidecar for its article. Settings come from
    factcheck.yaml; the command line wins. An address such as s3://BUCKET/DESK stands for a desk in an object store,
    which the extra s3 reads. `factcheck explain CODE` tells more about a finding.

    --revision needs no work tree: in a bare repository it lets a server refuse a push.

    Exit codes: 0 nothing wrong, 1 findings that are errors, 2 could not run.

    \b
    Examples:
      factcheck check annotations/
      factcheck check --changed-since origin/main --format sarif -o factcheck.sarif
    """
    if asked["staged"] and asked["changed_since"] is not None:
        raise click.UsageError(_("--staged and --changed-since exclude one another."))
    if asked["staged"] and asked["revision"] is not None:
        raise click.UsageError(_("--staged and --revision exclude one another."))
    ctx.exit(run_check(CheckRequest(**asked)))
