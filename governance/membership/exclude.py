"""Before an exclusion: the grounds are told, the member is heard, or she is kept. The assembly decides elsewhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.membership.exclusion_facts import ExclusionProposed, ExclusionSetAside, MemberHeard
from governance.membership.facts import MemberLeft
from governance.membership.place import check_day
from governance.membership.standing import about_member, standing
from governance.statutes.facts import StatutesAdopted
from governance.statutes.standing import in_force
from governance.words import Day, Fact, MemberId, Office, PersonId, Public, Sealed

SECRETARIAT = frozenset({Office.SECRETARY, Office.CHAIR})
USUAL_NOTICE = 15  # days, where the statutes do not say: time to read the grounds and to prepare an answer


def about_exclusion(member: MemberId) -> list[About]:
    kinds = (ExclusionProposed, MemberHeard, ExclusionSetAside)
    return [about(StatutesAdopted), *about_member(member), *(about(kind, member=member) for kind in kinds)]


def proposed(facts: Iterable[Fact]) -> ExclusionProposed | None:
    """The exclusion that waits for an assembly."""
    found: ExclusionProposed | None = None
    for fact in facts:
        match fact:
            case ExclusionProposed():
                found = fact
            case ExclusionSetAside() | MemberLeft():
                found = None
    return found


def notice(facts: Iterable[Fact], on: Day) -> tuple[int, Public]:
    """How many days before the assembly the grounds must be told, and the article of the statutes that says so."""
    version = in_force(facts, on)
    loss = version.statutes.loss if version else None
    said = loss.exclusion.notice_days if loss and loss.exclusion else None
    return (said.value, said.article) if said else (USUAL_NOTICE, Public(""))


@dataclass(frozen=True)
class ProposeExclusion:
    """`on`: the day the grounds were sent to her; `assembly_on`: the day of the assembly that will decide."""

    may = SECRETARIAT
    member: MemberId
    grounds: Sealed
    on: Day
    assembly_on: Day

    def boundary(self) -> list[About]:
        return about_exclusion(self.member)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_day(self.on, now)
        if not self.assembly_on.full:
            raise Refused("full-day-needed", on=self.assembly_on)
        if standing(known, self.member, self.on) is None:
            raise Refused("not-a-member", on=self.on)
        if proposed(known):
            raise Refused("exclusion-already-proposed")
        required, article = notice(known, self.on)
        given = (self.assembly_on.first - self.on.first).days
        if given < required:
            raise Refused("exclusion-notice-too-short", required=required, given=given, article=article)
        return [ExclusionProposed(self.member, self.on, self.grounds, self.assembly_on)]


@dataclass(frozen=True)
class HearMember:
    """What she answered, or that she was invited and did not come."""

    may = SECRETARIAT
    member: MemberId
    on: Day
    came: bool
    said: Sealed | None = None

    def boundary(self) -> list[About]:
        return about_exclusion(self.member)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_day(self.on, now)
        proposal = proposed(known)
        if proposal is None:
            raise Refused("no-exclusion-proposed")
        if self.on < proposal.on:
            raise Refused("heard-before-told", on=proposal.on)
        heard = MemberHeard(self.member, self.on, self.came, self.said)
        return [] if heard in known else [heard]


@dataclass(frozen=True)
class SetExclusionAside:
    """The assembly kept her, or nobody asks it any more."""

    may = SECRETARIAT
    member: MemberId
    on: Day

    def boundary(self) -> list[About]:
        return about_exclusion(self.member)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_day(self.on, now)
        if proposed(known) is None:
            raise Refused("no-exclusion-proposed")
        return [ExclusionSetAside(self.member, self.on)]
