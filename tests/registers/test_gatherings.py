"""Registers of groups, meetings and actions: given facts, these rows; and the same when they are built again."""

from dataclasses import replace
from typing import Any

import pytest

from governance.network.action_facts import ActionId, ActionSet, HelpOffered, Priority, ShareDone
from governance.network.facts import MeetingId, MeetingReported
from governance.network.meeting_facts import (
    AccordReached,
    AgendaItem,
    AttendanceId,
    AttendanceNoted,
    AttendanceStruck,
    Belonging,
    GroupPaced,
    GroupRenamed,
    MeetingHeld,
    MeetingInvited,
    MeetingPlanned,
    PackGiven,
    PaperId,
    PaperListed,
    PointClosed,
    PointId,
    Presence,
    ReportPublished,
    ReportSent,
)
from governance.network.priority_facts import Remark
from governance.network.source_facts import Head, Printed, SourceRead
from governance.words import Day, PersonId, Public
from projections.follower import Follower
from projections.network import actions, groups, meetings
from projections.registers import REGISTERS
from tests.rules.network.test_meetings import accord, decided, joined, left_open, noted, proposed
from tests.rules.network.test_reports import formed, met
from tests.site import Site, open_site
from web.gatherings.source import counted

TODAY, ADA = Day("2026-03-02"), PersonId("ada")
GROUP = formed.group
SYNTHESES = (  # in the order of the page that lists them, which is not that of their days
    ("r2", "2009-02-17", None), ("r1", "2009-01-13", None), ("m10", "2008-11-12", 10), ("m9", "2008-09-10", 9),
    ("m8", "2008-07-01", 8), ("m7", "2008-06-13", 7), ("m6", "2008-04-25", 6), ("m5", "2008-02-27", 5),
    ("m4", "2008-01-16", 4), ("m3", "2007-11-22", 3),
)  # fmt: skip


@pytest.fixture
def site(cooperative):
    with open_site(cooperative) as site:
        yield site


def read(site: Site, query, *asked) -> Any:
    with site.office.reading() as db:
        return query(db, *asked)


def told(name: str, day: str, number: int | None) -> MeetingReported:
    return replace(met, meeting=MeetingId(name), on=Day(day), group=GROUP, number=number, at_least=None)


def test_ten_meetings_stand_in_the_order_of_their_days_under_the_name_that_the_group_had(site):
    site.given(replace(formed, on=Day("2007")), *(told(*one) for one in SYNTHESES))
    site.given(GroupRenamed(GROUP, Public("Entreprendre au collectif"), Day("2008-01-16")))
    site.given(GroupRenamed(GROUP, Public("RAMSESS"), Day("2009-01")))

    rows = read(site, groups.meetings, GROUP)
    assert [row["number"] for row in rows] == [3, 4, 5, 6, 7, 8, 9, 10, None, None]
    assert [row["called"] for row in rows[:2] + rows[-2:]] == [
        "Structures proactives", "Entreprendre au collectif", "RAMSESS", "RAMSESS",
    ]  # fmt: skip
    assert rows[1]["gap"] == 55


def test_a_structure_with_two_people_counts_once_and_who_animates_is_apart(site):
    def came(name: str, organisation: str, person: str | None, **said: Any) -> AttendanceNoted:
        whose = (Public(organisation), None, PersonId(person) if person else None)
        return AttendanceNoted(AttendanceId(name), met.meeting, Presence.PRESENT, TODAY, *whose, **said)

    site.given(replace(met, organisations=()), came("1", "Cocagne", "ada"), came("2", "Cocagne", "ben"))
    site.given(came("3", "", "cleo"), came("4", "IEC", None), came("5", "CEIS", "dan", animates=True))
    site.given(replace(came("6", "Cocagne", None), presence=Presence.EXCUSED), came("7", "x", None))
    site.given(AttendanceStruck(AttendanceId("7"), met.meeting, TODAY))

    added = counted(read(site, meetings.told, met.meeting)["attendance"])
    assert [added[head] for head in Head] == [2, 4, 1, 1]
    [listed] = read(site, meetings.held)
    assert (listed["structures"], listed["people"]) == (2, None), "nobody knows whom IEC sent"


