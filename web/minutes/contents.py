"""What the minutes say (C.com R225-106, R223-24): the meeting, who was there, the quorum."""

from datetime import datetime
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow

from governance.words import AssemblyId
from projections.assembly import meetings
from web.assemblies import contents, quorum
from web.assemblies.address import begins
from web.documents.contents import (
    Deficiency,
    Head,
    Minutes,
    Present,
    Quorum,
    Role,
    instant,
    legal,
)
from web.i18n import gettext as _
from web.i18n import ngettext
from web.minutes import beside, consultation, presence
from web.minutes.resolutions import left_open, resolutions
from web.words import cited
from web.words.statutes import STATUTES

Row = dict[str, Any]

CARENCE = "C.com R225-107"


def minutes(db: Connection[DictRow], coop: Row, meeting: Row, head: Head) -> Minutes:
    assembly = AssemblyId(meeting["id"])
    roles, taking_part = officers(meeting), presence.attendance(db, meeting)
    asked = consultation.consultation(db, meeting)
    return {
        "cooperative": legal(coop),
        "assembly": {**contents.which(meeting), "remote": _remote(taking_part)},
        "closed": instant(ended(meeting)),
        "convened": beside.convened(db, meeting),
        "agenda": [one["title"] for one in meetings.agenda(db, assembly)],
        "officers": roles,
        "attendance": taking_part,
        "participants": presence.participants(db, meeting),
        "unread": unread(meeting),
        "consultation": asked,
        "quorums": [*_quorums(meeting), *consultation.quorums(db, meeting)],
        "documents": beside.documents(db, meeting),
        "debates": meeting["debates"] or "",
        "deficiency": _deficiency(db, meeting),
        "resolutions": resolutions(db, meeting),
        "irregularities": beside.irregularities(db, meeting),
        "incidents": beside.incidents(db, meeting),
        "signatories": [consultation.signatory(meeting)] if asked else roles,
        "errata": beside.errata(db, meeting),
        "record": head,
    }


def unread(meeting: Row) -> str:
    """Until an adviser has read the rules, what is computed from them says so."""
    return _("Règles non relues : personne n’a comparé ces calculs avec le texte.") if meeting["unread"] else ""


def _remote(taking_part: list[Present]) -> str:
    """Where some were there by a live link: that the statutes hold them for present."""
    afar = sum(one["remote"] for one in taking_part)
    return (
        ngettext(
            "%(num)s membre par liaison en direct, tenu pour présent par les statuts",
            "%(num)s membres par liaison en direct, tenus pour présents par les statuts",
            afar,
        )
        if afar
        else ""
    )


def ended(meeting: Row) -> datetime:
    """When the session was closed, or put off."""
    moment: datetime = meeting["closed_at"] or meeting["put_off_at"]
    return moment


def officers(meeting: Row) -> list[Role]:
    named = [
        (_("Présidence de séance"), meeting["chair_name"]),
        (_("Secrétariat de séance"), meeting["secretary_name"]),
        *((_("Scrutateur ou scrutatrice"), name) for name in meeting["tellers_names"] or ()),
    ]
    return [{"role": role, "name": name, "capacity": ""} for role, name in named if name]


def _quorums(meeting: Row) -> list[Quorum]:
    return [_quorum(one, kept) for one, kept in zip(quorum.recorded(meeting), meeting["quorums"] or (), strict=True)]


def _quorum(one: quorum.Live, kept: Row) -> Quorum:
    state = kept["state"]
    return {
        "scope": _("à titre %(kind)s", kind=STATUTES[kept["kind"]]),
        "article": cited(state["article"]) if state["article"] else "",
        "base": str(STATUTES[state["base"]]),
        "required": state["need"],
        "reached": state["there"],
        "met": one.reached,
        "steps": [step.sentence for step in one.steps],
        "left_open": left_open(one.choices),
    }


def _deficiency(db: Connection[DictRow], meeting: Row) -> Deficiency | None:
    if meeting["state"] != "adjourned":
        return None
    later = meetings.of(db, AssemblyId(meeting["second_call"])) if meeting["second_call"] else None
    if later is None:
        return {"article": CARENCE, "next": "", "place": ""}
    return {"article": CARENCE, "next": instant(begins(later)), "place": later["place"]}
