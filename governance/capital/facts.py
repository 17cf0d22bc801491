"""What the record says of the capital. Amounts in cents; the value of a share is the one of that day."""

from dataclasses import dataclass

from governance.words import Cents, Day, Fact, MemberId, Public, SubscriptionId


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
    tags = ((), ("member",), ("subscription",))
    subscription: SubscriptionId
    member: MemberId
    amount: Cents
    on: Day
    reference: Public = Public("")
