"""What the record says of an exclusion, from its proposal to the hearing; its end is told with the departures."""

from dataclasses import dataclass

from governance.words import (
    Day,
    Fact,
    MemberId,
    Sealed,
)


@dataclass(frozen=True)
class ExclusionProposed(Fact):
    """A member was told the grounds on which an assembly of a later day will be asked to exclude her."""

    tags = (("member",),)
    member: MemberId
    on: Day
    grounds: Sealed
    assembly_on: Day


@dataclass(frozen=True)
class MemberHeard(Fact):
    """She was heard, or had been invited to be and did not come."""

    tags = (("member",),)
    member: MemberId
    on: Day
    came: bool
    said: Sealed | None = None


@dataclass(frozen=True)
class ExclusionSetAside(Fact):
    """The assembly kept her, or nobody asked it any more."""

    tags = (("member",),)
    member: MemberId
    on: Day
