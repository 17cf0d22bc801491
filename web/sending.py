"""How a letter leaves: from whom and to whom, under which identifier, and what each kind of letter needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from psycopg import Connection
from psycopg.rows import DictRow

from governance.record.vault import Vault
from web.mail.letters import Letter, Mailbox, Name, Words
from web.mail.servers import Server


@dataclass(frozen=True)
class Post:
    """How letters leave. `address` is where readers find the site, `sender` the mailbox that they come from;
    without a `server` none leaves this machine."""

    address: str
    sender: str
    server: Server | None

    @classmethod
    def of(cls, environ: Mapping[str, str], address: str = "http://127.0.0.1:8000") -> Post:
        """PALABRE_URL, PALABRE_FROM and PALABRE_SMTP. ValueError: that is not the address of a mail server."""
        address = environ.get("PALABRE_URL", address).rstrip("/")
        sender = environ.get("PALABRE_FROM") or f"palabre@{urlsplit(address).hostname}"
        smtp = environ.get("PALABRE_SMTP")
        return cls(address, sender, Server.of(smtp) if smtp else None)

    @property
    def domain(self) -> str:
        return self.sender.rpartition("@")[2]


@dataclass(frozen=True)
class Sending:
    """One row of the outbox about to leave. `link` is made for this very attempt."""

    db: Connection[DictRow]
    slug: str
    coop: dict[str, Any]
    post: Post
    row: dict[str, Any]
    person: dict[str, Any]
    at: datetime
    vault: Vault
    link: str = ""

    @property
    def message_id(self) -> str:
        """The same at every attempt: a letter that left twice is recognised."""
        return message_id(self.row, self.slug, self.post)

    @property
    def sender(self) -> Mailbox:
        return Mailbox(self.coop["name"], self.post.sender)

    @property
    def recipient(self) -> Mailbox:
        return Mailbox(self.person["name"] or "", self.person["email"])

    def letter(self, template: Name, words: Words, **more: Any) -> Letter:
        return Letter(self.message_id, template, self.sender, self.recipient, words, self.at, **more)


def message_id(row: Mapping[str, Any], slug: str, post: Post) -> str:
    return f"{row['purpose']}.{row['id']}.{slug}@{post.domain}"


class Purpose(NamedTuple):
    """What a kind of letter needs: the page that its link opens, until when, its words, and whose door that is."""

    leads_to: Callable[[Sending], str]
    until: Callable[[Sending], datetime]
    letter: Callable[[Sending], Letter]
    opens: str = "{slug}/entrer"
