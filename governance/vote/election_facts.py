"""What the record says of elections: who stands for which seats, what the urns held, who is elected."""

from dataclasses import dataclass
from datetime import datetime

from governance.counting.election import Election
from governance.counting.urn import Running, Suffrage, Urn
from governance.words import AssemblyId, Fact, Office, PersonId, Public, ResolutionId, StatutesId, VoteId


@dataclass(frozen=True)
class ElectionOpened(Fact):
    """One round: who stands, for how many seats, and how it is counted, whatever the statutes become. `vote` is what
    closes it and what voters are ticked under; `earlier`: the round before."""

    tags = (("vote",), ("assembly",), ("resolution",))
    vote: VoteId
    assembly: AssemblyId
    resolution: ResolutionId
    number: int
    title: Public
    statutes: StatutesId
    office: Office
    suffrage: Suffrage
    running: Running
    opens: datetime
    earlier: VoteId | None = None
    happened_at: datetime | None = None


@dataclass(frozen=True)
class UrnsCounted(Fact):
    """What one teller found. Two who agree make the result; until then the last figures of each stand."""

    tags = (("vote",),)
    vote: VoteId
    teller: PersonId
    urns: tuple[Urn, ...]
    happened_at: datetime | None = None


@dataclass(frozen=True)
class EldestSaid(Fact):
    """Those tied for the last seats, from the eldest: it parts them, and the round is counted again."""

    tags = (("vote",),)
    vote: VoteId
    eldest: tuple[PersonId, ...]


@dataclass(frozen=True)
class ElectionCounted(Fact):
    """The result of a round, with every step that leads to it. The last prevails."""

    tags = (("vote",),)
    vote: VoteId
    election: Election
