"""Agreements between the cooperative and those who run it: recorded with who authorised them, then ruled on.

Regulated by C.com L225-38 to L225-42 (SA), L223-19 (SARL), L227-10 (SAS), L612-5 (association).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.assembly.facts import ResolutionTabled
from governance.assembly.interest_facts import AgreementSubmitted
from governance.command import About, Refused, about
from governance.decision.facts import (
    AgreementRecorded,
    AgreementRuled,
    DecisionRecorded,
)
from governance.membership.facts import OrganisationRegistered, PersonRegistered
from governance.statutes.facts import Organ
from governance.words import (
    AgreementId,
    Cents,
    Day,
    DecisionId,
    Fact,
    MemberId,
    Office,
    PersonId,
    Public,
    ResolutionId,
    legal_day,
)

SECRETARIAT = frozenset({Office.SECRETARY, Office.CHAIR})


@dataclass(frozen=True)
class RecordAgreement:
    """With whom, about what, for how much a year or in all. `authorised`: the decision of the board that came before;
    without one it is recorded all the same, and shown as concluded without it (C.com L225-42)."""

    may = SECRETARIAT
    agreement: AgreementId
    party: MemberId
    object: Public
    amount: Cents | None
    on: Day
    authorised: DecisionId | None = None

    def boundary(self) -> list[About]:
        party = [about(PersonRegistered, person=self.party), about(OrganisationRegistered, member=self.party)]
        decided = [about(DecisionRecorded, decision=self.authorised)] if self.authorised else []
        return [about(AgreementRecorded, agreement=self.agreement), *party, *decided]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if any(isinstance(fact, AgreementRecorded) for fact in known):
            return []
        if not any(isinstance(fact, PersonRegistered | OrganisationRegistered) for fact in known):
            raise Refused("unknown-person")
        if not self.object.strip():
            raise Refused("agreement-without-object")
        if legal_day(now).surely_before(self.on):
            raise Refused("day-to-come", on=self.on)
        if self.authorised:
            self._check_authorised(known)
        return [AgreementRecorded(self.agreement, self.party, self.object, self.amount, self.on, self.authorised)]

    def _check_authorised(self, facts: list[Fact]) -> None:
        decision = next((fact for fact in facts if isinstance(fact, DecisionRecorded)), None)
        if decision is None:
            raise Refused("unknown-decision")
        if decision.organ is not Organ.BOARD or not decision.adopted:
            raise Refused("board-authorises-agreements")
        if self.on.surely_before(decision.on):
            raise Refused("authorised-after", on=self.on, decided=decision.on)


@dataclass(frozen=True)
class SubmitAgreement:
    """Put to the assembly by a resolution of its agenda. The other party has an interest in it, and so have `others`:
    a director of the organisation with which it was concluded."""

    may = SECRETARIAT
    agreement: AgreementId
    resolution: ResolutionId
    others: tuple[MemberId, ...] = ()

    def boundary(self) -> list[About]:
        agreement = [about(kind, agreement=self.agreement) for kind in (AgreementRecorded, AgreementSubmitted)]
        others = [about(PersonRegistered, person=one) for one in self.others]
        return [*agreement, about(ResolutionTabled, resolution=self.resolution), *others]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        agreement = next((fact for fact in known if isinstance(fact, AgreementRecorded)), None)
        if agreement is None:
            raise Refused("unknown-agreement")
        if not any(isinstance(fact, ResolutionTabled) for fact in known):
            raise Refused("unknown-resolution")
        if set(self.others) - {fact.person for fact in known if isinstance(fact, PersonRegistered)}:
            raise Refused("unknown-person")
        interested = tuple(dict.fromkeys((agreement.party, *self.others)))
        if any(self._same(fact, interested) for fact in known):
            return []
        return [AgreementSubmitted(self.agreement, self.resolution, interested, legal_day(now))]

    def _same(self, fact: Fact, interested: tuple[MemberId, ...]) -> bool:
        if not isinstance(fact, AgreementSubmitted):
            return False
        return (fact.resolution, fact.interested) == (self.resolution, interested)


@dataclass(frozen=True)
class RuleOnAgreement:
    """What the assembly decided of it: approved or not, it binds those who signed; who is interested does not vote."""

    may = SECRETARIAT
    agreement: AgreementId
    decision: DecisionId

    def boundary(self) -> list[About]:
        agreement = [about(kind, agreement=self.agreement) for kind in (AgreementRecorded, AgreementRuled)]
        return [*agreement, about(DecisionRecorded, decision=self.decision)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        decision = next((fact for fact in known if isinstance(fact, DecisionRecorded)), None)
        if not any(isinstance(fact, AgreementRecorded) for fact in known):
            raise Refused("unknown-agreement")
        if decision is None:
            raise Refused("unknown-decision")
        if decision.organ is not Organ.ASSEMBLY:
            raise Refused("assembly-rules-on-agreements")
        ruled = AgreementRuled(self.agreement, self.decision, decision.adopted, decision.on)
        return [] if ruled in known else [ruled]
