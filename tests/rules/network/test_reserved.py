"""Seats kept for the members of three associations: themselves and whoever belongs to one that day."""

from dataclasses import replace

import pytest

from governance.membership.facts import ActorKind, OrganisationRegistered
from governance.membership.person_facts import Affiliated, OrganisationCorrected
from governance.network.card_facts import CardId, CardJoined, CardWritten
from governance.network.catalogue import FieldName, StateName, Value
from governance.network.join import JoinCard
from governance.words import Day, MemberId, PersonId, Public
from tests.coop import admitted, adopted, scic
from tests.gwt import given
from web.edge.catalogue_file import shipped

COURSES, TODAY = shipped()["formations"], Day("2026-03-02")
THREE = (Value(FieldName("reservee"), Public("Cagette et Cie\nLes Enfants du pays\nLe Ruban vert")),)
course = CardWritten(CardId("c"), COURSES.name, Public("Animer"), THREE, StateName("annoncee"), Day("2026"))
CRATE = MemberId("cagette")
crate = OrganisationRegistered(CRATE, Public("CAGETTE  et Cie"), ActorKind.ESS_ENTERPRISE, False)
LEA = MemberId("lea")
belongs = Affiliated(PersonId(LEA), CRATE, Day("2025"))
KNOWN = (adopted(scic()), admitted("lea"), admitted("cagette"), course, crate)
join = JoinCard(COURSES, course.card, LEA, 1, TODAY, CRATE)


def test_whoever_belongs_to_one_of_them_has_a_seat():
    given(*KNOWN, belongs).when(join).then(CardJoined(course.card, LEA, 1, TODAY, CRATE))
    given(*KNOWN).when(replace(join, member=CRATE)).then(CardJoined(course.card, CRATE, 1, TODAY, CRATE))


@pytest.mark.parametrize(
    ("more", "change"),
    [
        ([], {}),
        ([belongs], {"through": None}),
        ([replace(belongs, until=Day("2026-03-01"))], {}),
        ([replace(belongs, on=Day("2026-04-01"))], {}),
        ([belongs, OrganisationCorrected(CRATE, Public("Une autre"), ActorKind.ESS_ENTERPRISE, False)], {}),
    ],
)
def test_nobody_else_has(more, change):
    refused = given(*KNOWN, *more).when(replace(join, **change))
    refused.refused("seats-reserved", names="Cagette et Cie, Les Enfants du pays, Le Ruban vert")


def test_where_nothing_is_said_every_member_may():
    given(*KNOWN[:3], replace(course, values=())).when(replace(join, through=None)).then(
        CardJoined(course.card, LEA, 1, TODAY)
    )
