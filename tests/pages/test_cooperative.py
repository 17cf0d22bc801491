"""What every paper says of the cooperative and of its funders, from the day on which somebody writes it."""

from governance.statutes.facts import CooperativeDescribed, FundersMentioned
from governance.words import Office
from tests.coop import adopted, scic
from tests.documents.reading import Paper
from tests.site import Site

SAID = {
    "name": "La coopérative du Buëch", "form": "SAS", "seat": "2 rue du Four, 05700 Serres",
    "registration": "RCS Gap 901 234 567", "on": "01/03/2026", "gesture": "a" * 32,
    "funders": "Fonds européen agricole pour le développement rural (FEADER)",
}  # fmt: skip


def described(site: Site):
    return [fact for fact in site.facts if isinstance(fact, CooperativeDescribed | FundersMentioned)]


def test_papers_bear_the_words_of_the_funders(site: Site):
    site.given(adopted(scic()))
    secretary = site.browser(site.person("sec", "Sacha Secrétaire", Office.SECRETARY))
    there = site.at("/statuts/cooperative")

    assert secretary.post(there, data=SAID | {"seat": ""}).status_code == 422
    before = len(described(site))
    secretary.post(there, data=SAID)
    secretary.post(there, data=SAID)

    secretary.post(there, data=SAID | {"on": "02/03/2026", "gesture": "b" * 32})

    assert len(described(site)) == before + 2, "the same another day adds nothing"
    assert "2 rue du Four" in secretary.get(there).text
    words = Paper(secretary.get(site.at("/membres.pdf")).content).words
    assert "(FEADER)" in words
    assert "RCS Gap 901 234 567" in words
