"""The record held to its word: a head that somebody noted is recognised, one that it never had is not."""

import base64
import re
from hashlib import sha256
from html import unescape
from threading import Event

import pytest

from governance.evidence.witness_facts import HeadsPosted, LogAccepted, LogId, LogKey, WitnessId, WitnessNamed
from governance.record.log import leaf
from governance.record.note import Checkpoint, Cosigner, Signer
from governance.record.sealer import last
from governance.statutes.facts import FundersMentioned
from governance.words import Day, Office, PersonId, Public
from tests.conftest import Database
from tests.office import open_office
from tests.outside.authority import Openssl, open_authority
from tests.pages.evidence import seal as seal_dossier
from tests.pages.evidence import words
from tests.proof.checking import signed
from tests.site import Site
from web import stamps
from web.packing import unpacked
from web.proved import climbed
from web.stamps import Stamps
from web.worker import seal


@pytest.fixture
def heads(site: Site, cooperative: Database) -> list[str]:
    """Each head that was signed, one entry after the other."""
    with open_office(cooperative, "worker") as office:
        for year in (2023, 2024, 2025):
            site.given(FundersMentioned(Public("Région"), Day(str(year))))
            seal(office, cooperative.house, site.slug)
    with site.office.reading() as db:
        return [row["root"].hex() for row in db.execute("select root from public.checkpoint order by size").fetchall()]


def test_anybody_reads_the_last_head_and_its_key(site: Site, heads):
    page = words(site.browser().get(site.at("/journal")))
    note = site.browser().get(site.at("/journal/tete.note")).text

    assert heads[-1] in page
    [key] = re.findall(r"palabre/[0-9a-f]{16}\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+", page)
    assert signed(note, unescape(key))
    assert Checkpoint.read(note).root.hex() == heads[-1]


def test_a_head_noted_before_is_recognised_as_people_type_it(site: Site, heads):
    typed = " ".join(re.findall("....", heads[0].upper()))
    page = words(site.browser().get(site.at("/journal"), params={"tete": typed}))

    assert "C’est bien une tête de ce journal" in page
    assert heads[0].upper()[:4] in page, "what was typed stays in the form"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("0" * 64, "Ce journal n’a jamais eu cette tête."),
        ("3f9a", "On ne trouve ici aucune tête"),
        ("<b>", "On ne trouve ici aucune tête"),
    ],
)
def test_another_head_is_not(site: Site, heads, typed, said):
    assert said in words(site.browser().get(site.at("/journal"), params={"tete": typed}))


def test_a_letter_or_a_note_is_pasted_whole(site: Site, heads):
    folded = f"{heads[0][:40]}\n> {heads[0][40:]}"
    letter = f"> Bonjour,\n> Le journal tenait alors en 2 écritures, façade cette tête : {folded}\n> Bien à vous"
    for pasted in (letter, site.browser().get(site.at("/journal/tete.note")).text, f"{'0' * 64} {heads[1]}"):
        assert "C’est bien une tête de ce journal" in words(
            site.browser().post(site.at("/journal"), data={"tete": pasted})
        )


def test_before_anything_is_signed_the_page_says_so(site: Site):
    assert "Rien n’est encore signé" in words(site.browser().get(site.at("/journal")))
    assert site.browser().get(site.at("/journal/tete.note")).status_code == 404


def test_the_proof_of_an_entry_leads_to_the_signed_head(site: Site, heads):
    entries = list(site.office.record.entries())
    at = 2  # the third of the four that are under the head
    secretary = site.browser(site.person("sol", "Sol", Office.SECRETARY))
    said = secretary.get(site.at(f"/journal/{entries[at].position}.tlog-proof")).text
    proof, _, note = said.partition("\n\n")
    form, index, *path = proof.splitlines()

    assert (form, index) == ("c2sp.org/tlog-proof@v1", f"index {at}")
    assert note == site.browser().get(site.at("/journal/tete.note")).text
    assert climbed(leaf(entries[at].data), at, 4, [base64.b64decode(one).hex() for one in path]) == heads[-1]


def test_what_is_not_under_the_head_has_no_proof_and_a_stranger_takes_none(site: Site, heads):
    secretary = site.browser(site.person("sol", "Sol", Office.SECRETARY))

    assert [
        secretary.get(site.at(f"/journal/{position}.tlog-proof")).status_code
        for position in (0, site.head, 999_999, "9" * 5000)
    ] == [404, 404, 404, 404]
    assert "/connexion" in site.browser().get(site.at("/journal/1.tlog-proof")).url.path


