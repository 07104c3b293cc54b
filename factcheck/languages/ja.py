"""Japanese: the marks are its own; particles after a closing bracket go on with the sentence."""

#: A bracketed sentence followed by one of these is part of a larger one.
PARTICLES_AFTER_BRACKETS = "と って な の が は を に も で や か へ"
