"""What comes with a register that is taken over: mandates with their true start, the scans of old minutes."""

from collections.abc import Mapping
from uuid import uuid4

import pytest

from governance.assembly.minutes_facts import PastMinutesKept
from governance.membership.facts import OfficeTaken
from governance.statutes.facts import Organ
from governance.words import Day, Office, PersonId
from tests.site import Site
from web.takeover.mandates import understood
from web.takeover.minutes import day, organ

MANDATES = """Mandats en cours;;;
Nom;Fonction;Organe;Début;Fin
Mme Onde Alma;Présidente;Conseil d'administration;12/06/2021;
Basile Vars;Administrateur;CA;1er mars 2020;11/06/2024
Chloé Luye;Vice-présidente;Conseil;12/06/2021;
Inconnue Larche;Réviseur;;2022-01-01;
""".encode("cp1252")
PEOPLE = {"alma onde": "alma", "basile vars": "basile", "chloe luye": "chloe"}


@pytest.fixture
def ready(site: Site) -> Site:
    site.person("irene", "Irène Puy", Office.SECRETARY)
    return site


def send(site: Site, path: str, said: Mapping[str, str], **files: tuple[str, bytes]):
    form = {"gesture": uuid4().hex, **said}
    return site.browser("irene").post(site.at(path), data=form, files=files or None)


def test_mandates_are_read_in_the_words_of_their_spreadsheet():
    rows = [(row["person"], row["office"], row["on"], row["until"]) for row in understood(MANDATES, PEOPLE)]

    assert rows == [
        ("alma", "chair", "12/06/2021", ""),
        ("basile", "board", "01/03/2020", "11/06/2024"),
        ("chloe", "board", "12/06/2021", ""),
        ("", "auditor", "01/01/2022", ""),
    ]


def test_mandates_are_taken_over_as_the_page_shows_them_and_no_other(ready: Site):
    for who, name in (("alma", "Alma Onde"), ("basile", "Basile Vars")):
        ready.person(who, name)
    before = ready.head

    page = send(ready, "/reprise/mandats", {}, file=("mandats.csv", MANDATES))
    assert ready.head == before
    assert 'value="1"' not in page.text
    first = {"read.1": "ligne 3", "person.1": "alma", "office.1": "chair", "on.1": "12/06/2021"}
    agreed = first | {"read.2": "ligne 4", "person.2": "", "office.2": "board", "on.2": "12/06/2021"}
    missing = send(ready, "/reprise/mandats/accord", first | {"on.1": ""})
    send(ready, "/reprise/mandats/accord", agreed)

    assert missing.status_code == 422
    assert "Mandat 1" in missing.text
    taken = [fact for fact in ready.facts if isinstance(fact, OfficeTaken)][1:]
    assert taken == [OfficeTaken(PersonId("alma"), Office.CHAIR, Day("2021-06-12"))]


@pytest.mark.parametrize(
    ("name", "on", "of"),
    [
        ("PV AGO 2011-06-18.pdf", "2011-06-18", "assembly"),
        ("pv_ca_18.06.2011 signé.pdf", "2011-06-18", "board"),
        ("20110618-bureau.pdf", "2011-06-18", "executive_committee"),
        ("AG du 18 juin 2011.pdf", "2011-06-18", "assembly"),
        ("Conseil 2011-06.pdf", "2011-06", "board"),
        ("AGE 2014 (scan).pdf", "2014", "assembly"),
        ("scan0042.pdf", "", ""),
        ("CA 2011-13-45.pdf", "2011", "board"),
    ],
)
def test_the_name_of_a_file_says_its_day_and_its_organ(name: str, on: str, of: str):
    assert (day(name), organ(name)) == (on, of)


def keep(site: Site, content: bytes, on: str = "06/2011"):
    page = send(site, "/reprise/proces-verbaux", {}, file=("AG 2011.pdf", content))
    _head, _is, rest = page.text.partition('name="digest.1" value="')
    if not rest:
        return page
    row = {"named.1": "AG 2011.pdf", "digest.1": rest[:64], "organ.1": "assembly", "on.1": on}
    return send(site, "/reprise/proces-verbaux/accord", row | {"title.1": "Assemblée générale ordinaire"})


def test_old_minutes_are_kept_with_their_day_and_found_again(ready: Site):
    page = keep(ready, b"%PDF-1.4 scan")
    keep(ready, b"%PDF-1.4 scan")

    [kept] = [fact for fact in ready.facts if isinstance(fact, PastMinutesKept)]
    assert "juin 2011" in page.text
    assert (kept.on, kept.organ, kept.size) == (Day("2011-06"), Organ.ASSEMBLY, 13)
    scan = ready.browser("irene").get(ready.at(f"/reprise/proces-verbaux/{kept.digest}"))
    assert scan.content == b"%PDF-1.4 scan"


def test_several_scans_are_brought_at_once(ready: Site):
    both = [("file", ("AG 2011-06-18.pdf", b"%PDF-1.4 a")), ("file", ("CA 2012.pdf", b"%PDF-1.4 b"))]

    page = (
        ready.browser("irene").post(ready.at("/reprise/proces-verbaux"), data={"gesture": uuid4().hex}, files=both).text
    )

    assert 'name="on.1" type="text" value="18/06/2011"' in page
    assert 'name="on.2" type="text" value="2012"' in page


@pytest.mark.parametrize(
    ("content", "on", "status"), [(b"", "2011", 409), (b"MZ\0\0", "2011", 409), (b"%PDF-1.4", "06/2031", 409)]
)
def test_what_is_no_scan_or_no_past_is_refused(ready: Site, content: bytes, on: str, status: int):
    assert keep(ready, content, on).status_code == status
    assert [fact for fact in ready.facts if isinstance(fact, PastMinutesKept)] == []
