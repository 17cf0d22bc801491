"""The minutes: from what the record says, to a PDF that is kept as it was drawn up."""

from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from governance.assembly.facts import AdjournedForLackOfQuorum, AssemblyConvened, IrregularityNoted, SessionClosed
from governance.assembly.minutes_facts import MinutesDrawnUp, SignedMinutesKept, Signing
from governance.membership.facts import MemberAdmitted
from governance.words import Day, Office, Public, legal_day
from tests.coop import LEA, TOM
from tests.documents.signing import SIGNER, certificate, signed
from tests.rules.vote.test_voting import AG, VERSION, ballot, convened, line, opened, there
from tests.site import Site

PAGE = "/assemblees/ag/proces-verbal"
TODAY = str(legal_day(datetime.now(UTC)))


@pytest.fixture
def secretary(site: Site):
    return site.browser(site.person("sec", "Sacha Secrétaire", Office.SECRETARY))


@pytest.fixture
def held(site: Site, secretary):
    """An assembly held to its end: one vote, counted."""
    for who, name in ((LEA, "Léa Œuvrard"), (TOM, "Tom Šimek")):
        site.person(who, name)
        site.given(MemberAdmitted(who, "benevoles", "benevoles", Day("2021-01-01")))
    statutes, planned, resolution, roll, session = convened
    notice = AssemblyConvened(AG, Day("2026-02-20"), VERSION, 10, 15, Public("20.1"))
    late = IrregularityNoted(AG, "notice-too-short", Public("20.1"), Public("urgence du dossier"), None)
    site.given(statutes, planned, resolution, roll, line(LEA), line(TOM), notice, late)
    site.given(there(LEA), there(TOM), session, opened(), ballot(LEA), ballot(TOM))
    secretary.post(site.at("/scrutins/vote1/cloture"), data={"gesture": "1" * 32})
    secretary.post(site.at("/scrutins/vote1/depouillement"), data={"gesture": "2" * 32})
    site.given(SessionClosed(AG, Public("Débat nourri sur les locaux.")))
    return site


