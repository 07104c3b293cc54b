"""NewsML 1.0 to 1.2, https://iptc.org/standards/newsml-1/: the text components of each news item."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.intake import dates, names, nitf
from factcheck.intake.decoding import unpacked
from factcheck.intake.draft import Facts, Material, SourceDraft
from factcheck.intake.markup import of_element, of_text
from factcheck.intake.xml import elements, every, first_text, parse_xml, text_of

#: Roles of components that are no articles, https://cv.iptc.org/newscodes/role/, and media types of texts.
_NO_ARTICLES = frozenset({"caption", "copyright", "credit", "byline", "keyword", "logo"})
_TEXTS = frozenset({"", "text"})


def read(material: Material) -> list[SourceDraft]:
    """Return an article for each news item with a text.

    Raises:
        FactcheckError: There is none; or see `factcheck.intake.xml.parse_xml`.
    """
    root = parse_xml(material)
    drafts = [draft for item in elements(root, ".//NewsItem") for draft in _drafts(item)]
    if not drafts:
        message = deferred("no article in it: no component of any news item is a text")
        raise FactcheckError(message, hint=deferred("Captions are not taken in; give the text they go with."))
    return drafts


def _drafts(item: Element) -> list[SourceDraft]:
    """Return the item's article: its first text that is no caption; none if it has none."""
    for content in _texts(item):
        body = _content(content)
        if body and body.body:
            lines = elements(item, ".//NewsLines")
            bylines = [text for line in lines for text in every(line, "ByLine")]
            datelines = [text.rstrip(" -–—") for line in lines[:1] for text in every(line, "DateLine")]
            head = [*every(item, ".//NewsLines/SubHeadLine"), *(bylines or body.head), *datelines]
            facts = _facts(item, bylines)
            return [SourceDraft(facts._replace(title=facts.title or body.title), body.body, head, body.abstract)]
    return []


def _texts(item: Element) -> list[Element]:
    """Return the content items that are texts and no captions, those of the main component first."""
    found = [
        (role, content)
        for component in elements(item, ".//NewsComponent")
        for role in [first_text(component, "Role/@FormalName").lower()]
        for content in elements(component, "ContentItem")
        if role not in _NO_ARTICLES and first_text(content, "MediaType/@FormalName").lower() in _TEXTS
    ]
    return [content for _role, content in sorted(found, key=lambda pair: pair[0] != "main")]


def _content(content: Element) -> nitf.Body | None:
    """Return what a content item says; None for what is not here."""
    data = next(iter(elements(content, ".//DataContent")), None)
    if data is None:
        return None
    if elements(data, ".//body.content"):
        return nitf.body_of(data)
    packing = first_text(content, "Encoding/@Notation")
    if packing:
        return nitf.Body("", [], (), [], of_text(unpacked(text_of(data), packing), wired=True))
    body = next(iter(elements(data, ".//body")), data)
    return nitf.Body("", [], (), [], of_element(body, wired=True))


def _facts(item: Element, bylines: list[str]) -> Facts:
    created = dates.iso(first_text(item, "NewsManagement/FirstCreated"))
    identifier = "Identification/NewsIdentifier"
    people = tuple(every(item, ".//AdministrativeMetadata/Creator/Party/@FormalName")) if not bylines else ()
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    return Facts(
        guid=_unversioned(item) or first_text(item, f"{identifier}/NewsItemId"),
        version=first_text(item, f"{identifier}/RevisionId"),
        status=first_text(item, "NewsManagement/Status/@FormalName").lower(),
        title=text_of(next(iter(elements(item, ".//NewsLines/HeadLine")), None)),
        authors=tuple(name for line in bylines for name in names.of_byline(line)) or people,
        publisher=first_text(item, ".//AdministrativeMetadata/Provider/Party/@FormalName", f"{identifier}/ProviderId"),
        published=created,
        modified=dates.iso(first_text(item, "NewsManagement/ThisRevisionCreated")),
        language=first_text(item, ".//DescriptiveMetadata/Language/@FormalName", f"@{language}"),
    )


def _unversioned(item: Element) -> str:
    """Return the public identifier without the revision at its end, which changes with each version."""
    public = first_text(item, "Identification/NewsIdentifier/PublicIdentifier")
    revision = first_text(item, "Identification/NewsIdentifier/RevisionId")
    begin, _colon, end = public.rpartition(":")
    return begin if begin and end.rstrip("NUA") == revision else public
