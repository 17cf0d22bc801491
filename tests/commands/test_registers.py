"""palabre facts, status and rebuild: the record read line by line, its registers shown and made again."""

import json

import psycopg
import pytest

from tests.palabre import Palabre
from web.house import House


@pytest.fixture
def broken(coop: str, house: House) -> str:
    """A cooperative one of whose registers stopped."""
    with psycopg.connect(house.conninfo("palabre_" + coop.replace("-", "_"), "worker"), autocommit=True) as db:
        db.execute("update public.register set broken = 'ValueError: boum', position = 1 where name = 'persons'")
    return coop


def test_the_record_is_read_one_fact_a_line_and_tells_nothing_of_persons(palabre: Palabre, coop: str):
    lines = palabre("facts", coop).printed.splitlines()

    assert [line.split()[4] for line in lines] == ["RecordOpened", "PersonRegistered", "OfficeTaken"]
    assert "Léa" not in "".join(lines)


def test_a_machine_reads_what_came_after(palabre: Palabre, coop: str):
    [line] = palabre("facts", coop, "--after", "2", "--json").printed.splitlines()
    entry = json.loads(line)

    assert (entry["position"], entry["kind"], entry["by"]) == (3, "OfficeTaken", "palabre")
    assert entry["fact"]["office"] == "secretary"


def test_a_cooperative_that_stands_says_so(palabre: Palabre, coop: str):
    told = f"({coop})\n  3 faits\n  lettres à envoyer : 0, refusées : 0\n  registres à jour\n"

    assert told in palabre("status").printed


def test_a_register_that_stopped_is_shown_with_its_reason_then_made_again(palabre: Palabre, broken: str):
    assert "registre « persons » arrêté au fait n° 1 : ValueError: boum" in palabre("status").printed
    [shown] = [one for one in json.loads(palabre("status", "--json").printed)["cooperatives"] if one["slug"] == broken]
    assert {"name": "persons", "position": 1, "broken": "ValueError: boum"} in shown["registers"]

    left = palabre("rebuild", "persons", "--cooperative", broken)
    assert left.code == 0
    assert "3 faits relus" in left.printed
    assert "boum" not in palabre("status").printed


def test_letters_are_counted_as_they_wait_or_were_refused(palabre: Palabre, coop: str, house: House):
    with psycopg.connect(house.conninfo("palabre_" + coop.replace("-", "_"), "web"), autocommit=True) as db:
        letter = (
            "insert into public.outbox (purpose, recipient, subject, position, state)"
            " values ('signin', 'lea', '', 0, %s)"
        )
        for state in ("due", "due", "refused", "sent"):
            db.execute(letter, [state])

    [shown] = [one for one in json.loads(palabre("status", "--json").printed)["cooperatives"] if one["slug"] == coop]
    assert shown["letters"] == {"due": 2, "refused": 1, "sent": 1}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("rebuild", "zork"), "Aucun registre « zork »"),
        (("rebuild", "--cooperative", "zork"), "Aucune coopérative ne s’appelle « zork »"),
        (("facts", "zork"), "Aucune coopérative ne s’appelle « zork »"),
    ],
)
def test_what_is_not_there_is_said(palabre: Palabre, house: House, words: tuple[str, ...], sentence: str):
    left = palabre(*words)

    assert left.code == 1
    assert sentence in left.said
