"""Paper in the urns: who puts a bulletin in is ticked, and two tellers say, each for herself, what the urns held."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.assembly.facts import OfficersNamed, RollSealed
from governance.assembly.standing import about_line, holder_of, mandate, presence
from governance.command import About, Refused, about
from governance.vote.box import (
    about_box,
    check_channel,
    check_heard,
    check_hour,
    check_no_hands,
    check_open,
    opened,
    ticked,
)
from governance.vote.facts import BallotCast, Bulletins, BulletinsCounted, Channel, Emarged, VoteCounted, VoteOpened
from governance.vote.tellers import URN, check_tellers
from governance.words import AssemblyId, Fact, MemberId, Office, PersonId, VoteId

SECRETARIAT = frozenset({Office.SECRETARY, Office.CHAIR})


@dataclass(frozen=True)
class Emarge:
    """Members who put a bulletin in the urn, themselves or by whoever holds their power."""

    may = SECRETARIAT
    vote: VoteId
    assembly: AssemblyId
    members: tuple[MemberId, ...]

    def boundary(self) -> list[About]:
        roll = [one for member in self.members for one in about_line(self.assembly, member)]
        return [*about_box(self.vote, self.assembly), *roll]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        vote = opened(known, self.assembly)
        check_open(known, vote, now, Channel.PAPER)
        check_no_hands(known)
        if {member for member, _ in vote.aside} & set(self.members):
            raise Refused("stands-aside")
        ticked = {fact.member for fact in known if isinstance(fact, Emarged)}
        found = [self._tick(known, member) for member in self.members if member not in ticked]
        check_heard(vote, found)
        return [*found]

    def _tick(self, facts: list[Fact], member: MemberId) -> Emarged:
        if any(isinstance(fact, BallotCast) and fact.member == member for fact in facts):
            raise Refused("already-voted")
        here, holder = presence(facts), holder_of(facts, member)
        if (holder or member) not in here.signed:
            raise Refused("not-there", article="C.com R225-95")
        return Emarged(self.vote, member, mandate(facts, member).college, holder)


@dataclass(frozen=True)
class CountBulletins:
    """`tellers`: who found these figures, before the box is closed or after. Who types a sheet that two have signed
    names both; the last figures of each stand. More bulletins than people is not refused: the count says it."""

    may = SECRETARIAT
    vote: VoteId
    assembly: AssemblyId
    lines: tuple[Bulletins, ...]
    tellers: tuple[PersonId, ...]
    happened_at: datetime | None = None

    def boundary(self) -> list[About]:
        others = [about(VoteCounted, vote=self.vote), about(OfficersNamed, assembly=self.assembly)]
        return [*about_box(self.vote, self.assembly), *others]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        vote = opened(known, self.assembly)
        check_channel(vote, Channel.PAPER)
        check_hour(self.happened_at, vote, now)
        if any(isinstance(fact, VoteCounted) for fact in known):
            raise Refused("vote-counted")
        check_tellers(known, self.tellers)
        self._check_figures(known, vote)
        said = [BulletinsCounted(self.vote, teller, self.lines, self.happened_at) for teller in self.tellers]
        return [fact for fact in said if fact != _last(known, fact.teller)]

    def _check_figures(self, facts: list[Fact], vote: VoteOpened) -> None:
        """Beside a show of hands, who has put a bulletin in must be known: she is not to be counted twice."""
        [roll] = [fact for fact in facts if isinstance(fact, RollSealed)][-1:]
        urns, said = [line.college for line in self.lines], ticked(facts, vote)
        if unknown := set(urns) - {college for college, _ in roll.members_by_college if vote.hears(college)}:
            raise Refused("college-not-voting", college=min(unknown))
        if len(set(urns)) < len(urns):
            raise Refused("college-counted-twice", college=max(urns, key=urns.count))
        for line in self.lines:
            if min(line.for_, line.against, line.abstention, line.blank, line.void) < 0:
                raise Refused("negative-counter", college=line.college)
            if Channel.HANDS in vote.channels and line.papers > said[line.college]:
                raise Refused("tick-first", college=line.college, ticked=said[line.college])


class CountMyBulletins(CountBulletins):
    """A teller says what she found, before or after the other: two who agree make the result."""

    may = frozenset({Office.ANYONE})

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        if self.tellers != (by,):
            raise Refused("tellers-needed", article=URN)
        return super().decide(facts, by, now)


def _last(facts: Iterable[Fact], teller: PersonId) -> BulletinsCounted | None:
    said = [fact for fact in facts if isinstance(fact, BulletinsCounted) and fact.teller == teller]
    return said[-1] if said else None
