"""Any act on shares, by anybody on any of a few days: what the machine and the registers are tried with."""

from fractions import Fraction

from hypothesis import strategies as st

from governance.capital.ask_back import AskReimbursement
from governance.capital.call import CallCapital
from governance.capital.cancel import CancelShares, RecordCancellation
from governance.capital.default import GiveUpRecovery, SendFormalNotice
from governance.capital.exchange import ExchangeShares
from governance.capital.facts import CancellationId, ClaimId
from governance.capital.pay import Pay
from governance.capital.subscribe import Subscribe
from governance.capital.take_over import TakeOverShares
from governance.capital.transfer import TransferShares
from governance.capital.value import ValueShare
from governance.membership.admit import Admit
from governance.membership.apply import ApplyAgain
from governance.membership.facts import Cause
from governance.membership.leave import Leave
from governance.statutes.facts import Organ
from governance.words import CategoryId, Cents, CollegeId, Day, MemberId, SubscriptionId
from tests.rules.capital.holders import HALF, NOMINAL, WHY

PEOPLE = [MemberId(name) for name in ("anne", "bo", "cleo", "town")]
DAYS = [Day(f"2026-01-{day:02}") for day in (5, 12, 19, 26)] + [Day("2026-02-28")]

who = st.sampled_from(PEOPLE)
on = st.sampled_from(DAYS)
shares = st.integers(1, 12)
amounts = st.sampled_from([Cents(n * 1250) for n in (1, 4, 10, 20, 48)])
numbers = st.integers(0, 2)
whys = st.sampled_from([None, WHY])
gestures = st.integers(0, 10**9)
BENEVOLES = CategoryId("benevoles"), CollegeId("benevoles")


def subscription(member: MemberId, number: int) -> SubscriptionId:
    return SubscriptionId(f"{member}.{number}")


def come_back(member, day):
    return [ApplyAgain(member, *BENEVOLES, day), Admit(member, day)]


def take_shares(member, number, many, day, why, paid):
    promised = Subscribe(subscription(member, number), member, many, day, why)
    return [promised, Pay(promised.subscription, member, Cents(many * NOMINAL // paid), day)]


def pay(member, number, amount, day):
    return [Pay(subscription(member, number), member, amount, day)]


def had(member, number, many, nominal, day, later):
    """A balance, of which some shares are exchanged if they have an old value."""
    taken = TakeOverShares(subscription(member, number), member, many, nominal, Cents(many * nominal), day)
    return [taken, ExchangeShares(member, 2, nominal, later)]


def default(member, number, day, later):
    mine = subscription(member, number)
    return [SendFormalNotice(member, mine, day, "1A"), GiveUpRecovery(member, mine, later)]


def one(act):
    return st.builds(lambda command: [command], act)


calls = st.builds(CallCapital, gestures.map(str), st.sampled_from([HALF, Fraction(1)]), on, on, st.just("CA"))
asks = st.builds(AskReimbursement, gestures.map(lambda n: ClaimId(f"claim{n}")), who, shares, on)
served = st.builds(CancelShares, gestures.map(lambda n: CancellationId(f"c{n}")), on)
transfers = st.builds(TransferShares, who, who, shares, on, st.just(Organ.BOARD), st.just("CA"), whys)
acts = st.one_of(
    st.builds(come_back, who, on),
    st.builds(take_shares, who, numbers, shares, on, whys, st.sampled_from([1, 1, 2, 4])),
    st.builds(pay, who, numbers, amounts, on),
    st.builds(had, who, numbers, shares, st.sampled_from([Cents(2500), NOMINAL]), on, on),
    st.builds(default, who, numbers, on, on),
    one(served),
    one(served),
    one(transfers),
    one(transfers),
    one(calls),
    one(st.builds(Leave, who, st.just(Cause.WITHDRAWAL), on)),
    one(asks),
    one(st.builds(ValueShare, on, amounts, amounts, st.just(DAYS[-1]))),
)
"""A few commands one after the other, whose cancellations keep to the queue and to the floor."""

irregular = one(
    st.builds(
        RecordCancellation,
        gestures.map(lambda n: CancellationId(f"c{n}")),
        who.map(ClaimId),
        shares,
        on,
        st.just(WHY),
    )
)
"""What has happened all the same."""
