"""The session: opened if the quorum is there, put off if it is not. governance/vote/session.py closes it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import TypedDict

from governance.assembly.despite import CHAIR, passing_over
from governance.assembly.facts import (
    AdjournedForLackOfQuorum,
    AssemblyPlanned,
    KindQuorum,
    OfficersNamed,
    SessionOpened,
)
from governance.assembly.follow import about_following, followed
from governance.assembly.hours import check_hour
from governance.assembly.quorums import counts_represented, lacks_legal, no_quorum, quorums
from governance.assembly.standing import (
    Presence,
    about_agenda,
    agenda,
    check_not_over,
    in_session,
    plan,
    presence,
    rules_of,
    tallies,
)
from governance.command import About, Refused
from governance.statutes.facts import Statutes
from governance.words import AssemblyId, Fact, Office, PersonId, Public, StatutesId, legal_day

SECRETARIAT = frozenset({Office.SECRETARY, Office.CHAIR})


def _about(assembly: AssemblyId, version: StatutesId) -> list[About]:
    return list(dict.fromkeys([*about_agenda(assembly), *about_following(assembly, version)]))


class _Figures(TypedDict):
    """What opening and adjourning both write down."""

    happened_at: datetime | None

    present: int
    represented: int
    entitled: int
    need: Fraction
    base: str
    article: Public
    quorums: tuple[KindQuorum, ...]
    by_form: int


def _check_day(facts: list[Fact], assembly: AssemblyId, happened_at: datetime | None, now: datetime) -> None:
    """`happened_at`: when it was, if it is told afterwards. A notice has left before that day."""
    check_hour(happened_at, now)
    day = plan(facts, assembly).day
    if legal_day(happened_at or now) < day:
        raise Refused("before-its-day", day=day)


def _lacking(
    facts: list[Fact], assembly: AssemblyId, version: StatutesId, told: tuple[KindQuorum, ...]
) -> Iterator[Refused]:
    """Nothing is lacking where one kind of resolution has its quorum. The law's own is looked at kind by kind."""
    if any(one.state.reached for one in told):
        return
    (roll, statutes), planned = rules_of(facts, version), plan(facts, assembly)
    counted, second_call = tallies(roll, _counted(facts, statutes, planned)), planned.second_call_of is not None
    lacks = [lacks_legal(statutes, planned.organ, one.kind, counted, second_call) for one in told]
    yield no_quorum(told[lacks.index(False) if False in lacks else 0].state, all(lacks))


def _counted(facts: list[Fact], statutes: Statutes, planned: AssemblyPlanned) -> Presence:
    here = presence(facts)
    return here if counts_represented(statutes, planned.organ) else Presence(here.signed, {})


def _reckoned(facts: list[Fact], assembly: AssemblyId, version: StatutesId) -> tuple[KindQuorum, ...]:
    """The quorum of each kind of resolution on the agenda, as the sheet stands."""
    roll, statutes = rules_of(facts, version)
    planned = plan(facts, assembly)
    counted = _counted(facts, statutes, planned)
    kinds = [one.kind for one in agenda(facts, assembly)]
    second_call = planned.second_call_of is not None
    return quorums(statutes, planned.organ, kinds, tallies(roll, counted), second_call)


def _figures(
    facts: list[Fact],
    version: StatutesId,
    told: tuple[KindQuorum, ...],
    first: KindQuorum,
    happened_at: datetime | None,
) -> _Figures:
    """Heads of voting mandates; the level is that of the kind named first."""
    here, (roll, _) = presence(facts), rules_of(facts, version)
    present = sum(line.votes for line in here.signed.values())
    return {
        "happened_at": happened_at,
        "present": present,
        "represented": len(here.represented),
        "entitled": roll.mandates,
        "need": first.state.need,
        "base": first.state.base.value,
        "article": first.state.article,
        "quorums": told,
        "by_form": len(here.counted) - len(here.signed) - len(here.represented),
    }


@dataclass(frozen=True)
class OpenSession:
    """The roll is brought up to this moment, and sealed for good. What lacks its own quorum is not put to the vote,
    though the rest is. The chair is one of those there. `happened_at`: when, if it is told afterwards."""

    may = SECRETARIAT
    assembly: AssemblyId
    statutes: StatutesId
    chair: PersonId
    secretary: PersonId | None = None
    tellers: tuple[PersonId, ...] = ()
    happened_at: datetime | None = None

    def boundary(self) -> list[About]:
        return _about(self.assembly, self.statutes)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if in_session(known):
            return []
        check_not_over(known)
        known += (moved := followed(known, self.assembly, self.statutes, legal_day(self.happened_at or now)))
        _check_day(known, self.assembly, self.happened_at, now)
        told = _reckoned(known, self.assembly, self.statutes)
        if self.chair not in {line.person for line in presence(known).signed.values()}:
            raise Refused("chair-is-not-there", article="C.com R225-100")
        noted = passing_over(_lacking(known, self.assembly, self.statutes, told), self._despite(), self.assembly, None)
        first = next((one for one in told if one.state.reached), told[0])
        opened = SessionOpened(
            self.assembly, self.chair, **_figures(known, self.statutes, told, first, self.happened_at)
        )
        return [*moved, opened, OfficersNamed(self.assembly, self.chair, self.secretary, self.tellers), *noted]

    def _despite(self) -> Public:
        """Why it opens with too few for the statutes: nobody says, here."""
        return Public("")


@dataclass(frozen=True)
class OpenSessionDespite(OpenSession):
    """The chair opens it with enough for the law and too few for the statutes, and says why."""

    may = CHAIR
    despite: Public = Public("")

    def _despite(self) -> Public:
        return self.despite


@dataclass(frozen=True)
class Adjourn:
    """Carence: the kinds of resolution that lack their quorum wait for a second call. `happened_at`: as above."""

    may = SECRETARIAT
    assembly: AssemblyId
    statutes: StatutesId
    chair: PersonId
    happened_at: datetime | None = None

    def boundary(self) -> list[About]:
        return _about(self.assembly, self.statutes)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if any(isinstance(fact, AdjournedForLackOfQuorum) for fact in known):
            return []
        check_not_over(known)
        known += (moved := followed(known, self.assembly, self.statutes, legal_day(self.happened_at or now)))
        _check_day(known, self.assembly, self.happened_at, now)
        told = _reckoned(known, self.assembly, self.statutes)
        missing = [one for one in told if not one.state.reached]
        if not missing:
            raise Refused("quorum-is-there")
        if len(missing) < len(told) and not in_session(known):
            raise Refused("quorum-for-some")
        kinds = tuple(one.kind for one in missing)
        figures = _figures(known, self.statutes, told, missing[0], self.happened_at)
        return [*moved, AdjournedForLackOfQuorum(self.assembly, self.chair, **figures, kinds=kinds)]
