"""Whatever is done to shares, in whatever order and on whatever past day: the floor, the queue and the sums hold."""

from collections import defaultdict
from contextlib import suppress
from functools import reduce
from math import ceil

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from governance.capital.account import account
from governance.capital.book import ShareBook
from governance.capital.cancel import CancelShares
from governance.capital.debts import Debts
from governance.capital.facts import (
    LossClaimed,
    ReimbursementAsked,
    ReimbursementReturned,
    SharesCancelled,
    SharesExchanged,
    SharesReimbursed,
    SharesSubscribed,
    SharesTakenOver,
    SharesTransferred,
)
from governance.capital.later_losses import FindLoss, ReturnReimbursement
from governance.capital.losses import due
from governance.capital.reimburse import Reimburse, ScheduleReimbursement
from governance.command import Refused
from governance.membership.facts import MemberAdmitted, MemberLeft
from governance.membership.invariant_facts import InvariantBroken, InvariantRestored
from governance.record.record import Record
from governance.record.recorder import MemoryRecorder
from governance.record.vault import MemoryVault
from governance.words import Day, MemberId, PersonId, Public
from tests.coop import known
from tests.gwt import NOON, SECRETARY, in_office
from tests.rules.capital.acts import PEOPLE, acts, amounts, irregular, on
from tests.rules.capital.holders import NOMINAL, highest, holds, in_force, public

TODAY = Day("2026-03-02")
PAST = [
    in_force(minimum=2000),
    *(known(person) for person in PEOPLE if person != "town"),
    public("town"),
    highest(6000, last_number=412),
    *(fact for person in PEOPLE for fact in holds(person, 20)),
]


def capital_moves(facts):
    """The signed amount of each movement, written again from what each kind of fact says."""
    for fact in facts:
        match fact:
            case SharesSubscribed() | SharesTakenOver():
                yield fact.on, fact.shares * fact.nominal
            case SharesCancelled():
                yield fact.on, -fact.shares * fact.nominal


def heights(facts):
    """Day after day, the capital and the highest that it had ever been."""
    moves = sorted(enumerate(capital_moves(facts)), key=lambda each: (each[1][0], each[0]))
    capital, most = 0, 600_000
    for _, (day, amount) in moves:
        capital += amount
        most = max(most, capital)
        yield day, capital, most


