"""An adviser of several cooperatives: one link, one page, only those that let her read, each visit in their record."""

from collections.abc import Iterator

import psycopg
import pytest

from governance.membership.adviser import RevokeAdviser
from governance.membership.adviser_facts import InvitationId, Scope, Seen
from governance.membership.facts import MemberAdmitted
from governance.membership.invariant_facts import InvariantBroken
from governance.membership.person import ChangeContact
from governance.words import Clear, Day, PersonId, Said
from tests.coop import adopted, scic
from tests.hosted import HERS, SECRETARY, Hosted, arrives, asks, gesture, hosted
from web import door
from web.advice.index import send_links
from web.house import House


@pytest.fixture
def alpha(house: House) -> Iterator[Hosted]:
    with hosted(house, "Alpha") as one:
        yield one


@pytest.fixture
def beta(house: House) -> Iterator[Hosted]:
    with hosted(house, "Beta") as one:
        yield one


def test_one_link_shows_every_cooperative_that_invited_her_and_each_knows(alpha: Hosted, beta: Hosted):
    alpha.invites(Scope.AUDIT)
    beta.invites(Scope.ADVICE)
    broken = InvariantBroken("three-links", Day("2026-01-05"), "L47 art. 19 septies", None, None, "change-form")
    beta.site.given(broken)

    page = arrives(alpha).get("/conseil")

    assert page.text.index("Beta") < page.text.index("Alpha"), "what is wrong comes first"
    assert "trois catégories" in page.text
    assert page.text.count("Lire ses registres") == 1, "the adviser of a union reads no register"
    assert (alpha.visits, beta.visits) == ([Seen.SUMMARY], [Seen.SUMMARY])
    assert "a consulté le tableau" in alpha.secretary.get(alpha.site.at("/conseillers")).text


def test_where_nobody_invited_her_she_is_nobody(alpha: Hosted, beta: Hosted):
    alpha.invites(Scope.AUDIT)

    browser = arrives(alpha)

    assert beta.site.slug not in browser.get("/conseil").text
    assert browser.post(f"/conseil/lire/{beta.site.slug}").status_code == 404
    assert browser.get(beta.site.at("/membres")).url.path == beta.site.at("/connexion")
    assert beta.visits == []


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

    assert entered.url.path == at("/dossiers/revision")
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
    [row] = _rows(alpha, "select person from adviser")
    assert alpha.site.browser().post(alpha.site.link(row["person"]), data=gesture()).status_code == 403


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
    browser.post(f"/conseil/lire/{alpha.site.slug}")
    assert browser.post("/conseil/deconnexion").url.path == "/conseil/connexion"
    assert browser.get("/conseil").url.path == "/conseil/connexion"
    assert browser.get(alpha.site.at("/membres")).url.path == alpha.site.at("/connexion")


def test_a_member_with_the_same_mailbox_is_somebody_else(alpha: Hosted):
    alpha.site.given(adopted(scic()))
    alpha.site.person("lea", "Léa", email=HERS)
    alpha.site.given(MemberAdmitted("lea", "benevoles", "benevoles", Day("2021-01-01")))
    alpha.invites(Scope.AUDIT)

    browser = arrives(alpha)
    entered = browser.post(f"/conseil/lire/{alpha.site.slug}")

    assert ("Agathe" in entered.text, "Léa" in entered.text) == (True, False)


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


@pytest.mark.parametrize(
    ("state", "said"), [("making", "ne répond pas"), ("suspended", "à sa réouverture. Écrivez à l’union")]
)
def test_what_does_not_answer_hides_nothing(
    alpha: Hosted, beta: Hosted, state: str, said: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(door, "LOOK", 0.0)
    alpha.invites(Scope.AUDIT)
    beta.invites(Scope.ADVICE)
    browser = arrives(alpha)
    browser.post(f"/conseil/lire/{alpha.site.slug}")
    with psycopg.connect(alpha.database.house.conninfo(alpha.database.house.database, "owner"), autocommit=True) as db:
        closed = "update cooperative set (state, reason) = (%s, 'Écrivez à l’union') where slug = %s"
        db.execute(closed, [state, beta.site.slug])

    page = browser.get("/conseil")
    browser.post("/conseil/deconnexion")

    assert ("Prochaine révision" in page.text, said in page.text) == (True, True)
    assert browser.get(alpha.site.at("/membres")).url.path == alpha.site.at("/connexion"), (
        "signed out of it all the same"
    )


def _rows(hosted: Hosted, sentence: str) -> list[dict]:
    with hosted.site.office.reading() as db:
        return db.execute(sentence).fetchall()
