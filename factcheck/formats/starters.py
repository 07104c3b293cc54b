"""The files a new desk starts with, as text: settings, git attributes, and what runs `check` at each forge."""

from __future__ import annotations

from factcheck.formats.settings_page import starter
from factcheck.model import SETTINGS

#: Line endings are kept as they are written, so that a checkout on Windows changes neither articles nor labels.
ATTRIBUTES = """\
*.labels.yaml text eol=lf merge=factcheck diff=factcheck
"""

#: What a session that was killed may leave behind.
IGNORED = ".*.factcheck-tmp\n"

GITHUB = """\
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
      - name: Check labels
        run: pipx run --spec factcheck-annotator factcheck check
"""

GITLAB = """\
factcheck:
  image: python:3.12-slim
  variables:
    GIT_DEPTH: "0"
  script:
    - pip install --quiet factcheck-annotator
    - factcheck check --exit-zero --format gitlab --output gl-code-quality-report.json
    - factcheck check
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
"""

PRE_COMMIT = """\
repos:
  - repo: local
    hooks:
      - id: factcheck
        name: factcheck (what is staged)
        entry: factcheck check --staged
        language: python
        additional_dependencies: [factcheck-annotator]
        pass_filenames: false
"""

#: What `init` writes always, by path.
BASICS = {SETTINGS: starter(), ".gitattributes": ATTRIBUTES, ".gitignore": IGNORED}

#: What `init --ci` writes besides, by forge.
FORGES = {
    "github": {".github/workflows/factcheck.yml": GITHUB},
    "gitlab": {".gitlab-ci.yml": GITLAB},
    "pre-commit": {".pre-commit-config.yaml": PRE_COMMIT},
}
