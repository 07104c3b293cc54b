"""Reports for editors: pages that need no script, no font and no network, and Markdown for a pull request."""

from __future__ import annotations

from factcheck.formats.report.article import Page, article_page
from factcheck.formats.report.index import index_page
from factcheck.formats.report.parts import GENERATOR
from factcheck.formats.report.style import STYLE
from factcheck.formats.report.weeks import Week

__all__ = ["GENERATOR", "STYLE", "Page", "Week", "article_page", "index_page"]
