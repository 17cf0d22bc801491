"""How solid a meeting is, as a page and as a paper."""

import re

from governance.assembly.facts import IrregularityNoted, SessionClosed
from governance.membership.facts import OfficeTaken
from governance.vote.facts import Choice
from governance.words import Day, Office, PersonId, Public, ResolutionId
from tests.browser.sitting import AG, MEETING, gather, hold
from tests.pages.test_assemblies import words
from tests.site import Site


def test_a_meeting_says_whether_what_was_irregular_can_have_changed_a_result(site: Site):
    gather(site)
    hold(site, alma=Choice.FOR, carline=Choice.FOR, felix=Choice.FOR, heol=Choice.FOR)
    flaw = IrregularityNoted(AG, "too-many-proxies", Public("20.1"), Public("Deux grippes."), 1, ResolutionId("local"))
    site.given(flaw, SessionClosed(AG))
    alma = site.browser("alma")

    page = words(alma.get(site.at(f"{MEETING}/solidite")))
    paper = alma.get(site.at(f"{MEETING}/solidite.pdf"))

    assert "Contestable jusqu’au" in page
    assert "Deux grippes." in page
    assert "art. 20.1 des statuts" in page
    assert "ne peut avoir changé le résultat" in page
    assert "Le procès-verbal n’est pas établi." in page
    assert "La feuille de présence signée et certifiée par le bureau n’est pas gardée" in page
    assert paper.content.startswith(b"%PDF")
    assert re.search(r"solidite", alma.get(site.at(MEETING)).text)


def test_the_chair_is_offered_to_pass_over_what_the_statutes_alone_refuse(site: Site):
    gather(site)
    site.given(OfficeTaken(PersonId("alma"), Office.CHAIR, Day("2000")))
    at, asked = site.at(f"{MEETING}/pouvoirs"), {"statutes": "v1", "grantor": "durance", "holder": "carline"}
    offer = "Passer outre, en le disant"
    secretary, chair = site.browser("irene"), site.browser("alma")

    turned_away = secretary.post(at, data={**asked, "gesture": "a" * 32})
    offered = chair.post(at, data={**asked, "gesture": "b" * 32})
    done = chair.post(at, data={**asked, "gesture": "b" * 32, "despite": "Deux grippes."})

    assert (turned_away.status_code, offer in turned_away.text) == (409, False)
    assert (offered.status_code, offer in offered.text) == (409, True)
    assert done.status_code == 200
    assert [one.reason for one in site.facts if isinstance(one, IrregularityNoted)] == ["Deux grippes."]
