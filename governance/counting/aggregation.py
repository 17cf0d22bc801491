"""From the ballots of the collèges to one total, under one majority: by heads, by share, or by collège."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

from governance.command import Refused
from governance.counting.merging import merged
from governance.counting.tally import Step, Tally, called, in_shares, step, voting
from governance.counting.threshold import HALF
from governance.counting.totals import Cast, Totals
from governance.counting.ways import NEITHER, WAYS, Heard, Inside
from governance.counting.weights import HEADS, OCTIES, Shares, in_force, statutory, without_votes
from governance.statutes.facts import AbstentionEffect, Aggregation, CollegeTie, Majority, MajorityBase, Scheme
from governance.words import CollegeId


def aggregate(scheme: Scheme, tallies: Mapping[CollegeId, Tally], majority: Majority) -> Totals:
    """The totals under this majority, and the steps that lead to them from the weights of the statutes."""
    told: tuple[Step, ...] = ()
    if _way(scheme) is not Aggregation.FLAT:
        if majority.base.value is MajorityBase.SHARES:
            raise Refused("shares-do-not-weigh", article=OCTIES)
        scheme, tallies, told = merged(scheme, tallies)
    heard = {college.id: _hear(tallies[college.id], majority) for college in voting(scheme)}
    shares = _shares(scheme, tallies, heard)
    way, inside = _way(scheme) if shares.weighted else Aggregation.FLAT, _inside(scheme)
    weights = shares.cast | shares.lost if shares.weighted else {c: Fraction(h.base) for c, h in heard.items()}
    casts = []
    for college in voting(scheme):
        of, weight = heard[college.id], weights.get(college.id, Fraction())
        sides = WAYS[way](weight, of, inside) if of.base else NEITHER
        casts.append(Cast(college, tallies[college.id], of, weight, *sides))
    lost = sum(shares.lost.values(), Fraction())
    totals = Totals(majority, way, inside, tuple(casts), lost, wanted=_wanted(scheme, way))
    return replace(totals, steps=(*told, *shares.steps, *_told(scheme, totals)))


def _way(scheme: Scheme) -> Aggregation:
    if not scheme.colleges:
        return Aggregation.FLAT
    if scheme.aggregation is None:
        statutory(scheme)  # if the weights are unknown too, that is what to say
        raise Refused("aggregation-unknown", article=scheme.colleges[0].article)
    if scheme.aggregation.value is Aggregation.COLLEGE_THRESHOLD and scheme.college_threshold is None:
        raise Refused("college-threshold-unknown", article=scheme.aggregation.article)
    if scheme.aggregation.value is Aggregation.DOUBLE_MAJORITY and scheme.colleges_for is None:
        raise Refused("colleges-for-unknown", article=scheme.aggregation.article)
    return scheme.aggregation.value


def _inside(scheme: Scheme) -> Inside:
    tie = scheme.tie_in_college.value if scheme.tie_in_college else CollegeTie.NEUTRAL
    return Inside(tie, scheme.college_threshold.value if scheme.college_threshold else HALF)


def _wanted(scheme: Scheme, way: Aggregation) -> int | None:
    return scheme.colleges_for.value if scheme.colleges_for and way is Aggregation.DOUBLE_MAJORITY else None


def effect(majority: Majority) -> AbstentionEffect:
    """What an abstention does; nothing if the statutes do not say."""
    return majority.abstention.value if majority.abstention else AbstentionEffect.NEUTRAL


def _hear(tally: Tally, majority: Majority) -> Heard:
    counted = in_shares(tally) if majority.base.value is MajorityBase.SHARES else tally
    for_ = counted.for_ + (counted.abstention if effect(majority) is AbstentionEffect.FOR else 0)
    against = counted.against + (counted.abstention if effect(majority) is AbstentionEffect.AGAINST else 0)
    bases = {
        MajorityBase.CAST: for_ + against,
        MajorityBase.PRESENT: counted.there,
        MajorityBase.ALL: counted.entitled,
        MajorityBase.SHARES: counted.entitled,
    }
    return Heard(for_, against, bases[majority.base.value])


def _shares(scheme: Scheme, tallies: Mapping[CollegeId, Tally], heard: Mapping[CollegeId, Heard]) -> Shares:
    if _way(scheme) is Aggregation.FLAT:
        return HEADS
    shares = in_force(scheme, tallies)
    silent = [c for c in voting(scheme) if c.id in shares.cast and not heard[c.id].base]
    return without_votes(shares, scheme, silent)


def _told(scheme: Scheme, totals: Totals) -> Iterator[Step]:
    """How the ballots fell: what abstention does, the base, each collège's contribution, the total."""
    majority = totals.majority
    if majority.abstention and effect(majority) is not AbstentionEffect.NEUTRAL:
        yield step(f"abstention-counts-{majority.abstention.value.value}", majority.abstention.article)
    yield step(f"base-{majority.base.value.value}", majority.base.article)
    for cast in totals.casts:
        if totals.aggregation is not Aggregation.FLAT and cast.heard.base:
            yield _contribution(scheme, totals, cast)
    if totals.aggregation is Aggregation.FLAT:
        key = "total-shares" if majority.base.value is MajorityBase.SHARES else "total-heads"
        yield step(key, for_=totals.for_, against=totals.against, base=totals.base)
    else:
        points = {"points_for": totals.for_, "points_against": totals.against, "points_base": totals.base}
        yield step("total-points", **points)
    if totals.wanted is not None and scheme.colleges_for:
        key = "colleges-enough" if totals.enough_colleges else "colleges-missing"
        yield step(key, scheme.colleges_for.article, favourable=len(totals.in_favour), wanted=totals.wanted)


def _contribution(scheme: Scheme, totals: Totals, cast: Cast) -> Step:
    article = scheme.aggregation.article if scheme.aggregation else ""
    heard, college = cast.heard, called(cast.college)
    said = {"college": college, "for_": heard.for_, "against": heard.against, "weight": cast.weight}
    if totals.aggregation in (Aggregation.PROPORTIONAL, Aggregation.DOUBLE_MAJORITY):
        points = {"points_for": cast.for_, "points_against": cast.against}
        return step("college-share", article, **said, base=heard.base, **points)
    if totals.aggregation is Aggregation.COLLEGE_THRESHOLD:
        side = "for" if cast.for_ else "against" if cast.against else "none"
        asked = scheme.college_threshold.article if scheme.college_threshold else article
        ratio = Fraction(max(heard.for_, heard.against), heard.base)
        return step(
            f"college-mandate-{side}", asked, **said, base=heard.base, ratio=ratio, mandate=totals.inside.mandate
        )
    if heard.for_ != heard.against:
        return step("college-for" if heard.for_ > heard.against else "college-against", article, **said)
    ruled = scheme.tie_in_college.article if scheme.tie_in_college else ""
    return step(f"college-tie-{totals.inside.tie.value}", ruled, **said)
