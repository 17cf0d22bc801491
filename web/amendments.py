"""Amendments to a resolution: laid, ranked, withdrawn; in what order they are voted, and the text that they make."""

from collections.abc import Sequence
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from governance.counting.amending import Amended, Amendment, AmendmentId, Fate, amended
from governance.vote.amend import LayAmendment, LayMyAmendment, RankAmendments, WithdrawAmendment
from governance.words import AssemblyId, MemberId, Public, ResolutionId
from projections.assembly import meetings, rolls
from projections.vote import amendments, votes
from web.counter import Gesture, NoField, Page, found, here, office, to, visitor
from web.edge.inputs import Name, Text
from web.explain import explained
from web.i18n import gettext as _
from web.pages import render
from web.places import Places, in_order
from web.visitor import members_and_officers, secretariat
from web.words.assembly import BACKINGS
from web.words.vote import FATES


def standing(text: str, rows: Sequence[DictRow]) -> Amended:
    """Where the amendments to a draft stand."""
    parts = [Amendment(one["id"], one["passage"], one["instead"], one["distance"]) for one in rows]
    return amended(Public(text), parts, {one["id"]: Fate(one["fate"]) for one in rows if one["fate"]})


def following(db: Connection[DictRow], resolution: DictRow) -> DictRow | None:
    """The amendment that is voted next; None where the text is ready."""
    rows = amendments.of_resolution(db, resolution["id"])
    awaited = standing(resolution["text"], rows).awaited[:1]
    return next((one for one in rows if one["id"] in awaited), None)


def ready(db: Connection[DictRow], resolution: DictRow) -> str:
    """The text as the adopted amendments make it."""
    return standing(resolution["text"], amendments.of_resolution(db, resolution["id"])).text


def lived(rows: Sequence[DictRow], stands: Amended) -> list[dict[str, Any]]:
    """Each amendment, with what became of it."""
    return [one | {"state": one["fate"] or ("fallen" if one["id"] in stands.fallen else "awaited")} for one in rows]


def called(one: DictRow) -> str:
    return _("n° %(number)s, « %(title)s »", number=one["number"], title=one["title"])


def told(db: Connection[DictRow], assembly: AssemblyId, tabled: DictRow) -> str:
    """What the minutes say of those of one resolution, in a line each; nothing where there was none."""
    rows = [one for one in amendments.of_assembly(db, assembly) if one["resolution"] == tabled["id"]]
    each = lived(rows, standing(tabled["text"], rows))
    return " ".join(_("Amendement %(which)s : %(fate)s.", which=called(one), fate=FATES[one["state"]]) for one in each)


def known(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        one = found(votes.resolution(db, _resolution(request)))
        rows, person = amendments.of_resolution(db, one["id"]), visitor(request).person
        stands = standing(one["text"], rows)
        keeps = secretariat(visitor(request))
        may = rolls.lines(db, one["assembly"], limit=1000) if keeps else rolls.of_voter(db, one["assembly"], person)
        return {
            "resolution": one,
            "meeting": found(meetings.of(db, AssemblyId(one["assembly"]))),
            "amendments": lived(rows, stands),
            "stands": stands,
            "steps": explained(stands.steps, names={row["id"]: called(row) for row in rows}),
            "authors": [(line["member"], line["name"]) for line in may],
            "keeps": keeps,
            "fates": FATES,
            "backings": BACKINGS,
        }


def show(request: Request) -> Response:
    return render(request, "vote/amendments.html", known(request))


class Draft(BaseModel):
    title: Name
    passage: Text | None = None
    instead: Text | None = None
    author: Name | None = None
    approved: bool = False


def lay(form: Draft, request: Request, gesture: str) -> LayAmendment:
    """The secretary types it for anybody; a member proposes her own."""
    resolution, author = _resolution(request), MemberId(form.author) if form.author else None
    added = "" if form.passage else "\n\n"  # what is added at the end is a paragraph of its own
    words = (Public(form.title), Public(form.passage or ""), Public(added + (form.instead or "")))
    act = LayAmendment if secretariat(visitor(request)) else LayMyAmendment
    return act(AmendmentId(gesture), _assembly(request), resolution, *words, author, form.approved)


def mine(request: Request) -> dict[str, Any]:
    """Whoever speaks for one member alone proposes it in her name."""
    shown = known(request)
    return {"author": shown["authors"][0][0]} if len(shown["authors"]) == 1 and not shown["keeps"] else {}


def rank(form: Places, request: Request, gesture: str) -> RankAmendments:
    return RankAmendments(_assembly(request), _resolution(request), tuple(map(AmendmentId, in_order(form))))


def as_ranked(request: Request) -> dict[str, Any]:
    return {f"place.{one['id']}": place for place, one in enumerate(known(request)["amendments"], start=1)}


def withdraw(form: NoField, request: Request, gesture: str) -> WithdrawAmendment:
    amendment = AmendmentId(request.path_params["amendment"])
    return WithdrawAmendment(amendment, _assembly(request), _resolution(request))


def the_one(request: Request) -> dict[str, Any]:
    shown = known(request)
    wanted = (one for one in shown["amendments"] if one["id"] == request.path_params["amendment"])
    return shown | {"amendment": found(next(wanted, None))}


def _resolution(request: Request) -> ResolutionId:
    return ResolutionId(request.path_params["resolution"])


def _assembly(request: Request) -> AssemblyId:
    with office(request).reading() as db:
        return AssemblyId(found(votes.resolution(db, _resolution(request)))["assembly"])


back = to("amendments", resolution=here("resolution"))
routes = [
    Page("/resolutions/{resolution}/amendements", "amendments", members_and_officers, show),
    Gesture(Draft, "vote/lay_amendment.html", lay, back, known, mine).page(
        "/resolutions/{resolution}/amendements/nouveau", "lay_amendment", members_and_officers
    ),
    Gesture(Places, "vote/rank_amendments.html", rank, back, known, as_ranked).page(
        "/resolutions/{resolution}/amendements/ordre", "rank_amendments", secretariat
    ),
    Gesture(NoField, "vote/withdraw_amendment.html", withdraw, back, the_one).page(
        "/resolutions/{resolution}/amendements/{amendment}/retrait", "withdraw_amendment", secretariat
    ),
]
