"""A small cooperative and one of its assemblies, from the plan to the session."""

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction

from governance.assembly.facts import (
    AdjournedForLackOfQuorum,
    AssemblyConvened,
    AssemblyPlanned,
    KindQuorum,
    MandateEntered,
    Matter,
    ResolutionTabled,
    RollSealed,
    SessionOpened,
)
from governance.assembly.presence_facts import AttendanceSigned, ProxyGiven
from governance.counting.tally import QuorumState
from governance.membership.facts import MemberAdmitted, RepresentativeNamed
from governance.statutes.facts import Kind, Organ, ProxyRules, Voice
from governance.words import (
    AssemblyId,
    CategoryId,
    CollegeId,
    Day,
    MemberId,
    PersonId,
    Public,
    ResolutionId,
    StatutesId,
)
from tests.rules.statutes.samples import adopted as adopt
from tests.rules.statutes.samples import college, lawful, ruled, scheme

SPRING = AssemblyId("spring")
V1 = StatutesId("v1")
DAY = Day("2026-03-20")
EVENING = datetime(2026, 3, 20, 18, 45, tzinfo=UTC)

proxies = ProxyRules(ruled(1, "19"), ruled(Fraction(1, 20), "19"), ruled(True, "19.2"))
statutes = replace(
    lawful,
    schemes=(scheme(college("staff", 40), college("users", 50), college("town", 10)),),
    proxies=proxies,
)
adopted = adopt(statutes=statutes)
hearing = replace(
    statutes,
    schemes=(scheme(college("staff", None, Voice.ADVISORY), college("users", 50), college("town", 50)),),
)

MEMBERS = {
    "alma": "staff",
    "basile": "staff",
    "chloe": "users",
    "dario": "users",
    "elsa": "users",
    "cabane": "town",
}
admitted = [
    MemberAdmitted(MemberId(name), CategoryId("other"), CollegeId(where), Day("2020-01-15"))
    for name, where in MEMBERS.items()
]
farida = RepresentativeNamed(MemberId("cabane"), PersonId("farida"), Day("2020-01-15"))
members = [*admitted, farida]

planned = AssemblyPlanned(SPRING, Organ.ASSEMBLY, Public("Assemblée annuelle"), DAY, "18:30", Public("Gap"))


def tabled(number=1, kind=Kind.ORDINARY, assembly=SPRING):
    resolution = ResolutionId(f"{assembly}.{number}")
    return ResolutionTabled(assembly, resolution, number, kind, Matter.GENERAL, Public("Comptes"), Public("Texte"))


def entered(name, votes=True, assembly=SPRING):
    weight = {"staff": Fraction(40), "users": Fraction(50), "town": Fraction(10)}[MEMBERS[name]]
    voter = PersonId("farida" if name == "cabane" else name)
    where = CollegeId(MEMBERS[name])
    return MandateEntered(assembly, MemberId(name), voter, CategoryId("other"), where, votes, weight)


roll = [entered(name) for name in MEMBERS]
sealed = RollSealed(SPRING, V1, 6, ((CollegeId("staff"), 2), (CollegeId("users"), 3), (CollegeId("town"), 1)))
convened = AssemblyConvened(SPRING, Day("2026-03-02"), V1, 18, 15, Public("17 §1"))
ready = [adopted, planned, tabled(), *roll, sealed, convened]


def signed(name, votes=True):
    voter = PersonId("farida" if name == "cabane" else name)
    return AttendanceSigned(SPRING, MemberId(name), voter, CollegeId(MEMBERS[name]), votes)


def given_power(grantor, holder):
    """`holder` None: a power that names nobody."""
    return ProxyGiven(SPRING, MemberId(grantor), holder and MemberId(holder), CollegeId(MEMBERS[grantor]))


def state(need, there, reached=True, total=6, article="17 §1"):
    """Figures without the steps, which the tests of counting check."""
    base = statutes.ordinary.quorum.base.value
    return QuorumState(base, Fraction(need), Fraction(there), Fraction(total), reached, Public(article), ())


def told(fact):
    """The same fact without the steps of its quorums."""
    bare = tuple(KindQuorum(one.kind, replace(one.state, steps=())) for one in fact.quorums)
    return replace(fact, quorums=bare)


ordinary = KindQuorum(Kind.ORDINARY, state(2, 2))
opened = SessionOpened(SPRING, PersonId("alma"), 2, 0, 6, Fraction(2), "heads", Public("17 §1"), (ordinary,))
missed = KindQuorum(Kind.ORDINARY, state(2, 1, reached=False))
adjourned = AdjournedForLackOfQuorum(
    SPRING, PersonId("alma"), 1, 0, 6, Fraction(2), "heads", Public("17 §1"), (Kind.ORDINARY,), (missed,)
)
