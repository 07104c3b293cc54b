"""Strings that are kept until a report is known to the end, in a small part of their size."""

from __future__ import annotations

import codecs
import zlib
from collections.abc import Iterable, Iterator

#: What ends each string; in none of them, since no path holds it and what is shown has it marked.
_END = "\0"
#: Bytes that are unpacked at a time.
_PIECE = 1 << 16


class Spool:
    """Strings in the order in which they came: paths and findings of a million articles take a few megabytes."""

    def __init__(self) -> None:
        self._packer = zlib.compressobj(1)
        self._blocks: list[bytes] = []

    def add(self, text: str) -> None:
        """Keep a string without a NUL."""
        if block := self._packer.compress(f"{text}{_END}".encode("utf-8", "surrogatepass")):
            self._blocks.append(block)

    def __iter__(self) -> Iterator[str]:
        """Yield each string that was added."""
        decoder, begun = codecs.getincrementaldecoder("utf-8")("surrogatepass"), ""
        for piece in _unpacked((*self._blocks, self._packer.copy().flush())):
            *whole, begun = (begun + decoder.decode(piece)).split(_END)
            yield from whole


def _unpacked(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield what was packed, a little at a time: what says the same again and again is packed a thousandfold."""
    unpacker = zlib.decompressobj()
    for block in blocks:
        piece = unpacker.decompress(block, _PIECE)
        while piece:
            yield piece
            piece = unpacker.decompress(unpacker.unconsumed_tail, _PIECE)
