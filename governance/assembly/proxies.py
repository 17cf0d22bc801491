"""Proxies: a member gives power to another for one meeting, within what the statutes allow, and takes it back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from math import floor

from governance.assembly.despite import CHAIR, passing_over
from governance.assembly.facts import MandateEntered, RollSealed
from governance.assembly.hours import check_hour
from governance.assembly.presence_facts import (
    AttendanceEnded,
    AttendanceSigned,
    FormLapsed,
    FormReceived,
    ProxyGiven,
    ProxyWithdrawn,
)
from governance.assembly.standing import (
    Presence,
    about_course,
    about_line,
    check_not_over,
    check_voter,
    mandate,
    plan,
    presence,
    rules_of,
)
from governance.command import About, Refused, about
from governance.statutes.facts import Form, OpenProxyRule, Organ, ProxyRules, Ruled, Statutes, StatutesAdopted
from governance.words import AssemblyId, Fact, MemberId, Office, PersonId, Public, StatutesId

BY_LAW = {Form.SA: Public("C.com L225-106"), Form.SARL: Public("C.com L223-28")}
"""Where the law itself lets a member be represented by another, with no cap of its own."""


def most(rules: ProxyRules, members: int) -> int:
    """How many proxies one holder may carry, besides her own vote."""
    fraction = rules.fraction.value if rules.fraction else 0
    return max(rules.least.value, floor(fraction * members))


def open_rule(statutes: Statutes, organ: Organ) -> Ruled[OpenProxyRule] | None:
    """What becomes of a power that names nobody: the statutes say it, or in a SA the law. None: nobody does."""
    if organ is not Organ.ASSEMBLY:
        return None
    if statutes.proxies and statutes.proxies.open_proxy:
        return statutes.proxies.open_proxy
    return Ruled(OpenProxyRule.CHAIR_WITH_BOARD, BY_LAW[Form.SA]) if statutes.form is Form.SA else None


@dataclass(frozen=True)
class GiveProxy:
    """`statutes`: the version under which the roll was sealed. `holder` None: she names nobody, the chair votes for
    what the board presents or approves and against the rest (C.com L225-106); no cap holds then. `happened_at`: when
    it was handed in, if it is told afterwards.
    """

    may = frozenset({Office.SECRETARY, Office.CHAIR})
    assembly: AssemblyId
    statutes: StatutesId
    grantor: MemberId
    holder: MemberId | None
    happened_at: datetime | None = None

    def boundary(self) -> list[About]:
        there = [about(kind, assembly=self.assembly, member=self.grantor) for kind in _SIGNED]
        both = [self.grantor, *([self.holder] if self.holder else [])]
        on_roll = [line for who in both for line in about_line(self.assembly, who)]
        powers = [about(kind, assembly=self.assembly, grantor=who) for kind in _POWER for who in both]
        carried = [about(kind, assembly=self.assembly, holder=who) for kind in _POWER for who in both]
        rules = [about(RollSealed, assembly=self.assembly), about(StatutesAdopted, version=self.statutes)]
        return [*about_course(self.assembly), *rules, *there, *on_roll, *powers, *carried]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if self.grantor == self.holder:
            raise Refused("proxy-to-oneself")
        grantor = mandate(known, self.grantor)
        holder = mandate(known, self.holder) if self.holder else None
        here = presence(known)
        if (given := here.proxies.get(self.grantor)) and given.holder == self.holder:
            return []
        check_not_over(known)
        check_hour(self.happened_at, now)
        if given:
            raise Refused("proxy-already-given")
        if self.grantor in here.forms:
            raise Refused("form-already-sent", article="C.com R225-85")
        if self.grantor in here.signed:
            raise Refused("grantor-is-there")
        if not (grantor.votes and (holder is None or holder.votes)):
            raise Refused("advisory-proxy")
        self._check_chain(here)
        noted = passing_over(self._against_statutes(known, here, grantor, holder), self._despite(), self.assembly, 1)
        whose = (self.assembly, self.grantor, self.holder, grantor.college)
        return [ProxyGiven(*whose, self.happened_at, grantor.shares), *noted]

    def _despite(self) -> Public:
        """Why it is given against the statutes: nobody says, here."""
        return Public("")

    def _check_chain(self, here: Presence) -> None:
        """A power is used by who received it: nobody hands it on (C.com R225-79)."""
        if self.holder in here.proxies:
            raise Refused("holder-gave-hers", article="C.com R225-79")
        if any(given.holder == self.grantor for given in here.proxies.values()):
            raise Refused("grantor-carries-others", article="C.com R225-79")

    def _against_statutes(
        self, facts: list[Fact], here: Presence, grantor: MandateEntered, holder: MandateEntered | None
    ) -> Iterator[Refused]:
        roll, statutes = rules_of(facts, self.statutes)
        rules = statutes.proxies
        if holder is None:
            _check_open(open_rule(statutes, plan(facts, self.assembly).organ))
            return
        if rules is None:
            if statutes.form not in BY_LAW:
                yield Refused("proxies-not-in-statutes")
            return
        if grantor.college != holder.college and not rules.cross_college.value:
            yield Refused("proxy-across-colleges", article=rules.cross_college.article, **_whose(grantor))
        carried = sum(given.holder == self.holder for given in here.proxies.values())
        if carried >= (cap := most(rules, roll.mandates)):
            article = (rules.fraction or rules.least).article
            yield Refused("too-many-proxies", most=cap, members=roll.mandates, article=article, **_whose(grantor))


def _whose(grantor: MandateEntered) -> dict[str, str]:
    """What tells who else might carry her power."""
    return {"grantor": grantor.member, "college": grantor.college or ""}


def _check_open(rule: Ruled[OpenProxyRule] | None) -> None:
    if rule is None:
        raise Refused("open-proxy-not-in-statutes")
    if rule.value is OpenProxyRule.REFUSED:
        raise Refused("open-proxy-refused", article=rule.article)


@dataclass(frozen=True)
class GiveProxyDespite(GiveProxy):
    """The chair lets a member carry what the statutes alone forbid, and says why. One ballot more, at most."""

    may = CHAIR
    despite: Public = Public("")

    def _despite(self) -> Public:
        return self.despite


@dataclass(frozen=True)
class WithdrawProxy:
    """A power may be taken back as it was given, until it has served (C.com R225-79)."""

    may = GiveProxy.may
    assembly: AssemblyId
    grantor: MemberId
    happened_at: datetime | None = None

    def boundary(self) -> list[About]:
        powers = [about(kind, assembly=self.assembly, grantor=self.grantor) for kind in _POWER]
        return [*about_course(self.assembly), *about_line(self.assembly, self.grantor), *powers]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        mandate(known, self.grantor)
        given = presence(known).proxies.get(self.grantor)
        if given is None:
            return []
        check_not_over(known)
        check_hour(self.happened_at, now)
        return [ProxyWithdrawn(self.assembly, self.grantor, given.holder, self.happened_at)]


class GiveMyProxy(GiveProxy):
    may = frozenset({Office.ANYONE})

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_voter(known, self.grantor, by)
        return super().decide(known, by, now)


class WithdrawMyProxy(WithdrawProxy):
    may = frozenset({Office.ANYONE})

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_voter(known, self.grantor, by)
        return super().decide(known, by, now)


_SIGNED = (AttendanceSigned, AttendanceEnded, FormReceived, FormLapsed)
_POWER = (ProxyGiven, ProxyWithdrawn)
