"""Who took part, as the minutes tell it: in the room, from afar, by a power, by a form sent before."""

from collections import Counter
from enum import Enum
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow

from governance.words import AssemblyId
from projections.assembly import rolls
from web.assemblies import rules
from web.documents.contents import Participant, Present
from web.i18n import gettext as _
from web.i18n import hour

Row = dict[str, Any]


class Part(Enum):
    """How a member took part, at any moment of the meeting; once each."""

    ROOM = "room"
    AFAR = "afar"
    POWER = "power"
    FORM = "form"


def parts(db: Connection[DictRow], assembly: AssemblyId) -> list[tuple[Row, Part | None]]:
    """The whole roll. Whoever holds a power must have come herself; nobody need for one that names nobody."""
    lines = rolls.sheet(db, assembly)
    came = {line["member"] for line in lines if line["signed"]}
    return [(line, _part(line, came)) for line in lines]


def _part(line: Row, came: set[str]) -> Part | None:
    if line["signed"]:
        return Part.AFAR if line["remote"] else Part.ROOM
    if line["open_proxy"] or line["holder"] in came:
        return Part.POWER
    return Part.FORM if line["form"] else None


def attendance(db: Connection[DictRow], meeting: Row) -> list[Present]:
    names, found = rules.college_names(db, meeting), parts(db, AssemblyId(meeting["id"]))
    colleges = dict.fromkeys([*names, *(line["college"] for line, _part in found)])
    by_college = {one: [(line, part) for line, part in found if line["college"] == one] for one in colleges}
    return [_present(names.get(one, _("Tous les associés")), held) for one, held in by_college.items() if held]


def _present(college: str, held: list[tuple[Row, Part | None]]) -> Present:
    took, votes = Counter(part for _line, part in held), any(line["votes"] for line, _part in held)
    return {
        "college": college,
        "advisory": not votes,
        "members": len(held),
        "present": took[Part.ROOM],
        "remote": took[Part.AFAR],
        "represented": took[Part.POWER],
        "by_form": took[Part.FORM],
        "votes": len(held) - took[None] if votes else 0,
    }


def participants(db: Connection[DictRow], meeting: Row) -> list[Participant]:
    names = rules.college_names(db, meeting)
    return [
        {
            "name": line["name"] or _("(nom effacé)"),
            "college": names.get(line["college"], ""),
            "how": _how(line, part),
            "by": _carrier(line) if part is Part.POWER else "",
            "votes": int(line["votes"]),
        }
        for line, part in parts(db, AssemblyId(meeting["id"]))
        if part
    ]


def _how(line: Row, part: Part) -> str:
    said = {
        Part.ROOM: _("en personne"),
        Part.AFAR: _("à distance"),
        Part.POWER: _("pouvoir porté"),
        Part.FORM: _("formulaire"),
    }[part]
    return _("%(how)s, jusqu’à %(hour)s", how=said, hour=hour(line["left_at"])) if line["left_at"] else said


def _carrier(line: Row) -> str:
    if line["open_proxy"]:
        return _("la présidence, sans nom de mandataire")
    return line["holder_name"] or _("(nom effacé)")
