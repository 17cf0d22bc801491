"""A show of hands at the table: contre and abstentions by collège, or everybody for; what is deduced is confirmed."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from psycopg.rows import DictRow
from pydantic import BaseModel
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from governance.command import Command, Refused
from governance.vote.close import CloseVote, CountVote
from governance.vote.facts import Channel, Choice
from governance.vote.hands import CountHands, Raised
from governance.words import CollegeId
from projections.vote import boxes
from web.counter import office
from web.edge.inputs import Count
from web.forms import read
from web.pages import render
from web.visitor import secretariat
from web.votes.known import (
    CHAIR,
    ByCollege,
    assembly,
    chair_carries,
    colleges,
    is_open,
    of,
    read_vote,
    side_of,
    the_vote,
    to_vote,
)
from web.words.statutes import STATUTES


class Hands(BaseModel):
    """By collège. `in_favour`: those deduced, as the page that is confirmed shows them. `chair`: where hers was."""

    against: dict[str, Count] = {}
    abstention: dict[str, Count] = {}
    in_favour: dict[str, Count] = {}
    chair: Choice | None = None


def shown(request: Request) -> dict[str, Any]:
    """In each collège, the voices in the room that are in no box yet."""
    with office(request).reading() as db:
        vote = the_vote(db, request)
        room = boxes.room(db, of(request))
    waiting = Counter(one["college"] for one in room if not (one["ticked"] or one["heard"]))
    there = [(college, name, waiting[college]) for college, name in colleges(vote) if waiting[college]]
    ends = ends_it(vote)
    known = {"vote": vote, "open": is_open(vote), "kinds": STATUTES, "colleges": there, "closes": ends}
    return {**known, "chair": CHAIR if ends and chair_carries(vote) else ()}


def ends_it(vote: DictRow) -> bool:
    """Nobody is heard after the hands: the vote is closed and counted with them, unless an hour was announced or urns
    are still open."""
    return vote["closes"] is None and Channel.PAPER.value not in vote["channels"]


def raise_hands(form: Hands, request: Request, gesture: str) -> list[Command]:
    vote = read_vote(request)
    counted = CountHands(of(request), assembly(vote), raised(form))
    if not ends_it(vote):
        return [counted]
    return [counted, CloseVote(of(request)), CountVote(of(request), assembly(vote), side_of(form.chair))]


def raised(form: Hands) -> tuple[Raised, ...]:
    """`-` stands before each collège, so that the one that holds everybody has a name in the form."""

    def line(key: str, number: int) -> Raised:
        college = CollegeId(key.removeprefix("-"))
        return Raised(college, form.against.get(key, 0), form.abstention.get(key, 0), number)

    return tuple(line(*seen) for seen in form.in_favour.items())


class Confirmed(ByCollege[Hands]):
    """What was seen is shown again with what is deduced from it; given with that, it is written."""

    def carry_out(self, request: Request, given: FormData) -> Response:
        form = read(self.model, given)
        if form.value is None or form.value.in_favour:
            return super().carry_out(request, given)
        known = self.shown(request)
        try:
            lines = list(deduced(form.value, known))
        except Refused as refusal:
            return self._show(request, form, 409, refusal)
        return render(request, "vote/hands_confirm.html", {**known, "form": form, "lines": lines})


def deduced(form: Hands, known: Mapping[str, Any]) -> list[dict[str, Any]]:
    """A line a collège: there, against, abstention, and those in favour that remain."""
    lines = []
    for college, name, there in known["colleges"]:
        against, abstention = form.against.get(f"-{college}", 0), form.abstention.get(f"-{college}", 0)
        if min(against, abstention) < 0:
            raise Refused("negative-counter", college=name)
        if against + abstention > there:
            raise Refused("more-hands-than-people", college=name, there=there)
        figures = {"there": there, "against": against, "abstention": abstention, "for": there - against - abstention}
        lines.append({"college": college, "name": name, **figures})
    return lines


routes = [
    Confirmed(Hands, "vote/hands.html", raise_hands, to_vote, shown).page(
        "/scrutins/{vote}/mains-levees", "hands", secretariat
    )
]
