"""NITF 3, https://iptc.org/standards/nitf/: a whole document, or the body that NewsML packs."""

from __future__ import annotations

from typing import NamedTuple
from xml.etree.ElementTree import Element

from factcheck.i18n import deferred
from factcheck.intake import dates, names
from factcheck.intake.draft import Facts, Material, SourceDraft
from factcheck.intake.markup import of_element, of_tree
from factcheck.intake.xml import elements, every, first_text, parse_xml

#: A title of office is a line of its own, which is told after a comma.
_BYLINE = {"byttl": "div"}
_NO_TEXT = ("note", "distributor", "rights")
_PUBLISHERS = (".//body.head/distributor", ".//body.head/rights/rights.owner", ".//pubdata/@name")
#: Where the date of publication may stand, the best first.
_DATES = (
    ".//docdata/date.issue/@norm", ".//docdata/date.release/@norm", ".//pubdata/@date.publication",
    ".//body.head/dateline/story.date/@norm",
)  # fmt: skip


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
    url = first_text(root, ".//pubdata/@ex-ref")
    facts = Facts(
        guid=first_text(root, ".//docdata/doc-id/@id-string"),
        version=revision,
        status=first_text(root, ".//docdata/@management-status"),
        title=parts.title,
        authors=parts.authors,
        url=url if url.startswith(("http:", "https:")) else "",
        publisher=first_text(root, ".//docdata/doc.copyright/@holder", *_PUBLISHERS),
        published=next(filter(None, map(dates.iso, every(root, *_DATES))), ""),
        modified=dates.iso(first_text(root, ".//revision-history/@norm")),
        language=_language(root),
    )
    notes = [deferred("left out: a note to editors: {note}", note=note) for note in every(root, ".//ed-msg/@info")]
    return [SourceDraft(facts, parts.body, parts.head, parts.abstract, notes)]


def body_of(root: Element) -> Body:
    """Return the parts of the NITF somewhere in `root`; without `body.content`, all of `root` is content."""
    heads = elements(root, ".//body.head")
    contents = elements(root, ".//body/body.content") or elements(root, ".//body.content") or ([] if heads else [root])
    head = heads[0] if heads else root
    parts = [of_tree([line], renamed=_BYLINE) for line in elements(head, "byline")]
    bylines = [", ".join(part.rstrip(", ") for part in line) for line in parts]
    subheads = list(every(head, "hedline/hl2", "hl2"))
    datelines = [text for text in every(head, "dateline") if not dates.iso(text)]
    people = tuple(every(head, "byline/person", "byline/byline/person"))
    ends = of_tree(elements(root, ".//body.end/tagline"), wired=True)
    return Body(
        first_text(head, "hedline/hl1", "hl1"),
        [*subheads, *bylines, *datelines],
        people or tuple(name for line in bylines for name in names.of_byline(line)),
        of_tree(elements(head, "abstract"), wired=True),
        [text for content in contents for text in of_element(content, wired=True, skipped=_NO_TEXT)] + ends,
    )


def _language(root: Element) -> str:
    """Return the language that the document or its body names."""
    key = "{http://www.w3.org/XML/1998/namespace}lang"
    return next((lang for element in root.iter() if (lang := element.get(key))), root.get("baselang", ""))
