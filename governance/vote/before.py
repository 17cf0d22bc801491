"""What is in the box as soon as a vote opens: the forms filled in before the meeting, the powers that name nobody."""

from collections.abc import Iterable, Iterator

from governance.assembly.facts import Backing
from governance.assembly.standing import presence
from governance.vote.facts import BallotCast, Choice, FormFilled, VoteOpened
from governance.words import Fact


def said_before(facts: Iterable[Fact], vote: VoteOpened) -> list[BallotCast]:
    """Not of those who stand aside, nor of a collège that keeps its mandate."""
    known, aside = list(facts), {member for member, _ in vote.aside}
    found = [*_forms(known, vote), *_open_proxies(known, vote)]
    return [one for one in found if one.member not in aside and vote.hears(one.college)]


def _forms(facts: list[Fact], vote: VoteOpened) -> Iterator[BallotCast]:
    """A form that passes over a resolution abstains, and so does one that knew another text; none says anything of a
    secret vote, nor one that fell."""
    received = presence(facts).forms
    filled = {fact.member: fact for fact in facts if isinstance(fact, FormFilled) and fact.member in received}
    moved = vote.amendment is not None or bool(vote.amended)
    for form in filled.values() if not vote.secret else ():
        said = {} if moved else dict(form.choices)
        line, choice = received[form.member], said.get(vote.resolution, Choice.ABSTENTION)
        mine = (line.college, line.votes, choice)
        yield BallotCast(vote.vote, form.member, *mine, channel=form.channel, shares=line.shares)


def _open_proxies(facts: list[Fact], vote: VoteOpened) -> Iterator[BallotCast]:
    """For what the board presents or approves, against the rest (C.com L225-106)."""
    choice = Choice.AGAINST if vote.backing is Backing.NEITHER else Choice.FOR
    for given in presence(facts).proxies.values():
        if given.holder is None:
            said = (given.college, True, choice)
            yield BallotCast(vote.vote, given.grantor, *said, open_proxy=True, shares=given.shares)
