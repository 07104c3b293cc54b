"""Mail (RFC 5322 and MIME), and what a browser saves as MHTML (RFC 2557); attachments are named, never read."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from email.header import Header, decode_header
from email.message import Message
from email.utils import getaddresses

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.intake import dates
from factcheck.intake.decoding import decoded, html_charset
from factcheck.intake.draft import Facts, Material, SourceDraft
from factcheck.intake.markup import of_html
from factcheck.intake.prose import split_paragraphs

_HEADERS = re.compile(rb"(?:From [^\r\n]*\r?\n)?(?:[!-9;-~]{1,76}:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}")
_KNOWN = re.compile(
    rb"^(?:From|To|Date|Subject|Message-ID|MIME-Version|Received|Return-Path|Delivered-To|Content-Type):",
    re.IGNORECASE | re.MULTILINE,
)
#: Mail in mail in mail: more is an attack.
_MAX_PARTS = 200
_MAX_HEADER = 100_000
_LONGEST_LINE = 2_000
_SIGNATURE = re.compile(r"\n-- ?\n.*\Z", re.DOTALL)
_QUOTED = re.compile(r"^(?:> ?)+", re.MULTILINE)


def is_mail(data: bytes) -> bool:
    """Return whether the bytes begin with the headers of a mail."""
    found = _HEADERS.match(data[:65_536].lstrip())
    return found is not None and len({name.lower() for name in _KNOWN.findall(found[0])}) > 1


def is_mhtml(data: bytes) -> bool:
    """Return whether a mail is a page that a browser saved."""
    head = data[:65_536].lstrip().replace(b"\r\n", b"\n").partition(b"\n\n")[0].lower()
    return is_mail(data) and b"multipart/related" in head and b"text/html" in head


def read(material: Material) -> list[SourceDraft]:
    """Return the mail as an article: its subject the headline, its text the body.

    Raises:
        FactcheckError: It has no text, or one in an encoding that is not said.
    """
    message = _message(material.data)
    body, remarks = [], []
    for part in _shown(message):
        body += _paragraphs(part, material)
    attached = [part.get_filename() or part.get_content_type() for part in message.walk() if _is_attached(part)]
    if attached:
        names = ", ".join(map(_decoded_words, attached))
        remarks.append(deferred("attachments are not read: {names}", names=names))
    return [SourceDraft(_facts(message), body, remarks=remarks)]


def _message(data: bytes) -> Message:
    data = data.lstrip()
    if data.count(b"\n--") > 4 * _MAX_PARTS and len(re.findall(rb"(?i)\ncontent-type:", data)) > _MAX_PARTS:
        raise FactcheckError(deferred("a mail of more than {count} parts", count=_MAX_PARTS))
    header = data.replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    if len(header) > _MAX_HEADER:
        raise FactcheckError(deferred("a mail whose headers have more than {size:,} bytes", size=_MAX_HEADER))
    return email.message_from_bytes(data, policy=email.policy.compat32)


def _facts(message: Message) -> Facts:
    senders = getaddresses([_header(message, "From")])
    language = _header(message, "Content-Language").split(",")[0].strip()
    return Facts(
        guid=_header(message, "Message-ID").strip().strip("<>"),
        title=_header(message, "Subject"),
        authors=tuple(name or address for name, address in senders if name or address),
        published=dates.iso(_header(message, "Date")),
        language=language,
    )


def _header(message: Message, name: str) -> str:
    return " ".join(_decoded_words(str(message.get(name, ""))[:_LONGEST_LINE]).split())


def _decoded_words(value: object) -> str:
    """Return a header with its encoded words (RFC 2047) decoded, and bytes that are nothing else read as UTF-8."""
    try:
        words = decode_header(value if isinstance(value, Header) else str(value))
        return "".join(_word(word, charset) for word, charset in words)
    except (ValueError, LookupError, email.errors.HeaderParseError):
        return str(value)


def _word(word: bytes | str, charset: str | None) -> str:
    if isinstance(word, str):
        return word.encode("ascii", "surrogateescape").decode("utf-8", "replace") if not word.isascii() else word
    try:
        return word.decode("utf-8" if charset in {None, "unknown-8bit"} else str(charset))
    except (LookupError, UnicodeDecodeError):
        return word.decode("cp1252", "replace")


def _shown(part: Message) -> Iterator[Message]:
    """Yield the parts a reader sees, in order: of alternatives the plain text, of related parts the first."""
    if _is_attached(part):
        return
    kind = part.get_content_type()
    children = part.get_payload() if part.is_multipart() else []
    parts = [child for child in children if isinstance(child, Message)] if isinstance(children, list) else []
    if kind == "multipart/alternative":
        choices = [shown for child in parts if (shown := list(_shown(child)))]
        plain = [shown for shown in choices if shown[0].get_content_type() == "text/plain" and _has_text(shown[0])]
        yield from (plain or choices[::-1] or [[]])[0]
    elif kind in {"multipart/related", "multipart/signed"}:
        yield from _shown(_root(part, parts)) if parts else ()
    elif parts:
        for child in parts:
            yield from _shown(child)
    elif kind in {"text/plain", "text/html"}:
        yield part


def _root(part: Message, parts: list[Message]) -> Message:
    """Return the part that a page or mail begins with: the one `start` names, else the first."""
    start = str(part.get_param("start", "") or "")
    return next((one for one in parts if start and one.get("Content-ID", "").strip() == start.strip()), parts[0])


def _is_attached(part: Message) -> bool:
    return not part.is_multipart() and (part.get_content_disposition() == "attachment" or bool(part.get_filename()))


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _has_text(part: Message) -> bool:
    return bool(_bytes(part).strip())


def _paragraphs(part: Message, material: Material) -> list[str]:
    data = _bytes(part)
    charset = part.get_content_charset()
    inner = Material(data, encoding=material.encoding, charset=charset)
    if part.get_content_type() == "text/html":
        return of_html(decoded(inner, html_charset(data)))
    text = decoded(inner)
    if part.get_param("format", "") == "flowed":
        text = _flowed(text, joined=part.get_param("delsp", "") == "yes")
    return split_paragraphs(_QUOTED.sub("", _SIGNATURE.sub("\n", f"\n{text}")))


def _flowed(text: str, *, joined: bool) -> str:
    """Return text of `format=flowed` (RFC 3676) with its soft line breaks undone."""
    lines: list[str] = []
    open_ = False
    for raw in text.split("\n"):
        quotes = re.match(r">*", raw)
        line = raw[len(quotes[0]) if quotes else 0 :].removeprefix(" ")
        soft = line.endswith(" ") and line != "-- "
        line = line[:-1] if soft and joined else line
        if open_ and line != "-- ":
            lines[-1] += line
        else:
            lines.append(line)
        open_ = soft
    return "\n".join(lines)


def read_mhtml(material: Material) -> list[SourceDraft]:
    """Return the article of a page that a browser saved; see `factcheck.intake.page` for what is read of it."""
    from factcheck.intake import page  # noqa: PLC0415 - it brings a library, and mail does without

    message = _message(material.data)
    parts = [part for part in message.walk() if part.get_content_type() in {"text/html", "application/xhtml+xml"}]
    if not parts:
        raise FactcheckError(deferred("no page in it"), hint=deferred("Save the page again, as MHTML or HTML."))
    data = _bytes(parts[0])
    where = _header(parts[0], "Content-Location") or _header(message, "Snapshot-Content-Location")
    address = where if where.startswith(("http:", "https:")) else ""
    return page.read(Material(data, material.name, material.encoding, parts[0].get_content_charset(), address))
