"""NewsML-G2, https://iptc.org/standards/newsml-g2/: news items of text; pictures, packages and the rest are none."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.intake import dates, names, nitf
from factcheck.intake.decoding import unpacked
from factcheck.intake.draft import Facts, Material, SourceDraft
from factcheck.intake.markup import of_element, of_html, of_text
from factcheck.intake.prose import ends_sentence
from factcheck.intake.xml import elements, every, first_text, local, parse_xml, text_of

#: Kinds of items that show rather than tell, https://cv.iptc.org/newscodes/ninature/.
_SHOWN = ("picture", "graphic", "video", "audio", "animation", "composite")

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
#: Roles of headlines, https://cv.iptc.org/newscodes/hlrole/ and agencies' own.
_MAIN = frozenset({"", "main", "headline", "hl1", "title"})
_SUBHEADS = frozenset({"subheadline", "sub", "subhead", "deck", "hl2"})

#: A headline is said again among the first so many paragraphs, below lines no longer than this.
_TOP = 20
_SHORT = 60

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
        return SourceDraft(_facts(item, inside, bylines), inside.body, head, inside.abstract, _notes(item))
    facts = _facts(item, None, bylines)
    return SourceDraft(facts, _below(facts.title, _content(item)), head, remarks=_notes(item))


def _below(title: str, paragraphs: list[str]) -> list[str]:
    """Return paragraphs without subjects and times above a headline that is said again."""
    at = paragraphs.index(title) if title in paragraphs[:_TOP] else 0
    told = any(len(text) > _SHORT or ends_sentence(text) for text in paragraphs[:at])
    return paragraphs if told else paragraphs[at:]


def _facts(item: Element, inside: nitf.Body | None, bylines: list[str]) -> Facts:
    meta = ("contentMeta/contentCreated", "itemMeta/versionCreated")
    creators = [first_text(one, "name", "@literal") for one in elements(item, "contentMeta/creator")]
    creators = [name for text in creators for name in (names.of_byline(text) if names.is_byline(text) else [text])]
    language = first_text(item, "contentMeta/language/@tag", f"@{_LANGUAGE}")
    byline = tuple(name for line in bylines for name in names.of_byline(line))
    url = next((link.get("href", "") for link in elements(item, "itemMeta/link") if _is_canonical(link)), "")
    return Facts(
        url=url if url.startswith(("http:", "https:")) else "",
        guid=item.get("guid", ""),
        version=item.get("version", ""),
        status=_code(first_text(item, "itemMeta/pubStatus/@qcode", "itemMeta/pubStatus/@uri")),
        title=_title(item, language) or (inside.title if inside else ""),
        authors=byline or tuple(dict.fromkeys(filter(None, creators))) or (inside.authors if inside else ()),
        publisher=first_text(item, *_PUBLISHERS),
        published=dates.iso(first_text(item, "itemMeta/firstCreated", *meta)),
        modified=dates.iso(first_text(item, "contentMeta/contentModified", "itemMeta/versionCreated")),
        language=language,
    )


def _is_canonical(link: Element) -> bool:
    return _code(link.get("rel", "")) == "canonical"


def _code(name: str) -> str:
    """Return the code in a QCode or the address of one."""
    return re.split("[:/#]", name)[-1]


def _title(item: Element, language: str) -> str:
    """Return the headline: in the language of the item, and the main one, before others."""
    titles = [h for h in elements(item, "contentMeta/headline") if _role(h) not in _SUBHEADS and text_of(h)]
    titles.sort(key=lambda h: (h.get(_LANGUAGE, language) != language, _role(h) not in _MAIN))
    return text_of(titles[0]) if titles else ""


def _role(headline: Element) -> str:
    return _code(headline.get("role", "")).lower()


def _subheads(item: Element) -> list[str]:
    return [text for h in elements(item, "contentMeta/headline") if _role(h) in _SUBHEADS and (text := text_of(h))]


def _notes(item: Element) -> list[str]:
    """Return what the agency tells editors: what was corrected, or why the item is withdrawn."""
    return [deferred("left out: a note to editors: {note}", note=note) for note in every(item, "itemMeta/edNote")]


def _content(item: Element) -> list[str]:
    """Return the paragraphs of an item without NITF: XHTML, text, or HTML inside text."""
    for inline in elements(item, "contentSet/inlineXML"):
        if found := of_element(next(iter(elements(inline, ".//body")), inline), wired=True):
            return found
    for inline in elements(item, "contentSet/inlineData"):
        text = unpacked("".join(inline.itertext()), inline.get("encoding", ""))
        is_html = "html" in inline.get("contenttype", "").lower()
        if found := of_html(text) if is_html else of_text(text, wired=True):
            return found
    return []
