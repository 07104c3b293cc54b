"""From the bytes a terminal sends to keys; pure: it waits for nothing and reads nothing itself."""

from __future__ import annotations

import codecs

from factcheck.labelling.effects import Event, Paste

#: After this many seconds a lone escape byte is the Esc key and not the start of a sequence.
ESCAPE_PAUSE = 0.1
#: Slow lines may cut a sequence in two; what has begun beyond doubt is waited for longer.
SEQUENCE_PAUSE = 0.5

_CONTROLS = {"\r": "<enter>", "\n": "<enter>", "\t": "<tab>", "\x7f": "<backspace>", "\x08": "<backspace>"}
_CONTROLS |= {chr(code): f"<c-{chr(code + 96)}>" for code in range(1, 27) if chr(code) not in _CONTROLS}
_FINALS = {"A": "<up>", "B": "<down>", "C": "<right>", "D": "<left>", "H": "<home>", "F": "<end>", "Z": "<s-tab>"}
_FUNCTION = {"P": "<f1>", "Q": "<f2>", "R": "<f3>", "S": "<f4>"}
_CONSOLE = {"A": "<f1>", "B": "<f2>", "C": "<f3>", "D": "<f4>", "E": "<f5>"}
_NUMBERED = {"1": "<home>", "7": "<home>", "4": "<end>", "8": "<end>", "2": "<insert>", "3": "<delete>"}
_NUMBERED |= {"5": "<pgup>", "6": "<pgdn>", "11": "<f1>", "12": "<f2>", "13": "<f3>", "14": "<f4>", "15": "<f5>"}
#: What a terminal answers to questions of an earlier program: OSC, DCS and APC strings. Never keys.
_STRINGS = ("\x1b]", "\x1bP", "\x1b_")
_PASTE, _PASTED = "\x1b[200~", "\x1b[201~"
#: Longer than any real sequence or answer; what claims to be longer is dropped up to here.
_LONGEST = 4096


class Decoder:
    r"""Turns bytes, cut anywhere, into events.

    >>> decoder = Decoder()
    >>> decoder.feed(b"c\x1b[A\xc3")
    ['c', '<up>']
    >>> decoder.feed(b"\xa9\x1b"), decoder.pause
    (['é'], 0.1)
    >>> decoder.give_up()
    ['<esc>']
    """

    def __init__(self) -> None:
        self._utf8 = codecs.getincrementaldecoder("utf-8")("replace")
        #: Text that is not yet a whole key, or inside a paste all of it so far.
        self._rest = ""
        self._pasting = False
        #: An Esc has just been given because nothing followed in time; a `[` may still belong to it.
        self._late = False

    @property
    def pause(self) -> float | None:
        """How many seconds to wait for more before `give_up`; None where there is nothing to give up."""
        if self._pasting or not self._rest:
            return None
        return ESCAPE_PAUSE if self._rest == "\x1b" else SEQUENCE_PAUSE

    def feed(self, data: bytes) -> list[Event]:
        """Take what was read and return the events it completes."""
        if self._pasting and data == b"\x03":  # the end of the paste was lost on the way: let the person out
            self._pasting, self._rest = False, ""
        text = self._utf8.decode(data)
        if self._late and text:
            text, self._late = ("\x1b" + text if text[0] == "[" else text), False
        self._rest += text
        events: list[Event] = []
        while self._rest and (used := self._take(events)):
            self._rest = self._rest[used:]
        return events

    def give_up(self) -> list[Event]:
        """Nothing followed in time: an unfinished sequence was only the Esc key."""
        self._late = self._rest == "\x1b"
        self._rest = ""
        return ["<esc>"]

    def _take(self, events: list[Event]) -> int:
        """Add the next event, if any, and return how many characters it took; 0 where more are needed."""
        text = self._rest
        if self._pasting:
            return self._take_paste(events)
        if text[0] != "\x1b":
            end = text.find("\x1b") if "\x1b" in text else len(text)
            keys = (_CONTROLS.get(sign, sign) for sign in text[:end])
            events.extend(key for key in keys if key.isprintable())
            return end
        if len(text) == 1:
            return 0
        if text[1] == "[":
            return self._take_csi(events)
        if text[1] == "O":
            return _take_ss3(text, events)
        if text.startswith(_STRINGS):
            return _string_end(text)
        events.append("<esc>")
        return 1

    def _take_paste(self, events: list[Event]) -> int:
        end = self._rest.find(_PASTED)
        if end < 0:
            return 0
        self._pasting = False
        events.append(Paste(self._rest[:end].replace("\r\n", "\n").replace("\r", "\n")))
        return end + len(_PASTED)

    def _take_csi(self, events: list[Event]) -> int:
        text = self._rest
        if text.startswith("\x1b[["):  # the Linux console's function keys
            events.extend([_CONSOLE[text[3]]] if text[3:4] in _CONSOLE else [])
            return 4 if len(text) > 3 else 0
        end = next((at for at, sign in enumerate(text) if at > 1 and not " " <= sign <= "?"), 0)
        if not end:
            return 0 if len(text) < _LONGEST else len(text)
        if not "@" <= text[end] <= "~":  # cut off by another key: drop the stump, keep the key
            return end
        self._pasting = text.startswith(_PASTE)
        first = text[2:end].split(";")[0]
        letters = _FINALS | _FUNCTION if first in ("", "1") else {}
        key = _NUMBERED.get(first) if text[end] == "~" else letters.get(text[end])
        events.extend([key] if key else [])
        return end + 1


def _take_ss3(text: str, events: list[Event]) -> int:
    if len(text) < 3:
        return 0
    key = _FUNCTION.get(text[2]) or _FINALS.get(text[2])
    events.append(key or "<esc>")
    return 3 if key else 1


def _string_end(text: str) -> int:
    """Return where a string ends, at BEL or ST; 0 while it does not."""
    ends = [at + len(mark) for mark in ("\x07", "\x1b\\") if (at := text.find(mark, 2)) >= 0]
    return min(ends, default=0 if len(text) < _LONGEST else len(text))
