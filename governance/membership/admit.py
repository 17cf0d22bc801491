"""Answering an application: the organ that the statutes name lets the candidate in, or does not."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Fold, Refused, about, folded
from governance.membership.apply import about_application, waiting
from governance.membership.body import MOST_OF_SARL, Body, consequences
from governance.membership.facts import ApplicationRejected, MemberAdmitted
from governance.membership.irregular import irregular
from governance.membership.place import check_day, check_place, statutes_on
from governance.membership.standing import standing
from governance.statutes.facts import Form, Organ, Statutes, StatutesAdopted
from governance.words import Day, Fact, MemberId, Office, PersonId, Public, Sealed

BOARD = frozenset({Office.SECRETARY, Office.CHAIR, Office.BOARD})


@dataclass(frozen=True)
class Admit:
    """`on`: the day of the organ's decision, `minutes` where it is written. The place asked for must still be one of
    the statutes. `despite`: why an admission that happened against a rule is recorded."""

    may = BOARD
    member: MemberId
    on: Day
    organ: Organ | None = None
    minutes: Public = Public("")
    despite: Sealed | None = None

    def boundary(self) -> Sequence[About | Fold]:
        return [about(StatutesAdopted), Body(), *about_application(self.member)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_day(self.on, now)
        if standing(known, self.member, self.on):
            return []
        applied = waiting(known)
        if applied is None:
            raise Refused("no-application")
        if self.on < applied.on:
            raise Refused("answer-before-application", applied=applied.on)
        check_place(known, applied.category, applied.college, self.on)
        statutes, body = statutes_on(known, self.on), folded(Body, known)
        where = (applied.category, applied.college, self.on)
        admitted = MemberAdmitted(self.member, *where, self.organ, self.minutes)
        noted = irregular(self.member, self.on, self._against(statutes, body), self.despite, largest_effect=1)
        return [admitted, *noted, *consequences(body, [admitted], statutes, self.on)]

    def _against(self, statutes: Statutes, body: Body) -> Iterator[Refused]:
        named = statutes.admission
        if named and self.organ not in (None, named.value):
            yield Refused("another-organ-admits", organ=named.value.value, article=named.article)
        if statutes.form is Form.SARL and body.members >= MOST_OF_SARL:
            yield Refused("too-many-members", most=MOST_OF_SARL, article="C.com L223-3")


@dataclass(frozen=True)
class Reject:
    may = BOARD
    member: MemberId
    on: Day
    reason: Sealed | None = None

    def boundary(self) -> list[About]:
        return about_application(self.member)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        check_day(self.on, now)
        if waiting(facts) is None:
            raise Refused("no-application")
        return [ApplicationRejected(self.member, self.on, self.reason)]
