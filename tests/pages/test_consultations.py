"""A written consultation at the counter: its result says whose answers made the quorum."""

from dataclasses import replace

from governance.vote.close import CountVote
from governance.vote.facts import VoteClosed
from governance.words import Office
from tests.coop import LEA, TOM
from tests.gwt import given
from tests.rules.vote.test_consultation import WRITTEN, asked, called
from tests.rules.vote.test_voting import AG, V1, ballot


def test_the_result_of_a_consultation_shows_the_quorum_of_those_who_answered(site):
    answers = [replace(ballot(member), channel=WRITTEN) for member in (LEA, TOM)]
    [counted] = given(*called, asked, *answers, VoteClosed(V1)).when(CountVote(V1, AG)).gained()
    site.person(LEA, "Léa")
    site.person(TOM, "Tom")
    site.given(*called, asked, *answers, VoteClosed(V1), counted)

    page = site.browser(site.person("sec", "Sacha", Office.SECRETARY)).get(site.at("/scrutins/vote1"))

    assert page.status_code == 200
    assert "Quorum : ceux qui ont répondu" in page.text.replace("\u202f", " ").replace("\xa0", " ")
