"""What becomes of the article while it is labelled: a session notices, and says so once."""

from __future__ import annotations

from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.i18n import _
from factcheck.io import store


class ArticleWatch:
    """Knows what an article's file looked like when the session began.

    Args:
        path: The article.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known = store.identity(path)

    def news(self) -> str:
        """Return what has happened to the article since this was last asked; empty if nothing."""
        try:
            now = store.identity(self._path)
        except FactcheckError:
            now = None
        if now == self._known:
            return ""
        self._known = now
        if now is None:
            return _("the article's file is gone: your labels are kept in their own file")
        return _("the article was edited meanwhile: leave and open it again, and its changes are asked about")
