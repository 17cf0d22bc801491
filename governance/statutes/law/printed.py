"""The slips of the paper itself: articles numbered twice, laws misnamed or repealed, days and sums that do not fit.

They are in what was signed and filed: to be told, and mended at the next amendment.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from governance.statutes.facts import Capital, Printed, Statutes
from governance.statutes.findings import Finding, Path, unwise

PATH: Path = ("printed",)
_COOPERATION = re.compile(r"\b(\d{2})-1775\b")
_DECREE = re.compile(r"décret.*\b2002\b", re.IGNORECASE)
AUDIT_DECREE = "décret n° 2015-706 du 22 juin 2015"


def findings(statutes: Statutes) -> Iterator[Finding]:
    if statutes.capital:
        yield from _sum(statutes.capital)
    if statutes.printed:
        yield from _numbering(statutes.printed, statutes)
        yield from _laws(statutes.printed)
        yield from _days(statutes.printed)


def _sum(capital: Capital) -> Iterator[Finding]:
    listed = sum(one.shares * one.nominal for one in capital.founding)
    if capital.stated and capital.founding and capital.stated.value != listed:
        yield unwise("capital-does-not-add-up", ("capital", "stated"), amount=capital.stated.value, sum=listed)


def _numbering(printed: Printed, statutes: Statutes) -> Iterator[Finding]:
    path = (*PATH, "numbering")
    for number, times in Counter(printed.numbering).items():
        if times > 1:
            yield unwise("article-number-twice", (*path, printed.numbering.index(number)), number=number, times=times)
    known = {_head(number) for number in printed.numbering}
    for article, where in cited(statutes):
        if known and _head(article) not in known:
            yield unwise("article-not-printed", where, number=article)


def _head(article: str) -> str:
    """« 17 » of « 17 §1 » and of « 17.5 »."""
    return re.split(r"[\s.,§]", article.strip(), maxsplit=1)[0]


def cited(clause: object, path: Path = ()) -> Iterator[tuple[str, Path]]:
    """Every article that a clause names, and where it names it."""
    if isinstance(clause, tuple):
        for rank, one in enumerate(clause):
            yield from cited(one, (*path, rank))
    elif is_dataclass(clause):
        for field in fields(clause):
            said, here = getattr(clause, field.name), (*path, field.name)
            if field.name == "article":
                yield said, here
            else:
                yield from cited(said, here)


def _laws(printed: Printed) -> Iterator[Finding]:
    for rank, law in enumerate(printed.cites):
        path = (*PATH, "cites", rank, "text")
        if (named := _COOPERATION.search(law.text)) and named[1] != "47":
            yield unwise("law-misnamed", path, given=named[0], right="47-1775")
        if _DECREE.search(law.text):
            yield unwise("decree-repealed", path, AUDIT_DECREE, given=law.text)


def _days(printed: Printed) -> Iterator[Finding]:
    signed, created = printed.signed, printed.created
    if signed and created and signed.last.year + 1 < created.first.year:
        yield unwise("signed-long-before", (*PATH, "signed"), signed=signed, created=created)
