"""`factcheck adjudicate`: decide where annotators differ, and file why they did."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from factcheck.cli import options
from factcheck.cli.recovery import recover_article
from factcheck.cli.session_options import (
    SessionEnd,
    SessionOptions,
    leave,
    locked,
    run_session,
    script,
    session_options,
)
from factcheck.formats.text import plural, visible
from factcheck.i18n import N_, _
from factcheck.io import store
from factcheck.text.shell import file, shell_command


@click.command()
@options.ARTICLE
@click.option("--blind", is_flag=True, help="Hide the annotators' names.")
@options.encoding_option
@session_options
def adjudicate(article: Path, *, blind: bool, encoding: str | None, plain: bool, keys: str | None, color: str) -> None:
    """Decide where the annotators of ARTICLE differ.

    One key for the label, and one for why they differed. A digit takes over what an annotator says; the label keys
    choose another. Decisions are kept beside the article, in a file of their own, and stand until the sentence or a
    label they weighed changes.

    \b
    Examples:
      factcheck adjudicate annotations/port-strike.txt
      factcheck adjudicate annotations/port-strike.txt --blind --keys '12o3'
    """
    setup = SessionOptions(plain, keys, color)
    from factcheck.app.article_files import load_article_files, reloaded
    from factcheck.app.session.adjudication import disputes, open_adjudication, stale_annotators
    from factcheck.labelling import bind

    recover_article(article)
    files = load_article_files(article, encoding)
    if not files.sidecars:
        raise options.nobody_has_labelled(article)
    for name in stale_annotators(files):
        click.echo(
            _("{name} labelled an older text: {command}").format(
                name=name, command=shell_command("factcheck", "carry", file(str(article)))
            ),
            err=True,
        )
    path = store.own_path(article, None)
    if not disputes(files):
        click.echo(_("nothing is disputed in {article}").format(article=visible(str(article))))
        return
    played = script(setup)
    store.writable(path)
    with locked(path, N_("the adjudicator")):
        keymap = bind(files.config.keys)
        begin = partial(open_adjudication, keymap=keymap, blind=blind)
        end = run_session(setup.at_desk(files.config), played, lambda: begin(reloaded(files, encoding)))
    leave(end, end.code or min(_reported(end, path), 1))


def _reported(end: SessionEnd, path: Path) -> int:
    """Say what was decided; return how many disputes are left."""
    state = end.session.state
    decided = state.left_at_start - state.left
    click.echo(
        _("{sentences} decided, {left} left; decisions are in {path}").format(
            sentences=plural(decided, "sentence"), left=state.left, path=visible(str(path))
        )
    )
    return state.left
