"""Opening a vote on a resolution of the agenda, during the session, under the statutes of the roll."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from governance.assembly.facts import (
    AssemblyPlanned,
    Backing,
    ResolutionTabled,
    SessionClosed,
    SessionOpened,
)
from governance.assembly.quorums import check_quorum
from governance.assembly.standing import about_agenda, about_presence, agenda, in_session, plan, presence, rules_of
from governance.command import About, Refused, about
from governance.counting.count import count
from governance.counting.tally import Rules
from governance.statutes.facts import Kind, Scheme, Statutes, StatutesAdopted
from governance.vote.channels import check_channels, secrecy
from governance.vote.facts import BallotCast, Channel, Choice, VoteCounted, VoteOpened
from governance.words import AssemblyId, Fact, Office, PersonId, ResolutionId, StatutesId, VoteId

LONGEST = timedelta(days=60)  # an hour announced is kept: a slip of the pen must not bury a resolution


@dataclass(frozen=True)
class OpenVote:
    """`statutes`: the version under which the roll was sealed. `closes`: announced now, or left to the chair.
    `secret`: wanted by the statutes or by those who are there. `happened_at`: when it was opened, if told afterwards.

    A resolution is put to the vote once, and again if its first vote left collèges without a mandate. The powers that
    name nobody serve at once; who gave one and comes later has voted by it, as by any power that has served.
    """

    may = frozenset({Office.SECRETARY, Office.CHAIR})
    prepared = frozenset({"second_round_of"})
    vote: VoteId
    assembly: AssemblyId
    resolution: ResolutionId
    statutes: StatutesId
    closes: datetime | None = None
    second_round_of: VoteId | None = None
    channels: tuple[Channel, ...] = (Channel.ONLINE,)
    secret: bool = False
    happened_at: datetime | None = None

    def boundary(self) -> list[About]:
        session = [about(kind, assembly=self.assembly) for kind in (SessionOpened, SessionClosed)]
        known = [*about_agenda(self.assembly), *session, *about_presence(self.assembly)]
        opened = about(VoteOpened, resolution=self.resolution)
        first = [about(VoteCounted, vote=self.second_round_of)] if self.second_round_of else []
        return [*known, about(StatutesAdopted, version=self.statutes), opened, *first]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        meeting = plan(known, self.assembly)
        resolution = next((one for one in agenda(known, self.assembly) if one.resolution == self.resolution), None)
        if resolution is None:
            raise Refused("unknown-resolution")
        self._check_round(known)
        if not in_session(known):
            raise Refused("session-not-open")
        self._check_hours(now)
        _, statutes = rules_of(known, self.statutes)
        check_quorum(known, self.assembly, statutes, resolution.kind)
        check_channels(statutes, meeting.organ, resolution.matter, self.channels, self.secret)
        rules = self._rules(statutes, meeting, resolution.kind)
        count(rules, ())  # what the statutes do not say is refused now, not after the ballots
        secret = self.secret or secrecy(statutes, resolution.matter) is not None
        opened = replace(self._opened(resolution, rules, now), secret=secret)
        return [opened, *self._open_proxies(known, resolution.backing)]

    def _check_hours(self, now: datetime) -> None:
        if self.closes and self.closes <= now:
            raise Refused("closes-in-the-past")
        if self.closes and self.closes > now + LONGEST:
            raise Refused("closes-too-late", days=LONGEST.days)
        if self.happened_at and self.happened_at > now:
            raise Refused("hour-outside-the-vote")

    def _rules(self, statutes: Statutes, meeting: AssemblyPlanned, kind: Kind) -> Rules:
        written = statutes.meeting(kind)
        return Rules(
            form=statutes.form,
            kind=kind,
            scheme=statutes.scheme(meeting.organ) or Scheme(meeting.organ),
            majority=written.majority if written else None,
            second_call=meeting.second_call_of is not None,
            second_round=self.second_round_of is not None,
        )

    def _check_round(self, known: list[Fact]) -> None:
        earlier = [fact.vote for fact in known if isinstance(fact, VoteOpened)]
        undecided = [fact.vote for fact in known if isinstance(fact, VoteCounted) and fact.count.second_round]
        if earlier != ([self.second_round_of] if self.second_round_of else []):
            raise Refused("vote-already-opened")
        if earlier != undecided:
            raise Refused("no-second-round")

    def _opened(self, resolution: ResolutionTabled, rules: Rules, now: datetime) -> VoteOpened:
        return VoteOpened(
            vote=self.vote,
            assembly=self.assembly,
            resolution=self.resolution,
            number=resolution.number,
            title=resolution.title,
            text=resolution.text,
            statutes=self.statutes,
            form=rules.form,
            kind=rules.kind,
            scheme=rules.scheme,
            majority=rules.majority,
            second_call=rules.second_call,
            opens=now,
            closes=self.closes,
            second_round_of=self.second_round_of,
            backing=resolution.backing,
            channels=self.channels,
            happened_at=self.happened_at,
        )

    def _open_proxies(self, facts: list[Fact], backing: Backing) -> list[BallotCast]:
        """For what the board presents or approves, against the rest (C.com L225-106)."""
        choice = Choice.AGAINST if backing is Backing.NEITHER else Choice.FOR
        return [
            BallotCast(self.vote, given.grantor, given.college, True, choice, open_proxy=True)
            for given in presence(facts).proxies.values()
            if given.holder is None
        ]
