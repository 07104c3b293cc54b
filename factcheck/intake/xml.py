"""XML from strangers as a tree, by the rules of defusedxml: no entities declared, nothing fetched, bounds on size."""

from __future__ import annotations

import html.entities
from collections.abc import Iterator
from typing import NoReturn
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.intake.decoding import decoded, xml_charset
from factcheck.intake.draft import Material

#: No document that people write is nested as deep, and no recursion here or in a library minds this much.
MAX_DEPTH = 150
MAX_ELEMENTS = 500_000


def parse_xml(material: Material) -> Element:
    """Return the root of an XML document; names are `{namespace}local`, names of HTML's entities are known.

    Raises:
        FactcheckError: Not well-formed, with line and column; it declares entities, or is too deep or too large.
    """
    return _Builder().build(decoded(material, xml_charset(material.data)))


def local(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def text_of(element: Element | None) -> str:
    """Return all text inside an element on one line; empty where there is none."""
    return "" if element is None else " ".join("".join(_texts(element)).split())


def _texts(element: Element) -> Iterator[str]:
    """Yield the texts inside an element, a blank for each line break."""
    yield element.text or ""
    for child in element:
        yield " " if local(child) == "br" else ""
        yield from _texts(child)
        yield child.tail or ""


def first_text(root: Element, *paths: str) -> str:
    """Return the text at the first of the paths that leads to any; `a/@b` is an attribute. Namespaces do not count."""
    return next(every(root, *paths), "")


def every(root: Element, *paths: str) -> Iterator[str]:
    """Yield every text that is not empty at the paths, in order of the paths; see `first_text`."""
    for path in paths:
        where, _at, attribute = path.partition("@")
        for element in root.iterfind(_anywhere(where.rstrip("/"))) if where else [root]:
            found = element.get(attribute) if attribute else text_of(element)
            if found and found.strip():
                yield " ".join(found.split())


def elements(root: Element, path: str) -> list[Element]:
    """Return the elements at a path; namespaces do not count."""
    return root.findall(_anywhere(path))


def _anywhere(path: str) -> str:
    """Return a path with each plain step in any namespace."""
    steps = (f"{{*}}{step}" if step[:1].isalpha() else step for step in path.split("/"))
    return "/".join(steps)


class _Builder:
    """An element tree from expat's events, refused at the first sign of an attack."""

    def __init__(self) -> None:
        self._tree = TreeBuilder()
        self._depth = 0
        self._count = 0
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.ordered_attributes = False
        parser.UseForeignDTD(True)  # noqa: FBT003 - else a name of HTML's, such as `&nbsp;`, were an error
        parser.ExternalEntityRefHandler = lambda *_arguments: 1
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._tree.data
        parser.SkippedEntityHandler = self._entity
        parser.EntityDeclHandler = self._refuse_entity
        self._parser = parser

    def build(self, text: str) -> Element:
        """Return the root of a document."""
        try:
            self._parser.Parse(text.lstrip(), True)  # noqa: FBT003 - expat's own signature
            return self._tree.close()
        except UnicodeEncodeError as error:
            raise FactcheckError(deferred("not well-formed XML: it holds half of a surrogate pair")) from error
        except expat.ExpatError as error:
            message = deferred("not well-formed XML: {reason}", reason=expat.ErrorString(error.code))
            hint = deferred("Request the file again: it was cut off or changed on its way.")
            raise FactcheckError(message, line=error.lineno, column=error.offset + 1, hint=hint) from error

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._count += 1
        if self._depth > MAX_DEPTH or self._count > MAX_ELEMENTS:
            message = deferred(
                "nested deeper than {depth} elements, or more than {count:,} of them: not an article",
                depth=MAX_DEPTH,
                count=MAX_ELEMENTS,
            )
            raise FactcheckError(message)
        self._tree.start(_clark(name), {_clark(key): value for key, value in attributes.items()})

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._tree.end(_clark(name))

    def _entity(self, name: str, _parameter: object) -> None:
        self._tree.data(html.entities.html5.get(f"{name};", f"&{name};"))

    def _refuse_entity(self, *_arguments: object) -> NoReturn:
        raise FactcheckError(
            deferred("declares entities of its own, which is how files attack their readers"),
            hint=deferred("Nothing was read. Remove the declarations from the file if you trust it."),
        )


def _clark(name: str) -> str:
    return f"{{{name}" if "}" in name else name
