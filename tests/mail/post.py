"""A real SMTP server on a free port of this machine, and letters to send it."""

import email.policy
import socket
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from email.message import EmailMessage
from email.parser import BytesParser
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.documents.samples import ASSEMBLY, COOPERATIVE
from web.mail.delivery import Line, State
from web.mail.letters import Letter, Mailbox
from web.mail.servers import Server

HANG_UP = "hang up"
AT = datetime(2026, 11, 28, 9, 30, tzinfo=UTC)
OFFICE = Mailbox("La coopérative départementale des Hautes-Alpes", "secretariat@coop05.example")
ZOE = Mailbox("Zoé Œuvrard", "zoe@exemple.fr")
LINK = "https://palabre.coop05.example/assemblees/a1?cle=Ab-3_x&pour=zoe"


class Postmaster:
    """Keeps what it accepts; answers what it was told to say to an address, or to its letter."""

    def __init__(self, to: Mapping[str, str], letter: Mapping[str, str]) -> None:
        self._to, self._letter = to, letter
        self.received: list[EmailMessage] = []
        self.lines = 0

    async def handle_EHLO(  # noqa: N802  # aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, host: str, answers: list[str]
    ) -> list[str]:
        self.lines += 1
        session.host_name = host
        return answers

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.rcpt_tos.append(address)
        return self._to.get(address, "250 OK")

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        answer = self._letter.get(envelope.rcpt_tos[0], "250 OK, garde sous le no 7")
        if answer == HANG_UP:
            server.transport.abort()
        content = envelope.content
        assert isinstance(content, bytes)
        if answer.startswith("2"):
            self.received.append(read(content))
        return answer


def read(content: bytes) -> EmailMessage:
    return BytesParser(EmailMessage, policy=email.policy.default).parsebytes(content)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


@contextmanager
def post_office(
    to: Mapping[str, str] = {}, letter: Mapping[str, str] = {}, **options: Any
) -> Iterator[tuple[Postmaster, Server]]:
    postmaster = Postmaster(to, letter)
    controller = Controller(postmaster, hostname="127.0.0.1", port=free_port(), **options)
    controller.start()
    try:
        yield postmaster, Server("127.0.0.1", controller.port)
    finally:
        controller.stop()


def notice(to: Mailbox = ZOE, **changes: Any) -> Letter:
    letter: dict[str, Any] = {
        "id": f"convocation.a1.{to.address.partition('@')[0]}@coop05.example",
        "template": "convocation",
        "sender": OFFICE,
        "recipient": to,
        "words": {
            "cooperative": COOPERATIVE,
            "assembly": ASSEMBLY,
            "by": "le conseil d’administration",
            "agenda": ["Approbation des comptes de l’exercice 2025", "Questions diverses"],
            "link": LINK,
            "warnings": [],
            "correction": "",
            "documents": [],
        },
        "at": AT,
    }
    return Letter(**{**letter, **changes})


def deliver(messages: Iterable[EmailMessage], server: Server) -> list[tuple[State, str]]:
    """What became of each, on one line."""
    line = Line(server)
    try:
        return [line.send(message) for message in messages]
    finally:
        line.close()
