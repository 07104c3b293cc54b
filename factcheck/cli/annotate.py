"""`factcheck annotate`: label an article's sentences in the terminal, or by a script of keys."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck import store
from factcheck.article import read_article
from factcheck.cli import options
from factcheck.cli.sitting import Sat, Sitting, leave, locked, script, sit, sitting_options
from factcheck.errors import FactcheckError
from factcheck.model import Language

if TYPE_CHECKING:
    from factcheck.annotating import Wanted


@click.command()
@options.ARTICLE
@options.annotator_option
@options.language_option
@options.encoding_option
@sitting_options
def annotate(
    article: Path,
    *,
    annotator: str | None,
    language: str | None,
    encoding: str | None,
    plain: bool,
    keys: str | None,
    color: str,
) -> None:
    r"""Label the sentences of ARTICLE, one key each: c claim, o opinion, u unverified, s sourced.

    Every label is saved at once, in a sidecar beside the article. Press ? for all keys, q to leave; the next time you
    go on where you left off.

    \b
    Examples:
      factcheck annotate annotations/port-strike.txt --language fr
      factcheck annotate annotations/port-strike.txt --plain
      factcheck annotate annotations/port-strike.txt --keys 'cous<esc>q'
    """
    sitting = Sitting(plain, keys, color)
    played = script(sitting)
    wanted = _wanted(article, annotator, language, encoding=encoding)
    from factcheck.annotating import open_session, own_path

    own = own_path(wanted)
    with locked(own, wanted.annotator):
        sat = sit(sitting, played, lambda: open_session(wanted))
        _part(sat, article, own)
    leave(sat, sat.code)


def _wanted(path: Path, annotator: str | None, asked: str | None, *, encoding: str | None) -> Wanted:
    from factcheck.annotating import Wanted
    from factcheck.labelling import bind

    if path.name.endswith(store.SUFFIX):
        raise FactcheckError("a sidecar, not an article", path=str(path), hint="Give the article it belongs to.")
    # Read first of all, so that a missing article is what is complained about.
    data = store.read_bytes(path)
    desk = options.desk(path.parent)
    article = read_article(path.name, data, encoding or desk.config.encoding, str(path))

    def speaks(own: Language | None, known: Iterable[Language | None]) -> Language:
        """Return the article's language."""
        return options.language(asked, own, (*known, desk.config.language))

    name = options.annotator(annotator, path.parent)
    return Wanted(path, article, name, speaks, bind(desk.config.keys))


def _part(sat: Sat, article: Path, own: Path) -> None:
    """Print what the session came to, unless there is nobody left to read it."""
    if sat.session.ended_by == "<hangup>":
        return
    from factcheck.formats.parting import Parting, parting
    from factcheck.labelling import summary

    state = sat.session.state
    click.echo(parting(Parting(summary(state), str(article), str(own), sat.seconds, state.trouble)), nl=False)
