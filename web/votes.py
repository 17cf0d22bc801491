"""Votes: opened on a resolution, cast from a phone, closed, counted, and explained step by step."""

import json
from datetime import datetime
from fractions import Fraction
from typing import Any

from markupsafe import Markup
from psycopg import Connection
from psycopg.rows import DictRow
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from governance.assembly.facts import Backing
from governance.command import Refused
from governance.counting.tally import WHOLE, Count, Line
from governance.statutes.facts import Aggregation, Voice
from governance.statutes.standing import quotes
from governance.vote.cast import Ballot, CastBallots
from governance.vote.close import CloseVote, CountVote
from governance.vote.facts import Choice
from governance.vote.open import OpenVote
from governance.words import PARIS, AssemblyId, MemberId, Public, ResolutionId, StatutesId, VoteId
from projections.assembly import meetings
from projections.decision import agreements, decisions
from projections.vote import votes
from web.counter import Gesture, NoField, Page, found, here, new, office, to, visitor
from web.edge.inputs import Clock, FrenchDay
from web.explain import explained, left_open
from web.i18n import ngettext
from web.pages import render
from web.pictures.result import CollegeVoices, Outcome, result_by_college
from web.pictures.turnout import Voted, turnout
from web.visitor import members_and_officers, secretariat
from web.vote_file import Ballot as Paper
from web.vote_file import Word, export
from web.words import cited
from web.words.assembly import BACKINGS
from web.words.statutes import STATUTES
from web.words.vote import CHOICES


def known(request: Request) -> dict[str, Any]:
    """What a page about a vote shows: before the closing, turnout only."""
    with office(request).reading() as db:
        vote = found(votes.of(db, VoteId(request.path_params["vote"])))
        mine = votes.mandates(db, vote["id"], visitor(request).person)
        meeting = found(meetings.of(db, vote["assembly"]))
        names, keeping = college_names(vote), [tally["college"] for tally in vote["kept"]]
        return {
            "vote": vote,
            "meeting": meeting,
            "open": is_open(vote),
            "to_cast": [one for one in mine if one["ballot"] is None and one["college"] not in keeping],
            "keeping": [names[college] for college in keeping],
            "cast": [one for one in mine if one["ballot"] is not None],
            "names": names,
            "decision": decisions.of_vote(db, vote["id"]),
            "choices": CHOICES,
            "kinds": STATUTES,
            "cited": cited,
            "turnout": _turnout(db, vote, names),
            **_result(db, vote, names),
        }


def is_open(vote: DictRow) -> bool:
    return vote["closed_at"] is None and (vote["closes"] is None or vote["closes"] > datetime.now(PARIS))


def college_names(vote: DictRow) -> dict[str, str]:
    return {college["id"]: college["name"] for college in vote["scheme"]["colleges"]}


def _turnout(db: Connection[DictRow], vote: DictRow, names: dict[str, str]) -> Markup:
    rows = [row for row in votes.turnout(db, vote["id"]) if row["votes"]]
    voted = [Voted(names.get(row["college"], ""), row["cast_ballots"], row["mandates"]) for row in rows]
    return turnout(voted)


def _result(db: Connection[DictRow], vote: DictRow, names: dict[str, str]) -> dict[str, Any]:
    count = votes.result(vote)
    if count is None:
        return {"count": None, "ballots": [], "readings": []}
    return {
        "count": count,
        "picture": picture(count, names),
        "steps": explained(count.steps, quotes(votes.opening(vote).rules)),
        "readings": left_open(count.readings),
        "ballots": votes.ballots(db, vote["id"]),
        "open_proxies": open_proxies(vote),
    }


def open_proxies(vote: DictRow) -> str:
    """How the powers that name nobody were counted; nothing where there was none."""
    number = vote["open_proxies"]
    if not number:
        return ""
    if Backing(vote["backing"]) is Backing.NEITHER:
        return ngettext(
            "%(num)s pouvoir sans nom de mandataire, compté contre : le conseil n’agrée pas cette résolution",
            "%(num)s pouvoirs sans nom de mandataire, comptés contre : le conseil n’agrée pas cette résolution",
            number,
        )
    return ngettext(
        "%(num)s pouvoir sans nom de mandataire, compté pour : le conseil présente ou agrée cette résolution",
        "%(num)s pouvoirs sans nom de mandataire, comptés pour : le conseil présente ou agrée cette résolution",
        number,
    )


def picture(count: Count, names: dict[str, str], width: int | None = None) -> Markup:
    colleges = [_voices(line, count.aggregation, names) for line in count.lines]
    outcome = Outcome(colleges, count.ratio, count.threshold, count.strict, count.adopted)
    return result_by_college(outcome, width=width)


def _voices(line: Line, aggregation: Aggregation, names: dict[str, str]) -> CollegeVoices:
    tally, weighed = line.tally, aggregation is not Aggregation.FLAT and line.weight is not None
    return CollegeVoices(
        name=names.get(tally.college, ""),
        in_favour=tally.for_,
        against=tally.against,
        abstention=tally.abstention,
        blank_or_void=tally.blank + tally.void,
        weight=line.weight if weighed else None,
        brings=Fraction(line.for_) if weighed else None,
        advisory=line.voice is Voice.ADVISORY,
    )


