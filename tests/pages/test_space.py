"""« Mon espace »: what is kept of somebody is hers to read, to take away, to have corrected and forgotten."""

import io
import json
from zipfile import ZipFile

import pytest

from governance.membership.facts import Cause, ContactErased, MemberAdmitted, MemberLeft, PersonRegistered
from governance.record import log
from governance.rights.facts import CorrectionRequested, ErasureDecided, ErasureRequested, IdentityErased
from governance.words import Day, MemberId, Office
from tests.coop import adopted, scic
from tests.site import Site

GESTURES = [sign * 32 for sign in "abcdef"]


@pytest.fixture
def coop(site: Site) -> Site:
    site.given(adopted(scic()))
    site.person("sec", "Sacha Secrétaire", Office.SECRETARY)
    site.person("chair", "Charlie Présidente", Office.CHAIR)
    site.person("lea", "Léa Œuvrard", email="lea@example.org")
    return site


def ask(site: Site, who: str = "lea", gesture: str = GESTURES[0], **form):
    said = {"scope": "contact", "reason": "Je pars au loin.", "gesture": gesture, **form}
    return site.browser(who).post(site.at("/mon-espace/effacement"), data=said)


def answer(site: Site, who: str, gesture: str, agrees: str = "true", reason: str = "C’est son droit."):
    said = {"agrees": agrees, "reason": reason, "gesture": gesture}
    return site.browser(who).post(site.at(f"/demandes/{GESTURES[0]}"), data=said)


def kinds(site: Site, *kinds: type) -> int:
    return sum(isinstance(fact, kinds) for fact in site.facts)


def row(site: Site) -> dict:
    with site.office.reading() as db:
        return db.execute("select name, email, heard, sort_key from person where id = 'lea'").fetchone()


def test_contact_is_forgotten_once_two_persons_agreed(coop: Site):
    before = [entry.leaf for entry in coop.office.record.entries()]

    asked = ask(coop)
    first = answer(coop, "sec", GESTURES[1])
    after_one = row(coop)
    second = answer(coop, "chair", GESTURES[2])

    assert "attend une réponse" in asked.text
    assert "une autre doit l’être" in first.text
    assert after_one["email"] == "lea@example.org"
    assert "accordée" in second.text
    assert "Je pars au loin." in second.text
    assert row(coop)["email"] is None
    assert row(coop)["name"] == "Léa Œuvrard"
    assert coop.office.vault.who_has("lea@example.org") == []
    after = [entry.leaf for entry in coop.office.record.entries()]
    assert log.root(after[: len(before)]) == log.root(before)


def test_one_person_alone_never_erases(coop: Site):
    ask(coop)
    answer(coop, "sec", GESTURES[1])
    again = answer(coop, "sec", GESTURES[2])

    assert again.status_code == 409
    assert "une deuxième personne doit décider" in again.text
    assert kinds(coop, ContactErased) == 0


def test_nobody_answers_her_own_request(coop: Site):
    ask(coop, who="sec")

    assert "deux autres personnes" in answer(coop, "sec", GESTURES[1]).text


def test_a_name_is_kept_while_the_law_wants_it_and_the_page_says_until_when(coop: Site):
    coop.given(
        MemberAdmitted(MemberId("lea"), "benevoles", "benevoles", Day("2021-01-01")),
        MemberLeft(MemberId("lea"), Cause.WITHDRAWAL, Day("2024-06-30")),
    )
    ask(coop, scope="identity")

    kept = answer(coop, "sec", GESTURES[1])
    refused = answer(coop, "sec", GESTURES[2], agrees="false", reason="Pas avant 2029.")

    assert kept.status_code == 409
    assert "jusqu’au 30 juin 2029" in kept.text
    assert "231-6" in kept.text
    assert "refusée" in refused.text
    assert row(coop)["name"] == "Léa Œuvrard"
    assert "Pas avant 2029." in coop.browser("lea").get(coop.at("/mon-espace")).text


def test_a_name_forgotten_is_found_nowhere(coop: Site):
    ask(coop, scope="identity")
    answer(coop, "sec", GESTURES[1])
    answer(coop, "chair", GESTURES[2])

    sheet = coop.browser("sec").get(coop.at("/membres/lea")).text
    with coop.office.reading() as db:
        vault = db.execute("select count(*) as n from public.vault where person = 'lea'").fetchone()
        reasons = db.execute("select count(*) as n from reason where words is not null").fetchone()

    assert row(coop) == {"name": None, "email": None, "heard": [], "sort_key": ""}
    assert "(nom effacé)" in sheet
    assert "Œuvrard" not in sheet
    assert (vault["n"], reasons["n"]) == (0, 0)
    assert kinds(coop, IdentityErased) == 1


