"""Paper: who puts a bulletin in the urn is ticked, two tellers enter what they found, each on her own phone."""

from typing import Any

from pydantic import BaseModel
from starlette.requests import Request

from governance.vote.box import agreed
from governance.vote.bulletins import CountBulletins, CountMyBulletins, Emarge
from governance.vote.facts import Bulletins
from governance.words import CollegeId, MemberId, PersonId
from projections.assembly import meetings
from projections.membership import persons
from projections.search import asked, heard
from projections.vote import boxes
from web.counter import Gesture, found, here, office, to, visitor
from web.edge.inputs import Count
from web.visitor import members_and_officers, secretariat
from web.votes.known import ByCollege, assembly, colleges, is_open, of, read_vote, the_vote
from web.words.vote import CHOICES

WRITTEN = ("for_", "against", "abstention", "blank", "void")


class Ticks(BaseModel):
    """The members whose bulletin went into the urn."""

    member: list[str] = []


def tick(form: Ticks, request: Request, gesture: str) -> Emarge:
    return Emarge(of(request), assembly(read_vote(request)), tuple(map(MemberId, form.member)))


def sheet(request: Request) -> dict[str, Any]:
    """Those in the room who may vote, by collège; a few letters of a name find her."""
    typed = request.query_params.get("nom", "")
    with office(request).reading() as db:
        vote = the_vote(db, request)
        room = boxes.room(db, of(request))
    lines = [one for one in room if _answers(one["name"] or "", typed)]
    by_college = [(name, [one for one in lines if one["college"] == college]) for college, name in colleges(vote)]
    ticked = sum(one["ticked"] for one in room)
    known = {"by_college": by_college, "ticked": ticked, "mandates": len(room), "asked": typed}
    return {"vote": vote, "open": is_open(vote), **known}


def _answers(name: str, typed: str) -> bool:
    return all(set(keys) & set(heard(name)) for keys in asked(typed))


class Urns(BaseModel):
    """What each urn held, by collège; empty is zero. `teller`: who counted, where somebody types for them."""

    for_: dict[str, Count] = {}
    against: dict[str, Count] = {}
    abstention: dict[str, Count] = {}
    blank: dict[str, Count] = {}
    void: dict[str, Count] = {}
    teller: list[str] = []


def count_urns(form: Urns, request: Request, gesture: str) -> CountBulletins:
    vote = read_vote(request)
    lines = tuple(
        Bulletins(CollegeId(college), *(getattr(form, word).get(f"-{college}", 0) for word in WRITTEN))
        for college, _ in colleges(vote)
    )
    asked = (of(request), assembly(vote), lines)
    if secretariat(visitor(request)):
        return CountBulletins(*asked, tuple(map(PersonId, form.teller)))
    return CountMyBulletins(*asked, (visitor(request).person,))


def counts_here(request: Request, meeting: dict[str, Any]) -> bool:
    """Whether the reader is of those who count: the tellers, the chair and the secretary of this meeting."""
    return visitor(request).person in _officers(meeting)


def _officers(meeting: dict[str, Any]) -> list[str]:
    """The tellers first."""
    named = [*(meeting["tellers"] or []), meeting["chair"], meeting["secretary"]]
    return list(dict.fromkeys(filter(None, named)))


def urns(request: Request) -> dict[str, Any]:
    """What others found is shown to who has said what she found, or types for both."""
    with office(request).reading() as db:
        vote = the_vote(db, request)
        meeting = found(meetings.of(db, vote["assembly"]))
        told = boxes.urns(db, of(request))
        named = [(who, (persons.of(db, PersonId(who)) or {}).get("name") or who) for who in _officers(meeting)]
    counted = list(told.values())
    mine = visitor(request).person in {one.teller for one in counted}
    return {
        "vote": vote,
        "colleges": colleges(vote),
        "tellers": named,
        "types": secretariat(visitor(request)),
        "may": secretariat(visitor(request)) or counts_here(request, meeting),
        "told": told if mine or len(counted) > 1 else {},
        "heads": [(name, "number") for name in told],
        "waits": len(counted) < 2,
        "agreed": agreed(counted) is not None,
        "choices": CHOICES,
        "written": [(word, CHOICES[word.rstrip("_")]) for word in WRITTEN],
    }


routes = [
    Gesture(Ticks, "vote/ticks.html", tick, to("ticks", vote=here("vote")), sheet).page(
        "/scrutins/{vote}/emargement", "ticks", secretariat
    ),
    ByCollege(Urns, "vote/urns.html", count_urns, to("urns", vote=here("vote")), urns).page(
        "/scrutins/{vote}/urnes", "urns", members_and_officers
    ),
]
