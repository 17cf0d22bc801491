"""A register of sixty thousand lines taken over: rehearsed, then carried out."""

import csv
from collections.abc import Callable
from io import StringIO
from threading import Event
from time import perf_counter

from governance.command import PALABRE
from governance.membership.facts import OfficeTaken
from governance.words import Day, Office, PersonId, Public
from projections.follower import Follower
from projections.registers import REGISTERS
from tests.bench.beside import Line
from tests.conftest import Database
from tests.hall import adopted
from tests.office import open_office
from web.office import Office as Counter
from web.takeover import drafts
from web.takeover.carry_out import carry_out
from web.takeover.rehearsal import Rehearsal, Source

MANY = 60_000
HEAD = ("N°", "Nom", "Prénom", "Catégorie", "Collège", "Date d’entrée", "Nb parts", "Capital", "E-mail")
PLACES = {field: {"benevoles": "Bénévoles"} for field in ("categories", "colleges")}
SOURCE = Source(PersonId("irene"), Public("Registre"), "draft", Day("2025-12-31"), 212)


def lines(database: Database) -> list[Line]:
    with open_office(database) as office:
        held = OfficeTaken(SOURCE.by, Office.SECRETARY, Day("2000"))
        office.record.enter([adopted, held], PALABRE, "past")
        Follower(office.record, office.vault, database.conninfo("worker"), REGISTERS).catch_up()
        rehearsed = seconds(lambda: rehearse(office))
        carried = seconds(lambda: carry(office))
    return [
        Line(f"{MANY:,} lines of a register rehearsed", "≤ 60", rehearsed, (MANY / rehearsed,), "s"),
        Line(f"{MANY:,} lines taken over, five facts each", "≤ 300", carried, (MANY / carried,), "s"),
    ]


def seconds(act: Callable[[], None]) -> float:
    start = perf_counter()
    act()
    return perf_counter() - start


def rehearse(office: Counter) -> None:
    with office.reading() as db:
        drafts.bring(db, office.vault, SOURCE, register(), PLACES)
        draft = drafts.of(db, SOURCE.draft)
        sheet = drafts.sheet(db, office.vault, draft)
    taken = Rehearsal(office, sheet, draft.layout, SOURCE).taken
    assert len(taken) == MANY
    with office.reading() as db:
        drafts.confirm(db, SOURCE.draft, [line.line for line in taken], SOURCE.by)


def carry(office: Counter) -> None:
    while True:
        carry_out(office, Event())
        with office.reading() as db:
            if drafts.of(db, SOURCE.draft).state == "done":
                return


def register() -> bytes:
    text = StringIO()
    rows = (
        (n, f"Nom{n}", "Zoé", "Bénévoles", "benevoles", "01/02/2014", 1, "50,00", f"p{n}@example.org")
        for n in range(MANY)
    )
    csv.writer(text, delimiter=";").writerows([HEAD, *rows])
    return text.getvalue().encode("cp1252")
