"""A network at work, one thing of each kind: what pages show of it once they have something to show."""

from dataclasses import replace

from governance.network.action_facts import ActionId, ActionSet, Priority
from governance.network.card_facts import CardId, CardLent, CardsIntroduced, CardWritten, LoanId
from governance.network.catalogue import Value
from governance.words import Day, MemberId, Public
from tests.rules.network import test_meetings as meetings
from tests.rules.network import test_prioritise as priorities
from tests.rules.network import test_survey as surveys
from tests.rules.network.test_reports import formed

ON = Day("2026-03-01")
LENDER = MemberId("centre")


def card(name: str, catalogue: str, title: str, state: str, **said: str) -> CardWritten:
    values = tuple(Value(field, Public(words)) for field, words in said.items())
    return CardWritten(CardId(name), catalogue, Public(title), values, state, ON, LENDER)


CARDS = (
    card("sono", "offres", "Sonorisation de 500 W", "disponible", genre="materiel", lieu="Cusset", prix="gratuit"),
    card("micro", "offres", "Deux micros", "disponible", genre="materiel", lieu="Cusset"),
    card("bal", "besoins", "Une sono pour le bal", "ouvert", genre="materiel", lieu="Brout-Vernet", avant="2026-06"),
    CardsIntroduced(CardId("bal"), CardId("micro"), ON),
    CardLent(LoanId("loan"), CardId("sono"), LENDER, Day("2030-05-01"), Day("2030-05-02"), Public("Fête du centre")),
)
ACTION = ActionSet(
    ActionId("x"),
    Public("Écrire le questionnaire"),
    meetings.BEFORE,
    Priority.FIRST,
    meetings.MEETING,
    everybody=True,
)
MEETING = (
    formed,
    meetings.planned,
    meetings.held,
    meetings.noted,
    meetings.left_open,
    ACTION,
    replace(meetings.came, person=None),
)
PRIORITIES = (priorities.opened, priorities.placed("p", person=None))
QUESTIONS = (surveys.opened, surveys.sent, replace(surveys.answered, person=None, paper=True))
EXAMPLE = (*MEETING, *CARDS, *PRIORITIES, *QUESTIONS)
