"""A tie for the last seats, parted by age: no birth date is recorded, the chair says who is the elder."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from governance.command import About, Refused, about
from governance.counting.election import elect
from governance.counting.urn import Tie
from governance.decision.facts import DecisionRecorded
from governance.vote.election_facts import EldestSaid, ElectionCounted, ElectionOpened, UrnsCounted
from governance.vote.round import found, opened, result
from governance.words import AssemblyId, Fact, Office, PersonId, VoteId


@dataclass(frozen=True)
class PartTie:
    """`eldest`: those tied, from the eldest. By custom, or because the statutes say so; refused where they do not."""

    may = frozenset({Office.SECRETARY, Office.CHAIR})
    vote: VoteId
    assembly: AssemblyId
    eldest: tuple[PersonId, ...]

    def boundary(self) -> list[About]:
        kinds = (ElectionOpened, UrnsCounted, EldestSaid, ElectionCounted, DecisionRecorded)
        return [about(kind, vote=self.vote) for kind in kinds]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        vote = opened(known, self.vote, self.assembly)
        if any(isinstance(fact, EldestSaid) for fact in known):
            return []
        counted = result(known)
        if counted is None or not counted.tied:
            raise Refused("nothing-tied")
        if any(isinstance(fact, DecisionRecorded) for fact in known):
            raise Refused("election-recorded")
        rule = vote.suffrage.tie
        if rule and rule.value is Tie.AGAIN:
            raise Refused("tie-not-by-age", article=rule.article)
        if sorted(self.eldest) != sorted(counted.tied):
            raise Refused("tied-to-order")
        [urns, *_] = [fact.urns for fact in found(known).values()]
        parted = elect(vote.suffrage, replace(vote.running, eldest=self.eldest), urns)
        return [EldestSaid(self.vote, self.eldest), ElectionCounted(self.vote, parted)]
