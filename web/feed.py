"""« Mon agenda »: what awaits somebody, for her own calendar (RFC 5545), at a secret address that she may close."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from secrets import token_urlsafe

from icalendar import Calendar, Event
from psycopg import Connection
from psycopg.rows import DictRow
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from governance.words import MemberId, Office, PersonId
from projections import agenda
from projections.membership import members, offices, persons
from projections.paging import AsOf
from projections.vote import votes
from web import year
from web.agenda import Date, announced
from web.assemblies.address import begins
from web.counter import Page, found, office, visitor
from web.forms import new_gesture
from web.i18n import gettext as _
from web.mail.letters import one_line
from web.members import today
from web.notices import LENGTH
from web.pages import address, render
from web.visitor import digest, everybody, signed_in

HOUR = timedelta(hours=1)
CALENDAR = "text/calendar; charset=utf-8"


def show(request: Request) -> Response:
    with office(request).reading() as db:
        sentence = "select opened from public.calendar where person = %s"
        row = db.execute(sentence, [visitor(request).person]).fetchone()
    return render(request, "rights/calendar.html", {"opened": row and row["opened"], "new_gesture": new_gesture})


def open_one(request: Request, given: FormData) -> Response:
    """A new key takes the place of the former. It is shown once: the table keeps its digest."""
    key = token_urlsafe(32)
    with office(request).reading() as db:
        db.execute(
            "insert into public.calendar (person, digest) values (%s, %s)"
            " on conflict (person) do update set digest = excluded.digest, opened = clock_timestamp()",
            [visitor(request).person, digest(key)],
        )
    there = str(request.url.replace(path=address(request, "calendar", key=key), query=""))
    shown = {"opened": datetime.now(UTC), "there": there, "new_gesture": new_gesture}
    return render(request, "rights/calendar.html", shown)


def close(request: Request, given: FormData) -> Response:
    with office(request).reading() as db:
        db.execute("delete from public.calendar where person = %s", [visitor(request).person])
    return RedirectResponse(address(request, "my_calendar"), 303)


def feed(request: Request) -> Response:
    """Whoever has the address reads it: neither a link that lets in nor a choice stands in it."""
    with office(request).reading() as db:
        sentence = "select person from public.calendar where digest = %s"
        row = found(db.execute(sentence, [digest(request.path_params["key"])]).fetchone())
        person = PersonId(row["person"])
        known = found(persons.of(db, person))
        found(known["name"])  # forgotten: so is her calendar
        events = list(_events(request, db, person))
    calendar = Calendar.new(
        prodid="-//Palabre//FR",
        name=one_line(request.state.coop["name"]),
        subcomponents=events,
        refresh_interval=HOUR * 6,
    )
    return Response(calendar.to_ical(), media_type=CALENDAR, headers={"Cache-Control": "private, no-store"})


def _events(request: Request, db: Connection[DictRow], person: PersonId) -> Iterator[Event]:
    yield from (_meeting(request, row) for row in agenda.meetings_of(db, person))
    if reads_the_network(db, person):
        yield from (_shared(request, date) for date in announced(request, db) if date.held and date.day.full)
    yield from (_closing(request, row) for row in votes.waiting_for(db, person) if row["closes"])
    if offices.held(db, person, today()) & {Office.SECRETARY, Office.CHAIR}:
        yield from (_meeting(request, row) for row in agenda.to_convene(db))
        yield from (_duty(request, line) for line in year.coming(db, today()))


def _meeting(request: Request, row: DictRow) -> Event:
    at = begins(row)
    return _event(request, f"reunion-{row['id']}", row["title"], at, at + LENGTH, row["place"])


def reads_the_network(db: Connection[DictRow], person: PersonId) -> bool:
    """Whether she is a member, speaks for one or holds an office today."""
    spoken = offices.speaks_for(db, person, today()) or offices.held(db, person, today())
    return bool(spoken) or members.is_member(db, MemberId(person), AsOf(today()))


def _shared(request: Request, date: Date) -> Event:
    start, name = date.day.first, date.href.rpartition("/")[2]
    return _event(request, f"date-{name}", date.title, start, start + timedelta(days=1), date.place)


def _closing(request: Request, row: DictRow) -> Event:
    title = _("Fin du vote : %(title)s", title=row["title"])
    return _event(request, f"vote-{row['id']}", title, row["closes"] - HOUR, row["closes"])


def _duty(request: Request, line: year.Line) -> Event:
    last, until = line.due.last.first, line.due.last.first + timedelta(days=1)
    what = f"{line.due.duty.value}-{line.due.closing}"
    return _event(request, what, _("Dernier jour : %(title)s", title=line.title), last, until)


def _event(
    request: Request, what: str, title: str, start: date | datetime, end: date | datetime, place: str = ""
) -> Event:
    """Its identity is that of the thing: said again elsewhen, it moves in her calendar."""
    begin, finish = (each.astimezone(UTC) if isinstance(each, datetime) else each for each in (start, end))
    return Event.new(
        uid=f"{what}@{request.url.hostname}",
        stamp=datetime.now(UTC),
        summary=one_line(title),
        start=begin,
        end=finish,
        location=one_line(place) or None,
    )


routes = [
    Page("/mon-espace/agenda", "my_calendar", signed_in, show, open_one),
    Page("/mon-espace/agenda/fermeture", "close_calendar", signed_in, post=close),
    Page("/agenda/{key}.ics", "calendar", everybody, feed),
]
