"""What becomes of the result, and how often the cooperative is examined."""

from collections.abc import Iterator
from fractions import Fraction

from governance.statutes.facts import Appropriation, Form, Statutes
from governance.statutes.findings import Finding, against

LEGAL, STATUTORY = Fraction(3, 20), Fraction(1, 2)
AUDIT_YEARS = 5


def findings(statutes: Statutes) -> Iterator[Finding]:
    if statutes.form is Form.ASSOCIATION:
        return
    if statutes.appropriation:
        yield from _appropriation(statutes.appropriation)
    if statutes.audit and statutes.audit.period_years.value > AUDIT_YEARS:
        path, given = ("audit", "period_years", "value"), statutes.audit.period_years.value
        yield against("audit-too-rare", path, "L47 art. 19 duodecies", given=given, most=AUDIT_YEARS)


def _appropriation(result: Appropriation) -> Iterator[Finding]:
    """The legal reserve takes its part of the result, the statutory reserve its part of what is left."""
    for name, said, key, least, article in (
        ("legal_reserve", result.legal_reserve, "legal-reserve-too-low", LEGAL, "L47 art. 16"),
        ("statutory_reserve", result.statutory_reserve, "statutory-reserve-too-low", STATUTORY, "L47 art. 19 nonies"),
    ):
        path = ("appropriation", name, "value")
        if said and said.value > 1:
            yield against("more-than-all", path, given=said.value)
        elif said and said.value < least:
            yield against(key, path, article, given=said.value, least=least)
