"""What is said again takes the place of what was said, where that stood: followed one by one or built at once."""

from dataclasses import replace

import psycopg
import pytest

from governance.evidence.trace_facts import LedTo, LinkTakenBack, Thing
from governance.network.action_facts import ActionId, ActionSet
from governance.network.news_facts import NewsletterComposed, NewsletterId
from governance.network.speaking_facts import MandateGiven, MandateId
from governance.project.facts import DecisionLinked
from governance.statutes.facts import LogoKept
from governance.words import Cents, Day, DecisionId, PersonId, ProjectId, Public
from projections.evidence import traces
from projections.follower import Follower
from projections.registers import REGISTERS
from tests.conftest import Database
from tests.registers.dump import dump
from tests.rules.network.test_meetings import noted, planned
from tests.rules.project.roadmap import PILOT, ROADMAP
from tests.rules.project.test_lives import followed, laid, lined
from tests.site import Site, open_site

ON, AGAIN = Day("2026-01"), Public("En d’autres mots")
composed = NewsletterComposed(NewsletterId("n1"), Public("Mars"), (), ON, Public("Bonjour."))
given_to = MandateGiven(MandateId("m1"), Public("Salon"), (PersonId("ada"),), ON)
to_do = ActionSet(ActionId("a1"), Public("Écrire"), ON)
logo = LogoKept("0" * 64, 9, "image/png", Public("La Région"), ON)

SAID = (
    (lined, replace(lined, foreseen=Cents(1))),
    (followed, replace(followed, method=AGAIN)),
    (laid, replace(laid, question=AGAIN, project=ProjectId("autre"))),
    (composed, replace(composed, opening=AGAIN)),
    (given_to, replace(given_to, message=AGAIN)),
    (to_do, replace(to_do, what=AGAIN)),
    (planned, replace(planned, title=AGAIN)),
    (noted, replace(noted, notes=AGAIN)),
    (logo, replace(logo, words=AGAIN)),
)


@pytest.fixture
def site(cooperative):
    with open_site(cooperative) as site:
        yield site


def test_followed_one_by_one_or_built_again_at_once_it_is_the_same(site: Site, cooperative):
    for first, then in SAID:
        site.given(first)
        site.given(then)
    before = tables(cooperative)
    everything = [register.name for register in REGISTERS]
    Follower(site.office.record, site.office.vault, cooperative.conninfo("worker"), REGISTERS).rebuild(everything)

    assert tables(cooperative) == before


def test_nobody_takes_back_a_link_that_the_record_says_by_itself(site: Site):
    cause, effect = Thing("decision.d1"), Thing(f"milestone.{PILOT}")
    site.given(*ROADMAP, LedTo(cause, effect, ON), DecisionLinked(PILOT, DecisionId("d1"), ON))
    site.given(LinkTakenBack(cause, effect, ON, Public("Par erreur.")))

    with site.office.reading() as db:
        [link] = [row for row in traces.around(db, effect) if row["cause"] == cause]

    assert not link["stated"]


def tables(cooperative: Database) -> dict[str, list[str]]:
    with psycopg.connect(cooperative.conninfo("owner")) as db:
        return dump(db)
