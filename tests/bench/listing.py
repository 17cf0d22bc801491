"""The register of members in each order, searched, as files: beside the page that everybody reads."""

import csv
from tempfile import TemporaryFile

from projections.membership.members import AsOf
from projections.membership.roster import ORDERS, counts, page, whole
from projections.paging import Sought
from tests.bench.beside import Line, a_second, beside
from tests.documents.samples import AT, COOPERATIVE
from web.office import Office
from web.registers import said
from web.roster import told
from web.sheets import FORMATS
from web.tables import Column, Shape, Table

SEARCHED = ("martin", "matieu lefevre", "mar", "zoe monmartin", "dupnt", "helene", "personne", "d")
COLUMNS = (
    Column("name", "Nom"),
    Column("siren", "SIREN"),
    Column("college", "Collège"),
    Column("category", "Catégorie"),
    Column("since", "Depuis", Shape.DAY),
)


def lines(office: Office, today: AsOf) -> list[Line]:
    usual = [Sought(today)]
    orders = [Sought(today, order=order, falling=falling) for order in ORDERS for falling in (False, True)]
    searched = [Sought(today, words=words) for words in SEARCHED]
    return (
        [
            beside(
                f"{what}, beside the usual page", least, lambda a=asked: read(office, a), lambda: read(office, usual)
            )
            for what, least, asked in (
                ("a page of 100 of 60,000 members in any order", "≥ 0.5", orders),
                ("a name searched among 60,000, with its slips", "≥ 0.3", searched),
                ("a small collège of 60,000 members", "≥ 0.5", [Sought(today, only={"college": "nobody"})]),
            )
        ]
        + [
            beside(
                "the 300th page, forth by its key", "≥ 0.5", lambda: far(office, today), lambda: read(office, usual)
            ),
            beside(
                "how many members, on its own", "≥ 1", lambda: told_counts(office, today), lambda: read(office, usual)
            ),
        ]
        + [
            beside(
                f"60,000 members as {ending.upper()}, beside a bare cursor to CSV",
                least,
                lambda e=ending: written(office, today, e),
                lambda: bare(office, today),
            )
            for ending, least in (("csv", "≥ 0.2"), ("xlsx", "≥ 0.05"), ("ods", "≥ 0.02"))
        ]
    )


def read(office: Office, asked: list[Sought]) -> float:
    """Pages a second, all their SQL counted."""
    with office.reading() as db:
        return a_second(4 * len(asked), lambda: [page(db, one) for one in asked * 4])


def far(office: Office, today: AsOf) -> float:
    """Pages a second, of a register that was turned 299 times."""
    with office.reading() as db:
        [last] = db.execute("select sort_key, id from person order by sort_key, id offset 29899 limit 1")
        key = (last["sort_key"], last["id"])
        return a_second(4, lambda: [page(db, Sought(today), key) for _ in range(4)])


def told_counts(office: Office, today: AsOf) -> float:
    with office.reading() as db:
        return a_second(4, lambda: [counts(db, today) for _ in range(4)])


def written(office: Office, today: AsOf, ending: str) -> float:
    """Rows a second, from the register to a file."""
    asked = Sought(today)
    with office.reading() as db, TemporaryFile() as file:
        rows = told(db, asked, whole(db, asked))
        table = Table("registre-des-membres", "Registre des membres", COLUMNS, rows, said(asked))
        return a_second(60_000, lambda: FORMATS[ending].write(table, file, COOPERATIVE, AT))


def bare(office: Office, today: AsOf) -> float:
    with office.reading() as db, TemporaryFile("w+", newline="") as file:
        rows = (row.values() for row in whole(db, Sought(today)))
        return a_second(60_000, lambda: csv.writer(file, delimiter=";").writerows(rows))
