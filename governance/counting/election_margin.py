"""How far an election was from another outcome: the fewest papers that had to name others."""

from fractions import Fraction
from math import ceil, floor

from governance.counting.election import ROUNDS, Election, Score
from governance.counting.threshold import HALF
from governance.counting.urn import Suffrage
from governance.statutes.facts import Aggregation


def election_margin(suffrage: Suffrage, election: Election) -> int | None:
    """Never more than the true number: what touched fewer papers cannot have changed who sits. None: nobody stood; or
    collèges weigh, and no number is proved.

    A paper that changes takes at most one vote from somebody and gives at most one to another: it brings them two
    closer. Nobody gains on the level of the first round by more than her own vote.
    """
    if election.aggregation is not Aggregation.FLAT:
        return None
    level = _level(suffrage, election)
    seated = [one for one in election.scores if one.candidate in election.elected]
    others = [one for one in election.scores if one.candidate not in election.elected]
    last = min(one.votes for one in seated) if len(seated) == election.seats else None
    found = [_to_lose(one, level) for one in seated] + [_to_win(one, level, last) for one in others]
    return max(1, min(found)) if found else None


def _level(suffrage: Suffrage, election: Election) -> Fraction:
    """What a candidate must pass; in the last round, no vote at all."""
    rounds = suffrage.rounds.value if suffrage.rounds else ROUNDS
    majority = suffrage.majority.value if suffrage.majority else HALF
    return Fraction(0) if election.round == rounds else majority * election.base


def _to_lose(one: Score, level: Fraction) -> int:
    return ceil(one.votes - level)


def _to_win(one: Score, level: Fraction, last: int | None) -> int:
    """`last`: the votes of who took the last seat; None where a seat is free."""
    passes = floor(level - one.votes) + 1
    return passes if last is None else max(passes, ceil(Fraction(last - one.votes, 2)))
