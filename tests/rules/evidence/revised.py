"""A révision as it was given and reported, and the assembly that discussed it."""

from fractions import Fraction

from governance.assembly.facts import AssemblyPlanned, SessionOpened
from governance.evidence.facts import Digest, Medium
from governance.evidence.revision_facts import (
    FindingId,
    FindingRaised,
    Reviser,
    ReviserNamed,
    RevisionId,
    RevisionReported,
    Weight,
)
from governance.membership.facts import PersonRegistered
from governance.statutes.facts import Organ
from governance.words import AssemblyId, Day, PersonId, Public, Sealed

REVISION, POINT = RevisionId("r1"), FindingId("p1")
UNION = Reviser(Public("Union des réviseurs"), agreed=Public("arrêté du 3 mai 2017"), declared=Day("2026-01-10"))
MAYA = Reviser(person=PersonId("maya"))
named = ReviserNamed(REVISION, Day("2026-01-15"), UNION)
report = RevisionReported(REVISION, Day("2026-02-10"), Digest("a" * 64), 1200, Medium.PDF)
breach = FindingRaised(POINT, REVISION, Weight.BREACH, Public("Un collège dépasse 50 % des voix"), report.on)
maya = PersonRegistered(PersonId("maya"), Sealed("0" * 64))
assembly = AssemblyPlanned(
    AssemblyId("ag"), Organ.ASSEMBLY, Public("AG"), Day("2026-02-28"), "18:00", Public("Salle des fêtes")
)
opened = SessionOpened(AssemblyId("ag"), PersonId("maya"), 3, 0, 3, Fraction(1), "heads", Public("12"))
