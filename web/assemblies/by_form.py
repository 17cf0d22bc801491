"""Whether a member may vote by a form before a meeting: on paper, or online until its hour."""

from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow

from governance.assembly.facts import Matter
from governance.statutes.facts import Organ, Statutes
from governance.vote.channels import refusal
from governance.vote.facts import Channel
from governance.vote.forms import last_online
from governance.words import Day
from web.assemblies.rules import of_meeting
from web.bygone import now
from web.words import Refusal, said


def closed(statutes: Statutes | None, meeting: dict[str, Any]) -> dict[str, Refusal]:
    """Why a form may not be sent, by channel: on paper, online; nothing where it may."""
    if statutes is None:
        return {}
    asked = (Organ(meeting["organ"]), Matter.GENERAL)
    found = {one.value: refusal(statutes, *asked, one) for one in (Channel.POSTAL, Channel.EARLY)}
    return {channel: said(why) for channel, why in found.items() if why}


def may_still_fill(db: Connection[DictRow], meeting: dict[str, Any]) -> bool:
    """Whether the page of a meeting leads a voter to her form: open to it, convened, before the hour."""
    if meeting["state"] != "convened" or meeting["manner"] != "session":
        return False
    late = now() > last_online(Day(meeting["day"]))
    return not late and Channel.EARLY.value not in closed(of_meeting(db, meeting), meeting)
