"""The roll of a meeting: who may vote, in which collège and with what weight, who is only heard, who is left out."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import get_args

from governance.assembly.facts import AssemblyPlanned, MandateEntered, MandateWithheld, RollSealed, Withheld
from governance.assembly.lacking import lacking
from governance.capital.account import MOVEMENTS, account
from governance.capital.facts import FormalNoticeSent
from governance.command import About, Refused, about
from governance.counting.tally import WHOLE
from governance.dues.facts import DuesCalled, DuesPaid, DuesWaived
from governance.membership.facts import OfficeLeft, OfficeTaken, WithdrawalNotified, WithdrawalTakenBack
from governance.membership.leave import withdrawing
from governance.membership.standing import Movement, Speaker, Standing, offices, representative, standing
from governance.statutes.facts import MajorityBase, Organ, QuorumBase, Scheme, Statutes, StatutesAdopted, Voice
from governance.words import Day, Fact, MemberId, Office, PersonId, Public

MOST = 900  # lines that one append carries without trouble

Line = MandateEntered | MandateWithheld

SEATED = frozenset({Office.BOARD, Office.CHAIR})


def about_members() -> list[About]:
    """Everything that makes somebody a member with a vote, across the whole register."""
    membership = (*get_args(Movement), *get_args(Speaker), WithdrawalNotified, WithdrawalTakenBack)
    money = (*MOVEMENTS, FormalNoticeSent, DuesCalled, DuesPaid, DuesWaived)
    return [about(kind) for kind in (*membership, OfficeTaken, OfficeLeft, *money)]


def roll(facts: Iterable[Fact], planned: AssemblyPlanned, adopted: StatutesAdopted) -> list[Fact]:
    """One fact a member as she stands on the day of the meeting, as far as that is known; then the seal."""
    found = list(lines(facts, planned, adopted.statutes).values())
    if not any(isinstance(line, MandateEntered) and line.votes for line in found):
        raise Refused("nobody-may-vote")
    if len(found) > MOST:
        raise Refused("roll-too-long", members=len(found), most=MOST)
    return [*found, seal(found, planned, adopted)]


def lines(facts: Iterable[Fact], planned: AssemblyPlanned, statutes: Statutes) -> dict[MemberId, Line]:
    """What these facts make of every member on the day of the meeting."""
    known = list(facts)
    calls = [fact for fact in known if isinstance(fact, DuesCalled)]
    return {
        member: _line([*calls, *told], member, place, planned, statutes)
        for member, place, told in _seated(known, planned)
    }


def _seated(facts: list[Fact], planned: AssemblyPlanned) -> Iterable[tuple[MemberId, Standing, list[Fact]]]:
    """In an assembly every member; on the board, those whose voter holds a seat: a vacant one is nobody's."""
    if planned.organ not in (Organ.ASSEMBLY, Organ.BOARD):
        raise Refused("seats-unknown")
    for member, told in _by_member(facts).items():
        place = standing(told, member, planned.day)
        voter = representative(told, member, planned.day)
        seated = planned.organ is Organ.ASSEMBLY or offices(facts, voter, planned.day) & SEATED
        if place and seated and not _gone_by_then(told, place, planned.day):
            yield member, place, told


def _gone_by_then(told: list[Fact], place: Standing, day: Day) -> bool:
    """She gave notice, and it takes effect before the meeting."""
    pending = withdrawing(told)
    return pending is not None and pending.on >= place.since and pending.effective <= day


def _by_member(facts: Iterable[Fact]) -> Mapping[MemberId, list[Fact]]:
    told: dict[MemberId, list[Fact]] = {}
    for fact in facts:
        for member in filter(None, (getattr(fact, name, None) for name in ("member", "giver", "receiver"))):
            told.setdefault(member, []).append(fact)
    return told


def _line(told: list[Fact], member: MemberId, place: Standing, planned: AssemblyPlanned, statutes: Statutes) -> Line:
    colleges = (statutes.scheme(planned.organ) or Scheme(planned.organ)).colleges
    college = next((one for one in colleges if one.id == place.college), None)
    if colleges and college is None:
        return MandateWithheld(planned.assembly, member, Withheld.NO_COLLEGE, Public(""))
    if (asked := statutes.roll_days) and not standing(told, member, _before(planned.day, asked.value)):
        return MandateWithheld(planned.assembly, member, Withheld.TOO_RECENT, asked.article)
    if lack := lacking(told, member, place, planned.day, statutes):
        return MandateWithheld(planned.assembly, member, *lack)
    voter: PersonId = representative(told, member, planned.day)
    votes = college is None or college.voice is Voice.DELIBERATIVE
    where = (college.id, votes, college.weight) if college else (None, votes, None)
    line = MandateEntered(planned.assembly, member, voter, place.category, *where)
    return replace(line, shares=account(told, member, planned.day).shares) if counts_shares(statutes) else line


def counts_shares(statutes: Statutes) -> bool:
    """Whether some quorum or majority of an assembly is a part of the capital: its roll then holds shares."""
    known = [rules for rules in (statutes.ordinary, statutes.extraordinary) if rules]
    quorums = any(rules.quorum.base and rules.quorum.base.value is QuorumBase.SHARES for rules in known)
    return quorums or any(rules.majority.base.value is MajorityBase.SHARES for rules in known)


def _before(day: Day, days: int) -> Day:
    return Day.of(day.first - timedelta(days=days))


def seal(
    found: Iterable[Line], planned: AssemblyPlanned, adopted: StatutesAdopted, as_of: Day | None = None
) -> RollSealed:
    entered = [line for line in found if isinstance(line, MandateEntered)]
    scheme = adopted.statutes.scheme(planned.organ)
    colleges = [college.id for college in scheme.colleges] if scheme and scheme.colleges else [WHOLE]
    by_college = {one: [line for line in entered if (line.college or WHOLE) == one] for one in colleges}
    counts = tuple((college, len(lines)) for college, lines in by_college.items())
    shares = tuple((college, sum(line.shares for line in lines)) for college, lines in by_college.items())
    held = shares if counts_shares(adopted.statutes) else ()
    return RollSealed(planned.assembly, adopted.version, sum(line.votes for line in entered), counts, as_of, held)
