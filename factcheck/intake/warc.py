"""WARC archives (ISO 28500) through warcio: an article for each page that was fetched with success."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred, deferred_count
from factcheck.intake import page
from factcheck.intake.draft import Material, SourceDraft
from factcheck.intake.extras import library

#: What one page, and all of them, may unpack to, in bytes.
_MAX_PAGE = 20_000_000
_MAX_ALL = 100_000_000
_FINE = "200"


def read(material: Material) -> list[SourceDraft]:
    """Return an article for each page; pages without an article are counted.

    Raises:
        FactcheckError: Broken, no page in it is an article, or warcio is not installed.
    """
    drafts: list[SourceDraft] = []
    bare = 0
    for one in _pages(material):
        try:
            drafts += page.read(one)
        except FactcheckError:
            bare += 1
    if not drafts:
        raise FactcheckError(
            deferred("no article in it"), hint=deferred("Check that the archive holds the page you mean.")
        )
    if bare:
        left_out = deferred_count(
            "{count} page without an article is left out", "{count} pages without one are left out", bare
        )
        drafts[0] = drafts[0]._replace(remarks=(*drafts[0].remarks, left_out))
    return drafts


def _pages(material: Material) -> Iterator[Material]:
    """Yield the pages with their addresses and the encodings the server named."""
    iterator = library("warcio.archiveiterator", "warc").ArchiveIterator(BytesIO(material.data))
    read = 0
    try:
        for record in iterator:
            headers = record.http_headers
            kind = (headers.get_header("Content-Type") if headers else "") or ""
            if record.rec_type != "response" or headers.get_statuscode() != _FINE or "html" not in kind:
                continue
            data = record.content_stream().read(_MAX_PAGE + 1)
            read += len(data)
            if len(data) > _MAX_PAGE or read > _MAX_ALL:
                raise FactcheckError(deferred("too large: a page in it has more than {size:,} bytes", size=_MAX_PAGE))
            address = record.rec_headers.get_header("WARC-Target-URI") or ""
            charset = kind.rpartition("charset=")[2].strip("\"' ") if "charset=" in kind else None
            yield Material(data, material.name, material.encoding, charset, address)
    except FactcheckError:
        raise
    except Exception as error:  # whatever it raises on a broken archive
        message = deferred("a broken WARC archive: {reason}", reason=error)
        raise FactcheckError(message, hint=deferred("Fetch the pages again.")) from error
