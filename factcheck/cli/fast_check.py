"""What hooks and CI ask of `check` all day, read without click, whose import takes a third of a short run."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.app.check.run import CheckRequest


def fast_check(words: Iterable[str]) -> CheckRequest | None:
    """Return what the words after `check` ask for, exactly as click would read them.

    Returns:
        None where there is more than paths and either `--staged` or `--changed-since`, or a mistake: then ask click.

    >>> fast_check(["--changed-since", "main", "annotations"]).changed_since
    'main'
    """
    asked = CheckRequest(())
    rest = iter(words)
    for word in rest:
        name, given, value = word.partition("=")
        if not word.startswith("-"):
            asked = asked._replace(paths=(*asked.paths, word))
        elif asked.staged or asked.changed_since is not None:
            return None
        elif word == "--staged":
            asked = asked._replace(staged=True)
        elif name == "--changed-since":
            asked = asked._replace(changed_since=value if given else next(rest, "-"))
        else:
            return None
    return None if (asked.changed_since or "").startswith("-") else asked
