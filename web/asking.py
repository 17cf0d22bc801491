"""Asking a server of others, once: few bytes, few seconds, no redirection followed."""

import ssl
from contextlib import suppress
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from ipaddress import ip_address
from socket import SHUT_RDWR, SOCK_STREAM, create_connection, getaddrinfo, socket
from threading import Timer
from typing import NamedTuple
from urllib.parse import urlsplit

PATIENCE = 10.0  # seconds, for the whole of it
MOST = 64 * 1024  # bytes that are read of an answer


class Answer(NamedTuple):
    status: int
    body: bytes


def ask(address: str, said: bytes | None = None, media_type: str = "", *, public: bool) -> Answer:
    """POST what is said, GET where nothing is. `public`: the address was chosen by somebody who may not make this
    machine speak to its own network; only https, and only to an address of the Internet. Raises OSError.
    """
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise PermissionError("not an address") from error
    secure = parts.scheme == "https"
    if not parts.hostname or not (secure or (parts.scheme == "http" and not public)):
        raise PermissionError("not an https address")
    line = _connected(parts.hostname, port or (443 if secure else 80), public)
    guillotine = Timer(PATIENCE, lambda: _cut(line))  # whatever the other end sends, drop by drop
    guillotine.start()
    try:
        if secure:
            tls = ssl.create_default_context()
            line = tls.wrap_socket(line, server_hostname=parts.hostname, do_handshake_on_connect=False)
            line.do_handshake()
        http = (HTTPSConnection if secure else HTTPConnection)(parts.netloc.rpartition("@")[2])
        http.sock = line
        http.request("GET" if said is None else "POST", parts.path or "/", said, {"Content-Type": media_type})
        answered = http.getresponse()
        return Answer(answered.status, answered.read(MOST))
    except (HTTPException, ValueError) as error:
        raise ConnectionError(f"not HTTP: {type(error).__name__}") from error
    finally:
        guillotine.cancel()
        line.close()


def _cut(line: socket) -> None:
    """At the level of the socket: whoever reads from it under TLS is woken too."""
    with suppress(OSError):
        socket.shutdown(line, SHUT_RDWR)


def _connected(host: str, port: int, public: bool) -> socket:
    """To an address that was looked at: a name may lead elsewhere the next time that it is asked."""
    try:
        found = [str(place[4][0]) for place in getaddrinfo(host, port, type=SOCK_STREAM)]
    except UnicodeError as error:
        raise ConnectionError("not the name of a machine") from error
    if public and not all(ip_address(number).is_global for number in found):
        raise PermissionError("not an address of the Internet")
    return create_connection((found[0], port), timeout=PATIENCE)
