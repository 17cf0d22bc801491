"""What L47 art. 19 octies asks of the collèges: none or at least three, shares of 10 % to 50 %, 100 % in all.

The article speaks of the general assembly of a SCIC. For another organ, or an association, it is advice.
"""

import re
import unicodedata
from collections.abc import Iterator
from fractions import Fraction

from governance.statutes.facts import AbsentPolicy, Aggregation, College, Form, Organ, Scheme, Statutes, Voice
from governance.statutes.findings import Finding, Path, against, unsaid, unwise

OCTIES = "L47 art. 19 octies"
FEWEST = 3
LEAST, MOST, WHOLE = Fraction(10), Fraction(50), Fraction(100)
HALF = Fraction(1, 2)

_CAPITAL = re.compile(r"\b(capital|capitaux|parts|part sociale)\b")
_PERHAPS = re.compile(r"\bapports?\b")  # apport en capital, or in kind of help
_DENIED = re.compile(r"\b(sans|ni|quels? que soi(?:en)?t|independamment|jamais|aucune?)\b")


def findings(statutes: Statutes) -> Iterator[Finding]:
    seen: set[Organ] = set()
    for rank, scheme in enumerate(statutes.schemes):
        path = ("schemes", rank)
        if scheme.organ in seen:
            yield against("organ-twice", (*path, "organ"), organ=scheme.organ.value)
        seen.add(scheme.organ)
        bound = statutes.form is not Form.ASSOCIATION and scheme.organ is Organ.ASSEMBLY
        yield from _colleges(scheme, path, bound)
        if any(college.weight is not None for college in _voting(scheme)):
            yield from _counting(scheme, path)


def _voting(scheme: Scheme) -> list[College]:
    """An advisory collège is outside the scheme: no weight, no place in the number nor in the sum."""
    return [college for college in scheme.colleges if college.voice is Voice.DELIBERATIVE]


def _colleges(scheme: Scheme, path: Path, bound: bool) -> Iterator[Finding]:
    voting = _voting(scheme)
    if 0 < len(voting) < FEWEST:
        breach = against if bound else unwise
        yield breach("colleges-too-few", (*path, "colleges"), OCTIES, number=len(voting), least=FEWEST)
    yield from _sum(voting, (*path, "colleges"), bound)
    seen: set[str] = set()
    for rank, college in enumerate(scheme.colleges):
        here = (*path, "colleges", rank)
        if college.id in seen:
            yield against("id-twice", (*here, "id"), id=college.id)
        seen.add(college.id)
        yield from _weight(college, here, bound)
        yield from _capital(college, (*here, "criteria"))
        yield from _small(college, scheme, here)
    if scheme.multi_college and scheme.multi_college.value:
        yield unwise("several-colleges", (*path, "multi_college", "value"), OCTIES)


def _sum(voting: list[College], path: Path, bound: bool) -> Iterator[Finding]:
    """Exactly 100. Weights still unknown must leave it possible: each will lie between the two bounds."""
    known = [college.weight for college in voting if college.weight is not None]
    unknown = len(voting) - len(known)
    total = sum(known, Fraction(0))
    least, most = (LEAST, MOST) if bound else (Fraction(0), WHOLE)
    if known and not total + unknown * least <= WHOLE <= total + unknown * most:
        key = "weights-leave-no-room" if unknown else "weights-not-100"
        yield against(key, path, OCTIES if bound else "", total=total, unknown=unknown)


def _weight(college: College, here: Path, bound: bool) -> Iterator[Finding]:
    path, weight, name = (*here, "weight"), college.weight, college.name
    breach = against if bound else unwise
    if college.voice is Voice.ADVISORY:
        if bound:
            yield unwise("advisory-members-without-vote", (*here, "voice"), "C.civ 1844", college=name)
        if weight:
            yield against("advisory-with-weight", path, OCTIES, college=name, weight=weight)
    elif weight is None:
        yield unsaid("weight-unknown", path, college=name)
    elif weight < LEAST:
        yield breach("weight-below-10", path, OCTIES, college=name, weight=weight)
    elif weight > MOST:
        yield breach("weight-above-50", path, OCTIES, college=name, weight=weight)
    elif weight == MOST:
        yield unwise("weight-is-a-veto", path, OCTIES, college=name)


def _counting(scheme: Scheme, path: Path) -> Iterator[Finding]:
    """Weights without a way to count them decide nothing."""
    rule = scheme.aggregation.value if scheme.aggregation else None
    if rule is None:
        yield against("aggregation-not-said", (*path, "aggregation"), OCTIES)
    if rule is Aggregation.FLAT:
        yield unwise("weights-not-used", (*path, "aggregation"), OCTIES)
    if rule is Aggregation.COLLEGE_THRESHOLD:
        yield from _threshold(scheme, (*path, "college_threshold"))
    if rule is Aggregation.COLLEGE_MAJORITY and scheme.tie_in_college is None:
        yield unwise("tie-not-said", (*path, "tie_in_college"))
    for name, key, policy in (
        ("empty", "empty-not-said", scheme.empty),
        ("silent", "silent-not-said", scheme.silent),
    ):
        if policy is None:
            yield unwise(key, (*path, name))
        elif policy.value is AbsentPolicy.PRORATA_REDISTRIBUTION:
            yield unwise("prorata-may-exceed-50", (*path, name, "value"), OCTIES)
        elif policy.value is AbsentPolicy.LOST:
            yield unwise("lost-weight-opposes", (*path, name, "value"))


def _threshold(scheme: Scheme, path: Path) -> Iterator[Finding]:
    """Below half, both sides of a collège could have its mandate; at the whole, no side."""
    if scheme.college_threshold is None:
        yield against("threshold-not-said", path)
    elif not HALF <= scheme.college_threshold.value < 1:
        yield against("threshold-out-of-reach", (*path, "value"), given=scheme.college_threshold.value)


def _small(college: College, scheme: Scheme, here: Path) -> Iterator[Finding]:
    """Where a collège does not stand, its members vote elsewhere: nobody loses her vote by it."""
    others = [one for one in _voting(scheme) if one is not college]
    into = next((one for one in others if one.id == college.merge_into), None)
    if college.merge_into and into is None:
        yield against("college-unknown", (*here, "merge_into"), id=college.merge_into)
    elif college.min_members and not college.merge_into:
        yield against("small-college-without-a-place", (*here, "min_members"), "C.civ 1844", college=college.name)
    elif into and college.weight and into.weight and college.weight + into.weight > MOST:
        together = college.weight + into.weight
        yield against("weight-above-50", (*here, "merge_into"), OCTIES, college=into.name, weight=together)


def _capital(college: College, path: Path) -> Iterator[Finding]:
    """As far as words tell: « quel que soit le capital » is the contrary of a criterion, « apport » may be help."""
    decomposed = unicodedata.normalize("NFD", college.criteria.casefold())
    plain = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    named = _CAPITAL.search(plain)
    if named or _PERHAPS.search(plain):
        breach = against if named and not _DENIED.search(plain) else unwise
        yield breach("criteria-of-capital", path, OCTIES, college=college.name)
