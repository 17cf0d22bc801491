"""What the minutes say of a written consultation: until when, who answered what, and the quorum that this made."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow

from governance.assembly.facts import Manner
from governance.words import AssemblyId
from projections.assembly import rolls
from projections.vote import votes
from web import explain
from web.assemblies import rules
from web.documents.contents import Quorum, Role, instant
from web.documents.contents.consultation import Answers, Consultation, Turnout
from web.i18n import gettext as _
from web.minutes.resolutions import left_open
from web.words import cited
from web.words.convening import CONVENERS
from web.words.counting import say
from web.words.statutes import STATUTES
from web.words.vote import CHOICES

Row = dict[str, Any]


def consultation(db: Connection[DictRow], meeting: Row) -> Consultation | None:
    """None where members met."""
    if meeting["manner"] != Manner.CONSULTATION.value:
        return None
    asked = votes.of_assembly(db, AssemblyId(meeting["id"]))
    names = rules.college_names(db, meeting)
    answers = _answers(db, asked, names)
    return {
        "opened": instant(meeting["opened_at"]),
        "until": instant(meeting["ends"]),
        "article": _article(db, meeting),
        "turnout": list(_turnout(db, meeting, names, answers)),
        "numbers": [vote["number"] for vote in asked],
        "answers": answers,
    }


def _article(db: Connection[DictRow], meeting: Row) -> str:
    told = rules.of_meeting(db, meeting)
    clause = told.remote.written_consultation if told and told.remote else None
    return cited(clause.article) if clause else ""


def _answers(db: Connection[DictRow], asked: list[DictRow], names: dict[str, str]) -> list[Answers]:
    """A line a member who answered, in the order of collèges and names."""
    given = [{one["member"]: one for one in votes.ballots(db, vote["id"])} for vote in asked]
    members = {member: one for answered in given for member, one in answered.items()}
    lines = sorted(members.values(), key=lambda one: (one["college"], one["sort_key"]))
    return [_line(one, [answered.get(one["member"]) for answered in given], names) for one in lines]


def _line(one: DictRow, said: list[DictRow | None], names: dict[str, str]) -> Answers:
    return {
        "name": one["name"] or _("(nom effacé)"),
        "college": names.get(one["college"], ""),
        "by": (one["holder_name"] or _("(nom effacé)")) if one["holder"] else "",
        "choices": [str(CHOICES[answer["choice"]]) if answer else "" for answer in said],
    }


def _turnout(db: Connection[DictRow], meeting: Row, names: dict[str, str], answers: list[Answers]) -> Iterator[Turnout]:
    answered = Counter(one["college"] for one in answers)
    for one in rolls.counts(db, AssemblyId(meeting["id"])):
        college = names.get(one["college"], "")
        yield {
            "college": college or _("Tous les associés"),
            "advisory": not one["votes"],
            "members": one["entitled"],
            "answered": answered[college],
        }


def quorums(db: Connection[DictRow], meeting: Row) -> Iterator[Quorum]:
    """Those that the answers to each question made."""
    for vote in votes.of_assembly(db, AssemblyId(meeting["id"])):
        counted = votes.counting(vote)
        if counted and (state := counted.quorum):
            yield {
                "scope": _("de la résolution %(number)s", number=vote["number"]),
                "article": cited(state.article) if state.article else "",
                "base": str(STATUTES[state.base.value]),
                "required": str(state.need),
                "reached": str(state.there),
                "met": state.reached,
                "steps": [say(step) for step in state.steps],
                "left_open": left_open(explain.left_open(state.readings)),
            }


def signatory(meeting: Row) -> Role:
    """Nobody sat at a table: whoever consulted signs (C.com R223-24)."""
    said = CONVENERS.get(meeting["convener"])
    return {"role": _("Pour %(convener)s", convener=said) if said else _("Qui a consulté"), "name": "", "capacity": ""}