def test_a_letter_is_recorded_by_the_secretariat(coop: Site):
    page = coop.browser("sec").post(
        coop.at("/membres/lea/effacement"), data={"scope": "contact", "on": "01/02/2026", "gesture": GESTURES[0]}
    )

    assert "1er mars 2026" in page.text, "a month to answer"
    assert "Léa Œuvrard demande" in coop.browser("chair").get(coop.at("/demandes")).text


def test_a_request_sent_twice_is_one(coop: Site):
    ask(coop)
    ask(coop)

    assert kinds(coop, ErasureRequested) == 1


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"scope": ""}, "obligatoire"),
        ({"scope": "everything"}, "Choisissez une réponse"),
        ({"reason": "a\u202eb"}, "invisible"),
    ],
)
def test_a_wrong_request_is_explained(coop: Site, form, sentence):
    page = ask(coop, **form)

    assert page.status_code == 422
    assert sentence in page.text
    assert kinds(coop, ErasureRequested) == 0


def test_an_answer_wants_its_reason(coop: Site):
    ask(coop)

    page = answer(coop, "sec", GESTURES[1], reason="")

    assert page.status_code == 422
    assert kinds(coop, ErasureDecided) == 0


def test_who_does_not_answer_for_the_cooperative_reads_no_request(coop: Site):
    ask(coop)
    coop.person("auditor", "Réviseuse", Office.AUDITOR)

    for who in ("lea", "auditor"):
        assert coop.browser(who).get(coop.at(f"/demandes/{GESTURES[0]}")).status_code == 403
    assert coop.browser("sec").get(coop.at("/demandes/inconnue")).status_code == 404


def test_a_correction_is_asked_and_answered(coop: Site):
    lea = coop.browser("lea")
    lea.post(coop.at("/mon-espace/correction"), data={"words": "Mon nom s’écrit Œuvrart.", "gesture": GESTURES[0]})
    page = answer(coop, "sec", GESTURES[1], reason="Corrigé ce matin.")

    assert "Mon nom s’écrit Œuvrart." in page.text
    assert "Corrigé ce matin." in lea.get(coop.at("/mon-espace")).text
    record = b"".join(entry.data for entry in coop.office.record.entries())
    assert "Œuvrart".encode() not in record
    assert kinds(coop, CorrectionRequested) == 1


def zipped(site: Site, who: str) -> dict[str, str]:
    given = site.browser(who).get(site.at("/mon-espace/copie.zip"))
    assert given.headers["content-type"] == "application/zip"
    with ZipFile(io.BytesIO(given.content)) as opened:
        return {name: opened.read(name).decode() for name in opened.namelist()}


def test_her_copy_holds_every_entry_that_names_her_in_words(coop: Site):
    coop.given(MemberAdmitted(MemberId("lea"), "benevoles", "benevoles", Day("2021-01-01")))
    ask(coop)
    coop.browser("sec").get(coop.at("/membres/lea"))

    files = zipped(coop, "lea")
    told = json.loads(files["mes-donnees.json"])

    named = [entry for entry in coop.office.record.entries() if "lea" in map(str, vars(entry.fact).values())]
    assert [entry["position"] for entry in told["record"]] == [entry.position for entry in named]
    assert told["record"][0]["kind"] == PersonRegistered.__name__
    assert told["record"][0]["fact"]["name"] == "Léa Œuvrard"
    assert told["identity"]["Adresse électronique"] == "lea@example.org"
    sections = {section["name"]: section["rows"] for section in told["sections"]}
    assert sections["parcours"][0]["since"] == "2021-01-01"
    assert sections["lectures"][0]["name"] == "Sacha Secrétaire"
    for words in ("Léa Œuvrard", "lea@example.org", "Je pars au loin."):
        assert words in files["mes-donnees.html"]


def test_her_copy_says_nothing_of_the_words_about_another(coop: Site):
    ask(coop, who="sec", reason="Un secret du secrétariat.")

    files = zipped(coop, "lea")

    assert "secret du secrétariat" not in "".join(files.values())
    assert "Sacha" not in files["mes-donnees.json"]


def test_her_space_shows_her_course_and_her_votes(coop: Site):
    coop.given(MemberAdmitted(MemberId("lea"), "benevoles", "benevoles", Day("2021-01-01")))

    page = coop.browser("lea").get(coop.at("/mon-espace")).text

    for words in ("Parcours de Léa Œuvrard", "1er janvier 2021", "lea@example.org", "0 votes exprimés sur 0 scrutins"):
        assert words in page
