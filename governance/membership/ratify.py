"""What the assembly is told of admissions and rejections, and what it answers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Fold, Refused, about
from governance.membership.facts import AdmissionRatified, ApplicationRejected, Cause, RejectionReported
from governance.membership.leave import about_leaving, leaving
from governance.membership.place import check_day
from governance.membership.standing import about_member, standing
from governance.words import Day, Fact, MemberId, Office, PersonId, Public

SECRETARIAT = frozenset({Office.SECRETARY, Office.CHAIR})


@dataclass(frozen=True)
class Ratify:
    """The assembly confirms an admission that another organ decided. `minutes`: where it is written."""

    may = SECRETARIAT
    member: MemberId
    on: Day
    minutes: Public = Public("")

    def boundary(self) -> list[About]:
        return [*about_member(self.member), about(AdmissionRatified, member=self.member)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_day(self.on, now)
        place = standing(known, self.member, self.on)
        if place is None:
            raise Refused("not-a-member", on=self.on)
        if any(isinstance(fact, AdmissionRatified) and fact.on >= place.since for fact in known):
            return []
        return [AdmissionRatified(self.member, self.on, self.minutes)]


@dataclass(frozen=True)
class RefuseRatification:
    """The assembly does not confirm: she is no longer a member from that day on. What she voted meanwhile stands."""

    may = SECRETARIAT
    member: MemberId
    on: Day

    def boundary(self) -> Sequence[About | Fold]:
        return [*about_leaving(self.member), about(AdmissionRatified, member=self.member)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_day(self.on, now)
        place = standing(known, self.member, self.on)
        if place and any(isinstance(fact, AdmissionRatified) and fact.on >= place.since for fact in known):
            raise Refused("already-ratified")
        return leaving(known, self.member, Cause.NOT_RATIFIED, self.on)


@dataclass(frozen=True)
class ReportRejection:
    may = SECRETARIAT
    member: MemberId
    on: Day

    def boundary(self) -> list[About]:
        return [about(kind, member=self.member) for kind in (ApplicationRejected, RejectionReported)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_day(self.on, now)
        if not known:
            raise Refused("no-rejection-to-report")
        return [] if isinstance(known[-1], RejectionReported) else [RejectionReported(self.member, self.on)]
