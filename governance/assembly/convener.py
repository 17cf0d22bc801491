"""Who may convene an assembly: the organ of the form, its auditor or a judge's agent in its place, or a minority."""

from collections.abc import Mapping
from fractions import Fraction

from governance.assembly.convening_facts import Convener, ConvenerNamed
from governance.assembly.facts import AssemblyPlanned, IrregularityNoted
from governance.assembly.parts import part_of
from governance.command import Refused
from governance.statutes.facts import Form, Organ, RequestBase, Statutes
from governance.words import Fact, MemberId, Public

SA, SARL = Public("C.com L225-103"), Public("C.com L223-27")
BY_FORM: Mapping[Form, Mapping[Convener, Public]] = {
    Form.SA: dict.fromkeys((Convener.BOARD, Convener.AUDITOR, Convener.AGENT, Convener.LIQUIDATOR), SA),
    Form.SARL: dict.fromkeys(
        (Convener.MANAGER, Convener.AUDITOR, Convener.MEMBERS, Convener.AGENT, Convener.LIQUIDATOR), SARL
    ),
}
"""Elsewhere the statutes say it, and anybody may be named."""

HALF, TENTH = Fraction(1, 2), Fraction(1, 10)


def may_convene(form: Form, organ: Organ) -> Mapping[Convener, Public]:
    """Each with the article that gives it the power, the usual one first."""
    if organ is not Organ.ASSEMBLY or form not in BY_FORM:
        return dict.fromkeys(Convener, Public(""))
    return BY_FORM[form]


def named(
    facts: list[Fact],
    planned: AssemblyPlanned,
    statutes: Statutes,
    told: tuple[Convener, Public, tuple[MemberId, ...]],
    despite: Public,
) -> list[Fact]:
    """In whose name it leaves; an irregularity where that one may not. `planned` is on the day of the notice."""
    convener, capacity, members = told
    allowed = may_convene(statutes.form, planned.organ)
    article = allowed.get(convener) or next(iter(allowed.values()))
    fact = ConvenerNamed(planned.assembly, convener, capacity, article, members)
    refusal = _refusal(facts, planned, statutes, fact, convener in allowed)
    if refusal is None:
        return [fact]
    if not despite.strip():
        raise refusal
    return [fact, IrregularityNoted(planned.assembly, refusal.reason, article, despite, None)]


def _refusal(
    facts: list[Fact], planned: AssemblyPlanned, statutes: Statutes, named: ConvenerNamed, allowed: bool
) -> Refused | None:
    if not allowed:
        return Refused("may-not-convene", article=named.article)
    if named.convener is Convener.MEMBERS and statutes.form is Form.SARL and planned.organ is Organ.ASSEMBLY:
        shares = part_of(facts, named.members, RequestBase.CAPITAL, planned, statutes)
        heads = part_of(facts, named.members, RequestBase.MEMBERS, planned, statutes)
        if shares < HALF and (shares < TENTH or heads < TENTH):
            return Refused("too-few-to-convene", heads=heads, shares=shares, article=SARL)
    return None
