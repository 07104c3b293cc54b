"""Web pages through trafilatura: the article of a page, and what its head says of it; no script runs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.intake import dates, names
from factcheck.intake.decoding import decoded, html_charset
from factcheck.intake.draft import Facts, Material, SourceDraft
from factcheck.intake.extras import library
from factcheck.intake.markup import EMPTY, MAX_TAGS, of_tree
from factcheck.intake.prose import squeezed

#: Pages nest a few dozen deep; libxml2 gives up at 256, and what recurses over its tree before that.
_MAX_DEPTH = 250
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)[^<>]*+>")
#: Elements that HTML does not ask to be closed, or that have no end.
_UNCLOSED = EMPTY | {
    "p", "li", "dt", "dd", "tr", "td", "th", "option", "optgroup", "thead", "tbody", "tfoot", "colgroup",
    "rb", "rt", "rp", "html", "head", "body",
}  # fmt: skip
#: What trafilatura's elements are in the vocabulary that paragraphs are gathered by.
_RENAMED = {"list": "ul", "item": "li", "head": "h2", "quote": "blockquote", "row": "tr", "cell": "td", "lb": "br"}
#: An article's heading is among the first so many paragraphs.
_TOP = 5
_ARTICLES = re.compile(r"[A-Z][A-Za-z]*Article|Article|(?:[A-Z][a-z]+)*Posting|Report|ReviewNewsArticle")


def read(material: Material) -> list[SourceDraft]:
    """Return the article of a page.

    Raises:
        FactcheckError: No article is on it, it is nested as no page is, or trafilatura is not installed.
    """
    trafilatura = library("trafilatura", "html")
    text = decoded(material, html_charset(material.data), otherwise="cp1252")
    _refuse_deep(text)
    head = _head(text)
    found = trafilatura.bare_extraction(
        text, url=material.address or None, include_comments=False, include_tables=True, include_images=False,
        include_links=False, include_formatting=False, favor_recall=False, deduplicate=False, with_metadata=False,
    )  # fmt: skip
    body = of_tree([found.body], renamed=_RENAMED) if found is not None and found.body is not None else []
    if not body:
        message = deferred("no article is on the page")
        raise FactcheckError(
            message, hint=deferred("If it loads its text by script, save it from a browser, or copy the text.")
        )
    facts = head.facts(material.address)
    if not facts.authors:
        shown = trafilatura.extract_metadata(text, default_url=material.address or None, author_blacklist=set())
        facts = facts._replace(authors=tuple(filter(None, (getattr(shown, "author", None) or "").split("; "))))
    facts = facts._replace(title=facts.title or _first_heading(head))
    return [SourceDraft(facts, _below_heading(body, facts.title, head))]


def _refuse_deep(text: str) -> None:
    """Refuse a page nested as only an attack is, before anything recurses over it."""
    if text.count("<") > MAX_TAGS or text.count("=") > 10 * MAX_TAGS:
        raise FactcheckError(deferred("more than {count:,} elements: not an article", count=MAX_TAGS))
    depth = 0
    for tag in _TAG.finditer(text):
        if tag[2].lower() not in _UNCLOSED and not tag[0].endswith("/>"):
            depth = max(0, depth + (-1 if tag[1] else 1))
        if depth > _MAX_DEPTH:
            raise FactcheckError(deferred("nested deeper than {depth} elements: not an article", depth=_MAX_DEPTH))


def _below_heading(body: list[str], title: str, head: _Head) -> list[str]:
    """Return the paragraphs without headings above the article's own, such as the site's name."""
    others = {squeezed(heading) for heading in head.headings} - {title}
    at = body.index(title) if title in body[:_TOP] else 0
    return [text for text in body[:at] if text not in others] + body[at:]


def _first_heading(head: _Head) -> str:
    return head.headings[0] if head.headings else ""


class _Head(HTMLParser):
    """What a page says of itself: its language, meta elements, canonical link, JSON-LD, headings and times."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.language = ""
        self.canonical = ""
        self.base = ""
        self.meta: dict[str, list[str]] = {}
        self.linked: list[str] = []
        self.headings: list[str] = []
        self.named: list[str] = []
        self.times: list[str] = []
        self._gathered: list[str] | None = None
        self._into: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of a start."""
        found = {key: value or "" for key, value in attrs}
        if tag == "html":
            self.language = self.language or found.get("lang") or found.get("xml:lang") or ""
        elif tag == "meta":
            name = found.get("property") or found.get("name") or found.get("itemprop") or found.get("http-equiv") or ""
            self.meta.setdefault(name.lower(), []).append(found.get("content", ""))
        elif tag == "link" and "canonical" in found.get("rel", "").lower().split():
            self.canonical = self.canonical or found.get("href", "")
        elif tag == "base":
            self.base = self.base or found.get("href", "")
        elif tag == "title":
            self._gather(self.named)
        elif tag == "script" and found.get("type", "").lower() == "application/ld+json":
            self._gather(self.linked)
        elif tag == "h1":
            self._gather(self.headings)
        elif tag == "time" and found.get("datetime"):
            self.times.append(found["datetime"])

    def handle_endtag(self, tag: str) -> None:
        """Take note of an end."""
        if tag in {"script", "h1", "title"} and self._gathered is not None:
            self._into.append("".join(self._gathered))
            self._gathered = None

    def handle_data(self, data: str) -> None:
        """Take text."""
        if self._gathered is not None:
            self._gathered.append(data)

    def _gather(self, into: list[str]) -> None:
        self._gathered, self._into = [], into

    def first(self, *names: str) -> str:
        """Return the first value that is not empty of the meta elements of these names."""
        return next((value for name in names for value in self.meta.get(name, []) if value.strip()), "")

    def facts(self, address: str) -> Facts:
        """Return what the page says of its article; what JSON-LD says counts less than what readers are shown."""
        article = next(_articles(list(_nodes(self.linked))), {})
        canonical = self.canonical or self.first("og:url") or _linked_string(article, "mainEntityOfPage", "url")
        published = (
            self.first("article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate"),
            _linked_string(article, "datePublished"),
            self.times[0] if len(self.times) == 1 else "",
        )
        modified = (
            self.first("article:modified_time", "og:updated_time", "datemodified", "last-modified"),
            _linked_string(article, "dateModified"),
        )
        return Facts(
            url=_web(urljoin(urljoin(address, self.base), canonical)) or address,
            title=squeezed(self._title(article)),
            authors=self._authors(article),
            publisher=squeezed(self.first("og:site_name", "application-name") or _name(article.get("publisher"))),
            published=next(filter(None, map(dates.iso, published)), ""),
            modified=next(filter(None, map(dates.iso, modified)), ""),
            language=self._language(article),
        )

    def _title(self, article: dict[str, Any]) -> str:
        """Return the headline: the heading that the rest agrees with most, else what is written for others to quote.

        A site's name is often a heading too, and in the page's title beside the headline.
        """
        told = [self.first("og:title", "twitter:title", "dc.title"), _linked_string(article, "headline")]
        headings = [squeezed(heading) for heading in self.headings if heading.strip()]
        quoted = [text for text in map(squeezed, [*told, *self.named[:1]]) if text]
        agreed = [min(h, t, key=len) for h in headings for t in quoted if h in t or t in h]
        alone = headings[0] if len(headings) == 1 else ""
        return max(agreed, key=len, default="") or alone or next(filter(None, told), "")

    def _authors(self, article: dict[str, Any]) -> tuple[str, ...]:
        people = article.get("author")
        linked = [_name(person) for person in (people if isinstance(people, list) else [people])]
        named = [*self.meta.get("author", []), *self.meta.get("article:author", []), *self.meta.get("dc.creator", [])]
        found = [name for name in linked if name] or [name for name in named if not name.startswith("http")]
        if len(found) == 1 and names.is_byline(found[0]):
            return names.of_byline(squeezed(found[0]))
        return tuple(dict.fromkeys(squeezed(name) for name in found if name.strip()))

    def _language(self, article: dict[str, Any]) -> str:
        told = self.language or self.first("content-language", "og:locale", "language", "dc.language")
        return (told or _linked_string(article, "inLanguage")).strip().replace("_", "-")


def _head(text: str) -> _Head:
    head = _Head()
    head.feed(text)
    head.close()
    return head


def _web(address: str) -> str:
    return address if address.startswith(("https://", "http://")) else ""


def _nodes(linked: list[str]) -> Iterator[dict[str, Any]]:
    """Yield the things that JSON-LD describes, from scripts, lists and graphs."""
    for text in linked:
        try:
            value = json.loads(text)
        except (ValueError, RecursionError):
            continue
        graph = value.get("@graph") if isinstance(value, dict) else value
        yield from (one for one in (graph if isinstance(graph, list) else [value]) if isinstance(one, dict))


def _articles(nodes: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the articles among them (https://schema.org/Article), people and publishers put in for their ids."""
    named = {one["@id"]: one for one in nodes if isinstance(one.get("@id"), str)}
    for one in nodes:
        kinds = one.get("@type")
        if any(_ARTICLES.fullmatch(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])):
            yield {key: _resolved(value, named) for key, value in one.items()}


def _resolved(value: object, named: dict[str, dict[str, Any]]) -> object:
    if isinstance(value, list):
        return [_resolved(one, named) for one in value]
    return named.get(str(value["@id"]), value) if isinstance(value, dict) and set(value) == {"@id"} else value


def _linked_string(article: dict[str, Any], *keys: str) -> str:
    for key in keys:
        value = article.get(key)
        if isinstance(value, dict):
            value = value.get("@id")
        if isinstance(value, str) and value.strip():
            return value
    return ""


def _name(value: object) -> str:
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else ""
