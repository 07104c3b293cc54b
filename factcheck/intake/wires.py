"""Wire copy with control characters: IPTC 7901 and ANPA 1312; both are a header, a text, and a last line with a date.

IPTC 7901, https://iptc.org/standards/iptc-7901/, is what European agencies send; ANPA 1312 is its American sister.
"""

from __future__ import annotations

import re

from factcheck.i18n import deferred
from factcheck.intake import dates, names
from factcheck.intake.decoding import decoded
from factcheck.intake.draft import Facts, Material, SourceDraft
from factcheck.intake.prose import split_paragraphs

_START, _TEXT, _END = "\x01", "\x02", "\x03"
#: Neither standard names an encoding; agencies send Latin-1.
_USUAL = "cp1252"
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
#: Keywords above the headline of a lead, repeat or correction: capitals and ordinals, short.
_KEYWORD = re.compile(
    r"(?:\d*(?:ST|ND|RD|TH|ER|E|EME)?\.?\s*)?(?:[A-ZÀ-Þ][A-ZÀ-Þ.'/-]*\s*){1,3}(?:\d{1,2}\w{0,2})?[:=]?", re.UNICODE
)
_NOTEBOOK = re.compile(
    r"^(?:#.*notebook.*|#+\s*(?:internet links?|dpa.*|contacts?)|(?:\*\s*){3,}|"
    r"the following information is not (?:intended )?for publication.*)$",
    re.IGNORECASE | re.MULTILINE,
)
_SIGN_OFF = re.compile(r"[a-z]{2,5}(?: [a-z/]{1,5}){1,5}")
_IPTC_DATE = re.compile(r"(\d\d)(\d\d\d\d)\s*([A-Z]{0,4})\s+([^\W\d]{3,9})\.?\s+(\d{4}|\d\d)")
_ANPA_DATE = re.compile(r"(\d\d)-(\d\d)-(\d\d)\s+(\d{4})\s*([A-Z]{3,4})?")
#: The line with the date, which some send as the last of the text.
_LAST_LINE = re.compile(rf"[A-Z-]{{2,8}}-{_ANPA_DATE.pattern}\W*")
_BY = re.compile(r"(?:by|par|von|por|de)\s", re.IGNORECASE)
#: What editors are told above a story, instead of a headline.
_NOTE = re.compile(r"(?:eds?|editors?|note|advisory|embargo\w*)\b[^:.]{0,40}[:.]", re.IGNORECASE)
#: A marked line that is longer and has no end mark is the story's first.
_LONGEST_HEAD = 64


def is_anpa(data: bytes) -> bool:
    """Return whether a wire's envelope is ANPA's: synchronising bytes before it, or device controls in its header."""
    head = data[:200].partition(b"\x02")[0]
    return b"\x01" in head and (b"\x16" in head or b"\x13" in head or b"\x1f" in head)


def is_iptc(data: bytes) -> bool:
    """Return whether the bytes begin as an envelope of IPTC 7901 does."""
    head = data[:300]
    return 0 <= head.find(b"\x01") < 30 and b"\x02" in data[:2000] and not is_anpa(data)


def read_iptc(material: Material) -> list[SourceDraft]:
    """Return the article of a wire in IPTC 7901; its notebook and sign-off are left out."""
    header, text, last = _parts(decoded(material, otherwise=_USUAL))
    text, notebook, _rest = _before(_NOTEBOOK, text)
    title, text = _headline(text)
    bylines, text = _iptc_bylines(_CONTROLS.sub("", text))
    body = split_paragraphs(text)
    if body and _SIGN_OFF.fullmatch(body[-1]):
        body.pop()
    found = _IPTC_DATE.search(last)
    published = dates.moment((found[5], dates.month_number(found[4]), found[1]), found[2], found[3]) if found else ""
    remarks = [deferred("left out: the notebook, which is not for publication")] if notebook else []
    facts = Facts(title=title, authors=_people(bylines), published=published, publisher=_agency(header))
    return [SourceDraft(facts, body, bylines, remarks=remarks)]


def _iptc_bylines(text: str) -> tuple[list[str], str]:
    """Return the bylines below the headline, which are marked `=` as it is, and the text after them."""
    lines = text.lstrip("\n").split("\n")
    count = next((n for n, line in enumerate(lines) if not _is_byline(line)), 0)
    return [line.strip(" =") for line in lines[:count]], "\n".join(lines[count:])


