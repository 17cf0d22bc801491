"""Opening a vote on a resolution of the agenda, during the session, under the statutes of the roll."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from governance.assembly.despite import CHAIR, passing_over
from governance.assembly.facts import (
    ResolutionTabled,
    SessionClosed,
    SessionOpened,
)
from governance.assembly.quorums import lacking_quorum
from governance.assembly.standing import about_agenda, about_presence, agenda, in_session, plan, rules_of
from governance.command import About, Refused, about
from governance.counting.amending import AmendmentId, Fate
from governance.counting.second_round import kept
from governance.counting.tally import Tally
from governance.statutes.facts import Organ, Scheme, Statutes, StatutesAdopted
from governance.vote.amended import about_amendments, laid, standing
from governance.vote.amendment_facts import AmendmentSettled
from governance.vote.aside import about_aside, aside
from governance.vote.before import said_before
from governance.vote.channels import refusals, secrecy
from governance.vote.facts import Channel, FormFilled, VoteCounted, VoteOpened
from governance.vote.question import check_named, put, rules_for
from governance.words import (
    AssemblyId,
    CollegeId,
    Fact,
    MemberId,
    Office,
    PersonId,
    Public,
    ResolutionId,
    StatutesId,
    VoteId,
)

LONGEST = timedelta(days=60)  # an hour announced is kept: a slip of the pen must not bury a resolution


@dataclass(frozen=True)
class OpenVote:
    """`statutes`: the version under which the roll was sealed. `closes`: announced now, or left to the chair.
    `secret`: wanted by the statutes or by those who are there. `happened_at`: when it was opened, if told afterwards.
    `interested`: those who have an interest in it, known or not to the roll. `amendment`: the one that is voted now.

    Its amendments are voted first, and make its text. A resolution is put to the vote once, and again in the collèges
    that its first vote left without a mandate. The powers that name nobody serve at once; who gave one and comes later
    has voted by it, as by any that has served.
    """

    may = frozenset({Office.SECRETARY, Office.CHAIR})
    prepared = frozenset({"second_round_of", "interested", "amendment"})
    vote: VoteId
    assembly: AssemblyId
    resolution: ResolutionId
    statutes: StatutesId
    closes: datetime | None = None
    second_round_of: VoteId | None = None
    channels: tuple[Channel, ...] = (Channel.ONLINE,)
    secret: bool = False
    happened_at: datetime | None = None
    interested: tuple[MemberId, ...] = ()
    amendment: AmendmentId | None = None

    def boundary(self) -> list[About]:
        session = [about(kind, assembly=self.assembly) for kind in (SessionOpened, SessionClosed, FormFilled)]
        known = [*about_agenda(self.assembly), *session, *about_presence(self.assembly)]
        opened = about(VoteOpened, resolution=self.resolution)
        first = [about(VoteCounted, vote=self.second_round_of)] if self.second_round_of else []
        mine = [*about_aside(self.assembly, self.resolution, self.interested), *about_amendments(self.resolution)]
        return [*known, about(StatutesAdopted, version=self.statutes), opened, *first, *mine]

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
        without = aside(known, statutes.form, self.resolution, self.interested)
        broken = self._against_rules(known, statutes, meeting.organ, resolution, without)
        noted = passing_over(broken, self._despite(), self.assembly, None, self.resolution)
        rules = rules_for(statutes, meeting, resolution.kind, self.second_round_of is not None)
        check_named(rules, self.channels)
        asked = put(self.vote, self._draft(known, resolution), self.statutes, rules, now)
        told = replace(
            self._opened(asked, statutes, resolution),
            kept=_kept(known, rules.scheme),
            aside=without,
            amendment=self.amendment,
            amended=standing(known, resolution.text).adopted,
        )
        return [told, *said_before(known, told), *noted]

    def _despite(self) -> Public:
        """Why it opens against the statutes: nobody says, here."""
        return Public("")

    def _against_rules(
        self,
        facts: list[Fact],
        statutes: Statutes,
        organ: Organ,
        resolution: ResolutionTabled,
        without: tuple[tuple[MemberId, CollegeId], ...],
    ) -> Iterator[Refused]:
        if lacking := lacking_quorum(facts, self.assembly, statutes, resolution.kind, without):
            yield lacking
        yield from refusals(statutes, organ, resolution.matter, self.channels, self.secret)

    def _draft(self, facts: list[Fact], resolution: ResolutionTabled) -> ResolutionTabled:
        """What is voted: the text as the adopted amendments make it, or as it would read with this one."""
        stands, found = standing(facts, resolution.text), laid(facts)
        if self.amendment is None:
            if stands.awaited:
                raise Refused("amendments-first", awaited=len(stands.awaited))
            return replace(resolution, text=stands.text)
        if stands.awaited[:1] != (self.amendment,):
            raise Refused("amendment-not-next")
        one = found[self.amendment]
        adopting = AmendmentSettled(one.amendment, one.resolution, Fate.ADOPTED)
        text = standing([*facts, adopting], resolution.text).text
        return replace(resolution, title=one.title, text=text, backing=one.backing)

    def _opened(self, asked: VoteOpened, statutes: Statutes, resolution: ResolutionTabled) -> VoteOpened:
        return replace(
            asked,
            closes=self.closes,
            second_round_of=self.second_round_of,
            channels=self.channels,
            secret=self.secret or secrecy(statutes, resolution.matter) is not None,
            happened_at=self.happened_at,
        )

    def _check_hours(self, now: datetime) -> None:
        if self.closes and self.closes <= now:
            raise Refused("closes-in-the-past")
        if self.closes and self.closes > now + LONGEST:
            raise Refused("closes-too-late", days=LONGEST.days)
        if self.happened_at and self.happened_at > now:
            raise Refused("hour-outside-the-vote")

    def _check_round(self, known: list[Fact]) -> None:
        mine = [fact for fact in known if isinstance(fact, VoteOpened) and fact.amendment == self.amendment]
        earlier = [fact.vote for fact in mine]
        undecided = [fact.vote for fact in known if isinstance(fact, VoteCounted) and fact.count.second_round]
        if earlier != ([self.second_round_of] if self.second_round_of else []):
            raise Refused("vote-already-opened")
        if earlier != undecided:
            raise Refused("no-second-round")


@dataclass(frozen=True)
class OpenVoteDespite(OpenVote):
    """The chair puts it to the vote with too few for the statutes, or by a way that they do not open, and says why."""

    may = CHAIR
    despite: Public = Public("")

    def _despite(self) -> Public:
        return self.despite


def _kept(facts: Iterable[Fact], scheme: Scheme) -> tuple[Tally, ...]:
    """What stands of the first vote, where this is the second."""
    return next((kept(scheme, fact.count) for fact in facts if isinstance(fact, VoteCounted)), ())
