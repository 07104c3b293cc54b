"""The files a new desk starts with, as text: settings, git attributes, and what runs `check` at each forge."""

from __future__ import annotations

SETTINGS = """\
# Settings of this desk. Every line is optional; without one, what the comment says holds.

# Language of articles that do not say theirs (none: the annotator asks).
# language: fr

# Language of the interface for everybody (that of each person's environment).
# interface: fr

# How articles are encoded (utf-8).
# encoding: cp1252

# How many annotators must have labelled a sentence (1).
# annotators: 2

# Whether every difference between annotators needs a decision (false).
# adjudication: true

# Where every text is an article, even if nobody has begun to label it: globs on paths relative to this file
# (annotations/). Elsewhere a text is an article if a sidecar lies in the same folder.
# articles:
#   - news/

# What check leaves out: globs on paths relative to this file.
# ignore:
#   - drafts/

# Severity of rules by code or name: error, warning, note or ignore. `factcheck explain` lists the codes.
# severity:
#   FC104: ignore

# Shares of an article's sentences, from 0 to 1 (no limit).
# limits:
#   skipped: 0.25
#   unsure: 0

# Words of your own for judging whether an edit changed what a sentence says (none); docs/carry.md lists what there is.
# words:
#   fr:
#     attribution: [martele, fustige]
#     light: [bel]
"""

#: Line endings are kept as they are written, so that a checkout on Windows changes neither articles nor labels.
ATTRIBUTES = """\
*.labels.yaml text eol=lf merge=factcheck diff=factcheck
"""

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
BASICS = {"factcheck.yaml": SETTINGS, ".gitattributes": ATTRIBUTES}

#: What `init --ci` writes besides, by forge.
FORGES = {
    "github": {".github/workflows/factcheck.yml": GITHUB},
    "gitlab": {".gitlab-ci.yml": GITLAB},
    "pre-commit": {".pre-commit-config.yaml": PRE_COMMIT},
}
