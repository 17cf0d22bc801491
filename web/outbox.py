"""The outbox: letters that become due, leave, and are accounted for.

A letter is taken by one worker at a time and leaves at least once, under the same Message-ID: only a crash between the
server's answer and the note of it sends it again. What became of a notice is recorded apart, as often as needed: its
gesture is the letter's number.
"""

import logging
import re
from dataclasses import replace
from datetime import UTC, datetime
from secrets import token_urlsafe
from threading import Event
from typing import Any, NamedTuple

import psycopg
from psycopg import Connection
from psycopg.rows import DictRow

from governance.assembly.notices import RecordDelivery
from governance.command import PALABRE
from governance.record.sealer import last
from governance.words import AssemblyId, PersonId
from projections.assembly import notices
from projections.capital import mailings
from projections.decision import follow_ups
from projections.evidence import remarks, witnesses
from projections.membership import persons, updates
from projections.network import actions, news, surveys
from projections.network import meetings as gatherings
from web.i18n import gettext as _
from web.letterhead import letterhead
from web.mail.delivery import Line
from web.mail.letters import Mailbox, compose
from web.members import today
from web.notices import PURPOSES, without_link
from web.office import Office
from web.pace import later
from web.sending import Post, Purpose, Sending, message_id
from web.visitor import digest

log = logging.getLogger(__name__)

Row = dict[str, Any]


class Outcome(NamedTuple):
    """`state` as in the outbox; `answer` is the server's code, or our own word. `message`: what is kept of it."""

    state: str
    answer: str
    message: bytes | None = None


class Outbox:
    def __init__(self, office: Office, slug: str, post: Post) -> None:
        self._office, self._slug, self._post = office, slug, post

    def fill(self) -> None:
        """The letters that the registers ask for: one a person and an entry, whoever looks and how often."""
        insert = """
            insert into public.outbox (purpose, recipient, subject, position)
            values (%(purpose)s, %(recipient)s, %(subject)s, %(position)s) on conflict do nothing
        """
        with self._office.reading() as db, db.transaction():
            for due in (
                *notices.due(db, today()),
                *updates.due(db, today()),
                *mailings.due(db),
                *follow_ups.due(db, today()),
                *gatherings.due(db),
                *surveys.due(db, today()),
                *news.due(db),
                *actions.due(db, today()),
                *remarks.due(db, today()),
                *witnesses.due(db, today()),
            ):
                db.execute(insert, due)

    def send(self, stop: Event) -> None:
        """All that is due. In a demonstration nothing leaves, its own page shows the letters; elsewhere they wait
        for a server."""
        with self._office.reading() as db:
            coop = letterhead(db, self._office.vault)
            if coop is None or not (self._post.server or coop["demonstration"]):
                waiting = "update public.outbox set answer = %s where state = 'due' and answer = ''"
                db.execute(waiting, [_("aucun serveur de courrier")])
                return
        line = Line(self._post.server) if self._post.server else None
        try:
            while not stop.is_set() and self._send_one(coop, line):
                pass
        finally:
            if line:
                line.close()

    def tell(self) -> None:
        """What became of the notices, in the record."""
        with self._office.reading() as db:
            rows = notices.untold(db)
        for row in rows:
            refused = row["answer"] if row["state"] == "refused" else ""
            assembly, person = AssemblyId(row["subject"]), PersonId(row["recipient"])
            message = message_id(row, self._slug, self._post)
            told = RecordDelivery(assembly, person, message, refused, row["edition"])
            self._office.execute(told, PALABRE, f"letter-{row['id']}")

    def _send_one(self, coop: Row, line: Line | None) -> bool:
        """Whether there was one to send. Nobody else touches it meanwhile."""
        with self._office.reading() as db, db.transaction():
            row = db.execute(
                "select * from public.outbox where state = 'due' and next_try <= clock_timestamp()"
                " order by next_try, id limit 1 for update skip locked"
            ).fetchone()
            if row is None:
                return False
            _note(db, row, self._hand_over(coop, row, line))
        return True

    def _hand_over(self, coop: Row, row: Row, line: Line | None) -> Outcome:
        """On a connection of its own: a link that left must open, whatever becomes of the note."""
        with self._office.reading() as db:
            person, purpose = persons.of(db, PersonId(row["recipient"])), PURPOSES[row["purpose"]]
            if person is None or not person["email"]:
                return Outcome("refused", _("sans adresse"))
            sending = Sending(db, self._slug, coop, self._post, row, person, datetime.now(UTC), self._office.vault)
            if purpose.until(sending) < sending.at:
                return Outcome("refused", _("trop tard"))
            if not _usable(sending.recipient):
                return Outcome("refused", _("adresse inutilisable"))
            try:
                return self._deliver(sending, purpose, line)
            except psycopg.Error:
                raise
            except Exception:  # one letter that cannot be written must not keep the others
                log.exception("letter %s of %s cannot be written", row["id"], self._slug)
                return Outcome("due", _("la lettre n’a pas pu être écrite"))

    def _deliver(self, sending: Sending, purpose: Purpose, line: Line | None) -> Outcome:
        """With a link made for this attempt, which is forgotten if the letter does not leave."""
        secret = token_urlsafe(32)
        door = purpose.opens.format(slug=self._slug)
        letter = purpose.letter(replace(sending, link=f"{self._post.address}/{door}/{secret}"))
        letter = replace(letter, head=last(sending.db))
        message = compose(letter)
        _let_in(sending, purpose, secret)
        state, answer = line.send(message) if line else ("sent", "")
        if state != "sent":
            sending.db.execute("delete from public.entrance where digest = %s", [digest(secret)])
            return Outcome("refused" if state == "refused" else "due", _code(answer))
        kept = message if sending.coop["demonstration"] else compose(without_link(letter))
        person = PersonId(sending.person["id"])
        return Outcome("sent", "", self._office.vault.close(sending.db, person, kept.as_bytes()))


def _usable(mailbox: Mailbox) -> bool:
    try:
        _ = mailbox.header
    except ValueError:
        return False
    return True


def _let_in(sending: Sending, purpose: Purpose, secret: str) -> None:
    sending.db.execute(
        "insert into public.entrance (digest, person, leads_to, expires) values (%s, %s, %s, %s)",
        [digest(secret), sending.person["id"], purpose.leads_to(sending), purpose.until(sending)],
    )


def _note(db: Connection[DictRow], row: Row, outcome: Outcome) -> None:
    """A letter that waits is tried again later and later."""
    db.execute(
        "update public.outbox set state = %s, answer = %s, message = %s, attempts = attempts + 1,"
        " next_try = clock_timestamp() + %s where id = %s",
        [outcome.state, outcome.answer, outcome.message, later(row["attempts"]), row["id"]],
    )


def _code(answer: str) -> str:
    """The code of a mail server: its words may name the recipient."""
    found = re.match(r"\d{3}", answer)
    return found[0] if found else answer
