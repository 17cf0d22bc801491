"""A membership told step by step, and the papers of its steps: to sign, to send, to keep."""

from collections.abc import Sequence
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from governance.statutes.facts import Organ
from governance.words import Cents, Day, MemberId, PersonId, legal_day
from projections import agenda
from projections.dues import dues
from projections.membership import lives, offices, persons
from projections.statutes import versions
from web import share_papers
from web.counter import Page, found, office, visitor
from web.documents import document
from web.documents.contents import legal
from web.documents.contents.lives import Paper
from web.i18n import day, euros, number
from web.visitor import secretariat
from web.words import cited
from web.words.common import OFFICES
from web.words.lives import HEARD, STEPS
from web.words.membership import CAUSES, LOSSES
from web.words.statutes import STATUTES

Row = dict[str, Any]

PRINTED = frozenset(
    """
    ApplicationWithdrawn AdmissionRedated WithdrawalTakenBack HeirsNamed
    MembershipApplied MemberAdmitted ApplicationRejected AdmissionRatified CollegeChanged CategoryChanged
    WithdrawalNotified AbsenceWarned ExclusionProposed MemberHeard ExclusionSetAside MemberLeft
    SharesSubscribed SharesPaid SharesTransferred FormalNoticeSent DuesPaid DuesWaived DuesReminded
    SharesReimbursed ReimbursementScheduled LossClaimed
    """.split()  # noqa: SIM905  # a word a paper, read in one glance
)
"""The steps that have a paper: web/documents/lettre.typ."""
WELCOME = frozenset({"MembershipApplied", "SharesSubscribed", "SharesPaid"})
"""What is printed and signed on the day somebody comes."""

_EUROS, _DAYS, _NUMBERS = {"nominal", "amount"}, {"effective", "assembly_on", "was"}, {"shares", "into", "missed"}


def timeline(steps: Sequence[Row], places: dict[str, dict[str, str]]) -> list[Row]:
    """Each step as it is read: its day, what happened, what more is known, and the number of its paper."""
    return [
        {
            "day": step["day"],
            "what": str(STEPS[step["kind"]]) % {name: _shown(name, value) for name, value in step["said"].items()},
            "more": " · ".join(_more(step, places)),
            "paper": step["position"] if step["kind"] in PRINTED else None,
        }
        for step in steps
    ]


def _shown(name: str, value: Any) -> str:
    if name in _EUROS:
        return euros(Cents(value))
    if name in _DAYS:
        return day(Day(value))
    if name == "office":
        return str(OFFICES[value])
    return number(value) if name in _NUMBERS else str(value)


def _more(step: Row, places: dict[str, dict[str, str]]) -> list[str]:
    """What else a step says, in words; nothing for what it does not say."""
    said = step["said"]
    told = [
        places["categories"].get(said.get("category"), said.get("category")),
        places["colleges"].get(said.get("college"), said.get("college")),
        STATUTES[said["organ"]] if said.get("organ") else "",
        CAUSES[said["cause"]] if said.get("cause") else "",
        step["other"],
        LOSSES[said["lost"]] if step["kind"] == "MemberLeft" and said.get("lost") else "",
        HEARD[said["came"]] if step["kind"] == "MemberHeard" else "",
        *(said.get(name) for name in ("minutes", "reference", "decision")),
        cited(said["article"]) if said.get("article") else "",
        step["words"],
    ]
    return [str(words) for words in told if words]


def under_way(steps: Sequence[Row]) -> Row:
    """What the last steps leave open: the day when a withdrawal takes effect; whether she withdrew, or died; whom her
    shares are paid to."""
    found: Row = {"effective": "", "left": False, "withdrew": False, "died": False, "heirs": ""}
    for step in sorted(steps, key=lambda step: step["position"]):
        match step["kind"]:
            case "WithdrawalNotified":
                found["effective"] = step["said"]["effective"]
            case "WithdrawalTakenBack" | "MemberAdmitted":
                found |= {"effective": "", "left": False, "withdrew": False, "died": False}
            case "MemberLeft":
                cause = step["said"]["cause"]
                found |= {"effective": "", "left": True, "withdrew": cause == "withdrawal", "died": cause == "death"}
            case "HeirsNamed":
                found["heirs"] = step["words"] or ""
    return found


def paper(request: Request) -> Response:
    """The paper of one step."""
    member = MemberId(request.path_params["member"])
    with office(request).reading() as db:
        step = found(lives.step(db, member, request.path_params["position"]))
        if step["kind"] not in PRINTED:
            raise HTTPException(404)
        return _printed(db, request, member, [step])


