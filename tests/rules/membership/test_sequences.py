"""Whatever is done, in whatever order: a member has one category and one collège, and the whole is what facts say."""

from contextlib import suppress

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from governance.command import Refused
from governance.membership.admit import Admit, Reject
from governance.membership.apply import ApplyAgain, ApplyAsPerson
from governance.membership.body import INVARIANTS, Body
from governance.membership.exclude import HearMember, ProposeExclusion, SetExclusionAside
from governance.membership.facts import (
    ApplicationRejected,
    ApplicationWithdrawn,
    Cause,
    MemberAdmitted,
    MemberLeft,
    MembershipApplied,
)
from governance.membership.heirs import NameHeirs
from governance.membership.invariant_facts import InvariantBroken, InvariantRestored
from governance.membership.leave import Leave, NotifyWithdrawal
from governance.membership.move import ChangeCategory, ChangeCollege
from governance.membership.ratify import Ratify, RefuseRatification
from governance.membership.standing import standing
from governance.membership.take_back import RedateAdmission, TakeBackWithdrawal, WithdrawApplication
from governance.record.record import Record
from governance.record.recorder import MemoryRecorder
from governance.record.vault import MemoryVault
from governance.words import CategoryId, CollegeId, Day, MemberId, PersonId, Sealed
from tests.coop import adopted, scic
from tests.gwt import NOON, SECRETARY, in_office

TODAY = Day("2026-03-02")
WHY, NAME = Sealed("ef" * 32), Sealed("ab" * 32)
people = st.sampled_from([MemberId(name) for name in ("lea", "tom", "iris", "noe")])
places = st.sampled_from([("salaries", "salaries"), ("benevoles", "benevoles"), ("structures", "structures")])
days = st.sampled_from([Day(f"2026-02-{day:02}") for day in (2, 9, 16, 23)] + [TODAY])


class Sequence(RuleBasedStateMachine):
    """Every act that begins, moves or ends a membership, on four persons and five days."""

    def __init__(self):
        super().__init__()
        self.statutes = scic()
        self.record = Record(MemoryRecorder(lambda: NOON), MemoryVault())
        self.record.enter([in_office, adopted(self.statutes)], PersonId("test"), "past")
        self.gestures = 0
        self.facts = []

    def give(self, command):
        self.gestures += 1
        with suppress(Refused):
            self.facts += self.record.execute(command, SECRETARY, f"g{self.gestures}").facts

    @rule(who=people, place=places, on=days)
    def apply(self, who, place, on):
        category, college = CategoryId(place[0]), CollegeId(place[1])
        self.give(ApplyAsPerson(PersonId(who), NAME, category, college, on))
        self.give(ApplyAgain(who, category, college, on))

    @rule(who=people, on=days)
    def admit(self, who, on):
        self.give(Admit(who, on))

    @rule(who=people, on=days)
    def reject(self, who, on):
        self.give(Reject(who, on))

    @rule(who=people, on=days, ratified=st.booleans())
    def tell_the_assembly(self, who, on, ratified):
        self.give(Ratify(who, on) if ratified else RefuseRatification(who, on))

    @rule(who=people, place=places, on=days, whole=st.booleans())
    def move(self, who, place, on, whole):
        category, college = CategoryId(place[0]), CollegeId(place[1])
        self.give(ChangeCategory(who, category, on, college) if whole else ChangeCollege(who, college, on))

    @rule(who=people, on=days, cause=st.sampled_from(Cause))
    def leave(self, who, on, cause):
        self.give(Leave(who, cause, on))

    @rule(who=people, on=days, effective=days)
    def withdraw(self, who, on, effective):
        self.give(NotifyWithdrawal(who, on, effective))

    @rule(who=people, on=days, effective=days)
    def take_back(self, who, on, effective):
        self.give(WithdrawApplication(who, on))
        self.give(TakeBackWithdrawal(who, on))
        self.give(RedateAdmission(who, effective))
        self.give(NameHeirs(who, on, WHY))

    @rule(who=people, on=days)
    def exclude(self, who, on):
        self.give(ProposeExclusion(who, WHY, on, Day("2026-04-01")))
        self.give(HearMember(who, on, came=True))
        self.give(SetExclusionAside(who, on))

    @invariant()
    def the_whole_is_what_the_facts_say(self):
        body = Body()
        for fact in self.facts:
            body = body.after(fact)
        stands = [standing(self.facts, MemberId(who), TODAY) for who in ("lea", "tom", "iris", "noe")]
        categories = [place.category for place in stands if place]

        assert {category: heads for category, heads in body.heads.items() if heads} == {
            category: categories.count(category) for category in categories
        }
        assert body.members == len(categories)

    @invariant()
    def every_member_is_in_a_college_that_the_statutes_know(self):
        known = {college.id for scheme in self.statutes.schemes for college in scheme.colleges}
        for who in ("lea", "tom", "iris", "noe"):
            place = standing(self.facts, MemberId(who), TODAY)
            assert place is None or place.college in known

    @invariant()
    def nobody_is_admitted_without_an_application_of_her_own(self):
        waiting = set()
        for fact in self.facts:
            match fact:
                case MembershipApplied():
                    waiting.add(fact.member)
                case ApplicationRejected() | ApplicationWithdrawn() | MemberAdmitted():
                    assert fact.member in waiting
                    waiting.remove(fact.member)

    @invariant()
    def what_ends_had_begun(self):
        for n, fact in enumerate(self.facts):
            if isinstance(fact, MemberLeft):
                assert standing(self.facts[:n], fact.member, fact.on)

    @invariant()
    def an_alert_that_is_open_is_true(self):
        body = Body()
        for fact in self.facts:
            body = body.after(fact)
        told = [fact for fact in self.facts if isinstance(fact, InvariantBroken | InvariantRestored)]
        by_rule = {rule.name: [fact for fact in told if fact.invariant == rule.name] for rule in INVARIANTS}
        for one in INVARIANTS:
            kinds = [type(fact) for fact in by_rule[one.name]]
            assert kinds == [InvariantBroken, InvariantRestored] * (len(kinds) // 2) + kinds[len(kinds) & ~1 :]
            if one.name in body.broken:
                assert not one.holds(body, self.statutes)


TestSequence = Sequence.TestCase
TestSequence.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
