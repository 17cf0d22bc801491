"""The pages of the capital at 60,000 members: what is kept of each day, beside the sum of every movement."""

from datetime import datetime

from psycopg import Connection
from psycopg.rows import DictRow

from projections.capital import movements
from projections.membership.members import AsOf
from tests.bench.beside import Line, a_second, beside
from web.office import Office

TIMES = 10


def lines(office: Office, today: AsOf) -> list[Line]:
    summed = AsOf(today.day, datetime.max)
    return [
        beside(
            "the capital of 60,000 members and its curve, beside their sum",
            "≥ 5",
            lambda: overviews(office, today),
            lambda: overviews(office, summed),
        )
    ]


def overviews(office: Office, as_of: AsOf) -> float:
    """Pages a second, all their SQL counted."""

    def read(db: Connection[DictRow]) -> None:
        movements.totals(db, as_of)
        movements.heights(db, as_of)

    with office.reading() as db:
        return a_second(TIMES, lambda: [read(db) for _ in range(TIMES)])
