"""The life of a meeting of the network and of the group that holds it."""

from dataclasses import replace

import pytest

from governance.decision.facts import DecisionRecorded, Way
from governance.decision.reach_accord import ReachAccord
from governance.membership.facts import PersonRegistered
from governance.network.hold_meeting import HoldMeeting, NoteAttendance, StrikeAttendance
from governance.network.lead_group import GivePack, NoteGroupMember, PaceGroup, RenameGroup
from governance.network.meeting_facts import (
    AccordReached,
    AttendanceId,
    AttendanceNoted,
    AttendanceStruck,
    Belonging,
    GroupMemberNoted,
    GroupPaced,
    GroupRenamed,
    MeetingCancelled,
    MeetingHeld,
    MeetingInvited,
    MeetingPlanned,
    PackGiven,
    PaperId,
    PaperListed,
    PointClosed,
    PointId,
    PointLeftOpen,
    Presence,
    ReportPublished,
    ReportSent,
    TopicId,
    TopicNoted,
)
from governance.network.note_meeting import ClosePoint, LeavePointOpen, ListPaper, NoteTopic
from governance.network.plan_meeting import CancelMeeting, InviteToMeeting, PlanMeeting
from governance.network.propose import Propose
from governance.network.read_source import ReadSource
from governance.network.source_facts import Head, Printed, SourceRead
from governance.network.tell_meeting import PublishReport, SendReport
from governance.statutes.facts import Organ
from governance.words import Day, DecisionId, PersonId, Public, Sealed
from tests.gwt import given
from tests.rules.network.test_reports import form, formed, meet, met, proposed

TODAY, BEFORE = Day("2026-03-02"), Day("2014-01-30")
MEETING, GROUP = met.meeting, form.group
ADA = PersonId("ada")
ada = PersonRegistered(ADA, Sealed("ada"))

plan = PlanMeeting(MEETING, Public("Réunion collective 3"), Day("2026-03-25"), 3, group=GROUP, starts="18:00")
planned = MeetingPlanned(MEETING, plan.title, plan.day, True, TODAY, starts="18:00", group=GROUP)
hold = HoldMeeting(MEETING, BEFORE, at_least=20)
held = MeetingHeld(MEETING, BEFORE, at_least=20)
come = NoteAttendance(AttendanceId("a1"), MEETING, Presence.PRESENT, BEFORE, Public("Jardins de Cocagne"), person=ADA)
came = AttendanceNoted(come.attendance, MEETING, Presence.PRESENT, BEFORE, come.organisation, person=ADA)
topic = NoteTopic(TopicId("t1"), MEETING, Public("Le diagnostic"), BEFORE)
noted = TopicNoted(**vars(topic))
leave_open = LeavePointOpen(PointId("o1"), MEETING, Public("Le format et le lieu"), BEFORE)
left_open = PointLeftOpen(**vars(leave_open))
close = ClosePoint(leave_open.point, Public("À Vichy."), BEFORE, MEETING)
accord = ReachAccord(MEETING, DecisionId("d1"), BEFORE)
decided = DecisionRecorded(
    accord.decision, 1, Public("La charte"), Public("On l’adopte."), Organ.STEERING, BEFORE, Way.COMMON_ACCORD, True
)
paper = ListPaper(PaperId("p1"), MEETING, Public("Présentation"), BEFORE)
read = ReadSource(MEETING, Public("Compte rendu"), (Printed(Head.STRUCTURES_PRESENT, 28),))
join = NoteGroupMember(GROUP, Public("IEC"), Belonging.MEMBER, BEFORE)
joined = GroupMemberNoted(**vars(join))


