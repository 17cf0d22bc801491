"""Every register, and everything that one may ask of it: the same question has the same answer wherever it is put."""

from dataclasses import dataclass, replace

import pytest

from governance.assembly.facts import AssemblyPlanned
from governance.capital.facts import SharesSubscribed
from governance.decision.facts import AgreementRecorded, DecisionRecorded, Way
from governance.membership.facts import ActorKind, MemberAdmitted, OfficeTaken, OrganisationRegistered
from governance.statutes.facts import Kind, Organ
from governance.words import (
    AgreementId,
    AssemblyId,
    Cents,
    Day,
    DecisionId,
    MemberId,
    Office,
    PersonId,
    Public,
    ResolutionId,
    SubscriptionId,
    VoteId,
)
from tests.bench.casting import opened
from tests.coop import adopted, scic
from tests.pages.reading import read
from tests.site import Site


@dataclass(frozen=True)
class Register:
    """The words that tell its rows apart, in its usual order; what each question leaves of them, in order."""

    path: str
    rows: tuple[str, ...]
    filtered: tuple[str, str]
    misspelt: tuple[str, str]
    sorted: tuple[str, str]
    past: tuple[str, str]

    def asked(self) -> dict[str, str]:
        """Each question, and the rows that answer it, joined."""
        every = " ".join(self.rows)
        return {
            "": every,
            f"?{self.filtered[0]}": self.filtered[1],
            f"?q={self.misspelt[0]}": self.misspelt[1],
            f"?tri={self.sorted[0]}": self.sorted[1],
            f"?tri=-{self.sorted[0]}": " ".join(reversed(self.sorted[1].split())),
            f"?le={self.past[0]}": self.past[1],
            "?su=2020-01-01": "",
            "?q=nobodyatall": "",
        }


PEOPLE = ("Aubin", "Berger", "Carlet")
NAMES = " ".join(PEOPLE)
REGISTERS = (
    Register(
        "/membres",
        PEOPLE,
        ("college=salaries", "Carlet"),
        ("bergé", "Berger"),
        ("since", NAMES),
        ("2021-06-01", "Aubin"),
    ),
    Register(
        *("/membres/categories", PEOPLE),
        *(("categorie=salaries", "Carlet"), ("bergé", "Berger"), ("from", NAMES), ("2021-06-01", "Aubin")),
    ),
    Register(
        *("/capital/mouvements", PEOPLE),
        *(("nature=transferred", ""), ("carlé", "Carlet"), ("shares", "Carlet Berger Aubin"), ("2021-06-01", "Aubin")),
    ),
    Register(
        *("/capital/detenteurs", PEOPLE),
        *(("collectivite=true", "Carlet"), ("carlé", "Carlet"), ("worth", "Carlet Berger Aubin")),
        ("2021-06-01", "Aubin"),
    ),
    Register(
        *("/mandats", ("Aubin", "Berger", "Sacha")),
        *(("fonction=chair", "Berger"), ("obain", "Aubin"), ("name", "Aubin Berger Sacha")),
        ("2021-06-01", "Aubin Sacha"),
    ),
    Register(
        *("/decisions", ("Élection", "Achat", "Budget")),
        *(("organe=assembly", "Élection"), ("buget", "Budget"), ("title", "Achat Budget Élection")),
        ("2024-01-02", "Achat Budget"),
    ),
    Register(
        *("/scrutins", ("Comptes", "Quitus", "Affectation")),
        *(("nature=extraordinary", "Affectation"), ("conptes", "Comptes"), ("title", "Affectation Comptes Quitus")),
        ("2023-12-31", "Affectation"),
    ),
    Register(
        *("/conventions", ("Bail", "Prêt", "Licence")),
        *(("assemblee=approved", ""), ("lisence", "Licence"), ("object", "Bail Licence Prêt")),
        ("2022-06-01", "Prêt Licence"),
    ),
)
EVERY = pytest.mark.parametrize("register", [pytest.param(one, id=one.path) for one in REGISTERS])


@pytest.fixture(scope="module")
def site(module_site: Site) -> Site:
    site = module_site
    site.given(adopted(scic()))
    site.person("sec", "Sacha Secrétaire", Office.SECRETARY)
    for name in PEOPLE[:2]:
        site.person(name.lower(), f"Ana {name}", email=f"{name.lower()}@example.org")
    body = (MemberId("carlet"), Public("Commune de Carlet"), ActorKind.LOCAL_AUTHORITY, True, Public("732829320"))
    site.given(OrganisationRegistered(*body))
    for number, name in enumerate(PEOPLE, start=1):
        who, on, college = MemberId(name.lower()), Day(f"202{number}-01-01"), "salaries" if number > 2 else "benevoles"
        site.given(
            MemberAdmitted(who, college, college, on),
            SharesSubscribed(SubscriptionId(f"s{number}"), who, 4 - number, Cents(2000), on),
        )
    site.given(
        OfficeTaken(PersonId("aubin"), Office.BOARD, Day("2021-01-01")),
        OfficeTaken(PersonId("berger"), Office.CHAIR, Day("2022-01-01")),
        *(_decision(number, title) for number, title in enumerate(("Budget", "Achat", "Élection"), start=1)),
        *(fact for number, title in enumerate(("Affectation", "Quitus", "Comptes")) for fact in _vote(number, title)),
        *(_agreement(number, title) for number, title in enumerate(("Licence", "Prêt", "Bail"), start=1)),
    )
    return site


