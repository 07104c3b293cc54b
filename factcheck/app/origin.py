"""Where this program was installed from, so that a forge can get the same: a git repository and a commit in it."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from factcheck.errors import FactcheckError
from factcheck.formats.starters import Source, parse_source
from factcheck.i18n import deferred
from factcheck.io.git.repository import head, setting
from factcheck.io.store.bounds import work_tree
from factcheck.io.store.installed import installed_from

_HINT = deferred("Say where a forge gets factcheck from: --from https://HOST/PATH@REVISION")


def origin(asked: str | None) -> Source:
    """Return the source that was asked for, else the one this program was installed from.

    That may be a repository with its commit, or a folder, whose `origin` and `HEAD` count. An index of packages is no
    answer: a name in it may be anybody's.

    Raises:
        FactcheckError: It is not known, or no forge could reach it.
    """
    if asked:
        return parse_source(asked)
    said = installed_from()
    url, commit = said.url, said.commit
    if commit:
        return parse_source(f"{_public(url)}@{commit}")
    folder = work_tree(Path(unquote(urlsplit(url).path))) if url.startswith("file:") else None
    if folder is None:
        raise FactcheckError(deferred("it is not known where factcheck was installed from"), hint=_HINT)
    remote, commit = setting(folder, "remote.origin.url"), head(folder)
    if not (remote and commit):
        message = deferred("factcheck was installed from {folder}, which has no remote `origin`", folder=folder)
        raise FactcheckError(message, hint=_HINT)
    return parse_source(f"{_public(remote)}@{commit}")


def project_address() -> str:
    """Return where on the web this program is to be found; empty if that is not known.

    That is the first address its package declares, else the repository it was installed from.
    """
    said = installed_from()
    addresses = [one.rpartition(" ")[2] for one in said.declared] + ([_public(said.url)] if said.commit else [])
    return next((one for one in addresses if one.startswith("https://")), "")


def _public(url: str) -> str:
    """Return the address of a repository for everybody: over https, without anybody's name and password.

    >>> _public("git@github.com:desk/factcheck.git"), _public("https://me:secret@example.org/factcheck")
    ('https://github.com/desk/factcheck.git', 'https://example.org/factcheck')
    """
    short = re.fullmatch(r"[\w.-]+@([\w.-]+):(?!//)(.+)", url)
    if short:
        return f"https://{short[1]}/{short[2]}"
    return re.sub(r"^(?:ssh|https)://(?:[^/@]*@)?", "https://", url)
