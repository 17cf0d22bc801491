"""Being watched, and watching: who signs the heads of this record from outside, and whose heads are signed here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.evidence.witness_facts import (
    HeadsPosted,
    LogAccepted,
    LogDropped,
    LogId,
    LogKey,
    WitnessDismissed,
    WitnessId,
    WitnessNamed,
)
from governance.membership.facts import PersonRegistered
from governance.network.check import SECRETARIAT
from governance.words import Fact, PersonId, Public


def origin(key: LogKey) -> str:
    """What a key is the key of."""
    return key.partition("+")[0]


def witnesses(facts: Iterable[Fact]) -> dict[WitnessId, WitnessNamed]:
    """Those of today."""
    known: dict[WitnessId, WitnessNamed] = {}
    for fact in facts:
        if isinstance(fact, WitnessNamed):
            known[fact.witness] = fact
        elif isinstance(fact, WitnessDismissed):
            known.pop(fact.witness, None)
    return known


def logs(facts: Iterable[Fact]) -> dict[LogId, LogAccepted]:
    """Those that are watched today."""
    known: dict[LogId, LogAccepted] = {}
    for fact in facts:
        if isinstance(fact, LogAccepted):
            known[fact.log] = fact
        elif isinstance(fact, LogDropped):
            known.pop(fact.log, None)
    return known


@dataclass(frozen=True)
class NameWitness:
    may = SECRETARIAT
    witness: WitnessId
    name: Public
    key: LogKey
    address: Public

    def boundary(self) -> list[About]:
        return [about(WitnessNamed), about(WitnessDismissed)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        if any(origin(one.key) == origin(self.key) for one in witnesses(facts).values()):
            raise Refused("witness-known")
        return [WitnessNamed(**vars(self))]


@dataclass(frozen=True)
class DismissWitness:
    may = SECRETARIAT
    witness: WitnessId

    def boundary(self) -> list[About]:
        return [about(WitnessNamed), about(WitnessDismissed)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        return [WitnessDismissed(self.witness)] if self.witness in witnesses(facts) else []


@dataclass(frozen=True)
class AcceptLog:
    """After a resumption a record is dropped and accepted again: what was seen of it then is forgotten."""

    may = SECRETARIAT
    log: LogId
    name: Public
    key: LogKey

    def boundary(self) -> list[About]:
        return [about(LogAccepted), about(LogDropped)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        if any(origin(one.key) == origin(self.key) for one in logs(facts).values()):
            raise Refused("log-known")
        return [LogAccepted(**vars(self))]


@dataclass(frozen=True)
class DropLog:
    may = SECRETARIAT
    log: LogId

    def boundary(self) -> list[About]:
        return [about(LogAccepted), about(LogDropped)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        return [LogDropped(self.log)] if self.log in logs(facts) else []


@dataclass(frozen=True)
class PostHeads:
    """Members' mailboxes as witnesses, and that of somebody outside: a notary, the union."""

    may = SECRETARIAT
    members: bool
    keeper: PersonId | None = None

    def boundary(self) -> list[About]:
        known = [about(PersonRegistered, person=self.keeper)] if self.keeper else []
        return [about(HeadsPosted), *known]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known, posted = list(facts), HeadsPosted(self.members, self.keeper)
        if self.keeper and not any(isinstance(fact, PersonRegistered) for fact in known):
            raise Refused("unknown-person")
        said = [fact for fact in known if isinstance(fact, HeadsPosted)]
        return [] if (said or [HeadsPosted(False)])[-1] == posted else [posted]
