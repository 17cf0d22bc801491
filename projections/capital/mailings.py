"""The register of mailings of certificates: of which day, when, and to each holder how hers goes."""

from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow

from governance.capital.facts import CertificatesSent
from governance.words import Day
from projections.membership.consents import BY_EMAIL, SPOKEN, reaching
from projections.membership.members import AsOf
from projections.register import Register

mailings = Register(
    name="mailings",
    schema="""
        create table mailing (
            position bigint primary key,
            day      date not null,      -- of the certificates
            happened date not null,
            written  timestamptz not null
        );
    """,
    sentences={CertificatesSent: 'insert into mailing select position, day::date, "on"::date, at from {facts}'},
)

_HELD = """(
    select member from entry
    where happened <= %(held_on)s::date and written <= %(held_known)s::timestamptz
    group by member having sum(shares) > 0
)"""
_HOLDERS = f"""
    select standing.member, holder.name, holder.sort_key, person.id as speaker, person.name as spoken_by,
        {BY_EMAIL} as by_email
    from {SPOKEN.replace("member_standing", _HELD)}
    join person as holder on holder.id = standing.member
"""
"""Whoever has shares on the day of the certificates, and who speaks for her on the day of the mailing."""


def every(db: Connection[DictRow]) -> list[DictRow]:
    return db.execute("select * from mailing order by position desc").fetchall()


def of(db: Connection[DictRow], position: int) -> DictRow | None:
    return db.execute("select * from mailing where position = %s", [position]).fetchone()


def holders(db: Connection[DictRow], held: AsOf, on: Day) -> list[DictRow]:
    """Each in the order of names, with whether hers goes by e-mail on a day."""
    return db.execute(f"{_HOLDERS} order by holder.sort_key, standing.member", _asked(held, on)).fetchall()


def sent(db: Connection[DictRow], mailing: DictRow) -> list[DictRow]:
    """The same for a mailing, as known when it was asked for, with what became of each letter: `state` is sent, due or
    refused, null for those who have theirs on paper."""
    sentence = f"""
        select each.*, letter.state, letter.asked, letter.answer from ({_HOLDERS}) as each
        left join public.outbox as letter
            on letter.recipient = speaker and letter.position = %(position)s and purpose = 'certificates'
        order by sort_key, member
    """
    asked = _asked(AsOf(Day.of(mailing["day"]), mailing["written"]), Day.of(mailing["happened"]))
    return db.execute(sentence, asked | {"position": mailing["position"]}).fetchall()


def due(db: Connection[DictRow]) -> list[dict[str, Any]]:
    """The letters that the last mailings ask for and that nobody has put in the outbox."""
    sentence = """
        select * from mailing where written > clock_timestamp() - interval '1 day'
            and not exists (select from public.outbox where position = mailing.position and purpose = 'certificates')
    """
    return [
        {"purpose": "certificates", "recipient": who, "subject": str(mailing["day"]), "position": mailing["position"]}
        for mailing in db.execute(sentence).fetchall()
        for who in dict.fromkeys(row["speaker"] for row in sent(db, mailing) if row["by_email"])
    ]


def _asked(held: AsOf, on: Day) -> dict[str, Any]:
    asked = held.asked
    return {**reaching(on), "held_on": asked["day"], "held_known": asked["known"]}
