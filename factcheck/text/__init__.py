"""An article's text: its bytes decoded, its prose, its sentences, and where records stand in it."""
