"""Voting in the room at the counter: which ways are open, hands confirmed, urns counted by two, forms before."""

import json
from dataclasses import replace

import pytest

from governance.assembly.facts import OfficersNamed
from governance.assembly.presence_facts import AttendanceEnded
from governance.membership.facts import MemberAdmitted
from governance.statutes.facts import Aggregation, Form, Organ, Ruled
from governance.vote.facts import BulletinsCounted, Channel, Emarged, HandsCounted, VoteCounted, VoteOpened
from governance.vote.question import BOARD_OF_SA
from governance.words import Day, Office, PersonId, Public
from tests.coop import IRIS, LEA, NOE, TOM, scic
from tests.rules.vote.test_voting import AG, V1, ballot, convened, line, opened, there
from tests.site import Site
from web.recount import recount
from web.words import cited

SHOW, OPEN = "/scrutins/vote1", "/resolutions/r1/scrutin"
NAMES = ((LEA, "Léa"), (TOM, "Tom"), (NOE, "Noé"), (IRIS, "Iris"))


@pytest.fixture
def hall(site: Site):
    """Léa, Tom and Iris are there; Léa and Tom are the tellers."""
    site.given(*convened, *(line(who) for who in (LEA, TOM, NOE)), line(IRIS, "salaries"))
    for who, name in NAMES:
        site.person(who, name)
        site.given(MemberAdmitted(who, "benevoles", "benevoles", Day("2021-01-01")))
    site.given(OfficersNamed(AG, PersonId("lea"), None, (PersonId("lea"), PersonId("tom"))))
    site.given(there(LEA), there(TOM), there(IRIS, "salaries"))
    return site


@pytest.fixture
def secretary(hall: Site):
    return hall.browser(hall.person("sec", "Sacha Secrétaire", Office.SECRETARY))


def post(site, browser, path, gesture="a", **fields):
    return browser.post(site.at(path), data={"gesture": gesture * 32, **fields})


def said(site, kind):
    return [fact for fact in site.facts if isinstance(fact, kind)]


def test_the_page_offers_what_is_open_and_says_why_the_rest_is_not(hall: Site, secretary):
    page = secretary.get(hall.at(OPEN)).text

    assert 'value="hands" checked' in page
    assert "Par formulaire, reçu sur papier avant la séance" in page
    assert cited("C.com L227-9") in page


def test_hands_are_deduced_shown_and_confirmed_then_counted(hall: Site, secretary):
    post(hall, secretary, OPEN, channels="hands")
    [vote] = said(hall, VoteOpened)
    path = f"/scrutins/{vote.vote}/mains-levees"

    seen = post(hall, secretary, path, "b", **{"against.-benevoles": "1"})
    assert "Pour, déduit" in seen.text
    assert not said(hall, HandsCounted)
    shown = {"in_favour.-benevoles": "1", "in_favour.-salaries": "1", "against.-benevoles": "1"}
    result = post(hall, secretary, path, "b", **shown)

    [counted] = said(hall, HandsCounted)
    assert [(one.college, one.there, one.for_) for one in counted.lines if one.there] == [
        ("salaries", 1, 1),
        ("benevoles", 2, 1),
    ]
    assert said(hall, VoteCounted)
    assert "Pour, déduit" in result.text


def test_e14_on_the_board_of_a_sa_who_counts_hands_says_where_the_chair_is(hall: Site, secretary):
    scheme = replace(scic().scheme(Organ.ASSEMBLY), organ=Organ.BOARD, aggregation=Ruled(Aggregation.FLAT, Public("")))
    hall.given(AttendanceEnded(AG, TOM))
    hall.given(opened(form=Form.SA, scheme=scheme, majority=BOARD_OF_SA, channels=(Channel.HANDS,)))
    path, tie = f"{SHOW}/mains-levees", {"against.-salaries": "1", "chair": "for"}

    assert "De quel côté est la présidence" in secretary.get(hall.at(path)).text
    seen = post(hall, secretary, path, **tie)
    assert 'name="chair" value="for"' in seen.text
    post(hall, secretary, path, **tie, **{"in_favour.-benevoles": "1", "in_favour.-salaries": "0"})

    [counted] = said(hall, VoteCounted)
    again = json.loads(recount(secretary.get(hall.at(f"{SHOW}/fichier")).text))
    assert (counted.chair_for, counted.count.adopted, again["count"]["adopted"]) == (True, True, True)


