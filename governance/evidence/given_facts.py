"""What the record says of sealed dossiers that left: published at an address, withdrawn from it, handed to somebody."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NewType

from governance.evidence.facts import Digest
from governance.words import Day, DossierId, Fact, Public

PublicationId = NewType("PublicationId", str)
"""An address at which a dossier is read."""
HandingId = NewType("HandingId", str)


class Means(Enum):
    HAND = "hand"
    POST = "post"
    EMAIL = "email"
    PLATFORM = "platform"  # deposited where the recipient asks for it
    ADDRESS = "address"  # the recipient was given an address at which it is published


@dataclass(frozen=True)
class DossierPublished(Fact):
    """Whoever has its address reads the dossier, until a day if one is said, included. `listed`: the page that anybody
    reads leads to it; else the address is a secret.
    """

    tags = (("publication",), ("dossier",))
    publication: PublicationId
    dossier: DossierId
    listed: bool
    on: Day
    until: Day | None = None


@dataclass(frozen=True)
class PublicationEnded(Fact):
    """Its address leads nowhere any more."""

    tags = (("publication",),)
    publication: PublicationId
    on: Day


@dataclass(frozen=True)
class DossierHanded(Fact):
    """`recipient` received this dossier: an organisation or a function, never a person. `digest` says which version:
    the SHA-256 of the zip.
    """

    tags = (("handing",), ("dossier",))
    handing: HandingId
    dossier: DossierId
    recipient: Public
    means: Means
    on: Day
    digest: Digest
