"""Notices sorted: by e-mail, by letter, registered where the form wants it; printed at once, numbered, proved."""

from dataclasses import replace

import pytest

from governance.assembly.convening_facts import NoticePosted, PostingProved
from governance.assembly.facts import NoticeRefused, NoticeSent
from governance.membership.person_facts import NoticeAgreed, Purpose, Way
from governance.statutes.facts import Form
from governance.words import AssemblyId, PersonId, StatutesId
from tests.documents.reading import Paper
from tests.hall import SINCE, adopted, in_days, typed
from tests.pages.hall import words

LETTERS = "/convocations/lettres.pdf"


@pytest.fixture
def sarl(hall):
    """A SARL where Alma alone takes her notices by e-mail."""
    statutes = replace(adopted.statutes, form=Form.SARL)
    hall.site.given(
        replace(adopted, version=StatutesId("v2"), in_force_from=in_days(-300), on=in_days(-300), statutes=statutes),
        NoticeAgreed(PersonId("alma"), Way.LETTER, SINCE, Purpose.MEETINGS),
    )
    hall.convene()
    return hall


def test_ordinary_letters_are_printed_and_posted_together(hall):
    hall.convene()
    assert "Elsa d’Ancelle n’a pas d’adresse électronique" in words(hall.irene.get(hall.path("/convocations")))

    paper = Paper(hall.irene.get(hall.path(LETTERS)).content)
    hall.press(hall.path("/convocations/postees"), on=hall.path("/convocations"))

    assert "par lettre" in paper.words
    assert [(fact.person, fact.number) for fact in hall.facts(NoticePosted)] == [("elsa", "")]
    assert hall.irene.get(hall.path(LETTERS)).status_code == 404
    assert "Elsa d’Ancelle première lettre" in words(hall.irene.get(hall.path("/envois")))


def test_a_sarl_sends_registered_letters_numbered_in_a_chain(sarl):
    page = words(sarl.irene.get(sarl.path("/convocations")))
    assert "À envoyer par lettre recommandée (7)" in page

    paper = Paper(sarl.irene.get(sarl.path(LETTERS)).content)
    for number in range(7):
        answer = sarl.send(
            sarl.path("/convocations/recommandees"), number=f"1A 123 456 789{number} 1", on=typed(in_days(0))
        )

    assert len(paper.pages) >= 7
    assert "par lettre recommandée" in paper.words
    posted = sarl.facts(NoticePosted)
    assert [fact.number for fact in posted] == [f"1A123456789{number}1" for number in range(7)]
    assert "alma" not in {fact.person for fact in posted}
    assert "Chaque lettre a son numéro" in words(answer)


def test_a_number_typed_twice_or_badly_comes_back_for_the_same_letter(sarl):
    track = sarl.path("/convocations/recommandees")
    sarl.send(track, number="1A12345678901", on=typed(in_days(0)))

    twice = sarl.send(track, number="1A12345678901", on=typed(in_days(0)))
    badly = sarl.send(track, number="perdu", on=typed(in_days(0)))

    assert (twice.status_code, badly.status_code) == (409, 409)
    assert len(sarl.facts(NoticePosted)) == 1


def test_what_came_back_goes_by_letter(hall):
    hall.convene()
    hall.site.given(NoticeSent(AssemblyId(hall.assembly), PersonId("alma"), "m"))

    hall.press(hall.path("/convocations/alma/retour"), on=hall.path("/convocations"))

    assert [fact.answer for fact in hall.facts(NoticeRefused)] == ["retour"]
    assert "son courriel est revenu" in words(hall.irene.get(hall.path("/convocations")))
    assert "convocation refusée" in words(hall.irene.get(hall.site.at("/")))


def test_the_stamped_slips_are_kept_with_the_proof(hall):
    hall.convene()
    upload = {"on": typed(in_days(0)), "gesture": "0" * 32}

    page = hall.irene.post(
        hall.path("/convocations/preuve-de-depot"), data=upload, files={"file": ("bordereau.pdf", b"%PDF-1.7 tampon")}
    )

    [proved] = hall.facts(PostingProved)
    assert proved.digest in page.text
    assert hall.irene.get(hall.path(f"/envois/preuves/{proved.digest}")).content == b"%PDF-1.7 tampon"
    assert hall.irene.get(hall.path(f"/envois/preuves/{'f' * 64}")).status_code == 404


@pytest.mark.parametrize("ending", ["csv", "pdf"])
def test_the_proof_is_taken_away_as_a_file(hall, ending):
    hall.convene()
    hall.site.given(NoticeRefused(AssemblyId(hall.assembly), PersonId("alma"), "550"))

    answer = hall.irene.get(hall.path(f"/envois.{ending}"))

    assert answer.status_code == 200
    said = Paper(answer.content).words if ending == "pdf" else answer.content.decode()
    assert "Alma Reynier" in said
    assert "550" in said
