"""What CI systems take for commands in a log, and how no text of ours is one.

Whatever a job prints, on either stream, is read by the system that runs it. Text from articles, names and sidecars must
not be taken for an order:

| system | takes for a command | where |
|---|---|---|
| GitHub Actions, Gitea, Forgejo | `::name key=value::text` | at the start of a line, after white space |
| GitHub Actions, Gitea, Forgejo | `##[name key=value]text` | GitHub anywhere in a line |
| Azure Pipelines | `##vso[area.action key=value]text`, `##[section]text` | anywhere; at the start of a line |
| TeamCity | `##teamcity[name key='value']` | anywhere |
| GitLab, Travis CI | `section_start:…`, `travis_fold:…` | only with a carriage return or an escape in it |
| Buildkite | an escape sequence (OSC 1337 to 1339) | only with an escape in it |
| Jenkins | a console note | only with an escape in it |

`formats.text.visible` lets neither escapes nor carriage returns through. The two forms that consist of letters and
marks are broken here. Sources: actions/runner `ActionCommand.cs`, act `command.go`, the agent's `Command.cs` of Azure,
and the manuals of the others.
"""

from __future__ import annotations

import re

_ANYWHERE = r"##(?=\w*\[)"
_AT_START = r"(?:^|(?<=[\r\n]))([^\S\r\n]*):(?=:)"


def inert(text: str, *, at_start: bool = True) -> str:
    """Return text that no CI system takes for a command; where it would, one character becomes a mark.

    Args:
        text: Any number of lines, as they go into a log.
        at_start: Whether the text begins a line.

    >>> inert("::error::no"), inert("a ##[set-output name=ok]yes")
    ('<U+003A>:error::no', 'a #<U+0023>[set-output name=ok]yes')
    """
    if "##" in text:
        text = re.sub(_ANYWHERE, "#<U+0023>", text)
    if "::" in text:
        text = re.sub(_AT_START if at_start else _AT_START.replace("^|", r"(?!)|"), r"\1<U+003A>", text)
    return text


def inert_json(text: str) -> str:
    r"""Return JSON that says the same and holds no command: no line of it can begin with a colon.

    >>> inert_json('{"path": "##[debug]x"}')
    '{"path": "#\\u0023[debug]x"}'
    """
    return re.sub(_ANYWHERE, r"#\\u0023", text) if "##" in text else text


def inert_xml(text: str) -> str:
    """Return the escaped text of an element or attribute, saying the same, without a command.

    >>> inert_xml("::x ##vso[y]")
    '&#58;:x #&#35;vso[y]'
    """
    return re.sub(_AT_START, r"\1&#58;", re.sub(_ANYWHERE, "#&#35;", text))