def test_whoever_is_missed_without_a_word_is_neither_present_nor_excused(site):
    absent = AttendanceNoted(AttendanceId("a"), met.meeting, Presence.ABSENT, TODAY, Public("PESAD"))
    site.given(replace(met, organisations=()), absent)

    told = read(site, meetings.told, met.meeting)["attendance"]
    assert [(row["presence"], row["organisation"]) for row in told] == [("absent", "PESAD")]
    assert set(counted(told).values()) == {0}
    assert read(site, meetings.attended, "PESAD", None) == []


def test_a_rhythm_drifts_where_the_next_meeting_comes_too_late(site):
    ahead = MeetingPlanned(MeetingId("n"), met.title, Day("2014-03-26"), True, TODAY, group=GROUP)
    site.given(formed, told("r", "2014-01-30", 2), ahead, GroupPaced(GROUP, 45, TODAY))
    row, rows = read(site, groups.of, GROUP), read(site, groups.meetings, GROUP)

    assert groups.drift(row, rows, Day("2014-02-01")) == 55
    assert groups.drift({**row, "days": 60}, rows, Day("2014-02-01")) is None


def test_each_one_s_part_of_what_everybody_does(site):
    everybody = ActionSet(ActionId("x"), Public("Ambassadeur"), TODAY, Priority.FIRST, met.meeting, everybody=True)
    site.given(met, everybody, ShareDone(everybody.action, Public("CEIS"), TODAY))

    shares = read(site, actions.shares, read(site, actions.of, everybody.action))
    assert [(row["organisation"], bool(row["happened"])) for row in shares] == [("CEIS", True), ("UDESS 05", False)]


TABLES = (
    *("working_group", "group_name", "group_member", "group_letter", "gathering", "attendance", "topic"),
    *(
        "source_figure",
        "meeting_remark",
        "open_point",
        "meeting_accord",
        "meeting_proposal",
        "meeting_paper",
        "meeting_letter",
    ),
    *("action", "action_help", "action_share"),
)


def everything(db) -> dict[str, list[str]]:
    return {
        table: [row["line"] for row in db.execute(f"select {table}::text as line from {table} order by 1")]
        for table in TABLES
    }


def test_rebuilt_the_registers_are_the_same(site, cooperative):
    agenda = (AgendaItem(Public("Accueil"), "14:45"),)
    meeting = MeetingPlanned(met.meeting, met.title, None, False, TODAY, group=GROUP, agenda=agenda)
    site.given(formed, GroupPaced(GROUP, 45, TODAY, (Public("Offres"),)), joined, PackGiven(GROUP, (ADA,), TODAY))
    site.given(replace(joined, belonging=Belonging.LEFT), GroupRenamed(GROUP, Public("RAMSESS"), TODAY))
    site.given(meeting, replace(meeting, day=Day("2018-11")), MeetingInvited(met.meeting, (ADA,), TODAY))
    site.given(MeetingHeld(met.meeting, met.on, present=9), MeetingHeld(met.meeting, met.on, at_least=20))
    came = AttendanceNoted(AttendanceId("a"), met.meeting, Presence.ABSENT, TODAY, person=ADA)
    site.given(came, noted, replace(noted, notes=Public("Ni figé.")), left_open, decided, AccordReached(**vars(accord)))
    site.given(PointClosed(PointId("o1"), Public("À Vichy"), TODAY), replace(proposed, meeting=met.meeting))
    site.given(PaperListed(PaperId("p"), met.meeting, met.title, TODAY), ReportPublished(met.meeting, TODAY))
    printed = SourceRead(
        met.meeting, Public("CR"), (Printed(Head.PEOPLE_PRESENT, 9),), (Remark(Public("§ 1"), met.title),)
    )
    site.given(printed, replace(printed, figures=(Printed(Head.PEOPLE_PRESENT, 20),)))
    action = ActionSet(ActionId("x"), Public("Écrire"), TODAY, meeting=met.meeting)
    site.given(action, replace(action, everybody=True), HelpOffered(action.action, TODAY, person=ADA))
    site.given(ShareDone(action.action, Public("CEIS"), TODAY), ReportSent(met.meeting, (ADA,), TODAY))

    followed = read(site, everything)
    assert all(followed.values()), "every table has something to lose"
    assert sorted(row["subject"] for row in read(site, meetings.due)) == sorted([met.meeting, met.meeting, GROUP])
    Follower(site.office.record, site.office.vault, cooperative.conninfo("worker"), REGISTERS).rebuild(
        ["groups", "gatherings", "actions"]
    )

    assert read(site, everything) == followed
