"""What holds of counting as a whole: more for is never worse, names do not matter, weights add up, nothing floats."""

import ast
import json
from dataclasses import fields, is_dataclass, replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import governance.counting
from governance.counting.count import count
from governance.counting.quorum import quorum
from governance.counting.tally import Tally, voting
from governance.counting.weights import in_force, statutory, without_votes
from governance.statutes.facts import Quorum, QuorumBase
from tests.rules.counting.polls import ASSEMBLY, majority, ruled, rules, scheme
from tests.rules.counting.test_count_properties import ballots, votes, weights
from web.recount import recount
from web.vote_file import Ballot, Word, export

SOURCES = sorted(Path(governance.counting.__file__).parent.glob("*.py"))


def one_more(tally, side):
    """Somebody who was not there comes, and votes."""
    more = {side: getattr(tally, side) + 1}
    return replace(tally, entitled=tally.entitled + 1, there=tally.there + 1, **more)


def joined(cast, rank, side):
    return [one_more(tally, side) if at == rank else tally for at, tally in enumerate(cast)]


@settings(max_examples=60)
@given(votes(), st.data())
def test_one_more_for_never_rejects_and_one_more_against_never_adopts(vote, data):
    """Weights apart: who comes to an empty collège gives it back a weight that others held until then."""
    of, cast = vote
    rank = data.draw(st.integers(0, len(cast) - 1))
    assume(cast[rank].entitled and any(tally.expressed for tally in cast))
    before = count(of, cast)
    assume(not before.second_round)

    helped, hindered = (count(of, joined(cast, rank, side)) for side in ("for_", "against"))

    assert helped.second_round or helped.adopted >= before.adopted
    assert hindered.adopted <= before.adopted


@settings(max_examples=40)
@given(votes(), st.randoms(use_true_random=False))
def test_the_order_of_the_collèges_in_the_statutes_does_not_matter(vote, chance):
    of, cast = vote
    colleges = list(of.scheme.colleges)
    chance.shuffle(colleges)

    one, other = count(of, cast), count(replace(of, scheme=replace(of.scheme, colleges=tuple(colleges))), cast)

    assert replace(one, lines=(), steps=(), readings=(), second_round=()) == replace(
        other, lines=(), steps=(), readings=(), second_round=()
    )
    assert {line.tally.college: line for line in one.lines} == {line.tally.college: line for line in other.lines}
    assert set(one.second_round) == set(other.second_round)


@settings(max_examples=10)
@given(votes(most=3, most_colleges=3), st.randoms(use_true_random=False))
def test_which_member_of_a_collège_cast_which_ballot_does_not_matter(vote, chance):
    of, cast = vote
    papers = [
        (tally.college, word)
        for tally in cast
        for word, number in zip(Word, tally.counters, strict=True)
        for _ in range(number)
    ]
    holders = list(range(len(papers)))
    chance.shuffle(holders)
    named = [Ballot(word, college, f"m{holder}") for (college, word), holder in zip(papers, holders, strict=True)]
    again = sorted(named, key=lambda ballot: ballot.mandate)

    texts = (json.dumps(export(of, cast, ballots=each)) for each in (named, again))

    assert len({recount(text) for text in texts}) == 1


@settings(max_examples=40)
@given(votes())
def test_every_percent_of_a_hundred_is_cast_lost_or_left_to_nobody(vote):
    of, cast = vote
    found = {tally.college: tally for tally in cast}
    shares = in_force(of.scheme, found)
    assume(shares.weighted)
    silent = [one for one in voting(of.scheme) if one.id in shares.cast and not found[one.id].expressed]

    after = without_votes(shares, of.scheme, silent)

    assert sum(statutory(of.scheme).values()) == 100
    told = [step for step in after.steps if step.key in ("weight-left-over", *_OUT_OF_BASE)]
    out = sum(Fraction(dict(step.numbers)["weight"]) for step in told)
    assert sum(after.cast.values()) + sum(after.lost.values()) + out == 100


_OUT_OF_BASE = ("empty-excluded-from-base", "silent-excluded-from-base")


@settings(max_examples=60)
@given(weights(), st.data())
def test_one_more_there_never_loses_the_quorum(shares, data):
    cast = data.draw(ballots(shares))
    base = data.draw(st.sampled_from([QuorumBase.HEADS, QuorumBase.WEIGHTS, QuorumBase.PER_COLLEGE]))
    rule = Quorum(
        ruled(data.draw(st.sampled_from([Fraction(1, 5), Fraction(1, 2), Fraction(3, 4)]))), None, ruled(base)
    )
    away = [rank for rank, tally in enumerate(cast) if tally.absent]
    assume(away)
    rank = data.draw(st.sampled_from(away))
    arrived = [replace(tally, there=tally.there + (at == rank)) for at, tally in enumerate(cast)]

    assert quorum(rule, scheme(shares), arrived).reached >= quorum(rule, scheme(shares), cast).reached


def test_where_nobody_expressed_herself_nothing_is_adopted_whatever_the_rule():
    for strict in (True, False):
        silent = [Tally("", 9, 9, abstention=4, blank=3, void=1, did_not_take_part=1)]
        assert not count(rules(ASSEMBLY, majority("1/100", strict=strict)), silent).adopted


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_no_float_is_written_anywhere(source):
    nodes = list(ast.walk(ast.parse(source.read_text())))

    numbers = [node.value for node in nodes if isinstance(node, ast.Constant) and not isinstance(node.value, bool)]
    called = {getattr(node.func, "id", "") for node in nodes if isinstance(node, ast.Call)}
    names = {node.id for node in nodes if isinstance(node, ast.Name)}
    imported = {name.name for node in nodes if isinstance(node, ast.ImportFrom | ast.Import) for name in node.names}
    assert [number for number in numbers if isinstance(number, float | complex)] == []
    assert names.isdisjoint({"float", "complex"})
    assert called.isdisjoint({"round", "pow", "divmod"})
    assert imported.isdisjoint({"math", "statistics", "decimal", "sqrt", "fsum", "log", "inf", "nan"})


def numbers_in(value):
    if is_dataclass(value):
        return [number for field in fields(value) for number in numbers_in(getattr(value, field.name))]
    if isinstance(value, tuple):
        return [number for each in value for number in numbers_in(each)]
    return [value] if isinstance(value, int | float | Fraction) else []


@settings(max_examples=60)
@given(votes())
def test_nothing_in_a_result_floats(vote):
    result = count(*vote)

    assert [number for number in numbers_in(result) if isinstance(number, float)] == []
    assert all("." not in value for step in result.steps for name, value in step.numbers if name != "college")
