"""A written consultation: every resolution is asked at once, without a meeting, until the day announced."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from governance.assembly.facts import AssemblyPlanned, Manner, ResolutionTabled, RollSealed, SessionClosed
from governance.assembly.quorums import rule_of
from governance.assembly.standing import about_agenda, about_course, agenda, plan, rules_of
from governance.command import About, Refused, about
from governance.statutes.facts import Form, Statutes, StatutesAdopted
from governance.vote.aside import about_aside, aside
from governance.vote.channels import check_channels
from governance.vote.facts import Channel, VoteCounted, VoteOpened
from governance.vote.question import put, rules_for
from governance.words import AssemblyId, Fact, MemberId, Office, PersonId, ResolutionId, StatutesId, VoteId

LEAST = timedelta(days=15)  # to answer, from the day the text is received (C.com R223-22)
WRITTEN = "C.com R223-22"


@dataclass(frozen=True)
class OpenConsultation:
    """`votes`: an identifier for each resolution of the agenda, in its order. `interested`: those who have an interest
    in one of them."""

    may = frozenset({Office.SECRETARY, Office.CHAIR})
    prepared = frozenset({"votes", "interested"})
    assembly: AssemblyId
    statutes: StatutesId
    votes: tuple[tuple[ResolutionId, VoteId], ...]
    interested: tuple[MemberId, ...] = ()

    def boundary(self) -> list[About]:
        roll = [about(kind, assembly=self.assembly) for kind in (RollSealed, VoteOpened)]
        mine = [one for asked, _ in self.votes for one in about_aside(self.assembly, asked, self.interested)]
        return [*about_agenda(self.assembly), *roll, about(StatutesAdopted, version=self.statutes), *mine]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if any(isinstance(fact, VoteOpened) for fact in known):
            return []
        meeting, asked = plan(known, self.assembly), agenda(known, self.assembly)
        _, statutes = rules_of(known, self.statutes)
        _check_days(meeting, statutes.form, now)
        votes = dict(self.votes)
        if [one.resolution for one in asked] != list(votes):
            raise Refused("agenda-has-moved")
        return [self._ask(known, votes[one.resolution], one, meeting, statutes, now) for one in asked]

    def _ask(
        self,
        facts: list[Fact],
        vote: VoteId,
        resolution: ResolutionTabled,
        meeting: AssemblyPlanned,
        statutes: Statutes,
        now: datetime,
    ) -> VoteOpened:
        check_channels(statutes, meeting.organ, resolution.matter, [Channel.CONSULTATION])
        rules = rules_for(statutes, meeting, resolution.kind)
        return replace(
            put(vote, resolution, self.statutes, rules, now),
            channels=(Channel.CONSULTATION,),
            closes=meeting.ends,
            quorum=rule_of(statutes, meeting.organ, resolution.kind),
            aside=aside(facts, statutes.form, resolution.resolution, self.interested),
        )


def _check_days(meeting: AssemblyPlanned, form: Form, now: datetime) -> None:
    if meeting.manner is not Manner.CONSULTATION or meeting.ends is None:
        raise Refused("not-a-consultation")
    if meeting.ends <= now:
        raise Refused("closes-in-the-past")
    if form is Form.SARL and meeting.ends - now < LEAST:
        raise Refused("consultation-too-short", days=LEAST.days, article=WRITTEN)


@dataclass(frozen=True)
class EndConsultation:
    """Once its hour has come and every answer is counted, it is over, as a meeting that was held. `votes`: its own."""

    may = frozenset({Office.SECRETARY, Office.CHAIR, Office.WORKER})
    prepared = frozenset({"votes"})
    assembly: AssemblyId
    votes: tuple[VoteId, ...]

    def boundary(self) -> list[About]:
        counted = [about(VoteCounted, vote=vote) for vote in self.votes]
        return [*about_course(self.assembly), about(VoteOpened, assembly=self.assembly), *counted]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if any(isinstance(fact, SessionClosed) for fact in known):
            return []
        asked = [fact for fact in known if isinstance(fact, VoteOpened)]
        if plan(known, self.assembly).manner is not Manner.CONSULTATION or not asked:
            raise Refused("not-a-consultation")
        counted = {fact.vote for fact in known if isinstance(fact, VoteCounted)}
        if still := [one.title for one in asked if one.vote not in counted]:
            raise Refused("votes-still-open", votes=still)
        return [SessionClosed(self.assembly)]
