"""Linking one thing to what came of it, whatever they are; and taking the link back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.decision.facts import DecisionRecorded
from governance.evidence.facts import PieceAttached
from governance.evidence.trace_facts import Kind, LedTo, LinkTakenBack, Thing, parts
from governance.network.action_facts import ActionSet
from governance.network.card_facts import CardWritten
from governance.network.check import BOARD
from governance.network.facts import ProposalMade, VisionStated
from governance.network.priority_facts import NotePlaced, PrioritisationOpened
from governance.project.facts import MilestonePlanned, ProjectStarted
from governance.words import Fact, PersonId, Public, legal_day

SAYING: Mapping[Kind, tuple[type[Fact], str]] = {
    Kind.NOTE: (NotePlaced, "note"),
    Kind.AXIS: (PrioritisationOpened, "prioritisation"),
    Kind.VISION: (VisionStated, "vision"),
    Kind.PROPOSAL: (ProposalMade, "proposal"),
    Kind.ACTION: (ActionSet, "action"),
    Kind.CARD: (CardWritten, "card"),
    Kind.DECISION: (DecisionRecorded, "decision"),
    Kind.PROJECT: (ProjectStarted, "project"),
    Kind.MILESTONE: (MilestonePlanned, "milestone"),
    Kind.PIECE: (PieceAttached, "piece"),
}
"""The fact that says that there is such a thing, and its field that names it."""


@dataclass(frozen=True)
class Link:
    may = BOARD
    cause: Thing
    effect: Thing

    def boundary(self) -> list[About]:
        return [
            _about(self.cause),
            _about(self.effect),
            *_links(self.cause, self.effect),
            *_links(self.effect, self.cause),
        ]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        for one in (self.cause, self.effect):
            if not any(_is(fact, one) for fact in known):
                raise Refused("unknown-thing")
        if stands(known, self.cause, self.effect):
            return []
        if self.cause == self.effect or stands(known, self.effect, self.cause):
            raise Refused("link-in-a-circle")
        return [LedTo(self.cause, self.effect, legal_day(now))]


@dataclass(frozen=True)
class Unlink:
    may = BOARD
    cause: Thing
    effect: Thing
    reason: Public

    def boundary(self) -> list[About]:
        return _links(self.cause, self.effect)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        if not stands(facts, self.cause, self.effect):
            return []
        if not self.reason.strip():
            raise Refused("unlinked-without-reason")
        return [LinkTakenBack(self.cause, self.effect, legal_day(now), self.reason)]


def stands(facts: Iterable[Fact], cause: Thing, effect: Thing) -> bool:
    """Whether the last that was said of these two is that one led to the other."""
    last: Fact | None = None
    for fact in facts:
        if isinstance(fact, LedTo | LinkTakenBack) and (fact.cause, fact.effect) == (cause, effect):
            last = fact
    return isinstance(last, LedTo)


def _links(cause: Thing, effect: Thing) -> list[About]:
    return [about(kind, cause=cause, effect=effect) for kind in (LedTo, LinkTakenBack)]


def _about(one: Thing) -> About:
    kind, identifier = _read(one)
    said, field = SAYING[kind]
    return about(said, **{field: _whole(kind, identifier)})


def _is(fact: Fact, one: Thing) -> bool:
    kind, identifier = _read(one)
    said, field = SAYING[kind]
    if not isinstance(fact, said) or getattr(fact, field) != _whole(kind, identifier):
        return False
    board = identifier.partition(".")[2]
    return not isinstance(fact, PrioritisationOpened) or board in [each.board for each in fact.boards]


def _whole(kind: Kind, identifier: str) -> str:
    """An axis is found by its prioritisation."""
    return identifier.partition(".")[0] if kind is Kind.AXIS else identifier


def _read(one: Thing) -> tuple[Kind, str]:
    try:
        return parts(one)
    except ValueError:
        raise Refused("unknown-thing") from None
