"""Members with an interest in an agreement: which bases lose them, by form."""

from dataclasses import replace
from fractions import Fraction

import pytest

from governance.command import Refused
from governance.counting.aside import Barred, Interested, bases, standing_aside
from governance.counting.count import count
from governance.counting.quorum import quorum
from governance.counting.tally import WHOLE, Held, Tally
from governance.statutes.facts import Form, Quorum, QuorumBase
from tests.rules.counting.polls import ALL, ASSEMBLY, PRESENT, majority, ruled, rules

CLAUSE = ruled(Barred.BOTH, "art. 22")
A_THIRD = Quorum(ruled(Fraction(1, 3)), None, ruled(QuorumBase.HEADS))


@pytest.mark.parametrize(
    ("form", "said", "barred", "article"),
    [
        (Form.SA, None, Barred.MAJORITY, "C.com L225-40"),
        (Form.SA, CLAUSE, Barred.MAJORITY, "C.com L225-40"),
        (Form.SARL, None, Barred.BOTH, "C.com L223-19"),
        (Form.SAS, None, Barred.NOTHING, "C.com L227-10"),
        (Form.SAS, CLAUSE, Barred.NOTHING, "C.com L227-10"),
        (Form.ASSOCIATION, None, Barred.NOTHING, ""),
        (Form.ASSOCIATION, CLAUSE, Barred.BOTH, "art. 22"),
    ],
)
def test_the_law_of_each_form_says_what_they_are_kept_out_of(form, said, barred, article):
    rule = standing_aside(form, said)

    assert (rule.value, rule.article) == (barred, article)


@pytest.mark.parametrize(
    ("form", "quorum_of", "majority_of", "key"),
    [
        (Form.SA, (30, 10), (27, 8), "aside-majority"),
        (Form.SARL, (27, 8), (27, 8), "aside-both"),
        (Form.SAS, (30, 10), (30, 10), "aside-nothing"),
    ],
)
def test_each_base_is_reduced_by_those_entitled_and_those_there(form, quorum_of, majority_of, key):
    room = [Tally(WHOLE, 30, 10, 5, 3, did_not_take_part=2)]

    found = bases(standing_aside(form), room, [Interested(WHOLE, 3, 2)])

    assert [(tally.entitled, tally.there) for tally in (*found.quorum, *found.majority)] == [quorum_of, majority_of]
    assert found.majority[0].did_not_take_part == (2 if form is Form.SAS else 0)
    assert (found.steps[0].key, dict(found.steps[0].numbers)) == (key, {"members": "3"})
    assert found.steps[0].article == standing_aside(form).article


@pytest.mark.parametrize(("form", "reached", "need"), [(Form.SA, True, 10), (Form.SARL, False, 9)])
def test_the_quorum_of_a_sa_keeps_them_and_that_of_a_sarl_does_not(form, reached, need):
    found = bases(standing_aside(form), [Tally(WHOLE, 30, 10)], [Interested(WHOLE, 3, 2)])

    state = quorum(A_THIRD, ASSEMBLY, found.quorum)

    assert (state.reached, state.need) == (reached, need)


@pytest.mark.parametrize(("base", "adopted"), [(ALL, True), (PRESENT, True)])
def test_in_a_majority_of_all_or_of_those_there_they_weigh_on_neither_side(base, adopted):
    half = rules(ASSEMBLY, majority(base=base))
    room = [Tally(WHOLE, 11, 11, 5, 4, did_not_take_part=2)]

    found = bases(standing_aside(Form.SA), room, [Interested(WHOLE, 2, 2)])

    assert (count(half, room).adopted, count(half, found.majority).adopted) == (False, adopted)


def test_other_collèges_are_left_as_they_are():
    rooms = [Tally("a", 9, 5, 2, did_not_take_part=3), Tally("b", 8, 4)]

    found = bases(standing_aside(Form.SARL), rooms, [Interested("a", 1, 0)])

    assert found.majority == (replace(rooms[0], entitled=8), rooms[1])


def test_the_first_collège_that_is_unknown_is_named():
    with pytest.raises(Refused) as refusal:
        bases(standing_aside(Form.SA), [Tally("a", 1, 1)], [Interested("z", 1, 1), Interested("y", 1, 1)])

    assert refusal.value.details == {"college": "y"}


def test_nobody_with_an_interest_changes_nothing():
    room = (Tally(WHOLE, 9, 5, 2),)

    assert bases(standing_aside(Form.SARL), room, []).majority == room


def test_one_of_them_who_voted_all_the_same_cannot_be_counted():
    found = bases(standing_aside(Form.SA), [Tally(WHOLE, 5, 5, 3, 2)], [Interested(WHOLE, 1, 1)])

    with pytest.raises(Refused) as refusal:
        count(rules(ASSEMBLY), found.majority)

    assert refusal.value.reason == "more-votes-than-present"


@pytest.mark.parametrize(
    ("form", "shares", "quorum", "majority"),
    [
        (Form.SARL, Held(4, 1), (26, 11), (26, 11)),
        (Form.SA, Held(4, 1), (30, 12), (26, 11)),
        (Form.SARL, None, None, None),
    ],
)
def test_their_shares_go_with_them(form, shares, quorum, majority):
    room = [Tally(WHOLE, 5, 4, shares=Held(30, 12))]

    found = bases(standing_aside(form), room, [Interested(WHOLE, 2, 1, shares)])

    assert [one.shares and one.shares.all[:2] for one in (*found.quorum, *found.majority)] == [quorum, majority]


@pytest.mark.parametrize(
    ("interested", "reason"),
    [
        (Interested("z", 1, 1), "college-not-voting"),
        (Interested(WHOLE, 6, 2), "more-aside-than-there"),
        (Interested(WHOLE, 5, 4), "more-aside-than-there"),
        (Interested(WHOLE, 1, 2), "more-aside-than-there"),
        (Interested(WHOLE, 1, -1), "more-aside-than-there"),
        (Interested(WHOLE, 5, 3), None),
        (Interested(WHOLE, 2, 2), None),
        (Interested(WHOLE, 2, 0), None),
    ],
)
def test_there_are_no_more_of_them_than_the_collège_has(interested, reason):
    room = [Tally(WHOLE, 5, 3)]
    if reason is None:
        assert bases(standing_aside(Form.SA), room, [interested]).majority[0].entitled == 5 - interested.entitled
        return
    with pytest.raises(Refused) as refusal:
        bases(standing_aside(Form.SA), room, [interested])

    assert refusal.value.reason == reason
