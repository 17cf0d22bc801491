"""The pages of an assembly to come, from the plan to the notice: right person, wrong person, wrong words, twice."""

import re

import pytest

from governance.assembly.facts import (
    AssemblyConvened,
    AssemblyPlanned,
    IrregularityNoted,
    NoticeHandedOver,
    ResolutionTabled,
)
from tests.hall import in_days, typed
from tests.pages.hall import COMPTES, STATUTS, words


def test_an_assembly_is_planned_then_says_what_comes_next(hall):
    answer = hall.plan()

    assert "Assemblée annuelle" in words(answer)
    assert "Aucune résolution n’est encore inscrite" in words(answer)
    assert re.search(r'class="action" href="[^"]+/resolutions/nouvelle"', answer.text)
    assert "Assemblée annuelle" in words(hall.irene.get(hall.site.at("/assemblees")))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"day": "31/02/2027"}, "Le 31/02/2027 n’existe pas dans le calendrier."),
        ({"day": "11/2027"}, "Écrivez une date complète"),
        ({"starts": "25:00"}, "L’heure va de 0:00 à 23:59."),
        ({"title": ""}, "Ce champ est obligatoire."),
        ({"organ": "parliament"}, "Choisissez une réponse de la liste."),
    ],
)
def test_a_plan_that_cannot_be_read_comes_back_as_it_was_typed(hall, wrong, said):
    form = {"organ": "assembly", "title": "AG", "day": "12/12/2027", "starts": "18:30", "place": "Salle <b>"}

    answer = hall.send(hall.site.at("/assemblees/nouvelle"), **{**form, **wrong})

    assert answer.status_code == 422
    assert said in words(answer)
    assert "Salle &lt;b&gt;" in answer.text
    assert hall.facts(AssemblyPlanned) == []


def test_a_plan_changes_and_a_resolution_is_withdrawn(hall):
    hall.plan()
    hall.send(hall.path("/resolutions/nouvelle"), **COMPTES)
    hall.send(hall.path("/resolutions/nouvelle"), **STATUTS)
    first = hall.facts(ResolutionTabled)[0].resolution

    hall.send(hall.path(f"/resolutions/{first}/retrait"))
    answer = hall.send(hall.path("/modification"), title="AG", day=typed(in_days(30)), starts="9h", place="Embrun")

    assert "Comptes 2025" not in words(answer)
    assert "Article 18" in words(answer)
    assert "9 h 00, Embrun" in words(answer)


def test_the_last_day_to_convene_is_on_the_page(hall):
    hall.plan(20)
    hall.send(hall.path("/resolutions/nouvelle"), **COMPTES)

    page = words(hall.irene.get(hall.path("/convocation")))

    assert "Il faut 15 jours pleins avant la réunion. En convoquant aujourd’hui, il y en a 20." in page
    assert "art. 20.1 des statuts" in page


def test_convening_twice_is_convening_once(hall):
    hall.plan()
    hall.send(hall.path("/resolutions/nouvelle"), **COMPTES)
    form = dict(
        re.findall(
            r'<input type="hidden" name="(\w+)" value="([^"]*)"',
            hall.irene.get(hall.path("/convocation")).text,
        )
    )

    answers = [hall.irene.post(hall.path("/convocation"), data={**form, "on": typed(in_days(0))}) for _ in "twice"]

    assert {answer.status_code for answer in answers} == {200}
    assert len(hall.facts(AssemblyConvened)) == 1


def test_a_notice_that_is_too_late_is_refused_with_its_article_then_excused(hall):
    answer = hall.convene(10)

    assert answer.status_code == 409
    assert "Il faut 15 jours pleins avant la réunion, il en reste 10" in words(answer)
    assert "art. 20.1 des statuts" in words(answer)

    excused = hall.send(hall.path("/convocation"), on=typed(in_days(0)), despite="La salle fermait.")
    assert "La convocation est partie trop tard. La salle fermait." in words(excused)
    assert [fact.rule for fact in hall.facts(IrregularityNoted)] == ["notice-too-short"]


def test_once_convened_the_agenda_does_not_move(hall):
    hall.convene()

    answer = hall.send(hall.path("/resolutions/nouvelle"), **STATUTS)

    assert answer.status_code == 409
    assert "225-105" in words(answer)


def test_who_has_no_mailbox_is_handed_the_notice(hall):
    hall.convene()
    page = hall.irene.get(hall.path("/convocations"))

    assert "Elsa d’Ancelle n’a pas d’adresse électronique" in words(page)
    assert hall.irene.get(hall.path("/convocations/elsa.pdf")).content.startswith(b"%PDF")
    answer = hall.press(hall.path("/convocations/elsa/remise"), hall.path("/convocations"))
    assert "remise en main propre" in words(answer)
    assert [fact.person for fact in hall.facts(NoticeHandedOver)] == ["elsa"]


def test_the_roll_says_who_votes_in_which_college(hall):
    hall.convene()

    page = words(hall.site.browser("alma").get(hall.path("/liste")))

    assert "Recyclerie de la Luye Chloé Vitrolles Collège des structures de l’ESS" in page


def test_an_assembly_that_does_not_exist_is_not_found(hall):
    for page in ("", "/convocation", "/presence", "/pouvoirs", "/ouverture", "/liste", "/feuille.pdf"):
        assert hall.irene.get(hall.site.at(f"/assemblees/nulle-part{page}")).status_code == 404


def test_names_are_shown_as_they_are_written(hall):
    hall.site.person("intrus", "<script>alert(1)</script> & “Zoë” 🌱 مريم")
    hall.plan()
    answer = hall.send(hall.path("/resolutions/nouvelle"), **{**COMPTES, "title": "<script>alert(1)</script>"})

    assert "<script>alert(1)" not in answer.text
    assert "&lt;script&gt;alert(1)" in answer.text
