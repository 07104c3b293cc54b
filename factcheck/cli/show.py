"""`factcheck show`: an article with its final labels, for reading."""

from __future__ import annotations
