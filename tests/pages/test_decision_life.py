"""The page of a decision is its whole life: what it asks, of whom, until when; what it changed and what changed it."""

from datetime import UTC, datetime

from governance.decision.life_facts import Change, DecisionChanged, FollowUpDone, FollowUpSet
from governance.words import Office, legal_day
from tests.rules.decision.test_decisions import agreed, voted
from tests.site import Site

TODAY = str(legal_day(datetime.now(UTC)))


def test_a_decision_is_followed_up_to_its_end(site: Site):
    secretary = site.browser(site.person("sec", "Sacha Secrétaire", Office.SECRETARY))
    ines = site.browser(site.person("ines", "Inès Allard"))
    site.given(voted, DecisionChanged(agreed.decision, voted.decision, Change.REVOKES, voted.on))
    page = site.at("/decisions/d1")
    asked = {"gesture": "a" * 32, "what": "Déposer les comptes au greffe", "owner": "ines", "due": TODAY}

    written = secretary.post(f"{page}/suites", data=asked).text
    secretary.post(f"{page}/reexamen", data={"gesture": "b" * 32, "on": TODAY})
    [task] = [fact for fact in site.facts if isinstance(fact, FollowUpSet)]
    mine = f"{page}/suites/{task.task}/ma-part"
    reminded, hers = secretary.get(site.at("/")).text, ines.get(site.at("/")).text
    hidden = secretary.get(mine)
    ines.post(mine, data={"gesture": "c" * 32})

    assert "Déposer les comptes au greffe" in written
    assert "contestable jusqu’au 2" in written
    assert "décision à réexaminer" in reminded
    assert "Déposer les comptes au greffe" in hers
    assert hidden.status_code == 404  # it is not hers
    assert any(isinstance(fact, FollowUpDone) for fact in site.facts)
    assert "fait le" in secretary.get(page).text
    assert "Déposer" not in ines.get(site.at("/")).text
