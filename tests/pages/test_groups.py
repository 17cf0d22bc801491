"""A group for whoever arrives: where it met under which name, who came, who speaks for it and what came back."""

from dataclasses import replace

import pytest

from governance.network.facts import MeetingId
from governance.network.meeting_facts import GroupRenamed
from governance.network.speaking_facts import MandateGiven, MandateReported
from governance.words import Day, Office, Public
from tests.coop import admitted, adopted, scic
from tests.pages.test_gatherings import give, kinds_of, words
from tests.rules.network.test_reports import formed, met
from tests.site import Site


def meeting(name: str, day: str, place: str, structures: int):
    """One of Vichy's."""
    came = tuple(Public(f"Structure {number:02}") for number in range(structures))
    told = {"title": Public(f"Réunion {name}"), "on": Day(day), "place": Public(place), "organisations": came}
    return replace(met, meeting=MeetingId(name), at_least=None, group=formed.group, **told)


@pytest.fixture
def board(site: Site):
    site.given(adopted(scic()), replace(formed, on=Day("2013")))
    return site.browser(site.person("bea", "Béa Bureau", Office.BOARD))


def test_a_newcomer_reads_where_a_group_met_under_which_name_and_who_came(site, board):
    site.given(meeting("r1", "2013-11", "Vichy", 14), meeting("r2", "2014-01-30", "Cusset", 28))
    site.given(GroupRenamed(formed.group, Public("Faites des possibles"), Day("2014-01")))

    page = words(board.get(site.at("/reseau/groupes/g/histoire")))

    told = [
        "Formé",
        "novembre 2013",
        "Vichy · 14 structures",
        "Renommé",
        "Faites des possibles",
        "Cusset · 28 structures",
    ]
    places = [page.index(one, page.index("timeline")) for one in told]
    assert places == sorted(places)
    assert page.count("<td>présente</td>") == 14 + 28
    assert page.index("<li>Cusset") < page.index("<li>Vichy"), "the last place first"


def test_somebody_speaks_for_the_group_and_says_what_comes_back(site, board):
    site.given(admitted("lea"))
    lea, tom = (site.person(name, name.capitalize()) for name in ("lea", "tom"))
    asked = {
        "event": "Salon de l’ARPE",
        "day": "02/2019",
        "group": "g",
        "message": "Nos ateliers",
        "people": [lea, tom],
    }

    nobody = give(site, board, "mandats/nouveau", **asked | {"people": []})
    page = words(give(site, board, "mandats/nouveau", **asked))
    group = words(board.get(site.at("/reseau/groupes/g")))
    member = site.browser(lea)
    back = give(site, member, f"mandats/{'a' * 32}/retour", "b" * 32, words="Trois contacts", on="02/03/2019")

    assert nobody.status_code == 409
    assert "Salon de l’ARPE" in words(nobody)
    assert "Lea, Tom" in page
    assert "retour attendu" in group
    assert "Trois contacts" in words(back)
    assert "retour le 2 mars 2019" in words(board.get(site.at("/reseau/mandats")))
    assert len(kinds_of(site, MandateGiven)) == len(kinds_of(site, MandateReported)) == 1
