"""What the record says of those who have an interest in a resolution."""

from dataclasses import dataclass

from governance.words import AgreementId, Day, Fact, MemberId, ResolutionId


@dataclass(frozen=True)
class AgreementSubmitted(Fact):
    """A resolution puts it to the assembly: those who are `interested` take no part in that vote (C.com L225-40)."""

    tags = (("agreement",), ("resolution",))
    agreement: AgreementId
    resolution: ResolutionId
    interested: tuple[MemberId, ...]
    on: Day
