"""The seats of the board: those held, those vacant, and who may fill them until the assembly does."""

from dataclasses import replace

import pytest

from governance.membership.facts import OfficeTaken
from governance.membership.office import TakeOffice
from governance.membership.seats import Filling, Holder, filling, groups
from governance.statutes.facts import Board, Form, Ruled, Seats
from governance.words import CollegeId, Day, Office, PersonId, Public
from tests.coop import known, scic
from tests.gwt import given

ON, LATER = Day("2026-01-10"), Day("2026-02-20")
PASSEURS = {"garants": 9, "porteurs": 4, "salaries": 2, "beneficiaires": 1, "adherents": 1, "collectivites": 1}
SEATS = tuple(Seats(CollegeId(college), number, number, Public("15")) for college, number in PASSEURS.items())


def ruled(form=Form.SAS, **board):
    return replace(scic(), form=form, board=Board(**board))


def sitting(*colleges):
    return [Holder(PersonId(f"p{n}"), CollegeId(college)) for n, college in enumerate(colleges)]


def test_e24_of_eighteen_seats_the_collectivite_s_is_vacant_and_seventeen_are_in_office():
    there = [college for college, number in PASSEURS.items() for _ in range(number) if college != "collectivites"]

    found = groups(ruled(seats=SEATS), sitting(*there))

    assert [one.college for one in found if one.vacant] == ["collectivites"]
    assert sum(len(one.holders) for one in found) == 17


@pytest.mark.parametrize(
    ("form", "board", "there", "vacant", "beyond", "article"),
    [
        (Form.SA, {}, 2, 1, 0, "C.com L225-17"),
        (Form.SA, {}, 19, 0, 1, "C.com L225-17"),
        (Form.SAS, {"least": Ruled(5, Public("14")), "most": Ruled(7, Public("14"))}, 3, 2, 0, "14"),
        (Form.SAS, {"most": Ruled(7, Public("14"))}, 9, 0, 2, "14"),
        (Form.ASSOCIATION, {}, 3, 0, 0, ""),
    ],
)
def test_a_board_is_as_large_as_its_statutes_or_the_law_want(form, board, there, vacant, beyond, article):
    [bench] = groups(ruled(form, **board), sitting(*["benevoles"] * there))

    assert (bench.vacant, bench.beyond, bench.article) == (vacant, beyond, article)


def test_who_sits_for_a_college_without_seats_is_shown_apart():
    found = groups(ruled(seats=SEATS[:1], least=Ruled(11, Public("15"))), sitting("garants", "amis"))

    assert [(one.college, one.vacant, len(one.holders)) for one in found] == [("garants", 8, 1), (None, 1, 1)]


@pytest.mark.parametrize(
    ("form", "in_office", "expected"),
    [
        (Form.SA, 2, Filling.ASSEMBLY_AT_ONCE),
        (Form.SA, 4, Filling.BOARD_MUST),
        (Form.SA, 5, Filling.BOARD_MAY),
        (Form.SAS, 2, Filling.STATUTES),
    ],
)
def test_who_may_fill_a_vacancy_is_the_law_s_to_say(form, in_office, expected):
    assert filling(ruled(form, least=Ruled(5, Public("14"))), in_office) is expected


def test_whom_the_board_named_takes_her_office_again_once_the_assembly_ratified():
    seat = (PersonId("ana"), Office.BOARD)
    coopted = OfficeTaken(*seat, ON, provisional=True)

    given(known("ana"), coopted).when(TakeOffice(*seat, LATER)).then(OfficeTaken(*seat, LATER))
    given(known("ana"), coopted).when(TakeOffice(*seat, LATER, provisional=True)).then()
    given(known("ana"), OfficeTaken(*seat, ON)).when(TakeOffice(*seat, LATER)).then()
