"""`factcheck explain`: what a code of `check` means and what to do about it."""

from __future__ import annotations

import click

from factcheck.errors import FactcheckError
from factcheck.findings.codes import CODES
from factcheck.formats.rules import explained, listed
from factcheck.i18n import deferred


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Explain CODE, a code of `check`, or list them all.

    CODE is a number or a name, such as FC203 or disputed.

    \b
    Examples:
      factcheck explain FC203
      factcheck explain disputed
    """
    if code is None:
        click.echo(listed(), nl=False)
        return
    found = next((one for one in CODES.values() if code.lower() in (one.code.lower(), one.name)), None)
    if found is None:
        raise FactcheckError(
            deferred("there is no code {code!r}", code=code), hint=deferred("`factcheck explain` lists them all.")
        )
    click.echo(explained(found), nl=False)
