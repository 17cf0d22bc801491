"""What the chair may pass over, saying why: rules that the statutes alone make. Never the law of public order, nor what
makes the record what it is."""

from collections.abc import Callable

from governance.assembly.facts import IrregularityNoted
from governance.command import Refused
from governance.words import AssemblyId, Office, Public, ResolutionId

CHAIR = frozenset({Office.CHAIR})

MAY_BE_PASSED_OVER = frozenset(
    {
        "too-many-proxies",
        "proxy-across-colleges",
        "channel-not-in-statutes",
    }
)


def passing_over(
    check: Callable[[], object],
    despite: Public,
    assembly: AssemblyId,
    largest_effect: int | None,
    resolution: ResolutionId | None = None,
) -> list[IrregularityNoted]:
    """Nothing where the check refuses nothing. What it refuses is noted if the statutes alone refuse it and somebody
    says why; else it stays refused. `largest_effect`: in ballots; None: the whole meeting, or the whole resolution.

    The act that calls this is the chair's alone once it says `despite`: its `may` is `CHAIR` then.
    """
    try:
        check()
    except Refused as refusal:
        if refusal.reason not in MAY_BE_PASSED_OVER or not despite.strip():
            raise
        article = Public(str(refusal.details.get("article", "")))
        return [IrregularityNoted(assembly, refusal.reason, article, despite, largest_effect, resolution)]
    return []
