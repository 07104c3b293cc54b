"""What a source is made into: a draft of an article with its facts; one module a kind of source makes them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Material(NamedTuple):
    """The bytes of a source and what is known about them from outside."""

    data: bytes
    #: Its file name or address; only its end counts, and only where the content does not tell the kind.
    name: str = ""
    #: The encoding asked for on the command line, which nothing overrules.
    encoding: str | None = None
    #: The encoding that the server or the mail part named.
    charset: str | None = None
    #: The address it came from; empty for files.
    address: str = ""


class Facts(NamedTuple):
    """Where an article comes from, as its source says; empty where it does not."""

    #: The address readers find it under.
    url: str = ""
    #: What the agency or the feed calls this item in all its versions.
    guid: str = ""
    version: str = ""
    #: As the agency writes it: usable, embargoed, withheld, canceled.
    status: str = ""
    #: The headline.
    title: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    #: Dates in ISO 8601, as exact as the source has them.
    published: str = ""
    modified: str = ""
    #: A tag of BCP 47, such as `fr` or `de-CH`.
    language: str = ""


class SourceDraft(NamedTuple):
    """One article found in a source, not yet tidied: see `factcheck.intake.composed_text`."""

    facts: Facts
    #: The paragraphs, each maybe with line breaks and blanks that mean nothing.
    body: Sequence[str]
    #: Lines between the headline and the body: subheads, byline, dateline.
    head: Sequence[str] = ()
    #: A standfirst, dropped where the headline or the body says it too.
    abstract: Sequence[str] = ()
    #: What was left out or is doubtful, as sentences for the person who takes it in.
    remarks: Sequence[str] = ()
