"""An association that became a cooperative: what it voted reads as it did, under the statutes of then."""

import re
from dataclasses import replace

import pytest

from governance.counting.count import count
from governance.counting.tally import WHOLE, Tally
from governance.decision.facts import DecisionRecorded, Way
from governance.statutes.facts import Form, Organ, Scheme
from governance.vote.facts import VoteClosed, VoteCounted
from governance.words import Day, DecisionId, Office, Public
from tests.coop import adopted, scic
from tests.pages.test_what_if import AG, V1, session
from tests.rules.vote.test_voting import opened
from tests.site import Site

ASSOCIATION = replace(scic(), form=Form.ASSOCIATION, schemes=(), capital=None)
VOTE = opened(form=Form.ASSOCIATION, scheme=Scheme(Organ.ASSEMBLY))
COUNTED = VoteCounted(V1, count(VOTE.rules, [Tally(WHOLE, 40, 40, 21, 19)]))
DECISION = DecisionRecorded(
    DecisionId("d1"), 1, Public("Comptes"), Public("Oui."), Organ.ASSEMBLY, Day("2026-03-02"), Way.VOTE, True, V1, AG
)
PAGES = [f"/scrutins/{V1}", f"/scrutins/{V1}/fichier", "/decisions/d1", f"/assemblees/{AG}", "/decisions", "/scrutins"]


@pytest.fixture
def secretary(site: Site):
    site.given(*session(10, ASSOCIATION), VOTE, VoteClosed(V1), COUNTED, DECISION)
    return site.browser(site.person("sec", "Sacha Secrétaire", Office.SECRETARY))


def read(site, secretary, path):
    return re.sub(r'value="[0-9a-f]{32}"|depuis=\d+', "", secretary.get(site.at(path)).text)


def test_what_an_association_voted_reads_the_same_once_it_is_a_cooperative(site: Site, secretary):
    before = {path: read(site, secretary, path) for path in PAGES}

    site.given(adopted(scic(), "2026-04-01", "v2"))

    assert {path: read(site, secretary, path) for path in PAGES} == before
    assert "21" in before[f"/scrutins/{V1}"]
    assert "Collège des salariés" not in before[f"/scrutins/{V1}"], "nor had it collèges"
    assert '"form": "association"' in before[f"/scrutins/{V1}/fichier"]
    assert "Collège des salariés" in secretary.get(site.at("/statuts")).text
