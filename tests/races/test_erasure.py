"""Two persons answer the same request at once: both are heard, and it is erased once."""

from functools import partial

import pytest

from governance.membership.facts import ContactErased, OfficeTaken
from governance.rights.erase import DecideErasure
from governance.rights.facts import ErasureDecided, ErasureRequested, RequestId, Scope
from governance.words import Day, Office, PersonId, Sealed
from tests.conftest import Database
from tests.coop import known
from tests.gwt import SECRETARY, in_office
from tests.races.racing import refusals, together, two_records

LEA, CHAIR, BOARD = PersonId("lea"), PersonId("chair"), PersonId("board")
ASKED, WHY = RequestId("r1"), Sealed("ab" * 32)
OFFICERS = (OfficeTaken(CHAIR, Office.CHAIR, Day("2000")), OfficeTaken(BOARD, Office.BOARD, Day("2000")))


@pytest.fixture
def records(durable_cooperative: Database):
    with two_records(durable_cooperative) as records:
        asked = ErasureRequested(ASKED, LEA, Scope.CONTACT, Day("2026-03-01"))
        records[0].enter([in_office, *OFFICERS, known("lea"), asked], PersonId("test"), "past")
        yield records


def deciding(records, *who: PersonId, agrees: bool = True):
    decide = DecideErasure(ASKED, LEA, agrees, WHY)
    return [partial(records[n % 2].execute, decide, by, f"act{n}") for n, by in enumerate(who)]


def counted(records, kind: type) -> int:
    return sum(isinstance(entry.fact, kind) for entry in records[0].entries())


@pytest.mark.parametrize("round_", range(3))
def test_two_persons_at_once_erase_once(records, round_):
    answers = together(deciding(records, SECRETARY, CHAIR))

    assert refusals(answers) == []
    assert counted(records, ContactErased) == 1


@pytest.mark.parametrize("round_", range(3))
def test_three_persons_at_once_are_two(records, round_):
    answers = together(deciding(records, SECRETARY, CHAIR, BOARD))

    assert refusals(answers) == ["request-answered"]
    assert (counted(records, ErasureDecided), counted(records, ContactErased)) == (2, 1)


@pytest.mark.parametrize("round_", range(3))
def test_one_person_in_two_browsers_is_one(records, round_):
    answers = together(deciding(records, CHAIR, CHAIR))

    assert refusals(answers) == ["another-person-decides"]
    assert counted(records, ContactErased) == 0
