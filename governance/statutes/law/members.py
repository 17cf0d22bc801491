"""Who may be a member, who admits, how many proxies one holds, and what is not said of them."""

from collections.abc import Iterator
from fractions import Fraction

from governance.statutes.facts import Form, Nature, OpenProxyRule, ProxyRules, Statutes
from governance.statutes.findings import Finding, against, unsaid, unwise

SEPTIES = "L47 art. 19 septies"
_SELDOM_MORE = Fraction(1, 20)
_RIGHT_TO_PROXY = {Form.SA: "C.com L225-106", Form.SARL: "C.com L223-28"}


def findings(statutes: Statutes) -> Iterator[Finding]:
    seen: set[str] = set()
    for rank, category in enumerate(statutes.categories):
        if category.id in seen:
            yield against("id-twice", ("categories", rank, "id"), id=category.id)
        seen.add(category.id)
    if statutes.form is not Form.ASSOCIATION:
        yield from _links({category.nature for category in statutes.categories})
        if statutes.admission is None:
            yield against("admission-not-said", ("admission",), "L47 art. 7")
    elif statutes.admission is None:
        yield unsaid("admission-not-said", ("admission",))
    if statutes.proxies is None:
        yield unsaid("proxies-not-said", ("proxies",))
    else:
        yield from _proxies(statutes.proxies, statutes.form)


def _links(natures: set[Nature]) -> Iterator[Finding]:
    """Employees, or where there is none producers; beneficiaries; and a third link, whatever it is."""
    path = ("categories",)
    if not natures & {Nature.EMPLOYEE, Nature.PRODUCER}:
        yield against("category-of-employees-missing", path, SEPTIES)
    if Nature.BENEFICIARY not in natures:
        yield against("category-of-beneficiaries-missing", path, SEPTIES)
    if len(natures) < 3:
        yield against("three-links-needed", path, SEPTIES, number=len(natures))


def _proxies(proxies: ProxyRules, form: Form) -> Iterator[Finding]:
    if proxies.least.value == 0 and form in _RIGHT_TO_PROXY:
        yield against("proxies-barred", ("proxies", "least", "value"), _RIGHT_TO_PROXY[form])
    if proxies.open_proxy and proxies.open_proxy.value is OpenProxyRule.REFUSED and form is Form.SA:
        yield against("open-proxy-refused", ("proxies", "open_proxy", "value"), "C.com L225-106")
    if proxies.fraction and proxies.fraction.value > 1:
        yield against("more-than-all", ("proxies", "fraction", "value"), given=proxies.fraction.value)
    elif proxies.fraction and proxies.fraction.value > _SELDOM_MORE:
        yield unwise("many-proxies", ("proxies", "fraction", "value"), given=proxies.fraction.value)
