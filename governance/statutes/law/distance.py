"""Asking for a point on the agenda, taking part from afar, asking for secrecy."""

from collections.abc import Iterator
from fractions import Fraction

from governance.statutes.facts import Form, ProxyHolder, Statutes
from governance.statutes.findings import Finding, against

TWENTIETH = Fraction(1, 20)
CUTOFF = 3  # days


def findings(statutes: Statutes) -> Iterator[Finding]:
    request, on_request = statutes.agenda_request, statutes.secret_on_request
    if request and request.fraction.value > 1:
        yield against("more-than-all", ("agenda_request", "fraction", "value"), given=request.fraction.value)
    if on_request and on_request.value > 1:
        yield against("more-than-all", ("secret_on_request", "value"), given=on_request.value)
    if statutes.form is Form.SA:
        yield from _of_sa(statutes)


def _of_sa(statutes: Statutes) -> Iterator[Finding]:
    request, remote, proxies = statutes.agenda_request, statutes.remote, statutes.proxies
    if request and TWENTIETH < request.fraction.value <= 1:
        path = ("agenda_request", "fraction", "value")
        yield against("agenda-request-too-hard", path, "C.com L225-105", given=request.fraction.value, most=TWENTIETH)
    cutoff = remote.form_cutoff_days if remote else None
    if cutoff and cutoff.value > CUTOFF:
        path = ("remote", "form_cutoff_days", "value")
        yield against("forms-cut-off-too-early", path, "C.com R225-77", given=cutoff.value, most=CUTOFF)
    if proxies and proxies.holder and proxies.holder.value is ProxyHolder.ANYONE:
        yield against("proxy-to-anyone", ("proxies", "holder", "value"), "C.com L225-106")
