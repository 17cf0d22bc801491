"""What is to be done at the counter: by priority, by whom, until when, one by one."""

import pytest

from governance.network.action_facts import ActionDone, HelpOffered, HelpWithdrawn
from governance.words import Office
from tests.coop import admitted, adopted, scic
from tests.pages.test_gatherings import give, kinds_of, words
from tests.rules.network.test_reports import formed, met
from tests.site import Site

ACTION = {"what": "Être l’ambassadeur de l’évènement", "priority": "first", "meeting": "m", "due_meeting": "m"}


@pytest.fixture
def board(site: Site):
    site.given(adopted(scic()), formed, met)
    return site.browser(site.person("bea", "Béa Bureau", Office.BOARD))


def test_an_action_stands_under_its_priority_without_anyone_until_somebody_offers(site, board):
    give(site, board, "actions/nouvelle", **ACTION)
    page = words(board.get(site.at("/reseau/actions?sans=1")))

    assert "À faire prioritairement" in page
    assert "personne encore" in page
    assert "à la réunion « Forum de l’ESS »" in page
    give(site, board, f"actions/{'a' * 32}/aide", "b" * 32, organisation="CEIS", condition="si possible")
    assert "CEIS (si possible)" in words(board.get(site.at("/reseau/actions")))
    assert "ambassadeur" not in words(board.get(site.at("/reseau/actions?sans=1")))


def test_what_everybody_does_is_told_one_by_one(site, board):
    give(site, board, "actions/nouvelle", **ACTION, everybody="true")
    page = words(give(site, board, f"actions/{'a' * 32}/parts", "b" * 32, organisation="CEIS", on="01/02/2019"))

    assert "1 faite sur 2" in page
    assert "UDESS 05" in page


def test_whoever_offers_finds_it_at_home_and_says_that_it_is_done(site, board):
    site.given(admitted("lea"))
    member = site.browser(site.person("lea", "Léa"))
    give(site, board, "actions/nouvelle", **ACTION)

    assert give(site, member, f"actions/{'a' * 32}/fin", "b" * 32, on="01/02/2019").status_code == 409
    give(site, member, f"actions/{'a' * 32}/moi", "c" * 32)
    assert "ambassadeur" in words(member.get(site.at("/")))
    page = give(site, member, f"actions/{'a' * 32}/fin", "d" * 32, on="01/02/2019")

    assert "faite le 1er février 2019" in words(page)
    assert "ambassadeur" not in words(member.get(site.at("/")))
    assert len(kinds_of(site, HelpOffered)) == len(kinds_of(site, ActionDone)) == 1


def test_whoever_offered_does_it_no_more_by_herself_or_by_the_board(site, board):
    site.given(admitted("lea"))
    member = site.browser(site.person("lea", "Léa"))
    give(site, board, "actions/nouvelle", **ACTION)
    give(site, member, f"actions/{'a' * 32}/moi", "b" * 32)
    give(site, board, f"actions/{'a' * 32}/aide", "c" * 32, organisation="CEIS")

    page = words(give(site, member, f"actions/{'a' * 32}/moi/retrait", "d" * 32))
    assert "Je m’en charge" in page
    assert give(site, board, f"actions/{'a' * 32}/aide/retrait", "e" * 32, helper="lea/").status_code == 404
    assert "personne encore" in words(give(site, board, f"actions/{'a' * 32}/aide/retrait", "f" * 32, helper="/CEIS"))
    assert len(kinds_of(site, HelpWithdrawn)) == 2


def test_an_action_says_when_its_reminder_leaves_and_none_without_a_day(site, board):
    give(site, board, "actions/nouvelle", **ACTION | {"due_meeting": "", "due": "12/2099"})
    assert "aucun tant que le jour n’est pas connu" in words(board.get(site.at(f"/reseau/actions/{'a' * 32}")))

    page = give(
        site, board, f"actions/{'a' * 32}/correction", "b" * 32, what="Le dire", priority="none", due="09/12/2099"
    )

    assert "le 2 décembre 2099, par courriel" in words(page)


def test_a_wrong_action_keeps_what_was_typed(site, board):
    page = give(site, board, "actions/nouvelle", **ACTION, due_said="à terme")

    assert page.status_code == 409
    assert "d’une seule façon" in words(page)
    assert "ambassadeur" in words(page)


def test_an_action_given_up_says_why(site, board):
    give(site, board, "actions/nouvelle", **ACTION)

    page = words(give(site, board, f"actions/{'a' * 32}/abandon", "b" * 32, reason="Sans objet", on="01/02/2019"))

    assert "abandonnée" in page
    assert "Sans objet" in page
