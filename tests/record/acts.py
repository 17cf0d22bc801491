"""Small acts and an unknown kind, so that tests of the record need no room."""

from dataclasses import dataclass

from governance.assembly.facts import SessionClosed
from governance.assembly.presence_facts import AttendanceSigned, ProxyGiven
from governance.command import Fold, Refused, about, folded
from governance.decision.facts import DecisionRecorded, Way
from governance.membership.facts import OfficeTaken
from governance.statutes.facts import Organ
from governance.words import AssemblyId, Day, DecisionId, MemberId, Office, PersonId, Public

HERE = AssemblyId("ag")
ANYBODY = frozenset({Office.ANYONE})


@dataclass(frozen=True)
class Sign:
    """Takes a seat on the board, once."""

    person: PersonId
    may = frozenset({Office.SECRETARY})

    def boundary(self):
        return [about(OfficeTaken, person=self.person)]

    def decide(self, facts, by, now):
        seated = any(fact == OfficeTaken(self.person, Office.BOARD, Day("2026")) for fact in facts)
        return [] if seated else [OfficeTaken(self.person, Office.BOARD, Day("2026"))]


@dataclass(frozen=True)
class Come:
    """Signs the sheet, once, while the session lasts: what a ballot looks like."""

    member: MemberId
    may = ANYBODY

    def boundary(self):
        return [about(AttendanceSigned, assembly=HERE, member=self.member), about(SessionClosed, assembly=HERE)]

    def decide(self, facts, by, now):
        if any(isinstance(fact, SessionClosed) for fact in facts):
            raise Refused("closed")
        return [] if list(facts) else [AttendanceSigned(HERE, self.member, PersonId(self.member))]


@dataclass(frozen=True)
class Close:
    may = ANYBODY

    def boundary(self):
        return [about(SessionClosed, assembly=HERE)]

    def decide(self, facts, by, now):
        return [] if list(facts) else [SessionClosed(HERE)]


@dataclass(frozen=True)
class Entrust:
    """Gives a power to one of two holders, who share a limit."""

    grantor: MemberId
    holder: MemberId
    holders: tuple[MemberId, ...]
    at_most: int
    may = ANYBODY

    def boundary(self):
        return [about(ProxyGiven, assembly=HERE, holder=holder) for holder in self.holders]

    def decide(self, facts, by, now):
        if len(list(facts)) >= self.at_most:
            raise Refused("full")
        return [ProxyGiven(HERE, self.grantor, self.holder)]


@dataclass(frozen=True)
class Numbering(Fold):
    """How many decisions, and the last number."""

    kinds = (DecisionRecorded,)
    many: int = 0
    last: int = 0

    def after(self, fact):
        return Numbering(self.many + 1, max(self.last, fact.number))


@dataclass(frozen=True)
class Decide:
    """Records a decision under the next number."""

    decision: DecisionId
    may = ANYBODY

    def boundary(self):
        return [Numbering()]

    def decide(self, facts, by, now):
        return [decision(self.decision, folded(Numbering, facts).last + 1)]


def decision(name: str, number: int) -> DecisionRecorded:
    day = Day("2026-03-02")
    return DecisionRecorded(DecisionId(name), number, Public(""), Public(""), Organ.BOARD, day, Way.COMMON_ACCORD, True)


@dataclass(frozen=True)
class Signed:
    """Not a kind of the archive."""

    tags = (("person",),)
    person: PersonId
