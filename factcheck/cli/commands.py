"""The commands by name, for click; each is load, compute, format, echo, exit, in a module of its own."""

from __future__ import annotations

import importlib
from typing import Any

import click

from factcheck import __version__
from factcheck.app.interface import speak_as_here
from factcheck.cli import help_text
from factcheck.i18n import _

#: Each command and the module of this package it lives in, imported only when it is run or listed; in a day's order.
COMMANDS: dict[str, str] = {
    "intake": "intake",
    "annotate": "annotate",
    "check": "check",
    "fmt": "fmt",
    "show": "show",
    "report": "report",
    "similar": "similar",
    "sources": "sources",
    "export": "export",
    "import": "import_labels",
    "formats": "formats",
    "sentences": "sentences",
    "carry": "carry",
    "diff": "diff",
    "log": "log",
    "adjudicate": "adjudicate",
    "agreement": "agreement",
    "feedback": "feedback",
    "plan": "plan",
    "resolve": "resolve",
    "mv": "mv",
    "git": "git",
    "merge-driver": "merge_driver",
    "init": "init",
    "explain": "explain",
    "codebook": "codebook",
    "schema": "schema",
}


class _Commands(click.Group):
    """A group that imports a command's module only when that command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names of all commands, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command of that name, imported now; None if there is none."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"factcheck.cli.{COMMANDS[cmd_name]}")
        command = getattr(module, COMMANDS[cmd_name])
        assert isinstance(command, click.Command)  # noqa: S101 - a slip in the table, not in the input
        help_text.translate(command)
        return command

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's signature
        """Run the command; a pipe that its reader closed is ours to tell, for click would end with 1: findings."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise _ReaderGoneError from error


class _ReaderGoneError(Exception):
    """Nobody reads standard output any more."""


def _version(ctx: click.Context, _option: click.Parameter, asked: object) -> None:
    """Print the program's version, and that of the sentence rules, on which every label hangs."""
    if asked:
        from factcheck.text.sentences import VERSION

        told = _("factcheck {version}, sentence rules {rules}")
        click.echo(told.format(version=__version__, rules=VERSION))
        ctx.exit()


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version.")
def factcheck() -> None:
    """Label every sentence of an article as claim, opinion, unverified or sourced.

    Labels are kept in sidecars: YAML files beside the article, one for each annotator, that git can diff and merge.

    \b
    Start here:
      factcheck annotate annotations/port-strike.txt --language fr
      factcheck check annotations/
    """


#: With newer versions of click the help that a command without arguments shows is an error.
_HELP: type[click.ClickException] | tuple[()] = getattr(click.exceptions, "NoArgsIsHelpError", ())


def run_command() -> int:
    """Run the command that the command line names and return its exit code; a mistake in it is shown, and gives 2."""
    speak_as_here()
    help_text.translate(factcheck)
    try:
        code = factcheck.main(standalone_mode=False)
    except click.exceptions.Abort:
        return 130
    except _ReaderGoneError:
        raise BrokenPipeError from None
    except click.ClickException as error:
        from factcheck.formats.text import visible

        # It may quote the command line.
        error.message = visible(error.message, keep="\n" if isinstance(error, _HELP) else "")  # type: ignore[misc] # final, but nobody has seen it yet
        error.show()
        return error.exit_code
    return code if isinstance(code, int) else 0
