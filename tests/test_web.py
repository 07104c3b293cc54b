"""One GET over TLS: a real server on this machine, which only a test may ask."""

from __future__ import annotations

import contextlib
import shutil
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from factcheck.errors import FactcheckError
from factcheck.io import web

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")

Ask = Callable[[str], web.WebResponse]


class _Pages(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        """Answer as the path says."""
        if self.path.startswith("/to?"):
            self.send_response(302)
            self.send_header("Location", self.path.partition("?")[2])
            self.end_headers()
        elif self.path == "/drops":
            self._drip()
        elif self.path == "/short":
            self.send_response(200)
            self.send_header("Content-Length", "1000")
            self.end_headers()
            self.wfile.write(b"x")
        elif self.path == "/gone":
            self.send_error(404)
        else:
            self._send(b"x" * (web.MAX_BYTES + 1) if self.path == "/large" else self.headers.as_bytes())

    def _send(self, data: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=iso-8859-15")
        self.send_header("Set-Cookie", "a=b")
        self.end_headers()
        self.wfile.write(data)

    def _drip(self) -> None:
        """Send a header a few bytes at a time, never to its end."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        with contextlib.suppress(OSError):
            for _number in range(100):
                self.wfile.write(b"x")
                time.sleep(0.1)

    def log_message(self, *_words: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Ask, str]]:
    """Return what asks the server, and its address."""
    folder = tmp_path_factory.mktemp("tls")
    key, certificate = str(folder / "key.pem"), str(folder / "certificate.pem")
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate]
    subject = ["-days", "2", "-subj", "/CN=journal.example", "-addext", "subjectAltName=DNS:journal.example"]
    subprocess.run([*command, *subject], check=True, capture_output=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Pages)
    trusting = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trusting.load_cert_chain(certificate, key)
    server.socket = trusting.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    address = f"https://journal.example:{server.server_port}"
    yield _asking(certificate), address
    server.shutdown()
    server.server_close()
    thread.join()


def _asking(certificate: str) -> Ask:
    def resolver(host: str, _port: int) -> list[str]:
        return {"journal.example": ["127.0.0.1"], "inside.example": ["10.0.0.1"], "both.example": ["1.1.1.1", "::1"]}[
            host
        ]

    def allowed(number: str) -> bool:
        return number == "127.0.0.1" or web.is_public(number)

    context = ssl.create_default_context(cafile=certificate)
    return lambda address: web.get(address, resolver=resolver, allowed=allowed, context=context)


def test_a_page_is_fetched_with_what_its_server_says_of_it(ask: tuple[Ask, str]) -> None:
    """Type and encoding are kept, redirects followed, and no cookie is ever sent."""
    get, address = ask
    page = get(f"{address}/to?/to?/é page?a=b")
    assert (page.address, page.media_type, page.charset) == (f"{address}/%C3%A9%20page?a=b", "text/html", "iso-8859-15")
    assert b"Cookie" not in page.data


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/to?https://inside.example/", "private network"),
        ("/to?https://both.example/", "private network"),
        ("/to?http://journal.example/", "only https"),
        ("/to?file:///etc/passwd", "only https"),
        ("/gone", "404"),
        ("/large", "larger than"),
        ("/short", "999 bytes are missing"),
    ],
)
def test_what_is_not_fetched_says_why(ask: tuple[Ask, str], path: str, says: str) -> None:
    """Private addresses, other schemes, failures and what is too large, all named."""
    get, address = ask
    with pytest.raises(FactcheckError, match=says):
        get(address + path)


def test_a_circle_of_redirects_ends(ask: tuple[Ask, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """After five, that is said."""
    get, address = ask
    monkeypatch.setattr(
        _Pages, "do_GET", lambda self: (self.send_response(302), self.send_header("Location", "/"), self.end_headers())
    )
    with pytest.raises(FactcheckError, match="without end"):
        get(address)


def test_a_server_that_drips_is_cut_off(ask: tuple[Ask, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """However short its pauses are."""
    asked, address = ask
    monkeypatch.setattr(web, "SECONDS", 0.4)
    with pytest.raises(FactcheckError, match="took longer"):
        asked(f"{address}/drops")


def test_loopback_and_names_and_passwords_are_refused() -> None:
    """Without a test's leave, this machine is no source, and an address holds no password."""
    for address in ("https://localhost/", "https://127.0.0.1:1/", "https://[::1]/", "https://a:b@example.org/"):
        with pytest.raises(FactcheckError):
            web.get(address)


def test_a_certificate_of_nobody_is_refused(ask: tuple[Ask, str]) -> None:
    """The server must be who it says it is."""
    _get, address = ask
    with pytest.raises(FactcheckError, match="fetched"):
        web.get(address, resolver=lambda *_host: ["127.0.0.1"], allowed=lambda _number: True)
