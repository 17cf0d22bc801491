"""An adviser of several cooperatives: one link, one page, only those that let her read, each visit in their record."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import count
from threading import Event

import psycopg
import pytest
from starlette.testclient import TestClient

from governance.membership.adviser import RevokeAdviser
from governance.membership.adviser_facts import AdviserVisited, InvitationId, Scope, Seen
from governance.membership.facts import MemberAdmitted
from governance.membership.invariant_facts import InvariantBroken
from governance.membership.person import ChangeContact
from governance.words import Clear, Day, Office, PersonId, Said
from tests.conftest import Database, fresh_cooperative
from tests.coop import adopted, scic
from tests.mail.post import post_office
from tests.site import Site, open_site
from web.advice.index import Index, send_links
from web.house import House
from web.members import today
from web.notices import Post
from web.office import Office as Counter
from web.outbox import Outbox

HERS = "agathe@union.example"
SECRETARY = PersonId("sol")
FORM = {"organisation": "Union régionale", "name": "Agathe", "email": HERS}
LATER = f"{today().first + timedelta(days=90):%d/%m/%Y}"
_numbers = count()


def gesture() -> dict[str, str]:
    return {"gesture": f"{next(_numbers):032x}"}


class Hosted:
    """A cooperative of the house, with its secretary and its worker."""

    def __init__(self, site: Site, database: Database) -> None:
        site.person(SECRETARY, "Sol", Office.SECRETARY)
        self.site, self.database = site, database
        self.secretary = site.browser(SECRETARY)
        self.index = Index(database.house, site.slug)

    def invites(self, scope: Scope, email: str = HERS) -> None:
        asked = FORM | gesture() | {"email": email, "scope": scope.value, "until": LATER}
        assert "recu=" in str(self.secretary.post(self.site.at("/conseillers/invitation"), data=asked).url)
        self.index.keep(self.site.office)

    def revokes(self) -> None:
        page = self.secretary.get(self.site.at("/conseillers"))
        [end] = re.findall(r"/conseillers/\w+/fin", page.text)
        self.secretary.post(self.site.at(end), data=gesture())

    @property
    def visits(self) -> list[Seen]:
        return [fact.seen for fact in self.site.facts if isinstance(fact, AdviserVisited)]

    @property
    def waiting(self) -> list[str]:
        with self.site.office.reading() as db:
            return [row["recipient"] for row in db.execute("select recipient from public.outbox where state = 'due'")]

    def letters(self) -> list[tuple[str, str]]:
        """To whom its worker writes, and the link that each letter holds."""
        office = Counter(self.database.conninfo("worker"), self.database.house.master_key())
        with post_office() as (postmaster, server):
            Outbox(office, self.site.slug, Post("http://127.0.0.1", "coop@coop.example", server)).send(Event())
        office.close()
        bodies = [(one["To"], one.get_body(("plain",)).get_content()) for one in postmaster.received]
        return [(to, re.findall(r"http://127\.0\.0\.1(/\S+)", body)[0]) for to, body in bodies]


@contextmanager
def hosted(house: House, name: str, demonstration: bool = False) -> Iterator[Hosted]:
    with fresh_cooperative(house) as database, open_site(database, name, demonstration) as site:
        yield Hosted(site, database)


@pytest.fixture(autouse=True)
def forgotten(house: House) -> None:
    """The house is one for all tests: how often each asked for a link is of this one."""
    with psycopg.connect(house.conninfo(house.database, "owner"), autocommit=True) as db:
        db.execute("truncate public.attempt, public.asked, public.session")


@pytest.fixture
def alpha(house: House) -> Iterator[Hosted]:
    with hosted(house, "Alpha") as one:
        yield one


@pytest.fixture
def beta(house: House) -> Iterator[Hosted]:
    with hosted(house, "Beta") as one:
        yield one


def asks(hosted: Hosted, email: str = HERS) -> TestClient:
    browser = hosted.site.browser()
    assert "Regardez votre courriel" in browser.post("/conseil/connexion", data=gesture() | {"email": email}).text
    send_links(hosted.database.house)
    return browser


def arrives(hosted: Hosted, sender: Hosted | None = None) -> TestClient:
    """Signed in at the front, by the letter of the cooperative that sends it."""
    browser = asks(hosted)
    [(_, link)] = (sender or hosted).letters()
    assert browser.post(link, data=gesture()).url.path == "/conseil"
    return browser


def test_one_link_shows_every_cooperative_that_invited_her_and_each_knows(alpha: Hosted, beta: Hosted):
    alpha.invites(Scope.AUDIT)
    beta.invites(Scope.ADVICE)
    broken = InvariantBroken("three-links", Day("2026-01-05"), "L47 art. 19 septies", None, None, "change-form")
    beta.site.given(broken)

    page = arrives(alpha).get("/conseil")

    assert page.text.index("Alpha") < page.text.index("Beta")
    assert "trois catégories" in page.text
    assert page.text.count("Lire ses registres") == 1, "the adviser of a union reads no register"
    assert (alpha.visits, beta.visits) == ([Seen.SUMMARY], [Seen.SUMMARY])
    assert "a consulté le tableau" in alpha.secretary.get(alpha.site.at("/conseillers")).text


def test_a_reviewer_reads_the_registers_and_writes_nothing(alpha: Hosted):
    alpha.site.given(adopted(scic()))
    alpha.invites(Scope.AUDIT)
    browser, at = arrives(alpha), alpha.site.at

    entered = browser.post(f"/conseil/lire/{alpha.site.slug}")
    read = [
        browser.get(at(path)).status_code for path in ("/membres", "/capital/mouvements", "/mandats", "/conseillers")
    ]
    kept_out = browser.get(at("/conseillers/invitation")).status_code
    written = browser.post(at("/mon-espace/correction"), data=gesture() | {"what": "x"})

    assert entered.url.path == at("/")
    assert read == [200, 200, 200, 200]
    assert kept_out == 403
    assert (written.status_code, "elle n’écrit rien" in written.text) == (403, True)
    assert alpha.visits == [Seen.SUMMARY, Seen.INSIDE], "once a day, however many pages"


def test_once_revoked_an_open_session_shows_nothing_more(alpha: Hosted, beta: Hosted):
    alpha.invites(Scope.AUDIT)
    beta.invites(Scope.ADVICE)
    browser = arrives(alpha)
    browser.post(f"/conseil/lire/{alpha.site.slug}")
    before = alpha.visits

    alpha.revokes()
    summary, inside = browser.get("/conseil"), browser.get(alpha.site.at("/membres"))
    again = browser.post(f"/conseil/lire/{alpha.site.slug}")

    assert ("Alpha" in summary.text, "Beta" in summary.text) == (False, True)
    assert inside.url.path == alpha.site.at("/connexion")
    assert again.status_code == 404
    assert alpha.visits == before


def test_the_record_turns_her_away_where_the_register_is_late(alpha: Hosted):
    alpha.invites(Scope.AUDIT)
    browser = arrives(alpha)
    browser.post(f"/conseil/lire/{alpha.site.slug}")
    [row] = _rows(alpha, "select invitation, person from adviser")
    with psycopg.connect(alpha.database.conninfo("worker"), autocommit=True) as db:
        db.execute("set search_path = register, public")
        revoke = RevokeAdviser(InvitationId(row["invitation"]), PersonId(row["person"]))
        alpha.site.office.execute(revoke, SECRETARY, "revoked")
        db.execute("update adviser set revoked = null")  # as if the fact had not come yet

    assert "Alpha" not in browser.get("/conseil").text
    assert browser.get(alpha.site.at("/membres")).url.path == alpha.site.at("/connexion")


def test_whom_nobody_invited_is_answered_alike_and_gets_no_letter(alpha: Hosted):
    alpha.invites(Scope.AUDIT)
    stranger, known = alpha.site.browser(), alpha.site.browser()

    to_stranger = stranger.post("/conseil/connexion", data=gesture() | {"email": "zoe@ailleurs.example"})
    to_known = known.post("/conseil/connexion", data=gesture() | {"email": HERS})
    written = alpha.waiting
    send_links(alpha.database.house)

    assert to_stranger.text.replace("zoe@ailleurs.example", HERS) == to_known.text
    assert written == [], "the page itself looks nothing up: it takes as long for both"
    assert len(alpha.waiting) == 1


def test_links_are_counted_guessed_in_vain_and_used_once(alpha: Hosted):
    alpha.invites(Scope.AUDIT)
    for _ in range(7):
        browser = asks(alpha)
    letters = alpha.letters()
    [link, *_] = {link for _, link in letters}
    guessed = f"/conseil/entrer/{alpha.site.slug}/{'x' * 43}"
    ordinary = (
        alpha.site.link(SECRETARY)
        .replace("/entrer/", "/")
        .replace(f"/{alpha.site.slug}/", f"/conseil/entrer/{alpha.site.slug}/")
    )

    assert len(letters) == 5
    assert [browser.post(path, data=gesture()).status_code for path in (guessed, ordinary)] == [410, 410]
    assert browser.get(link).status_code == 200
    assert browser.post(link, data=gesture()).url.path == "/conseil"
    assert alpha.site.browser().post(link, data=gesture()).status_code == 410
    assert browser.post("/conseil/deconnexion").url.path == "/conseil/connexion"
    assert browser.get("/conseil").url.path == "/conseil/connexion"


def test_a_member_with_the_same_mailbox_is_somebody_else(alpha: Hosted):
    alpha.site.given(adopted(scic()))
    alpha.site.person("lea", "Léa", email=HERS)
    alpha.site.given(MemberAdmitted("lea", "benevoles", "benevoles", Day("2021-01-01")))
    alpha.invites(Scope.AUDIT)

    browser = arrives(alpha)
    home = browser.post(f"/conseil/lire/{alpha.site.slug}")

    assert ("Bonjour, Agathe" in home.text, "Léa" in home.text) == (True, False)


def test_a_changed_mailbox_opens_under_the_new_one_alone(alpha: Hosted):
    alpha.invites(Scope.AUDIT)
    browser = arrives(alpha)
    [row] = _rows(alpha, "select person from adviser")
    her = PersonId(row["person"])
    moved = ChangeContact(her, email=Clear(her, Said.EMAIL, "agathe@ailleurs.example"))
    alpha.site.office.execute(moved, SECRETARY, "moved")

    assert "Alpha" not in browser.get("/conseil").text
    alpha.index.keep(alpha.site.office)
    asks(alpha)
    assert alpha.waiting == []
    asks(alpha, "Agathe@Ailleurs.example")
    assert [to for to, _ in alpha.letters()] == ["Agathe <agathe@ailleurs.example>"]


def test_the_letters_of_a_demonstration_open_demonstrations_alone(alpha: Hosted, house: House):
    with hosted(house, "Essai", demonstration=True) as shown:
        alpha.invites(Scope.AUDIT)
        shown.invites(Scope.ADVICE)
        page = arrives(alpha, sender=shown).get("/conseil")

    assert ("Essai" in page.text, "Alpha" in page.text) == (True, False)


def test_what_does_not_answer_hides_nothing(alpha: Hosted, beta: Hosted):
    alpha.invites(Scope.ADVICE)
    beta.invites(Scope.ADVICE)
    with psycopg.connect(alpha.database.house.conninfo(alpha.database.house.database, "owner"), autocommit=True) as db:
        db.execute("update cooperative set state = 'making' where slug = %s", [beta.site.slug])

    page = arrives(alpha).get("/conseil")

    assert "Aucune échéance n’est connue" in page.text
    assert "Cette coopérative ne répond pas" in page.text


def _rows(hosted: Hosted, sentence: str) -> list[dict]:
    with hosted.site.office.reading() as db:
        return db.execute(sentence).fetchall()
