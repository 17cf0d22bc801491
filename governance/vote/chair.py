"""The side of the chair, where her voice carries a tie: as her own ballot says, or as it was seen in the room."""

from collections.abc import Iterable

from governance.assembly.facts import SessionOpened
from governance.assembly.presence_facts import AttendanceSigned
from governance.command import Refused
from governance.counting.threshold import CASTING_VOTE, casting_by
from governance.vote.facts import BallotCast, Choice, VoteOpened
from governance.words import Fact

SIDES = {Choice.FOR: True, Choice.AGAINST: False}


def side_of_chair(facts: Iterable[Fact], vote: VoteOpened, seen: bool | None) -> bool | None:
    """None where hers carries nothing, or takes no side. `seen`: what those who counted say, if they do."""
    known = list(facts)
    if casting_by(vote.rules) is None or vote.secret:
        if seen is not None:
            raise Refused("chair-in-secret" if vote.secret else "no-casting-vote", article=CASTING_VOTE)
        return None
    own = _own(known)
    named = {fact.choice for fact in known if isinstance(fact, BallotCast) and fact.member in own}
    return SIDES.get(named.pop()) if len(named) == 1 else seen


def _own(facts: list[Fact]) -> set[str]:
    """The members for whom the chair of the session signed the sheet."""
    chairs = {fact.chair for fact in facts if isinstance(fact, SessionOpened)}
    return {fact.member for fact in facts if isinstance(fact, AttendanceSigned) and fact.person in chairs}
