"""Counting the urns of an election: two tellers must find the same, and then who is elected is reckoned."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.assembly.facts import OfficersNamed, RollSealed
from governance.command import About, Refused, about
from governance.counting.election import elect
from governance.counting.urn import Urn, urns
from governance.vote.election_facts import ElectionCounted, ElectionOpened, UrnsCounted
from governance.vote.facts import VoteClosed
from governance.vote.round import URN, found, opened
from governance.words import AssemblyId, Fact, Office, PersonId, VoteId

SECRETARIAT = frozenset({Office.SECRETARY, Office.CHAIR})


@dataclass(frozen=True)
class CountUrns:
    """`tellers`: who found these figures. Who types a sheet that two have signed names both."""

    may = SECRETARIAT
    vote: VoteId
    assembly: AssemblyId
    urns: tuple[Urn, ...]
    tellers: tuple[PersonId, ...]
    happened_at: datetime | None = None

    def boundary(self) -> list[About]:
        kinds = (ElectionOpened, UrnsCounted, ElectionCounted)
        return [*(about(kind, vote=self.vote) for kind in kinds), about(OfficersNamed, assembly=self.assembly)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        vote = opened(known, self.vote, self.assembly)
        if any(isinstance(fact, ElectionCounted) for fact in known):
            raise Refused("vote-counted")
        officers = [fact for fact in known if isinstance(fact, OfficersNamed)]
        named = {person for one in officers for person in (one.chair, one.secretary, *one.tellers)}
        if not self.tellers or len(set(self.tellers)) < len(self.tellers) or not named.issuperset(self.tellers):
            raise Refused("tellers-needed", article=URN)
        urns(vote.suffrage.scheme, vote.running, self.urns)
        said = [UrnsCounted(self.vote, teller, self.urns, self.happened_at) for teller in self.tellers]
        return [fact for fact in said if fact not in found(known).values()]


class CountMyUrns(CountUrns):
    """A teller says what she found: two who agree make the result."""

    may = frozenset({Office.ANYONE})

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        if self.tellers != (by,):
            raise Refused("tellers-needed", article=URN)
        return super().decide(facts, by, now)


@dataclass(frozen=True)
class CountElection:
    """Once closed, and once two tellers have found the same."""

    may = SECRETARIAT
    vote: VoteId
    assembly: AssemblyId

    def boundary(self) -> list[About]:
        kinds = (ElectionOpened, VoteClosed, UrnsCounted, ElectionCounted)
        return [*(about(kind, vote=self.vote) for kind in kinds), about(RollSealed, assembly=self.assembly)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        vote = opened(known, self.vote, self.assembly)
        if any(isinstance(fact, ElectionCounted) for fact in known):
            return []
        if not any(isinstance(fact, VoteClosed) for fact in known):
            raise Refused("vote-not-closed")
        said = [fact.urns for fact in found(known).values()]
        if len(said) < 2 or len(set(said)) > 1:
            raise Refused("tellers-awaited", article=URN)
        return [ElectionCounted(self.vote, elect(vote.suffrage, vote.running, said[0]))]
