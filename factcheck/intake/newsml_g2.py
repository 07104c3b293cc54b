"""NewsML-G2, https://iptc.org/standards/newsml-g2/: news items of text; pictures, packages and the rest are none."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.intake import dates, names, nitf
from factcheck.intake.draft import Facts, Material, SourceDraft
from factcheck.intake.markup import looks_marked_up, of_html, of_tree
from factcheck.intake.prose import split_paragraphs
from factcheck.intake.xml import elements, every, first_text, local, parse_xml

#: Kinds of items that show rather than tell, https://cv.iptc.org/newscodes/ninature/.
_SHOWN = ("picture", "graphic", "video", "audio", "animation", "composite")

#: Where a publisher may be named, the best first.
_PUBLISHERS = (
    "itemMeta/provider/name",
    "rightsInfo/copyrightHolder/name",
    "itemMeta/provider/@literal",
    "rightsInfo/copyrightHolder/@literal",
    "itemMeta/provider/@qcode",
)


def read(material: Material) -> list[SourceDraft]:
    """Return an article for each text in the message.

    Raises:
        FactcheckError: There is none; or see `factcheck.intake.xml.parse_xml`.
    """
    root = parse_xml(material)
    items = [root] if local(root) == "newsItem" else elements(root, ".//newsItem")
    natures = [first_text(item, "itemMeta/itemClass/@qcode", "itemMeta/itemClass/@uri") for item in items]
    texts = [item for item, nature in zip(items, natures, strict=True) if not nature.endswith(_SHOWN)]
    if not texts:
        named = ", ".join(sorted({nature.rpartition(":")[2] for nature in natures if nature})) or local(root)
        message = deferred("no article in it, only: {kinds}", kinds=named)
        raise FactcheckError(message, hint=deferred("Captions are not taken in; give the text they go with."))
    return [_draft(item) for item in texts]


def _draft(item: Element) -> SourceDraft:
    inside = nitf.body_of(item) if elements(item, ".//body.content") else None
    bylines = list(every(item, "contentMeta/by"))
    head = [*_subheads(item), *(inside.head if inside else [*bylines, *every(item, "contentMeta/dateline")])]
    if inside:
        return SourceDraft(_facts(item, inside, bylines), inside.body, head, inside.abstract)
    return SourceDraft(_facts(item, None, bylines), _content(item), head)


def _facts(item: Element, inside: nitf.Body | None, bylines: list[str]) -> Facts:
    meta = ("contentMeta/contentCreated", "itemMeta/versionCreated")
    creators = tuple(every(item, "contentMeta/creator/name", "contentMeta/creator/@literal"))
    byline = tuple(name for line in bylines for name in names.of_byline(line))
    titles = [text for text in elements(item, "contentMeta/headline") if not _is_subhead(text)]
    title = " ".join("".join(titles[0].itertext()).split()) if titles else ""
    return Facts(
        guid=item.get("guid", ""),
        version=item.get("version", ""),
        status=first_text(item, "itemMeta/pubStatus/@qcode", "itemMeta/pubStatus/@uri").rpartition(":")[2],
        title=title or (inside.title if inside else ""),
        authors=byline or tuple(dict.fromkeys(creators)) or (inside.authors if inside else ()),
        publisher=first_text(item, *_PUBLISHERS),
        published=dates.iso(first_text(item, "itemMeta/firstCreated", *meta)),
        modified=dates.iso(first_text(item, "contentMeta/contentModified", "itemMeta/versionCreated")),
        language=first_text(item, "contentMeta/language/@tag", "@{http://www.w3.org/XML/1998/namespace}lang"),
    )


def _is_subhead(headline: Element) -> bool:
    return headline.get("role", "").rpartition(":")[2].lower() in {"subheadline", "sub", "subhead", "deck"}


def _subheads(item: Element) -> list[str]:
    return [text for h in elements(item, "contentMeta/headline") if _is_subhead(h) and (text := "".join(h.itertext()))]


def _content(item: Element) -> list[str]:
    """Return the paragraphs of an item without NITF: XHTML, text, or HTML inside text."""
    for inline in elements(item, "contentSet/inlineXML"):
        if found := of_tree(elements(inline, ".//body") or [inline], wired=True):
            return found
    for inline in elements(item, "contentSet/inlineData"):
        text = "".join(inline.itertext())
        plain = "html" not in inline.get("contenttype", "").lower()
        found = split_paragraphs(text) if plain and not looks_marked_up(text) else of_html(text, wired=plain)
        if found:
            return found
    return []
