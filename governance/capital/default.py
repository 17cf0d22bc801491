"""Not paying: a registered letter, and three months later the exclusion that the law alone decides (L47 art. 12)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from governance.capital.account import about_account
from governance.capital.calls import overdue, promise
from governance.capital.delays import NOTICE_MONTHS, months_after
from governance.capital.facts import CapitalCalled, FormalNoticeSent, RecoveryGivenUp
from governance.capital.rules import SECRETARIAT, statutes_with_capital
from governance.command import About, Fold, Refused, about, folded
from governance.membership.body import Body, consequences
from governance.membership.facts import Cause, MemberLeft
from governance.membership.place import check_day
from governance.membership.standing import about_member, standing
from governance.statutes.facts import Capital, StatutesAdopted
from governance.words import Cents, Day, Fact, MemberId, PersonId, Public, SubscriptionId

ARTICLE = "L47 art. 12"


@dataclass(frozen=True)
class SendFormalNotice:
    """`on`: the day of the registered letter, `reference` its number. It asks for all that is overdue that day."""

    may = SECRETARIAT
    member: MemberId
    subscription: SubscriptionId
    on: Day
    reference: Public

    def boundary(self) -> list[About]:
        mine = [*about_account(self.member), about(FormalNoticeSent, member=self.member)]
        return [about(StatutesAdopted), about(CapitalCalled), *mine]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_day(self.on, now)
        _, rules = statutes_with_capital(known, self.on)
        amount = overdue(known, promise(known, self.subscription), rules, self.on)
        if not amount:
            raise Refused("nothing-overdue", on=self.on)
        notice = FormalNoticeSent(self.member, self.subscription, amount, self.on, self.reference)
        return [] if notice in known else [notice]


@dataclass(frozen=True)
class GiveUpRecovery:
    """The cooperative stops asking: the member is excluded by the law, and what she paid waits in the queue."""

    may = SECRETARIAT
    member: MemberId
    subscription: SubscriptionId
    on: Day

    def boundary(self) -> Sequence[About | Fold]:
        mine = [*about_account(self.member), about(FormalNoticeSent, member=self.member)]
        return [about(StatutesAdopted), about(CapitalCalled), Body(), *mine, *about_member(self.member)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_day(self.on, now)
        left = MemberLeft(self.member, Cause.AUTOMATIC_LOSS, self.on)
        if left in known:
            return []
        if standing(known, self.member, self.on) is None:
            raise Refused("not-a-member", on=self.on)
        statutes, rules = statutes_with_capital(known, self.on)
        given_up = RecoveryGivenUp(self.member, self.subscription, self._unpaid(known, rules), self.on)
        return [given_up, left, *consequences(folded(Body, known), [left], statutes, self.on)]

    def _unpaid(self, facts: list[Fact], rules: Capital) -> Cents:
        """What the first letter asked for and never came. A later letter starts no new delay."""
        promised = promise(facts, self.subscription)
        for letter in sorted(_letters(facts, self.subscription), key=lambda letter: letter.on):
            if unpaid := min(letter.amount, overdue(facts, promised, rules, letter.on, self.on)):
                if self.on < (end := months_after(letter.on, NOTICE_MONTHS)):
                    raise Refused("notice-too-recent", until=end, article=ARTICLE)
                return unpaid
        raise Refused("no-notice-stands", article=ARTICLE)


def _letters(facts: Iterable[Fact], subscription: SubscriptionId) -> list[FormalNoticeSent]:
    return [fact for fact in facts if isinstance(fact, FormalNoticeSent) and fact.subscription == subscription]
