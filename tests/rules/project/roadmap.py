"""The road of the Hautes-Alpes: working group, pilot structure, roadmap, SCIC of ten structures, PTCE, label."""

from collections.abc import Iterator
from dataclasses import replace

from governance.membership.facts import ActorKind, MemberAdmitted, OrganisationRegistered
from governance.project.facts import (
    Condition,
    Counted,
    MilestonePlanned,
    MilestoneReached,
    ProjectStarted,
)
from governance.words import CategoryId, CollegeId, Day, MemberId, MilestoneId, ProjectId, Public

SCIC = ProjectId("scic")
GROUP, PILOT, ROAD, TEN, PTCE, LABEL = (
    MilestoneId(name) for name in ("group", "pilot", "road", "ten", "ptce", "label")
)
FORUM = Day("2018-11-06")

started = ProjectStarted(SCIC, Public("Une SCIC du département"), Public("Une ingénierie commune."), FORUM)


def planned(milestone: MilestoneId, title: str, *after: MilestoneId) -> MilestonePlanned:
    return MilestonePlanned(milestone, SCIC, Public(title), FORUM, after=after)


group = planned(GROUP, "Groupe de travail")
pilot = planned(PILOT, "Structure pilote", GROUP)
road = planned(ROAD, "Feuille de route", GROUP, PILOT)
ten = replace(planned(TEN, "SCIC d’au moins dix structures", ROAD), conditions=(Condition(Counted.STRUCTURES, 10),))
ptce = planned(PTCE, "Pôle territorial", TEN)
label = replace(planned(LABEL, "Dossier French Impact"), after_any=(TEN, PTCE))
ROADMAP = (started, group, pilot, road, ten, ptce, label)


def reached(milestone: MilestoneId, on: str) -> MilestoneReached:
    return MilestoneReached(milestone, SCIC, Day(on))


def structures(count: int, on: str = "2021-02-01") -> Iterator[OrganisationRegistered | MemberAdmitted]:
    """So many organisations of the ESS, members from a day."""
    for number in range(count):
        name = MemberId(f"s{number}")
        yield OrganisationRegistered(name, Public(f"Structure {number}"), ActorKind.ESS_ENTERPRISE, False)
        yield MemberAdmitted(name, CategoryId("structures"), CollegeId("structures"), Day(on))
