"""What moves a membership and what ends it: category, withdrawal, exclusion, absence, and what the assembly is told."""

from collections.abc import Sequence
from typing import Any, Literal

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from governance.assembly.absence import StateAbsence
from governance.command import Command
from governance.decision.exclude import Exclude
from governance.membership.exclude import HearMember, ProposeExclusion, SetExclusionAside
from governance.membership.leave import NotifyWithdrawal
from governance.membership.move import ChangeCategory
from governance.membership.ratify import Ratify, RefuseRatification, ReportRejection
from governance.statutes.facts import Organ
from governance.words import AssemblyId, CategoryId, Clear, CollegeId, MemberId, PersonId, Public, Said, VoteId
from projections.assembly import absences
from projections.membership import lives
from projections.statutes import versions
from projections.vote import votes
from web.counter import Gesture, Page, office, to
from web.edge.inputs import FrenchDay, Name, Text
from web.i18n import day
from web.i18n import gettext as _
from web.members import OnDay, clear, dated_today, member, sheet, to_sheet, today
from web.pages import render
from web.visitor import board, secretariat
from web.words import cited


class Category(OnDay):
    category: Name
    college: Name | None = None


class Withdrawal(OnDay):
    effective: FrenchDay


class Grounds(OnDay):
    grounds: Text
    assembly_on: FrenchDay


class Hearing(OnDay):
    came: Literal["true", "false"]
    said: Text | None = None


class Decided(OnDay):
    vote: Name | None = None
    minutes: Name | None = None
    despite: Text | None = None


class Told(OnDay):
    minutes: Name | None = None
    ratified: tuple[Name, ...] = ()
    reported: tuple[Name, ...] = ()


class Missed(BaseModel):
    assemblies: list[Name]


def change_category(form: Category, request: Request, gesture: str) -> ChangeCategory:
    college = CollegeId(form.college) if form.college else None
    return ChangeCategory(member(request), CategoryId(form.category), form.on, college)


def propose(form: Grounds, request: Request, gesture: str) -> ProposeExclusion:
    grounds = Clear(PersonId(member(request)), Said.REASON, form.grounds)
    return ProposeExclusion(member(request), grounds, form.on, form.assembly_on)


def hear(form: Hearing, request: Request, gesture: str) -> HearMember:
    said = clear(member(request), Said.REASON, form.said)
    return HearMember(member(request), form.on, form.came == "true", said)


def exclude(form: Decided, request: Request, gesture: str) -> Exclude:
    vote, _, assembly = (form.vote or "").partition(".in.")
    return Exclude(
        member(request),
        form.on,
        VoteId(vote) if vote else None,
        AssemblyId(assembly) if assembly else None,
        Public(form.minutes or ""),
        clear(member(request), Said.REASON, form.despite),
    )


def with_votes(request: Request) -> dict[str, Any]:
    """The votes that were adopted, the last first."""
    with office(request).reading() as db:
        adopted = [
            (f"{one['id']}.in.{one['assembly']}", f"{one['title']} – {day(one['day'])}") for one in votes.adopted(db)
        ]
    return {**sheet(request), "votes": adopted}


def tell_assembly(form: Told, request: Request, gesture: str) -> Sequence[Command]:
    """Each admission ratified and each rejection reported is a gesture of its own."""
    ratified = [Ratify(MemberId(one), form.on, Public(form.minutes or "")) for one in form.ratified]
    return [*ratified, *(ReportRejection(MemberId(one), form.on) for one in form.reported)]


def to_tell(request: Request) -> dict[str, Any]:
    """What the statutes want the assembly to ratify, and to be told."""
    with office(request).reading() as db:
        version = versions.in_force(db, today())
        statutes = version["statutes"] if version else {}
        ratifies = statutes.get("ratification")
        reported = (statutes.get("rejection_reported") or {}).get("value")
        return {
            "admitted": _options(lives.to_ratify(db, Organ(ratifies["value"]))) if ratifies else [],
            "rejected": _options(lives.to_report(db)) if reported else [],
        }


def _options(rows: list[dict[str, Any]]) -> list[tuple[str, str, str]]:
    return [(row["member"], row["name"] or _("(nom effacé)"), day(row["day"])) for row in rows]


def absent(request: Request) -> Response:
    """Those whom one more absence ends, and those whom it has ended."""
    with office(request).reading() as db:
        allowed = _allowed(db)
        rows = absences.absent(db, str(today()), max(allowed["value"] - 1, 1)) if allowed else []
    return render(request, "membership/absences.html", {"allowed": allowed, "rows": rows, "cited": cited})


def _allowed(db: Any) -> dict[str, Any] | None:
    """After how many absences the statutes in force end a membership: a value and its article."""
    version = versions.in_force(db, today())
    loss = version["statutes"].get("loss") if version else None
    found: dict[str, Any] | None = loss and loss.get("absence_n_ago")
    return found


def missed(request: Request) -> dict[str, Any]:
    """The assemblies to count: from the first that she missed in a row."""
    with office(request).reading() as db:
        row = next((one for one in absences.absent(db, str(today()), 1) if one["member"] == member(request)), None)
        since = row["first_day"] if row else str(today())
        return {"assemblies": absences.assemblies_since(db, since, str(today()))}


def state_absence(form: Missed, request: Request, gesture: str) -> StateAbsence:
    return StateAbsence(member(request), tuple(map(AssemblyId, form.assemblies)))


routes = [
    Page("/membres/absences", "absences", board, absent),
    Gesture(Told, "membership/to_report.html", tell_assembly, to("to_report"), to_tell, dated_today).page(
        "/membres/admissions", "to_report", secretariat
    ),
    Gesture(Category, "membership/change_category.html", change_category, to_sheet, sheet, dated_today).page(
        "/membres/{member}/categorie", "change_category", board
    ),
    Gesture(
        Withdrawal,
        "membership/withdraw.html",
        lambda form, r, g: NotifyWithdrawal(member(r), form.on, form.effective),
        to_sheet,
        sheet,
        lambda r: {"on": today(), "effective": today()},
    ).page("/membres/{member}/retrait", "withdraw", secretariat),
    Gesture(Grounds, "membership/propose_exclusion.html", propose, to_sheet, sheet, dated_today).page(
        "/membres/{member}/exclusion", "propose_exclusion", secretariat
    ),
    Gesture(Hearing, "membership/hear.html", hear, to_sheet, sheet, dated_today).page(
        "/membres/{member}/exclusion/audition", "hear", secretariat
    ),
    Gesture(
        OnDay,
        "membership/set_exclusion_aside.html",
        lambda form, r, g: SetExclusionAside(member(r), form.on),
        to_sheet,
        sheet,
        dated_today,
    ).page("/membres/{member}/exclusion/classement", "set_exclusion_aside", secretariat),
    Gesture(Decided, "membership/exclude.html", exclude, to_sheet, with_votes, dated_today).page(
        "/membres/{member}/exclusion/decision", "exclude", secretariat
    ),
    Gesture(
        OnDay,
        "membership/refuse_ratification.html",
        lambda form, r, g: RefuseRatification(member(r), form.on),
        to_sheet,
        sheet,
        dated_today,
    ).page("/membres/{member}/ratification/refus", "refuse_ratification", secretariat),
    Gesture(Missed, "membership/state_absence.html", state_absence, to_sheet, sheet, missed).page(
        "/membres/{member}/absence", "state_absence", secretariat
    ),
]
