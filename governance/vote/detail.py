"""The figures of a secret vote by collège: where one or two voted, they would tell who voted what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.counting.tally import Count
from governance.vote.box import opened
from governance.vote.facts import DetailPublished, VoteCounted, VoteOpened
from governance.words import CollegeId, Fact, Office, PersonId, Public, VoteId

FEW = 3  # from so many voters on, a collège is published alone


def telling(secret: bool, result: Count) -> tuple[CollegeId, ...]:
    """The collèges whose figures would tell: fewer than three voted there, and somebody did."""
    voted = {line.tally.college: sum(line.tally.counters) - line.tally.did_not_take_part for line in result.lines}
    return tuple(college for college, papers in voted.items() if secret and 0 < papers < FEW)


@dataclass(frozen=True)
class PublishDetail:
    """They are shown all the same: the chair says why."""

    may = frozenset({Office.CHAIR})
    vote: VoteId
    reason: Public

    def boundary(self) -> list[About]:
        return [about(kind, vote=self.vote) for kind in (VoteOpened, VoteCounted, DetailPublished)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        vote = opened(known)
        counted = next((fact for fact in known if isinstance(fact, VoteCounted)), None)
        if counted is None:
            raise Refused("vote-not-counted")
        if any(isinstance(fact, DetailPublished) for fact in known) or not telling(vote.secret, counted.count):
            return []
        if not self.reason.strip():
            raise Refused("detail-without-reason")
        return [DetailPublished(self.vote, self.reason)]
