"""Forms filled in before the meeting, on paper or online: who sends one is there, and does not vote otherwise."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from governance.assembly.facts import AssemblyPlanned, RollSealed
from governance.assembly.presence_facts import FormLapsed, FormReceived, ProxyGiven, ProxyWithdrawn
from governance.assembly.standing import (
    about_agenda,
    about_course,
    about_line,
    agenda,
    check_not_over,
    check_voter,
    in_session,
    mandate,
    plan,
    presence,
    rules_of,
)
from governance.command import About, Refused, about
from governance.statutes.facts import Form, Ruled, Statutes, StatutesAdopted
from governance.vote.channels import check_channels, secrecy
from governance.vote.facts import Channel, Choice, FormFilled
from governance.words import (
    PARIS,
    AssemblyId,
    Day,
    Fact,
    MemberId,
    Office,
    PersonId,
    Public,
    ResolutionId,
    StatutesId,
    legal_day,
)

SENT = "C.com R225-85"
ONLINE_UNTIL = Public("C.com R225-77")
THREE = 3  # days, at most, that a SA may ask of a paper form (C.com R225-77)


def last_on_paper(statutes: Statutes, day: Day) -> Ruled[Day]:
    """Until when a meeting of this day takes paper forms: as many days before as the statutes ask, never more than
    three in a SA."""
    asked = statutes.remote.form_cutoff_days if statutes.remote else None
    days = min(asked.value, THREE) if asked and statutes.form is Form.SA else asked.value if asked else 0
    return Ruled(Day.of(day.first - timedelta(days=days)), asked.article if asked else ONLINE_UNTIL)


def last_online(day: Day) -> datetime:
    """Until when it takes those filled in online: 15:00 Paris on the day before (C.com R225-77)."""
    return datetime.combine(day.first - timedelta(days=1), time(15), PARIS)


@dataclass(frozen=True)
class FillForm:
    """A paper form, typed by the secretariat: it came in on a day. `statutes`: the version of the roll."""

    may = frozenset({Office.SECRETARY, Office.CHAIR})
    assembly: AssemblyId
    statutes: StatutesId
    member: MemberId
    on: Day
    choices: tuple[tuple[ResolutionId, Choice], ...]

    channel = Channel.POSTAL

    def boundary(self) -> list[About]:
        powers = [about(kind, assembly=self.assembly, grantor=self.member) for kind in (ProxyGiven, ProxyWithdrawn)]
        sent = [about(kind, assembly=self.assembly, member=self.member) for kind in (FormReceived, FormLapsed)]
        rules = [about(RollSealed, assembly=self.assembly), about(StatutesAdopted, version=self.statutes)]
        mine = [*about_line(self.assembly, self.member), *powers, *sent]
        return [*about_agenda(self.assembly), *about_course(self.assembly), *rules, *mine]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        line, here, meeting = mandate(known, self.member), presence(known), plan(known, self.assembly)
        if self.member in here.forms:
            raise Refused("form-already-sent", article=SENT)
        if self.member in here.proxies:
            raise Refused("proxy-already-given")
        check_not_over(known)
        if in_session(known):
            raise Refused("form-after-the-opening")
        _, statutes = rules_of(known, self.statutes)
        self._check_choices(known, statutes, meeting)
        self._check_day(statutes, meeting, now)
        received = FormReceived(self.assembly, self.member, self.on, line.college, line.votes, line.shares)
        return [received, FormFilled(self.assembly, self.member, self.channel, self.choices)]

    def _check_choices(self, facts: list[Fact], statutes: Statutes, meeting: AssemblyPlanned) -> None:
        on_it = {one.resolution: one for one in agenda(facts, self.assembly)}
        said = dict(self.choices)
        if not said:
            raise Refused("no-ballot")
        if len(said) < len(self.choices) or not said.keys() <= on_it.keys():
            raise Refused("unknown-resolution")
        for resolution in said:
            matter = on_it[resolution].matter
            if article := secrecy(statutes, matter):
                raise Refused("secret-vote-on-paper", article=article)
            check_channels(statutes, meeting.organ, matter, [self.channel])

    def _check_day(self, statutes: Statutes, meeting: AssemblyPlanned, now: datetime) -> None:
        if not self.on.full or legal_day(now) < self.on:
            raise Refused("day-to-come", on=self.on)
        last = last_on_paper(statutes, meeting.day)
        if self.on.first > last.value.first:
            raise Refused("form-too-late", last=last.value, article=last.article)


class FillMyForm(FillForm):
    """The voter fills it in online."""

    may = frozenset({Office.ANYONE})
    channel = Channel.EARLY

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_voter(known, self.member, by)
        return super().decide(known, by, now)

    def _check_day(self, statutes: Statutes, meeting: AssemblyPlanned, now: datetime) -> None:
        last = last_online(meeting.day)
        if now > last:
            raise Refused("online-form-too-late", last=last, article=ONLINE_UNTIL)
