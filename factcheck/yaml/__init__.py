"""YAML from strangers: read behind a guard, with the place of everything and what is wrong with it."""
