"""The invented SCIC of the demonstration with members enough to hold an assembly (tests/coop.py has the small one)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from governance.capital.facts import SharesPaid, SharesSubscribed
from governance.membership.facts import ActorKind, MemberAdmitted, OrganisationRegistered, RepresentativeNamed
from governance.statutes.facts import CooperativeDescribed, Form, StatutesAdopted
from governance.words import (
    CategoryId,
    Cents,
    CollegeId,
    Day,
    Fact,
    MemberId,
    Office,
    PersonId,
    Public,
    StatutesId,
    SubscriptionId,
)
from tests.site import Site
from web.edge.statutes_file import read_statutes
from web.members import today

FILE = read_statutes((Path(__file__).parent.parent / "web/demonstration/statuts-hautes-alpes.yaml").read_text())
SINCE = Day("2018-12-01")
NAME, SEAT, NUMBER = "Coopérative d’essai", "12 rue Carnot, 05000 Gap", "RCS Gap 900 000 002"
assert FILE.statutes
adopted = StatutesAdopted(StatutesId("v1"), SINCE, SINCE, FILE.statutes, FILE.digest, Public(FILE.text))
described = CooperativeDescribed(Public(NAME), Form.SAS, Public(SEAT), Public(NUMBER), SINCE)


@dataclass(frozen=True)
class Somebody:
    """A member: herself, or an organisation for which `speaker` votes."""

    id: str
    name: str
    category: str
    college: str
    shares: int = 1
    speaker: str = ""
    email: bool = True


MEMBERS = (
    Somebody("alma", "Alma Reynier", "salaries", "salaries"),
    Somebody("basile", "Basile Onde", "salaries", "salaries"),
    Somebody("carline", "Recyclerie de la Luye", "structures", "structures", 4, "Chloé Vitrolles"),
    Somebody("durance", "Jardins de la Durance", "structures", "structures", 4, "Dario Faure"),
    Somebody("elsa", "Elsa d’Ancelle", "benevoles", "benevoles", email=False),
    Somebody("felix", "Félix Manteyer", "benevoles", "benevoles"),
    Somebody("ville", "Commune de Sainte-Luce", "collectivites", "partenaires", 20, "Gaëlle Orcières"),
    Somebody("heol", "Banque du Dévoluy", "partenaires", "partenaires", 10, "Hector Savines"),
)


def settle(site: Site) -> None:
    """Statutes, members who have paid, and Irène who keeps the secretariat without being a member."""
    irene = site.known("irene", "Irène Laye", Office.SECRETARY, email="irene@exemple.fr")
    site.given(adopted, described, *_welcomed(site, MEMBERS), *irene)


def welcome(site: Site, *members: Somebody) -> None:
    """Members who took their shares and paid them."""
    site.given(*_welcomed(site, members))


def _welcomed(site: Site, members: Iterable[Somebody]) -> Iterator[Fact]:
    for one in members:
        member, voter = MemberId(one.id), PersonId(f"{one.id}.voix" if one.speaker else one.id)
        yield from site.known(voter, one.speaker or one.name, email=f"{one.id}@exemple.fr" if one.email else "")
        if one.speaker:
            yield OrganisationRegistered(member, Public(one.name), ActorKind.ESS_ENTERPRISE, False)
            yield RepresentativeNamed(member, voter, SINCE)
        subscription, price = SubscriptionId(f"parts-{one.id}"), Cents(5000)
        yield MemberAdmitted(member, CategoryId(one.category), CollegeId(one.college), SINCE)
        yield SharesSubscribed(subscription, member, one.shares, price, SINCE)
        yield SharesPaid(subscription, member, Cents(one.shares * price), SINCE)


def in_days(days: int) -> Day:
    """So many days from today."""
    return Day.of(today().first + timedelta(days=days))


def typed(day: Day) -> str:
    """As a person writes it in a form."""
    first: date = day.first
    return f"{first:%d/%m/%Y}"
