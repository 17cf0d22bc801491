"""The capital of a day: what it is, its curve, the floor and how it is found, what public bodies have of it."""

from collections.abc import Iterator
from fractions import Fraction

from starlette.requests import Request
from starlette.responses import Response

from governance.capital.curve import Floor
from governance.statutes.standing import quotes
from governance.words import Cents
from projections.capital import movements
from projections.statutes import versions
from web.capital.state import State, state
from web.counter import Page, office
from web.i18n import day, euros, part
from web.i18n import gettext as _
from web.members import as_of, as_read
from web.pages import render
from web.pictures.capital import Height, Heights, capital_curve
from web.visitor import members_and_officers
from web.words import cited


def index(request: Request) -> Response:
    when = as_of(request)
    with office(request).reading() as db:
        now, totals = state(db, when), movements.totals(db, when)
        known = {
            "totals": totals,
            "held": Fraction(totals["public"], totals["subscribed"]) if totals["subscribed"] else Fraction(0),
            "curve": capital_curve(_heights(now)) if now.curve.points else "",
            "unread": versions.unread(db, when.day),
        }
    told = {"now": now, "floor": list(_floor(now)), "cited": cited}
    return render(request, "capital/index.html", {**as_read(request), **known, **told})


def _heights(now: State) -> Heights:
    heights = [Height(point.on, point.capital) for point in now.curve.points]
    return Heights(heights, now.day, now.floor.amount if now.floor else None)


def _floor(now: State) -> Iterator[tuple[str, ...]]:
    """How the floor is found, step by step, so that anybody can: sentence, article, words of the statutes."""
    if now.rules is None or now.floor is None:
        return
    minimum, capital = now.floor.minimum, now.curve.at(now.day)
    said = now.rules.minimum
    yield _("Capital minimum des statuts : %(amount)s.", amount=euros(minimum)), cited(said.article), said.quote
    yield _highest(now), cited("L47 art. 13")
    yield _taken(now.floor), cited(now.floor.part_article), quotes(now.rules).get(now.floor.part_article, "")
    yield _("Le plancher est le plus haut des deux : %(amount)s.", amount=euros(now.floor.amount)), ""
    figures = {"capital": euros(capital), "left": euros(Cents(max(0, capital - now.floor.amount)))}
    yield _("Le capital est de %(capital)s : on peut en annuler %(left)s.", **figures), ""


def _highest(now: State) -> str:
    """The highest capital ever: it never comes down, whatever the capital does."""
    highest = now.curve.highest(now.day)
    reached = next((point.on for point in now.curve.points if point.capital == highest), None)
    if reached is None:
        return _("Le plus haut capital jamais atteint, au registre papier : %(amount)s.", amount=euros(highest))
    return _("Le plus haut capital jamais atteint : %(amount)s, le %(day)s.", amount=euros(highest), day=day(reached))


def _taken(floor: Floor) -> str:
    return _(
        "%(part)s de %(highest)s font %(amount)s.",
        part=part(floor.part),
        highest=euros(floor.highest),
        amount=euros(Cents(-(-floor.part * floor.highest // 1))),
    )


routes = [Page("/capital", "capital", members_and_officers, index)]
