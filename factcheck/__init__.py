"""Label every sentence of an article in the terminal and keep the labels in YAML sidecars made for git."""

__version__ = "0.1.0"
