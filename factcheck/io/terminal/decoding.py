"""From the bytes a terminal sends to keys; pure: it waits for nothing and reads neither terminal nor clock itself."""

from __future__ import annotations

import codecs
import re

from factcheck.labelling.effects import Background, Event, Paste, Pointer

#: After this many seconds a lone escape byte is the Esc key and not the start of a sequence.
ESCAPE_PAUSE = 0.03
#: Slow lines may cut a sequence in two; what has begun beyond doubt is waited for longer.
SEQUENCE_PAUSE = 0.5
#: So long after either pause, what would have gone on with the sequence still belongs to it and is no typing.
LATE = 2.0
#: Esc and a capital O so soon after it may be two keys, or the start of F1 to F4: what follows at once tells.
DOUBTFUL, DOUBT_PAUSE = 0.5, 0.25

_CONTROLS = {"\r": "<enter>", "\n": "<enter>", "\t": "<tab>", "\x7f": "<backspace>", "\x08": "<backspace>"}
_CONTROLS |= {chr(code): f"<c-{chr(code + 96)}>" for code in range(1, 27) if chr(code) not in _CONTROLS}
_FINALS = {"A": "<up>", "B": "<down>", "C": "<right>", "D": "<left>", "H": "<home>", "F": "<end>", "Z": "<s-tab>"}
_FUNCTION = {"P": "<f1>", "Q": "<f2>", "R": "<f3>", "S": "<f4>"}
#: The keypad in application mode, as xterm sends it: Enter, the digits, and the signs around them.
_KEYPAD = {"M": "<enter>", "X": "=", **{chr(code): chr(code - 64) for code in range(ord("j"), ord("z"))}}
_CONSOLE = {"A": "<f1>", "B": "<f2>", "C": "<f3>", "D": "<f4>", "E": "<f5>"}
_NUMBERED = {"1": "<home>", "7": "<home>", "4": "<end>", "8": "<end>", "2": "<insert>", "3": "<delete>"}
_NUMBERED |= {"5": "<pgup>", "6": "<pgdn>", "11": "<f1>", "12": "<f2>", "13": "<f3>", "14": "<f4>", "15": "<f5>"}
#: What the buttons of SGR mouse reports mean; the others, and letting go, mean nothing.
_BUTTONS = {"0": "click", "64": "up", "65": "down"}
#: The second byte of OSC, DCS, APC, PM and SOS strings: what a terminal answers to questions. Never keys.
_STRINGS = b"]P_^X"
_ESCAPE, _INTERRUPT = 0x1B, 0x03
_PASTE, _PASTED = b"\x1b[200~", b"\x1b[201~"
#: Longer than any real sequence or answer; what claims to be longer is dropped up to here.
_LONGEST = 4096
_BACKGROUND = re.compile(rb"\x1b\]11;rgb:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})(?:\x07|\x1b\\)")


