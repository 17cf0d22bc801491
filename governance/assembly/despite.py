"""What the chair may pass over, saying why: rules that the statutes alone make. Never the law of public order, nor what
makes the record what it is."""

from collections.abc import Iterable

from governance.assembly.facts import IrregularityNoted
from governance.command import Refused
from governance.words import AssemblyId, Office, Public, ResolutionId

CHAIR = frozenset({Office.CHAIR})

MAY_BE_PASSED_OVER = frozenset(
    {
        "too-many-proxies",
        "proxy-across-colleges",
        "proxies-not-in-statutes",
        "channel-not-in-statutes",
        "no-quorum",
        "no-quorum-of-weights",
        "no-quorum-of-shares",
    }
)
"""Unless the law wants the same: the refusal then says `by_law`, and stands. Secrecy is nobody's to pass over: it
protects those who vote."""


def may_be_passed_over(refusal: Refused) -> bool:
    return refusal.reason in MAY_BE_PASSED_OVER and not refusal.details.get("by_law")


def passing_over(
    broken: Iterable[Refused],
    despite: Public,
    assembly: AssemblyId,
    largest_effect: int | None,
    resolution: ResolutionId | None = None,
) -> list[IrregularityNoted]:
    """One fact for each rule passed over, with its article; the first that may not be, or without a reason, refuses.

    `largest_effect` of each: in ballots; None: without bound. The act that gives a reason is the chair's: see CHAIR.
    """
    noted = []
    for refusal in broken:
        if not may_be_passed_over(refusal) or not despite.strip():
            raise refusal
        article = Public(str(refusal.details.get("article", "")))
        noted.append(IrregularityNoted(assembly, refusal.reason, article, despite, largest_effect, resolution))
    return noted
