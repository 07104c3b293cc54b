"""Everything people read goes through the catalogue: found in the source, where no run need come by."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from messages import KEYWORDS, PACKAGE, catalog_of, tables

#: Modules, or whole folders, whose English is not said to anybody in the language of the interface, and why.
SILENT = {
    "config/__init__.py": "the sentences of settings go into schemas, factcheck.yaml and docs, which stay English",
    "model.py": "the sentences of fields go into schemas and docs, which stay English",
    "exchange/dataset.py": "a data card is a file",
    "exchange/labelstudio.py": "the set-up of a project is a file",
    "findings/codes.py": "the table of codes is translated where it is shown (`messages.tables`)",
    "formats/agreement/picture.py": "SVG",
    "formats/codebook_file.py": "a codebook to begin with is a file",
    "formats/findings/github.py": "a format for machines",
    "formats/findings/junit.py": "a format for machines",
    "formats/findings/sarif.py": "a format for machines",
    "formats/keys_page.py": "a page of the documentation",
    "formats/report/style.py": "CSS",
    "formats/plain_labels.py": "git keeps these lines, and compares those of one day with another's",
    "formats/settings_page.py": "a page of the documentation",
    "formats/starters.py": "files that `init` writes",
    "intake/dates.py": "names of months in many languages",
    "io/git/installation.py": "git's configuration and shell",
    "io/parquet.py": "SQL",
    "io/similar_index.py": "SQL",
    "io/similar_vectors.py": "SQL",
    "labelling/codebook.py": "the codebook is translated where it is shown (`messages.tables`)",
    "labelling/keys.py": "the table of keys is translated where it is shown (`messages.tables`)",
    "languages": "words of the languages of articles",
    "review/adjudication/reasons.py": "the table of reasons is translated where it is shown (`messages.tables`)",
    "text/language.py": "words of the languages of articles",
}
#: What looks like prose in other modules and is none.
NO_PROSE = re.compile(
    r"^factcheck \w+( --\w+)? ?0?$|^git [\w-]+$"  # commands
    r"|^- id: |^\n- id: |^# newdoc id|^git@|x='|<|sans-serif|device-width|^bold red$|^enter esc tab"
    r"|\(\?P<|\tUnsure T|^# What `factcheck check` looks for|^Only errors make `check` fail"
    r"|^`severity:` in factcheck.yaml"
    r"|^globs or none$|^a change needs records$|^not a line of a journal|^could not be read$|\(\?:"
)
#: Two words with a space between them, or on both sides of what is filled in.
_PROSE = re.compile(r"[^\W\d]{2,}[,:]? (?:[(\"'`]?0[)\"'`]?[,:]? )?[^\W\d]+|^0 [a-z]{2,}|0 [a-z]{2,} 0")
F_STRING = "an f-string"


class Node(NamedTuple):
    """A part of the source."""

    ast: ast.expr
    module: str
    #: What it is an argument of, from the outside in, up to the statement; names of functions.
    within: tuple[str, ...]

    @property
    def place(self) -> str:
        """Return where it stands."""
        return f"{self.module}:{self.ast.lineno}"


@cache
def literals_and_calls() -> tuple[Node, ...]:
    """Return the strings of the package that are no docstrings, and the calls of what marks a message."""
    paths = (path for path in sorted(PACKAGE.rglob("*.py")) if not is_silent(path.relative_to(PACKAGE).as_posix()))
    return tuple(node for path in paths for node in _found(path.relative_to(PACKAGE).as_posix(), path.read_bytes()))


def _found(module: str, source: bytes) -> Iterator[Node]:
    waiting: list[tuple[ast.AST, tuple[str, ...]]] = [(ast.parse(source), ())]
    while waiting:
        node, within = waiting.pop()
        if isinstance(node, ast.Constant | ast.JoinedStr | ast.Call):
            yield Node(node, module, within)
        if isinstance(node, ast.Call):
            within = (*within, _name(node.func))
        elif isinstance(node, ast.JoinedStr):
            within = (*within, F_STRING)
        elif isinstance(node, ast.stmt):
            within = ()
        if not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):  # a docstring
            waiting += ((child, within) for child in ast.iter_child_nodes(node))


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def is_silent(module: str) -> bool:
    """Return whether a module says nothing to people."""
    return module in SILENT or module.split("/", maxsplit=1)[0] in SILENT


def _text(node: Node) -> str:
    """Return the words of a literal, or of a whole f-string; `0` stands for what is filled in."""
    if isinstance(node.ast, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "0" for part in node.ast.values)
    if isinstance(node.ast, ast.Constant) and isinstance(node.ast.value, str) and F_STRING not in node.within[-1:]:
        return re.sub(r"\{\w+\}", "0", node.ast.value)
    return ""


def test_whatever_reads_like_english_is_a_message() -> None:
    """A literal of two words or more is marked for translation, or its module says nothing to people."""
    listed = set(tables())
    helps = {message.id for message in catalog_of("fr") if isinstance(message.id, str)}
    forgotten = [
        f"{node.place}: {text!r}"
        for node in literals_and_calls()
        if (text := _text(node)) and _PROSE.search(text)
        if not KEYWORDS.keys() & node.within and not NO_PROSE.search(text) and text not in listed
        if not (node.module.startswith("cli/") and " ".join(text.split()) in helps)
    ]
    assert not forgotten, (
        "people would read these in English, whatever their language: put them into `_()` or `deferred()` of "
        "factcheck.i18n (a table: `N_()`), or name the module in SILENT with the reason\n" + "\n".join(forgotten)
    )


def test_messages_can_be_extracted() -> None:
    """What is translated is a literal or a name, filled in afterwards, outside f-strings, where no extractor looks."""
    hidden = [
        node.place
        for node in literals_and_calls()
        if isinstance(node.ast, ast.Call) and _name(node.ast.func) in KEYWORDS
        if (F_STRING in node.within[-1:] and isinstance(node.ast.args[0], ast.Constant))
        or any(isinstance(argument, ast.JoinedStr | ast.BinOp) for argument in node.ast.args[:2])
    ]
    assert not hidden, 'write `_("… {name} …").format(name=…)`, and put no `_()` into an f-string:\n' + "\n".join(
        hidden
    )


#: Where `:` parts a place from what is said of it, as compilers do; editors and people look for that.
PLACES = {"errors.py", "cli/resolve.py", "formats/findings/text.py"}


def test_colons_are_those_of_the_language() -> None:
    """What is named and what is said of it stand in a message: French sets colons off."""
    found = [
        node.place
        for node in literals_and_calls()
        if isinstance(node.ast, ast.JoinedStr) and node.module.startswith(("app/", "cli/", "formats/", "labelling/"))
        if node.module not in PLACES
        and any(isinstance(part, ast.Constant) and part.value == ": " for part in node.ast.values)
    ]
    assert not found, 'write `_("{name}: {text}").format(name=…, text=…)`:\n' + "\n".join(found)
