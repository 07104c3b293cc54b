"""A labelling session as it runs: it opens files, reads keys, shows frames and keeps labels."""

from factcheck.app.session.loop import Session
from factcheck.app.session.opening import ChooseSentences, ReadySession, SessionRequest, open_session, writable_path
from factcheck.app.session.ui import PlainView, ScreenView, ScriptView, View, large_enough, least
from factcheck.app.session.writer import SaveResult, SidecarWriter

__all__ = [
    "ChooseSentences",
    "PlainView",
    "ReadySession",
    "SaveResult",
    "ScreenView",
    "ScriptView",
    "Session",
    "SessionRequest",
    "SidecarWriter",
    "View",
    "large_enough",
    "least",
    "open_session",
    "writable_path",
]
