"""What is in the box: named ballots, hands and bulletins gathered into one tally a collège, nobody counted twice."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from governance.assembly.facts import RollSealed, SessionClosed
from governance.assembly.standing import about_presence, presence
from governance.command import About, Refused, about
from governance.counting.tally import WHOLE, Held, Tally
from governance.vote.election_facts import ElectionOpened
from governance.vote.facts import (
    BallotCast,
    Bulletins,
    BulletinsCounted,
    Channel,
    Choice,
    Emarged,
    HandsCounted,
    VoteClosed,
    VoteOpened,
)
from governance.words import AssemblyId, CollegeId, Fact, MemberId, VoteId

IN_THE_BOX = (VoteOpened, VoteClosed, BallotCast, HandsCounted, BulletinsCounted, Emarged)


def about_box(vote: VoteId, assembly: AssemblyId) -> list[About]:
    """The vote, what was put in, and who is there."""
    box = [about(kind, vote=vote) for kind in IN_THE_BOX]
    return [*box, about(SessionClosed, assembly=assembly), *about_presence(assembly)]


def opened(facts: Iterable[Fact], assembly: AssemblyId | None = None) -> VoteOpened:
    """The vote, of this meeting if one is named."""
    for fact in facts:
        if isinstance(fact, VoteOpened) and assembly in (None, fact.assembly):
            return fact
    raise Refused("unknown-vote")


def check_open(facts: Iterable[Fact], vote: VoteOpened, now: datetime, channel: Channel) -> None:
    """Whether a voice can still be put in, by this way."""
    check_channel(vote, channel)
    if now < vote.opens:
        raise Refused("vote-not-open-yet")
    over = any(isinstance(fact, VoteClosed | SessionClosed) for fact in facts)
    if over or (vote.closes and now >= vote.closes):
        raise Refused("vote-closed")


def check_channel(vote: VoteOpened, channel: Channel) -> None:
    if channel not in vote.channels:
        raise Refused("not-by-this-channel", channel=channel.value)


def check_heard(vote: VoteOpened, voices: Iterable[BallotCast | Emarged]) -> None:
    if not all(vote.hears(voice.college) for voice in voices):
        raise Refused("college-keeps-its-mandate")


def check_no_hands(facts: Iterable[Fact]) -> None:
    """Hands counted everybody whose voice was in no box: it goes into none afterwards."""
    if any(isinstance(fact, HandsCounted) for fact in facts):
        raise Refused("hands-already-counted")


def check_hour(happened_at: datetime | None, vote: VoteOpened | ElectionOpened, now: datetime) -> None:
    """What is entered afterwards happened during the vote."""
    if happened_at and not (vote.happened_at or vote.opens) <= happened_at <= now:
        raise Refused("hour-outside-the-vote")


def gathered(facts: Iterable[Fact], vote: VoteOpened) -> list[Tally]:
    """One tally a collège of the roll. Who was there and put nothing in did not take part."""
    known = list(facts)
    there, held = Counter(_there(known, vote).values()), _held(known, vote)
    found = {
        college: Tally(college, entitled, there[college], shares=held.get(college))
        for college, entitled in _entitled(known, vote)
    }
    for tally in _put_in(known, found):
        found[tally.college] += tally
    return [_complete(tally) for tally in (found | {tally.college: tally for tally in vote.kept}).values()]


def surplus(facts: Iterable[Fact], vote: VoteOpened) -> int:
    """How many more bulletins the urns held than were put in: ticked, or where nobody was, those who could have."""
    known = list(facts)
    could = ticked(known, vote) or waiting(known, vote)
    return sum(max(0, urn.papers - could[urn.college]) for urn in agreed(known) or ())


def ticked(facts: Iterable[Fact], vote: VoteOpened) -> Counter[CollegeId]:
    """How many put a bulletin in each urn, as the sheet says."""
    known = list(facts)
    colleges = _there(known, vote)
    return Counter(colleges[fact.member] for fact in known if isinstance(fact, Emarged))


def waiting(facts: Iterable[Fact], vote: VoteOpened) -> Mapping[CollegeId, int]:
    """In each collège, the mandates in the room whose voice is in no box yet: what a show of hands counts."""
    known = list(facts)
    heard = _heard(known)
    left = Counter(college for member, college in _there(known, vote).items() if member not in heard)
    return {college: left[college] for college, _ in _entitled(known, vote) if vote.hears(college)}


def agreed(facts: Iterable[Fact]) -> tuple[Bulletins, ...] | None:
    """What two tellers found alike; None while one has counted alone, or while they differ."""
    said = {fact.teller: fact.lines for fact in facts if isinstance(fact, BulletinsCounted)}
    found = {frozenset(line for line in lines if line.papers) for lines in said.values()}  # an empty urn needs no line
    return next(iter(said.values())) if len(said) > 1 and len(found) == 1 else None


def tellers_awaited(facts: Iterable[Fact], vote: VoteOpened) -> bool:
    """Whether paper was put in the urns, and two tellers have not found the same."""
    known = list(facts)
    paper = vote.secret or any(isinstance(fact, Emarged | BulletinsCounted) for fact in known)
    return Channel.PAPER in vote.channels and paper and agreed(known) is None


def _entitled(facts: list[Fact], vote: VoteOpened) -> Iterator[tuple[CollegeId, int]]:
    roll = [fact for fact in facts if isinstance(fact, RollSealed)][-1]
    aside = Counter(college for _, college in vote.aside)
    for college, entitled in roll.members_by_college:
        yield college, entitled - aside[college]


def _held(facts: list[Fact], vote: VoteOpened) -> dict[CollegeId, Held]:
    """Shares entitled and there in each collège; nothing where the roll has none, or where the law sets somebody aside:
    they are then not known any more."""
    [roll] = [fact for fact in facts if isinstance(fact, RollSealed)][-1:]
    if vote.aside:
        return {}
    counted = {**_heard(facts), **presence(facts).counted}
    there = Counter[CollegeId]()
    for member, college in _there(facts, vote).items():
        there[college] += getattr(counted[member], "shares", 0)
    return {college: Held(shares, there[college]) for college, shares in roll.shares_by_college}


def _there(facts: list[Fact], vote: VoteOpened) -> dict[MemberId, CollegeId]:
    """Who is in the room or represented, and who voted even if she has left; not those whom the law keeps aside."""
    here = presence(facts)
    lines = {**here.counted, **_heard(facts)}
    aside = {member for member, _ in vote.aside}
    known = {college for college, _ in _entitled(facts, vote)}
    return {
        member: line.college if line.college in known else WHOLE
        for member, line in lines.items()
        if member not in aside
    }


def _heard(facts: Iterable[Fact]) -> dict[MemberId, BallotCast | Emarged]:
    return {fact.member: fact for fact in facts if isinstance(fact, BallotCast | Emarged)}


def _put_in(facts: list[Fact], known: Mapping[CollegeId, Tally]) -> Iterator[Tally]:
    for fact in facts:
        if isinstance(fact, BallotCast):
            college = fact.college if fact.college in known else WHOLE
            said = [int(fact.choice is choice) for choice in Choice]
            yield Tally(college or WHOLE, 0, 0, *said, shares=Held(0, 0, *(fact.shares * one for one in said[:3])))
    for hands in [fact for fact in facts if isinstance(fact, HandsCounted)][-1:]:
        for line in hands.lines:
            yield Tally(line.college, 0, 0, line.for_, line.against, line.abstention)
    for found in agreed(facts) or ():
        counters = (found.for_, found.against, found.abstention, found.blank, found.void)
        yield Tally(found.college, 0, 0, *counters)


def _complete(tally: Tally) -> Tally:
    """Who was counted was there, even if she has left since. An urn too full makes more of them than the roll has:
    the count is made all the same, and the surplus said beside it."""
    there = max(tally.there, sum(tally.counters))
    return replace(
        tally, entitled=max(tally.entitled, there), there=there, did_not_take_part=there - sum(tally.counters)
    )
