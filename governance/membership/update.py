"""The yearly update: opened by the secretary, answered by each member, herself or on paper, reminded once, closed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.membership.herself import about_speaker, check_speaks
from governance.membership.place import check_day
from governance.membership.standing import about_member, standing
from governance.membership.update_facts import (
    Answer,
    SheetConfirmed,
    UpdateClosed,
    UpdateId,
    UpdateOpened,
    UpdateReminded,
)
from governance.words import Day, Fact, MemberId, Office, PersonId, legal_day

SECRETARIAT = frozenset({Office.SECRETARY, Office.CHAIR})


@dataclass(frozen=True)
class OpenUpdate:
    """`until`: the day by which sheets are asked back. One update at a time."""

    may = SECRETARIAT
    update: UpdateId
    until: Day

    def boundary(self) -> list[About]:
        return [about(UpdateOpened), about(UpdateClosed)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known, today = list(facts), legal_day(now)
        closed = {fact.update for fact in known if isinstance(fact, UpdateClosed)}
        if any(isinstance(fact, UpdateOpened) and fact.update not in closed for fact in known):
            raise Refused("update-still-open")
        if not self.until.full:
            raise Refused("full-day-needed", on=self.until)
        if self.until < today:
            raise Refused("ends-before-it-begins", on=today, until=self.until)
        return [UpdateOpened(self.update, today, self.until)]


@dataclass(frozen=True)
class ConfirmSheet:
    """A coupon came back, perhaps late."""

    may = SECRETARIAT
    update: UpdateId
    member: MemberId
    on: Day

    def boundary(self) -> list[About]:
        return _about_sheet(self.update, self.member)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        check_day(self.on, now)
        return _confirmed(list(facts), SheetConfirmed(self.update, self.member, Answer.COUPON, self.on))


@dataclass(frozen=True)
class ConfirmMySheet:
    """By who speaks for the member, as long as sheets are awaited."""

    may = frozenset({Office.ANYONE})
    update: UpdateId
    member: MemberId

    def boundary(self) -> list[About]:
        return [*_about_sheet(self.update, self.member), *about_speaker(self.member)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known, today = list(facts), legal_day(now)
        check_speaks(known, by, self.member, today)
        _check_running(known)
        return _confirmed(known, SheetConfirmed(self.update, self.member, Answer.PAGE, today))


@dataclass(frozen=True)
class RemindOfUpdate:
    """Once."""

    may = SECRETARIAT
    update: UpdateId

    def boundary(self) -> list[About]:
        return [about(kind, update=self.update) for kind in (UpdateOpened, UpdateReminded, UpdateClosed)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        _check_running(known)
        reminded = any(isinstance(fact, UpdateReminded) for fact in known)
        return [] if reminded else [UpdateReminded(self.update, legal_day(now))]


@dataclass(frozen=True)
class CloseUpdate:
    may = SECRETARIAT
    update: UpdateId

    def boundary(self) -> list[About]:
        return [about(kind, update=self.update) for kind in (UpdateOpened, UpdateClosed)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if any(isinstance(fact, UpdateClosed) for fact in known):
            return []
        _check_running(known)
        return [UpdateClosed(self.update, legal_day(now))]


def _about_sheet(update: UpdateId, member: MemberId) -> list[About]:
    course = [about(kind, update=update) for kind in (UpdateOpened, UpdateClosed)]
    return [*course, about(SheetConfirmed, update=update, member=member), *about_member(member)]


def _check_running(facts: Iterable[Fact]) -> None:
    kinds = {type(fact) for fact in facts}
    if UpdateOpened not in kinds:
        raise Refused("no-such-update")
    if UpdateClosed in kinds:
        raise Refused("update-closed")


def _confirmed(facts: list[Fact], sheet: SheetConfirmed) -> list[Fact]:
    """A sheet comes back once."""
    if any(isinstance(fact, SheetConfirmed) for fact in facts):
        return []
    if not any(isinstance(fact, UpdateOpened) for fact in facts):
        raise Refused("no-such-update")
    if standing(facts, sheet.member, sheet.on) is None:
        raise Refused("not-a-member", on=sheet.on)
    return [sheet]
