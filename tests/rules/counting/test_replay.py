"""A vote counted again from what a file can say, and an election under other statutes."""

import json
from fractions import Fraction

import pytest

from governance.command import Refused
from governance.counting.count import count
from governance.counting.election import elect
from governance.counting.judgment import Grades, Scale, judge
from governance.counting.points import Gathered, Spread, points
from governance.counting.replay import Electing, Judging, Pointing, Voting, reckoned, reelected, replayed
from governance.counting.tally import WHOLE, Line
from governance.counting.urn import Named, Running, Suffrage, Urn
from governance.statutes.facts import Form, MeetingRules, Quorum, Statutes, Voice
from tests.rules.counting.polls import ASSEMBLY, FLAT, SIMPLE, TWO_THIRDS, college, keys_of, rules, scheme, tally
from web.vote_file import plain

THREE = {"a": 50, "b": 30, "c": 20}
RUNNING = Running(1, ("A", "B"))
URNS = tuple(
    Urn(name, 9, first + second, (Named("A", first), Named("B", second)))
    for name, first, second in (("a", 1, 3), ("b", 4, 1), ("c", 1, 1))
)
VOTED = Electing(Suffrage(scheme(THREE)), RUNNING, URNS)


@pytest.mark.parametrize(
    ("asked", "result"),
    [
        (Voting(rules(ASSEMBLY), (tally("", 2, 1),)), count(rules(ASSEMBLY), [tally("", 2, 1)])),
        (VOTED, elect(VOTED.suffrage, RUNNING, URNS)),
        (Judging(Scale(("bas", "haut")), 3, (Grades("A", (1, 2)),)),
         judge(Scale(("bas", "haut")), 3, [Grades("A", (1, 2))])),
        (Pointing(Spread.SCORES, 5, 2, (Gathered("A", 7),)), points(Spread.SCORES, 5, 2, [Gathered("A", 7)])),
    ],
    ids=["resolution", "election", "judgment", "points"],
)  # fmt: skip
def test_what_was_counted_is_counted_again_the_same_and_can_be_written(asked, result):
    assert reckoned(asked) == result
    assert json.loads(json.dumps(plain([asked, result][1]))) == plain(result)


def statutes(*schemes, needed=None):
    ordinary = needed and MeetingRules(None, None, Quorum(None, None, None), needed)
    return Statutes(Form.SA, (), None, schemes, ordinary, None, None)


def lines(*tallies, voice=Voice.DELIBERATIVE):
    return [Line(tally, voice, None, Fraction(), Fraction()) for tally in tallies]


OF_COLLEGES = lines(tally("a", 1, 3), tally("b", 9, 1), tally("c", 1, 1))


def test_a_resolution_under_other_statutes_follows_their_collèges_their_majority_and_their_form():
    asked = rules(scheme(THREE), TWO_THIRDS, Form.ASSOCIATION)

    heads = replayed(statutes(needed=SIMPLE), asked, OF_COLLEGES)
    weighed = replayed(statutes(scheme(THREE), needed=TWO_THIRDS), rules(ASSEMBLY), OF_COLLEGES)
    by_law = replayed(statutes(), asked, OF_COLLEGES)

    assert (heads.for_, heads.base, heads.adopted, heads.threshold) == (11, 16, True, Fraction(1, 2))
    assert (weighed.for_, weighed.threshold, weighed.adopted) == (Fraction(99, 2), Fraction(2, 3), False)
    assert (by_law.by_law, "majority-by-law" in keys_of(by_law)) == (True, True)


def test_advice_is_not_counted_under_any_statutes():
    heard = [*OF_COLLEGES, *lines(tally("z", 0, 99), voice=Voice.ADVISORY)]

    assert replayed(statutes(), rules(ASSEMBLY), heard).against == 5


def test_figures_of_everybody_beside_those_of_a_collège_cannot_be_told_apart():
    with pytest.raises(Refused) as refusal:
        replayed(statutes(scheme(THREE)), rules(ASSEMBLY), [*OF_COLLEGES, *lines(tally("", 1))])

    assert refusal.value.reason == "ballots-without-college"


def test_an_election_under_other_weights_may_have_another_winner():
    heavier = statutes(scheme({"a": 30, "b": 50, "c": 20}))

    assert (reckoned(VOTED).elected, reelected(heavier, VOTED).elected) == (("B",), ("A",))
    assert reelected(heavier, VOTED).scores[0].points == Fraction(115, 2)


@pytest.mark.parametrize("others", [statutes(), statutes(scheme(THREE, FLAT))], ids=["no collège", "flat"])
def test_by_heads_all_the_urns_are_one(others):
    result = reelected(others, VOTED)

    assert (result.elected, result.base, result.scores[0].votes) == (("A",), 11, 6)


def test_an_advisory_urn_elects_nobody_under_any_statutes():
    advised = scheme([*THREE.items(), college("z", None, Voice.ADVISORY)])
    heard = Electing(Suffrage(advised), RUNNING, (*URNS, Urn("z", 9, 9, (Named("B", 9),))))

    assert reelected(statutes(), heard).scores == reelected(statutes(), VOTED).scores


@pytest.mark.parametrize(
    ("urns", "reason"),
    [((Urn("z", 1, 0),), "college-not-voting"), ((Urn(WHOLE, 1, 0),), "ballots-without-college")],
)
def test_urns_that_cannot_be_told_apart_are_refused(urns, reason):
    with pytest.raises(Refused) as refusal:
        reelected(statutes(scheme(THREE)), Electing(Suffrage(ASSEMBLY), RUNNING, urns))

    assert refusal.value.reason == reason


def test_without_an_urn_nobody_is_elected():
    assert reelected(statutes(), Electing(Suffrage(ASSEMBLY), RUNNING, ())).again == ("A", "B")
