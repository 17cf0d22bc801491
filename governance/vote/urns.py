"""Counting the urns of an election: two tellers must find the same, and then who is elected is reckoned."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from governance.assembly.facts import OfficersNamed, RollSealed
from governance.command import About, Refused, about
from governance.counting.election import elect
from governance.counting.tally import WHOLE
from governance.counting.urn import Urn, urns
from governance.vote.box import check_hour
from governance.vote.election_facts import ElectionCounted, ElectionOpened, UrnsCounted
from governance.vote.facts import VoteClosed
from governance.vote.round import found, opened
from governance.vote.tellers import URN, check_tellers
from governance.words import AssemblyId, Fact, Office, PersonId, VoteId

SECRETARIAT = frozenset({Office.SECRETARY, Office.CHAIR})


@dataclass(frozen=True)
class CountUrns:
    """`tellers`: who found these figures. Who types a sheet that two have signed names both. How many could vote is
    the roll's to say, whatever the urns were given with."""

    may = SECRETARIAT
    vote: VoteId
    assembly: AssemblyId
    urns: tuple[Urn, ...]
    tellers: tuple[PersonId, ...]
    happened_at: datetime | None = None

    def boundary(self) -> list[About]:
        round_ = [about(kind, vote=self.vote) for kind in (ElectionOpened, UrnsCounted, ElectionCounted)]
        return [*round_, *(about(kind, assembly=self.assembly) for kind in (OfficersNamed, RollSealed))]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        vote = opened(known, self.vote, self.assembly)
        if any(isinstance(fact, ElectionCounted) for fact in known):
            raise Refused("vote-counted")
        check_hour(self.happened_at, vote, now)
        check_tellers(known, self.tellers)
        counted = self._of_the_roll(known, vote)
        urns(vote.suffrage.scheme, vote.running, counted)
        said = [UrnsCounted(self.vote, teller, counted, self.happened_at) for teller in self.tellers]
        return [fact for fact in said if fact not in found(known).values()]

    def _of_the_roll(self, facts: list[Fact], vote: ElectionOpened) -> tuple[Urn, ...]:
        """Seats kept for a collège are filled by its own urn."""
        [roll] = [fact for fact in facts if isinstance(fact, RollSealed)][-1:]
        entitled, own = dict(roll.members_by_college), vote.running.college
        for urn in self.urns:
            if urn.college not in entitled or (own != WHOLE and urn.college != own):
                raise Refused("college-not-voting", college=urn.college)
        return tuple(replace(urn, entitled=entitled[urn.college]) for urn in self.urns)


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
        return [about(kind, vote=self.vote) for kind in kinds]

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
