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
from web.takeover import drafts, kept
from web.takeover.acts import Source
from web.takeover.carry_out import carry_out
from web.takeover.drafts import Draft
from web.takeover.pages import ROWS
from web.takeover.rehearsal import TOGETHER

MANY = 60_000
HEAD = ("N°", "Nom", "Prénom", "Catégorie", "Collège", "Date d’entrée", "Nb parts", "Capital", "E-mail")
PLACES = {field: {"benevoles": "Bénévoles"} for field in ("categories", "colleges")}
SOURCE = Source(PersonId("irene"), Public("Registre"), "draft", Day("2025-12-31"), 212)


def lines(database: Database) -> list[Line]:
    with open_office(database) as office:
        held = OfficeTaken(SOURCE.by, Office.SECRETARY, Day("2000"))
        office.record.enter([adopted, held], PALABRE, "past")
        Follower(office.record, office.vault, database.conninfo("worker"), REGISTERS).catch_up()
        bring(office)
        rehearsed = seconds(lambda: kept.rehearse(office, brought(office)))
        first = seconds(lambda: page(office, 0))
        last = seconds(lambda: page(office, MANY - ROWS))
        bare = seconds(lambda: insert(office))
        carried = seconds(lambda: carry(office))
    beside = "beside as many bare insertions"
    return [
        Line(f"{MANY:,} lines rehearsed, {beside}", "≤ 30", rehearsed / bare, pair(rehearsed, bare)),
        Line(f"a page of them, the last beside the first: {ROWS} rows", "≤ 3", last / first, (1 / last, 1 / first)),
        Line(f"{MANY:,} lines taken over, {beside}", "≤ 60", carried / bare, pair(carried, bare)),
    ]


def pair(ours: float, other: float) -> tuple[float, float]:
    return MANY / ours, MANY / other


def seconds(act: Callable[[], object]) -> float:
    start = perf_counter()
    act()
    return perf_counter() - start


def bring(office: Counter) -> None:
    with office.reading() as db:
        drafts.bring(db, office.vault, SOURCE, register(), PLACES)


def brought(office: Counter) -> Draft:
    with office.reading() as db:
        return drafts.of(db, SOURCE.draft)


def page(office: Counter, after: int) -> None:
    with office.reading() as db:
        kept.outlook(db, office.vault, SOURCE.draft)
        assert len(kept.lines(db, office.vault, SOURCE.draft, "taken", after, ROWS)) == ROWS


def insert(office: Counter) -> None:
    """A hundred at once, as the acts are written, three rows a line."""
    with office.reading() as db:
        db.execute("create temporary table bare (id bigint generated always as identity, said jsonb, tags text[])")
        for _ in range(MANY // TOGETHER):
            rows = [('{"kind": "MemberAdmitted", "on": "2014-02-01"}', ["a", "b", "c"])] * (3 * TOGETHER)
            with db.cursor() as cursor:
                cursor.executemany("insert into bare (said, tags) values (%s, %s)", rows)


def carry(office: Counter) -> None:
    draft = brought(office)
    with office.reading() as db:
        assert drafts.confirm(db, draft.id, draft.seen, draft.stands, SOURCE.by)
    carry_out(office, Event())
    assert (brought(office).state, brought(office).refused) == ("done", [])


def register() -> bytes:
    text = StringIO()
    rows = (
        (n, f"Nom{n}", "Zoé", "Bénévoles", "benevoles", "01/02/2014", 1, "50,00", f"p{n}@example.org")
        for n in range(MANY)
    )
    csv.writer(text, delimiter=";").writerows([HEAD, *rows])
    return text.getvalue().encode("cp1252")
