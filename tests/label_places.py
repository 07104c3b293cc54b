"""Where a label has to be known; run as a script, it names the labels and places where one is not."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from factcheck import labelling
from factcheck.cli.annotate import annotate
from factcheck.cli.commands import factcheck as program
from factcheck.findings.codes import CODES
from factcheck.formats.agreement.words import label_word
from factcheck.formats.screen import panels, plain, style
from factcheck.labelling.codebook import MEANINGS
from factcheck.labelling.keys import ACTIONS
from factcheck.model import Annotator, Label, Language
from factcheck.sidecar import skeleton
from factcheck.sidecar.reading import values


def _state() -> labelling.State:
    sidecar = skeleton("a.txt", Annotator("alice"), Language("fr"), ["Il pleut."])
    return labelling.start(sidecar, "Il pleut.")


def _schema(name: str) -> list[str]:
    schema = json.loads(Path(f"schemas/{name}.schema.json").read_text(encoding="utf-8"))
    return [str(label) for label in schema["$defs"]["label"]["enum"]]


def _named(label: str, text: str | None) -> bool:
    return label in (text or "")


#: Where labels have no colour.
_COLOURLESS = (style.Theme.BARE, style.Theme.NONE)

#: Each place by what a person who adds a label would call it.
PLACES: Mapping[str, Callable[[str], bool]] = {
    "a key": lambda label: label in {action.name for action in ACTIONS},
    "a key that asks for a note": lambda label: f"{label}-note" in {action.name for action in ACTIONS},
    "the bottom row": lambda label: _named(label, panels.hints(_state(), 200)[0]),
    "the keys said at the start of --plain": lambda label: _named(label, plain.keys_line(_state())),
    "what agreement calls it": lambda label: bool(label_word(label)),
    "a colour": lambda label: all(label in style.SGR[theme] for theme in style.Theme if theme not in _COLOURLESS),
    "the codebook": lambda label: label in {meaning.label for meaning in MEANINGS},
    "what FC405 says": lambda label: _named(label, CODES["FC405"].summary),
    "the hint where a label is misspelt": lambda label: _named(label, values._LABELS),
    "the help of annotate": lambda label: _named(label, annotate.help),
    "the help of factcheck": lambda label: _named(label, program.help),
    "the schema of sidecars": lambda label: label in _schema("labels-1"),
    "the schema of changes": lambda label: label in _schema("changes-1"),
    "docs/format.md": lambda label: f"`{label}`" in Path("docs/format.md").read_text(encoding="utf-8"),
    "README.md": lambda label: _named(label, Path("README.md").read_text(encoding="utf-8")),
}


def unknown(label: str) -> list[str]:
    """Return the places that do not know a label."""
    return [place for place, knows in PLACES.items() if not knows(label)]


if __name__ == "__main__":
    print(json.dumps({label: unknown(label) for label in Label}))  # noqa: T201 - a script
