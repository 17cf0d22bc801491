"""What must be put aside of a surplus, what may be paid on shares, and to whom: exact, to the cent."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from governance.statutes.facts import Appropriation, Ruled
from governance.words import Cents, MemberId, Public

LEGAL, LEGAL_ARTICLE = Fraction(3, 20), Public("L47 art. 16")
STATUTORY, STATUTORY_ARTICLE = Fraction(1, 2), Public("L47 art. 19 nonies")
INTEREST_ARTICLE = Public("L47 art. 14")


@dataclass(frozen=True)
class Books:
    """A year's books. `losses`: of earlier years; `reserves`: of all kinds, before this surplus; `paid`: of the capital
    on the closing day; `ceiling`: the law's highest rate of interest, where it is known."""

    result: Cents
    losses: Cents
    subsidies: Cents
    reserves: Cents
    capital: Cents
    paid: Cents
    ceiling: Fraction | None = None

    @property
    def available(self) -> Cents:
        """The surplus, once earlier losses are made good."""
        return Cents(self.result - self.losses)

    @property
    def missing(self) -> Cents:
        """What reserves lack to reach the capital: no more has to go to the legal one."""
        return Cents(max(0, self.capital - self.reserves))


@dataclass(frozen=True)
class Bound:
    """The least, or the most, of an amount; the `part` that makes it, if one does, and what says so."""

    amount: Cents
    part: Fraction | None
    article: Public


def least_legal(books: Books, rules: Appropriation | None) -> Bound:
    """Three twentieths while all reserves together have not reached the capital; rounded up, for at least as much."""
    part, article = _at_least(LEGAL, LEGAL_ARTICLE, rules.legal_reserve if rules else None)
    return Bound(Cents(min(ceil(part * books.available), books.missing)), part, article)


def least_statutory(books: Books, legal: Cents, rules: Appropriation | None) -> Bound:
    """Half at least of what the legal reserve leaves; rounded up."""
    part, article = _at_least(STATUTORY, STATUTORY_ARTICLE, rules.statutory_reserve if rules else None)
    return Bound(Cents(ceil(part * (books.available - legal))), part, article)


def most_interest(books: Books, legal: Cents, statutory: Cents, rules: Appropriation | None) -> Bound:
    """What both reserves leave, subsidies taken off; no more than the highest rate on what is paid; rounded down."""
    left = max(0, books.available - legal - statutory - books.subsidies)
    rates = [(books.ceiling, INTEREST_ARTICLE)] if books.ceiling is not None else []
    if rules and rules.interest_cap:
        rates.append((rules.interest_cap.value, rules.interest_cap.article))
    rate, article = min(rates, key=lambda each: each[0], default=(None, STATUTORY_ARTICLE))
    if rate is None or floor(rate * books.paid) >= left:
        return Bound(Cents(left), None, STATUTORY_ARTICLE)
    return Bound(Cents(floor(rate * books.paid)), rate, article)


def _at_least(law: Fraction, article: Public, said: Ruled[Fraction] | None) -> tuple[Fraction, Public]:
    """The statutes may ask for more than the law, never for less."""
    return (said.value, said.article) if said and said.value > law else (law, article)


def allotted(total: Cents, stakes: Sequence[tuple[MemberId, Cents]]) -> dict[MemberId, Cents]:
    """A total in proportion of stakes: each has her whole cents, and the cents that are left go to the largest
    fractions, the first in order where they are equal. The sum is the total."""
    whole = sum(stake for _, stake in stakes)
    if not whole:
        return {}
    exact = {member: Fraction(total * stake, whole) for member, stake in stakes}
    shares = {member: floor(share) for member, share in exact.items()}
    left = total - sum(shares.values())
    for member in sorted(exact, key=lambda one: shares[one] - exact[one])[:left]:
        shares[member] += 1
    return {member: Cents(share) for member, share in shares.items()}
