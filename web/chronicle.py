"""The story of the cooperative: what whoever arrives must know, and everything between two days."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple

from babel.support import LazyProxy
from starlette.requests import Request
from starlette.responses import Response

from governance.words import Day
from projections import chronicle
from web.counter import Page, office
from web.edge.inputs import partial_day
from web.i18n import day, ngettext
from web.i18n import lazy_gettext as _
from web.pages import address, render
from web.visitor import Visitor, members_and_officers

Row = Mapping[str, Any]

SAID: Mapping[str, LazyProxy] = {
    "statutes": _("Statuts en vigueur"),
    "assembly": _("Assemblée générale"),
    "decision": _("Décision n° %(more)s"),
    "project": _("Projet lancé"),
    "reached": _("Jalon atteint"),
    "postponed": _("Jalon reporté"),
    "gathering": _("Réunion d’acteurs"),
    "group": _("Groupe formé"),
    "label": _("Label visé"),
    "dossier": _("Dossier de preuves scellé"),
}
# Where each is told whole: the name of its page and of what the page is asked.
PAGES = {
    "statutes": ("version", "version"),
    "assembly": ("assembly", "assembly"),
    "decision": ("decision", "decision"),
    "project": ("project", "project"),
    "reached": ("milestone", "milestone"),
    "postponed": ("milestone", "milestone"),
    "gathering": ("gathering", "meeting"),
    "group": ("group", "group"),
    "label": ("label", "label"),
}


EVER = Day("1800"), Day.of(date.max)


class Moment(NamedTuple):
    """Something that happened, in words; `href`: where it is told whole, or nothing."""

    when: str
    what: str
    title: str
    more: str
    href: str


class Year(NamedTuple):
    year: str
    summary: list[str]
    moments: list[Moment]


def show(request: Request) -> Response:
    asked, first, last, wrong = asked_days(request)
    with office(request).reading() as db:
        if wrong or any(asked.values()):
            rows = [] if wrong else chronicle.between(db, first, last)
            learnt = [] if wrong else list(_moments(request, chronicle.learnt(db, first, last)))
            return _page(request, asked, _by_year(request, rows, {}), len(rows), wrong, learnt)
        sums = {row["year"]: _summary(row) for row in chronicle.years(db)}
        rows = chronicle.story(db)
    return _page(request, asked, _by_year(request, rows, sums), len(rows))


def asked_days(request: Request) -> tuple[dict[str, str], Day, Day, str]:
    """`?du=2025&au=2026-03`: what was typed, the two days, as far as there are any where nothing was; what is wrong."""
    asked = {name: request.query_params.get(name, "").strip() for name in ("du", "au")}
    try:
        first, last = (partial_day(asked[name]) if asked[name] else None for name in ("du", "au"))
    except ValueError as fault:
        return asked, EVER[0], EVER[1], str(fault)
    return asked, first or EVER[0], last or EVER[1], ""


def _page(
    request: Request,
    asked: Mapping[str, str],
    years: list[Year],
    rows: int,
    wrong: str = "",
    learnt: Sequence[Moment] = (),
) -> Response:
    told = {"asked": asked, "years": years, "cut": rows == chronicle.MOST, "wrong": wrong, "learnt": learnt}
    return render(request, "evidence/chronicle.html", told, 422 if wrong else 200)


def _by_year(request: Request, rows: Iterable[Row], sums: Mapping[str, list[str]]) -> list[Year]:
    """A year that has only sums is told too."""
    told = {year: list(_moments(request, each)) for year, each in groupby(rows, lambda row: row["happened"][:4])}
    return [Year(year, sums.get(year, []), told.get(year, [])) for year in sorted(told.keys() | sums.keys())]


def _moments(request: Request, rows: Iterable[Row]) -> Iterator[Moment]:
    for row in rows:
        if row["what"] in ("joined", "left"):
            yield Moment(day(row["happened"]), _people(row["what"], int(row["more"])), "", "", "")
        else:
            more = row["more"] if row["what"] == "postponed" else ""
            said = str(SAID[row["what"]]) % {"more": row["more"]}
            title = "" if row["what"] == "statutes" else row["title"]
            yield Moment(day(row["happened"]), said, title, more, _where(request, row))


def _where(request: Request, row: Row) -> str:
    visitor: Visitor = request.state.who
    if row["what"] == "dossier":
        return address(request, "dossier", dossier=row["id"]) if visitor.offices else ""
    page, name = PAGES[row["what"]]
    return address(request, page, **{name: row["id"]})


def _people(what: str, many: int) -> str:
    if what == "joined":
        return ngettext("%(num)s arrivée", "%(num)s arrivées", many)
    return ngettext("%(num)s départ", "%(num)s départs", many)


def _summary(row: Row) -> list[str]:
    """What a year adds up to, without what did not happen."""
    told = [
        (row["joined"], _people("joined", row["joined"])),
        (row["gone"], _people("left", row["gone"])),
        (row["decisions"], ngettext("%(num)s décision", "%(num)s décisions", row["decisions"])),
        (row["gatherings"], ngettext("%(num)s réunion d’acteurs", "%(num)s réunions d’acteurs", row["gatherings"])),
        (row["postponed"], ngettext("%(num)s report", "%(num)s reports", row["postponed"])),
    ]
    return [words for many, words in told if many]


routes = [Page("/chronologie", "chronicle", members_and_officers, show)]
