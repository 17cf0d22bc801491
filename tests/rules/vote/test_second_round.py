"""A collège without a mandate votes again, once, before anything is decided (M Comme Médoc, art. 17 §1)."""

from dataclasses import replace
from fractions import Fraction

import pytest

from governance.counting.count import count
from governance.counting.second_round import kept
from governance.counting.tally import Rules, Tally
from governance.decision.record import RecordVotedDecision
from governance.statutes.facts import Aggregation, Organ, Ruled
from governance.vote.cast import Ballot, CastBallots
from governance.vote.close import CountVote
from governance.vote.facts import Choice, VoteClosed, VoteCounted
from governance.vote.open import OpenVote
from governance.words import DecisionId, Public, VoteId
from tests.coop import LEA, NOE, TOM, adopted, scic
from tests.gwt import NOON, given
from tests.rules.vote.test_voting import (
    AG,
    R1,
    V1,
    VERSION,
    ballot,
    line,
    opened,
    planned,
    sealed,
    session,
    tabled,
    there,
)  # fmt: skip

V2 = VoteId("vote2")
ARTICLE = Public("17 §1")

mandated = replace(
    scic(),
    schemes=(
        replace(
            scic().scheme(Organ.ASSEMBLY),
            aggregation=Ruled(Aggregation.COLLEGE_THRESHOLD, ARTICLE),
            college_threshold=Ruled(Fraction(3, 5), ARTICLE),
        ),
    ),
)
scheme = mandated.schemes[0]
convened = (adopted(mandated), planned, tabled(), sealed(salaries=2, structures=2, benevoles=2, partenaires=2), session)


def tally(college, for_, against):
    return Tally(college, 2, 2, for_, against)


def counted(vote, *, undecided):
    votes = {
        "salaries": (2, 0),
        "structures": (1, 1) if undecided else (2, 0),
        "benevoles": (2, 0),
        "partenaires": (0, 2),
    }
    rules = Rules(scic().form, tabled().kind, scheme, scic().ordinary.majority)
    return VoteCounted(vote, count(rules, [tally(name, *cast) for name, cast in votes.items()]))


first = opened(scheme=scheme)
undecided = counted(V1, undecided=True)
mandates = (tally("salaries", 2, 0), tally("benevoles", 2, 0), tally("partenaires", 0, 2))
again = opened(vote=V2, scheme=scheme, second_round_of=V1, kept=mandates)


def test_nothing_is_decided_while_a_collège_has_no_mandate():
    assert undecided.count.second_round == ("structures",)

    given(planned, first, undecided).when(RecordVotedDecision(DecisionId("d1"), V1, AG)).refused("second-round-first")


def test_a_second_round_opens_on_the_same_resolution():
    past = (*convened, there(LEA), there(TOM), first, VoteClosed(V1), undecided)

    given(*past).when(OpenVote(V2, AG, R1, VERSION, second_round_of=V1)).then(
        opened(vote=V2, opens=NOON, scheme=scheme, second_round_of=V1, kept=mandates)
    )


@pytest.mark.parametrize(
    ("past", "again", "reason"),
    [
        ((first, undecided), None, "vote-already-opened"),
        ((first,), V1, "no-second-round"),
        ((first, counted(V1, undecided=False)), V1, "no-second-round"),
        ((), V1, "vote-already-opened"),
        ((first, undecided, opened(vote=V2, second_round_of=V1)), V1, "vote-already-opened"),
    ],
)
def test_a_resolution_is_put_to_the_vote_again_only_then_and_only_once(past, again, reason):
    given(*convened, *past).when(OpenVote(VoteId("vote3"), AG, R1, VERSION, second_round_of=again)).refused(reason)


def test_the_second_round_follows_the_majority_of_those_who_vote_again_and_keeps_the_mandates_of_the_others():
    voted = [
        replace(ballot(LEA, "structures"), vote=V2),
        replace(ballot(NOE, "structures", Choice.ABSTENTION), vote=V2),
    ]
    roll = sealed(salaries=2, structures=2, benevoles=2, partenaires=2)
    past = (roll, again, *(there(who, "structures") for who in (LEA, NOE)), *voted, VoteClosed(V2))

    [result] = given(*past).when(CountVote(V2, AG)).gained()

    assert result.count.aggregation is Aggregation.COLLEGE_MAJORITY
    assert result.count.second_round == ()
    assert [(line.tally.college, line.for_, line.against) for line in result.count.lines] == [
        ("salaries", 20, 0),
        ("structures", 40, 0),
        ("benevoles", 15, 0),
        ("partenaires", 0, 25),
    ]
    assert [step.numbers[0][1] for step in result.count.steps if step.key == "college-kept"] == [
        "Collège des salariés",
        "Collège des bénévoles et habitants",
        "Collège des collectivités et partenaires",
    ]


@pytest.mark.parametrize(("college", "heard"), [("structures", True), ("salaries", False)])
def test_only_the_collèges_without_a_mandate_vote_again(college, heard):
    past = given(line(LEA, college), there(LEA, college), again)
    cast = CastBallots(V2, AG, (Ballot(LEA, Choice.FOR),))

    if heard:
        assert past.when(cast, by=LEA).gained()
    else:
        past.when(cast, by=LEA).refused("college-keeps-its-mandate")


def test_a_collège_too_small_votes_again_with_the_one_that_it_joined():
    small = replace(scheme.colleges[0], min_members=3, merge_into="structures")
    joined = replace(scheme, colleges=(small, *scheme.colleges[1:]))
    votes = [tally("salaries", 1, 1), tally("structures", 1, 1), tally("benevoles", 2, 0), tally("partenaires", 0, 2)]
    one = count(Rules(scic().form, tabled().kind, joined, scic().ordinary.majority), votes)

    assert one.second_round == ("structures",)
    assert [each.college for each in kept(joined, one)] == ["benevoles", "partenaires"]
