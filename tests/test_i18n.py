"""The language of the interface."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from factcheck import i18n


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """Leave English behind for the other tests."""
    yield
    i18n.use()


@pytest.mark.parametrize("language", ["en", "en_GB", "C", "xx"])
def test_without_translations_messages_stay_as_they_are(language: str) -> None:
    """English needs none, and an unknown language gets English."""
    i18n.use(language)
    assert i18n._("sentence") == i18n.N_("sentence") == "sentence"
    assert [i18n.ngettext("{n} file", "{n} files", n).format(n=n) for n in (0, 1, 2)] == [
        "0 files",
        "1 file",
        "2 files",
    ]
