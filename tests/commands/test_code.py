"""palabre code: a secretary who is locked out comes in again."""

import re

import pytest
from starlette.testclient import TestClient

from governance.command import PALABRE, Command
from governance.membership.office import TakeOffice
from governance.membership.person import RegisterPerson
from governance.words import Clear, Day, Office, PersonId, Said
from tests.commands.conftest import facts_of
from tests.palabre import Palabre
from web.app import create_app
from web.commands import follower_of, office_of, the_cooperative
from web.house import House

CODE = re.compile(r"[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}")


def chair(house: House, slug: str, who: str, name: str, until: Day | None = None) -> None:
    person(house, slug, who, name, TakeOffice(PersonId(who), Office.CHAIR, Day("2020-01-01"), until))


def person(house: House, slug: str, who: str, name: str, *acts: Command) -> None:
    made, here = the_cooperative(house, slug), PersonId(who)
    registered = RegisterPerson(here, Clear(here, Said.NAME, name))
    with office_of(house, made) as office:
        for rank, act in enumerate((registered, *acts)):
            office.record.execute(act, PALABRE, f"{who}-{rank}")
    with follower_of(house, made) as follower:
        follower.catch_up()


@pytest.mark.parametrize("asked", ["Léa Œuvrard", "léa œuvrard", "creation.secretaire"])
def test_a_secretary_comes_in_once_with_the_code_that_is_printed(palabre: Palabre, coop: str, house: House, asked: str):
    before = facts_of(house, coop)

    left = palabre("code", coop, asked)

    assert left.code == 0
    [code] = CODE.findall(left.printed)
    app = create_app(house)
    with TestClient(app, base_url="http://127.0.0.1") as visitor:
        door = visitor.post(f"/{coop}/connexion/code", data={"code": code, "gesture": "0" * 32})
        assert "Bonjour, Léa Œuvrard" in visitor.post(door.url.path, data={}).text
        assert visitor.post(door.url.path, data={}).status_code == 410
    app.state.offices.close()
    assert facts_of(house, coop) == before


def test_only_whoever_holds_an_office_today_is_let_in_this_way(palabre: Palabre, coop: str, house: House):
    person(house, coop, "noe", "Noé Vars")
    chair(house, coop, "ines", "Inès Rame", until=Day("2020-12-31"))

    for asked in ("Noé Vars", "Inès Rame", "nobody"):
        left = palabre("code", coop, asked)
        assert (left.code, left.printed) == (1, "")
        assert "creation.secretaire  Léa Œuvrard" in left.said
        assert "Vars" not in left.said


def test_two_of_one_name_are_told_apart_by_their_identifiers(palabre: Palabre, coop: str, house: House):
    chair(house, coop, "lea2", "Léa Œuvrard")

    left = palabre("code", coop, "Léa Œuvrard")

    assert left.code == 1
    assert "Plusieurs portent ce nom" in left.said
    assert palabre("code", coop, "lea2").code == 0


def test_a_cooperative_that_is_not_there_is_told(palabre: Palabre, house: House):
    left = palabre("code", "nulle-part", "Léa")

    assert left.code == 1
    assert "palabre status" in left.said
