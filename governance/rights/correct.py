"""Having what is wrong corrected: she says it in her words, the secretariat corrects it and answers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.membership.facts import PersonRegistered
from governance.rights.facts import CorrectionAnswered, CorrectionRequested, RequestId
from governance.words import Fact, Office, PersonId, Sealed, legal_day


@dataclass(frozen=True)
class RequestCorrection:
    may = frozenset({Office.ANYONE})
    request: RequestId
    person: PersonId
    words: Sealed

    def boundary(self) -> list[About]:
        return [about(PersonRegistered, person=self.person), about(CorrectionRequested, request=self.request)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if by != self.person:
            raise Refused("not-about-you")
        if any(isinstance(fact, CorrectionRequested) for fact in known):
            return []
        if not known:
            raise Refused("unknown-person")
        return [CorrectionRequested(self.request, self.person, self.words, legal_day(now))]


@dataclass(frozen=True)
class AnswerCorrection:
    """What is corrected is corrected by a gesture of its own; this tells her so, or why not (RGPD art. 12.4)."""

    may = frozenset({Office.SECRETARY, Office.CHAIR})
    request: RequestId
    person: PersonId
    done: bool
    reason: Sealed

    def boundary(self) -> list[About]:
        return [about(kind, request=self.request) for kind in (CorrectionRequested, CorrectionAnswered)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        asked = next((fact for fact in known if isinstance(fact, CorrectionRequested)), None)
        if asked is None or asked.person != self.person:
            raise Refused("no-such-request")
        if answered := [fact for fact in known if isinstance(fact, CorrectionAnswered)]:
            raise Refused("request-answered", on=answered[-1].on)
        return [CorrectionAnswered(self.request, self.person, self.done, self.reason, legal_day(now))]