class Decoder:
    r"""Turns bytes, cut anywhere, into events. What begins with an escape byte and is not known is never typing.

    >>> decoder = Decoder()
    >>> decoder.feed(b"c\x1b[A\xc3")
    ['c', '<up>']
    >>> decoder.feed(b"\xa9\x1b"), decoder.pause
    (['é'], 0.03)
    >>> decoder.give_up()
    ['<esc>']
    """

    def __init__(self) -> None:
        self._utf8 = codecs.getincrementaldecoder("utf-8")("replace")
        #: An unfinished sequence, or inside a paste all of it so far.
        self._rest = b""
        self._pasting = False
        #: What was given up last, and when: the next bytes may still belong to it.
        self._late, self._given_up = b"", 0.0
        #: `_rest` is Esc and a capital O that came apart.
        self._doubtful = False

    @property
    def pause(self) -> float | None:
        """How many seconds to wait for more before `give_up`; None where there is nothing to give up."""
        if self._pasting or not self._rest:
            return None
        if self._doubtful:
            return DOUBT_PAUSE
        return ESCAPE_PAUSE if self._rest == b"\x1b" else SEQUENCE_PAUSE

    def feed(self, data: bytes, now: float = 0.0) -> list[Event]:
        """Take what was read, at a time in seconds, and return the events it completes."""
        if self._pasting and data == b"\x03":  # the end of the paste was lost on the way: let the person out
            self._pasting, self._rest = False, b""
        events = self._settle_doubt(data)
        late, self._late = self._late, b""
        if late and now - self._given_up < LATE:
            data = self._after(late, data, now - self._given_up)
        self._rest += data
        while self._rest and not self._doubtful and (used := self._take(events)):
            self._rest = self._rest[used:]
        return events

    def give_up(self, now: float = 0.0) -> list[Event]:
        """Return what an unfinished sequence was after all, as nothing followed in time: the Esc key, or nothing."""
        stump, self._rest = self._rest, b""
        if self._doubtful:
            self._doubtful = False
            return ["O"]
        self._late, self._given_up = stump, now
        return ["<esc>"] if stump == b"\x1b" else []

    def _settle_doubt(self, data: bytes) -> list[Event]:
        """Decide what Esc and O were by the byte after them."""
        if not self._doubtful:
            return []
        self._doubtful = False
        if data[:1] and data[0] in b"PQRS":
            return []
        self._rest = b""
        return ["O"]

    def _after(self, late: bytes, data: bytes, age: float) -> bytes:
        """Return the data with what was given up `age` seconds ago before it, where it belongs to that."""
        if late == b"\x1b":
            self._doubtful = data == b"O" and age < DOUBTFUL
            # Two bytes at once are a terminal's; somebody who types ahead while we are busy types more, or less.
            at_once = data[:1] == b"O" and (len(data) == 2 or data[1:2] in (b"P", b"Q", b"R", b"S"))
            return late + data if data[:1] == b"[" or self._doubtful or at_once else data
        if late[1] in _STRINGS:  # one byte alone is somebody's key: answers come in larger pieces
            return late + data if len(data) > 1 else data
        return late + data

    def _take(self, events: list[Event]) -> int:
        """Add the next event, if any, and return how many bytes it took; 0 where more are needed."""
        data = self._rest
        if self._pasting:
            return self._take_paste(events)
        if data[0] != _ESCAPE:
            return self._take_text(events)
        if len(data) == 1:
            return 0
        if data[1] in _STRINGS:
            return _take_string(data, events)
        if data[1] in (_ESCAPE, _INTERRUPT):
            events.append("<esc>")
            return 1
        return {ord("["): self._take_csi, ord("O"): _take_ss3}.get(data[1], _take_alt)(data, events)

    def _take_text(self, events: list[Event]) -> int:
        end = self._rest.find(b"\x1b")
        text = self._utf8.decode(self._rest[:end] if end >= 0 else self._rest, final=end >= 0)
        events.extend(key for key in (_CONTROLS.get(sign, sign) for sign in text) if key.isprintable())
        return end if end >= 0 else len(self._rest)

    def _take_paste(self, events: list[Event]) -> int:
        end = self._rest.find(_PASTED)
        if end < 0:
            return 0
        self._pasting = False
        text = self._rest[:end].decode("utf-8", "replace")
        events.append(Paste(text.replace("\r\n", "\n").replace("\r", "\n")))
        return end + len(_PASTED)

    def _take_csi(self, data: bytes, events: list[Event]) -> int:
        if data.startswith(b"\x1b[["):  # the Linux console's function keys
            events.extend([_CONSOLE[chr(data[3])]] if chr(data[3] if len(data) > 3 else 0) in _CONSOLE else [])
            return 4 if len(data) > 3 else 0
        if data.startswith(b"\x1b[M"):  # a mouse report as of X10: three bytes that may be letters
            return _whole(data, 6)
        end = next((at for at in range(2, len(data)) if not 0x20 <= data[at] <= 0x3F), 0)
        if not end:
            return 0 if len(data) < _LONGEST else len(data)
        if data[end] in (_ESCAPE, _INTERRUPT):  # cut off: drop the stump, keep what follows
            return end
        self._pasting = data.startswith(_PASTE)
        events.extend(_csi(data[2:end].decode("ascii"), chr(data[end])))
        return end + 1


def _csi(parameters: str, final: str) -> list[Event]:
    """Return the event of a control sequence, if it is one we know."""
    first, _, rest = parameters.partition(";")
    if first.startswith("<"):
        return _pointer(first[1:], rest) if final == "M" else []
    letters = _FINALS | _FUNCTION if first in ("", "1") else {}
    key = _NUMBERED.get(first) if final == "~" else letters.get(final)
    return [key] if key else []


def _pointer(button: str, place: str) -> list[Event]:
    column, _, row = place.partition(";")
    if button not in _BUTTONS or not (column.isdecimal() and row.isdecimal()) or len(place) > 12:
        return []
    return [Pointer(_BUTTONS[button], max(int(row) - 1, 0), max(int(column) - 1, 0))]


def _take_ss3(data: bytes, events: list[Event]) -> int:
    if len(data) < 3:
        return 0
    if data[2] in (_ESCAPE, _INTERRUPT):
        return 2
    key = (_FUNCTION | _FINALS | _KEYPAD).get(chr(data[2]))
    events.extend([key] if key else [])
    return 3


def _take_alt(data: bytes, events: list[Event]) -> int:
    """Take a key with Alt: a key of its own that does nothing, never the key without it."""
    size = next((size for lead, size in ((0xF0, 4), (0xE0, 3), (0xC0, 2)) if data[1] >= lead), 1)
    if len(data) < 1 + size:
        return _whole(data, 1 + size)
    sign = data[1 : 1 + size].decode("utf-8", "replace")
    key = _CONTROLS.get(sign, sign).strip("<>") or sign
    events.extend([f"<a-{key}>"] if key.isprintable() else [])
    return 1 + size


def _take_string(data: bytes, events: list[Event]) -> int:
    """Take a string up to BEL or ST, or to whatever else cuts it off; the answer about the background is an event."""
    bell, escape = data.find(b"\x07", 2), data.find(b"\x1b", 2)
    if bell >= 0 and (escape < 0 or bell < escape):
        end = bell + 1
    elif escape >= 0:
        if escape + 1 == len(data):
            return 0
        end = escape + 2 if data[escape + 1 : escape + 2] == b"\\" else escape
    else:
        return 0 if len(data) < _LONGEST else len(data)
    if answer := _BACKGROUND.fullmatch(data[:end]):
        events.append(Background(*(int(part, 16) / (16 ** len(part) - 1) for part in answer.groups())))
    return end


def _whole(data: bytes, size: int) -> int:
    """Return how much of a sequence of that size there is to take: all of it, less if cut off, 0 if unfinished."""
    cut = next((at for at in range(2, min(size, len(data))) if data[at] in (_ESCAPE, _INTERRUPT)), 0)
    return cut or (size if len(data) >= size else 0)
