"""How the voices of a resolution came and who counted them; the rounds of the election that was held on it."""

from collections.abc import Iterable
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow

from governance.command import Refused
from governance.counting.election import Election, Score
from governance.counting.tally import WHOLE
from governance.statutes.standing import quotes
from governance.vote.detail import FEW
from governance.vote.election_facts import ElectionOpened
from governance.words import AssemblyId, ResolutionId, VoteId
from projections.assembly import meetings
from projections.vote import boxes, elections
from web.assemblies import rules
from web.documents.contents import Candidate, Round
from web.explain import explained
from web.i18n import gettext as _
from web.i18n import ngettext
from web.votes.result import told_by_hand, ways
from web.words.common import OFFICES

Row = dict[str, Any]


def counted(db: Connection[DictRow], vote: Row) -> list[str]:
    """A sentence each: the hands, the urns and their tellers, then every way where there were several."""
    identifier = VoteId(vote["id"])
    tellers = [(urn.teller, name) for name, urn in boxes.urns(db, identifier).items()]
    several = ways(db, identifier)
    by_way = ", ".join(f"{words.lower()} ({number})" for words, number in several) if len(several) > 1 else ""
    told = [told_by_hand(db, identifier), _opened(db, AssemblyId(vote["assembly"]), tellers)]
    return [*filter(None, told), *([_("Voix reçues : %(ways)s.", ways=by_way)] if by_way else [])]


def _opened(db: Connection[DictRow], assembly: AssemblyId, tellers: Iterable[tuple[str, str]]) -> str:
    """Who counted the urns, with what each was in the meeting."""
    meeting = meetings.of(db, assembly) or {}
    functions = {meeting.get("chair"): _("présidence"), meeting.get("secretary"): _("secrétariat")}
    functions |= dict.fromkeys(meeting.get("tellers") or (), _("scrutateur ou scrutatrice"))
    named = [f"{name} ({functions[teller]})" if teller in functions else name for teller, name in tellers]
    return _("Urnes dépouillées par %(tellers)s.", tellers=_(" et ").join(named)) if named else ""


def rounds(db: Connection[DictRow], resolution: ResolutionId) -> list[Round]:
    return [_round(db, row) for row in elections.of_resolution(db, resolution)]


def _round(db: Connection[DictRow], row: Row) -> Round:
    result, opened = elections.result(row), elections.opening(row)
    if result is None:
        raise Refused("vote-not-counted")
    names, found = _names(db, opened), elections.found(db, VoteId(row["id"]))
    tells = any(0 < urn.papers < FEW for one in found for urn in elections.counted(one).urns)
    steps = [] if tells else explained(result.steps, quotes(opened.suffrage), names)
    return {
        "title": _title(opened, names),
        "candidates": [_candidate(one, result, names) for one in result.scores],
        "counted": _opened(db, opened.assembly, [(one["teller"], one["name"] or _("(nom effacé)")) for one in found]),
        "steps": [step.sentence for step in steps],
    }


def _names(db: Connection[DictRow], opened: ElectionOpened) -> dict[str, str]:
    meeting = meetings.of(db, opened.assembly)
    people = elections.names(db, [*opened.running.candidates, *opened.running.elected])
    return {**people, **(rules.college_names(db, meeting) if meeting else {})}


def _title(opened: ElectionOpened, names: dict[str, str]) -> str:
    running, office = opened.running, str(OFFICES[opened.office.value])
    seats = ngettext("%(num)s siège", "%(num)s sièges", running.seats)
    said = _("%(office)s, %(seats)s, tour %(round)s", office=office.capitalize(), seats=seats, round=running.round)
    return said if running.college == WHOLE else f"{said} – {names.get(running.college, running.college)}"


def _candidate(score: Score, result: Election, names: dict[str, str]) -> Candidate:
    fates = {
        **dict.fromkeys(result.again, _("tour suivant")),
        **dict.fromkeys(result.tied, _("à égalité")),
        **dict.fromkeys(result.elected, _("élu·e")),
    }
    fate = fates.get(score.candidate, _("non élu·e"))
    return {"name": names.get(score.candidate) or _("(nom effacé)"), "votes": score.votes, "fate": fate}
