"""What public bodies hold of the capital: at most half (L47 art. 19 septies), and what is said when others leave."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce

from governance.capital.book import ShareBook
from governance.command import Refused
from governance.membership.invariant_facts import InvariantBroken, InvariantRestored
from governance.statutes.facts import Capital
from governance.words import Day, Fact, MemberId, Public

PUBLIC_SHARE = Public("public-share")
TASK = Public("restore-public-share")
HALF = Fraction(1, 2)
ARTICLE = Public("L47 art. 19 septies")


@dataclass(frozen=True)
class Limit:
    part: Fraction
    article: Public


def limit(rules: Capital) -> Limit:
    """The statutes may ask for less than the half of the law."""
    said = rules.public_maximum
    return Limit(said.value, said.article) if said and said.value < HALF else Limit(HALF, ARTICLE)


def after(book: ShareBook, moved: Iterable[Fact]) -> ShareBook:
    return reduce(lambda known, fact: known.after(fact), moved, book)


def above(book: ShareBook, moved: Iterable[Fact], rules: Capital, actor: MemberId) -> list[Refused]:
    """A public body may not pass the limit by its own act."""
    then, most = after(book, moved), limit(rules)
    if actor not in book.public_bodies or then.public_part <= most.part:
        return []
    excess = then.public - int(most.part * then.capital)
    return [Refused("public-above-limit", value=then.public_part, limit=most.part, article=most.article, effect=excess)]


def above_own_cap(book: ShareBook, moved: Iterable[Fact], rules: Capital, holder: MemberId) -> list[Refused]:
    """Nobody may gain more of the capital than the statutes allow one member. While founders subscribe, it is a part of
    the minimum that they are about to reach."""
    said, then = rules.cap_per_member, after(book, moved)
    capital = max(then.capital, rules.minimum.value)
    held = then.holder(holder).account.worth
    if said is None or held <= said.value * capital:
        return []
    excess = held - int(said.value * capital)
    value = Fraction(held, capital)
    return [Refused("above-own-cap", value=value, limit=said.value, article=said.article, effect=excess)]


def consequences(book: ShareBook, moved: Iterable[Fact], rules: Capital, on: Day) -> list[Fact]:
    """Whether these movements broke the limit, even by no act of a public body, or mended it."""
    then, most = after(book, moved), limit(rules)
    before_holds, holds = book.public_part <= most.part, then.public_part <= most.part
    if before_holds and not holds:
        return [InvariantBroken(PUBLIC_SHARE, on, most.article, then.public_part, most.part, TASK)]
    if holds and not before_holds:
        return [InvariantRestored(PUBLIC_SHARE, on)]
    return []
