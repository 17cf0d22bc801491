"""The network at the counter: surveys with their base, meetings as far as they were counted, visions, proposals."""

import pytest

from governance.decision.facts import DecisionRecorded
from governance.network.facts import MeetingReported, SurveyReported
from governance.words import Day, Office
from tests.coop import admitted, adopted, scic
from tests.rules.network.test_reports import formed, met
from tests.site import Site

SURVEY = {
    "title": "Besoins de coopération", "on": "2018", "population": "310", "unit": "établissements",
    "respondents": "28", "conducted_by": "CEIS", "needs": "Locaux et matériel\n\n  Formation  \nCommunication",
    "shares": "54 % : ont besoin d’un appui\n7 : rien",
}  # fmt: skip
MEETING = {"title": "Forum de l’ESS", "on": "06/11/2018", "place": "Embrun", "organisations": "UDESS 05\nCEIS"}
VISION = {"text": "Une SCIC de dix structures.", "horizon": "2023", "stated_by": "Atelier 5", "on": "11/2018"}
PROPOSAL = {"text": "Monter un dossier de candidature.", "proposed_by": "CEIS", "on": "06/11/2018"}
GROUP = {"name": "Structures proactives", "purpose": "Préparer la SCIC.", "on": "12/2018"}
FORMS = {"enquetes": SURVEY, "reunions": MEETING, "visions": VISION, "propositions": PROPOSAL, "groupes": GROUP}


@pytest.fixture
def board(site: Site):
    site.given(adopted(scic()))
    return site.browser(site.person("bea", "Béa Bureau", Office.BOARD))


def report(site, browser, path, gesture="a" * 32, **changed):
    return browser.post(site.at(f"/reseau/{path}"), data=FORMS[path] | {"gesture": gesture} | changed)


def words(page) -> str:
    return page.text.replace("\u00a0", " ").replace("\u202f", " ")


def test_a_survey_is_never_shown_without_its_base(site, board):
    page = words(report(site, board, "enquetes"))

    assert "28 réponses sur 310 établissements" in page
    assert "soit 9,0 %" in page
    assert "3 besoins exprimés" in page
    assert "(15 sur 28, seul nombre entier possible)" in page
    assert "(2 sur 28, seul nombre entier possible)" in page
    assert "<li>Formation</li>" in page


def test_a_meeting_that_nobody_counted_says_how_many_at_least(site, board):
    assert "au moins 20 personnes" in words(report(site, board, "reunions", at_least="20"))
    assert "14 personnes présentes" in words(report(site, board, "reunions", "b" * 32, present="14"))
    assert "présents non comptés" in words(report(site, board, "reunions", "c" * 32))


def test_a_group_that_meets(site, board):
    report(site, board, "groupes")
    page = words(report(site, board, "reunions", "b" * 32, group="a" * 32))

    assert "1 réunion rapportée" in page
    assert "Structures proactives" in page


def test_a_vision_stands_under_its_horizon_and_a_proposal_decides_nothing(site, board):
    assert "À l’horizon 2023" in words(report(site, board, "visions"))
    assert "Aucune n’est une décision" in words(report(site, board, "propositions", "b" * 32))
    assert not any(isinstance(fact, DecisionRecorded) for fact in site.facts)


@pytest.mark.parametrize(
    ("path", "changed", "status", "sentence"),
    [
        ("enquetes", {"respondents": "311"}, 409, "plus de réponses (311) que de destinataires (310)"),
        ("enquetes", {"respondents": "-1"}, 409, "plus de réponses"),
        ("enquetes", {"respondents": "28,5"}, 422, "nombre entier"),
        ("enquetes", {"population": "0", "respondents": "0"}, 409, "au moins une personne"),
        ("enquetes", {"shares": "La moitié : un lieu"}, 422, "Commencez chaque résultat par sa part"),
        ("enquetes", {"shares": "101 : un lieu"}, 409, "dépasse cent pour cent"),
        ("enquetes", {"on": "31/02/2018"}, 422, "n’existe pas dans le calendrier"),
        ("enquetes", {"on": "2199"}, 409, "pas encore venu"),
        ("reunions", {"present": "22", "at_least": "20"}, 409, "pas les deux"),
        ("reunions", {"present": "0"}, 409, "au moins une personne"),
        ("reunions", {"group": "nulle-part"}, 409, "n’existe pas"),
        ("visions", {"horizon": "2018"}, 409, "doit venir après le jour où la vision est énoncée"),
        ("visions", {"text": ""}, 422, "obligatoire"),
        ("propositions", {"proposed_by": ""}, 422, "obligatoire"),
        ("groupes", {"on": "13/2018"}, 422, "n’existe pas dans le calendrier"),
    ],
)
def test_a_wrong_report_is_explained_and_nothing_typed_is_lost(site, board, path, changed, status, sentence):
    page = report(site, board, path, **changed)

    assert page.status_code == status
    assert sentence in words(page)
    kept = next(value for key, value in FORMS[path].items() if key not in changed)
    assert kept in words(page)


@pytest.mark.parametrize("path", FORMS)
def test_a_report_sent_twice_is_told_once(site, board, path):
    before = len(site.facts)
    report(site, board, path)
    once = len(site.facts)
    report(site, board, path)

    assert before < once == len(site.facts)


def test_a_member_reads_and_reports_nothing(site, board):
    site.given(formed, admitted("lea"))
    member = site.browser(site.person("lea", "Léa"))

    page = words(member.get(site.at("/reseau")))

    assert "Structures proactives" in page
    assert "Rapporter une enquête" not in page
    assert report(site, member, "enquetes").status_code == 403
    assert not any(isinstance(fact, SurveyReported) for fact in site.facts)


def test_meetings_go_on_by_their_key(site, board):
    site.given(*(MeetingReported(**vars(met) | {"meeting": f"m{n:02}", "title": f"Forum {n:02}"}) for n in range(25)))

    first = words(board.get(site.at("/reseau")))
    more = words(board.get(site.at(f"/reseau?date={Day('2018-11-06')}&avant=m05")))

    assert first.count('">Forum') == 20
    assert [f"Forum {n:02}" in more for n in (4, 5)] == [True, False]
    assert "avant=m05" in first


def test_nothing_reported_yet_is_said(site, board):
    assert words(board.get(site.at("/reseau"))).count("Aucun") >= 5
