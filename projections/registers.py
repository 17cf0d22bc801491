"""The registers of a cooperative, all of them: a new one is a file in its room and a line here."""

from projections.assembly.convening import convening
from projections.assembly.meetings import meetings
from projections.assembly.minutes import minutes
from projections.assembly.narratives import narratives
from projections.assembly.notices import notices
from projections.assembly.past_minutes import past_minutes
from projections.assembly.rolls import rolls
from projections.assembly.sheets import sheets
from projections.assembly.years import years
from projections.capital.appropriations import appropriations
from projections.capital.calls import calls
from projections.capital.claims import claims
from projections.capital.days import days
from projections.capital.holdings import holdings
from projections.capital.mailings import mailings
from projections.capital.movements import movements
from projections.decision.agreements import agreements
from projections.decision.decisions import decisions
from projections.decision.follow_ups import follow_ups
from projections.dues.dues import dues
from projections.evidence.disclosures import disclosures
from projections.evidence.dossiers import dossiers
from projections.evidence.givings import givings
from projections.evidence.project_reports import project_reports
from projections.evidence.proofs import proofs
from projections.evidence.remarks import remarks
from projections.evidence.revisions import revisions
from projections.evidence.traces import traces
from projections.evidence.witnesses import witnesses
from projections.membership.advisers import advisers
from projections.membership.consents import consents
from projections.membership.invariants import invariants
from projections.membership.lives import lives
from projections.membership.members import members
from projections.membership.offices import offices
from projections.membership.persons import persons
from projections.membership.ties import ties
from projections.membership.updates import updates
from projections.network.actions import actions
from projections.network.cards import cards
from projections.network.gatherings import gatherings
from projections.network.groups import groups
from projections.network.hearings import hearings
from projections.network.mandates import mandates
from projections.network.news import news
from projections.network.pole import pole
from projections.network.priorities import priorities
from projections.network.reports import reports
from projections.network.rounds import rounds
from projections.network.surveys import surveys
from projections.project.choices import choices
from projections.project.lives import project_lives
from projections.project.milestones import milestones
from projections.rights.requests import requests
from projections.statutes.versions import versions
from projections.vote.amendments import amendments
from projections.vote.boxes import boxes
from projections.vote.deliberations import deliberations
from projections.vote.elections import elections
from projections.vote.votes import votes

REGISTERS = (
    *(persons, offices, members, consents, lives, invariants, versions, movements, claims, calls, appropriations, dues),
    *(days, holdings, mailings),
    *(ties, updates, advisers),
    convening,
    *(meetings, rolls, notices, votes, boxes, elections, amendments, deliberations, years, sheets),
    *(decisions, follow_ups, agreements, minutes, past_minutes, narratives),
    *(reports, groups, gatherings, rounds, actions, cards, priorities, surveys, milestones, requests),
    *(news, mandates, hearings),
    *(project_lives, choices, pole),
    *(proofs, dossiers, disclosures, givings, traces, remarks, revisions, project_reports),
    witnesses,
)
