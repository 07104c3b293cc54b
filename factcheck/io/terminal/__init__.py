"""The only reader of keys: raw mode, the decoding of keys, resizing, suspending; not what keys mean."""

from factcheck.io.terminal.editor import edit
from factcheck.io.terminal.session import Terminal, has_screen, interactive, size
from factcheck.io.terminal.signals import die

__all__ = ["Terminal", "die", "edit", "has_screen", "interactive", "size"]
