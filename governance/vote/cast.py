"""Casting ballots: one a mandate, by who speaks for it and is there, while the vote is open."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from governance.assembly.facts import SessionClosed
from governance.assembly.presence_facts import AttendanceEnded, AttendanceSigned, ProxyGiven, ProxyWithdrawn
from governance.assembly.standing import about_line, check_voter, holder_of, mandate, presence
from governance.command import About, Refused, about
from governance.vote.box import check_channel, check_heard, check_no_hands, check_open, opened
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
        voices = [(kind, ballot.member) for ballot in self.ballots for kind in (BallotCast, Emarged)]
        mine = [about(kind, member=member, vote=self.vote) for kind, member in voices]
        return [*vote, *mine, *self._about_mandates()]

    def _about_mandates(self) -> Iterator[About]:
        for ballot in self.ballots:
            for member in filter(None, (ballot.member, ballot.holder)):
                yield from about_line(self.assembly, member)
                for kind in (AttendanceSigned, AttendanceEnded):
                    yield about(kind, assembly=self.assembly, member=member)
            for power in (ProxyGiven, ProxyWithdrawn):
                yield about(power, assembly=self.assembly, grantor=ballot.member)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        vote = opened(known, self.assembly)
        channel = Channel.CONSULTATION if Channel.CONSULTATION in vote.channels else Channel.ONLINE
        check_open(known, vote, now, channel)
        self._check(known, vote)
        cast = [replace(self._cast(ballot, known, by, channel), channel=channel) for ballot in self.ballots]
        check_heard(vote, cast)
        return [*cast]

    def _check(self, facts: list[Fact], vote: VoteOpened) -> None:
        members = [ballot.member for ballot in self.ballots]
        if not members:
            raise Refused("no-ballot")
        if len(set(members)) < len(members):
            raise Refused("already-voted")
        check_no_hands(facts)
        if {member for member, _ in vote.aside} & set(members):
            raise Refused("stands-aside")

    def _cast(self, ballot: Ballot, facts: list[Fact], by: PersonId, channel: Channel) -> BallotCast:
        line = mandate(facts, ballot.member)
        if any(isinstance(fact, BallotCast | Emarged) and fact.member == ballot.member for fact in facts):
            raise Refused("already-voted")
        speaker = ballot.holder or ballot.member
        if holder_of(facts, ballot.member) != ballot.holder:
            raise Refused("voted-by-proxy" if ballot.holder is None else "proxy-withdrawn")
        self._check_author(facts, speaker, by)
        if channel is Channel.ONLINE and speaker not in presence(facts).signed:
            raise Refused("not-there", article="C.com R225-95")
        said = (line.college, line.votes, ballot.choice, ballot.holder)
        return BallotCast(self.vote, ballot.member, *said, shares=line.shares)

    def _check_author(self, facts: list[Fact], speaker: MemberId, by: PersonId) -> None:
        check_voter(facts, speaker, by)


class EnterAnswers(CastBallots):
    """The secretariat types the answers to a consultation that came on paper, signed."""

    may = frozenset({Office.SECRETARY, Office.CHAIR})

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_channel(opened(known, self.assembly), Channel.CONSULTATION)
        return super().decide(known, by, now)

    def _check_author(self, facts: list[Fact], speaker: MemberId, by: PersonId) -> None:
        """The paper is signed by the voter; who types it is the author of the entry."""
