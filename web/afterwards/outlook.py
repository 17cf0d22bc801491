"""What will be written, told from the facts that a rehearsal decides."""

from collections.abc import Iterable
from dataclasses import dataclass

from governance.assembly.facts import AdjournedForLackOfQuorum, IrregularityNoted, SessionClosed, SessionOpened
from governance.assembly.presence_facts import AttendanceEnded, AttendanceSigned, ProxyGiven
from governance.counting.election import Election
from governance.counting.tally import Tally
from governance.vote.election_facts import ElectionCounted, ElectionOpened
from governance.vote.facts import Hands, HandsCounted, VoteCounted, VoteOpened
from governance.words import Fact


@dataclass(frozen=True)
class Told:
    """A vote as it will stand. `hands`: what was counted in the room, those in favour deduced; none on bulletins."""

    opened: VoteOpened
    hands: tuple[Hands, ...]
    tallies: tuple[Tally, ...]
    adopted: bool
    again: bool


@dataclass(frozen=True)
class Outlook:
    """`begun`: None where the session was open before. `elections`: each as it was opened, and its result."""

    came: int
    left: int
    powers: int
    begun: SessionOpened | AdjournedForLackOfQuorum | None
    votes: tuple[Told, ...]
    elections: tuple[tuple[ElectionOpened, Election], ...]
    irregular: tuple[IrregularityNoted, ...]
    closed: bool


def outlook(facts: Iterable[Fact]) -> Outlook:
    known = list(facts)
    begun = [fact for fact in known if isinstance(fact, SessionOpened | AdjournedForLackOfQuorum)]
    return Outlook(
        came=sum(isinstance(fact, AttendanceSigned) for fact in known),
        left=sum(isinstance(fact, AttendanceEnded) for fact in known),
        powers=sum(isinstance(fact, ProxyGiven) for fact in known),
        begun=begun[-1] if begun else None,
        votes=tuple(_told(known, fact) for fact in known if isinstance(fact, VoteOpened)),
        elections=tuple(_held(known, fact) for fact in known if isinstance(fact, ElectionOpened)),
        irregular=tuple(fact for fact in known if isinstance(fact, IrregularityNoted)),
        closed=any(isinstance(fact, SessionClosed) for fact in known),
    )


def _held(facts: list[Fact], opened: ElectionOpened) -> tuple[ElectionOpened, Election]:
    counted = [fact for fact in facts if isinstance(fact, ElectionCounted) and fact.vote == opened.vote]
    return opened, counted[-1].election


def _told(facts: list[Fact], opened: VoteOpened) -> Told:
    counted = next(fact.count for fact in facts if isinstance(fact, VoteCounted) and fact.vote == opened.vote)
    hands = [fact.lines for fact in facts if isinstance(fact, HandsCounted) and fact.vote == opened.vote]
    tallies = tuple(line.tally for line in counted.lines)
    return Told(opened, hands[-1] if hands else (), tallies, counted.adopted, bool(counted.second_round))
