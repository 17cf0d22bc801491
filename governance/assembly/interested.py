"""Who has an interest in what a resolution decides, and takes no part in that vote (C.com L225-40, L223-19)."""

from collections.abc import Iterable

from governance.assembly.interest_facts import AgreementSubmitted
from governance.command import About, about
from governance.words import Fact, MemberId, ResolutionId


def about_interested(resolution: ResolutionId) -> list[About]:
    return [about(AgreementSubmitted, resolution=resolution)]


def interested(facts: Iterable[Fact], resolution: ResolutionId) -> frozenset[MemberId]:
    """The parties to the agreements that this resolution is about, and those who act through them."""
    submitted = [fact for fact in facts if isinstance(fact, AgreementSubmitted) and fact.resolution == resolution]
    return frozenset(member for fact in submitted for member in fact.interested)
