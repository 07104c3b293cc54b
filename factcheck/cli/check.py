"""`factcheck check`: what is wrong in a desk, for people, forges and editors."""

from __future__ import annotations

from typing import Any

import click

from factcheck.app.check.run import CheckRequest, run_check
from factcheck.cli.options import colour_option, encoding_option
from factcheck.formats.findings import CHOICES


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
@click.option(
    "--severity", multiple=True, metavar="CODE=LEVEL", help="error, warning, note or ignore, for a code or name."
)
@click.option("--ignore", multiple=True, metavar="GLOB", help="Leave these paths out too.")
@encoding_option
@colour_option
@click.pass_context
def check(ctx: click.Context, /, **asked: Any) -> None:  # noqa: ANN401 - `Asked` says what each holds
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
    if asked["staged"] and asked["changed_since"] is not None:
        raise click.UsageError("--staged and --changed-since exclude one another.")
    ctx.exit(run_check(CheckRequest(**asked)))
