"""The register of members at the counter: searched, filtered, sorted, turned page by page, taken away as a file."""

import pytest

from governance.membership.facts import ActorKind, Cause, MemberAdmitted, MemberLeft, OrganisationRegistered
from governance.words import Day, MemberId, Office, Public
from tests.coop import adopted, scic
from tests.documents.reading import Paper
from tests.pages.reading import read
from tests.site import Site

FILES = pytest.mark.parametrize("ending", ["csv", "ods", "xlsx", "pdf"])


@pytest.fixture(scope="module")
def site(module_site: Site) -> Site:
    site = module_site
    site.given(adopted(scic()))
    site.person("sec", "Sacha Secrétaire", Office.SECRETARY)
    for who, name, college, on in (
        ("zoe", "Zoé Dupont", "benevoles", "2021-01-01"),
        ("ana", "Ana Lefèbvre", "salaries", "2023-05-01"),
        ("eve", "=Ève+1", "benevoles", "2022-01-01"),
        ("max", "Max Parti", "benevoles", "2021-01-01"),
    ):
        site.person(who, name)
        site.given(MemberAdmitted(MemberId(who), college, college, Day(on)))
    site.given(
        MemberLeft(MemberId("max"), Cause.WITHDRAWAL, Day("2024-01-01")),
        OrganisationRegistered(
            MemberId("udess"), Public("UDESS 05"), ActorKind.ESS_ENTERPRISE, False, Public("732829320")
        ),
        MemberAdmitted(MemberId("udess"), "structures", "structures", Day("2020-01-01")),
    )
    return site


@pytest.fixture(scope="module")
def secretary(site: Site):
    return site.browser("sec")


def names(page) -> list[str]:
    return [name for name in ("Zoé Dupont", "Ana Lefèbvre", "=Ève+1", "Max Parti", "UDESS 05") if name in page.text]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Zoé Dupont", "Ana Lefèbvre", "=Ève+1", "UDESS 05"]),
        ("?q=dupond", ["Zoé Dupont"]),
        ("?q=lefevre+ana", ["Ana Lefèbvre"]),
        ("?college=benevoles", ["Zoé Dupont", "=Ève+1"]),
        ("?categorie=salaries", ["Ana Lefèbvre"]),
        ("?college=benevoles&q=zoe", ["Zoé Dupont"]),
        ("?le=2021-06-01", ["Zoé Dupont", "Max Parti", "UDESS 05"]),
        ("?le=2021-06-01&q=max", ["Max Parti"]),
        ("?q=personne", []),
        ("?college=inconnu", []),
        ("?le=2021-06-01&su=2020-01-01", []),
    ],
)
def test_the_page_shows_who_was_asked_for(site: Site, secretary, query, found):
    page = secretary.get(site.at(f"/membres{query}"))

    assert page.status_code == 200
    assert names(page) == found


@pytest.mark.parametrize(
    ("order", "first"), [("name", "Ana"), ("-name", "Zoé"), ("since", "UDESS"), ("-since", "Ana"), ("college", "Zoé")]
)
def test_the_page_is_in_the_order_asked_for(site: Site, secretary, order, first):
    rows = secretary.get(site.at(f"/membres?tri={order}")).text.partition("<tbody>")[2]

    at = {name: rows.find(name) for name in ("Ana", "Zoé", "UDESS", "Ève")}
    expected = {"college": ("Ève", "Zoé")}.get(order, (first,))
    assert min(at, key=at.get) in expected
    assert "aria-sort" in secretary.get(site.at(f"/membres?tri={order}")).text


@pytest.mark.parametrize(
    "query",
    [
        "tri=rien",
        "tri=-",
        "apres=x",
        "tri=since&apres=31/02&apres=y",
        "q=%27%3B--",
        "le=2026-99",
        "q=" + "a" * 5000,
        "apres=a&apres=b&apres=c",
    ],
)
def test_what_is_not_understood_is_not_asked(site: Site, secretary, query):
    page = secretary.get(site.at(f"/membres?{query}"))

    assert page.status_code == 200


def test_what_is_asked_stays_asked_when_sorting_and_in_files(site: Site, secretary):
    page = secretary.get(site.at("/membres?college=benevoles&q=e&le=2022-06-01")).text

    assert "membres.ods?college=benevoles&amp;q=e&amp;le=2022-06-01" in page
    assert "college=benevoles&amp;q=e&amp;le=2022-06-01&amp;tri=since" in page


@FILES
def test_a_file_holds_what_the_page_shows(site: Site, secretary, ending):
    given = secretary.get(site.at(f"/membres.{ending}?college=benevoles&le=2023-01-01"))
    words = read(ending, given.content)

    assert given.status_code == 200
    assert given.headers["content-disposition"] == f'attachment; filename="registre-des-membres.{ending}"'
    assert "Zoé Dupont" in words
    assert "Max Parti" in words
    assert "Ana" not in words
    assert "UDESS" not in words


def test_a_name_is_never_a_formula(site: Site, secretary):
    assert "'=Ève+1" in secretary.get(site.at("/membres.csv")).content.decode()


@FILES
def test_an_empty_register_is_a_file(site: Site, secretary, ending):
    assert secretary.get(site.at(f"/membres.{ending}?q=personne")).status_code == 200


@pytest.mark.parametrize("ending", ["doc", "php", "CSV", "csv.exe", ""])
def test_another_format_is_not_there(site: Site, secretary, ending):
    assert secretary.get(site.at(f"/membres.{ending}")).status_code == 404


@FILES
def test_a_stranger_takes_nothing_away(site: Site, ending):
    stranger = site.browser(site.person(f"stranger-{ending}", "Inconnu"))

    assert stranger.get(site.at(f"/membres.{ending}")).status_code == 403


def test_the_register_to_sign_is_by_college_and_noted(site: Site, secretary):
    given = secretary.get(site.at("/membres/registre.pdf?le=2022-06-01"))
    words = Paper(given.content).words
    with site.office.reading() as db:
        noted = db.execute("select person from public.reading where page = 'registre'").fetchall()

    assert given.headers["content-type"] == "application/pdf"
    for said in ("Registre des membres", "Au 1er juin 2022", "Zoé Dupont", "UDESS 05", "Empreinte du registre"):
        assert said in words
    assert "Ana" not in words
    assert noted == [{"person": "sec"}]
    assert site.browser("zoe").get(site.at("/membres/registre.pdf")).status_code == 403


def test_a_member_reads_the_register_and_no_sheet(site: Site):
    page = site.browser("zoe").get(site.at("/membres")).text

    assert "Ana Lefèbvre" in page
    assert site.at("/membres/ana") not in page


def test_a_page_goes_on_after_its_last_row(site: Site, secretary, monkeypatch):
    monkeypatch.setattr("web.registers.ROWS", 2)

    first = secretary.get(site.at("/membres"))
    onward = first.text.partition('rel="next" href="')[2].partition('"')[0].replace("&amp;", "&")
    second = secretary.get(site.at("/membres") + onward)

    assert len(names(first)) == len(names(second)) == 2
    assert set(names(first)) & set(names(second)) == set()
