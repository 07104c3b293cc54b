"""`factcheck annotate`: label an article's sentences in the terminal, or by a script of keys."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from factcheck.app.codebook import own_codebook
from factcheck.app.desk import desk
from factcheck.cli import options
from factcheck.cli.recovery import recover_article
from factcheck.cli.session_options import (
    SessionEnd,
    SessionOptions,
    leave,
    locked,
    program,
    run_session,
    script,
    session_options,
)
from factcheck.errors import FactcheckError
from factcheck.formats.text import visible
from factcheck.i18n import _, deferred
from factcheck.io import store
from factcheck.model import Language
from factcheck.text.article import Article, read_article
from factcheck.text.foreign import foreign_kind, looks_like_sidecar

if TYPE_CHECKING:
    from factcheck.app.session import ChooseSentences, SessionRequest
    from factcheck.config import Config


class _Options(NamedTuple):
    """What to label and for whom; each field is an option of the same name."""

    article: Path
    annotator: str | None
    language: str | None
    encoding: str | None
    wrapped: bool | None
    only: str | None
    changed_since: str | None
    overlap: bool


@click.command()
@options.ARTICLE
@options.annotator_option
@options.language_option
@options.encoding_option
@options.wrapped_option
@click.option(
    "--only",
    metavar="WHICH",
    help="Visit only these sentences: unlabelled, unsure, noted, stale (text changed), carried (edited, label kept), "
    "disputed, before-codebook (older than codebook.yaml) or `label:NAME`.",
)
@click.option("--changed-since", metavar="REF", help="Visit only what changed since the branch left REF.")
@click.option("--overlap", is_flag=True, help="Visit only the sentences that need a second label, as the desk has set.")
@session_options
def annotate(**asked: Any) -> None:  # noqa: ANN401 - `_Asked` and `Sitting` say what each holds
    """Label the sentences of ARTICLE, one key each.

    c is claim, o opinion, u unverified, s sourced. Every label is saved at once, in your sidecar: a YAML file beside
    the article that holds one person's labels, such as port-strike.alice.labels.yaml. Press ? for all keys, q to leave;
    the next time you go on where you left off.

    \b
    Examples:
      factcheck annotate annotations/port-strike.txt --language fr
      factcheck annotate annotations/port-strike.txt --plain
      factcheck annotate annotations/port-strike.txt --keys 'cous<enter>q'
      factcheck annotate annotations/port-strike.txt --changed-since main
    """
    setup = SessionOptions(asked.pop("plain"), asked.pop("keys"), asked.pop("color"))
    _annotate(setup, _Options(**asked))


def _annotate(setup: SessionOptions, asked: _Options) -> None:
    played = script(setup)
    # Read first of all, so that a missing article is what is complained about.
    data = _article_bytes(asked.article)
    root, config = desk(asked.article.parent)
    wanted = _wanted(asked, data, config)._replace(codebook=own_codebook(root))
    from factcheck.app.session import open_session, writable_path

    own = writable_path(wanted)
    recover_article(asked.article)
    with locked(own, wanted.annotator) as trouble:
        opened = open_session(wanted).saying(trouble)
        chosen = opened.state.selection
        if chosen is not None and not chosen.ids:
            click.echo(_("nothing to label: no sentence is {kind}").format(kind=visible(_named(chosen.name))))
            return
        end = run_session(setup.at_desk(config), played, lambda: opened)
        _part(end, asked, own)
    leave(end, end.code)


def _named(selection: str) -> str:
    """Return what a selection is called in a sentence."""
    from factcheck.labelling.views import view_name

    label = selection.removeprefix("label:")
    return _("labelled {label}").format(label=_(label)) if label != selection else view_name(selection)


def _article_bytes(path: Path) -> bytes:
    """Return what is in an article's file, once sure that it is none of the things that people take for one."""
    data = store.read_bytes(path)
    if path.name.endswith(store.SUFFIX) or looks_like_sidecar(data):
        raise FactcheckError(
            deferred("a sidecar, not an article"), path=str(path), hint=deferred("Give the article it belongs to.")
        )
    if kind := foreign_kind(data):
        hint = deferred("Turn it into text first: factcheck intake {path}.", path=shlex.quote(str(path)))
        raise FactcheckError(
            deferred("{kind}, not the text of an article", kind=deferred(kind)), path=str(path), hint=hint
        )
    return data


def _wanted(asked: _Options, data: bytes, config: Config) -> SessionRequest:
    from factcheck.app.session import SessionRequest
    from factcheck.labelling import bind

    path = asked.article
    encoding = asked.encoding or config.encoding
    article = read_article(path.name, data, encoding, str(path))

    def speaks(own: Language | None, known: Iterable[Language | None]) -> Language:
        """Return the article's language."""
        return options.language(asked.language, own, (*known, config.language), article.prose)

    name = options.annotator(asked.annotator)
    choice = _choice(asked, article, encoding, _overlap(asked, config))
    wrapped = config.wrapped if asked.wrapped is None else asked.wrapped
    return SessionRequest(path, article, name, speaks, bind(config.keys), choice, config.words, wrapped)


def _overlap(asked: _Options, config: Config) -> int:
    """Return how many sentences need a second label, if those are asked for."""
    if asked.overlap and not config.overlap:
        hint = deferred("Say there how many sentences of each article need a second label: overlap: 5")
        raise FactcheckError(deferred("factcheck.yaml asks for no overlap"), hint=hint)
    return (config.overlap or 0) if asked.overlap else 0


def _choice(asked: _Options, article: Article, encoding: str | None, overlap: int) -> ChooseSentences:
    """Return what chooses the sentences to walk; git and the others' labels are asked only where they matter."""
    if not (asked.only or asked.changed_since or overlap):
        return lambda _own, _others: None
    from factcheck.app.session.selection import Choice

    return Choice(asked.article, article, encoding, asked.only, asked.changed_since, overlap)


def _part(end: SessionEnd, asked: _Options, own: Path) -> None:
    """Print what the session came to, unless there is nobody left to read it."""
    if end.session.ended_by == "<hangup>":
        return
    from factcheck.formats.session_report import SessionReport, session_report
    from factcheck.labelling import summary

    session, state = end.session, end.session.state
    report = SessionReport(summary(state), str(asked.article), str(own), session.seconds, program())
    report = report._replace(trouble=state.trouble, article_news=session.article_news)
    click.echo(session_report(report._replace(annotator=asked.annotator, encoding=asked.encoding)), nl=False)
