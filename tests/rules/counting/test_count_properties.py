"""What holds of every count, whatever the weights, the ballots and the rules."""

from dataclasses import replace
from fractions import Fraction
from itertools import product

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from governance.counting.count import count
from governance.counting.tally import Tally
from governance.statutes.facts import (
    AbsentPolicy,
    AbstentionEffect,
    Aggregation,
    CollegeTie,
    Form,
    Kind,
    Voice,
)
from tests.rules.counting.polls import (
    COLLEGE_MAJORITY,
    DOUBLE_MAJORITY,
    FLAT,
    IN_HEADS,
    PROPORTIONAL,
    college,
    majority,
    ruled,
    rules,
    scheme,
)

NEUTRAL, AGAINST = AbstentionEffect.NEUTRAL, AbstentionEffect.AGAINST


@st.composite
def weights(draw, fewest=3, most=5):
    """Between a tenth and a half each, a hundred together."""
    parts = draw(st.lists(st.integers(1, 9), min_size=fewest, max_size=most))
    spare = 100 - 10 * len(parts)
    found = [10 + Fraction(part * spare, sum(parts)) for part in parts]
    assume(max(found) <= 50)
    return dict(zip("abcdefghi", found, strict=False))


@st.composite
def ballots(draw, names, most=4):
    counters = st.integers(0, most)
    found = []
    for name in names:
        cast = [draw(counters) for _ in range(3)]
        there = sum(cast) + draw(st.integers(0, 2))
        found.append(Tally(name, there + draw(st.integers(0, 2)), there, *cast))
    return found


majorities = st.builds(
    lambda threshold, strict, base, effect: majority(threshold, strict=strict, base=base, abstention=effect),
    st.sampled_from(["1/3", "1/2", "2/3", "3/4"]),
    st.booleans(),
    st.sampled_from(IN_HEADS),
    st.sampled_from([None, *AbstentionEffect]),
)


@st.composite
def votes(draw, ways=tuple(Aggregation), forms=tuple(Form), most=4, most_colleges=5):
    shares = draw(weights(most=most_colleges))
    policies = st.sampled_from([None, *AbsentPolicy])
    asked = scheme(
        shares,
        draw(st.sampled_from(ways)),
        empty=draw(policies),
        silent=draw(policies),
        tie=draw(st.sampled_from([None, *CollegeTie])),
    )
    mandate, favourable = draw(st.sampled_from([Fraction(1, 2), Fraction(3, 5)])), draw(st.integers(1, 3))
    asked = replace(asked, college_threshold=ruled(mandate), colleges_for=ruled(favourable))
    form, kind = draw(st.sampled_from(forms)), draw(st.sampled_from(Kind))
    of = rules(asked, draw(majorities), form, kind, second_call=draw(st.booleans()))
    return of, draw(ballots(shares, most))


@given(votes())
def test_no_more_than_the_base_is_ever_contributed(vote):
    result = count(*vote)

    assert result.for_ == sum(line.for_ for line in result.lines)
    assert result.against == sum(line.against for line in result.lines)
    assert result.for_ + result.against <= result.base
    assert result.aggregation is FLAT or result.base <= 100
    assert 0 <= result.ratio <= 1


@given(votes())
def test_the_weights_used_keep_the_bounds_of_the_law(vote):
    used = [line.weight for line in count(*vote).lines if line.weight]

    assert sum(used) <= 100
    assert all(10 <= weight <= 50 for weight in used)


@given(votes(ways=(PROPORTIONAL, COLLEGE_MAJORITY)))
def test_swapping_the_sides_of_every_ballot_swaps_the_totals(vote):
    """Where neither an abstention nor a tie in a collège is on one of the sides."""
    asked, cast = vote
    of = replace(
        asked,
        majority=replace(asked.majority, abstention=None),
        scheme=replace(asked.scheme, tie_in_college=None),
    )

    result = count(of, cast)
    mirrored = count(of, [replace(tally, for_=tally.against, against=tally.for_) for tally in cast])

    assert (mirrored.for_, mirrored.against, mirrored.base) == (result.against, result.for_, result.base)


