"""Opening a vote: by which ways one may vote on this resolution, and why not by the others."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any, NamedTuple

from psycopg import Connection
from psycopg.rows import DictRow
from pydantic import BaseModel
from starlette.requests import Request

from governance.assembly.despite import may_be_passed_over
from governance.assembly.facts import Matter
from governance.command import Refused
from governance.counting.amending import AmendmentId
from governance.counting.aside import Barred, standing_aside
from governance.statutes.facts import Organ, Statutes
from governance.vote.channels import refusal, secrecy
from governance.vote.facts import Channel
from governance.vote.open import OpenVote, OpenVoteDespite
from governance.words import PARIS, AssemblyId, Office, PersonId, Public, ResolutionId, StatutesId, VoteId
from projections.assembly import meetings
from projections.decision import agreements
from projections.membership import persons
from projections.vote import boxes, votes
from web.amendments import following, ready
from web.assemblies.rules import of_meeting
from web.counter import Gesture, found, new, office, to, visitor
from web.edge.inputs import Clock, FrenchDay, Text
from web.i18n import lazy_gettext as _
from web.i18n import part
from web.members import today
from web.visitor import secretariat
from web.words import cited, said
from web.words.assembly import BACKINGS
from web.words.statutes import STATUTES
from web.words.vote import CHANNELS, CLOSED

IN_SESSION = (Channel.HANDS, Channel.PAPER, Channel.ONLINE)
PASSED_OVER = _("Les statuts ne l’ouvrent pas : dites plus bas pourquoi vous passez outre.")
HINTS = {Channel.ONLINE: _("Le vote est public : chaque bulletin est enregistré avec le nom de son auteur.")}


class Opening(BaseModel):
    """When the vote ends is announced now, or left to the chair. `secret`: bulletins alone, whatever is ticked."""

    channels: list[Channel] = []
    secret: bool = False
    closes_on: FrenchDay | None = None
    closes_at: Clock | None = None
    despite: Text | None = None


class Shut(NamedTuple):
    """A way that is closed: what says so, and what remains possible."""

    sentence: str
    article: str


def open_vote(form: Opening, request: Request, gesture: str) -> OpenVote:
    with office(request).reading() as db:
        one, amendment = asked(db, request)
        opening = opens(db, one, VoteId(gesture), form)
    opening = replace(opening, amendment=AmendmentId(amendment["id"]) if amendment else None)
    return OpenVoteDespite(**vars(opening), despite=Public(form.despite)) if form.despite else opening


def opens(db: Connection[DictRow], one: DictRow, vote: VoteId, form: Opening) -> OpenVote:
    """The act, with what the registers know of the resolution."""
    if form.closes_on and not form.closes_at:
        raise Refused("closing-hour-needed")
    closes = None
    if form.closes_at:
        closes = datetime.combine((form.closes_on or today()).first, form.closes_at, PARIS)
    return OpenVote(
        vote=vote,
        assembly=AssemblyId(one["assembly"]),
        resolution=ResolutionId(one["id"]),
        statutes=StatutesId(one["statutes"] or "none"),
        closes=closes,
        second_round_of=VoteId(one["vote"]) if one["undecided"] else None,
        channels=(Channel.PAPER,) if form.secret else tuple(form.channels),
        secret=form.secret,
        interested=agreements.interested(db, [ResolutionId(one["id"])]),
    )


def asked(db: Connection[DictRow], request: Request) -> tuple[DictRow, DictRow | None]:
    """The resolution, and the amendment to it that is voted first; with the last vote of the one or of the other."""
    wanted = ResolutionId(request.path_params["resolution"])
    amendment = following(db, found(votes.resolution(db, wanted)))
    return found(votes.resolution(db, wanted, AmendmentId(amendment["id"]) if amendment else None)), amendment


def shown(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        one, amendment = asked(db, request)
        statutes = of_meeting(db, found(meetings.of(db, one["assembly"])))
        named = agreements.interested(db, [ResolutionId(one["id"])])
        known = {
            "resolution": one,
            "amendment": amendment,
            "text": ready(db, one),
            "forms": len(boxes.forms(db, one["assembly"])),
            "interested": [(persons.of(db, PersonId(person)) or {}).get("name") for person in named],
            "aside": statutes and named and _aside(statutes),
        }
    words = {"kinds": STATUTES, "backings": BACKINGS, "channels": CHANNELS}
    chairs = Office.CHAIR in visitor(request).offices
    organ, matter = Organ(one["organ"]), Matter(one["matter"])
    return known | words | (ways(statutes, organ, matter, chairs) if statutes else {"ways": ()})


def ways(statutes: Statutes, organ: Organ, matter: Matter, chairs: bool) -> dict[str, Any]:
    """Those that are open in session, and those that only the chair may open; those that are closed, each with its
    article; and what is said of secrecy."""
    article, asked = secrecy(statutes, matter), statutes.secret_on_request
    broken = {one: refusal(statutes, organ, matter, one) for one in IN_SESSION}
    hints = {one: PASSED_OVER if broken[one] else HINTS.get(one) for one in IN_SESSION}
    opened = [one for one in IN_SESSION if not (why := broken[one]) or (chairs and may_be_passed_over(why))]
    return {
        "ways": [(one.value, CHANNELS[one.value], hints[one]) for one in opened],
        "shut": [] if article else [*_shut(statutes, organ, matter)],
        "secret": cited(article) if article else None,
        "part": part(asked.value) if asked else None,
        "part_article": cited(asked.article) if asked else "",
    }


def _shut(statutes: Statutes, organ: Organ, matter: Matter) -> Iterator[Shut]:
    for channel in Channel:
        if why := refusal(statutes, organ, matter, channel):
            sentence = str(CLOSED[why.reason]) % {"channel": CHANNELS[channel.value]}
            yield Shut(sentence, said(why).article)


def _aside(statutes: Statutes) -> dict[str, str] | None:
    """What those who have an interest are kept out of, and by what article; None where nothing does."""
    rule = standing_aside(statutes.form)
    return None if rule.value is Barred.NOTHING else {"rule": rule.value.value, "article": cited(rule.article)}


def at_first(request: Request) -> dict[str, Any]:
    """In a room one raises one's hand, unless the vote is secret."""
    ways = shown(request)["ways"]
    return {"channels": [way[0] for way in ways][:1]}


routes = [
    Gesture(Opening, "vote/open.html", open_vote, to("vote", vote=new), shown, at_first).page(
        "/resolutions/{resolution}/scrutin", "open_vote", secretariat
    )
]