@pytest.mark.parametrize(
    ("fields", "status", "words"),
    [
        ({"against.-benevoles": "3"}, 409, "Plus de mains que de voix"),
        ({"against.-benevoles": "-1"}, 409, "négatif"),
        ({"against.-benevoles": "un"}, 422, "nombre"),
        ({"in_favour.-benevoles": "3", "in_favour.-salaries": "1"}, 409, "entré ou sorti"),
    ],
)
def test_hands_that_cannot_be_come_back(hall: Site, secretary, fields, status, words):
    hall.given(opened(channels=(Channel.HANDS,)))

    page = post(hall, secretary, f"{SHOW}/mains-levees", **fields)

    assert (page.status_code, words in page.text) == (status, True)
    assert not said(hall, HandsCounted)


def test_unanimity_is_one_press(hall: Site, secretary):
    hall.given(opened(channels=(Channel.HANDS, Channel.ONLINE)), ballot(LEA))

    everybody = {"in_favour.-benevoles": "1", "in_favour.-salaries": "1"}
    post(hall, secretary, f"{SHOW}/mains-levees", **everybody)

    [counted] = said(hall, VoteCounted)
    assert sum(one.tally.for_ for one in counted.count.lines) == 3
    file = secretary.get(hall.at(f"{SHOW}/fichier")).text
    assert json.loads(recount(file))["count"]["for"] == str(counted.count.for_)


def test_two_tellers_enter_what_they_found_and_differences_show(hall: Site, secretary):
    hall.given(opened(channels=(Channel.PAPER,), secret=True))
    lea, tom = hall.browser(LEA), hall.browser(TOM)

    post(hall, secretary, f"{SHOW}/emargement", "1", member=["lea", "tom", "iris"])
    assert len(said(hall, Emarged)) == 3
    assert "3 bulletins sur 4" in secretary.get(hall.at(SHOW)).text
    post(hall, secretary, f"{SHOW}/cloture", "2")
    mine = {"for_.-benevoles": "2", "for_.-salaries": "1"}
    post(hall, lea, f"{SHOW}/urnes", "3", **mine)
    assert ">2<" not in tom.get(hall.at(f"{SHOW}/urnes")).text
    differ = post(hall, tom, f"{SHOW}/urnes", "4", **{"for_.-benevoles": "1", "for_.-salaries": "1"})
    assert "n’ont pas trouvé la même chose" in differ.text
    assert "Deux scrutateurs" in post(hall, secretary, f"{SHOW}/depouillement", "5").text
    post(hall, tom, f"{SHOW}/urnes", "6", **mine)
    assert len(said(hall, BulletinsCounted)) == 3
    assert "Moins de trois personnes" in secretary.get(hall.at(f"{SHOW}/depouillement")).text
    result = post(hall, secretary, f"{SHOW}/depouillement", "7").text

    assert "Détail par collège non publié" in result
    assert 'class="picture"' not in result
    assert secretary.get(hall.at(f"{SHOW}/fichier")).status_code == 404
    chair = hall.browser(hall.person("pres", "Paule Présidente", Office.CHAIR))
    assert post(hall, secretary, f"{SHOW}/detail", "8", reason="Accord de tous").status_code == 409
    shown = post(hall, chair, f"{SHOW}/detail", "9", reason="Accord de tous").text
    assert "Accord de tous" in shown
    assert 'class="picture"' in shown


def test_one_person_types_the_sheet_that_two_signed(hall: Site, secretary):
    hall.given(opened(channels=(Channel.PAPER,)))

    refused = post(hall, secretary, f"{SHOW}/urnes", "1", **{"for_.-benevoles": "2"})
    post(hall, secretary, f"{SHOW}/urnes", "2", **{"for_.-benevoles": "2", "teller": ["lea", "tom"]})

    assert refused.status_code == 409
    assert {fact.teller for fact in said(hall, BulletinsCounted)} == {"lea", "tom"}
    assert said(hall, BulletinsCounted)[0].vote == V1


def test_a_member_who_is_no_teller_counts_nothing(hall: Site):
    hall.given(opened(channels=(Channel.PAPER,)))

    assert post(hall, hall.browser(NOE), f"{SHOW}/urnes", **{"for_.-benevoles": "2"}).status_code == 409
    assert post(hall, hall.browser(NOE), f"{SHOW}/emargement", member="noe").status_code == 403
