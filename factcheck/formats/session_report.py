"""What a labelling session says when it ends: what was done, how long it took, what is left, what to do next."""

from __future__ import annotations

import shlex
from typing import NamedTuple

from factcheck.formats.numbers import decimal
from factcheck.formats.text import visible
from factcheck.i18n import _, ngettext
from factcheck.labelling import Summary


class SessionReport(NamedTuple):
    """What there is to say at the end of a session."""

    summary: Summary
    #: The article and the sidecar, as the annotator would name them.
    article: str
    sidecar: str
    seconds: float
    #: How the program is called here.
    program: str = "factcheck"
    #: What has happened to the article meanwhile; empty if nothing.
    article_news: str = ""
    #: Why labels are not saved; empty if they are.
    trouble: str = ""
    #: Whose labels they are and how the article is encoded, where the command line said so: the next one has to, too.
    annotator: str | None = None
    encoding: str | None = None


def session_report(end: SessionReport) -> str:
    """Return the lines to print on standard output after a session."""
    summary = end.summary
    lines = [
        ngettext(
            "{done} of {count} sentence done{pace}", "{done} of {count} sentences done{pace}", summary.total
        ).format(done=summary.total - summary.left, count=summary.total, pace=_pace(end))
    ]
    if end.trouble:
        lines.append(_("NOT SAVED in {sidecar}: {trouble}").format(sidecar=end.sidecar, trouble=end.trouble))
    else:
        lines.append(_("saved in {sidecar}").format(sidecar=end.sidecar))
    lines += [end.article_news] if end.article_news else []
    lines.append(_("next: {command}").format(command=_next(end)))
    if not end.trouble and not end.encoding:  # which the settings may not say: then a report cannot read the article
        lines.append(_("to see it: {command}").format(command=_see(end)))
    return "".join(f"{visible(line)}\n" for line in lines)


def _pace(end: SessionReport) -> str:
    """Return how many were done in this session, how fast, and with how many keys each."""
    done, keys = end.summary.done, end.summary.keystrokes
    if done <= 0:
        return ""
    return _("; {done} of them now, in {time}, with {keys} keys a sentence").format(
        done=done, time=_duration(end.seconds), keys=decimal(keys / done)
    )


def _duration(seconds: float) -> str:
    """Return a duration as people say it.

    >>> _duration(3.4), _duration(75), _duration(4000)
    ('3 s', '1 min 15 s', '1 h 6 min')
    """
    whole = int(seconds)
    if whole < 60:
        return f"{whole} s"
    return (
        _("{minutes} min {seconds} s").format(minutes=whole // 60, seconds=whole % 60)
        if whole < 3600
        else _("{hours} h {minutes} min").format(hours=whole // 3600, minutes=whole % 3600 // 60)
    )


def _next(end: SessionReport) -> str:
    if end.trouble:
        return _("put that right, then open the article again and label what is missing once more")
    words = ["annotate" if end.summary.left else "check", end.article]
    words += ["--annotator", end.annotator] if end.annotator and end.summary.left else []
    words += ["--encoding", end.encoding] if end.encoding else []
    return f"{end.program} {shlex.join(words)}"


def _see(end: SessionReport) -> str:
    page = f"{end.article.rpartition('/')[2].rpartition('.')[0]}.html"
    return f"{end.program} {shlex.join(['report', end.article, '-o', page, '--open'])}"
