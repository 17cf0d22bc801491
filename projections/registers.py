"""The registers of a cooperative, all of them: a new one is a file in its room and a line here."""

from projections.assembly.meetings import meetings
from projections.assembly.minutes import minutes
from projections.assembly.notices import notices
from projections.assembly.rolls import rolls
from projections.capital.movements import movements
from projections.decision.decisions import decisions
from projections.evidence.dossiers import dossiers
from projections.evidence.proofs import proofs
from projections.membership.members import members
from projections.membership.offices import offices
from projections.membership.persons import persons
from projections.network.reports import reports
from projections.project.milestones import milestones
from projections.statutes.versions import versions
from projections.vote.votes import votes

REGISTERS = (
    *(persons, offices, members, versions, movements),
    *(meetings, rolls, notices, votes, decisions, minutes),
    *(reports, milestones),
    *(proofs, dossiers),
)
