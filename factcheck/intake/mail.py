"""Mail (RFC 5322 and MIME), and what a browser saves as MHTML (RFC 2557); attachments are named, never read."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.intake import dates
from factcheck.intake.decoding import decoded, html_charset
from factcheck.intake.draft import Facts, Material, SourceDraft
from factcheck.intake.markup import of_html
from factcheck.intake.prose import split_paragraphs, squeezed

_HEADERS = re.compile(rb"(?:From [^\r\n]*\r?\n)?(?:[!-9;-~]{1,76}:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}")
_KNOWN = re.compile(
    rb"^(?:From|To|Date|Subject|Message-ID|MIME-Version|Received|Return-Path|Delivered-To|Content-Type):",
    re.IGNORECASE | re.MULTILINE,
)
#: Mail in mail in mail: more is an attack.
_MAX_PARTS = 200
_MAX_TEXT = 2_000_000
_MAX_HEADER = 100_000
_LONGEST_LINE = 2_000
_SIGNATURE = re.compile(r"\n-- ?\n.*\Z", re.DOTALL)
_QUOTED = re.compile(r"^(?:> ?)+", re.MULTILINE)
#: A line before a quoted mail that says whose it is has at most so many, wrapped.
_ATTRIBUTION = 3
#: The lines around a text that is signed, and around its signature (RFC 9580, section 7).
_SIGNED = re.compile(r"\n-{5}BEGIN\sPGP\sSIGNED\sMESSAGE-{5}\n")
_BY = re.compile(r"\n-{5}BEGIN\sPGP\sSIGNATURE-{5}\n")
_END = re.compile(r"-{5}END\sPGP\sSIGNATURE-{5}")
#: Plain text with less than this share of what the HTML beside it says is no other form of it.
_STUB = 0.3


def is_mail(data: bytes) -> bool:
    """Return whether the bytes begin with the headers of a mail."""
    found = _HEADERS.match(data[:65_536].lstrip())
    return found is not None and len({name.lower() for name in _KNOWN.findall(found[0])}) > 1


def is_mhtml(data: bytes) -> bool:
    """Return whether a mail is a page that a browser saved, which nobody sent anywhere."""
    head = data[:65_536].lstrip().replace(b"\r\n", b"\n").partition(b"\n\n")[0].lower()
    sent = re.search(rb"^(?:to|received|delivered-to|return-path):", head, re.MULTILINE)
    return is_mail(data) and b"multipart/related" in head and b"text/html" in head and not sent


def read(material: Material) -> list[SourceDraft]:
    """Return the mail as an article: its subject the headline, its text the body.

    Raises:
        FactcheckError: It has no text, or one in an encoding that is not said.
    """
    message = _message(material.data)
    body, remarks = [], []
    for part in _shown(message):
        paragraphs, is_reply = _paragraphs(part, material)
        body += paragraphs
        if is_reply:
            remarks.append(deferred("left out: the mail that this one answers"))
    attached = [part.get_filename() or part.get_content_type() for part in message.walk() if _is_attached(part)]
    if attached:
        names = ", ".join(map(_decoded_words, map(str, attached)))
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
    senders = [(_decoded_words(name), address) for name, address in getaddresses([_raw(message, "From")])]
    language = _header(message, "Content-Language").split(",")[0].strip()
    return Facts(
        guid=_header(message, "Message-ID").strip().strip("<>"),
        title=_header(message, "Subject"),
        authors=tuple(name or address for name, address in senders if name or address),
        published=dates.iso(_header(message, "Date")),
        language=language,
    )


def _header(message: Message, name: str) -> str:
    return " ".join(_decoded_words(_raw(message, name)).split())


def _raw(message: Message, name: str) -> str:
    """Return a header as it came, its bytes beyond ASCII as surrogates; empty if there is none."""
    values = (value for key, value in message.raw_items() if key.lower() == name.lower())
    return str(next(values, ""))[:_LONGEST_LINE]


def _decoded_words(value: str) -> str:
    """Return a header with its encoded words (RFC 2047) decoded, other bytes read as UTF-8, else as Windows-1252."""
    try:
        return "".join(_word(word, charset) for word, charset in decode_header(value))
    except (ValueError, LookupError, email.errors.HeaderParseError):
        return value


def _word(word: bytes | str, charset: str | None) -> str:
    data = word.encode("utf-8", "surrogateescape") if isinstance(word, str) else word
    try:
        return data.decode(charset or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return data.decode("cp1252", "replace")


def _shown(part: Message) -> Iterator[Message]:
    """Yield the parts a reader sees, in order: of alternatives the plain text, of related parts the first."""
    if _is_attached(part):
        return
    kind = part.get_content_type()
    children = part.get_payload() if part.is_multipart() else []
    parts = [child for child in children if isinstance(child, Message)] if isinstance(children, list) else []
    if kind == "multipart/alternative":
        choices = [shown for child in parts if (shown := list(_shown(child)))]
        plain = [
            shown for shown in choices if shown[0].get_content_type() == "text/plain" and not _is_stub(shown, choices)
        ]
        yield from (plain or choices[::-1] or [[]])[0]
    elif kind in {"multipart/related", "multipart/signed"}:
        yield from _shown(_root(part, parts)) if parts else ()
    elif parts:
        for child in parts:
            yield from _shown(child)
    elif kind in {"text/plain", "text/html"} or kind.startswith("multipart/"):  # one whose boundary never comes
        yield part


def _root(part: Message, parts: list[Message]) -> Message:
    """Return the part that a page or mail begins with: the one `start` names, else the first."""
    start = str(part.get_param("start", "") or "")
    return next((one for one in parts if start and one.get("Content-ID", "").strip() == start.strip()), parts[0])


def _is_attached(part: Message) -> bool:
    """Return whether a part is a file that goes with the mail, and not text shown in it, which may have a name too."""
    shown = part.get_content_disposition() == "inline" and part.get_content_maintype() == "text"
    named = part.get_content_disposition() == "attachment" or bool(part.get_filename())
    return not part.is_multipart() and named and not shown


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _is_stub(shown: list[Message], choices: list[list[Message]]) -> bool:
    """Return whether plain text says next to nothing of what the other choice does, as “please enable HTML” does."""
    most = max(_letters(part) for choice in choices for part in choice)
    return sum(map(_letters, shown)) < _STUB * most


def _letters(part: Message) -> int:
    """Return about how many letters of text a part shows."""
    text = _bytes(part).decode("latin-1")
    return sum(map(len, of_html(text) if part.get_content_type() == "text/html" else text.split()))


def _paragraphs(part: Message, material: Material) -> tuple[list[str], bool]:
    """Return the paragraphs of a part, and whether the mail that it answers was left out of them."""
    data = _bytes(part)
    charset = part.get_content_charset()
    inner = Material(data, encoding=material.encoding, charset=charset)
    if part.get_content_type() == "text/html":
        return of_html(decoded(inner, html_charset(data))), False
    if len(data) > _MAX_TEXT:
        raise FactcheckError(deferred("too long for an article: {size:,} bytes of text", size=len(data)))
    text = _SIGNATURE.sub("\n", _unarmoured(f"\n{decoded(inner)}"))
    own = _without_answered(text)
    is_reply = own != text
    text = own
    if part.get_param("format", "") == "flowed" and " \n" in text:
        lines = _flowed(text, joined=part.get_param("delsp", "") == "yes").split("\n")
        return [line for line in map(squeezed, lines) if line], is_reply
    return split_paragraphs(_QUOTED.sub("", text)), is_reply


def _without_answered(text: str) -> str:
    """Return a mail without the one it answers: quoted lines to its end, below a line that says who wrote them."""
    lines = text.rstrip().split("\n")
    end = next((n for n in range(len(lines), 0, -1) if lines[n - 1].strip() and not lines[n - 1].startswith(">")), 0)
    begin = end
    while begin and lines[begin - 1].strip():
        begin -= 1
    is_attributed = end < len(lines) and lines[end - 1].rstrip().endswith(":") and end - begin <= _ATTRIBUTION
    own = "\n".join(lines[:begin])
    return own if is_attributed and own.strip() else text


def _unarmoured(text: str) -> str:
    """Return text without the lines of its signature."""
    before, *rest = _SIGNED.split(text, maxsplit=1)
    body, *signature = _BY.split("".join(rest), maxsplit=1)
    inside = body.partition("\n\n")[2]  # below the names of the digests
    return "\n".join([before, inside, *_END.split("".join(signature), maxsplit=1)[1:]]) if signature else text


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