class Shares(RuleBasedStateMachine):
    """Every act on shares and on membership, by four holders of whom one is a town."""

    def __init__(self):
        super().__init__()
        self.record = Record(MemoryRecorder(lambda: NOON), MemoryVault())
        self.record.enter([in_office, *PAST], PersonId("test"), "past")
        self.facts = list(PAST)
        self.gestures = 0

    def give(self, command):
        self.gestures += 1
        with suppress(Refused):
            gained = self.record.execute(command, SECRETARY, f"g{self.gestures}").facts
            if isinstance(command, CancelShares):
                self.nobody_was_overtaken([fact for fact in gained if isinstance(fact, SharesCancelled)])
            self.facts += gained

    @rule(commands=acts)
    def act(self, commands):
        for command in commands:
            self.give(command)

    @rule(number=st.integers(0, 9), amount=amounts, on=on)
    def pay_back(self, number, amount, on):
        cancelled = [fact for fact in self.facts if isinstance(fact, SharesCancelled)]
        for fact in cancelled[number : number + 1]:
            self.give(Reimburse(fact.cancellation, fact.member, amount, on, early=Public("AGO")))

    @rule(number=st.integers(0, 9), times=st.integers(1, 4), first=on)
    def pay_in_parts(self, number, times, first):
        cancelled = [fact for fact in self.facts if isinstance(fact, SharesCancelled)]
        for fact in cancelled[number : number + 1]:
            parts = (times, first, 6, TODAY, Public("CA"))
            self.give(ScheduleReimbursement(fact.cancellation, fact.member, *parts))

    @rule(closing=on, loss=amounts)
    def find_a_loss(self, closing, loss):
        self.give(FindLoss(closing, loss, TODAY))

    @rule(number=st.integers(0, 9), amount=amounts)
    def give_back(self, number, amount):
        claims = [fact for fact in self.facts if isinstance(fact, LossClaimed)]
        for fact in claims[number : number + 1]:
            self.give(ReturnReimbursement(fact.cancellation, fact.member, amount, TODAY))

    @property
    def book(self):
        return reduce(ShareBook.after, self.facts, ShareBook())

    def nobody_was_overtaken(self, gained):
        """Those served are the first of the queue, all of each but perhaps the last."""
        queue = self.book.queue(gained[0].on)
        taken = defaultdict(int)
        for fact in gained:
            taken[fact.claim] += fact.shares
        asked = [(claim.claim, sum(claim.lots.values())) for claim in queue[: len(taken)]]
        days = [(claim.on, claim.rank) for claim in queue]

        assert days == sorted(days)
        assert list(taken) == [claim for claim, _ in asked]
        assert all(taken[claim] == shares for claim, shares in asked[:-1])

    @invariant()
    def the_capital_is_never_under_its_floor_after_a_cancellation(self):
        cancelled = {fact.on for fact in self.facts if isinstance(fact, SharesCancelled)}
        for day, capital, most in heights(self.facts):
            if cancelled and day >= min(cancelled):
                assert capital >= max(200_000, ceil(most / 4))

    @invariant()
    def shares_by_their_value_are_the_capital(self):
        held = [account(self.facts, person, TODAY) for person in PEOPLE]

        assert sum(one.worth for one in held) == sum(amount for _, amount in capital_moves(self.facts))
        assert all(shares > 0 for one in held for shares in one.lots.values())
        assert all(0 <= one.owed <= one.worth for one in held)

    @invariant()
    def nobody_has_less_than_nothing_on_any_day(self):
        days = {fact.on for fact in self.facts if hasattr(fact, "shares")}
        held = [account(self.facts, person, day) for person in PEOPLE for day in days]

        assert all(shares > 0 for one in held for shares in one.lots.values())

    @invariant()
    def the_book_is_what_the_facts_say(self):
        book = self.book
        assert {who: book.holder(who).account for who in PEOPLE} == {
            who: account(self.facts, who, TODAY) for who in PEOPLE
        }
        assert book.capital == sum(amount for _, amount in capital_moves(self.facts))
        assert book.public == account(self.facts, MemberId("town"), TODAY).worth
        told = list(heights(self.facts))
        assert book.curve.capital == told[-1][1]
        assert book.curve.highest(TODAY) == told[-1][2]

    @invariant()
    def who_waits_is_who_left_with_shares_or_asked_some_back(self):
        gone = {}
        for fact in sorted(
            (fact for fact in self.facts if isinstance(fact, MemberAdmitted | MemberLeft)), key=lambda fact: fact.on
        ):
            gone[fact.member] = isinstance(fact, MemberLeft)
        left = {who for who in PEOPLE if gone[who] and account(self.facts, who, TODAY).shares}
        asked = defaultdict(int)
        for fact in self.facts:
            if isinstance(fact, ReimbursementAsked):
                asked[fact.claim] += fact.shares
            if isinstance(fact, SharesCancelled):
                asked[fact.claim] -= fact.shares
        waiting = {claim.claim for claim in self.book.queue(TODAY)}

        assert {claim for claim, shares in asked.items() if shares > 0} <= waiting
        assert left <= {claim.member for claim in self.book.queue(TODAY)}
        assert all(claim.lots for claim in self.book.queue(TODAY))

    @invariant()
    def an_alert_stands_as_long_as_public_bodies_pass_half(self):
        said = [fact for fact in self.facts if isinstance(fact, InvariantBroken | InvariantRestored)]
        mine = [isinstance(fact, InvariantBroken) for fact in said if fact.invariant == "public-share"]

        assert mine == [n % 2 == 0 for n in range(len(mine))]
        assert (self.book.public_part * 2 > 1) == (bool(mine) and mine[-1])

    @invariant()
    def nobody_is_paid_more_than_her_shares_are_worth_nor_gives_back_more_than_she_had(self):
        paid, lessened = defaultdict(int), defaultdict(int)
        for fact in self.facts:
            match fact:
                case SharesReimbursed():
                    paid[fact.cancellation] += fact.amount
                case ReimbursementReturned():
                    paid[fact.cancellation] -= fact.amount
                case LossClaimed():
                    assert fact.back <= max(0, paid[fact.cancellation])
                    lessened[fact.cancellation] += fact.amount
        for fact in self.facts:
            if isinstance(fact, SharesCancelled):
                worth = fact.shares * fact.nominal - fact.unpaid
                assert 0 <= paid[fact.cancellation] <= worth
                assert lessened[fact.cancellation] <= max(0, worth)

    @invariant()
    def debts_are_what_the_facts_say(self):
        """What later losses took, claim by claim, is what they take at once."""
        debts = reduce(Debts.after, self.facts, Debts())
        claimed = defaultdict(int)
        for fact in self.facts:
            if isinstance(fact, LossClaimed):
                claimed[fact.cancellation] += fact.amount
        for debt in debts.all():
            if value := debts.value(debt):
                whole = due(debt.cancelled, value.rate)
                assert debt.worth(value) == whole - claimed[debt.cancelled.cancellation]

    @invariant()
    def numbered_movements_are_counted_without_a_gap(self):
        kinds = SharesSubscribed | SharesTransferred | SharesExchanged | SharesCancelled
        assert self.book.numbered == sum(isinstance(fact, kinds) for fact in self.facts)


class IrregularShares(Shares):
    """With cancellations that happened against the rules: the sums hold all the same."""

    the_capital_is_never_under_its_floor_after_a_cancellation = None

    @rule(commands=irregular)
    def record_what_happened(self, commands):
        self.act(commands)


Shares.TestCase.settings = IrregularShares.TestCase.settings = settings(
    max_examples=20, stateful_step_count=20, deadline=None
)
TestShares = Shares.TestCase
TestIrregularShares = IrregularShares.TestCase


def test_the_nominal_value_of_this_machine_is_that_of_its_statutes():
    assert in_force().statutes.capital.nominal.value == NOMINAL
