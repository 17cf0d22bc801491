"""The page of a vote: a voter casts her ballots, the secretariat goes on, everybody reads what came out."""

from typing import Any

from markupsafe import Markup
from psycopg import Connection
from psycopg.rows import DictRow
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from governance.command import Refused
from governance.vote.cast import Ballot, CastBallots
from governance.vote.facts import Choice
from governance.words import MemberId
from projections.assembly import meetings
from projections.decision import decisions
from projections.vote import boxes, votes
from web.counter import Gesture, Page, found, here, office, to, visitor
from web.pages import render
from web.pictures.turnout import Voted, turnout
from web.visitor import members_and_officers
from web.votes.known import assembly, college_names, is_open, of, the_vote
from web.votes.paper import counts_here
from web.votes.result import told
from web.words import cited
from web.words.statutes import STATUTES
from web.words.vote import CHANNELS, CHOICES

OFFERED = ("for", "against", "abstention")


def known(request: Request) -> dict[str, Any]:
    """What a page about a vote shows: before the closing, turnout only."""
    with office(request).reading() as db:
        vote = the_vote(db, request)
        mine = votes.mandates(db, vote["id"], visitor(request).person)
        meeting = found(meetings.of(db, vote["assembly"]))
        names, keeping = college_names(vote), [tally["college"] for tally in vote["kept"]]
        afar = {"online", "consultation"} & set(vote["channels"])
        may = [one for one in mine if not (one["aside"] or one["ticked"] or one["college"] in keeping)]
        return {
            "vote": vote,
            "meeting": meeting,
            "open": is_open(vote),
            "to_cast": [_awaited(one, vote) for one in may if one["ballot"] is None] if afar else [],
            "elsewhere": [] if afar else [one for one in may if one["ballot"] is None],
            "aside": [one for one in mine if one["aside"]],
            "keeping": [names[college] for college in keeping],
            "cast": [one for one in mine if one["ballot"] is not None],
            "names": names,
            "decision": decisions.of_vote(db, vote["id"]),
            "choices": CHOICES,
            "ballot": [(word, CHOICES[word]) for word in OFFERED],
            "channels": CHANNELS,
            "in_the_room": ", ".join(str(CHANNELS[one]).lower() for one in vote["channels"]),
            "kinds": STATUTES,
            "cited": cited,
            "turnout": _turnout(db, vote, names),
            "urns": len(boxes.urns(db, vote["id"])),
            "hands_counted": bool(boxes.hands(db, vote["id"])),
            "counts_here": counts_here(request, meeting),
            **told(db, vote, names),
        }


def _awaited(mandate: DictRow, vote: DictRow) -> DictRow:
    """Whoever is consulted in writing needs not be there."""
    return {**mandate, "there": mandate["there"] or "consultation" in vote["channels"]}


def _turnout(db: Connection[DictRow], vote: DictRow, names: dict[str, str]) -> Markup:
    rows = [row for row in votes.turnout(db, vote["id"]) if row["votes"]]
    voted = [Voted(names.get(row["college"], ""), row["cast_ballots"], row["mandates"]) for row in rows]
    return turnout(voted)


class Choices(BaseModel):
    """One choice a mandate, under the member's identifier; those left blank are not cast."""

    choice: dict[str, Choice] = {}


def cast(form: Choices, request: Request, gesture: str) -> CastBallots:
    """For a mandate that somebody holds, the ballot says for whom it is cast."""
    with office(request).reading() as db:
        vote = the_vote(db, request)
        held = {one["member"]: one["holder"] for one in votes.mandates(db, vote["id"], visitor(request).person)}
    return CastBallots(of(request), assembly(vote), ballots(form.choice, held))


def ballots(choices: dict[str, Choice], held: dict[str, str | None]) -> tuple[Ballot, ...]:
    """`held`: the mandates that somebody speaks for, and who holds each by a power."""
    if unknown := choices.keys() - held.keys():
        raise Refused("not-your-mandate", members=sorted(unknown))
    return tuple(
        Ballot(MemberId(member), choice, MemberId(holder) if (holder := held[member]) else None)
        for member, choice in choices.items()
    )


def receipt(request: Request) -> Response:
    """Little, since everybody asks for it at once."""
    with office(request).reading() as db:
        vote = the_vote(db, request)
        mine = votes.mandates(db, vote["id"], visitor(request).person)
    cast = [one for one in mine if one["ballot"] is not None]
    return render(request, "vote/receipt.html", {"vote": vote, "cast": cast, "choices": CHOICES})


routes = [
    Gesture(Choices, "vote/show.html", cast, to("receipt", vote=here("vote")), known).page(
        "/scrutins/{vote}", "vote", members_and_officers
    ),
    Page("/scrutins/{vote}/recu", "receipt", members_and_officers, receipt),
]