def test_a_dossier_bears_the_date_that_an_authority_gave_and_is_dated_itself(
    pursuing, site: Site, cooperative: Database, tmp_path, monkeypatch
):
    monkeypatch.setattr(stamps, "AUTHORITY_PATIENCE", 0.1)
    with open_office(cooperative, "worker") as office, open_authority(Openssl(tmp_path)) as authority:
        clerk = Stamps(office, authority)
        seal(office, cooperative.house, site.slug)
        clerk.turn(Event())
        with office.reading() as db:
            head = Checkpoint.read(last(db).note)
            signed_too = Cosigner("union.example/temoin", b"w" * 32).cosign(head, 1_800_000_000)
            db.execute("insert into cosignature values (%s, 'w', %s, now())", [head.size, signed_too])
        site.given(FundersMentioned(Public("Région"), Day("2025")))
        seal(office, cooperative.house, site.slug)

        page = seal_dossier(site, pursuing)  # nobody dates its own head in time: an earlier one stands in it
        clerk.turn(Event())
        files = unpacked(pursuing.get(f"{page.url.path}/fichier").content)
        token = pursuing.get(f"{page.url.path}/date").content

    assert (
        Checkpoint.read(files["tete-horodatee.note"].decode()).size < Checkpoint.read(files["tete.note"].decode()).size
    )
    assert files["temoins.note"].decode().endswith(signed_too)
    assert sha256(pursuing.get(f"{page.url.path}/fichier").content).digest() in token
    assert "Horodatage d’essai" in words(pursuing.get(page.url.path))
    assert "openssl ts -verify" in words(site.browser().get(site.at("/journal")))
    assert site.browser().get(site.at("/journal/date/autorite.pem")).content == authority.chain
    assert site.browser().get(site.at("/journal/date/other")).status_code == 404


def test_witnesses_are_named_and_dismissed_and_others_accepted_by_the_secretary(site: Site, heads):
    secretary = site.browser(site.person("sol", "Sol", Office.SECRETARY))
    theirs, log = Cosigner("palabre/ff/temoin", b"t" * 32).key, Signer("palabre/ff", b"l" * 32).key
    given = {"name": "L’union", "address": "https://union.example/scic/temoins/", "key": theirs}
    for name, wrong, said in (
        ("key", log, "Ce n’est pas cette clé"),
        ("key", theirs.replace("palabre", "palabra"), "Ce n’est pas cette clé"),
        ("address", "union.example", "Écrivez l’adresse"),
        ("address", "http://union.example/temoins", "L’adresse d’un témoin commence par https"),
    ):
        page = secretary.post(site.at("/temoins/ajout"), data={"gesture": "b" * 32, **given, name: wrong})
        assert said in words(page)
        assert "L’union" in words(page), "what was typed stays in the form"

    for _ in range(2):
        secretary.post(site.at("/temoins/ajout"), data={"gesture": "a" * 32, **given})
    again = secretary.post(site.at("/temoins/ajout"), data={"gesture": "c" * 32, **given})
    page = secretary.post(site.at("/temoins/journaux"), data={"gesture": "d" * 32, "name": "Voisine", "key": log})
    assert "Ce témoin est déjà sur la page." in words(again)
    assert [fact for fact in site.facts if isinstance(fact, WitnessNamed | LogAccepted)] == [
        WitnessNamed(WitnessId("a" * 32), Public("L’union"), LogKey(theirs), Public(given["address"].rstrip("/"))),
        LogAccepted(LogId("d" * 32), Public("Voisine"), LogKey(log)),
    ]
    assert "Voisine" in words(page)
    assert "Ajouter un témoin" not in words(site.browser().get(site.at("/temoins")))

    keeper = {"gesture": "f" * 32, "members": "true", "keeper": "sol"}
    page = secretary.post(site.at("/temoins/courriel"), data=keeper)
    assert site.facts[-1] == HeadsPosted(True, PersonId("sol"))
    assert "au moins une fois par trimestre" in words(page)
    assert " checked" in secretary.get(site.at("/temoins/courriel")).text
    for number, path in enumerate((f"/temoins/{'a' * 32}/retrait", f"/temoins/journaux/{'d' * 32}/retrait")):
        page = secretary.post(site.at(path), data={"gesture": f"{number}" * 32})
    assert "L’union" not in words(page)
    assert "Voisine" not in words(page)