def _decision(number: int, title: str) -> DecisionRecorded:
    organ = Organ.ASSEMBLY if number == 3 else Organ.BOARD
    words = (Public(title), Public("Texte"))
    return DecisionRecorded(DecisionId(f"d{number}"), number, *words, organ, Day(f"2024-01-0{number}"), Way.VOTE, True)


def _vote(number: int, title: str) -> tuple[AssemblyPlanned, object]:
    held = AssemblyId(f"ag{number}")
    kind = Kind.ORDINARY if number else Kind.EXTRAORDINARY
    return (
        AssemblyPlanned(
            held, Organ.ASSEMBLY, Public("Assemblée"), Day(f"202{3 + number}-06-01"), "18:00", Public("Gap")
        ),
        replace(
            opened(),
            vote=VoteId(f"v{number}"),
            resolution=ResolutionId(f"r{number}"),
            assembly=held,
            title=Public(title),
            kind=kind,
        ),
    )


def _agreement(number: int, title: str) -> AgreementRecorded:
    words = (MemberId("carlet"), Public(title), Cents(100 * number), Day(f"202{number}-05-01"))
    return AgreementRecorded(AgreementId(f"a{number}"), *words)


@pytest.fixture(scope="module")
def secretary(site: Site):
    return site.browser("sec")


def found(text: str, rows: tuple[str, ...]) -> str:
    """The rows that a page or a file shows, in its order."""
    body = text.partition("<tbody>")[2].partition("</tbody>")[0] if "<tbody>" in text else text
    return " ".join(sorted((one for one in rows if one in body), key=body.find))


@EVERY
def test_a_register_answers_whatever_is_asked_of_it(site: Site, secretary, register: Register):
    answers = {query: secretary.get(site.at(register.path + query)) for query in register.asked()}

    assert {query: found(page.text, register.rows) for query, page in answers.items()} == register.asked()


@EVERY
def test_its_pages_follow_one_another_forth_and_back(site: Site, secretary, register: Register, monkeypatch):
    monkeypatch.setattr("web.registers.ROWS", 1)
    pages = [secretary.get(site.at(register.path))]
    while onward := leads(pages[-1], "next"):
        pages.append(secretary.get(site.at(register.path) + onward))
    back = [pages[-1]]
    while before := leads(back[-1], "prev"):
        back.append(secretary.get(site.at(register.path) + before))

    assert [found(page.text, register.rows) for page in pages] == list(register.rows)
    assert [found(page.text, register.rows) for page in back] == list(reversed(register.rows))


def leads(page, where: str) -> str:
    return page.text.partition(f'rel="{where}" href="')[2].partition('"')[0].replace("&amp;", "&")


@EVERY
@pytest.mark.parametrize("ending", ["csv", "json", "ods", "xlsx", "pdf"])
def test_its_files_hold_what_its_page_shows(site: Site, secretary, register: Register, ending):
    day, rows = register.past
    given = secretary.get(site.at(f"{register.path}.{ending}?le={day}"))

    assert given.status_code == 200
    words = read(ending, given.content)
    assert set(found(words, register.rows).split()) == set(rows.split())


@EVERY
@pytest.mark.parametrize("odd", ["tri=rien", "tri=--", "apres=x", "avant=x&avant=y", "apres=%27%3B&apres=1&apres=2"])
def test_what_is_not_understood_is_not_asked(site: Site, secretary, register: Register, odd):
    assert secretary.get(site.at(f"{register.path}?{odd}")).status_code == 200


@pytest.mark.parametrize(
    ("typed", "name"),
    [("732 829 320", "Carlet"), ("73282", "Carlet"), ("732 829 321", "Carlet"), ("berger@exemple.org", "Berger")],
)
def test_somebody_is_found_by_a_number_or_an_address_even_mistyped(site: Site, secretary, typed, name):
    assert found(secretary.get(site.at("/membres"), params={"q": typed}).text, PEOPLE) == name


def test_only_officers_look_somebody_up_by_how_one_reaches_her(site: Site):
    site.person("lea", "Léa", email="rare@example.org")
    site.given(MemberAdmitted(MemberId("lea"), "benevoles", "benevoles", Day("2026-01-01")))
    member, officer = site.browser("lea"), site.browser("sec")

    asked = {"q": "rare@example.org"}
    assert "aucune réponse" in member.get(site.at("/membres"), params=asked).text
    assert "1 réponse" in officer.get(site.at("/membres"), params=asked).text
