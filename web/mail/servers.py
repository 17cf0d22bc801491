"""The mail server: where it is, and a connection that remembers what it answers."""

import ssl
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import ip_address
from smtplib import SMTP, SMTP_SSL
from urllib.parse import unquote, urlsplit


@dataclass(frozen=True)
class Server:
    """Where letters go. Beyond this machine nothing leaves in clear: TLS at once, or STARTTLS.

    `patience`: seconds without an answer before the connection is given up.
    """

    host: str
    port: int
    tls: bool = False
    user: str = ""
    password: str = ""
    patience: float = 10

    @classmethod
    def of(cls, url: str) -> "Server":
        """`smtp://user:password@host:587` (STARTTLS, but on this machine) or `smtps://…` (TLS at once)."""
        parts = urlsplit(url)
        if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
            raise ValueError("a mail server is written smtp://host:port or smtps://host:port")
        tls = parts.scheme == "smtps"
        port = parts.port or (465 if tls else 587)
        return cls(parts.hostname, port, tls, unquote(parts.username or ""), unquote(parts.password or ""))

    @property
    def here(self) -> bool:
        """Whether it is on this machine."""
        with suppress(ValueError):
            return ip_address(self.host).is_loopback
        return self.host == "localhost"

    def connect(self) -> "Connection":
        """Signed in, ready for a letter. Any OSError (smtplib's are) says that it is not."""
        trusted = ssl.create_default_context()
        if self.tls:
            secure = SecureConnection(self.host, self.port, timeout=self.patience, context=trusted)
            return self._greeted(secure)
        plain = Connection(self.host, self.port, timeout=self.patience)
        return self._greeted(plain, None if self.here else trusted)

    def _greeted(self, smtp: "Connection", trusted: ssl.SSLContext | None = None) -> "Connection":
        try:
            if trusted:
                smtp.starttls(context=trusted)
            if self.user:
                smtp.login(self.user, self.password)
        except OSError:
            smtp.close()
            raise
        return smtp


class Connection(SMTP):
    """Keeps the last answer: after a letter, its receipt."""

    answer = ""

    def getreply(self) -> tuple[int, bytes]:
        code, words = super().getreply()
        self.answer = f"{code} {spelt(words)}"
        return code, words


class SecureConnection(Connection, SMTP_SSL):
    """The same, under TLS from the first byte."""


def spelt(words: bytes | str) -> str:
    """What a server said, whatever bytes it used."""
    return words if isinstance(words, str) else words.decode("utf-8", "backslashreplace")
