"""A collège without a mandate votes again, once, before anything is decided (M Comme Médoc, art. 17 §1)."""

from dataclasses import replace
from fractions import Fraction

import pytest

from governance.counting.count import count
from governance.counting.tally import Rules, Tally
from governance.decision.record import RecordVotedDecision
from governance.statutes.facts import Aggregation, Organ, Ruled
from governance.vote.close import CountVote
from governance.vote.facts import Choice, VoteClosed, VoteCounted
from governance.vote.open import OpenVote
from governance.words import DecisionId, Public, VoteId
from tests.coop import LEA, NOE, TOM, adopted, scic
from tests.gwt import NOON, given
from tests.rules.vote.test_voting import AG, R1, V1, VERSION, ballot, opened, planned, sealed, session, tabled, there

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


def test_nothing_is_decided_while_a_collège_has_no_mandate():
    assert undecided.count.second_round == ("structures",)

    given(planned, first, undecided).when(RecordVotedDecision(DecisionId("d1"), V1, AG)).refused("second-round-first")


def test_a_second_round_opens_on_the_same_resolution():
    past = (*convened, there(LEA), there(TOM), first, VoteClosed(V1), undecided)

    given(*past).when(OpenVote(V2, AG, R1, VERSION, second_round_of=V1)).then(
        opened(vote=V2, opens=NOON, scheme=scheme, second_round_of=V1)
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


def test_the_second_round_follows_the_majority_of_each_collège():
    roll = sealed(salaries=0, structures=3, benevoles=2, partenaires=1)
    again = opened(vote=V1, scheme=scheme, second_round_of=VoteId("vote0"))
    voted = [
        ballot(LEA, "structures"),
        ballot(TOM, "structures", Choice.AGAINST),
        ballot(NOE, "structures"),
    ]
    past = (roll, again, *(there(who, "structures") for who in (LEA, TOM, NOE)), *voted, VoteClosed(V1))

    [result] = given(*past).when(CountVote(V1, AG)).gained()

    assert result.count.aggregation is Aggregation.COLLEGE_MAJORITY
    assert result.count.second_round == ()
