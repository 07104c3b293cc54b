"""RSS 0.9 to 2.0, Atom (RFC 4287) and WordPress's export: an article for each entry that has a text."""

from __future__ import annotations

import html
import re
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred, deferred_count
from factcheck.intake import dates
from factcheck.intake.draft import Facts, Material, SourceDraft
from factcheck.intake.markup import looks_marked_up, of_html, of_line, of_tree
from factcheck.intake.prose import split_paragraphs
from factcheck.intake.xml import elements, every, first_text, local, parse_xml, text_of

_DC = "{http://purl.org/dc/elements/1.1/}"
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_BASE = "{http://www.w3.org/XML/1998/namespace}base"
#: So many articles at a time.
MAX_ENTRIES = 2_000
#: What WordPress exports besides what people wrote for readers, by the types of its posts; and what was thrown away.
_UNWRITTEN = re.compile(
    r"attachment|revision|nav_menu_item|custom_css|customize_changeset|oembed_cache|user_request|(?:wp|acf|jp)[_-].*"
)
_THROWN_AWAY = frozenset({"trash", "auto-draft", "inherit"})
_SHORTCODE = re.compile(r"\[(/?)([A-Za-z][\w-]{0,60})((?:\s[^\[\]]{0,1000})?)\]")
#: Shortcodes of WordPress itself whose content is no prose.
_SHOWN = frozenset({"caption", "gallery", "audio", "video", "playlist", "embed"})
_BLOCK_TAG = re.compile(
    r"(</?(?:p|div|h[1-6]|ul|ol|li|table|tr|td|th|tbody|thead|blockquote|figure|figcaption|section|article|hr|pre)"
    r"\b[^>]*>)",
    re.IGNORECASE,
)


def read(material: Material) -> list[SourceDraft]:
    """Return an article for each entry with a text; how many have none is remarked on the first.

    Raises:
        FactcheckError: No entry has a text: they are links only.
    """
    root = parse_xml(material)
    atom = local(root) in {"feed", "entry"}
    entries = ([root] if local(root) == "entry" else elements(root, "entry")) if atom else elements(root, ".//item")
    if len(entries) > MAX_ENTRIES:
        message = deferred("more than {count:,} entries", count=MAX_ENTRIES)
        raise FactcheckError(message, hint=deferred("Export fewer of them at a time."))
    channel = next(iter(elements(root, ".//channel")), root)
    people = _authors_by_login(root)
    drafts = [_atom(entry, root) if atom else _rss(entry, channel, people) for entry in entries if _is_written(entry)]
    texts = [draft for draft in drafts if draft.body]
    if not texts:
        hint = deferred("Give the addresses it links to instead.")
        raise FactcheckError(deferred("no article in it: its entries are links without text"), hint=hint)
    empty = len(drafts) - len(texts)
    if empty:
        left_out = deferred_count(
            "{count} entry without text is left out", "{count} entries without text are left out", empty
        )
        texts[0] = texts[0]._replace(remarks=(*texts[0].remarks, left_out))
    return texts


def _is_written(entry: Element) -> bool:
    kind, status = first_text(entry, "post_type"), first_text(entry, "status")
    return not (_UNWRITTEN.fullmatch(kind) or (kind and status in _THROWN_AWAY))


def _atom(entry: Element, feed: Element) -> SourceDraft:
    """Return an entry of Atom 1.0, or 0.3, which has other names for its dates; other namespaces are passed over."""
    atom = feed.tag.removesuffix(local(feed))
    authors = entry.findall(f"{atom}author/{atom}name") or feed.findall(f"{atom}author/{atom}name")
    content, summary, title = (entry.find(f"{atom}{name}") for name in ("content", "summary", "title"))
    facts = Facts(
        url=_link(entry, feed, atom),
        guid=text_of(entry.find(f"{atom}id")),
        title=" ".join(_construct(title)) if title is not None else "",
        authors=tuple(map(text_of, authors)),
        publisher=text_of(feed.find(f"{atom}title")),
        published=dates.iso(first_text(entry, "published", "issued", "created")),
        modified=dates.iso(first_text(entry, "updated", "modified")),
        language=next((e.get(_LANGUAGE, "") for e in (content, entry, feed) if e is not None and e.get(_LANGUAGE)), ""),
    )
    body = _construct(content) if content is not None else []
    return SourceDraft(facts, body or (_construct(summary) if summary is not None else []))


def _link(entry: Element, feed: Element, atom: str) -> str:
    """Return the address readers are meant to follow: the first `alternate`, which a link without `rel` is too."""
    for link in entry.findall(f"{atom}link"):
        if link.get("rel", "alternate") == "alternate" and link.get("href"):
            return urljoin(entry.get(_BASE) or feed.get(_BASE) or "", link.get("href", ""))
    return ""


def _construct(element: Element) -> list[str]:
    """Return the paragraphs of a text construct (RFC 4287, section 3.1): text, HTML in text, or XHTML."""
    kind = element.get("type", "text").lower()
    if kind == "xhtml" or len(element):
        return of_tree([element])
    text = "".join(element.itertext())
    return of_html(text) if kind in {"html", "text/html"} else split_paragraphs(text)


