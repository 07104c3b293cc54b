"""Plain text and Markdown, the kinds that need no reading but of their line breaks and marks."""

from __future__ import annotations

import re
import tomllib

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.intake import dates
from factcheck.intake.decoding import decoded
from factcheck.intake.draft import Facts, Material, SourceDraft
from factcheck.intake.prose import split_paragraphs, squeezed
from factcheck.text.markdown import read_markdown
from factcheck.text.prose import BREAK, NOTHING

#: YAML between lines of hyphens, or TOML between lines of plus signs.
_FRONT = re.compile(r"\A(---|\+\+\+)[ \t]*\n(.*?)\n(?:\1|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z_-]+):[ \t]*(.*(?:\n[ \t]*- .*)*)$", re.MULTILINE)
_HEADING = re.compile(r"^#[ \t]+(.+?)[ \t#]*$|^(\S.*)\n=+[ \t]*$", re.MULTILINE)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def read(material: Material) -> list[SourceDraft]:
    """Return plain text as an article; it has no headline that a program could tell from a first paragraph.

    Raises:
        FactcheckError: Binary, or in an encoding that is not said.
    """
    text = decoded(material)
    if "\0" in text:
        message = deferred("a binary file of a kind that is not known")
        raise FactcheckError(message, hint=deferred("Save it as text, HTML, DOCX, ODT or PDF."))
    return [SourceDraft(Facts(), split_paragraphs(text))]


def read_md(material: Material) -> list[SourceDraft]:
    """Return Markdown as an article: marks, code, tables and pictures left out, the first heading its headline."""
    text = decoded(material)
    front = _FRONT.match(text)
    fields = _front_matter(front) if front else {}
    body, language = _blocks(text)
    heading = _HEADING.search(text[front.end() :] if front else text)
    title = fields.get("title") or (" ".join(_blocks(heading[1] or heading[2])[0]) if heading else "")
    facts = Facts(
        title=title,
        authors=_authors(fields.get("author", "") or fields.get("authors", "")),
        published=dates.iso(fields.get("date", "")),
        language=fields.get("lang", "") or fields.get("language", "") or language,
    )
    return [SourceDraft(facts, [paragraph for paragraph in body if paragraph != title])]


def _front_matter(front: re.Match[str]) -> dict[str, str]:
    """Return the fields before the text, a list as its items with commas between; what cannot be read is left out."""
    if front[1] == "---":
        return {key.lower(): _plain(value) for key, value in _FIELD.findall(front[2])}
    try:
        fields = tomllib.loads(front[2])
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}
    return {key: ", ".join(map(str, value)) if isinstance(value, list) else str(value) for key, value in fields.items()}


def _plain(value: str) -> str:
    """Return a value of YAML without quotes, a list on one line or several as its items with commas between."""
    in_brackets = value.startswith("[") and value.endswith("]")
    items = value[1:-1].split(",") if in_brackets else re.split(r"\n[ \t]*- ", value)
    return ", ".join(item.strip(" \t\"'") for item in items if item.strip())


def _authors(value: str) -> tuple[str, ...]:
    return tuple(name for name in re.split(r",\s*|\s+(?:and|et)\s+", value) if name)


def _blocks(text: str) -> tuple[list[str], str]:
    """Return the blocks of prose in Markdown, without its marks, and the language it names."""
    prose, language = read_markdown(text)
    blocks = (squeezed(_ESCAPED.sub(r"\1", part.replace(NOTHING, "").replace("`", ""))) for part in prose.split(BREAK))
    return [block for block in blocks if block], language or ""
