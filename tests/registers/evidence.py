"""A small cooperative with something to prove: three organisations, two persons, an assembly, a survey, a roadmap."""

from governance.assembly.facts import AssemblyConvened, AssemblyPlanned
from governance.membership.facts import ActorKind, MemberAdmitted, OfficeTaken, OrganisationRegistered
from governance.network.facts import MeetingId, MeetingReported, NeedId, NeedStated, SurveyId, SurveyReported
from governance.project.facts import MilestonePlanned, MilestoneReached
from governance.statutes.facts import Organ, StatutesAdopted
from governance.words import (
    AssemblyId,
    CategoryId,
    CollegeId,
    Day,
    Fact,
    MemberId,
    MilestoneId,
    Office,
    PersonId,
    ProjectId,
    Public,
    StatutesId,
)
from tests.coop import adopted, scic
from tests.rules.assembly.coop import opened
from tests.rules.decision.test_decisions import counted
from tests.rules.vote.test_voting import opened as vote_opened

SPRING = AssemblyId("spring")


def organisation(member: str, kind: ActorKind, seat: str = "") -> OrganisationRegistered:
    return OrganisationRegistered(MemberId(member), Public(member.title()), kind, False, seat=Public(seat))


def admitted(member: str, category: str, on: str = "2021-02-01") -> MemberAdmitted:
    return MemberAdmitted(MemberId(member), CategoryId(category), CollegeId(category), Day(on))


def statutes(version: str = "v1", on: str = "2020-01-01") -> StatutesAdopted:
    return adopted(scic(), on, version)


ORGANISATIONS: list[Fact] = [
    organisation("atelier", ActorKind.ESS_ENTERPRISE, "Embrun"),
    organisation("commune", ActorKind.LOCAL_AUTHORITY, "Gap"),
    organisation("scierie", ActorKind.OTHER_ENTERPRISE),
    admitted("atelier", "producteurs"),
    admitted("commune", "soutiens"),
    admitted("scierie", "producteurs", "2022-01-01"),
]
PERSONS: list[Fact] = [admitted("lea", "salaries"), OfficeTaken(PersonId("max"), Office.CHAIR, Day("2021"))]
ASSEMBLY: list[Fact] = [
    AssemblyPlanned(SPRING, Organ.ASSEMBLY, Public("Assemblée"), Day("2026-03-20"), "18:30", Public("Gap")),
    AssemblyConvened(SPRING, Day("2026-03-02"), StatutesId("v1"), 18, 15, Public("17")),
    opened,
    vote_opened(),
    counted,
]
NETWORK: list[Fact] = [
    MeetingReported(MeetingId("m1"), Public("Rencontre"), Day("2017-11"), Public("Gap"), (Public("Atelier"),), 14),
    SurveyReported(
        SurveyId("s1"), Public("Enquête"), Day("2018"), 310, 28, Public("établissements"), Public("L’union")
    ),
    NeedStated(NeedId("n1"), SurveyId("s1"), Public("Un local")),
    NeedStated(NeedId("n2"), SurveyId("s1"), Public("Un emploi partagé")),
]
ROADMAP: list[Fact] = [
    MilestonePlanned(MilestoneId("j1"), ProjectId("p"), Public("Groupe de travail"), Day("2017-11")),
    MilestonePlanned(MilestoneId("j2"), ProjectId("p"), Public("Structure pilote"), Day("2017-11")),
    MilestonePlanned(MilestoneId("j1"), ProjectId("p"), Public("Groupe de travail en route"), Day("2018")),
    MilestoneReached(MilestoneId("j1"), ProjectId("p"), Day("2018-05")),
]