def _rss(item: Element, channel: Element, people: dict[str, str]) -> SourceDraft:
    wordpress = bool(elements(item, "post_type"))
    encoded = next((found for tag in (_CONTENT, "description") if (found := _text(item, tag)).strip()), "")
    if not encoded:
        encoded = next((t for e in elements(item, "description") if (t := "".join(e.itertext())).strip()), "")
    authors = item.findall(f"{_DC}creator") or item.findall("author")
    guid = _text(item, "guid").strip()
    permanent = any(e.get("isPermaLink", "true") == "true" for e in item.findall("guid"))
    links = [text_of(link) for link in elements(item, "link") if text_of(link)]
    facts = Facts(
        url=(links or [guid if permanent and guid.startswith("http") else ""])[0],
        guid=guid,
        title=_title(item),
        status=first_text(item, "status"),
        authors=tuple(name for author in authors if (name := _person("".join(author.itertext()), people))),
        publisher=next((text_of(title) for title in elements(channel, "title")), ""),
        published=_published(item),
        modified=_greenwich(first_text(item, "post_modified_gmt")),
        language=next((text_of(e) for e in (*elements(item, "language"), *elements(channel, "language"))), ""),
    )
    return SourceDraft(facts, _wordpress(encoded) if wordpress else _html_or_text(encoded))


def _text(item: Element, tag: str) -> str:
    found = item.find(tag)
    return "" if found is None else "".join(found.itertext())


def _title(item: Element) -> str:
    """Return an entry's title, which some feeds escape twice."""
    plain = item.find(item.tag.removesuffix("item") + "title")
    return of_line(text_of(plain) if plain is not None else first_text(item, "title"))


def _published(item: Element) -> str:
    """Return when an entry was published; a draft of WordPress has zeros there."""
    moments = [dates.iso(text) for path in ("pubDate", "date") for text in every(item, path)]
    return next(filter(None, [_greenwich(first_text(item, "post_date_gmt")), *moments]), "")


def _greenwich(date: str) -> str:
    """Return a date of WordPress, which leaves out that it is in Greenwich, as ISO 8601; empty if it is none."""
    moment = dates.iso(date)
    return f"{moment}+00:00" if "T" in moment else moment


def _person(author: str, people: dict[str, str]) -> str:
    """Return a name: WordPress gives logins, RSS a mail address with the name in brackets."""
    found = re.fullmatch(r"\s*\S+@\S+\s*\((.+)\)\s*", author)
    name = found[1] if found else author.strip()
    return people.get(name, name)


def _authors_by_login(root: Element) -> dict[str, str]:
    """Return the display names that an export of WordPress gives its authors."""
    return {
        login: shown
        for author in elements(root, ".//author")
        for login in map(text_of, elements(author, "author_login"))
        for shown in map(text_of, elements(author, "author_display_name"))
        if shown
    }


def _html_or_text(text: str) -> list[str]:
    if looks_marked_up(text) or re.search(r"<[a-z!/]", text, re.IGNORECASE):
        return of_html(text)
    return split_paragraphs(html.unescape(text))


def _wordpress(text: str) -> list[str]:
    """Return the paragraphs of a post as WordPress shows them: a blank line divides, a line break stays one."""
    text = _without_shortcodes(text.replace("\r\n", "\n"))
    parts = re.split(r"\n[ \t]*\n", _BLOCK_TAG.sub(r"\n\n\1\n\n", text))
    return of_html("".join(part if _BLOCK_TAG.fullmatch(part.strip()) else _paragraph(part) for part in parts))


def _paragraph(text: str) -> str:
    broken = text.strip().replace("\n", "<br>")
    return f"<div>{broken}</div>" if broken else ""


def _without_shortcodes(text: str) -> str:
    """Return a post without shortcodes, whose content stays unless it is a caption or the like.

    A word in brackets that closes nowhere, has no attributes, no underscore and company on its line, such as `[sic]`,
    was written by a person.
    """
    codes = list(_SHORTCODE.finditer(text))
    closed = {found[2] for found in codes if found[1]}
    kept: list[str] = []
    at = 0
    shown = ""
    for found in codes:
        name = found[2]
        if shown:
            if found[1] and name == shown:
                shown, at = "", found.end()
            continue
        if found[1] or name in closed or "=" in found[3] or re.search(r"[_-]", name) or _is_alone(text, found):
            kept.append(text[at : found.start()])
            at = found.end()
            shown = name if not found[1] and name in _SHOWN & closed else ""
    return "".join([*kept, "" if shown else text[at:]])


def _is_alone(text: str, found: re.Match[str]) -> bool:
    """Return whether nothing else is on the line of a match."""
    begin, end = found.start(), found.end()
    while begin and text[begin - 1] in " \t":
        begin -= 1
    while end < len(text) and text[end] in " \t":
        end += 1
    return (not begin or text[begin - 1] == "\n") and (end == len(text) or text[end] == "\n")
