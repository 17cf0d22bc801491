"""Signing in: one use, one person, no word to a stranger."""

import pytest

from governance.words import Office
from tests.site import Site
from web.brake import MOST as MOST_ASKED


@pytest.fixture
def lea(site: Site):
    return site.person("lea", "Léa Œuvrard", Office.SECRETARY, email="lea@example.org")


def test_nobody_reads_a_page_before_signing_in(site: Site):
    page = site.browser().get(site.at("/"))

    assert page.url.path == site.at("/connexion")


def test_a_link_asks_who_you_are_then_opens_once(site: Site, lea):
    browser, link = site.browser(), site.link(lea)

    asked = [browser.get(link), browser.get(link)]
    entered = browser.post(link, data={"gesture": "0" * 32})
    again = site.browser().post(link, data={"gesture": "0" * 32})

    assert all("Vous êtes Léa Œuvrard" in page.text for page in asked)
    assert entered.url.path == site.at("/")
    assert "Léa Œuvrard" in entered.text
    assert again.status_code == 410
    assert "ne sert plus" in again.text


def test_an_expired_link_opens_nothing(site: Site, lea):
    link = site.link(lea)
    with site.office.reading() as db:
        db.execute("update public.entrance set expires = now() - interval '1 second'")

    assert site.browser().post(link).status_code == 410


def test_signing_out_kills_the_session_on_the_server(site: Site, lea):
    browser = site.browser(lea)
    stolen = browser.cookies.get(f"palabre-{site.slug}")
    browser.post(site.at("/deconnexion"))

    thief = site.browser()
    thief.cookies.set(f"palabre-{site.slug}", stolen)

    assert thief.get(site.at("/")).url.path == site.at("/connexion")


@pytest.mark.parametrize(("column", "age"), [("seen", "31 minutes"), ("opened", "13 hours")])
def test_a_session_left_open_dies(site: Site, lea, column, age):
    browser = site.browser(lea)
    with site.office.reading() as db:
        db.execute(f"update public.session set {column} = now() - interval '{age}'")

    assert browser.get(site.at("/")).url.path == site.at("/connexion")


def due(site: Site):
    with site.office.reading() as db:
        return db.execute("select recipient, subject from public.outbox order by id").fetchall()


def test_who_asks_for_a_link_learns_nothing_about_the_mailbox(site: Site, lea):
    def answer(email):
        return site.browser().post(site.at("/connexion"), data={"email": email, "gesture": "0" * 32}).text

    known, unknown = answer("Lea@Example.org"), answer("stranger@example.org")

    assert known.lower().replace("lea@example.org", "x") == unknown.lower().replace("stranger@example.org", "x")
    assert due(site) == [{"recipient": "lea", "subject": ""}]


def test_two_who_share_a_mailbox_each_get_their_link(site: Site, lea):
    tom = site.person("tom", "Tom", email="lea@example.org")

    site.browser().post(site.at("/connexion"), data={"email": "lea@example.org", "gesture": "0" * 32})

    assert [row["recipient"] for row in due(site)] == [lea, tom]


def test_a_mailbox_is_not_flooded(site: Site, lea):
    for _ in range(MOST_ASKED + 3):
        site.browser().post(site.at("/connexion"), data={"email": "lea@example.org", "gesture": "0" * 32})

    assert len(due(site)) == MOST_ASKED


@pytest.mark.parametrize("leads_to", ["https://evil.example/", "//evil.example/", "/other/", "\\\\evil.example"])
def test_a_link_never_leads_elsewhere(site: Site, lea, leads_to):
    address = site.at("/connexion") + f"?vers={leads_to}"
    site.browser().post(address, data={"email": "lea@example.org", "gesture": "0" * 32})

    assert due(site)[-1]["subject"] == ""


def test_a_form_of_another_site_is_refused(site: Site, lea):
    browser = site.browser(lea)

    page = browser.post(site.at("/deconnexion"), headers={"Sec-Fetch-Site": "cross-site"})

    assert page.status_code == 403
    assert browser.get(site.at("/")).status_code == 200


def test_every_answer_is_dressed(site: Site):
    for path in (site.at("/connexion"), site.at("/nothing"), "/", "/static/palabre.svg"):
        headers = site.browser().get(path).headers
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
    assert site.browser().get(site.at("/connexion")).headers["Cache-Control"] == "no-store"
