"""What other rooms may ask of this one: a meeting's plan and agenda, how far it has come, who is there and for whom.

A member who comes in person takes her vote back: signing the sheet withdraws the proxy she gave, and a member who is
there gives none. So whoever holds a proxy that stands votes for it, and nobody is counted twice.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from governance.assembly.facts import (
    AdjournedForLackOfQuorum,
    AssemblyPlanned,
    MandateEntered,
    MandateWithheld,
    ResolutionTabled,
    ResolutionWithdrawn,
    RollSealed,
    SessionClosed,
    SessionOpened,
)
from governance.assembly.presence_facts import (
    AttendanceEnded,
    AttendanceSigned,
    FormLapsed,
    FormReceived,
    ProxyGiven,
    ProxyWithdrawn,
)
from governance.command import About, Refused, about
from governance.counting.tally import WHOLE, Held, Tally
from governance.statutes.facts import Statutes, StatutesAdopted
from governance.words import AssemblyId, CollegeId, Fact, MemberId, PersonId, ResolutionId, StatutesId


def about_agenda(assembly: AssemblyId) -> list[About]:
    return [about(kind, assembly=assembly) for kind in (AssemblyPlanned, ResolutionTabled, ResolutionWithdrawn)]


def plan(facts: Iterable[Fact], assembly: AssemblyId) -> AssemblyPlanned:
    """The last plan of a meeting."""
    plans = [fact for fact in facts if isinstance(fact, AssemblyPlanned) and fact.assembly == assembly]
    if not plans:
        raise Refused("unknown-assembly")
    return plans[-1]


def agenda(facts: Iterable[Fact], assembly: AssemblyId) -> list[ResolutionTabled]:
    """The resolutions that are on it, in the order of their numbers."""
    tabled: dict[ResolutionId, ResolutionTabled] = {}
    for fact in facts:
        match fact:
            case ResolutionTabled() if fact.assembly == assembly:
                tabled[fact.resolution] = fact
            case ResolutionWithdrawn() if fact.assembly == assembly:
                tabled.pop(fact.resolution, None)
    return list(tabled.values())


def about_course(assembly: AssemblyId) -> list[About]:
    kinds = (AssemblyPlanned, SessionOpened, AdjournedForLackOfQuorum, SessionClosed)
    return [about(kind, assembly=assembly) for kind in kinds]


def in_session(facts: Iterable[Fact]) -> SessionOpened | None:
    """The opening of a session that goes on."""
    opened: SessionOpened | None = None
    for fact in facts:
        match fact:
            case SessionOpened():
                opened = fact
            case SessionClosed():
                opened = None
    return opened


def check_not_over(facts: Iterable[Fact]) -> None:
    """Nobody comes, goes or gives power once the meeting has ended, or could not be held."""
    known = list(facts)
    if any(isinstance(fact, SessionClosed) for fact in known):
        raise Refused("session-closed")
    if any(isinstance(fact, AdjournedForLackOfQuorum) for fact in known) and not in_session(known):
        raise Refused("assembly-adjourned", article="C.com R225-107")


def about_line(assembly: AssemblyId, member: MemberId) -> list[About]:
    return [about(kind, assembly=assembly, member=member) for kind in (MandateEntered, MandateWithheld)]


def line(facts: Iterable[Fact], member: MemberId) -> MandateEntered | None:
    """A member's line of the roll, None if she has none: the last that was written of her prevails."""
    last: MandateEntered | MandateWithheld | None = None
    for fact in facts:
        if isinstance(fact, MandateEntered | MandateWithheld) and fact.member == member:
            last = fact
    return last if isinstance(last, MandateEntered) else None


def mandate(facts: Iterable[Fact], member: MemberId) -> MandateEntered:
    """The same, where she must have one."""
    if found := line(facts, member):
        return found
    raise Refused("not-on-the-roll")


def check_voter(facts: Iterable[Fact], member: MemberId, by: PersonId) -> None:
    """Only a member's own voter acts for her."""
    if mandate(facts, member).voter != by:
        raise Refused("not-her-voter")


def rules_of(facts: Iterable[Fact], version: StatutesId) -> tuple[RollSealed, Statutes]:
    """The seal of the roll, and the statutes under which it was sealed."""
    roll: RollSealed | None = None
    statutes: Statutes | None = None
    for fact in facts:
        match fact:
            case RollSealed():
                roll = fact
            case StatutesAdopted() if fact.version == version:
                statutes = fact.statutes
    if roll is None:
        raise Refused("not-convened")
    if statutes is None or roll.statutes != version:
        raise Refused("statutes-changed")
    return roll, statutes


@dataclass(frozen=True)
class Presence:
    """Who signed the sheet and has not left, the powers that stand, and the forms that came before the meeting."""

    signed: dict[MemberId, AttendanceSigned]
    proxies: dict[MemberId, ProxyGiven]  # by grantor
    forms: dict[MemberId, FormReceived] = field(default_factory=dict)

    @property
    def represented(self) -> dict[MemberId, ProxyGiven]:
        """Those whose holder is there. Who named none is represented by the chair."""
        there = {None, *self.signed}
        return {grantor: given for grantor, given in self.proxies.items() if given.holder in there}

    @property
    def counted(self) -> dict[MemberId, AttendanceSigned | ProxyGiven | FormReceived]:
        """Everybody who counts in the quorum, once."""
        return {**self.forms, **self.represented, **self.signed}


def about_presence(assembly: AssemblyId) -> list[About]:
    there = (RollSealed, AttendanceSigned, AttendanceEnded)
    afar = (ProxyGiven, ProxyWithdrawn, FormReceived, FormLapsed)
    return [about(kind, assembly=assembly) for kind in (*there, *afar)]


def presence(facts: Iterable[Fact]) -> Presence:
    signed: dict[MemberId, AttendanceSigned] = {}
    proxies: dict[MemberId, ProxyGiven] = {}
    forms: dict[MemberId, FormReceived] = {}
    for fact in facts:
        match fact:
            case AttendanceSigned():
                signed[fact.member] = fact
            case AttendanceEnded():
                signed.pop(fact.member, None)
            case ProxyGiven():
                proxies[fact.grantor] = fact
            case ProxyWithdrawn():
                proxies.pop(fact.grantor, None)
            case FormReceived():
                forms[fact.member] = fact
            case FormLapsed():
                forms.pop(fact.member, None)
    return Presence(signed, proxies, forms)


def holder_of(facts: Iterable[Fact], grantor: MemberId) -> MemberId | None:
    """Who votes for a member, None if she votes herself or named nobody."""
    given = presence(facts).proxies.get(grantor)
    return given.holder if given else None


def tallies(roll: RollSealed, here: Presence) -> list[Tally]:
    """How many are entitled and there in each collège, in shares too where the roll has them; no ballots yet."""
    there, held, of = Counter[CollegeId](), Counter[CollegeId](), dict(roll.shares_by_college)
    for line in here.counted.values():
        there[line.college or WHOLE] += 1
        held[line.college or WHOLE] += line.shares
    return [
        Tally(one, entitled, there[one], shares=Held(of[one], held[one]) if of else None)
        for one, entitled in roll.members_by_college
    ]
