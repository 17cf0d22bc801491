"""Recording an election: a decision of the register, and the office of those elected, from the day of the meeting."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from governance.assembly.facts import AssemblyPlanned
from governance.command import About, Fold, Refused, about, folded
from governance.counting.tally import WHOLE
from governance.decision.facts import DecisionRecorded, Way
from governance.decision.numbering import Numbering
from governance.membership.facts import OfficeTaken
from governance.membership.standing import authority, held
from governance.vote.election_facts import ElectionCounted, ElectionOpened
from governance.vote.round import result
from governance.words import AssemblyId, DecisionId, Fact, Office, PersonId, Public, VoteId


@dataclass(frozen=True)
class RecordElection:
    """`elected`: those of the result. Their names are not in the decision's text: the register of offices has them."""

    may = frozenset({Office.SECRETARY, Office.CHAIR})
    prepared = frozenset({"elected"})
    decision: DecisionId
    vote: VoteId
    assembly: AssemblyId
    elected: tuple[PersonId, ...]

    def boundary(self) -> Sequence[About | Fold]:
        kinds = (ElectionOpened, ElectionCounted, DecisionRecorded)
        vote = [about(kind, vote=self.vote) for kind in kinds]
        held = [one for person in self.elected for one in authority(person)]
        return [*vote, about(AssemblyPlanned, assembly=self.assembly), *held, Numbering()]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if any(isinstance(fact, DecisionRecorded) and fact.vote == self.vote for fact in known):
            return []
        opened = next((fact for fact in known if isinstance(fact, ElectionOpened)), None)
        counted = result(known)
        plans = [fact for fact in known if isinstance(fact, AssemblyPlanned)]
        if opened is None or opened.assembly != self.assembly or not plans:
            raise Refused("unknown-vote")
        if counted is None or set(counted.elected) != set(self.elected):
            raise Refused("vote-not-counted")
        meeting, office = plans[-1], opened.office
        recorded = DecisionRecorded(
            decision=self.decision,
            number=folded(Numbering, known).following,
            title=opened.title,
            text=Public(""),
            organ=meeting.organ,
            on=meeting.day,
            way=Way.VOTE,
            adopted=bool(self.elected),
            vote=self.vote,
            assembly=self.assembly,
        )
        seat = None if opened.running.college == WHOLE else opened.running.college
        new = [one for one in self.elected if office not in held(known, one, meeting.day)]
        return [recorded, *(OfficeTaken(person, office, meeting.day, college=seat) for person in new)]
