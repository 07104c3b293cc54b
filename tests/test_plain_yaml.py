"""What the quick reader of YAML takes is what ruamel.yaml makes of it, values and places; what is common it takes."""

from __future__ import annotations

import json

import pytest
import strategies
from hypothesis import assume, given
from hypothesis import strategies as st
from timing import cpu_seconds, is_within

from factcheck.model import Sidecar
from factcheck.sidecar import write
from factcheck.yaml.events import RefusedError
from factcheck.yaml.nodes import Node
from factcheck.yaml.plain import read_plainly
from factcheck.yaml.tree import UNREADABLE, by_parser

#: What YAML files are made of, common and odd; two in a row may mean something else.
_PIECES = (
    *(
        "a",
        "b: ",
        "c:",
        "- ",
        "-",
        " ",
        "  ",
        "    ",
        "\n",
        "\n\n",
        "\n  ",
        "\n- ",
        "\n  - ",
        "key: ",
        "a b",
        "a:b",
        "é",
    ),
    *('"x"', "'y'", '"', "'", "''", '""', "[", "]", "{", "}", ", ", ",", ": ", ":", "#", " # c", "\n#c\n", "\n  #c\n"),
    *(
        "[a, b]",
        "{a: b}",
        '{"a": "b", c: d}',
        "[]",
        "{}",
        "[{a: b},\n{c: d}]",
        "(x)",
        "«\xa0a\xa0»",
        "http://x",
        "1",
        "~",
    ),
    *("<<: ", "?", "? ", "|\n", ">-\n", "&a ", "*a", "!t ", "%", "@", "`", "...", "---", "\n---\n", "\r\n", "\r", "\t"),
    *("\u2028", "\ufeff", "\\n", "\\u00e9", "\\ud83d", '\\"', "null", ".5", "-1", "+2", "/p", "a " * 3, "x" * 1030),
    *(
        "    x y\n",
        "   e\n",
        ">-\n    a\n    b\n",
        "text: >\n    a\n",
        "|\n    ",
        '"a \n    b"',
        "'a\n   b'",
        "a b\n    c d\n",
    ),
    *("- id: s0123456789\n", "  label: claim\n", "sentences:\n", '  text: "a b"\n', "    note: y\n", " \n"),
)
_TOPS = ("", "a:\n", "- ", "a: ", "factcheck: 1\narticle: a.txt\nsentences:\n- id: x\n  label: claim\n")

texts = st.builds(
    lambda top, pieces: top + "".join(pieces), st.sampled_from(_TOPS), st.lists(st.sampled_from(_PIECES), max_size=12)
)


def by_ruamel(text: str) -> Node | RefusedError | None:
    """Return the tree that the parser makes of a text, or what it refuses."""
    try:
        return by_parser(text)
    except RefusedError as refused:
        return refused


@given(texts)
def test_what_is_taken_is_what_the_parser_makes_of_it(text: str) -> None:
    """Of whatever text, the tree is that of ruamel.yaml, or there is none."""
    assert read_plainly(text) in (None, by_ruamel(text))


@given(st.data(), strategies.sidecars(max_records=2))
def test_mangled_sidecars_are_taken_as_the_parser_takes_them(draw: st.DataObject, sidecar: Sidecar) -> None:
    """Of a sidecar in which anything was put in, dropped, doubled or indented, the same."""
    text = draw.draw(strategies.mangled(write(sidecar))).decode(errors="replace")
    assume(not UNREADABLE.search(text))  # neither reader sees it
    assert read_plainly(text) in (None, by_ruamel(text))


_HEAD = "factcheck: 1\narticle: a.txt\nlanguage: fr\nsentences:\n"
_RECORDS = [{"id": "s0000000000", "text": 'Il dit « l\'été » : "non".', "label": "claim", "unsure": True}]
#: Each a form that people, editors and programs write.
TAKEN = {
    "bare texts": f"{_HEAD}- id: s0000000000\n  text: Le maire, lui, a dit http://x.fr (a:b) #1.\n  label:\n",
    "another order": f"{_HEAD}- label: claim # sure\n\n  # why\n  text: 'l''été'\n  id: s0000000000\n",
    "deeper": f'{_HEAD}  - id: s0000000000\n    text: "a \\"b\\" \\u00e9"\n    label: clam\n\nretired:\n',
    "line ends of Windows": f"{_HEAD}- id: s0000000000\n  text: x\n".replace("\n", "\r\n"),
    "flow style": f'{_HEAD}- {{id: s0000000000, text: "x.", label: claim}}  # so\n',
    "JSON": json.dumps({"factcheck": 1, "sentences": _RECORDS}),
    "JSON in lines": json.dumps({"factcheck": 1, "sentences": _RECORDS}, indent=2, ensure_ascii=False),
    "wrapped": f'{_HEAD}- id: s0000000000\n  text: Le maire dit\n    que l\'eau\n    monte.\n  note: "a\n    \\"b\\""\n'
    "  source: 'l''été\n    dernier'\n  label: claim\n",
    "blocks": f"{_HEAD}- id: s0000000000\n  text: >-\n    Le maire a dit : non\n    et non.\n"
    f"  note: |\n      a: b\n      - c\n\n# why\n  source: >\n    la ville\n",
    "settings": "ignore: ['*.md', drafts/*]\nseverity:\n  FC101: error\nannotators: 2\n\nwords: {fr: {light: [bof]}}",
}


@pytest.mark.parametrize("form", TAKEN)
def test_what_is_common_is_taken(form: str) -> None:
    """What people, editors and programs write needs no parser."""
    assert read_plainly(TAKEN[form]) == by_parser(TAKEN[form]) is not None


def test_it_is_worth_its_lines() -> None:
    """It takes a fifth of the parser's time at most; a tenth as a rule."""
    text = _HEAD + "".join(f"- id: s{n:010}\n  text: Number {n} is that.\n  label: claim\n" for n in range(300))
    parser = cpu_seconds(lambda: by_parser(text))
    assert is_within(parser / 5, lambda: read_plainly(text))
