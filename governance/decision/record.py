"""Recording a decision: what a vote decided, or what was decided by common accord."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from governance.assembly.facts import AssemblyPlanned
from governance.command import About, Fold, Refused, about, folded
from governance.decision.facts import DecisionRecorded, Way
from governance.decision.numbering import Numbering
from governance.statutes.facts import Organ
from governance.vote.facts import VoteCounted, VoteOpened
from governance.words import AssemblyId, Day, DecisionId, Fact, Office, PersonId, Public, VoteId, legal_day

SECRETARIAT = frozenset({Office.SECRETARY, Office.CHAIR})


@dataclass(frozen=True)
class RecordVotedDecision:
    """What a vote decided, adopted or rejected: its text and its day are the vote's own. One decision a vote."""

    may = SECRETARIAT
    decision: DecisionId
    vote: VoteId
    assembly: AssemblyId

    def boundary(self) -> Sequence[About | Fold]:
        vote = [about(kind, vote=self.vote) for kind in (VoteOpened, VoteCounted, DecisionRecorded)]
        return [*vote, about(AssemblyPlanned, assembly=self.assembly), Numbering()]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if any(isinstance(fact, DecisionRecorded) and fact.vote == self.vote for fact in known):
            return []
        opened = next((fact for fact in known if isinstance(fact, VoteOpened)), None)
        counted = next((fact for fact in known if isinstance(fact, VoteCounted)), None)
        plans = [fact for fact in known if isinstance(fact, AssemblyPlanned)]
        if opened is None or opened.assembly != self.assembly or not plans:
            raise Refused("unknown-vote")
        if opened.amendment is not None:
            raise Refused("amendment-is-no-decision")
        if counted is None:
            raise Refused("vote-not-counted")
        if counted.count.second_round:
            raise Refused("second-round-first")
        return [
            DecisionRecorded(
                decision=self.decision,
                number=folded(Numbering, known).following,
                title=opened.title,
                text=opened.text,
                organ=plans[-1].organ,
                on=plans[-1].day,
                way=Way.VOTE,
                adopted=counted.count.adopted,
                vote=self.vote,
                assembly=self.assembly,
            )
        ]


@dataclass(frozen=True)
class RecordAccord:
    """A decision without a vote, by common accord; its day may be known only by its month or its year.

    An assembly decides by votes: common accord belongs to the board, the bureau, a steering committee.
    """

    may = SECRETARIAT
    decision: DecisionId
    title: Public
    text: Public
    organ: Organ
    on: Day
    source: Public = Public("")

    def boundary(self) -> Sequence[About | Fold]:
        return [about(DecisionRecorded, decision=self.decision), Numbering()]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if any(isinstance(fact, DecisionRecorded) for fact in known):
            return []
        if not (self.title.strip() and self.text.strip()):
            raise Refused("decision-without-text")
        if legal_day(now).surely_before(self.on):
            raise Refused("day-to-come", on=self.on)
        if self.organ is Organ.ASSEMBLY:
            raise Refused("assembly-decides-by-vote")
        return [
            DecisionRecorded(
                decision=self.decision,
                number=folded(Numbering, known).following,
                title=self.title,
                text=self.text,
                organ=self.organ,
                on=self.on,
                way=Way.COMMON_ACCORD,
                adopted=True,
                source=self.source,
            )
        ]
