"""The round table of a meeting: several priorities in one statement, an empty one, and who did not speak."""

import pytest

from governance.network.facts import MeetingId
from governance.network.meeting_facts import AttendanceId, AttendanceNoted, MeetingPlanned, Presence
from governance.network.round_facts import StatementMade
from governance.network.round_table import GoRound, Statement
from governance.words import Day, Office, Public
from tests.coop import adopted, scic
from tests.gwt import given
from tests.pages.test_prioritisations import rows, words

VICHY, ON = MeetingId("vichy"), Day("2014-01-30")
planned = MeetingPlanned(VICHY, Public("Réunion collective 2"), ON, True, ON)


def noted(line: str, organisation: str, presence: Presence = Presence.PRESENT) -> AttendanceNoted:
    return AttendanceNoted(AttendanceId(line), VICHY, presence, ON, Public(organisation))


SHEET = (
    noted("a1", "AMAP de Gannat"), noted("a2", "Comité Allier Handisport"), noted("a3", "La Galerie"),
    noted("a4", "Zik 03", Presence.EXCUSED),
)  # fmt: skip
two = Statement(AttendanceId("a1"), (Public("Un réseau d’entre-aide"), Public("Une newsletter")))


def test_a_statement_is_of_somebody_who_came_and_is_corrected_when_said_again():
    said = StatementMade(two.attendance, VICHY, two.priorities, ON)
    given(planned, *SHEET).when(GoRound(VICHY, (two,), ON)).then(said)
    given(planned, *SHEET, said).when(GoRound(VICHY, (two,), ON)).then()
    empty = StatementMade(AttendanceId("a2"), VICHY, (), ON)
    given(planned, *SHEET).when(GoRound(VICHY, (Statement(AttendanceId("a2")),), ON)).then(empty)
    given(planned, *SHEET).when(GoRound(VICHY, (Statement(AttendanceId("a4")),), ON)).refused("unknown-attendance")
    given(*SHEET).when(GoRound(VICHY, (two,), ON)).refused("unknown-meeting")


@pytest.mark.parametrize("times", [1, 2])
def test_the_page_lists_who_said_what_and_who_was_there_and_did_not_speak(site, times):
    site.given(adopted(scic()), planned, *SHEET)
    sec = site.browser(site.person("sec", "Sol", Office.SECRETARY))
    typed = {"gesture": "a" * 32, "said.a1": "Un réseau d’entre-aide\nUne newsletter", "spoke": "a2"}

    for _time in range(times):
        page = sec.post(site.at(f"/reseau/reunions/{VICHY}/tour-de-table"), data=typed)

    assert rows(page, "spoke") == [
        ("AMAP de Gannat", "Un réseau d’entre-aide · Une newsletter"), ("Comité Allier Handisport", "—"),
    ]  # fmt: skip
    assert "ne se sont pas exprimés : La Galerie" in words(page.text)
    assert sum(isinstance(fact, StatementMade) for fact in site.facts) == 2
