"""NITF 3, https://iptc.org/standards/nitf/: a whole document, or the body that NewsML packs."""

from __future__ import annotations

from typing import NamedTuple
from xml.etree.ElementTree import Element

from factcheck.intake import dates, names
from factcheck.intake.draft import Facts, Material, SourceDraft
from factcheck.intake.markup import of_tree
from factcheck.intake.xml import elements, every, first_text, parse_xml

#: A title of office is a line of its own, which is told after a comma.
_BYLINE = {"byttl": "div"}


class Body(NamedTuple):
    """What a NITF body says, by its parts."""

    title: str
    head: list[str]
    authors: tuple[str, ...]
    abstract: list[str]
    body: list[str]


def read(material: Material) -> list[SourceDraft]:
    """Return the article of a NITF document; see `factcheck.intake.xml.parse_xml` for what is refused."""
    root = parse_xml(material)
    parts = body_of(root)
    revision = first_text(root, ".//docdata/du-key/@version", ".//docdata/doc-id/@version")
    facts = Facts(
        guid=first_text(root, ".//docdata/doc-id/@id-string"),
        version=revision,
        status=first_text(root, ".//docdata/@management-status"),
        title=parts.title,
        authors=parts.authors,
        publisher=first_text(root, ".//docdata/doc.copyright/@holder", ".//body.head/distributor"),
        published=dates.iso(first_text(root, ".//docdata/date.issue/@norm", ".//docdata/date.release/@norm")),
        modified=dates.iso(first_text(root, ".//revision-history/@norm")),
        language=_language(root),
    )
    return [SourceDraft(facts, parts.body, parts.head, parts.abstract)]


def body_of(root: Element) -> Body:
    """Return the parts of the NITF somewhere in `root`; without `body.content`, all of `root` is content."""
    heads = elements(root, ".//body.head")
    contents = elements(root, ".//body/body.content") or elements(root, ".//body.content") or ([] if heads else [root])
    head = heads[0] if heads else root
    parts = [of_tree([line], renamed=_BYLINE) for line in elements(head, "byline")]
    bylines = [", ".join(part.rstrip(", ") for part in line) for line in parts]
    subheads = list(every(head, "hedline/hl2", "hl2"))
    datelines = list(every(head, "dateline"))
    people = tuple(every(head, "byline/person", "byline/byline/person"))
    return Body(
        first_text(head, "hedline/hl1", "hl1"),
        [*subheads, *bylines, *datelines],
        people or tuple(name for line in bylines for name in names.of_byline(line)),
        of_tree(elements(head, "abstract"), wired=True),
        of_tree(
            [*contents, *elements(root, ".//body.end/tagline")], wired=True, skipped=("note", "distributor", "rights")
        ),
    )


def _language(root: Element) -> str:
    """Return the language that the document or its body names."""
    key = "{http://www.w3.org/XML/1998/namespace}lang"
    return next((lang for element in root.iter() if (lang := element.get(key))), "")
