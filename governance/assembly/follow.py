"""Between the notice and the opening, the roll follows the movements of members: who votes is who votes that day.

The roll is what the facts make of every member: what moved is the difference between what the record knew when it was
sealed and what it knows now. Presence and powers follow; the opening of the session seals it for good.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from governance.assembly.facts import (
    AssemblyPlanned,
    MandateEntered,
    MandateWithheld,
    RollSealed,
    SessionClosed,
    SessionOpened,
    Withheld,
)
from governance.assembly.presence_facts import AttendanceEnded, FormLapsed, ProxyWithdrawn
from governance.assembly.roll import Line, about_members, lines, seal
from governance.assembly.standing import Presence, about_course, about_presence, plan, presence
from governance.command import About, about
from governance.statutes.facts import StatutesAdopted
from governance.words import AssemblyId, Day, Fact, MemberId, Office, PersonId, Public, StatutesId, legal_day


def about_following(assembly: AssemblyId, version: StatutesId) -> list[About]:
    rules = about(StatutesAdopted, version=version)
    return [*about_course(assembly), *about_presence(assembly), rules, *about_members()]


def followed(facts: Iterable[Fact], assembly: AssemblyId, version: StatutesId, on: Day) -> list[Fact]:
    """The lines that changed since the last seal, what falls with them, and the seal of that day. Nothing once the
    session has opened."""
    known = list(facts)
    seals = [n for n, fact in enumerate(known) if isinstance(fact, RollSealed)]
    adopted = next((one for one in known if isinstance(one, StatutesAdopted) and one.version == version), None)
    if not seals or adopted is None or any(isinstance(fact, SessionOpened | SessionClosed) for fact in known):
        return []
    planned = plan(known, assembly)
    before, after = (lines(part, planned, adopted.statutes) for part in (known[: seals[-1]], known))
    changed = list(_changed(before, after, planned))
    if not changed:
        return []
    here = presence(known)
    fallen = [fact for one in changed for fact in _presence(one, here)]
    return [*changed, *fallen, *_powers(changed, here), seal(after.values(), planned, adopted, on)]


def _changed(before: dict[MemberId, Line], after: dict[MemberId, Line], planned: AssemblyPlanned) -> Iterator[Line]:
    yield from (line for member, line in after.items() if before.get(member) != line)
    for member in before:
        if member not in after:
            yield MandateWithheld(planned.assembly, member, Withheld.LEFT, Public(""))


def _presence(changed: Line, here: Presence) -> Iterator[Fact]:
    """Who signed stays there in her new collège; not if she votes no more, or if another speaks for her now. So does
    the form that she sent, which falls with her vote."""
    if signed := here.signed.get(changed.member):
        if isinstance(changed, MandateEntered) and changed.voter == signed.person:
            yield replace(signed, college=changed.college, votes=changed.votes, shares=changed.shares)
        else:
            yield AttendanceEnded(changed.assembly, changed.member)
    if sent := here.forms.get(changed.member):
        if isinstance(changed, MandateEntered):
            yield replace(sent, college=changed.college, votes=changed.votes, shares=changed.shares)
        else:
            yield FormLapsed(changed.assembly, changed.member)


def _powers(changed: Iterable[Line], here: Presence) -> Iterator[Fact]:
    """A power votes in the collège of who gave it; it falls with the vote of who gave it, and of who holds it."""
    now = {line.member: line for line in changed}
    mute = {who for who, line in now.items() if not (isinstance(line, MandateEntered) and line.votes)}
    for given in here.proxies.values():
        line = now.get(given.grantor)
        if not mute.isdisjoint((given.grantor, given.holder)):
            yield ProxyWithdrawn(given.assembly, given.grantor, given.holder)
        elif isinstance(line, MandateEntered):
            yield replace(given, college=line.college, shares=line.shares)


@dataclass(frozen=True)
class FollowMovements:
    """Brings the roll up to date before the session opens: a newcomer is told of the meeting and may sign the sheet.
    `statutes`: the version under which it was sealed."""

    may = frozenset({Office.SECRETARY, Office.CHAIR, Office.WORKER})
    assembly: AssemblyId
    statutes: StatutesId

    def boundary(self) -> Sequence[About]:
        return about_following(self.assembly, self.statutes)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        return followed(facts, self.assembly, self.statutes, legal_day(now))
