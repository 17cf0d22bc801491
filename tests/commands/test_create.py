"""palabre create: a cooperative, its record, and somebody who may come in."""

import re

import pytest
from starlette.testclient import TestClient

from governance.command import PALABRE
from governance.statutes.facts import RecordOpened
from governance.statutes.open import OpenRecord
from governance.words import Public
from tests.commands.conftest import facts_of
from tests.palabre import Palabre
from web.app import create_app
from web.commands import office_of
from web.house import House

SECRETARY = ("--secretaire", "Léa Œuvrard")
CODE = re.compile(r"[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}")


def kinds(house: House, slug: str) -> list[str]:
    return [fact.split()[0] for fact in facts_of(house, slug)]


def test_the_first_secretary_comes_in_with_the_code_that_is_printed(palabre: Palabre, slug: str, house: House):
    left = palabre("create", slug, "La coop", *SECRETARY, "--courriel", "lea@example.org")

    assert left.code == 0
    [code] = CODE.findall(left.printed)
    app = create_app(house)
    with TestClient(app, base_url="http://127.0.0.1") as visitor:
        door = visitor.post(f"/{slug}/connexion/code", data={"code": code.lower(), "gesture": "0" * 32})
        assert "Léa Œuvrard" in door.text
        assert "Bonjour, Léa Œuvrard" in visitor.post(door.url.path, data={}).text
        assert visitor.post(door.url.path, data={}).status_code == 410
    app.state.offices.close()


def test_its_record_opens_with_three_facts_and_no_name(palabre: Palabre, slug: str, house: House):
    palabre("create", slug, "La coop", *SECRETARY, "--courriel", "lea@example.org")

    assert kinds(house, slug) == ["RecordOpened", "PersonRegistered", "OfficeTaken"]
    assert not any(said in fact for fact in facts_of(house, slug) for said in ("Léa", "example.org"))


def test_a_creation_that_was_interrupted_is_taken_up(palabre: Palabre, slug: str, house: House):
    made = house.make(slug, "La coop")
    with office_of(house, made) as office:
        office.record.execute(OpenRecord(Public("La coop"), False), PALABRE, "creation.journal")

    assert palabre("create", slug, "La coop", *SECRETARY).code == 0
    assert kinds(house, slug) == ["RecordOpened", "PersonRegistered", "OfficeTaken"]


def test_until_it_has_a_secretary_nobody_comes_in(slug: str, house: House):
    house.make(slug, "La coop")

    with TestClient(create_app(house), base_url="http://127.0.0.1") as visitor:
        assert visitor.get(f"/{slug}/connexion").status_code == 404
    house.inaugurate(slug)


def test_a_demonstration_says_so_and_opens_before_the_past_that_it_will_be_given(
    palabre: Palabre, slug: str, house: House
):
    palabre("create", slug, "La coop", *SECRETARY, "--demonstration")

    first, *_ = facts_of(house, slug)
    assert first.startswith(RecordOpened.__name__)
    assert '"demonstration":true' in first
    assert '"on":"2000-01-01"' in facts_of(house, slug)[-1]


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("Coop!", "La coop", *SECRETARY), 3, "ne peut pas nommer une coopérative"),
        (("modele", "La coop", *SECRETARY), 3, "existe déjà"),
        (("neuve", "La coop", *SECRETARY, "--courriel", "lea"), 1, "adresse électronique"),
        (("neuve", "La coop", "--secretaire", " "), 1, "obligatoire"),
        (("neuve", "La coop"), 2, "Il manque"),
    ],
)
def test_what_cannot_be_created_is_refused_in_a_sentence(
    palabre: Palabre, house: House, words: tuple[str, ...], code: int, sentence: str
):
    left = palabre("create", *words)

    assert (left.code, left.printed) == (code, "")
    assert sentence in left.said
    assert "neuve" not in [known.slug for known in house.cooperatives()]
