"""A circle answers at once while somebody closes, and while somebody changes the proposal."""

from functools import partial

import pytest

from governance.vote.deliberate import CloseDeliberation, OpenRound
from governance.vote.deliberation_facts import Answered, DeliberationClosed, DeliberationOpened
from governance.vote.methods import Method
from governance.vote.take_part import TakePartMyself
from governance.words import DeliberationId, PersonId, Public
from tests.conftest import Database
from tests.gwt import SECRETARY, in_office
from tests.races.racing import refusals, together, two_records

D = DeliberationId("d")
CIRCLE = tuple(PersonId(f"p{rank}") for rank in range(8))
OPTIONS = (Public("Avril"), Public("Mai"))


@pytest.fixture
def records(durable_cooperative: Database):
    with two_records(durable_cooperative) as records:
        yield records


def held(records, method, options, *acts):
    """The deliberation open, everybody's answer and the act that meets them given at once: what was refused."""
    opened = DeliberationOpened(D, method, Public("La date"), Public(""), CIRCLE, options)
    records[0].enter([in_office, opened], PersonId("test"), "past")
    half = len(acts) // 2
    given = [*acts[1 : half + 1], acts[0], *acts[half + 1 :]]
    calls = [partial(records[n % 2].execute, act, by, f"act{n}") for n, (act, by) in enumerate(given)]
    return refusals(together(calls))


def told(records, kind):
    return [entry.fact for entry in records[0].entries() if isinstance(entry.fact, kind)]


@pytest.mark.parametrize("round_", range(3))
def test_an_answer_is_in_the_result_or_refused(records, round_):
    answers = [(TakePartMyself(D, person, marks=(1, 0)), person) for person in CIRCLE]

    refused = held(records, Method.APPROVAL, OPTIONS, (CloseDeliberation(D), SECRETARY), *answers)

    [result] = told(records, DeliberationClosed)
    assert set(refused) <= {"deliberation-closed"}
    assert result.ballots == len(CIRCLE) - len(refused) == len(told(records, Answered))


@pytest.mark.parametrize("round_", range(3))
def test_a_round_begins_once_everybody_has_spoken_and_nobody_speaks_twice(records, round_):
    words = [(TakePartMyself(D, person, 1), person) for person in (*CIRCLE, *CIRCLE[:4])]

    refused = held(records, Method.CONSENT, (), (OpenRound(D, 2, Public("En mai.")), SECRETARY), *words)

    spoken = [fact.person for fact in told(records, Answered)]
    assert sorted(spoken) == sorted(CIRCLE)
    assert set(refused) <= {"already-spoken", "round-has-moved", "round-not-over"}