class Choices(BaseModel):
    """One choice a mandate, under the member's identifier; those left blank are not cast."""

    choice: dict[str, Choice] = {}


def cast(form: Choices, request: Request, gesture: str) -> CastBallots:
    """For a mandate that somebody holds, the ballot says for whom it is cast."""
    with office(request).reading() as db:
        vote = found(votes.of(db, VoteId(request.path_params["vote"])))
        held = {one["member"]: one["holder"] for one in votes.mandates(db, vote["id"], visitor(request).person)}
    if unknown := form.choice.keys() - held.keys():
        raise Refused("not-your-mandate", members=sorted(unknown))
    ballots = tuple(
        Ballot(MemberId(member), choice, MemberId(holder) if (holder := held[member]) else None)
        for member, choice in form.choice.items()
    )
    return CastBallots(VoteId(vote["id"]), AssemblyId(vote["assembly"]), ballots)


class Opening(BaseModel):
    """When the vote ends is announced now, or left to the chair."""

    closes_on: FrenchDay | None = None
    closes_at: Clock | None = None


def open_vote(form: Opening, request: Request, gesture: str) -> OpenVote:
    one = resolution(request)["resolution"]
    with office(request).reading() as db:
        interested = agreements.interested(db, [ResolutionId(one["id"])])
    closes = None
    if form.closes_on and form.closes_at:
        closes = datetime.combine(form.closes_on.first, form.closes_at, PARIS)
    return OpenVote(
        vote=VoteId(gesture),
        assembly=AssemblyId(one["assembly"]),
        resolution=ResolutionId(one["id"]),
        statutes=StatutesId(one["statutes"] or "none"),
        closes=closes,
        second_round_of=VoteId(one["vote"]) if one["undecided"] else None,
        interested=interested,
    )


def resolution(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        one = found(votes.resolution(db, ResolutionId(request.path_params["resolution"])))
    return {"resolution": one, "kinds": STATUTES, "backings": BACKINGS}


def close(form: NoField, request: Request, gesture: str) -> CloseVote:
    return CloseVote(VoteId(request.path_params["vote"]))


def count(form: NoField, request: Request, gesture: str) -> CountVote:
    with office(request).reading() as db:
        vote = found(votes.of(db, VoteId(request.path_params["vote"])))
    return CountVote(VoteId(vote["id"]), AssemblyId(vote["assembly"]))


def receipt(request: Request) -> Response:
    return render(request, "vote/receipt.html", known(request))


def download(request: Request) -> Response:
    """The vote as a file that anybody counts again: `palabre count`."""
    with office(request).reading() as db:
        vote = found(votes.of(db, VoteId(request.path_params["vote"])))
        counted = found(votes.result(vote))
        papers = [_paper(ballot) for ballot in [*votes.ballots(db, vote["id"]), *_kept_ballots(db, vote)]]
    opened = votes.opening(vote)
    written = export(opened.rules, [line.tally for line in counted.lines], ballots=papers)
    text = json.dumps(written, ensure_ascii=False, indent=2)
    headers = {"Content-Disposition": f'attachment; filename="scrutin-{vote["number"]}.json"'}
    return Response(text, media_type="application/json", headers=headers)


def _kept_ballots(db: Connection[DictRow], vote: DictRow) -> list[DictRow]:
    """Those of the first round in the collèges that did not vote again."""
    kept = {tally["college"] for tally in vote["kept"]}
    return [one for one in votes.ballots(db, vote["second_round_of"]) if one["college"] in kept] if kept else []


def _paper(ballot: DictRow) -> Paper:
    """Without names: a mandate is told by its number in the record."""
    mandate, college = Public(str(ballot["position"])), ballot["college"] or WHOLE
    return Paper(Word(ballot["choice"]), college, mandate, ballot["open_proxy"])


to_vote = to("vote", vote=here("vote"))

routes = [
    Gesture(Opening, "vote/open.html", open_vote, to("vote", vote=new), resolution).page(
        "/resolutions/{resolution}/scrutin", "open_vote", secretariat
    ),
    Gesture(Choices, "vote/show.html", cast, to("receipt", vote=here("vote")), known).page(
        "/scrutins/{vote}", "vote", members_and_officers
    ),
    Page("/scrutins/{vote}/recu", "receipt", members_and_officers, receipt),
    Gesture(NoField, "vote/close.html", close, to_vote, known).page(
        "/scrutins/{vote}/cloture", "close_vote", secretariat
    ),
    Gesture(NoField, "vote/count.html", count, to_vote, known).page(
        "/scrutins/{vote}/depouillement", "count_vote", secretariat
    ),
    Page("/scrutins/{vote}/fichier", "vote_file", members_and_officers, download),
]
