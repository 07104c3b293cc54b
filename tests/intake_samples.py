"""Sources made byte by byte: archives, PDFs and wires of our own, with what tests want to find in them."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO

TITLE = "Le port de Brest rouvre"
PARAGRAPHS = (
    "Le port de Brest a rouvert mardi matin, après trois jours de grève.",
    "Selon la préfecture, 5 000 personnes ont défilé dans le calme.",
    "Les observateurs estiment que M. Le Goff a perdu la main.",
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip archive of these parts."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def docx(body: str, more: Mapping[str, str | bytes] | None = None, before: str = "") -> bytes:
    """Return a Word document with this inside its `w:body`."""
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    document = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{types}"><Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{relations}"><Relationship Id="r1" Type="{document}" '
            'Target="word/document.xml"/></Relationships>',
            "word/document.xml": f'<?xml version="1.0"?>{before}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body>'
            "</w:document>",
            **(more or {}),
        }
    )


def runs(*texts: str) -> str:
    """Return a Word paragraph of runs."""
    return f"<w:p>{''.join(map(run, texts))}</w:p>"


def run(text: str) -> str:
    """Return a run of a Word paragraph."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def odt(body: str, meta: str = "") -> bytes:
    """Return an OpenDocument text with this inside its `office:text`."""
    spaces = (
        f'xmlns:office="{_OFFICE}office:1.0" xmlns:text="{_OFFICE}text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {spaces}><office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>",
            "meta.xml": f"<office:document-meta {spaces}><office:meta>{meta}</office:meta></office:document-meta>",
        }
    )


Piece = tuple[float, float, float, str]


def pdf(pages: Iterable[Sequence[Piece]], *, turned: Sequence[Piece] = ()) -> bytes:
    """Return a PDF whose pages show pieces of Latin text in Times, each as x, y, size, text; `turned` run upwards."""
    streams = [_shown(pieces) + _shown(turned, "0 1 -1 0") for pieces in pages]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(streams)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(streams)}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>",
    ]
    for number, stream in enumerate(streams):
        objects += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {5 + 2 * number} 0 R"
            "/Resources<</Font<</F 3 0 R>>>>>>".encode(),
            b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        ]
    return _file(objects)


def packed_pdf(stream: bytes) -> bytes:
    """Return a PDF of one page whose content is packed."""
    packed = zlib.compress(stream, 9)
    return _file(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>>>",
            b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed),
        ]
    )


def _shown(pieces: Sequence[Piece], turn: str = "1 0 0 1") -> bytes:
    lines = [b"BT"]
    for x, y, size, text in pieces:
        escaped = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        lines.append(f"/F {size} Tf {turn} {x} {y} Tm (".encode() + escaped + b") Tj")
    return b"\n".join([*lines, b"ET"])


def _file(objects: Sequence[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
    return out + head + table + tail


def page(paragraphs: Sequence[str] = PARAGRAPHS, title: str = TITLE, head: str = "") -> bytes:
    """Return a web page with menus around an article."""
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return f"""<!DOCTYPE html><html lang="fr-FR"><head><meta charset="utf-8"><title>{title} – Le Journal</title>
<link rel="canonical" href="https://journal.example/port"><meta property="og:title" content="{title}">
<meta property="article:published_time" content="2026-11-03T08:30:00+01:00"><meta name="author" content="Zoé Le Goff">
<meta property="og:site_name" content="Le Journal">{head}</head><body>
<nav><ul><li><a href="/m">Monde</a></li><li><a href="/c">Culture</a></li></ul></nav>
<main><article><h1>{title}</h1>{body}</article></main><footer><p>Mentions légales</p></footer></body></html>""".encode()


def nitf(
    paragraphs: Sequence[str] = PARAGRAPHS, *, version: int = 1, status: str = "usable", title: str = TITLE
) -> bytes:
    """Return a NITF document, as an agency sends its versions."""
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<nitf xml:lang="fr"><head><title>brest-port</title><docdata management-status="{status}"><doc-id id-string="AG-0042"/>
<du-key key="brest" version="{version}"/><date.issue norm="20261103T083000+0100"/></docdata></head><body><body.head>
<hedline><hl1>{title}</hl1></hedline><byline>Par Zoé Le Goff, Agence</byline></body.head>
<body.content>{body}</body.content></body></nitf>""".encode()
