"""The files a new desk starts with, as text: settings, git attributes, and what runs `check` at each forge."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from factcheck.errors import FactcheckError
from factcheck.formats.settings_page import starter
from factcheck.i18n import deferred
from factcheck.model import SETTINGS

#: Line endings are kept as they are written, so that a checkout on Windows changes neither articles nor labels.
ATTRIBUTES = """\
*.labels.yaml text eol=lf merge=factcheck diff=factcheck
"""

#: What a session that was killed may leave behind.
IGNORED = ".*.factcheck-tmp\n"

_GITHUB = """\
name: factcheck

on:
  push:
    branches: [main]
  pull_request:

permissions:
  contents: read

concurrency:
  group: factcheck-${{ github.ref }}
  cancel-in-progress: true

jobs:
  labels:
    name: Check labels
    runs-on: ubuntu-latest
    steps:
      - name: Fetch everything, so that git knows where the branch began
        uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
        with:
          fetch-depth: 0
          persist-credentials: false
"""

_WITH_ACTION = """\
      - name: Check labels
        uses: REPOSITORY@REVISION
"""

_WITH_PIPX = """\
      - name: Check labels
        run: pipx run --spec git+URL@REVISION factcheck check
"""

_GITLAB = """\
factcheck:
  image: python:3.12
  variables:
    GIT_DEPTH: "0"
  script:
    - pip install --quiet git+URL@REVISION
    - factcheck check --exit-zero --format gitlab --output gl-code-quality-report.json
    - factcheck check
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
"""

_PRE_COMMIT = """\
repos:
  - repo: URL
    rev: REVISION
    hooks:
      - id: factcheck
"""

#: What `init` writes always, by path; schemas come besides.
BASICS = {SETTINGS: starter(), ".gitattributes": ATTRIBUTES, ".gitignore": IGNORED}


class Source(NamedTuple):
    """Where a forge gets this program from."""

    #: The address of a git repository, beginning with `https://`.
    url: str
    #: A commit or tag in it.
    revision: str


#: Letters that mean nothing to YAML, a shell, pip or git; no name and password before the host.
_SOURCE = re.compile(r"(?:git\+)?(https://[A-Za-z0-9.-]+(?::[0-9]+)?/[A-Za-z0-9._~/-]+)@([A-Za-z0-9][A-Za-z0-9._/-]*)")
_ON_GITHUB = "https://github.com/"


def parse_source(text: str) -> Source:
    """Return the source in `https://HOST/PATH@REVISION`, with or without `git+` before it.

    Raises:
        FactcheckError: It is another kind of address, or names no revision.

    >>> parse_source("git+https://example.org/factcheck.git@v1")
    Source(url='https://example.org/factcheck.git', revision='v1')
    """
    if found := _SOURCE.fullmatch(text):
        return Source(found[1], found[2])
    hint = deferred("Give the address of a git repository and a revision in it: --from https://HOST/PATH@REVISION")
    raise FactcheckError(deferred("{text!r} is not where a forge can get factcheck from", text=text), hint=hint)


def _filled(text: str, origin: Source) -> str:
    return text.replace("URL", origin.url).replace("REVISION", origin.revision)


def _github(origin: Source) -> str:
    if not origin.url.startswith(_ON_GITHUB):
        return _filled(_GITHUB + _WITH_PIPX, origin)
    repository = origin.url.removeprefix(_ON_GITHUB).removesuffix(".git")
    return _GITHUB + _filled(_WITH_ACTION.replace("REPOSITORY", repository), origin)


#: What `init --ci` writes, by forge: the path from the top of the repository, and the text for a source.
FORGES: Mapping[str, tuple[str, Callable[[Source], str]]] = {
    "github": (".github/workflows/factcheck.yml", _github),
    "gitlab": (".gitlab-ci.yml", lambda origin: _filled(_GITLAB, origin)),
    "pre-commit": (".pre-commit-config.yaml", lambda origin: _filled(_PRE_COMMIT, origin)),
}
