"""What the statutes say of a meeting: the delay of its notice, its collèges and its powers."""

import json
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow

from governance.assembly.deadline import Delay, delay
from governance.assembly.proxies import BY_LAW, open_rule
from governance.record import kinds
from governance.statutes.facts import Kind, OpenProxyRule, Organ, Ruled, Statutes, StatutesAdopted
from governance.words import AssemblyId, Day
from projections.assembly import meetings
from projections.statutes import versions


def statutes(row: dict[str, Any]) -> Statutes:
    """A version as the record has it, from its row of the register."""
    fact = {name: row[name] for name in ("version", "in_force_from", "statutes", "text_digest", "text")}
    adopted = kinds.read("StatutesAdopted", json.dumps(fact | {"on": row["adopted"]}).encode())
    assert isinstance(adopted, StatutesAdopted)
    return adopted.statutes


def in_force(db: Connection[DictRow], day: Day) -> tuple[str, Statutes] | None:
    """The version of a day and what it says."""
    row = versions.in_force(db, day)
    return (row["version"], statutes(row)) if row else None


def of_meeting(db: Connection[DictRow], meeting: dict[str, Any]) -> Statutes | None:
    """The version under which the roll of a meeting was sealed; None before."""
    row = versions.of(db, meeting["statutes"]) if meeting["statutes"] else None
    return statutes(row) if row else None


def on_agenda(db: Connection[DictRow], assembly: AssemblyId) -> list[Kind]:
    return [Kind(one["kind"]) for one in meetings.agenda(db, assembly)]


def required(db: Connection[DictRow], meeting: dict[str, Any], day: Day) -> Delay | None:
    """How long before this meeting its notice must leave, as the statutes of a day say it; None without statutes."""
    known = in_force(db, day)
    if known is None:
        return None
    organ, agenda = Organ(meeting["organ"]), on_agenda(db, AssemblyId(meeting["id"]))
    return delay(known[1], organ, agenda, meeting["second_call_of"] is not None)


def college_names(db: Connection[DictRow], meeting: dict[str, Any]) -> dict[str, str]:
    """How the collèges of a meeting are called; its own statutes say so."""
    told = of_meeting(db, meeting)
    scheme = told.scheme(Organ(meeting["organ"])) if told else None
    return {college.id: college.name for college in scheme.colleges} if scheme else {}


def open_proxy(db: Connection[DictRow], meeting: dict[str, Any]) -> Ruled[OpenProxyRule] | None:
    """What becomes at this meeting of a power that names nobody; None where nothing says it."""
    told = of_meeting(db, meeting)
    return open_rule(told, Organ(meeting["organ"])) if told else None


def proxies_allowed(told: Statutes) -> bool:
    """By the statutes, or by the law of the form."""
    return told.proxies is not None or told.form in BY_LAW
