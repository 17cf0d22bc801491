"""What the record says of witnesses: who watches this record from outside, and whose record is watched from here."""

from dataclasses import dataclass
from typing import NewType

from governance.words import Fact, PersonId, Public

WitnessId = NewType("WitnessId", str)
"""Somebody outside who signs the heads of this record, having seen that each continues the one before."""
LogId = NewType("LogId", str)
"""The record of another cooperative, from the day that we accepted to watch it."""
LogKey = NewType("LogKey", str)
"""Who signs: `name+number+base64` (C2SP signed-note)."""


@dataclass(frozen=True)
class WitnessNamed(Fact):
    """A witness is asked to sign each head; `address`: what its own interface is served under (C2SP tlog-witness)."""

    tags = ((),)
    witness: WitnessId
    name: Public
    key: LogKey
    address: Public


@dataclass(frozen=True)
class WitnessDismissed(Fact):
    tags = ((),)
    witness: WitnessId


@dataclass(frozen=True)
class LogAccepted(Fact):
    """We sign the heads of another record, signed with this key, as long as each continues the one before."""

    tags = ((),)
    log: LogId
    name: Public
    key: LogKey


@dataclass(frozen=True)
class LogDropped(Fact):
    tags = ((),)
    log: LogId


@dataclass(frozen=True)
class HeadsPosted(Fact):
    """Who receives heads by e-mail from now on: `members`, each of those who got no letter for three months; `keeper`,
    somebody outside, with each minutes drawn up. Said again, it replaces what was said.
    """

    tags = ((),)
    members: bool
    keeper: PersonId | None = None
