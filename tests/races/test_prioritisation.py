"""Thirty people place their notes at once, each in a hurry: nobody goes beyond her budget."""

from collections import Counter
from functools import partial

import pytest

from governance.network.prioritise import PlaceNote
from governance.network.priority_facts import Colour, NoteId, NotePlaced
from governance.words import PersonId, Public
from tests.conftest import Database
from tests.gwt import SECRETARY, in_office
from tests.races.racing import refusals, together, two_records
from tests.rules.network.test_prioritise import NETS, VICHY, opened

PEOPLE = [PersonId(f"p{number}") for number in range(30)]


@pytest.fixture
def records(durable_cooperative: Database):
    with two_records(durable_cooperative) as records:
        records[0].enter([in_office, opened], SECRETARY, "past")
        yield records


def test_thirty_people_place_four_pink_notes_each_and_three_are_kept(records):
    def note(person: PersonId, rank: int) -> PlaceNote:
        return PlaceNote(NoteId(f"{person}.{rank}"), VICHY, NETS, Colour.PINK, Public("Une idée"), person)

    acts = [
        partial(records[rank % 2].execute, note(person, rank), person, f"{person}.{rank}")
        for rank in range(4)
        for person in PEOPLE
    ]

    answers = together(acts)

    placed = [entry.fact for entry in records[0].entries() if isinstance(entry.fact, NotePlaced)]
    assert Counter(fact.person for fact in placed) == dict.fromkeys(PEOPLE, 3)
    assert refusals(answers) == ["no-note-left"] * 30
