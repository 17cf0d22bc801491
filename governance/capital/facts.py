"""What the record says of the capital. Amounts in cents; the value of a share is the one of that day."""

from dataclasses import dataclass
from fractions import Fraction
from typing import NewType

from governance.statutes.facts import Organ
from governance.words import Cents, Day, Fact, MemberId, Public, Sealed, SubscriptionId

CallId = NewType("CallId", str)
"""A call of capital."""
ClaimId = NewType("ClaimId", str)
"""What a member who stays asks to have paid back. A leaver's claim bears her own name."""
CancellationId = NewType("CancellationId", str)


@dataclass(frozen=True)
class SharesSubscribed(Fact):
    """A promise to pay shares at their nominal value (bulletin de souscription)."""

    tags = ((), ("member",), ("subscription",))
    subscription: SubscriptionId
    member: MemberId
    shares: int
    nominal: Cents
    on: Day


@dataclass(frozen=True)
class SharesPaid(Fact):
    """`note`: the cheque or the transfer, in words that may name somebody; `reference`: the same in the oldest
    entries, in public words."""

    tags = ((), ("member",), ("subscription",))
    subscription: SubscriptionId
    member: MemberId
    amount: Cents
    on: Day
    reference: Public = Public("")
    note: Sealed | None = None


@dataclass(frozen=True)
class RegisterContinued(Fact):
    """The register on paper ends here: its last number, and the highest capital that the cooperative had known."""

    last_number: int
    highest: Cents
    on: Day
    source: Public = Public("")


@dataclass(frozen=True)
class SharesTakenOver(Fact):
    """What a holder had when the register on paper ended: a balance, not a movement. `since`: her first share."""

    tags = ((), ("member",), ("subscription",))
    subscription: SubscriptionId
    member: MemberId
    shares: int
    nominal: Cents
    paid: Cents
    on: Day
    since: Day | None = None


@dataclass(frozen=True)
class CapitalCalled(Fact):
    """By `due`, this part of the nominal value is to be paid in all (L47 art. 12); of one subscription, or of each."""

    call: CallId
    part: Fraction
    due: Day
    on: Day
    decision: Public
    subscription: SubscriptionId | None = None


@dataclass(frozen=True)
class FormalNoticeSent(Fact):
    """A registered letter asks for what is overdue; three months later the member may be excluded (L47 art. 12)."""

    tags = ((), ("member",))
    member: MemberId
    subscription: SubscriptionId
    amount: Cents
    on: Day
    reference: Public


@dataclass(frozen=True)
class RecoveryGivenUp(Fact):
    """The cooperative no longer asks for what a formal notice did not bring: the member is excluded by the law alone
    (L47 art. 12)."""

    tags = ((), ("member",))
    member: MemberId
    subscription: SubscriptionId
    amount: Cents
    on: Day


@dataclass(frozen=True)
class SharesTransferred(Fact):
    """Shares change hands at their nominal value, approved by an organ (L47 art. 11); the capital does not move."""

    tags = ((), ("giver",), ("receiver",))
    giver: MemberId
    receiver: MemberId
    shares: int
    nominal: Cents
    on: Day
    organ: Organ
    decision: Public


@dataclass(frozen=True)
class SharesExchanged(Fact):
    """The nominal value changed: a holder's old shares become `into` new ones, worth as much in all."""

    tags = ((), ("member",))
    member: MemberId
    shares: int
    nominal: Cents
    into: int
    worth: Cents
    on: Day


@dataclass(frozen=True)
class ReimbursementAsked(Fact):
    """A member who stays asks to have some of her shares paid back: it takes its place in the queue."""

    tags = ((), ("claim",), ("member",))
    claim: ClaimId
    member: MemberId
    shares: int
    on: Day


@dataclass(frozen=True)
class SharesCancelled(Fact):
    """The capital goes down, the holder becomes a creditor. `unpaid`: what she had still promised, set off first."""

    tags = ((), ("cancellation",), ("member",))
    cancellation: CancellationId
    claim: ClaimId
    member: MemberId
    shares: int
    nominal: Cents
    unpaid: Cents
    on: Day


