"""What is to be done: set, offered to be done, done by each one or by all, given up."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.membership.facts import PersonRegistered
from governance.membership.herself import ByHerself
from governance.network.action_facts import (
    ActionDone,
    ActionGivenUp,
    ActionId,
    ActionSet,
    HelpOffered,
    HelpWithdrawn,
    Priority,
    ShareDone,
)
from governance.network.check import BOARD, check_told
from governance.network.facts import GroupFormed, GroupId, MeetingId
from governance.network.meeting import about_meeting, check_meeting
from governance.words import Day, Fact, MemberId, Office, PersonId, Public

ANYBODY = frozenset({Office.ANYONE})


def about_action(action: ActionId) -> list[About]:
    return [about(kind, action=action) for kind in (ActionSet, ActionDone, ActionGivenUp)]


def about_help(action: ActionId) -> list[About]:
    return [about(kind, action=action) for kind in (HelpOffered, HelpWithdrawn)]


def check_to_do(known: Iterable[Fact]) -> ActionSet:
    """The action as it stands, while it is to be done."""
    facts = list(known)
    stands = next((fact for fact in reversed(facts) if isinstance(fact, ActionSet)), None)
    if stands is None:
        raise Refused("unknown-action")
    if any(isinstance(fact, ActionDone | ActionGivenUp) for fact in facts):
        raise Refused("action-over")
    return stands


@dataclass(frozen=True)
class SetAction:
    """Given again with other words: it is so from then on. One way of saying until when, at most."""

    may = BOARD
    action: ActionId
    what: Public
    on: Day
    priority: Priority = Priority.NONE
    meeting: MeetingId | None = None
    group: GroupId | None = None
    due: Day | None = None
    due_said: Public = Public("")
    due_meeting: MeetingId | None = None
    everybody: bool = False
    source: Public = Public("")

    def boundary(self) -> list[About]:
        meetings = [one for meeting in {self.meeting, self.due_meeting} if meeting for one in about_meeting(meeting)]
        groups = [about(GroupFormed, group=self.group)] if self.group else []
        return [*about_action(self.action), *meetings, *groups]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known, told = list(facts), ActionSet(**vars(self))
        if any(isinstance(fact, ActionSet) for fact in known) and check_to_do(known) == told:
            return []
        for meeting in (self.meeting, self.due_meeting):
            if meeting:
                check_meeting(known, meeting)
        if self.group and not any(isinstance(fact, GroupFormed) for fact in known):
            raise Refused("unknown-group")
        if sum(map(bool, (self.due, self.due_said, self.due_meeting))) > 1:
            raise Refused("due-once")
        if self.everybody and not (self.meeting or self.group):
            raise Refused("everybody-of-what")
        check_told(self.on, now, self.what)
        return [told]


@dataclass(frozen=True)
class OfferHelp:
    """A volunteer; with a `condition`, somebody who lends a hand as far as it holds."""

    may = BOARD
    action: ActionId
    on: Day
    organisation: Public = Public("")
    member: MemberId | None = None
    person: PersonId | None = None
    condition: Public = Public("")

    def boundary(self) -> list[About]:
        person = [about(PersonRegistered, person=self.person)] if self.person else []
        return [*about_action(self.action), *about_help(self.action), *person]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_to_do(known)
        if offers(known).get((self.organisation, self.person)) == self.condition:
            return []
        if not (self.organisation.strip() or self.person):
            raise Refused("nobody-meant")
        if self.person and not any(isinstance(fact, PersonRegistered) for fact in known):
            raise Refused("unknown-person")
        check_told(self.on, now)
        return [HelpOffered(**vars(self))]


def offers(known: Iterable[Fact]) -> dict[tuple[Public, PersonId | None], Public]:
    """Who helps today, by organisation and person, and on what condition."""
    stand: dict[tuple[Public, PersonId | None], Public] = {}
    for fact in known:
        match fact:
            case HelpOffered():
                stand[fact.organisation, fact.person] = fact.condition
            case HelpWithdrawn():
                stand.pop((fact.organisation, fact.person), None)
    return stand


@dataclass(frozen=True)
class OfferMyHelp:
    """The same, by herself."""

    may = ANYBODY
    action: ActionId
    on: Day
    condition: Public = Public("")

    def boundary(self) -> list[About]:
        return [*about_action(self.action), *about_help(self.action)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_to_do(known)
        if offers(known).get((Public(""), by)) == self.condition:
            return []
        return [HelpOffered(self.action, self.on, person=by, condition=self.condition)]


@dataclass(frozen=True)
class WithdrawHelp:
    may = BOARD
    action: ActionId
    on: Day
    organisation: Public = Public("")
    person: PersonId | None = None

    def boundary(self) -> list[About]:
        return about_help(self.action)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        if (self.organisation, self.person) not in offers(facts):
            return []
        return [HelpWithdrawn(**vars(self))]


@dataclass(frozen=True)
class WithdrawMyHelp:
    """The same, by herself."""

    may = ANYBODY
    action: ActionId
    on: Day

    def boundary(self) -> list[About]:
        return about_help(self.action)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        mine = [(organisation, person) for organisation, person in offers(facts) if person == by]
        return [HelpWithdrawn(self.action, self.on, *who) for who in mine]


@dataclass(frozen=True)
class DoShare:
    """One organisation did its part of what everybody does; the same one twice is told once."""

    may = BOARD
    action: ActionId
    organisation: Public
    on: Day
    note: Public = Public("")

    def boundary(self) -> list[About]:
        return [*about_action(self.action), about(ShareDone, action=self.action)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if any(isinstance(fact, ShareDone) and fact.organisation == self.organisation for fact in known):
            return []
        if not check_to_do(known).everybody:
            raise Refused("not-for-everybody")
        check_told(self.on, now, self.organisation)
        return [ShareDone(**vars(self))]


@dataclass(frozen=True)
class FinishAction:
    may = BOARD
    action: ActionId
    on: Day
    outcome: Public = Public("")

    def boundary(self) -> list[About]:
        return about_action(self.action)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if any(isinstance(fact, ActionDone) for fact in known):
            return []
        check_to_do(known)
        check_told(self.on, now)
        return [ActionDone(self.action, self.on, self.outcome)]


class FinishMyAction(ByHerself, FinishAction):
    """By one of those who offered to."""

    def about_her(self) -> list[About]:
        return about_help(self.action)

    def check_her(self, facts: list[Fact], by: PersonId, today: Day) -> None:
        if by not in [person for _, person in offers(facts)]:
            raise Refused("not-your-action")


@dataclass(frozen=True)
class GiveActionUp:
    may = BOARD
    action: ActionId
    on: Day
    reason: Public

    def boundary(self) -> list[About]:
        return about_action(self.action)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if any(isinstance(fact, ActionGivenUp) for fact in known):
            return []
        check_to_do(known)
        check_told(self.on, now, self.reason)
        return [ActionGivenUp(self.action, self.on, self.reason)]
