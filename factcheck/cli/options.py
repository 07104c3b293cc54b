"""What commands share: options that mean the same everywhere; who labels, in which language, at which desk."""

from __future__ import annotations

import contextlib
import os
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from factcheck.errors import FactcheckError
from factcheck.i18n import _, deferred
from factcheck.io import store
from factcheck.model import ANNOTATOR, Annotator, Language
from factcheck.text.language import named as named_language
from factcheck.text.language import recognised
from factcheck.text.shell import file, shell_command
from factcheck.text.slug import slug

_Command = TypeVar("_Command", bound=Callable[..., Any])


class _PathType(click.Path):
    """A path that says something: the empty one, as from a variable that is not set, would be the current folder."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401
        """Return it as a `Path`."""
        if not value:
            self.fail(_("it is empty: maybe a variable is not set."), param, ctx)
        return super().convert(value, param, ctx)


PATH = _PathType(path_type=Path)
ARTICLE = click.argument("article", type=PATH)


def encoding_option(command: _Command) -> _Command:
    """Add `--encoding`."""
    return click.option("--encoding", metavar="NAME", help="The article's encoding, such as cp1252; default: UTF-8.")(
        command
    )


def wrapped_option(command: _Command) -> _Command:
    """Add `--wrapped/--no-wrapped`, which wins over the desk's setting; None asks each line break by itself."""
    told = "Only a blank line ends a paragraph, or every line break does; default: found out for each line break."
    return click.option("--wrapped/--no-wrapped", default=None, help=told)(command)


def colour_option(command: _Command) -> _Command:
    """Add `--color`, which wins over the environment."""
    return click.option(
        "--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Whether to colour the output."
    )(command)


def annotator_option(command: _Command) -> _Command:
    """Add `--annotator`."""
    return click.option(
        "--annotator",
        metavar="NAME",
        help="Whose labels: lower-case letters, digits, hyphens. "
        "Else FACTCHECK_ANNOTATOR, the name given once, git's user.name.",
    )(command)


def language_option(command: _Command) -> _Command:
    """Add `--language`."""
    return click.option(
        "--language", metavar="LANG", help="The article's language, such as fr or en; needed at most once per article."
    )(command)


def nobody_has_labelled(article: Path) -> FactcheckError:
    """Return what to say of an article without a sidecar to read."""
    begin = shell_command("factcheck", "annotate", file(str(article)))
    hint = deferred("Start with: {command}", command=begin)
    return FactcheckError(deferred("nobody has labelled this article yet"), path=str(article), hint=hint)


def width() -> int:
    """Return how many columns the output may take."""
    import shutil  # it brings five compression libraries, which a labelling session can do without

    return shutil.get_terminal_size((80, 24)).columns


def known_annotator(asked: str | None) -> str:
    """Return who is labelling as far as anybody has said; nothing, and no question, where nobody has."""
    named = asked if asked is not None else os.environ.get("FACTCHECK_ANNOTATOR")
    if named:
        return named
    from factcheck.io.git.repository import user_name

    return store.kept_name() or slug(user_name(Path.cwd()))


def annotator(asked: str | None) -> Annotator:
    """Return who is labelling: `asked`, else FACTCHECK_ANNOTATOR, else git's user.name made a slug, else who answers.

    Raises:
        FactcheckError: A name that is no slug, or no name at all and nobody to ask.
    """
    named = known_annotator(asked) or _named()
    if not ANNOTATOR.fullmatch(named):
        hint = deferred("Use lower-case letters, digits and hyphens: --annotator {name}.", name=slug(named) or "alice")
        raise FactcheckError(deferred("{name!r} cannot be an annotator's name", name=named), hint=hint)
    if asked is not None and store.kept_name() not in ("", asked):
        _keep(asked)
    return Annotator(named)


def _keep(name: str) -> None:
    """Keep a name for next time, and say so; where that cannot be done, it is asked for again."""
    with contextlib.suppress(FactcheckError):
        store.keep_name(name)
        click.echo(
            _("You are {name} on this computer from now on; --annotator changes it.").format(name=name), err=True
        )


def _named() -> str:
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise FactcheckError(deferred("no annotator name given"), hint=deferred("Give a name: --annotator alice."))
    asked = _("Your name, for the file of your labels")
    named = str(click.prompt(asked, value_proc=_name_typed, err=True, prompt_suffix=_(": ")))
    _keep(named)
    return named


def _name_typed(text: str) -> str:
    """Return a name made a slug; whoever types one that cannot be is asked once more."""
    if named := slug(text):
        return named
    raise click.UsageError(_("use at least one of the letters a to z, or a digit"))


def language(asked: str | None, own: Language | None, known: Iterable[Language | None], text: str = "") -> Language:
    """Return the article's language from whoever knows it first; a person at a terminal is asked last.

    Args:
        asked: The option.
        own: What the annotator's sidecar says, if there is one: it stands.
        known: What else may tell, in order: colleagues' sidecars, the article's metadata, the desk.
        text: The article's text: its language is proposed, never silently taken.

    Raises:
        FactcheckError: Nobody knows and there is nobody to ask, it is no code, or it differs from the sidecar's.
    """
    asked = named_language(asked) if asked else None
    if asked and own and asked != own:
        hint = deferred("Leave the option out, or change the sidecar's `language:` to {language}.", language=asked)
        raise FactcheckError(
            deferred("--language {language}, but your sidecar says {own}", language=asked, own=own), hint=hint
        )
    return _code(next((code for code in (asked, own, *known) if code), None) or _asked(text))


def _asked(text: str) -> str:
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise FactcheckError(
            deferred("the article's language is not known"), hint=deferred("Say which: --language fr.")
        )
    asked = _("Which language is the article in (fr, en, ...)?")
    answer = click.prompt(asked, default=recognised(text), value_proc=_language_typed, err=True, prompt_suffix=_(": "))
    return str(answer)


def _language_typed(text: str) -> Language:
    """Return a language's code; whoever types something else is asked once more."""
    try:
        return _code(named_language(text))
    except FactcheckError as error:
        raise click.UsageError(". ".join(error.lines)) from error


def _code(text: str) -> Language:
    if not re.fullmatch(r"[a-z]{2,3}", text):
        raise FactcheckError(
            deferred("{text!r} is not a language code", text=text), hint=deferred("Use a code such as fr, en or ru.")
        )
    return Language(text)
