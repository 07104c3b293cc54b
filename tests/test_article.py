"""Reading an article: strict, never guessing, never changing a character."""

from __future__ import annotations

import pytest

from factcheck.errors import FactcheckError
from factcheck.text.article import MAX_BYTES, read_article


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Début.\n".encode(), "Début.\n"),
        ("\ufeffDébut.".encode(), "Début."),
        ("Début.".encode("utf-16"), "Début."),
        ("\ufeffDébut.".encode("utf-16-be"), "Début."),
        (b"One.\r\nTwo.\r\n", "One.\r\nTwo.\r\n"),
        ("e\u0301te\u0301\u00a0: 5\u202f000".encode(), "e\u0301te\u0301\u00a0: 5\u202f000"),
    ],
)
def test_the_text_is_what_the_bytes_say(data: bytes, text: str) -> None:
    """UTF-8 or a marked UTF-16 is decoded as it is; only the byte order mark goes."""
    assert read_article("a.txt", data).text == text


@pytest.mark.parametrize(
    ("data", "encoding", "message"),
    [
        (b"caf\xe9\n", None, "not UTF-8"),
        (b"\x89PNG\r\n\x1a\n\0\0", None, "binary"),
        (b"", None, "no text to label"),
        (b" \n\t\n", None, "no text to label"),
        (b"...\n", None, "no text to label"),
        ("—\n* * *\n_ ?!\n".encode(), None, "no text to label"),
        (b"a" * (MAX_BYTES + 1), None, "too large"),
        (b"abc", "klingon", "unknown encoding"),
        (b"caf\xff", "ascii", "not ASCII"),
        (b"abc", "rot13", "unknown encoding"),
        (b"abc", "hex", "unknown encoding"),
        (b"abc", "undefined", "unknown encoding"),
        ("caf\xe9".encode("utf-16-le"), None, "binary"),
        (b"a\0b", None, "binary"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(data: bytes, encoding: str | None, message: str) -> None:
    """Nothing is guessed: the message says what is wrong with which file."""
    with pytest.raises(FactcheckError, match=message):
        read_article("a.txt", data, encoding)


def test_an_old_encoding_is_proposed_and_works() -> None:
    """A cp1252 article is refused with the option that reads it and the line it fails on."""
    data = "Titre\nL'été « ici »".encode("cp1252")
    with pytest.raises(FactcheckError) as refused:
        read_article("a.txt", data)
    assert (refused.value.line, "--encoding cp1252" in refused.value.hint) == (2, True)
    assert read_article("a.txt", data, "cp1252").text == "Titre\nL'été « ici »"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_an_encoding_that_is_named_may_have_zeros_in_it(encoding: str) -> None:
    """Without its mark UTF-16 looks like a binary file, until somebody says what it is."""
    assert read_article("a.txt", "L'été.".encode(encoding), encoding).text == "L'été."
