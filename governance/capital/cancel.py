"""Cancelling shares: the capital goes no lower than its floor, and nobody overtakes (C.com L231-5, L47 art. 13)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from governance.capital.account import Lots, worth
from governance.capital.balance import consequences
from governance.capital.book import Claim, ShareBook, some
from governance.capital.facts import CancellationId, ClaimId, SharesCancelled
from governance.capital.irregular import irregular
from governance.capital.queue import served
from governance.capital.rules import SECRETARIAT, check_shares, statutes_with_capital
from governance.command import About, Fold, Refused, about, folded
from governance.membership.place import check_day
from governance.statutes.facts import Capital, StatutesAdopted
from governance.words import Cents, Day, Fact, PersonId, Sealed


@dataclass(frozen=True)
class CancelShares:
    """The shares of those who wait, in their order, as far as the floor allows on that day and on every later one."""

    may = SECRETARIAT
    cancellation: CancellationId
    on: Day

    def boundary(self) -> Sequence[About | Fold]:
        return _about(self.cancellation)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_day(self.on, now)
        _check_new(known)
        _, rules = statutes_with_capital(known, self.on)
        book = folded(ShareBook, known)
        queue = book.queue(self.on)
        if not queue:
            raise Refused("nobody-waits", on=self.on)
        room = book.curve.room(rules, self.on)
        allowed = served(queue, room, partial(rules) is True)
        if not allowed:
            self._explain(book, rules, queue[0], room)
        cancelled = list(cancellations(book, self.cancellation, allowed, self.on))
        return [*cancelled, *consequences(book, cancelled, rules, self.on)]

    def _explain(self, book: ShareBook, rules: Capital, first: Claim, room: Cents) -> None:
        if partial(rules) is None and served([first], room, partial=True):
            raise Refused("part-not-settled", room=room)
        raise _floor_reached(book, rules, self.on, worth(first.lots))


@dataclass(frozen=True)
class RecordCancellation:
    """Shares of one claim that were cancelled already: recorded even where the floor or an earlier claim forbade it,
    if `despite` says why."""

    may = SECRETARIAT
    cancellation: CancellationId
    claim: ClaimId
    shares: int
    on: Day
    despite: Sealed | None = None

    def boundary(self) -> Sequence[About | Fold]:
        return _about(self.cancellation)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_day(self.on, now)
        _check_new(known)
        check_shares(self.shares)
        _, rules = statutes_with_capital(known, self.on)
        book = folded(ShareBook, known)
        queue = book.queue(self.on)
        claim = next((one for one in queue if one.claim == self.claim), None)
        if claim is None or sum(claim.lots.values()) < self.shares:
            raise Refused("not-so-many-waiting", shares=self.shares)
        lots = some(claim.lots, self.shares)
        cancelled = list(cancellations(book, self.cancellation, [(claim, lots)], self.on))
        broken = self._broken(book, rules, queue[: queue.index(claim)], worth(lots))
        return [
            *cancelled,
            *consequences(book, cancelled, rules, self.on),
            *irregular(claim.member, self.on, broken, self.despite),
        ]

    def _broken(self, book: ShareBook, rules: Capital, ahead: list[Claim], amount: Cents) -> Iterator[Refused]:
        room = book.curve.room(rules, self.on)
        if amount > room:
            yield _floor_reached(book, rules, self.on, amount, effect=amount - room)
        if ahead:
            waits = sum(worth(claim.lots) for claim in ahead)
            yield Refused("queue-overtaken", ahead=len(ahead), effect=min(waits, amount))


def _about(name: CancellationId) -> list[About | Fold]:
    """The queue, and whatever already bears this name."""
    return [about(StatutesAdopted), ShareBook(), about(SharesCancelled, cancellation=_numbered(name, 1))]


def _check_new(facts: Iterable[Fact]) -> None:
    if any(isinstance(fact, SharesCancelled) for fact in facts):
        raise Refused("name-already-used")


def _numbered(name: CancellationId, number: int) -> CancellationId:
    return CancellationId(f"{name}.{number}")


def _floor_reached(book: ShareBook, rules: Capital, on: Day, waits: Cents, **more: object) -> Refused:
    floor, room = book.curve.floor(rules, on), book.curve.room(rules, on)
    figures = {"floor": floor.amount, "capital": book.curve.at(on), "room": room, "waits": waits}
    return Refused("floor-reached", article=floor.article, **figures, **more)


def partial(rules: Capital) -> bool | None:
    """Whether the first in line may be served in part; None where the statutes leave it open."""
    said = rules.reimbursement.partial if rules.reimbursement else None
    return said.value if said else None


def cancellations(
    book: ShareBook, name: CancellationId, allowed: Iterable[tuple[Claim, Lots]], on: Day
) -> Iterator[SharesCancelled]:
    """One fact a claim and a nominal value. What the holder had still promised is set off on the first of them."""
    owed: dict[str, int] = {}
    allowed = list(allowed)
    for claim, _ in allowed:
        if (gained := book.holder(claim.member).gained) and on < gained:
            raise Refused("shares-came-later", on=gained)
    flat = [(claim, nominal, shares) for claim, lots in allowed for nominal, shares in sorted(lots.items())]
    for number, (claim, nominal, shares) in enumerate(flat, start=1):
        due = owed.setdefault(claim.member, book.holder(claim.member).account.owed)
        unpaid = Cents(min(due, shares * nominal))
        owed[claim.member] -= unpaid
        yield SharesCancelled(_numbered(name, number), claim.claim, claim.member, shares, nominal, unpaid, on)
