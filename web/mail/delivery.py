"""Handing letters over to a mail server, and what became of each."""

from contextlib import suppress
from email.message import EmailMessage
from smtplib import SMTPDataError, SMTPNotSupportedError, SMTPRecipientsRefused, SMTPResponseException
from typing import Literal

from web.mail.servers import Connection, Server, spelt

State = Literal["sent", "refused", "deferred"]
"""`refused`: for good, by the recipient's server. `deferred`: to be tried again."""


class Line:
    """A connection, opened when needed, and again if it broke; broken twice running, it is left alone."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._connection: Connection | None = None
        self._broken = 0
        self._reason = ""

    def send(self, message: EmailMessage) -> tuple[State, str]:
        """What became of it, and the server's words, which may name the recipient: they are said of a person."""
        if self._broken == 2:
            return "deferred", self._reason
        try:
            connection = self._open()
        except OSError as error:  # smtplib's are too
            return "deferred", self._failed(error)
        try:
            connection.send_message(message)
        except OSError as error:
            return _judged(error), self._failed(error)
        self._broken = 0
        return "sent", connection.answer

    def close(self) -> None:
        if self._connection and self._connection.sock:
            with suppress(OSError):
                self._connection.quit()

    def _open(self) -> Connection:
        if not (self._connection and self._connection.sock):
            self._connection = self._server.connect()
        return self._connection

    def _failed(self, error: OSError) -> str:
        alive = self._connection and self._connection.sock
        self._broken = 0 if alive else self._broken + 1
        self._reason = _said(error)
        return self._reason


def _judged(error: OSError) -> State:
    """5xx about the recipient or the letter is final (RFC 5321 §4.2.1); the rest is tried again."""
    match error:
        case SMTPRecipientsRefused(recipients=answers) if all(code >= 500 for code, _ in answers.values()):
            return "refused"
        case SMTPDataError(smtp_code=code) if code >= 500:
            return "refused"
        case SMTPNotSupportedError():  # an address with accents, that this server cannot write
            return "refused"
    return "deferred"


def _said(error: OSError) -> str:
    match error:
        case SMTPRecipientsRefused(recipients=answers):
            return "; ".join(f"{code} {spelt(words)}" for code, words in answers.values())
        case SMTPResponseException(smtp_code=code, smtp_error=words):
            return f"{code} {spelt(words)}"
    return str(error) or type(error).__name__
