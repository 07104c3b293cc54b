"""Plain text and Markdown, the kinds that need no reading but of their line breaks and marks."""

from __future__ import annotations

import re

from factcheck.errors import FactcheckError
from factcheck.i18n import _
from factcheck.intake import dates
from factcheck.intake.decoding import decoded
from factcheck.intake.draft import Facts, Material, SourceDraft
from factcheck.intake.prose import split_paragraphs, squeezed
from factcheck.text.markdown import read_markdown

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z_-]+):[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_HEADING = re.compile(r"^#[ \t]+(.+?)[ \t#]*$|^(\S.*)\n=+[ \t]*$", re.MULTILINE)
_LINK = re.compile(r"\[([^\[\]\n]*+)\](?:\([^()\n]*+(?:\([^()\n]*+\)[^()\n]*+)*+\)|\[[^\[\]\n]*+\])")
_NOTE = re.compile(r"\[\^[^\]\n]+\]")
#: Runs of marks of emphasis, and what hides one.
_MARKS = re.compile(r"\\.|\*+|_+|~~", re.DOTALL)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]*+>")
_ADDRESS = re.compile(r"<((?:https?|mailto):[^\s<>]+)>")


def read(material: Material) -> list[SourceDraft]:
    """Return plain text as an article; it has no headline that a program could tell from a first paragraph.

    Raises:
        FactcheckError: Binary, or in an encoding that is not said.
    """
    text = decoded(material)
    if "\0" in text:
        message = _("a binary file of a kind that is not known")
        raise FactcheckError(message, hint=_("Save it as text, HTML, DOCX, ODT or PDF."))
    return [SourceDraft(Facts(), split_paragraphs(text))]


def read_md(material: Material) -> list[SourceDraft]:
    """Return Markdown as an article: marks, code, tables and pictures left out, the first heading its headline."""
    text = decoded(material)
    front = _FRONT.match(text)
    fields = {key.lower(): value.strip("\"'") for key, value in _FIELD.findall(front[1])} if front else {}
    prose, language = read_markdown(text)
    heading = _HEADING.search(text[front.end() :] if front else text)
    body = [_unmarked(part) for part in _blocks(prose)]
    title = fields.get("title") or (_unmarked(heading[1] or heading[2]) if heading else "")
    facts = Facts(
        title=title,
        authors=tuple(name for name in re.split(r",\s*|\s+and\s+", fields.get("author", "").strip("[]")) if name),
        published=dates.iso(fields.get("date", "")),
        language=fields.get("lang", "") or fields.get("language", "") or language or "",
    )
    return [SourceDraft(facts, [paragraph for paragraph in body if paragraph != title])]


def _blocks(prose: str) -> list[str]:
    """Return blocks of lines that belong together; in Markdown only a blank line, a heading or an item divides."""
    return [squeezed(part) for part in re.split(r"\n[ \t]*\n|\n(?= {2,}\S)|(?<=\n) {3,}(?=\S)", prose) if part.strip()]


def _unmarked(text: str) -> str:
    """Return a paragraph without the marks of emphasis, links and notes."""
    text = _ADDRESS.sub(r"\1", _NOTE.sub("", _LINK.sub(r"\1", text)))
    text = _TAG.sub("", text).replace("`", "")
    text = _unstressed(text)
    return squeezed(_ESCAPED.sub(r"\1", text))


def _unstressed(text: str) -> str:
    """Return a paragraph without marks of emphasis that open and close (CommonMark 0.31, section 6.2, simplified)."""
    opened: dict[str, list[re.Match[str]]] = {}
    dropped: list[tuple[int, int]] = []
    for found in _MARKS.finditer(text):
        mark, before, after = found[0], text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
        word = mark[0] == "_" and before.isalnum() and after.isalnum()
        if mark[0] == "\\" or word:
            continue
        closes = bool(before) and not before.isspace() and not (mark[0] == "_" and after.isalnum())
        opens = bool(after) and not after.isspace() and not (mark[0] == "_" and before.isalnum())
        if closes and opened.get(mark):
            dropped += [opened[mark].pop().span(), found.span()]
        elif opens:
            opened.setdefault(mark, []).append(found)
    kept, at = [], 0
    for start, end in sorted(dropped):
        kept.append(text[at:start])
        at = end
    return "".join([*kept, text[at:]])
