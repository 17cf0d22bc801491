"""Casting ballots: one a mandate, by who speaks for it and is there, while the vote is open."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from governance.assembly.facts import (
    AttendanceEnded,
    AttendanceSigned,
    MandateEntered,
    ProxyGiven,
    ProxyWithdrawn,
    SessionClosed,
)
from governance.assembly.standing import check_voter, holder_of, mandate, presence
from governance.command import About, Refused, about
from governance.vote.box import check_open, opened
from governance.vote.facts import BallotCast, Channel, Choice, Emarged, HandsCounted, VoteClosed, VoteOpened
from governance.words import AssemblyId, Fact, MemberId, Office, PersonId, VoteId


@dataclass(frozen=True)
class Ballot:
    """A choice for a mandate: the voter's own, or one that its member gave to `holder`."""

    member: MemberId
    choice: Choice
    holder: MemberId | None = None


@dataclass(frozen=True)
class CastBallots:
    """What one voter puts in the box at once: her own ballot and one for each proxy. All of them or none."""

    may = frozenset({Office.ANYONE})
    vote: VoteId
    assembly: AssemblyId
    ballots: tuple[Ballot, ...]

    def boundary(self) -> list[About]:
        vote = [about(kind, vote=self.vote) for kind in (VoteOpened, VoteClosed, HandsCounted)]
        vote.append(about(SessionClosed, assembly=self.assembly))
        mine = [
            about(kind, member=one.member, vote=self.vote) for one in self.ballots for kind in (BallotCast, Emarged)
        ]
        return [*vote, *mine, *self._about_mandates()]

    def _about_mandates(self) -> Iterator[About]:
        for ballot in self.ballots:
            for member in filter(None, (ballot.member, ballot.holder)):
                for kind in (MandateEntered, AttendanceSigned, AttendanceEnded):
                    yield about(kind, assembly=self.assembly, member=member)
            for power in (ProxyGiven, ProxyWithdrawn):
                yield about(power, assembly=self.assembly, grantor=ballot.member)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        vote = opened(known, self.assembly)
        check_open(known, vote, now, Channel.ONLINE)
        if any(isinstance(fact, HandsCounted) for fact in known):
            raise Refused("hands-already-counted")
        if {member for member, _ in vote.aside} & {ballot.member for ballot in self.ballots}:
            raise Refused("stands-aside")
        if not self.ballots:
            raise Refused("no-ballot")
        if len({ballot.member for ballot in self.ballots}) < len(self.ballots):
            raise Refused("already-voted")
        return [self._cast(ballot, known, by) for ballot in self.ballots]

    def _cast(self, ballot: Ballot, facts: list[Fact], by: PersonId) -> BallotCast:
        line = mandate(facts, ballot.member)
        if any(isinstance(fact, BallotCast | Emarged) and fact.member == ballot.member for fact in facts):
            raise Refused("already-voted")
        speaker = ballot.holder or ballot.member
        if holder_of(facts, ballot.member) != ballot.holder:
            raise Refused("voted-by-proxy" if ballot.holder is None else "proxy-withdrawn")
        check_voter(facts, speaker, by)
        if speaker not in presence(facts).signed:
            raise Refused("not-there", article="C.com R225-95")
        return BallotCast(self.vote, ballot.member, line.college, line.votes, ballot.choice, ballot.holder)
