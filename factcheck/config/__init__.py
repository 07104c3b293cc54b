"""The desk's settings as a value; how a `factcheck.yaml` spells them is said in `config_file`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.findings import Severity
from factcheck.model import Language

if TYPE_CHECKING:
    from factcheck.config.own_words import OwnWords


class Config(NamedTuple):
    """What a desk has settled once for everybody; each default is what holds without a file."""

    #: The language of articles that do not say theirs.
    language: Language | None = None
    #: The language of the interface; None means that of each person's environment.
    interface: Language | None = None
    #: How articles are encoded; None means UTF-8 (or UTF-16 where a byte order mark says so).
    encoding: str | None = None
    #: How many annotators must have labelled a sentence before it counts as labelled.
    annotators: int = 1
    #: Whether adjudication is asked for: every difference between annotators needs a decision.
    adjudication: bool = False
    #: Where every text is an article, begun or not: globs as in `ignore`.
    articles: tuple[str, ...] = ("annotations/",)
    #: What `check` leaves out: globs on paths relative to the desk, as in `drafts/` or `*.old.txt`.
    ignore: tuple[str, ...] = ()
    #: The severity of rules, by code, where it is not the usual one; None switches a rule off.
    severity: tuple[tuple[str, Severity | None], ...] = ()
    #: The share of an article's sentences, from 0 to 1, that may be skipped; None is no limit.
    max_skipped: float | None = None
    #: The share of an article's sentences, from 0 to 1, that may stay unsure; None is no limit.
    max_unsure: float | None = None
    #: The annotator's keys by action name; the annotator knows which actions and keys there are.
    keys: tuple[tuple[str, str], ...] = ()
    #: The newsroom's own words, for judging whether an edit leaves a sentence saying the same.
    words: tuple[OwnWords, ...] = ()
