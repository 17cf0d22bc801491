"""A register kept elsewhere is taken over: read in any hand, rehearsed line by line, agreed, carried out once."""

import csv
from io import StringIO
from threading import Event

import pytest

from governance.membership.facts import MemberAdmitted, MemberTakenOver, OrganisationRegistered, PersonRegistered
from governance.words import Day, Office
from tests.hall import adopted
from tests.site import Site
from web.takeover.carry_out import carry_out

HEAD = ["N°", "Nom", "Prénom", "Type", "SIRET", "Statut", "Collège", "Date d'entrée", "Nb parts", "Capital", "E-mail"]
LUYE = [
    "3",
    "Association La Luye",
    "",
    "morale",
    "732 829 320 00074",
    "structures",
    "structures",
    "12/01/2015",
    "4",
    "200,00",
    "",
]
ROWS = [
    ["1", "Reynier", "Alma", "physique", "", "Salariés", "salariés", "01/02/2014", "1", "50,00", "alma@example.org"],
    ["2", "Onde", "Basile", "physique", "", "Salariés", "salariés", "30/02/2014", "1", "50", ""],
    LUYE,
    ["4", "Tholozan", "Fabien", "physique", "", "Amis", "bénévoles et habitants", "03/03/2016", "1", "50", "pas une adresse"],
    ["5", "Savines", "Hector", "physique", "", "bénévoles", "benevoles", "03/03/2016", "1", "50", "alma@example.org"],
    ["TOTAL", "", "", "", "", "", "", "", "9", "450,00", ""],
]  # fmt: skip


def written(rows: list[list[str]], encoding: str = "cp1252") -> bytes:
    text = StringIO()
    csv.writer(text, delimiter=";").writerows([["Registre des associés"], [], HEAD, *rows])
    return text.getvalue().encode(encoding)


@pytest.fixture
def ready(site: Site) -> Site:
    site.given(adopted)
    site.person("irene", "Irène Puy", Office.SECRETARY)
    return site


def bring(site: Site, content: bytes, gesture: str = "a" * 32):
    form = {"gesture": gesture, "source": "Registre papier au 31/12/2025"}
    return site.browser("irene").post(site.at("/reprise"), data=form, files={"file": ("r.csv", content)})


def agree(site: Site, draft: str = "a" * 32):
    page = site.browser("irene").post(site.at(f"/reprise/{draft}/accord"), data={"gesture": "b" * 32})
    carry_out(site.office, Event())
    return page


def of(site: Site, kind: type) -> list:
    return [fact for fact in site.facts if isinstance(fact, kind)]


def test_each_line_has_its_fate_before_anything_is_written(ready: Site):
    before = ready.head

    page = bring(ready, written(ROWS)).text

    assert "Le 30/02/2014 n’existe pas dans le calendrier." in page
    assert "laissé de côté, à compléter" in page
    assert "Cette adresse électronique sert déjà à quelqu’un d’autre." in page
    assert ready.head == before


def test_what_is_agreed_is_carried_out_once(ready: Site):
    bring(ready, written(ROWS))

    agree(ready)
    agree(ready)

    assert [fact.name for fact in of(ready, OrganisationRegistered)] == ["Association La Luye"]
    assert [fact.on for fact in of(ready, MemberAdmitted)] == [Day("2014-02-01"), Day("2015-01-12"), Day("2016-03-03")]
    assert [(fact.line, fact.number) for fact in of(ready, MemberTakenOver)] == [(4, "1"), (6, "3"), (8, "5")]
    assert len(of(ready, PersonRegistered)) == 3  # Irène, Alma, Hector
