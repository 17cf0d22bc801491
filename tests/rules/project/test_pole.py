"""Belonging to the pole: joined once, left once, back again; counted once with the members of the cooperative."""

from dataclasses import replace

import pytest

from governance.membership.facts import ActorKind, OrganisationRegistered
from governance.network.pole_facts import PoleJoined, PoleLeft
from governance.project.facts import Counted
from governance.project.pole import JoinPole, LeavePole
from governance.words import Day, DecisionId, MemberId, Public
from tests.coop import admitted
from tests.gwt import given
from tests.rules.project.roadmap import structures
from tests.rules.project.test_reach import counted

ON, LATER = Day("2025-03"), Day("2026-01-10")
TOWN = MemberId("town")
town = OrganisationRegistered(TOWN, Public("Commune"), ActorKind.LOCAL_AUTHORITY, True)
join = JoinPole(TOWN, ON)
joined, left = PoleJoined(TOWN, ON), PoleLeft(TOWN, LATER, Public("Fin du programme."))


def test_it_joins_once_leaves_once_and_comes_back():
    given(town).when(join).then(joined)
    given(town, joined).when(join).then()
    given(town, joined).when(LeavePole(TOWN, LATER, left.reason)).then(left)
    given(town, joined, left).when(LeavePole(TOWN, LATER, left.reason)).then()
    given(town, joined, left).when(replace(join, on=Day("2026-02"))).then(PoleJoined(TOWN, Day("2026-02")))


def test_an_organisation_that_nobody_knew_is_registered_as_it_joins():
    new = replace(join, name=Public("Commune"), kind=ActorKind.LOCAL_AUTHORITY)

    given().when(new).then(town, joined)


@pytest.mark.parametrize(
    ("facts", "command", "reason"),
    [
        ((), join, "organisation-without-kind"),
        ((town,), replace(join, decision=DecisionId("nulle")), "unknown-decision"),
        ((town,), replace(join, on=Day("2027")), "day-to-come"),
        ((town, joined, left), join, "back-before-it-left"),
        ((town,), LeavePole(TOWN, LATER), "not-of-the-pole"),
        ((town, joined), LeavePole(TOWN, Day("2024")), "ended-before-it-began"),
    ],
)
def test_it_is_refused_by_its_name(facts, command, reason):
    given(*facts).when(command).refused(reason)


def test_a_member_of_the_cooperative_counts_once_whether_it_joined_or_not():
    both = PoleJoined(MemberId("s0"), ON)
    facts = [*structures(2, "2024"), admitted("lea", on="2024-01-01"), town, joined, both, left]

    assert counted("2025-06-01", *facts)[Counted.POLE] == 3, "two members, and the town"
    assert counted("2026-02-01", *facts)[Counted.POLE] == 2
    assert counted("2023-12-31", *facts)[Counted.POLE] == 0


def test_it_has_left_even_where_only_the_year_is_known():
    given(town, joined).when(LeavePole(TOWN, Day("2025"))).then(PoleLeft(TOWN, Day("2025")))

    assert counted("2026-02-01", town, joined, PoleLeft(TOWN, Day("2025")))[Counted.POLE] == 0
