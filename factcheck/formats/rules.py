"""The codes of `check` explained, in the terminal and as the page docs/rules.md."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.findings import Severity
from factcheck.findings.codes import CODES, Code
from factcheck.i18n import _

#: The severity of a rule that is not on unless the settings give it one.
OFF = "off"


def explained(code: Code) -> str:
    """Return all there is to say about one code, as lines for a terminal."""
    return (
        f"{code.code} {code.name} ({_(code.severity or OFF)})\n\n{_(code.summary)}\n{_(code.why)}\n\n{_(code.remedy)}\n"
    )


def listed() -> str:
    """Return every code on a line of its own."""
    width = max(len(code.name) for code in CODES.values())
    level = max(7, *(len(_(severity)) for severity in Severity))
    return "".join(
        f"{code.code} {code.name:{width}} {_(code.severity or 'off'):{level}} {_(code.summary)}\n"
        for code in CODES.values()
    )


def page() -> str:
    """Return the page of documentation on all codes, in Markdown."""
    return "".join(_page())


def _page() -> Iterator[str]:
    yield "# What `factcheck check` looks for\n\n"
    yield "<!-- Written by `make docs` from factcheck/findings/codes.py; edits here are lost. -->\n\n"
    yield "Only errors make `check` fail. Severities can be changed, and rules switched off, by code or name:\n"
    yield "`severity:` in factcheck.yaml or `--severity CODE=LEVEL`. `factcheck explain FC203` prints one section.\n"
    yield from map(_section, CODES.values())


def _section(code: Code) -> str:
    severity = (code.severity or OFF).capitalize()
    return f"\n## {code.code} {code.name}\n\n{severity}. {code.summary}\n{code.why}\n\n{code.remedy}\n"
