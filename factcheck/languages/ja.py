"""Japanese: the marks are its own; what is quoted belongs to the sentence that quotes it."""

WHOLE = "（） 〈〉 《》"

#: Particles that make a bracketed sentence, or a name with a mark, part of a larger one.
CONTINUING = "という といっ とは との って と っ な の が は を に も で や か へ だ"
