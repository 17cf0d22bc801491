"""A tie on the board: the chair's own voice carries it, where the law or the statutes give her that (E14)."""

from dataclasses import replace

import pytest

from governance.assembly.facts import RollSealed
from governance.counting.tally import WHOLE
from governance.statutes.facts import Board, Form, Kind, Organ, Ruled, Scheme
from governance.vote.chair import side_of_chair
from governance.vote.close import CountVote
from governance.vote.facts import Choice, VoteClosed, VoteCounted
from governance.vote.open import OpenVote
from governance.vote.question import BOARD_OF_SA, rules_for
from governance.words import Day, Public
from tests.coop import IRIS, LEA, NOE, TOM, adopted, scic
from tests.gwt import given
from tests.rules.vote.test_voting import AG, R1, V1, VERSION, ballot, convened, opened, planned, roll, there

SAID, DENIED = (Ruled(value, Public("17")) for value in (True, False))
BOARD = replace(planned, organ=Organ.BOARD)
SEAL = RollSealed(AG, VERSION, 4, ((WHOLE, 4),))
sitting = tuple({planned: BOARD, convened[3]: SEAL}.get(fact, fact) for fact in convened)
four = (*roll, *map(there, (LEA, TOM, IRIS, NOE)))
asked = {"form": Form.SA, "scheme": Scheme(Organ.BOARD), "majority": BOARD_OF_SA}


def tied(*, chair, **changed):
    """Two for and two against; Léa, who chairs, as she is said to be."""
    against = Choice.AGAINST if chair is Choice.FOR else Choice.FOR
    voices = {LEA: chair, TOM: chair, IRIS: against, NOE: against}
    given_ballots = tuple(ballot(who, "", choice) for who, choice in voices.items())
    return (*sitting, *four, opened(**(asked | changed)), *given_ballots, VoteClosed(V1))


@pytest.mark.parametrize(
    ("chair", "changed", "adopted_"),
    [
        (Choice.FOR, {}, True),
        (Choice.AGAINST, {}, False),
        (Choice.FOR, {"casting_vote": DENIED}, False),
        (Choice.FOR, {"form": Form.SAS, "casting_vote": SAID}, True),
        (Choice.FOR, {"form": Form.SAS}, False),
    ],
)
def test_e14_her_ballot_carries_a_tie_where_she_has_a_casting_vote(chair, changed, adopted_):
    [counted] = given(*tied(chair=chair, **changed)).when(CountVote(V1, AG)).gained()

    assert isinstance(counted, VoteCounted)
    assert counted.count.adopted is adopted_


def test_no_voice_carries_a_tie_in_an_assembly():
    past = tied(chair=Choice.FOR, scheme=Scheme(Organ.ASSEMBLY))

    given(*past).when(CountVote(V1, AG, chair_for=True)).refused("no-casting-vote")
    assert not given(*past).when(CountVote(V1, AG)).gained()[0].count.adopted


@pytest.mark.parametrize(
    ("changed", "seen", "expected"), [({}, True, True), ({"secret": True}, None, None), ({}, None, None)]
)
def test_without_a_ballot_of_hers_she_is_where_she_was_seen(changed, seen, expected):
    assert side_of_chair([*four, *sitting], opened(**(asked | changed)), seen) is expected


def test_nobody_sees_her_in_a_secret_vote():
    past = (*sitting, *four, opened(**asked, secret=True), VoteClosed(V1))

    given(*past).when(CountVote(V1, AG, chair_for=True)).refused("chair-in-secret")


def test_the_vote_opens_with_what_the_statutes_say_of_her_voice():
    rules = adopted(replace(scic(), form=Form.SAS, board=Board(casting_vote=SAID)))
    hers = tuple(rules if fact is sitting[0] else fact for fact in sitting)

    [vote] = given(*hers, *four).when(OpenVote(V1, AG, R1, VERSION)).gained()

    assert (vote.casting_vote, vote.rules.casting_vote) == (SAID, SAID)


@pytest.mark.parametrize(("since", "older"), [("2004-05-01", True), ("2006-05-01", False), (None, False)])
def test_a_sarl_of_before_2005_keeps_its_older_majority(since, older):
    statutes = replace(scic(), form=Form.SARL, form_effective_from=since and Day(since), extraordinary=None)

    assert rules_for(statutes, planned, Kind.EXTRAORDINARY).before_2005 is older


def test_the_board_of_a_sa_decides_by_those_who_are_there():
    rules = rules_for(replace(scic(), form=Form.SA), BOARD, Kind.ORDINARY)

    assert (rules.majority, rules.scheme) == (BOARD_OF_SA, Scheme(Organ.BOARD))
