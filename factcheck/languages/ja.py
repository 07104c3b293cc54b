"""Japanese: the marks are its own; bracketed speech belongs to the sentence that quotes it."""

WHOLE = "「」 『』 （） 〈〉 《》"

#: Particles that make a bracketed sentence part of a larger one.
CONTINUING = "と っ な の が は を に も で や か へ だ"