@dataclass(frozen=True)
class ShareValued(Fact):
    """What a year's loss leaves of a share cancelled in that year (L47 art. 18): the part `rate` of it is lost.

    `capital` is that of the closing day and that cancelled in the year; `to_capital` the loss that falls on it.
    """

    closing: Day
    loss: Cents
    capital: Cents
    reserves: Cents
    to_capital: Fraction
    rate: Fraction
    on: Day
    article: Public = Public("")


@dataclass(frozen=True)
class SharesReimbursed(Fact):
    """Cash leaves. `early`: the decision that allowed it before the delay of the statutes; `note` and `reference` as
    for a payment on shares."""

    tags = ((), ("cancellation",), ("member",))
    cancellation: CancellationId
    member: MemberId
    amount: Cents
    on: Day
    reference: Public = Public("")
    early: Public = Public("")
    note: Sealed | None = None


@dataclass(frozen=True)
class ReimbursementScheduled(Fact):
    """What is owed for cancelled shares is paid in so many equal parts, one every so many months from `first` on: the
    decision replaces the delay of the statutes. A later schedule replaces the one before."""

    tags = ((), ("cancellation",), ("member",))
    cancellation: CancellationId
    member: MemberId
    times: int
    first: Day
    months: int
    on: Day
    decision: Public


@dataclass(frozen=True)
class LossFound(Fact):
    """Accounts already approved hid a loss: a further part `rate` of each share of that year is lost (L47 art. 18)."""

    closing: Day
    loss: Cents
    to_capital: Fraction
    rate: Fraction
    on: Day
    article: Public


@dataclass(frozen=True)
class LossClaimed(Fact):
    """It falls on somebody who has left, for five years (C.com L231-6): her reimbursement is lessened by `amount`, of
    which she gives `back` what she was already paid."""

    tags = ((), ("cancellation",), ("member",))
    cancellation: CancellationId
    member: MemberId
    closing: Day
    rate: Fraction
    amount: Cents
    back: Cents
    on: Day


@dataclass(frozen=True)
class ReimbursementReturned(Fact):
    """What was claimed back came in."""

    tags = ((), ("cancellation",), ("member",))
    cancellation: CancellationId
    member: MemberId
    amount: Cents
    on: Day
    note: Sealed | None = None


@dataclass(frozen=True)
class CapitalIrregular(Fact):
    """A movement that happened against a rule: its article, why it is recorded, how much it weighs at most.

    `why` may speak of her; `reason` is where the oldest entries said it, in public words."""

    tags = ((), ("member",))
    member: MemberId
    on: Day
    rule: str
    article: Public
    reason: Public
    largest_effect: Cents | None
    why: Sealed | None = None


@dataclass(frozen=True)
class ResultAppropriated(Fact):
    """What the assembly made of a year's surplus: every cent of it, once the `losses` of earlier years are made good.

    What was known then: `reserves` of all kinds before it; `capital` on the closing day, what of it was `paid`: that
    day, or on average over the year where the statutes count days;
    `subsidies` of public bodies and associations, that bear no interest; `ceiling`, the law's highest rate.
    """

    closing: Day
    result: Cents
    losses: Cents
    subsidies: Cents
    reserves: Cents
    capital: Cents
    paid: Cents
    legal: Cents
    statutory: Cents
    interest: Cents
    carried: Cents
    on: Day
    decision: Public
    ceiling: Fraction | None = None


@dataclass(frozen=True)
class AppropriationIrregular(Fact):
    """A surplus that was shared against a rule: its article, why it is recorded, how much it weighs."""

    closing: Day
    on: Day
    rule: str
    article: Public
    reason: Public
    largest_effect: Cents


@dataclass(frozen=True)
class CertificatesSent(Fact):
    """The certificates of a `day` left: each holder has hers by e-mail, or on paper where that does not reach her."""

    day: Day
    on: Day