def welcome(request: Request) -> Response:
    """All that is printed for a newcomer at once: her bulletin, the receipt of what she paid, that she applied."""
    member = MemberId(request.path_params["member"])
    with office(request).reading() as db:
        steps = [step for step in lives.of_member(db, member) if step["kind"] in WELCOME]
        if not steps:
            raise HTTPException(404)
        order = ("SharesSubscribed", "SharesPaid", "MembershipApplied")
        return _printed(db, request, member, sorted(steps, key=lambda step: order.index(step["kind"])))


def _printed(db: Connection[DictRow], request: Request, member: MemberId, steps: Sequence[Row]) -> Response:
    person = found(persons.of(db, PersonId(member)))
    db.execute(
        "insert into public.reading (person, page) values (%s, %s)",
        [visitor(request).person, f"membres/{member}/pieces"],
    )
    letters = [letter(db, person, step) for step in steps]
    content: dict[str, object] = {"cooperative": legal(request.state.coop), "letters": letters}
    headers = {"Content-Disposition": 'inline; filename="piece.pdf"'}
    return Response(
        document("lettre", content, max(step["at"] for step in steps)), media_type="application/pdf", headers=headers
    )


def letter(db: Connection[DictRow], person: Row, step: Row) -> Row:
    """What the paper of a step says, as the registers know it today: a `Paper`."""
    when = legal_day(step["at"])
    version = versions.in_force(db, Day(step["day"]))
    statutes = version["statutes"] if version else {}
    told = {
        "kind": step["kind"],
        "to": {"name": person["name"] or "", "address": person["address"] or "", "college": ""},
        "day": step["day"],
        "position": step["position"],
        "signatory": signatory(db, when),
        "words": step["words"] or "",
        "organ": "",
        "article": "",
        "next": "",
        "candidate": False,
        "capital": bool(statutes.get("capital")),
    }
    said = {name: value for name, value in step["said"].items() if name in Paper.__annotations__ and value is not None}
    return told | said | _named(step["said"], statutes) | _of_kind(db, person, step, statutes, when)


def signatory(db: Connection[DictRow], when: Day) -> str:
    """Who signs for the cooperative: its chair, else whoever keeps its secretariat."""
    held = {one["office"]: one["name"] or "" for one in offices.holders(db, when)}
    return held.get("chair") or held.get("secretary") or ""


def _named(said: Row, statutes: Row) -> Row:
    """Categories, collèges and organs by the names that the statutes give them."""
    categories = {one["id"]: one["name"] for one in statutes.get("categories", ())}
    colleges = {one["id"]: one["name"] for scheme in statutes.get("schemes", ()) for one in scheme["colleges"]}
    return {
        "category": categories.get(said.get("category"), said.get("category") or ""),
        "college": colleges.get(said.get("college"), said.get("college") or ""),
        "organ": str(STATUTES[said["organ"]]) if said.get("organ") else "",
        "article": cited(said["article"]) if said.get("article") else "",
    }


def _of_kind(db: Connection[DictRow], person: Row, step: Row, statutes: Row, when: Day) -> Row:
    """What a kind of paper says beyond its fact."""
    match step["kind"]:
        case "HeirsNamed":
            name, _, address = (step["words"] or "").partition("\n")
            return {"to": {"name": name, "address": address, "college": ""}, "late": person["name"] or "", "words": ""}
        case "MembershipApplied" if statutes.get("admission"):
            admission = statutes["admission"]
            meeting = agenda.next_of(db, Organ(admission["value"]), when)
            organ, article = str(STATUTES[admission["value"]]), cited(admission["article"])
            return {"organ": organ, "article": article, "next": meeting["day"] if meeting else ""}
        case "SharesSubscribed":
            admitted = [one for one in lives.of_member(db, MemberId(person["id"])) if one["kind"] == "MemberAdmitted"]
            return {"candidate": not any(one["day"] <= step["day"] for one in admitted)}
        case "DuesReminded":
            owed = {row["year"]: row for row in dues.of_member(db, MemberId(person["id"]), when)}
            call = owed.get(step["said"]["year"])
            if call:
                return {"owed": call["owed"], "votes": call["votes"], "article": cited(call["article"])}
            return {"owed": 0, "votes": False}
    return share_papers.told(db, step)


routes = [
    Page("/membres/{member}/pieces/{position:int}.pdf", "paper", secretariat, paper),
    Page("/membres/{member}/adhesion.pdf", "welcome_paper", secretariat, welcome),
]
