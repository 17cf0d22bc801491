"""What keeps a member without a vote: shares not taken or not paid, a call left unpaid, dues."""

from collections.abc import Iterable

from governance.assembly.facts import Withheld
from governance.capital.account import account
from governance.capital.facts import FormalNoticeSent, SharesPaid
from governance.dues.standing import unpaid_for_vote
from governance.membership.standing import Standing
from governance.statutes.facts import Form, Statutes
from governance.words import Day, Fact, MemberId, Public

Lack = tuple[Withheld, Public]
"""Why, and the article that says so."""

SUSPENDING = frozenset({Form.SA, Form.SAS})
"""Where the law takes the vote of shares whose call stays unpaid. Elsewhere statutes alone cannot (C.civ 1844)."""
SUSPENDED_AFTER = 30  # days after the formal notice (C.com R228-26)


def lacking(told: Iterable[Fact], member: MemberId, place: Standing, day: Day, statutes: Statutes) -> Lack | None:
    """`told`: what is known of this member, and the dues called. None: nothing lacks."""
    known = list(told)
    if call := unpaid_for_vote(known, member, place.category, day):
        return Withheld.DUES_NOT_PAID, call.article
    return _shares(known, member, place, day, statutes) or _in_default(known, day, statutes.form)


def _shares(told: list[Fact], member: MemberId, place: Standing, day: Day, statutes: Statutes) -> Lack | None:
    """Whoever has not subscribed the shares of her category, and paid what is due of them, does not vote."""
    if statutes.capital is None:
        return None
    held = account(told, member, day)
    category = next((one for one in statutes.categories if one.id == place.category), None)
    if category and held.shares < category.min_shares:
        return Withheld.TOO_FEW_SHARES, category.article
    if held.worth - held.owed < statutes.capital.paid_at_once.value * held.worth:
        return Withheld.SHARES_NOT_PAID, statutes.capital.paid_at_once.article
    return None


def _in_default(told: list[Fact], day: Day, form: Form) -> Lack | None:
    """Thirty days after a formal notice that was not paid in full since."""
    for notice in told:
        if isinstance(notice, FormalNoticeSent) and form in SUSPENDING:
            paid = sum(
                fact.amount
                for fact in told
                if isinstance(fact, SharesPaid)
                and fact.subscription == notice.subscription
                and notice.on <= fact.on <= day
            )
            if (day.first - notice.on.first).days >= SUSPENDED_AFTER and paid < notice.amount:
                return Withheld.CALL_NOT_PAID, Public("C.com L228-29")
    return None
