"""What the record says of the révision coopérative: who was named, the report, each point of it until it is closed, and
the losses that call the réviseur before his time.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NewType

from governance.evidence.facts import Digest, Medium
from governance.evidence.trace_facts import Thing
from governance.words import AssemblyId, Cents, Day, DecisionId, Fact, PersonId, Public

RevisionId = NewType("RevisionId", str)
FindingId = NewType("FindingId", str)


class Bar(Enum):
    """What the record itself knows against a réviseur (décret 2015-706, art. 6)."""

    MEMBER = "member"  # a member, or one less than five years ago
    OFFICER = "officer"  # the same of an office


class Weight(Enum):
    """How a réviseur says that something is to be mended, the lightest first."""

    RECOMMENDATION = "recommendation"
    RESERVATION = "reservation"
    BREACH = "breach"  # a rule is not respected: he may give formal notice (L47 art. 25-3)


class Step(Enum):
    """What follows a breach, in the order of L47 art. 25-3."""

    NOTICE = "notice"  # the réviseur gives formal notice to comply by a day
    COMPLIED = "complied"
    REFERRED = "referred"  # he refers it to the body of his network, within fifteen days of the day that was given
    PROPOSED = "proposed"  # that body proposes a solution, within a month


@dataclass(frozen=True)
class Reviser:
    """An organisation by its name, a human being by her identifier. `agreed`: the order that put him on the list of
    réviseurs; `declared`: the day when he said that nothing bars him, None while he has not.
    """

    organisation: Public = Public("")
    person: PersonId | None = None
    agreed: Public = Public("")
    declared: Day | None = None
    bars: tuple[Bar, ...] = ()


@dataclass(frozen=True)
class ReviserNamed(Fact):
    """By the assembly, with a deputy. `decision`: the one of the register that says so, if it is there. Said again for
    the same révision, it is so from then on."""

    tags = ((), ("revision",))
    revision: RevisionId
    on: Day
    main: Reviser
    deputy: Reviser | None = None
    decision: DecisionId | None = None


@dataclass(frozen=True)
class RevisionReported(Fact):
    """The report came on `on`. `digest`: SHA-256 of salt ‖ content."""

    tags = (("revision",), ("digest",))
    revision: RevisionId
    on: Day
    digest: Digest
    size: int  # bytes
    media_type: Medium


@dataclass(frozen=True)
class ReportOpened(Fact):
    """Every member may read it from that day on: the five years to the next one run from it."""

    tags = (("revision",),)
    revision: RevisionId
    on: Day


@dataclass(frozen=True)
class ReportDiscussed(Fact):
    """At a general assembly, as L47 art. 25-3 wants; again at a later one, for what was still open."""

    tags = (("revision",), ("revision", "assembly"))
    revision: RevisionId
    assembly: AssemblyId
    on: Day


@dataclass(frozen=True)
class FindingRaised(Fact):
    """One point of the report, in its words; no human being is named."""

    tags = (("finding",), ("revision",))
    finding: FindingId
    revision: RevisionId
    weight: Weight
    text: Public
    on: Day


@dataclass(frozen=True)
class FindingAnswered(Fact):
    """What will be done, by which function, until when. A later answer replaces it."""

    tags = (("finding",),)
    finding: FindingId
    measures: Public
    owner: Public
    due: Day
    on: Day


@dataclass(frozen=True)
class FindingClosed(Fact):
    """`evidence`: the decision, the piece, the action… that closes it."""

    tags = (("finding",),)
    finding: FindingId
    evidence: Thing
    on: Day


@dataclass(frozen=True)
class FindingReopened(Fact):
    tags = (("finding",),)
    finding: FindingId
    reason: Public
    on: Day


@dataclass(frozen=True)
class BreachFollowed(Fact):
    """A step of L47 art. 25-3. `until`: the day that it gives, where it does; the law fixes none for a notice."""

    tags = (("revision",),)
    revision: RevisionId
    step: Step
    on: Day
    until: Day | None = None
    note: Public = Public("")


@dataclass(frozen=True)
class YearResultStated(Fact):
    """What the accounts of the year closed on that day come to, a loss below zero. A later one replaces it."""

    tags = ((),)
    closing: Day
    result: Cents
