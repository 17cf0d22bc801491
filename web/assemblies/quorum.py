"""The quorum of a meeting: as the sheet stands now, or as it was when the session was opened or put off."""

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from markupsafe import Markup
from psycopg import Connection
from psycopg.rows import DictRow

from governance.assembly.facts import KindQuorum
from governance.assembly.quorums import counts_represented, quorums
from governance.counting.tally import Held, QuorumState, Reading, Step, Tally
from governance.statutes.facts import Kind, Organ, QuorumBase, Statutes
from governance.statutes.standing import quotes
from governance.words import AssemblyId, CollegeId
from projections.assembly import rolls
from web.assemblies.rules import of_meeting, on_agenda
from web.explain import Choice, Explained, explained, left_open
from web.i18n import fraction, ngettext, number
from web.i18n import gettext as _
from web.pictures.quorum import Attendance, Counts, quorum_gauge


@dataclass(frozen=True)
class Live:
    """The quorum for one kind of resolution, to be shown."""

    kind: Kind
    reached: bool
    missing: str  # « il en manque 4 », nothing once it is reached
    picture: Markup | None
    steps: list[Explained]
    choices: list[Choice]


def live(db: Connection[DictRow], meeting: dict[str, Any]) -> list[Live]:
    """The quorum of each kind on the agenda, as the sheet stands now."""
    told = of_meeting(db, meeting)
    if told is None:
        return []
    organ, counts = Organ(meeting["organ"]), rolls.counts(db, AssemblyId(meeting["id"]))
    agenda, second_call = on_agenda(db, AssemblyId(meeting["id"])), meeting["second_call_of"] is not None
    alone, both = [_tally(one, "present") for one in counts], [_tally(one, "there") for one in counts]
    counted = both if counts_represented(told, organ) else alone
    reckoned = zip(*(quorums(told, organ, agenda, each, second_call) for each in (counted, alone)), strict=True)
    return [_live(told, *one) for one in reckoned]


def absent(one: DictRow) -> Tally:
    """A collège of which nobody is there yet."""
    return Tally(
        CollegeId(one["college"]), one["entitled"], 0, shares=Held(one["shares"], 0) if one["shares"] else None
    )


def _tally(one: DictRow, who: str) -> Tally:
    """Of those `present`, or of those `there`: represented too, or by a form that they sent."""
    counted = one["present"] if who == "present" else one["present"] + one["represented"] + one["by_form"]
    nobody = absent(one)
    held = nobody.shares and replace(nobody.shares, there=one[f"shares_{who}"])
    return replace(nobody, there=counted, shares=held)


def missing(state: QuorumState) -> str:
    """What still lacks, in what the quorum counts."""
    if state.reached:
        return ""
    if state.base is QuorumBase.PER_COLLEGE:
        lacking = [dict(step.numbers) for step in state.steps if step.key == "quorum-college-missed"]
        each = (f"{int(one['need']) - int(one['there'])} {one['college']}" for one in lacking)
        return _("il en manque : %(colleges)s", colleges=", ".join(each))
    lack = state.need - state.there
    if state.base is QuorumBase.SHARES:
        return ngettext("il manque %(num)s part", "il manque %(num)s parts", int(lack))
    return _(
        "il en manque %(missing)s", missing=fraction(lack) if state.base is QuorumBase.WEIGHTS else number(int(lack))
    )


def _live(told: Statutes, one: KindQuorum, alone: KindQuorum) -> Live:
    state = one.state
    steps = explained(state.steps, quotes(told.meeting(one.kind)))
    return Live(one.kind, state.reached, missing(state), _picture(one, alone), steps, left_open(state.readings))


def _picture(one: KindQuorum, alone: KindQuorum) -> Markup | None:
    """By collège there is no single bar to draw: the steps say it."""
    state, present = one.state, alone.state.there
    if state.base is QuorumBase.PER_COLLEGE:
        return None
    asked: Fraction | None = None if state.steps[0].key == "quorum-none" else state.need
    weighted = state.base is QuorumBase.WEIGHTS and any(step.key == "quorum-points" for step in state.steps)
    counts = Counts.POINTS if weighted else Counts.SHARES if state.base is QuorumBase.SHARES else Counts.HEADS
    attendance = Attendance(present, state.there - present, asked, state.total, counts)
    return quorum_gauge(attendance, f"quorum-{one.kind.value}")


def recorded(meeting: dict[str, Any]) -> list[Live]:
    """The quorum as it was when the session was opened or put off."""
    return [_recorded(meeting, one["kind"], one["state"]) for one in meeting["quorums"] or []]


def _recorded(meeting: dict[str, Any], kind: str, state: dict[str, Any]) -> Live:
    steps = _steps(state)
    readings = [Reading(one["rule"], one["choice"], one["met"], _steps(one)) for one in state.get("readings", ())]
    picture = None
    if state["base"] == QuorumBase.HEADS.value and steps[0].key != "quorum-none":
        present, total = Fraction(meeting["present"]), Fraction(state["total"])
        attendance = Attendance(present, Fraction(state["there"]) - present, Fraction(state["need"]), total)
        picture = quorum_gauge(attendance, f"quorum-{kind}")
    return Live(Kind(kind), state["reached"], "", picture, explained(steps), left_open(readings))


def _steps(told: dict[str, Any]) -> tuple[Step, ...]:
    return tuple(Step(one["key"], one["article"], tuple(map(tuple, one["numbers"]))) for one in told["steps"])