@given(votes(forms=(Form.ASSOCIATION,)), st.sampled_from(["1/2", "2/3"]), st.sampled_from([None, NEUTRAL, AGAINST]))
def test_both_a_text_and_its_contrary_are_never_adopted_by_more_than_half(vote, threshold, effect):
    of, cast = vote
    of = replace(of, majority=majority(threshold, base=of.majority.base.value, abstention=effect))

    contrary = [replace(tally, for_=tally.against, against=tally.for_) for tally in cast]

    assert not (count(of, cast).adopted and count(of, contrary).adopted)


@given(st.integers(3, 9), st.integers(1, 6), st.data())
def test_collèges_that_weigh_as_many_as_they_vote_count_as_heads(size, voters, data):
    names = "abcdefghi"[:size]
    equal = dict.fromkeys(names, Fraction(100, size))
    cast = [Tally(name, voters, voters, f := data.draw(st.integers(0, voters)), voters - f) for name in names]

    shares, heads = (count(rules(scheme(equal, way)), cast) for way in (PROPORTIONAL, FLAT))

    assert (shares.ratio, shares.adopted) == (heads.ratio, heads.adopted)


@given(votes(), st.randoms(use_true_random=False))
def test_the_order_of_the_tallies_does_not_matter(vote, chance):
    of, cast = vote
    shuffled = list(cast)
    chance.shuffle(shuffled)

    assert count(of, shuffled) == count(of, cast)


@given(votes(), st.integers(0, 9), st.integers(0, 9))
def test_an_advisory_collège_never_moves_a_result(vote, for_, against):
    of, cast = vote
    heard = replace(of.scheme, colleges=(*of.scheme.colleges, college("z", None, Voice.ADVISORY)))

    result = count(replace(of, scheme=heard), [*cast, Tally("z", 20, 20, for_, against)])

    assert replace(result, lines=(), steps=()) == replace(count(of, cast), lines=(), steps=())


@given(votes())
def test_nothing_is_adopted_that_the_law_rejects(vote):
    result = count(*vote)

    assert result.adopted == (result.by_clause and result.by_law is not False)


@given(votes(), st.data())
def test_one_more_ballot_moved_for_never_rejects(vote, data):
    of, cast = vote
    opposed = [rank for rank, tally in enumerate(cast) if tally.against]
    assume(opposed)
    rank = data.draw(st.sampled_from(opposed))
    moved = list(cast)
    moved[rank] = replace(cast[rank], for_=cast[rank].for_ + 1, against=cast[rank].against - 1)

    after = count(of, moved)
    assert after.second_round or after.adopted >= count(of, cast).adopted


def fewest_moves(of, cast):
    """By trying every way of moving ballots, in both directions."""
    adopted = count(of, cast).adopted
    found = []
    for moves in product(*(range(-tally.against, tally.for_ + 1) for tally in cast)):
        moved = [
            replace(tally, for_=tally.for_ - move, against=tally.against + move)
            for tally, move in zip(cast, moves, strict=True)
        ]
        size = sum(map(abs, moves))
        if (not found or size < min(found)) and count(of, moved).adopted is not adopted:
            found.append(size)
    return min(found, default=None)


@settings(max_examples=60)
@given(votes(ways=(FLAT, PROPORTIONAL, COLLEGE_MAJORITY), forms=(Form.ASSOCIATION,), most=2, most_colleges=3))
def test_the_margin_is_the_fewest_ballots_that_change_the_result(vote):
    expressed = any(tally.expressed for tally in vote[1])

    assert count(*vote).margin == (fewest_moves(*vote) if expressed else None)


@settings(max_examples=60)
@given(votes(ways=(DOUBLE_MAJORITY,), most=2, most_colleges=3))
def test_of_a_double_majority_the_margin_is_proved_or_not_given(vote):
    margin = count(*vote).margin

    assert margin in (None, fewest_moves(*vote))


@settings(max_examples=60)
@given(votes(forms=(Form.SA, Form.SAS, Form.SARL), most=2, most_colleges=3))
def test_where_the_law_too_must_be_reached_the_margin_is_proved_or_not_given(vote):
    margin = count(*vote).margin

    assert margin in (None, fewest_moves(*vote))
