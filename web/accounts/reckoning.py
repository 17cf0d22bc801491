"""How reserves and interest are reckoned, in sentences that a member can redo by hand, each with its article."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from governance.capital.appropriation import (
    LEGAL,
    STATUTORY,
    Books,
    Bound,
    least_legal,
    least_statutory,
    most_interest,
)
from governance.statutes.facts import Appropriation
from governance.words import Cents
from web.i18n import euros, number, part
from web.i18n import gettext as _
from web.words import cited

Step = tuple[str, str]


@dataclass(frozen=True)
class Reckoning:
    """The least of each reserve and the most of interest, in cents; the steps, each with what says so."""

    available: Cents
    legal: Cents
    statutory: Cents
    interest: Cents
    steps: list[Step]


def reckoned(books: Books, rules: Appropriation | None) -> Reckoning:
    """The most of interest is that which the least reserves leave."""
    if books.available <= 0:
        none = Cents(0)
        return Reckoning(books.available, none, none, none, [_available(books)])
    legal = least_legal(books, rules)
    statutory = least_statutory(books, legal.amount, rules)
    interest = most_interest(books, legal.amount, statutory.amount, rules)
    steps = [
        _available(books),
        *_legal(books, legal, rules),
        *_statutory(books, legal, statutory, rules),
        *_interest(books, legal, statutory, interest),
    ]
    return Reckoning(books.available, legal.amount, statutory.amount, interest.amount, steps)


def _available(books: Books) -> Step:
    if not books.losses:
        return _("Excédent de l’exercice : %(result)s.", result=euros(books.result)), ""
    amounts = {"result": books.result, "losses": books.losses, "left": books.available}
    said = {name: euros(Cents(amount)) for name, amount in amounts.items()}
    return _("Excédent de %(result)s, moins %(losses)s de pertes antérieures : %(left)s.", **said), ""


def _legal(books: Books, legal: Bound, rules: Appropriation | None) -> Iterator[Step]:
    said = rules.legal_reserve if rules else None
    if said and said.value < LEGAL:
        amount = euros(Cents(int(said.value * books.available)))
        yield (
            _(
                "Vos statuts disent %(part)s, soit %(amount)s : moins que la loi, qui prévaut.",
                part=part(said.value),
                amount=amount,
            ),
            cited(said.article),
        )
    if not books.missing:
        words = {"reserves": euros(books.reserves), "capital": euros(books.capital)}
        yield (
            _(
                "Les réserves, %(reserves)s, atteignent le capital, %(capital)s : la réserve légale ne demande "
                "plus rien.",
                **words,
            ),
            cited(legal.article),
        )
    elif legal.part and legal.amount < legal.part * books.available:
        yield (
            _(
                "Réserve légale : il ne manque aux réserves que %(amount)s pour atteindre le capital.",
                amount=euros(legal.amount),
            ),
            cited(legal.article),
        )
    else:
        yield _of(_("Réserve légale : au moins %(part)s de %(base)s, soit %(amount)s."), legal, books.available)


def _statutory(books: Books, legal: Bound, statutory: Bound, rules: Appropriation | None) -> Iterator[Step]:
    said = rules.statutory_reserve if rules else None
    if said and said.value < STATUTORY:
        yield (
            _("Vos statuts disent %(part)s : moins que la loi, qui prévaut.", part=part(said.value)),
            cited(said.article),
        )
    base = Cents(books.available - legal.amount)
    yield _of(_("Réserve statutaire : au moins %(part)s de ce qui reste, %(base)s, soit %(amount)s."), statutory, base)
    both = Cents(legal.amount + statutory.amount)
    rate = part(Fraction(both, books.available))
    yield _("Les deux réserves ensemble : %(both)s, %(rate)s de l’excédent.", both=euros(both), rate=rate), ""


def _interest(books: Books, legal: Bound, statutory: Bound, interest: Bound) -> Iterator[Step]:
    left = Cents(books.available - legal.amount - statutory.amount)
    free = Cents(max(0, left - books.subsidies))
    if books.subsidies:
        words = {"left": euros(left), "subsidies": euros(books.subsidies), "free": euros(free)}
        yield (
            _("Reste %(left)s ; les subventions, %(subsidies)s, ne portent pas d’intérêt : %(free)s au plus.", **words),
            cited("L47 art. 19 nonies"),
        )
    else:
        yield _("Reste %(left)s, qui peut rémunérer les parts ou rester en réserve.", left=euros(left)), ""
    if interest.part is not None:
        words = {"rate": percentage(interest.part), "paid": euros(books.paid), "amount": euros(interest.amount)}
        yield _("Intérêt : %(rate)s au plus des %(paid)s versés, soit %(amount)s.", **words), cited(interest.article)
    elif books.ceiling is None:
        yield _("Le taux le plus haut que la loi permet n’est pas donné : vérifiez-le."), cited("L47 art. 14")


def _of(sentence: str, bound: Bound, base: Cents) -> Step:
    assert bound.part is not None
    words = {"part": part(bound.part), "base": euros(base), "amount": euros(bound.amount)}
    return sentence % words, cited(bound.article)


def percentage(rate: Fraction) -> str:
    """Exact: « 3,42 % », or a fraction where it does not end."""
    points = rate * 100
    exact = Decimal(points.numerator) / Decimal(points.denominator)
    return f"{number(exact)}\u00a0%" if Fraction(exact) == points else part(rate)