def text(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def test_minutes_are_not_drawn_up_before_the_end(site: Site, secretary):
    site.given(*convened)

    page = secretary.post(site.at(PAGE), data={"gesture": "a" * 32})

    assert page.status_code == 409
    assert "levez d’abord la séance" in page.text


def test_minutes_wait_until_every_vote_is_counted(site: Site, secretary):
    site.given(*convened, opened(), SessionClosed(AG))

    page = secretary.post(site.at(PAGE), data={"gesture": "a" * 32})

    assert page.status_code == 409
    assert "Ce scrutin n’est pas dépouillé" in page.text
    assert not any(isinstance(fact, MinutesDrawnUp) for fact in site.facts)


def test_minutes_say_what_the_record_says_and_are_kept(held: Site, secretary):
    secretary.post(held.at("/scrutins/vote1/decision"), data={"gesture": "3" * 32})

    page = secretary.post(held.at(PAGE), data={"gesture": "a" * 32})
    [drawn] = [fact for fact in held.facts if isinstance(fact, MinutesDrawnUp)]
    pdf = secretary.get(held.at(f"{PAGE}/{drawn.digest}.pdf"))
    said = text(pdf.content)

    assert page.status_code == 200
    assert sha256(pdf.content).hexdigest() == drawn.digest
    for words in (
        "Léa Œuvrard",
        "Tom Šimek",
        "Les comptes sont approuvés",
        "Débat nourri",
        "urgence du dossier",
        "Décision n° 1",
        "Règles non relues",
    ):
        assert words in said.replace("\u00a0", " ").replace("\n", " "), words

    text_to_edit = ZipFile(BytesIO(secretary.get(held.at(f"{PAGE}/{drawn.digest}.odt")).content))
    assert text_to_edit.infolist()[0].filename == "mimetype"
    edited = " ".join(ElementTree.fromstring(text_to_edit.read("content.xml")).itertext())
    for words in ("Léa Œuvrard", "Les comptes sont approuvés", "Débat nourri", "Décision n°\u00a01"):
        assert words in edited, words


def test_the_same_gesture_draws_up_one_edition(held: Site, secretary):
    for _ in range(2):
        secretary.post(held.at(PAGE), data={"gesture": "a" * 32})

    assert sum(isinstance(fact, MinutesDrawnUp) for fact in held.facts) == 1


def test_the_draft_is_read_and_recorded_nowhere(held: Site, secretary):
    draft = secretary.get(held.at(f"{PAGE}/projet.pdf"))

    assert draft.headers["content-type"] == "application/pdf"
    assert not any(isinstance(fact, MinutesDrawnUp) for fact in held.facts)


def test_a_meeting_without_quorum_has_its_minutes_of_carence(site: Site, secretary):
    statutes, planned, resolution, roll, session = convened
    put_off = AdjournedForLackOfQuorum(AG, session.chair, 1, 0, 4, session.need, "heads", Public("21.1"))
    notice = AssemblyConvened(AG, Day("2026-02-10"), VERSION, 20, 15, Public("20.1"))
    site.given(statutes, planned, resolution, roll, notice, line(LEA), there(LEA), put_off)
    site.person(LEA, "Léa")

    draft = secretary.get(site.at(f"{PAGE}/projet.pdf"))

    assert "carence" in text(draft.content).lower()


def test_a_stranger_reads_no_minutes(held: Site):
    stranger = held.browser(held.person("stranger", "Inconnu"))

    assert stranger.get(held.at(PAGE)).status_code == 403
    assert stranger.get(held.at(f"{PAGE}/projet.pdf")).status_code == 403


def test_minutes_find_their_sheets_and_come_back_signed(held: Site, secretary):
    secretary.post(held.at(PAGE), data={"gesture": "a" * 32})
    [drawn] = [fact for fact in held.facts if isinstance(fact, MinutesDrawnUp)]
    edition = held.at(f"{PAGE}/{drawn.digest}")
    pdf = secretary.get(f"{edition}.pdf").content
    entered = {"gesture": "b" * 32, "volume": "1", "first": "31", "last": "33", "authority": "Mairie de Gap"}

    asked = secretary.get(held.at("/")).text
    secretary.post(f"{edition}/feuillets", data=entered)
    too_soon = secretary.post(f"{edition}/signe", data={"gesture": "c" * 32, "on": TODAY}, files={"file": pdf})
    back = {"file": ("pv.pdf", signed(pdf))}
    page = secretary.post(f"{edition}/signe", data={"gesture": "d" * 32, "on": TODAY}, files=back).text
    [copy] = [fact for fact in held.facts if isinstance(fact, SignedMinutesKept)]

    assert "à faire signer" in asked
    assert too_soon.status_code == 409
    assert "31 à 33, volume 1, paraphés par Mairie de Gap" in page
    assert "Certificat au nom de Iris Présidente" in page
    assert copy.signing is Signing.SIGNED
    assert secretary.get(held.at(f"{PAGE}/signe/{copy.digest}")).content.startswith(pdf)
    assert "à faire signer" not in secretary.get(held.at("/")).text


def test_notes_pasted_afterwards_change_nothing_in_the_minutes(held: Site, secretary):
    page = held.at("/assemblees/ag/recit")
    before = secretary.get(held.at(f"{PAGE}/projet.pdf"))

    secretary.post(f"{page}/redaction", data={"gesture": "a" * 32, "text": "Tom demande un local.\nOn verra."})
    waiting, told = secretary.get(held.at("/")).text, secretary.get(page).text
    lea = held.browser(LEA)
    lea.post(f"{page}/1/lu", data={"gesture": "b" * 32})

    assert "récit à approuver" in waiting
    assert "Tom demande un local." in told
    assert "par la présidence de séance" in lea.get(page).text
    assert not any("local" in str(fact) for fact in held.facts if "Narrative" in type(fact).__name__)
    assert "demande un local" not in text(secretary.get(held.at(f"{PAGE}/projet.pdf")).content) + text(before.content)


def test_minutes_bear_the_seal_of_the_cooperative_and_the_bureau_signs_beside_it(held: Site, secretary):
    held.office.certificate = certificate
    assert f"cachet électronique au nom de {SIGNER}" in secretary.get(held.at(PAGE)).text

    secretary.post(held.at(PAGE), data={"gesture": "a" * 32})

    [drawn] = [fact for fact in held.facts if isinstance(fact, MinutesDrawnUp)]
    pdf = secretary.get(held.at(f"{PAGE}/{drawn.digest}.pdf")).content
    assert b"/ETSI.CAdES.detached" in pdf
    copy = {"file": ("pv.pdf", signed(pdf, "Signature1"))}
    secretary.post(held.at(f"{PAGE}/{drawn.digest}/signe"), data={"gesture": "b" * 32, "on": TODAY}, files=copy)
    assert held.facts[-1].signing is Signing.SIGNED
