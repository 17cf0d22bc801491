"""Who is in the registers already, and how the record stands: what a line is held against before anything is asked."""

from collections.abc import Set
from dataclasses import dataclass

from psycopg import Connection
from psycopg.rows import DictRow

from governance.words import Cents, Day
from projections.names import plain
from projections.statutes import versions
from web.members import today
from web.takeover.lines import MemberLine


@dataclass(frozen=True)
class Known:
    """Names in plain letters and SIREN numbers; mailboxes."""

    names: Set[str]
    mailboxes: Set[str]

    def holds(self, member: MemberLine) -> bool:
        return plain(member.full_name) in self.names or member.siren in self.names


def known(db: Connection[DictRow], but: str | None = None) -> Known:
    """Everybody whose name is not erased. `but`: those that this draft brought are left out."""
    sentence = (
        "select name, siren, email from person"
        " where name is not null and (%(but)s::text is null or not starts_with(id, %(but)s))"
    )
    rows = db.execute(sentence, {"but": but and f"{but}."}).fetchall()
    names = {plain(row["name"]) for row in rows} | {row["siren"] for row in rows if row["siren"]}
    return Known(names, {row["email"] for row in rows if row["email"]})


def nominal(db: Connection[DictRow], day: Day) -> Cents | None:
    """What a share was worth by the statutes in force on a day, where they are known and there are shares."""
    version = versions.in_force(db, day)
    capital = version["statutes"]["capital"] if version else None
    return Cents(capital["nominal"]["value"]) if capital else None


def stands(db: Connection[DictRow], ends: Day) -> str:
    """The state of the record that lines depend on: the statutes of today and of the day when the register ends, who
    is known, the last step of anybody's membership or shares. Another state, and the lines are rehearsed again.
    """
    rules = [version and version["version"] for version in (versions.in_force(db, on) for on in (today(), ends))]
    sentence = "select (select count(*) from person where name is not null) as people, max(position) as step from step"
    row = db.execute(sentence).fetchone() or {}
    return f"{rules[0]}/{rules[1]}/{row['people']}/{row['step']}"
