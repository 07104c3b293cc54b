"""A labelling session as it runs: files opened, keys read, frames shown, labels kept."""

from factcheck.annotating.faces import Face, PlainFace, ScreenFace, ScriptFace, large_enough, least
from factcheck.annotating.keeping import Keeper, Kept
from factcheck.annotating.loop import Session
from factcheck.annotating.opening import Chooses, Opened, Wanted, open_session, own_path

__all__ = [
    "Chooses",
    "Face",
    "Keeper",
    "Kept",
    "Opened",
    "PlainFace",
    "ScreenFace",
    "ScriptFace",
    "Session",
    "Wanted",
    "large_enough",
    "least",
    "open_session",
    "own_path",
]
