"""What the law wants of the whole, looked at whatever changed: statutes in force today, a register just taken over."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from governance.capital.balance import PUBLIC_SHARE, TASK, limit
from governance.capital.book import ShareBook
from governance.command import About, Fold, about, folded
from governance.membership.body import Body, stated
from governance.membership.invariant_facts import InvariantBroken, InvariantRestored
from governance.statutes.facts import Capital, StatutesAdopted
from governance.statutes.standing import in_force
from governance.words import Day, Fact, Office, PersonId, legal_day


@dataclass(frozen=True)
class WatchInvariants:
    """Tells what is broken and was not told, and what holds again: movements tell of what they break themselves."""

    may = frozenset({Office.SECRETARY, Office.CHAIR, Office.WORKER})

    def boundary(self) -> Sequence[About | Fold]:
        return [about(StatutesAdopted), Body(), ShareBook()]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known, today = list(facts), legal_day(now)
        version, body = in_force(known, today), folded(Body, known)
        if version is None or not body.members:
            return []
        public = _public_share(folded(ShareBook, known), body, version.statutes.capital, today)
        return [*stated(body, version.statutes, today), *public]


def _public_share(book: ShareBook, body: Body, rules: Capital | None, on: Day) -> Iterator[Fact]:
    most = limit(rules) if rules else None
    holds, told = most is None or book.public_part <= most.part, PUBLIC_SHARE in body.broken
    if most and not holds and not told:
        yield InvariantBroken(PUBLIC_SHARE, on, most.article, book.public_part, most.part, TASK)
    if holds and told:
        yield InvariantRestored(PUBLIC_SHARE, on)
