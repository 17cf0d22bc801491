"""Members whom the law sets aside for one resolution, an agreement that interests them: which bases lose them.

The law says it of assemblies: L225-40 for the SA, L223-19 for the SARL. In a SAS nothing takes a member's vote away
(C.com L227-10, C.civ 1844); in an association the statutes may.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

from governance.command import Refused
from governance.counting.tally import Held, Step, Tally, step
from governance.statutes.facts import Form, Ruled
from governance.words import CollegeId, Public


class Barred(Enum):
    """What those who have an interest are kept out of."""

    NOTHING = "nothing"
    MAJORITY = "majority"  # they do not vote; the quorum has them
    BOTH = "both"


LAW = {
    Form.SA: Ruled(Barred.MAJORITY, Public("C.com L225-40")),
    Form.SARL: Ruled(Barred.BOTH, Public("C.com L223-19")),
    Form.SAS: Ruled(Barred.NOTHING, Public("C.com L227-10")),
}


@dataclass(frozen=True)
class Interested:
    """How many of a collège have an interest, and how many of them are there or represented; their shares alike."""

    college: CollegeId
    entitled: int
    there: int
    shares: Held | None = None


@dataclass(frozen=True)
class Bases:
    """The tallies that the quorum reads, and those that the majority reads."""

    quorum: tuple[Tally, ...]
    majority: tuple[Tally, ...]
    steps: tuple[Step, ...]


def standing_aside(form: Form, said: Ruled[Barred] | None = None) -> Ruled[Barred]:
    """What they are kept out of, and by which article. `said`: the statutes', which count in an association alone."""
    return LAW.get(form) or said or Ruled(Barred.NOTHING, Public(""))


def bases(rule: Ruled[Barred], tallies: Iterable[Tally], interested: Iterable[Interested]) -> Bases:
    """Refused: more of them than the collège has. One who voted all the same is for the count to refuse."""
    whole, aside = tuple(tallies), {one.college: one for one in interested}
    if unknown := aside.keys() - {tally.college for tally in whole}:
        raise Refused("college-not-voting", college=min(unknown))
    told = [step(f"aside-{rule.value.value}", rule.article, members=sum(one.entitled for one in aside.values()))]
    if rule.value is Barred.NOTHING:
        return Bases(whole, whole, tuple(told))
    reduced = tuple(_without(tally, aside.get(tally.college)) for tally in whole)
    return Bases(reduced if rule.value is Barred.BOTH else whole, reduced, tuple(told))


def _without(tally: Tally, aside: Interested | None) -> Tally:
    """They did not take part in the vote: that counter loses them first."""
    if aside is None:
        return tally
    if not 0 <= aside.there <= aside.entitled or aside.entitled > tally.entitled or aside.there > tally.there:
        raise Refused("more-aside-than-there", college=tally.college)
    silent = max(0, tally.did_not_take_part - aside.there)
    entitled, there = tally.entitled - aside.entitled, tally.there - aside.there
    return replace(tally, entitled=entitled, there=there, did_not_take_part=silent, shares=_less(tally.shares, aside))


def _less(held: Held | None, aside: Interested) -> Held | None:
    if held is None or aside.shares is None:
        return None
    return replace(held, entitled=held.entitled - aside.shares.entitled, there=held.there - aside.shares.there)
