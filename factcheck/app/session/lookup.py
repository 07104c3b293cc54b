"""What the archive knows, for a session: what is similar to a sentence, and addresses already given to a source."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


class Lookup:
    """Asks the archive about the sentences of one article; its index is opened when somebody first asks.

    Args:
        article: The article, whose own labels are no answer.
    """

    def __init__(self, article: Path) -> None:
        self._article = article

    def similar(self, text: str) -> tuple[str, ...]:
        """Return what is similar to a sentence, as lines.

        Raises:
            FactcheckError: The settings, or an archive that they name, cannot be read.
        """
        from factcheck.app.similar import similar_to  # noqa: PLC0415 - few sessions ask
        from factcheck.formats.similar import answer_lines  # noqa: PLC0415 - as above

        return answer_lines(similar_to(text, self._article))

    def addresses(self) -> Mapping[str, tuple[str, ...]]:
        """Return the addresses that the desk's labels give to sources, by the source's name as `folded`.

        Raises:
            FactcheckError: The settings, or an archive that they name, cannot be read.
        """
        from factcheck.app.similar import source_addresses  # noqa: PLC0415 - few sessions ask

        return source_addresses(self._article)
