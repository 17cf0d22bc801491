"""The register of agreements at the counter."""

import pytest

from governance.assembly.facts import AssemblyPlanned, Matter, ResolutionTabled
from governance.assembly.interested import interested
from governance.decision.facts import AgreementRecorded, DecisionRecorded, Way
from governance.membership.facts import MemberAdmitted
from governance.statutes.facts import Kind, Organ
from governance.words import AssemblyId, Day, DecisionId, MemberId, Office, Public, ResolutionId
from tests.site import Site

GESTURE = "a" * 32
FORM = {"party": "lea", "object": "Location d’un local", "amount": "6 000,00", "on": "15/01/2026", "gesture": GESTURE}


@pytest.fixture
def secretary(site: Site):
    site.person("lea", "Léa Œuvrard")
    for number, organ in enumerate((Organ.BOARD, Organ.ASSEMBLY), start=1):
        words = (Public("Convention"), Public("Texte"))
        on = Day(f"2026-01-{9 + number}")
        site.given(DecisionRecorded(DecisionId(organ.value), number, *words, organ, on, Way.VOTE, True))
    return site.browser(site.person("sec", "Sacha", Office.SECRETARY))


def recorded(site: Site, browser, **changed):
    return browser.post(site.at("/conventions/nouvelle"), data={**FORM, **changed})


def test_from_the_board_to_the_assembly(site: Site, secretary):
    page = recorded(site, secretary, authorised="board")
    ruled = secretary.post(
        site.at(f"/conventions/{GESTURE}/assemblee"), data={"decision": "assembly", "gesture": "b" * 32}
    )

    for words in ("Léa Œuvrard", "6\u202f000,00", "autorisée, décision n° 1", "à soumettre"):
        assert words in page.text
    assert "approuvée, décision n° 2" in ruled.text


def test_what_was_concluded_without_the_board_is_recorded_and_shown_so(site: Site, secretary):
    assert "sans autorisation préalable" in recorded(site, secretary).text


def test_a_form_sent_twice_is_one_agreement(site: Site, secretary):
    for _ in range(2):
        recorded(site, secretary)

    assert sum(isinstance(fact, AgreementRecorded) for fact in site.facts) == 1


@pytest.mark.parametrize(
    ("changed", "status", "sentence"),
    [
        ({"party": ""}, 422, "obligatoire"),
        ({"party": "nobody"}, 409, "Personne n’est enregistré"),
        ({"object": ""}, 422, "obligatoire"),
        ({"amount": "-5"}, 422, "négatif"),
        ({"on": "32/01/2026"}, 422, "calendrier"),
        ({"authorised": "assembly"}, 409, "conseil"),
    ],
)
def test_a_wrong_input_is_explained(site: Site, secretary, changed, status, sentence):
    page = recorded(site, secretary, **changed)

    assert page.status_code == status
    assert sentence in page.text


def test_as_of_a_day_and_as_known_on_another(site: Site, secretary):
    recorded(site, secretary)

    assert "Léa" in secretary.get(site.at("/conventions?le=2026-01-15")).text
    assert "Léa" not in secretary.get(site.at("/conventions?le=2026-01-14")).text
    assert "Léa" not in secretary.get(site.at("/conventions?le=2026-01-15&su=2026-01-16")).text


def test_a_member_reads_and_writes_nothing(site: Site, secretary):
    recorded(site, secretary)
    site.given(MemberAdmitted(MemberId("lea"), "c", None, Day("2021-01-01")))
    lea = site.browser("lea")

    assert "Location d’un local" in lea.get(site.at("/conventions")).text
    assert "Location d’un local" in lea.get(site.at("/conventions.csv")).text
    assert recorded(site, lea).status_code == 403


def test_it_is_put_on_an_agenda_with_those_who_will_not_vote_on_it(site: Site, secretary):
    recorded(site, secretary)
    site.person("tom", "Tom Directeur", Office.BOARD)
    meeting = (Organ.ASSEMBLY, Public("Assemblée annuelle"), Day("2030-01-05"), "18:00", Public("Gap"))
    words = (Public("Convention du local"), Public("Texte"))
    site.given(
        AssemblyPlanned(AssemblyId("ag"), *meeting),
        ResolutionTabled(AssemblyId("ag"), ResolutionId("r1"), 1, Kind.ORDINARY, Matter.GENERAL, *words),
    )

    form = {"resolution": "r1", "others": ["tom"], "gesture": "c" * 32}
    page = secretary.post(site.at(f"/conventions/{GESTURE}/resolution"), data=form)

    assert "à l’ordre du jour : « Convention du local »" in page.text
    assert interested(site.facts, ResolutionId("r1")) == {"lea", "tom"}
