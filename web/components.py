"""Every component in every state, on one page: in development only."""

from datetime import date
from enum import Enum
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

from pydantic import BaseModel
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from governance.words import Cents, Day
from web.edge.inputs import Amount, Clock, Count, Email, FrenchDay, Name, PartialDay, Phone, Siren, Text
from web.forms import Form, blank, read
from web.i18n import gettext as _
from web.pages import render
from web.pictures.capital import Height, Heights, capital_curve
from web.pictures.frise import State, Step, frise
from web.pictures.hemicycle import Seats, hemicycle
from web.pictures.quorum import Attendance, quorum_gauge
from web.pictures.result import CollegeVoices, Outcome, result_by_college
from web.pictures.turnout import Voted, turnout


class Voice(Enum):
    FOR = "for"
    AGAINST = "against"
    ABSTENTION = "abstention"


class Ballot(BaseModel):
    voice: Voice


class Application(BaseModel):
    """A field of each kind."""

    name: Name
    siren: Siren | None = None
    email: Email
    phone: Phone | None = None
    born: FrenchDay
    since: PartialDay | None = None
    at: Clock | None = None
    amount: Amount
    shares: Count
    college: str
    interests: list[str] = []
    why: Text | None = None
    agreed: bool = False


WRONG = FormData(
    gesture="0" * 32, name="L’« Épicerie » d’<b>Ici</b> 🌱 مقهى", siren="123456789", email="nom@", born="31/02/2026",
    amount="1.234", shares="deux", college="", why="Pour être là.",
)  # fmt: skip


def show(request: Request) -> Response:
    return render(request, "components/show.html", sample(request, blank(Application, amount="1 234,50")))


async def send(request: Request) -> Response:
    """The same page with what was typed: nothing is lost, nothing is kept."""
    form = read(Application, await request.form())
    if form.value:
        form.refused("name", _("Cette organisation est déjà membre.")).value = None
    return render(request, "components/show.html", sample(request, form), 422)


def sample(request: Request, form: Form[Application]) -> dict[str, Any]:
    """All that the page shows, about a cooperative that does not exist."""
    request.state.who = SimpleNamespace(name="Inès Vauclair", offices=(), invitation=None)
    request.state.coop = SimpleNamespace(name="La Coopérative des Trois Vallées", slug="vallees", demonstration=True)
    request.state.messages = [("done", _("Votre vote est enregistré."))]
    return {
        "form": form,
        "wrong": read(Application, WRONG),
        "ballot": blank(Ballot),
        "chosen": blank(Ballot, voice=Voice.FOR),
        "member_rows": MEMBERS,
        "days": (Day("2026-12-01"), Day("2017-11"), Day("2017")),
        "amounts": (Cents(123450), Cents(2000)),
        "weight": Fraction(200, 3),
        "pictures": pictures(),
    }


MEMBERS = [
    ("1", "Épicerie du Col", "Usagers", "4", Cents(8000)),
    ("2", "Atelier de réparation de la vallée de l’Ubaye et du Guil", "Producteurs", "1 250", Cents(2500000)),
    ("3", "Vauclair, Inès", "Salariés", "1", Cents(2000)),
]


CAPITAL = Heights(
    [
        Height(Day("2019-03-01"), Cents(20_000_00)),
        Height(Day("2021-06-15"), Cents(48_000_00)),
        Height(Day("2025-01-10"), Cents(15_000_00)),
    ],
    until=Day("2026-11-22"),
    floor=Cents(12_000_00),
)


def pictures() -> dict[str, str]:
    return {
        "result": result_by_college(WEIGHTED),
        "flat": result_by_college(FLAT, key="flat"),
        "hemicycle": hemicycle(COLLEGES),
        "crowd": hemicycle([Seats(seats.name, seats.count * 40, seats.advisory) for seats in COLLEGES], key="crowd"),
        "quorum": quorum_gauge(Attendance(present=21, represented=6, needed=30, entitled=60)),
        "reached": quorum_gauge(Attendance(present=28, represented=6, needed=30, entitled=60), key="reached"),
        "turnout": turnout([Voted("Salariés", 8, 12), Voted("Usagers", 0, 31), Voted("Collectivités", 3, 3)]),
        "frise": frise(STEPS, today=date(2026, 11, 22)),
        "capital": capital_curve(CAPITAL),
        "bare": capital_curve(Heights(CAPITAL.steps[:1], Day("2019-03-01"), None), key="bare"),
    }


WEIGHTED = Outcome(
    [
        CollegeVoices("Salariés", 10, 2, 1, weight=Fraction(50), brings=Fraction(125, 3)),
        CollegeVoices("Producteurs et fournisseurs de services", 3, 6, 0, 1, Fraction(30), Fraction(10)),
        CollegeVoices("Collectivités", 0, 0, 0, weight=Fraction(20), brings=Fraction(0)),
        CollegeVoices("Amis de la coopérative", 5, 1, 2, advisory=True),
    ],
    in_favour=Fraction(155, 300), threshold=Fraction(1, 2), strict=True, adopted=True,
)  # fmt: skip
FLAT = Outcome([CollegeVoices("Tous les membres", 31, 17, 4)], Fraction(31, 48), Fraction(2, 3), False, False)

COLLEGES = [
    Seats("Salariés", 12, advisory=True), Seats("Producteurs", 9), Seats("Usagers", 31),
    Seats("Collectivités", 3), Seats("Partenaires", 5),
]  # fmt: skip

STEPS = [
    Step("group", "Groupe de travail des structures les plus proactives", State.REACHED, Day("2024-11")),
    Step("pilot", "Structure pilote désignée", State.REACHED, Day("2025-03-14"), after=("group",)),
    Step("map", "Feuille de route de la future structure", State.POSTPONED, Day("2026-12-15"),
         before=Day("2026-06"), after=("pilot",)),
    Step("scic", "Société coopérative d’au moins dix structures", State.PLANNED, Day("2027"), after=("map",),
         note="7 structures sur 10"),
    Step("ptce", "Pôle territorial de coopération économique", State.IMPOSSIBLE, Day("2026-10"), after=("scic",)),
    Step("label", "Dossier de candidature au label", State.PLANNED, None, after=("ptce",)),
]  # fmt: skip

routes = [
    Route("/composants", show, methods=["GET"], name="components"),
    Route("/composants/envoi", send, methods=["POST"], name="components_sent"),
]
