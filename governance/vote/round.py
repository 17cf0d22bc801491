"""What is known of a round of an election: how it was opened, and what each teller found."""

from collections.abc import Iterable

from governance.command import Refused
from governance.counting.election import Election
from governance.vote.election_facts import ElectionCounted, ElectionOpened, UrnsCounted
from governance.words import AssemblyId, Fact, PersonId, VoteId


def opened(facts: Iterable[Fact], vote: VoteId, assembly: AssemblyId | None = None) -> ElectionOpened:
    """The round, of this meeting if one is named."""
    for fact in facts:
        if isinstance(fact, ElectionOpened) and fact.vote == vote and assembly in (None, fact.assembly):
            return fact
    raise Refused("unknown-vote")


def result(facts: Iterable[Fact]) -> Election | None:
    """What was counted, a tie parted since."""
    counted = [fact.election for fact in facts if isinstance(fact, ElectionCounted)]
    return counted[-1] if counted else None


def found(facts: Iterable[Fact]) -> dict[PersonId, UrnsCounted]:
    """What each teller said last."""
    return {fact.teller: fact for fact in facts if isinstance(fact, UrnsCounted)}
