"""What may be tried a few times in a quarter of an hour and no more: who counts, and who is told to wait."""

from psycopg import Connection
from psycopg.rows import DictRow

MOST = 5


def tried(db: Connection[DictRow], what: str) -> None:
    db.execute("insert into public.attempt (what) values (%s)", [what])


def too_often(db: Connection[DictRow], what: str) -> bool:
    recent = (
        "select count(*) as times from public.attempt where what = %s and at > clock_timestamp() - interval '15 min'"
    )
    [row] = db.execute(recent, [what])
    return bool(row["times"] >= MOST)
