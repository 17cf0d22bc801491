"""Closing a vote, counting it, showing the figures that would tell, and taking it away as a file."""

from dataclasses import replace

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from governance.vote.box import agreed
from governance.vote.close import CloseVote, CountVote
from governance.vote.detail import FEW, PublishDetail
from governance.vote.facts import Choice
from governance.words import Public
from projections.vote import boxes, votes
from web.asked_file import sent
from web.counter import Gesture, NoField, Page, found, office
from web.edge.inputs import Text
from web.visitor import members_and_officers, secretariat
from web.vote_file import export
from web.votes.file import papers, totals
from web.votes.known import CHAIR, assembly, chair_carries, of, read_vote, side_of, the_vote, to_vote
from web.votes.result import hidden
from web.votes.show import known


def close(form: NoField, request: Request, gesture: str) -> CloseVote:
    return CloseVote(of(request))


class Counting(BaseModel):
    chair: Choice | None = None


def count(form: Counting, request: Request, gesture: str) -> CountVote:
    return CountVote(of(request), assembly(read_vote(request)), side_of(form.chair))


def before_counting(request: Request) -> dict[str, object]:
    """With the collèges of a secret vote that have too few voters for their figures to be shown alone, and the sides of
    the chair where hers may tell."""
    shown = known(request)
    vote, names = shown["vote"], shown["names"]
    with office(request).reading() as db:
        urns = agreed(boxes.urns(db, of(request)).values()) or ()
    few = [names.get(urn.college, "") for urn in urns if vote["secret"] and 0 < urn.papers < FEW]
    return {**shown, "few": few, "chair": CHAIR if chair_carries(vote) else ()}


class Word(BaseModel):
    reason: Text


def publish(form: Word, request: Request, gesture: str) -> PublishDetail:
    return PublishDetail(of(request), Public(form.reason))


def download(request: Request) -> Response:
    """The vote as a file that anybody counts again: `palabre count`. Not while its figures would tell."""
    with office(request).reading() as db:
        vote = the_vote(db, request)
        counted = found(votes.result(vote))
        found(None if hidden(db, vote, counted) else counted)
        given = papers(db, vote)
        hands, urns = totals(db, vote)
    tallies = [line.tally for line in counted.lines]
    opened = votes.opening(vote)
    rules = replace(opened.rules, chair_for=vote["chair_for"])
    written = export(rules, tallies, opened.quorum, given, hands, urns)
    return sent(written, f"scrutin-{vote['number']}")


routes = [
    Gesture(NoField, "vote/close.html", close, to_vote, known).page(
        "/scrutins/{vote}/cloture", "close_vote", secretariat
    ),
    Gesture(Counting, "vote/count.html", count, to_vote, before_counting).page(
        "/scrutins/{vote}/depouillement", "count_vote", secretariat
    ),
    Gesture(Word, "vote/publish.html", publish, to_vote, known).page(
        "/scrutins/{vote}/detail", "publish_detail", secretariat
    ),
    Page("/scrutins/{vote}/fichier", "vote_file", members_and_officers, download),
]
