"""What the pages of a vote know: which one, whether it is open, what its collèges are called."""

from typing import TypeVar

from psycopg import Connection
from psycopg.rows import DictRow
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from governance.command import Refused
from governance.counting.threshold import casting_by
from governance.vote.chair import SIDES
from governance.vote.facts import Choice
from governance.words import AssemblyId, VoteId
from projections.vote import votes
from web.bygone import now
from web.counter import Gesture, found, here, office, to
from web.forms import Form
from web.i18n import gettext as _
from web.words.vote import CHOICES

F = TypeVar("F", bound=BaseModel)

to_vote = to("vote", vote=here("vote"))


def of(request: Request) -> VoteId:
    return VoteId(request.path_params["vote"])


def the_vote(db: Connection[DictRow], request: Request) -> DictRow:
    """The vote of this address; a 404 where there is none."""
    vote: DictRow = found(votes.of(db, of(request)))
    return vote


def read_vote(request: Request) -> DictRow:
    with office(request).reading() as db:
        return the_vote(db, request)


def assembly(vote: DictRow) -> AssemblyId:
    return AssemblyId(vote["assembly"])


def is_open(vote: DictRow) -> bool:
    return vote["closed_at"] is None and (vote["closes"] is None or vote["closes"] > now())


def college_names(vote: DictRow) -> dict[str, str]:
    return {college["id"]: college["name"] for college in vote["scheme"]["colleges"]}


def colleges(vote: DictRow) -> list[tuple[str, str]]:
    """Those that vote, with their names; one that holds everybody where there is none."""
    keeping = {tally["college"] for tally in vote["kept"]}
    return [one for one in college_names(vote).items() if one[0] not in keeping] or [("", "")]


CHAIR = [(choice.value, CHOICES[choice.value]) for choice in (*SIDES, Choice.ABSTENTION)]
"""Where the voice of the chair may be."""


def side_of(chair: Choice | None) -> bool | None:
    return SIDES.get(chair) if chair else None


def chair_carries(vote: DictRow) -> bool:
    """Whether the voice of the chair carries a tie here: then somebody says on which side it is."""
    return not vote["secret"] and casting_by(votes.opening(vote).rules) is not None


class ByCollege(Gesture[F]):
    """A refusal about a collège says its name."""

    def _show(self, request: Request, form: Form[F], status: int, refusal: Refused | None = None) -> Response:
        if refusal and "college" in refusal.details:
            names, college = college_names(read_vote(request)), str(refusal.details["college"])
            refusal = Refused(
                refusal.reason, **{**refusal.details, "college": names.get(college, college) or _("tous")}
            )
        return super()._show(request, form, status, refusal)
