"""When the next révision of a cooperative is due, from its registers."""

from psycopg import Connection
from psycopg.rows import DictRow

from governance.assembly.year import COMPANIES
from governance.evidence.revision import PERIOD, NextRevision, next_revision
from governance.words import Day, Public
from projections.assembly import years
from projections.evidence import revisions
from projections.membership.members import AsOf
from projections.statutes import versions
from web.assemblies import rules
from web.capital.state import curve


def due(db: Connection[DictRow], day: Day) -> NextRevision | None:
    """As it is known on that day. None for whom neither the law nor the statutes want one, or who has no statutes."""
    version, began = rules.in_force(db, day), versions.first_day(db)
    if version is None or began is None:
        return None
    statutes = version[1]
    if statutes.form not in COMPANIES and not statutes.audit:
        return None
    period = statutes.audit.period_years if statutes.audit else None
    said = (period.value, period.article) if period else (PERIOD, Public(""))
    return next_revision(began, reviewed(db), *said, revisions.results(db), curve(db, AsOf(day)))


def reviewed(db: Connection[DictRow]) -> Day | None:
    """When members could read the last report or, where the year's page alone was told of it, when it was done."""
    told = [day for day in (revisions.last_opened(db), years.last_review(db)) if day]
    return max(told, default=None)
