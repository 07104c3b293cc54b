"""What becomes of the article while it is labelled: a session notices, and says so once."""

from __future__ import annotations

import time
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.i18n import _
from factcheck.io import store

#: How often it is looked, in seconds.
_PAUSE = 0.5


class ArticleWatch:
    """Knows what an article's file looked like when the session began.

    Args:
        path: The article.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known = store.identity(path)
        self._looked = time.monotonic()

    def news(self, *, now: bool = False) -> str:
        """Return what has happened to the article since this was last asked; empty if nothing.

        It is looked for once in a while only, unless `now`: whoever types fast need not wait for it.
        """
        if not now and time.monotonic() - self._looked < _PAUSE:
            return ""
        self._looked = time.monotonic()
        try:
            found = store.identity(self._path)
        except FactcheckError:
            found = None
        if found == self._known:
            return ""
        self._known = found
        if found is None:
            return _("the article's file is gone: your labels are kept in their own file")
        return _("the article was edited meanwhile: leave and open it again, and its changes are asked about")
