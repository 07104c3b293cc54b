"""Subtitles: SubRip and WebVTT (https://www.w3.org/TR/webvtt1/); captions that roll up are said once."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from factcheck.intake.decoding import decoded
from factcheck.intake.draft import Facts, Material, SourceDraft
from factcheck.intake.prose import ends_sentence

_TIME = r"(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}"
_TIMING = re.compile(rf"^[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}.*$", re.MULTILINE)
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]+)>")
#: Inline tags, times in karaoke style, and the placing that SubRip borrowed from other formats.
_MARK = re.compile(r"</?[A-Za-z][^<>]*>|<\d[\d:.,]*>|</?>|\{\\?[A-Za-z][^{}]*\}")
#: A screen shows fewer lines at a time.
_MAX_LINES = 10


def looks_timed(data: bytes) -> bool:
    """Return whether the bytes are WebVTT, or begin with a cue of SubRip."""
    head = data[:2000].removeprefix(b"\xef\xbb\xbf")
    if head.startswith(b"WEBVTT"):
        return True
    text = head.decode("latin-1").replace("\r", "\n").replace("\0", "")
    return re.match(rf"\W*(?:\d+[ \t]*\n+[ \t]*)?{_TIME}[ \t]*-->", text) is not None


def read(material: Material) -> list[SourceDraft]:
    """Return what is said as an article: a cue a paragraph, a sentence that goes on over several cues in one."""
    text = decoded(material)
    language = re.match(r"WEBVTT[^\n]*\n(?:[^\n]+\n)*?Language:\s*([A-Za-z-]+)", text)
    facts = Facts(language=language[1] if language else "")
    return [SourceDraft(facts, list(_sentences(_unrolled(_cues(text)))))]


def _cues(text: str) -> Iterator[list[str]]:
    """Yield the lines of each cue, without tags; what stands before the first time is a header."""
    timings = list(_TIMING.finditer(text))
    for timing, following in zip(timings, [*timings[1:], None], strict=True):
        block = text[timing.end() + 1 : following.start() if following else len(text)]
        if block.startswith("\n"):  # a cue without text
            continue
        lines = _of_cue(block, is_web=text.startswith("WEBVTT"), is_last=following is None)
        yield [line for raw in lines if (line := _plain(raw))]


def _of_cue(block: str, *, is_web: bool, is_last: bool) -> list[str]:
    """Return the lines of a cue out of all up to the next time, which a number stands before.

    A blank line ends a cue of WebVTT, after which a note may come; SubRip has blank lines in cues at times.
    """
    ended = re.split(r"\n[ \t]*\n", block)
    lines = [line for line in (ended[:1] if is_web else ended) for line in line.split("\n") if line.strip()]
    numbered = not is_last and not (is_web and len(ended) > 1)
    return lines[:-1] if numbered and lines and lines[-1].strip().isdecimal() else lines


def _plain(line: str) -> str:
    """Return a line as it is read; who speaks stands before it, where it is marked."""
    spoken = _VOICE.sub(lambda voice: f"{voice[1].strip()}: ", line)
    return " ".join(html.unescape(_MARK.sub("", spoken)).split())


def _unrolled(cues: Iterator[list[str]]) -> Iterator[str]:
    """Yield each cue's new text: lines that the cue before showed are dropped, and a line that grows is said whole."""
    shown: list[str] = []
    held = ""
    for lines in cues:
        most = min(len(shown), len(lines), _MAX_LINES)
        overlap = next(n for n in range(most, -1, -1) if shown[len(shown) - n :] == lines[:n])
        new = lines[overlap:]
        shown = lines or shown
        if not new:
            continue
        text = " ".join(new)
        if held and not text.startswith(held):
            yield held
        held = text
    if held:
        yield held


def _sentences(cues: Iterator[str]) -> Iterator[str]:
    """Yield cues, joined where a sentence plainly goes on: no end before, a small letter or capitals alone after."""
    gathered: list[str] = []
    for cue in cues:
        if gathered and not ends_sentence(gathered[-1]) and (cue[0].islower() or gathered[-1].isupper()):
            gathered.append(cue)
        else:
            if gathered:
                yield " ".join(gathered)
            gathered = [cue]
    if gathered:
        yield " ".join(gathered)
