"""The capital of a cooperative company: its floor, what is paid at once, the share of public bodies."""

from collections.abc import Iterator
from fractions import Fraction

from governance.statutes.facts import Capital, Form, Statutes
from governance.statutes.findings import Finding, Path, against, unsaid, unwise

QUARTER, HALF = Fraction(1, 4), Fraction(1, 2)
SMALLEST_SA = 18_500_00  # cents
LONGEST_DELAY = 3  # years
SUSPENDING, SUSPENDED_AFTER = frozenset({Form.SA, Form.SAS}), 30  # days (C.com L228-29, R228-26)


def findings(statutes: Statutes) -> Iterator[Finding]:
    if statutes.capital is not None:
        yield from _capital(statutes.capital, statutes.form)
        yield from _shares(statutes, statutes.capital)
    elif statutes.form is not Form.ASSOCIATION:
        yield unsaid("capital-not-said", ("capital",))


def _capital(capital: Capital, form: Form) -> Iterator[Finding]:
    if capital.nominal.value <= 0:
        yield against("share-without-value", ("capital", "nominal", "value"))
    if form is Form.SA and capital.minimum.value < SMALLEST_SA:
        yield unwise("capital-of-sa", ("capital", "minimum", "value"), least=SMALLEST_SA)
    for name, key, part, article in (
        ("floor_fraction", "floor-too-low", capital.floor_fraction.value, "L47 art. 13"),
        ("paid_at_once", "paid-too-little", capital.paid_at_once.value, "L47 art. 12"),
    ):
        if part < QUARTER:
            yield against(key, ("capital", name, "value"), article, given=part)
        elif part > 1:
            yield against("more-than-all", ("capital", name, "value"), given=part)
    public = capital.public_maximum
    if public and public.value > HALF:
        path = ("capital", "public_maximum", "value")
        yield against("public-bodies-above-half", path, "L47 art. 19 septies", given=public.value)
    if capital.cap_per_member and capital.cap_per_member.value > 1:
        yield against("more-than-all", ("capital", "cap_per_member", "value"), given=capital.cap_per_member.value)
    delay = capital.max_delay_years
    if delay and delay.value > LONGEST_DELAY:
        path = ("capital", "max_delay_years", "value")
        yield against("delay-to-pay-too-long", path, "L47 art. 12", given=delay.value, most=LONGEST_DELAY)
    if capital.vote_suspended_days:
        yield from _suspended(capital.vote_suspended_days.value, form, ("capital", "vote_suspended_days", "value"))
    if capital.floor_months:
        path = ("capital", "floor_months", "value")
        yield unwise("floor-of-recent-months", path, "L47 art. 13", given=capital.floor_months.value)


def _suspended(days: int, form: Form, path: Path) -> Iterator[Finding]:
    """The law itself takes the vote of shares left unpaid, in a SA and in a SAS; elsewhere no clause may."""
    if form not in SUSPENDING:
        yield unwise("vote-suspended-without-law", path, "C.civ 1844", form=form.value)
    elif days < SUSPENDED_AFTER:
        yield against("vote-suspended-too-early", path, "C.com R228-26", given=days, least=SUSPENDED_AFTER)
    elif days > SUSPENDED_AFTER:
        yield unwise("vote-suspended-later", path, "C.com R228-26", given=days, least=SUSPENDED_AFTER)


def _shares(statutes: Statutes, capital: Capital) -> Iterator[Finding]:
    """A share has one value: that of the capital."""
    for rank, category in enumerate(statutes.categories):
        if category.nominal is not None and category.nominal != capital.nominal.value:
            path = ("categories", rank, "nominal")
            amounts = {"amount": category.nominal, "nominal": capital.nominal.value}
            yield against("nominal-not-uniform", path, category=category.name, **amounts)
