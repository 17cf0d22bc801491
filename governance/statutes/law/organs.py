"""How often organs meet, how long one is elected, what is voted online or in secret."""

from collections.abc import Iterator

from governance.statutes.facts import Form, Organ, Statutes
from governance.statutes.findings import Finding, against, unsaid, unwise

LONGEST_TERM = 6  # years
SECRETS = ("elections", "persons", "all")


def findings(statutes: Statutes) -> Iterator[Finding]:
    company = statutes.form is not Form.ASSOCIATION
    yield from _meetings(statutes, company)
    term = statutes.term_years
    if term and company and term.value > LONGEST_TERM:
        yield against("term-too-long", ("term_years", "value"), "L47 art. 6", given=term.value, most=LONGEST_TERM)
    if term and term.value < 1:
        yield against("term-of-nothing", ("term_years", "value"))
    if statutes.online_vote is None:
        yield unsaid("online-vote-not-said", ("online_vote",))
    elif statutes.online_vote.value and statutes.secret and "all" in statutes.secret.value:
        yield unwise("online-vote-all-secret", ("online_vote", "value"))
    for rank, secret in enumerate(statutes.secret.value if statutes.secret else ()):
        if secret not in SECRETS:
            yield against("secret-of-what", ("secret", "value", rank), given=secret, known=", ".join(SECRETS))


def _meetings(statutes: Statutes, company: bool) -> Iterator[Finding]:
    seen: set[Organ] = set()
    for rank, meetings in enumerate(statutes.meetings):
        path = ("meetings", rank)
        if meetings.organ in seen:
            yield against("organ-twice", (*path, "organ"), organ=meetings.organ.value)
        seen.add(meetings.organ)
        if meetings.least > meetings.most:
            yield against("most-below-least", (*path, "most"), least=meetings.least, most=meetings.most)
        if meetings.month is not None and not 1 <= meetings.month <= 12:
            yield against("no-such-month", (*path, "month"), given=meetings.month)
        if company and meetings.organ is Organ.ASSEMBLY and meetings.least < 1:
            yield against("assembly-each-year", (*path, "least"), "L47 art. 8")
