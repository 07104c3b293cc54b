"""The characters that end, close, open and bind sentences, as parts of character classes."""

from __future__ import annotations

#: Marks of East Asian scripts, written without a space before the next sentence.
WIDE = "。！？｡．︒︕︖﹒﹖﹗"
#: Marks that other scripts end sentences with and use for nothing else.
OWN = "؟۔।॥።፧፨၊။།༎៕᠃᠉⸮‼⁇⁈⁉։"
#: Common marks that end sentences in one script only, and that script's letters.
ELSEWHERE = ((";", "\u0370-\u03ff\u1f00-\u1fff"), (":", "\u0531-\u058f"), (r"\s?\|", "\u0900-\u0dff"))
ELLIPSIS = "…⋯"

QUOTES_CLOSE = "»”’\"'›“«‹‘"
BRACKETS_CLOSE = ")]}"
WIDE_CLOSE = "」』】）］〉》〕〗｝＂＇"
CLOSERS = QUOTES_CLOSE + BRACKETS_CLOSE + WIDE_CLOSE

QUOTES_OPEN = "«“‘\"'‹„‚»›”`"
BRACKETS_OPEN = "([{"
OPENERS = QUOTES_OPEN + BRACKETS_OPEN + "「『【（［〈《〔〖｛¿¡"
DASHES = "-–—―"
BULLETS = "•⁃‣▪●■◆►*"

#: Quotation marks typed as commas, apostrophes and brackets, as on a plain keyboard.
TYPED_OPEN = (",,", "<<", "``")
TYPED_CLOSE = ("''", ">>")

#: What goes on with a sentence when it follows its marks.
BINDING = "№§,;:/%)]}»›”’،؛、，；：·"

#: Signs that start a sentence only with a number after them.
CURRENCIES = "€$£¥₴₽₺₹"
