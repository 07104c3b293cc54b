"""The page on the keys: made from the table that the annotator reads, and true."""

from __future__ import annotations

import re

from conftest import ROOT

from factcheck.config.settings_file import read_config
from factcheck.formats.keys_page import page
from factcheck.labelling import ACTIONS, bind, parse_keys
from factcheck.labelling.keys import NAMED


def test_the_page_is_fresh() -> None:
    """The committed page is what `make docs` would write now."""
    assert (ROOT / "docs" / "keys.md").read_text(encoding="utf-8") == page()


def test_the_page_lists_every_action_once() -> None:
    """Nobody has to read the code to find a key or an action's name."""
    for action in ACTIONS:
        assert page().count(f"| {action.name} | {action.help} |") == 1


def test_the_examples_on_the_page_work() -> None:
    """The settings and the script that the page shows are accepted as they stand."""
    settings = re.search(r"```yaml\n(.*?)```", page(), re.DOTALL)
    assert settings
    assert bind(read_config(settings[1].encode()).keys).keys("unsure") == ("w", "F4")
    script = re.search(r"--keys '([^']+)'", page())
    assert script
    assert parse_keys(script[1]) == ("c", "s", "<enter>", "o")


def test_the_page_names_every_key_there_is() -> None:
    """The names for scripts are complete; those in rows are told by their first and last."""
    named = set(re.findall(r"<[a-z0-9-]+>", page()))
    rows = {name for name in NAMED if re.fullmatch(r"<(f\d+|c-.)>", name)}
    assert NAMED - rows <= named
