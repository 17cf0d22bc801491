"""The quorum that the law itself wants, by form; what statutes ask for beyond it is theirs alone."""

from fractions import Fraction

from governance.counting.threshold import formed_before_2005
from governance.statutes.facts import Form, Kind, Organ, Quorum, QuorumBase, Ruled, Statutes
from governance.words import Public


def _law(first: Fraction, second: Fraction | None, article: str) -> Quorum:
    said = Public(article)
    return Quorum(Ruled(first, said), Ruled(second, said) if second else None, Ruled(QuorumBase.HEADS, said))


FIFTH, QUARTER, HALF = Fraction(1, 5), Fraction(1, 4), Fraction(1, 2)

LAW = {
    (Form.SA, Kind.ORDINARY): _law(FIFTH, None, "C.com L225-98"),
    (Form.SA, Kind.EXTRAORDINARY): _law(QUARTER, FIFTH, "C.com L225-96"),
    (Form.SARL, Kind.EXTRAORDINARY): _law(QUARTER, FIFTH, "C.com L223-30"),
}
"""Of an assembly. The law counts shares: in a cooperative each member has one vote (L47 art. 9)."""

BOARD_OF_SA = _law(HALF, HALF, "C.com L225-37")
NONE = Quorum(None, None, None)


def legal_quorum(statutes: Statutes, organ: Organ, kind: Kind) -> Quorum:
    """None is asked of a SARL that was formed before August 2005 (C.com L223-30), nor by the law of the other forms."""
    if organ is Organ.BOARD:
        return BOARD_OF_SA if statutes.form is Form.SA else NONE
    if organ is not Organ.ASSEMBLY or formed_before_2005(statutes):
        return NONE
    return LAW.get((statutes.form, kind), NONE)
