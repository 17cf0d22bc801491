"""Discussing a thing of the record, whatever it is: remarks, one answer deep, until the decision is taken."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.decision.facts import DecisionRecorded
from governance.evidence.remark_facts import DiscussionClosed, RemarkHidden, RemarkId, RemarkMade
from governance.evidence.things import about_thing, check_thing
from governance.evidence.trace_facts import Kind, Thing, parts
from governance.membership.herself import check_herself
from governance.network.check import BOARD, SECRETARIAT
from governance.words import DecisionId, Fact, Office, PersonId, Public, Sealed, legal_day

DISCUSSED = frozenset(Kind) - {Kind.FINDING, Kind.NOTE, Kind.DECISION, Kind.PIECE}
"""What is still open to words; what is decided is not."""


@dataclass(frozen=True)
class MakeRemark:
    """By herself, in her name."""

    may = frozenset({Office.ANYONE})
    remark: RemarkId
    thing: Thing
    person: PersonId
    words: Sealed
    answers: RemarkId | None = None

    def boundary(self) -> list[About]:
        return [about_thing(self.thing), *about_discussion(self.thing)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_herself(by, self.person)
        if self.remark in made(known):
            return []
        check_thing(known, self.thing)
        if parts(self.thing)[0] not in DISCUSSED:
            raise Refused("not-discussed")
        check_open(known)
        if self.answers:
            check_answered(known, self.answers)
        return [RemarkMade(self.remark, self.thing, by, self.words, legal_day(now), self.answers)]


@dataclass(frozen=True)
class HideRemark:
    may = SECRETARIAT
    remark: RemarkId
    thing: Thing
    reason: Public

    def boundary(self) -> list[About]:
        return about_discussion(self.thing)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if self.remark not in made(known):
            raise Refused("unknown-remark")
        if self.remark in hidden(known):
            return []
        if not self.reason.strip():
            raise Refused("hidden-without-reason")
        return [RemarkHidden(self.remark, self.thing, self.reason, legal_day(now))]


@dataclass(frozen=True)
class CloseDiscussion:
    """Once: when the thing led to a decision, which the worker sees by itself, or when nothing more is to be said."""

    may = BOARD | {Office.WORKER}
    thing: Thing
    decision: DecisionId | None = None

    def boundary(self) -> list[About]:
        decided = [about(DecisionRecorded, decision=self.decision)] if self.decision else []
        return [about_thing(self.thing), *about_discussion(self.thing), *decided]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if any(isinstance(fact, DiscussionClosed) for fact in known):
            return []
        check_thing(known, self.thing)
        recorded = [fact.decision for fact in known if isinstance(fact, DecisionRecorded)]
        if self.decision and self.decision not in recorded:
            raise Refused("unknown-decision")
        return [DiscussionClosed(self.thing, legal_day(now), self.decision)]


def about_discussion(thing: Thing) -> list[About]:
    return [about(kind, thing=thing) for kind in (RemarkMade, RemarkHidden, DiscussionClosed)]


def made(known: Iterable[Fact]) -> set[RemarkId]:
    return {fact.remark for fact in known if isinstance(fact, RemarkMade)}


def hidden(known: Iterable[Fact]) -> set[RemarkId]:
    return {fact.remark for fact in known if isinstance(fact, RemarkHidden)}


def check_open(known: list[Fact]) -> None:
    for fact in known:
        if isinstance(fact, DiscussionClosed):
            raise Refused("discussion-closed", on=fact.on)


def check_answered(known: list[Fact], remark: RemarkId) -> None:
    """One answers a remark that is read, and that answers none: a thread is no deeper."""
    answered = [fact for fact in known if isinstance(fact, RemarkMade) and fact.remark == remark]
    if not answered or remark in hidden(known):
        raise Refused("unknown-remark")
    if answered[0].answers:
        raise Refused("answers-an-answer")
