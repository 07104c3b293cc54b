"""One page of the web by one GET, over TLS and from public addresses only; cookies and scripts are for browsers."""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple, Self
from urllib.parse import urljoin, urlsplit, urlunsplit

from factcheck import __version__
from factcheck.errors import FactcheckError
from factcheck.i18n import deferred

#: In bytes and seconds, for all redirects together.
MAX_BYTES = 20_000_000
SECONDS = 30.0
_MAX_REDIRECTS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PORT = 443
#: Addresses that a network turns into those of IPv4 at their ends (RFC 6052).
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
_FINE = 200


class WebResponse(NamedTuple):
    """What an address gave."""

    data: bytes
    #: Where the redirects led.
    address: str
    media_type: str
    charset: str | None


#: Returns the numeric addresses of a host, or raises OSError.
Resolver = Callable[[str, int], Sequence[str]]


def numeric_addresses(host: str, port: int) -> Sequence[str]:
    """Return the numeric addresses of a host."""
    return list(dict.fromkeys(str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


def is_public(address: str) -> bool:
    """Return whether a numeric address is one of the internet's, and none of this machine or its networks.

    >>> is_public("93.184.215.14"), is_public("127.0.0.1"), is_public("::ffff:10.0.0.1"), is_public("169.254.169.254")
    (True, False, False, False)
    """
    found = ipaddress.ip_address(address.partition("%")[0])
    inner = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None)
    if found in _TRANSLATED:
        inner = ipaddress.IPv4Address(int(found) & 0xFFFF_FFFF)
    return found.is_global and not found.is_multicast and (inner is None or is_public(str(inner)))


class _Network(NamedTuple):
    """How far one run may go."""

    resolver: Resolver
    allowed: Callable[[str], bool]
    trust: ssl.SSLContext
    deadline: float


def get(
    address: str,
    *,
    resolver: Resolver = numeric_addresses,
    allowed: Callable[[str], bool] = is_public,
    context: ssl.SSLContext | None = None,
) -> WebResponse:
    """Return what an https address gives.

    Each host is looked up once and connected to by the number that was found, so that a name cannot change its mind
    in between.

    Args:
        address: An https address.
        resolver: How hosts are looked up.
        allowed: Which numeric addresses may be connected to.
        context: Whom to trust; None is the system's store.

    Raises:
        FactcheckError: It cannot be reached, leads to a private address or in circles, or is too large or too slow.
    """
    network = _Network(resolver, allowed, context or ssl.create_default_context(), time.monotonic() + SECONDS)
    for _redirect in range(_MAX_REDIRECTS + 1):
        try:
            with _connection(address, network) as connection:
                response = _asked(connection, address)
                if response.status in _REDIRECTS and response.headers.get("Location"):
                    address = urljoin(address, response.headers["Location"])
                    continue
                return _taken(address, response, network)
        except (OSError, http.client.HTTPException, ValueError) as error:
            _left(address, network)
            raise _unreachable(address, error) from error
    raise FactcheckError(deferred("redirects without end"), path=address)


class _Connection(http.client.HTTPSConnection):
    """A connection to a numeric address that speaks to the host by its name, and is cut when time is up.

    A limit for each read alone would let a server send a byte now and then for ever.
    """

    def __init__(self, host: str, port: int, number: str, trust: ssl.SSLContext) -> None:
        super().__init__(host, port, context=trust)
        self._number = number
        self._trust = trust
        self._alarm: threading.Timer | None = None

    def connect(self) -> None:
        """Connect to the number, and ask for the certificate of the name."""
        plain = socket.create_connection((self._number, self.port), self.timeout)
        self.sock = secured = self._trust.wrap_socket(plain, server_hostname=self.host, do_handshake_on_connect=False)
        self._alarm = threading.Timer(self.timeout or 0.0, _cut, [secured])
        self._alarm.daemon = True
        self._alarm.start()
        secured.do_handshake()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        if self._alarm:
            self._alarm.cancel()
        self.close()


def _cut(connection: ssl.SSLSocket) -> None:
    with contextlib.suppress(OSError):
        socket.socket.shutdown(connection, socket.SHUT_RDWR)  # under the encryption, which another thread is reading


def _connection(address: str, network: _Network) -> _Connection:
    """Return a connection, not yet opened, to the host of an address.

    Raises:
        FactcheckError: The address is not of the web, or leads where nothing may be fetched.
    """
    parts = urlsplit(address)
    if parts.scheme != "https" or not parts.hostname or parts.username or parts.password:
        hint = deferred("Give an https address, or save the page and give the file.")
        raise FactcheckError(
            deferred("only https addresses are fetched, without a name or password"), path=address, hint=hint
        )
    port = parts.port or _PORT
    host = parts.hostname.encode("idna").decode() if not parts.hostname.isascii() else parts.hostname
    numbers = network.resolver(host, port)
    if not numbers or not all(map(network.allowed, numbers)):
        message = deferred("leads to an address of this machine or of a private network")
        raise FactcheckError(message, path=address, hint=deferred("Save the page and give the file."))
    connection = _Connection(host, port, numbers[0], network.trust)
    connection.timeout = _left(address, network)
    return connection


def _asked(connection: _Connection, address: str) -> http.client.HTTPResponse:
    """Return the answer to the one request, its body not yet read."""
    parts = urlsplit(address)
    path = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    connection.putrequest("GET", _ascii(path), skip_accept_encoding=True)
    connection.putheader("User-Agent", f"factcheck/{__version__}")
    connection.putheader("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5")
    connection.putheader("Accept-Encoding", "identity")
    connection.endheaders()
    return connection.getresponse()


def _ascii(path: str) -> str:
    from urllib.parse import quote  # noqa: PLC0415 - beside its use

    return quote(path, safe="/?&=:@!$'()*+,;~%-._")


def _taken(address: str, response: http.client.HTTPResponse, network: _Network) -> WebResponse:
    if response.status != _FINE:
        message = deferred("the server answers {status} {reason}", status=response.status, reason=response.reason)
        raise FactcheckError(message, path=address)
    if int(response.headers.get("Content-Length") or 0) > MAX_BYTES:
        raise _too_large(address)
    pieces: list[bytes] = []
    size = 0
    while piece := response.read1(65_536):
        size += len(piece)
        if size > MAX_BYTES:
            raise _too_large(address)
        pieces.append(piece)
    _left(address, network)
    if response.length:
        raise FactcheckError(deferred("cut off: {size:,} bytes are missing", size=response.length), path=address)
    if response.headers.get("Content-Encoding", "identity").lower() not in {"identity", ""}:
        raise FactcheckError(deferred("the server packs what was asked for unpacked"), path=address)
    kind = response.headers.get_content_type()
    return WebResponse(b"".join(pieces), address, kind, response.headers.get_content_charset())


def _left(address: str, network: _Network) -> float:
    left = network.deadline - time.monotonic()
    if left <= 0:
        message = deferred("took longer than {seconds:.0f} seconds", seconds=SECONDS)
        raise FactcheckError(message, path=address, hint=deferred("Try again, or save the page and give the file."))
    return left


def _too_large(address: str) -> FactcheckError:
    return FactcheckError(deferred("larger than {size:,} bytes", size=MAX_BYTES), path=address)


def _unreachable(address: str, error: Exception) -> FactcheckError:
    reason = getattr(error, "strerror", None) or getattr(error, "verify_message", None) or str(error)
    message = deferred("cannot be fetched: {reason}", reason=reason or type(error).__name__)
    return FactcheckError(
        message, path=address, hint=deferred("Check the address, or save the page and give the file.")
    )
