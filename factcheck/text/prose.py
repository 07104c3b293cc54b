"""The signs by which the prose of an article says what its text does not; `markdown` and `sentences` agree on them."""

from __future__ import annotations

#: In place of what a reader does not see: white space that parts nothing, so that a word goes on after it.
NOTHING = "\x1f"
#: In place of a line break at which a sentence ends, whatever the lines look like.
BREAK = "\u2029"
