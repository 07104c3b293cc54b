"""The command line: each command is load, compute, format, echo, exit; what they share is here."""

from __future__ import annotations

import importlib
import sys
from typing import NoReturn

import click

from factcheck import __version__
from factcheck.errors import FactcheckError
from factcheck.formats.visible import visible

#: Each command and the module of this package it lives in, imported only when it is run or listed; in a day's order.
COMMANDS: dict[str, str] = {
    "annotate": "annotate",
    "check": "check",
    "fmt": "fmt",
    "show": "show",
    "sentences": "sentences",
    "carry": "carry",
    "diff": "diff",
    "log": "log",
    "adjudicate": "adjudicate",
    "resolve": "resolve",
    "mv": "mv",
    "git": "git",
    "merge-driver": "merge_driver",
    "init": "init",
    "explain": "explain",
    "codebook": "codebook",
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
        command = getattr(module, cmd_name.replace("-", "_"))
        assert isinstance(command, click.Command)  # noqa: S101 - a slip in the table, not in the input
        return command


def _version(ctx: click.Context, _: click.Parameter, asked: object) -> None:
    """Print the program's version, and that of the sentence rules, on which every label hangs."""
    if asked:
        from factcheck.sentences import VERSION

        click.echo(f"factcheck {__version__}, sentence rules {VERSION}")
        ctx.exit()


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version.")
def factcheck() -> None:
    """Label every sentence of an article as claim, opinion, unverified or sourced.

    \b
    Start here:
      factcheck annotate annotations/port-strike.txt --language fr
      factcheck check annotations/
    """


def main() -> NoReturn:
    """Run the command line; exit 0 fine, 1 findings, 2 could not run, 130 interrupted, 3 a bug in us."""
    try:
        code = factcheck.main(standalone_mode=False)
    except click.exceptions.Abort:
        code = 130
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except FactcheckError as error:
        click.echo(f"factcheck: {visible(str(error), keep=chr(10))}", err=True)
        code = 2
    except KeyboardInterrupt:
        code = 130
    except BrokenPipeError:
        sys.stderr.close()
        code = 141
    except Exception:  # noqa: BLE001 - the last resort: a bug in us, shown whole
        import traceback

        click.echo(visible(traceback.format_exc(), keep="\n"), err=True)
        click.echo("factcheck: this is a bug in factcheck; the labels on disk are as last saved", err=True)
        code = 3
    sys.exit(code if isinstance(code, int) else 0)
