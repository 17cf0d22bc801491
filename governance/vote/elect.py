"""An election of persons: opened on a resolution, closed, and held again if seats stay open."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from governance.assembly.despite import CHAIR, passing_over
from governance.assembly.facts import Matter, ResolutionTabled, SessionClosed, SessionOpened
from governance.assembly.quorums import lacking_quorum
from governance.assembly.standing import about_agenda, about_presence, agenda, in_session, plan, rules_of
from governance.command import About, Refused, about
from governance.counting.election import elect
from governance.counting.tally import WHOLE, colleges
from governance.counting.urn import Running, Suffrage, check
from governance.statutes.facts import Scheme, StatutesAdopted
from governance.vote.box import check_hour
from governance.vote.election_facts import ElectionCounted, ElectionOpened
from governance.vote.facts import VoteClosed, VoteOpened
from governance.vote.round import opened, result
from governance.words import AssemblyId, CollegeId, Fact, Office, PersonId, Public, ResolutionId, StatutesId, VoteId

SECRETARIAT = frozenset({Office.SECRETARY, Office.CHAIR})
SEATS = frozenset({Office.BOARD, Office.CHAIR, Office.SECRETARY, Office.AUDITOR})


@dataclass(frozen=True)
class OpenElection:
    """`college`: whose seats they are, WHOLE if nobody's. `eldest`: candidates from the eldest, or nothing."""

    may = SECRETARIAT
    vote: VoteId
    assembly: AssemblyId
    resolution: ResolutionId
    statutes: StatutesId
    office: Office
    seats: int
    candidates: tuple[PersonId, ...]
    college: CollegeId = WHOLE
    eldest: tuple[PersonId, ...] = ()
    happened_at: datetime | None = None

    def boundary(self) -> list[About]:
        session = [about(kind, assembly=self.assembly) for kind in (SessionOpened, SessionClosed)]
        asked = [about(kind, resolution=self.resolution) for kind in (ElectionOpened, VoteOpened)]
        known = [*about_agenda(self.assembly), *session, *about_presence(self.assembly)]
        return [*known, *asked, about(StatutesAdopted, version=self.statutes)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        resolution = self._resolution(known)
        if not in_session(known):
            raise Refused("session-not-open")
        if self.happened_at and self.happened_at > now:
            raise Refused("hour-outside-the-vote")
        running = Running(self.seats, self.candidates, self.college, eldest=self.eldest)
        check(running)
        if not self.candidates:
            raise Refused("no-candidate")
        if self.office not in SEATS:
            raise Refused("not-an-office")
        organ, (_, statutes) = plan(known, self.assembly).organ, rules_of(known, self.statutes)
        lacking = lacking_quorum(known, self.assembly, statutes, resolution.kind)
        noted = passing_over([lacking] if lacking else [], self._despite(), self.assembly, None, self.resolution)
        suffrage = Suffrage(statutes.scheme(organ) or Scheme(organ))
        if self.college not in {WHOLE, *(college.id for college in colleges(suffrage.scheme))}:
            raise Refused("college-not-voting", college=self.college)
        elect(suffrage, running, ())  # what the statutes do not say is refused now, not after the urns
        what = (resolution.number, resolution.title, self.statutes, self.office)
        return [
            ElectionOpened(
                self.vote, self.assembly, self.resolution, *what, suffrage, running, now, happened_at=self.happened_at
            ),
            *noted,
        ]

    def _despite(self) -> Public:
        """Why it opens with too few for the statutes: nobody says, here."""
        return Public("")

    def _resolution(self, facts: list[Fact]) -> ResolutionTabled:
        resolution = next((one for one in agenda(facts, self.assembly) if one.resolution == self.resolution), None)
        if resolution is None:
            raise Refused("unknown-resolution")
        if resolution.matter is not Matter.PERSONS:
            raise Refused("not-about-persons")
        held = [fact for fact in facts if isinstance(fact, ElectionOpened | VoteOpened)]
        for one in held:
            if isinstance(one, VoteOpened) or one.running.college == self.college:
                raise Refused("vote-already-opened")
        return resolution


@dataclass(frozen=True)
class OpenElectionDespite(OpenElection):
    """The chair holds it with enough for the law and too few for the statutes, and says why."""

    may = CHAIR
    despite: Public = Public("")

    def _despite(self) -> Public:
        return self.despite


@dataclass(frozen=True)
class OpenNextRound:
    """The seats that the round before left open, for those who stand again."""

    may = SECRETARIAT
    vote: VoteId
    first: VoteId
    assembly: AssemblyId

    def boundary(self) -> list[About]:
        rounds = [about(kind, vote=self.first) for kind in (ElectionOpened, ElectionCounted)]
        session = [about(kind, assembly=self.assembly) for kind in (SessionOpened, SessionClosed, ElectionOpened)]
        return [*rounds, *session]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        before = opened(known, self.first, self.assembly)
        if not in_session(known):
            raise Refused("session-not-open")
        if any(isinstance(fact, ElectionOpened) and fact.earlier == self.first for fact in known):
            raise Refused("vote-already-opened")
        counted = result(known)
        if counted is None or not counted.again:
            raise Refused("no-second-round")
        seats, elected = counted.seats - len(counted.elected), before.running.elected + counted.elected
        running = replace(
            before.running, seats=seats, candidates=counted.again, round=counted.round + 1, elected=elected
        )
        return [replace(before, vote=self.vote, running=running, opens=now, earlier=self.first, happened_at=None)]


@dataclass(frozen=True)
class CloseElection:
    """Nothing more goes into the urns."""

    may = SECRETARIAT
    vote: VoteId
    happened_at: datetime | None = None

    def boundary(self) -> list[About]:
        return [about(kind, vote=self.vote) for kind in (ElectionOpened, VoteClosed)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        vote = opened(known, self.vote)
        if any(isinstance(fact, VoteClosed) for fact in known):
            return []
        check_hour(self.happened_at, vote, now)
        return [VoteClosed(self.vote, self.happened_at)]
