"""A draft of statutes that nobody saved for six months is swept; the others stay."""

from tests.conftest import Database
from web.office import Office
from web.worker import tidy

SAVED = "insert into public.statutes_draft (id, at, answers) values (%s, clock_timestamp() - %s::interval, '{}')"


def test_a_draft_abandoned_for_six_months_is_swept(cooperative: Database):
    office = Office(cooperative.conninfo("worker"), cooperative.house.master_key())
    with Office(cooperative.conninfo("web"), cooperative.house.master_key()).reading() as db:
        for draft, age in (("old", "6 months 1 day"), ("young", "5 months")):
            db.execute(SAVED, [draft, age])

    tidy(office)

    with office.reading() as db:
        left = db.execute("select count(*) from public.statutes_draft where at is not null").fetchone()
    office.close()
    assert left["count"] == 1
