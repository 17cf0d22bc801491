"""« Organes »: every seat of the board with who holds it, what is vacant or ends, and what is to be done."""

from dataclasses import replace

from governance.assembly.facts import AssemblyPlanned
from governance.membership.facts import (
    ActorKind,
    MemberAdmitted,
    OfficeTaken,
    OrganisationRegistered,
    RepresentativeNamed,
)
from governance.statutes.facts import Board, Form, Organ, Ruled, Seats
from governance.words import AssemblyId, CategoryId, CollegeId, Day, MemberId, Office, PersonId, Public
from tests.coop import adopted, scic
from tests.hall import in_days, typed
from tests.pages.hall import words

SEATS = (
    Seats(CollegeId("salaries"), 2, 3, Public("25")),
    Seats(CollegeId("structures"), 1, 1, Public("25")),
    Seats(CollegeId("benevoles"), 1, 2, Public("25")),
)
BOARD = Board(least=Ruled(4, Public("25")), seats=SEATS, casting_vote=Ruled(True, Public("27")))


def seated(site, who, college, since, office=Office.BOARD, **told):
    person = site.person(who, who.capitalize())
    site.given(MemberAdmitted(MemberId(who), CategoryId(college), CollegeId(college), Day("2018-12-01")))
    site.given(OfficeTaken(person, office, Day(since), **told))


def settled(site, form=Form.SA):
    site.given(adopted(replace(scic(), form=form, board=BOARD)))
    site.person("sec", "Sacha", Office.SECRETARY)
    seated(site, "ana", "salaries", str(in_days(-30)), Office.CHAIR)
    seated(site, "bo", "benevoles", "2020-05-10")
    site.given(OrganisationRegistered(MemberId("luye"), Public("Recyclerie"), ActorKind.ESS_ENTERPRISE, False))
    site.given(MemberAdmitted(MemberId("luye"), CategoryId("structures"), CollegeId("structures"), Day("2018-12-01")))
    chloe = site.person("chloe", "Chloé")
    site.given(RepresentativeNamed(MemberId("luye"), chloe, Day("2018-12-01")))
    site.given(OfficeTaken(PersonId("chloe"), Office.BOARD, in_days(-20), provisional=True))


def page(site, who="sec"):
    return words(site.browser(who).get(site.at("/organes")))


def test_on_a_past_day_it_is_who_sat_then(site):
    settled(site)
    told = words(site.browser("sec").get(site.at("/organes?le=2020-06-01")))

    assert "Bo 10 mai 2020" in told
    assert "Ana" not in told
    assert "Vous lisez le registre du passé." in told


def test_each_seat_is_with_its_college_and_what_lacks_is_said(site):
    settled(site)

    told = page(site)

    assert "1 siège vacant" in told
    assert "trois mois" in told
    assert "Chloé à ratifier" in told
    assert "Bo 10 mai 2020" in told
    assert "à renouveler" in told
    assert "2 sur 3" in told
    assert "oui, à égalité : art. 27" in told
    assert told.index("Ana présidence") < told.index("vacant", told.index("Ana présidence")) < told.index("Chloé")
    assert "1 siège vacant, 1 mandat finit, 1 à ratifier" in words(site.browser("sec").get(site.at("/")))


def test_a_vacancy_leads_to_the_assembly_that_fills_it(site):
    settled(site)
    assert "/assemblees/nouvelle" in site.browser("sec").get(site.at("/organes")).text

    meeting = (Public("AG annuelle"), in_days(60), "18:00", Public("Gap"))
    site.given(AssemblyPlanned(AssemblyId("ag"), Organ.ASSEMBLY, *meeting))

    assert "/assemblees/ag/resolutions/nouvelle" in site.browser("sec").get(site.at("/organes")).text
    assert "/assemblees/ag/resolutions" not in site.browser("bo").get(site.at("/organes")).text


def test_a_provisional_seat_is_entered_then_ratified(site):
    settled(site)
    sec = site.browser("sec")
    asked = {"person": "chloe", "office": "board", "on": typed(in_days(0)), "gesture": "c" * 32}

    assert 'value="true" checked' in sec.get(site.at("/mandats/nouveau?provisoire")).text
    sec.post(site.at("/mandats/nouveau"), data=asked)

    told = page(site)
    assert "à ratifier" not in told
    assert told.count("Chloé") == 1
