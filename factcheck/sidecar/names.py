"""What files are called that look like sidecars and are none; the true suffix is in `model`."""

from __future__ import annotations

import re

from factcheck.model import SUFFIX

#: `strike.bob.labels.yml`, `strike.bob.label.yaml`, `strike.bob.Labels.YAML`, and letters exchanged.
_LIKE = re.compile(r"\.(?:labels?|lables?|lable|lebels?|labesl)\.ya?ml\Z", re.IGNORECASE)


def is_called_like_a_sidecar(name: str) -> bool:
    """Return whether a file is called like a sidecar, but not so that it counts as one.

    >>> is_called_like_a_sidecar("strike.bob.labels.yml"), is_called_like_a_sidecar("strike.bob.labels.yaml")
    (True, False)
    """
    return not name.endswith(SUFFIX) and _LIKE.search(name) is not None


def meant(name: str) -> str:
    """Return the sidecar's name that was probably meant.

    >>> meant("strike.bob.label.yml")
    'strike.bob.labels.yaml'
    """
    return _LIKE.sub(SUFFIX, name)