@pytest.mark.parametrize(
    ("before", "command", "fact"),
    [
        ((formed,), plan, planned),
        ((formed, planned), replace(plan, day=None, weekday=None), replace(planned, day=None)),
        ((), replace(plan, day=Day("2026-11"), weekday=None, firm=False, group=None), None),
        ((planned,), hold, held),
        ((planned, held), replace(hold, at_least=None, present=24), replace(held, at_least=None, present=24)),
        ((planned,), CancelMeeting(MEETING, Public("Neige"), TODAY), MeetingCancelled(MEETING, Public("Neige"), TODAY)),
        ((planned,), InviteToMeeting(MEETING, (), TODAY), MeetingInvited(MEETING, (), TODAY)),
        ((planned, ada), come, came),
        ((planned, came), StrikeAttendance(come.attendance, MEETING, TODAY), AttendanceStruck("a1", MEETING, TODAY)),
        ((met,), topic, noted),
        ((met, noted), replace(topic, notes=Public("Ni figé.")), replace(noted, notes=Public("Ni figé."))),
        ((met,), leave_open, left_open),
        ((met, left_open), close, PointClosed(**vars(close))),
        ((met, decided), accord, AccordReached(**vars(accord))),
        ((met,), paper, PaperListed(**vars(paper))),
        ((met,), read, SourceRead(**vars(read))),
        ((formed,), replace(plan, on=BEFORE), replace(planned, on=BEFORE)),
        ((met,), Propose(**vars(proposed) | {"meeting": MEETING}), replace(proposed, meeting=MEETING)),
        ((met,), PublishReport(MEETING, TODAY), ReportPublished(MEETING, TODAY)),
        ((planned, held), SendReport(MEETING, (ADA,), TODAY), ReportSent(MEETING, (ADA,), TODAY)),
        ((formed,), RenameGroup(GROUP, Public("RAMSESS"), TODAY), GroupRenamed(GROUP, Public("RAMSESS"), TODAY)),
        ((formed,), PaceGroup(GROUP, 45, TODAY), GroupPaced(GROUP, 45, TODAY)),
        ((formed,), join, joined),
        ((formed,), GivePack(GROUP, (ADA,), TODAY), PackGiven(GROUP, (ADA,), TODAY)),
    ],
)
def test_what_happens_to_a_meeting_is_written_once(before, command, fact):
    gained = given(*before).when(command).gained()

    assert len(gained) == 1
    assert fact in (None, *gained)
    given(*before, *gained).when(command).then()


@pytest.mark.parametrize(
    ("before", "command", "reason"),
    [
        ((), plan, "unknown-group"),
        ((formed, met), plan, "meeting-held-already"),
        ((planned,), meet, "already-reported"),
        ((), read, "unknown-meeting"),
        ((met,), replace(read, figures=()), "nothing-quoted"),
        ((met,), replace(read, source=Public(" ")), "nothing-quoted"),
        ((formed,), replace(plan, weekday=4), "weekday-differs"),
        ((formed, planned), replace(plan, weekday=4), "weekday-differs"),
        ((formed,), replace(plan, day=Day("2026-03")), "weekday-without-day"),
        ((formed,), replace(plan, title=Public(" ")), "report-without-words"),
        ((formed,), replace(plan, number=0), "number-from-one"),
        ((formed,), replace(plan, ends="17:30"), "ends-before-it-starts"),
        ((formed, planned, held), replace(plan, place=Public("Vichy")), "meeting-held-already"),
        ((planned, held), CancelMeeting(MEETING, Public("Neige"), TODAY), "meeting-held-already"),
        ((planned, MeetingCancelled(MEETING, Public("Neige"), TODAY)), hold, "meeting-cancelled"),
        ((), hold, "unknown-meeting"),
        ((planned,), replace(hold, on=Day("2026-04")), "day-to-come"),
        ((planned,), replace(hold, present=2), "counted-or-estimated"),
        ((planned,), come, "unknown-person"),
        ((planned,), replace(come, organisation=Public(""), person=None), "nobody-meant"),
        ((planned, ada, came), replace(come, attendance=AttendanceId("a2"), role=Public("présidente")), "on-the-sheet"),
        ((planned,), StrikeAttendance(come.attendance, MEETING, TODAY), "unknown-attendance"),
        ((met, replace(noted, meeting="other")), replace(topic, notes=Public("x")), "of-another-meeting"),
        ((met,), close, "unknown-open-point"),
        ((met,), accord, "unknown-decision"),
        ((met, replace(decided, way=Way.VOTE)), accord, "decided-by-a-vote"),
        ((planned,), PublishReport(MEETING, TODAY), "meeting-not-held"),
        ((met,), SendReport(MEETING, (), TODAY), "nobody-to-write-to"),
        ((), RenameGroup(GROUP, Public("RAMSESS"), TODAY), "unknown-group"),
        ((formed,), PaceGroup(GROUP, 0, TODAY), "rhythm-of-days"),
        ((formed,), replace(join, decision=accord.decision), "unknown-decision"),
        ((formed,), GivePack(GROUP, (), TODAY), "nobody-to-write-to"),
    ],
)
def test_what_a_meeting_refuses(before, command, reason):
    given(*before).when(command).refused(reason)


def test_an_organisation_is_there_and_excused_too():
    excused = replace(come, attendance=AttendanceId("a2"), presence=Presence.EXCUSED, person=None)

    given(planned, ada, came).when(excused).then(
        replace(came, attendance=excused.attendance, presence=Presence.EXCUSED, person=None)
    )


def test_a_line_struck_by_mistake_is_noted_again():
    again = replace(come, attendance=AttendanceId("a2"))

    given(planned, ada, came, AttendanceStruck(come.attendance, MEETING, TODAY)).when(again).then(
        replace(came, attendance=again.attendance)
    )


def test_whoever_nobody_knew_is_registered_as_she_is_noted():
    newcomer = replace(come, name=Sealed("ada"))

    given(planned).when(newcomer).then(ada, came)
    given(planned, ada).when(newcomer).then(came)