def _is_byline(line: str) -> bool:
    return line.rstrip().endswith("=") and _BY.match(line.strip()) is not None


def _people(bylines: list[str]) -> tuple[str, ...]:
    return tuple(name for line in bylines if _BY.match(line) for name in names.of_byline(line))


def _agency(header: str) -> str:
    """Return the agency that signs the header, as the small word before the number at its end."""
    found = re.search(r"\s([a-z]{2,5})\s+\d+\s*$", header.strip().split("\n")[0])
    return found[1] if found else ""


def _parts(text: str) -> tuple[str, str, str]:
    """Return header, text and what follows the text."""
    header, _mark, rest = text.partition(_TEXT)
    body, _mark, last = rest.partition(_END)
    return _CONTROLS.sub("", header.partition(_START)[2]), body, last


def _before(pattern: re.Pattern[str], text: str) -> tuple[str, str, str]:
    found = pattern.search(text)
    return (text[: found.start()], found[0], text[found.end() :]) if found else (text, "", "")


def _headline(text: str) -> tuple[str, str]:
    """Return the headline, whose end is marked `=`, and the text after it; keywords above the headline are no part."""
    lines = text.lstrip("\n").split("\n")
    ends = next((n for n, line in enumerate(lines[:6]) if line.rstrip().endswith("=")), None)
    head = lines[: ends + 1] if ends is not None else lines[:2] if _is_keyword(lines[0]) else lines[:1]
    body = "\n".join(lines[len(head) :])
    while len(head) > 1 and _is_keyword(head[0]):
        head = head[1:]
    title = " ".join(_CONTROLS.sub("", line).strip().rstrip("=").strip() for line in head)
    return " ".join(title.split()), body


def _is_keyword(line: str) -> bool:
    return _KEYWORD.fullmatch(_CONTROLS.sub("", line).strip()) is not None


def read_anpa(material: Material) -> list[SourceDraft]:
    """Return the article of a wire in ANPA 1312: headline and byline from the lines marked `^`, notes left out."""
    _header, text, last = _parts(decoded(material, otherwise=_USUAL))
    lines = _CONTROLS.sub("", text).split("\n")
    begins = next((n for n, line in enumerate(lines) if line.strip() and not _is_anpa_head(line.strip())), len(lines))
    head = [line.strip().lstrip("^").strip() for line in lines[:begins] if line.strip()]
    title, bylines, notes = _anpa_head(head)
    dated = next((line for line in reversed(lines) if _ANPA_DATE.search(line)), "")
    lines = [line for line in lines if line is not dated or not _LAST_LINE.fullmatch(line.strip())]
    published = _anpa_date(last) or _anpa_date(dated)
    remarks = [deferred("left out: a note to editors: {note}", note=note) for note in notes]
    facts = Facts(title=title, published=published, authors=_people(bylines))
    return [SourceDraft(facts, _anpa_body(lines[begins:]), bylines, remarks=remarks)]


def _anpa_head(head: list[str]) -> tuple[str, list[str], list[str]]:
    """Return headline, byline and notes of the marked lines: the first is the slug, the next the headline."""
    after = [line for line in head[1:] if not _NOTE.match(line)]
    notes = [line for line in head[1:] if _NOTE.match(line)]
    bylines = [line for line in after[1:] if line.endswith("=") or _BY.match(line)]
    notes += [line for line in after[1:] if line not in bylines]
    title, *bylines = [line.rstrip("<=").strip() for line in [*after[:1], *bylines]] or [""]
    return title, bylines, [line.rstrip("<=").strip() for line in notes]


def _is_anpa_head(line: str) -> bool:
    return line.startswith("^") and (line.endswith(("<", "=")) or len(line) <= _LONGEST_HEAD)


def _anpa_body(lines: list[str]) -> list[str]:
    """Return the paragraphs: lines that end in `<` or `=` stand alone; quotes and dashes as readers know them."""
    alone = [re.sub(r"[<=]\s*$", "\n", line).replace("^", "", 1) for line in lines]
    text = "\n".join(alone).replace("``", '"').replace("''", '"')
    return split_paragraphs(re.sub(r"(?<=\s)_(?=\s)", "—", text))


def _anpa_date(last: str) -> str:
    found = _ANPA_DATE.search(last)
    return dates.moment((found[3], int(found[1]), found[2]), found[4], found[5] or "") if found else ""
