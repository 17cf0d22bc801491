"""What letters say of meetings: an invitation, a report, what a newcomer to a group is given, what is to be done."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal, cast

from psycopg import Connection
from psycopg.rows import DictRow

from governance.network.action_facts import ActionId
from governance.network.facts import GroupId, MeetingId
from projections.network import actions, groups, meetings
from web.discussions import new_remarks
from web.documents import document
from web.documents.contents import legal
from web.gatherings.report import agenda_line, coming, due, when
from web.gatherings.telling import written
from web.i18n import day, ngettext
from web.mail.letters import GatheringWords

MOST = 10  # reports in a pack: a mailbox has its limits


def letter(
    db: Connection[DictRow], coop: dict[str, Any], row: Mapping[str, Any], at: datetime, link: str
) -> tuple[GatheringWords, dict[str, bytes]]:
    """The words, and the reports that are enclosed by their file names. `row`: that of the outbox."""
    if row["purpose"] == "pack":
        return _pack(db, coop, GroupId(row["subject"]), at, link)
    if row["purpose"] == "action":
        return _action(db, coop, ActionId(row["subject"]), link), {}
    if row["purpose"] == "remarks":
        return _remarks(db, coop, row, link), {}
    meeting = meetings.of(db, MeetingId(row["subject"]))
    assert meeting is not None  # the row was made from the register
    words: GatheringWords = {
        "cooperative": legal(coop),
        "purpose": cast(Literal["gathering", "report"], row["purpose"]),
        "title": meeting["title"],
        "when": when(meeting),
        "place": meeting["place"],
        "agenda": [agenda_line(one) for one in meeting["agenda"]],
        "coming": [],
        "link": link,
    }
    enclosed = {"compte-rendu.pdf": _paper(db, coop, meeting, at)} if row["purpose"] == "report" else {}
    return words, enclosed


def _pack(
    db: Connection[DictRow], coop: dict[str, Any], group: GroupId, at: datetime, link: str
) -> tuple[GatheringWords, dict[str, bytes]]:
    """Its last reports, and its days to come."""
    known, met = groups.of(db, group), groups.meetings(db, group)
    assert known is not None  # the row was made from the register
    words: GatheringWords = {
        "cooperative": legal(coop),
        "purpose": "pack",
        "title": known["name"],
        "when": "",
        "place": "",
        "agenda": [],
        "coming": [f"{one['title']}, {coming(one)}" for one in met if not one["held"]],
        "link": link,
    }
    past = [meetings.of(db, MeetingId(one["id"])) for one in met if one["held"]][-MOST:]
    return words, {f"compte-rendu-{one['held']}-{one['id'][:4]}.pdf": _paper(db, coop, one, at) for one in past if one}


def _action(db: Connection[DictRow], coop: dict[str, Any], action: ActionId, link: str) -> GatheringWords:
    """What its reader offered to do, and until when."""
    row = actions.of(db, action)
    assert row is not None  # the letter was made from the register
    place = row["due_day"] and day(row["due_day"])
    return {
        "cooperative": legal(coop),
        "purpose": "action",
        "title": row["what"],
        "when": due(row),
        "place": place or "",
        "agenda": [],
        "coming": [],
        "link": link,
    }


def _remarks(db: Connection[DictRow], coop: dict[str, Any], row: Mapping[str, Any], link: str) -> GatheringWords:
    """What others remarked, thing by thing: how much, never their words."""
    return {
        "cooperative": legal(coop),
        "purpose": "remarks",
        "title": "",
        "when": "",
        "place": "",
        "agenda": [],
        "coming": [
            ngettext("« %(title)s » : %(num)s remarque", "« %(title)s » : %(num)s remarques", many, title=title)
            for title, many in new_remarks(db, row)
        ],
        "link": link,
    }


def _paper(db: Connection[DictRow], coop: dict[str, Any], meeting: DictRow, at: datetime) -> bytes:
    return document("compte-rendu", dict(written(db, coop, meeting)), at)


def leads_to(db: Connection[DictRow], row: Mapping[str, Any]) -> str:
    """Whoever is no member reads what is published."""
    if row["purpose"] == "remarks":
        return "discussions"
    if row["purpose"] in ("pack", "action"):
        return f"reseau/{'groupes' if row['purpose'] == 'pack' else 'actions'}/{row['subject']}"
    meeting = meetings.of(db, MeetingId(row["subject"]))
    return f"{'comptes-rendus' if meeting and meeting['published'] else 'reseau/reunions'}/{row['subject']}"
