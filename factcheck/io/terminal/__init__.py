"""The only reader of keys: raw mode, the decoding of keys, resizing, suspending; not what keys mean."""

from factcheck.io.terminal.editor import EditorError, edit
from factcheck.io.terminal.session import THEME, Terminal, has_screen, interactive, size
from factcheck.io.terminal.signals import ENDING, die

__all__ = ["ENDING", "THEME", "EditorError", "Terminal", "die", "edit", "has_screen", "interactive", "size"]
