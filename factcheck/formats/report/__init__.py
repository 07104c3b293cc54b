"""Reports for editors: pages that need no script, no font and no network, and Markdown for a pull request."""

from __future__ import annotations

from factcheck.formats.report.article import article_page
from factcheck.formats.report.index import index_page
from factcheck.formats.report.style import STYLE

__all__ = ["STYLE", "article_page", "index_page"]
