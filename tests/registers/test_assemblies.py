"""Registers of assemblies: given facts, these rows; and the same when they are built again."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from governance.assembly.facts import (
    IrregularityNoted,
    MandateWithheld,
    NoticeHandedOver,
    NoticeRefused,
    NoticeSent,
    OfficersNamed,
    ResolutionWithdrawn,
    SessionClosed,
    Withheld,
)
from governance.assembly.presence_facts import AttendanceEnded, FormReceived, ProxyWithdrawn
from governance.assembly.sheet_facts import SheetKept, TechnicalIncidentNoted
from governance.statutes.facts import Kind
from governance.words import AssemblyId, CollegeId, Day, MemberId, PersonId, Public
from projections.assembly import meetings, notices, rolls, sheets
from projections.follower import Follower
from projections.registers import REGISTERS
from tests.rules.assembly.coop import (
    MEMBERS,
    SPRING,
    adjourned,
    convened,
    entered,
    given_power,
    opened,
    planned,
    ready,
    signed,
    tabled,
)
from tests.site import Site, open_site


@pytest.fixture
def site(cooperative):
    with open_site(cooperative) as site:
        for name in (*MEMBERS, "farida"):
            site.person(name, name.capitalize(), email="" if name == "elsa" else f"{name}@exemple.fr")
        yield site


def rows(site: Site, query, *asked):
    with site.office.reading() as db:
        return query(db, *asked)


def states(site):
    return {row["person"]: row["state"] for row in rows(site, notices.of, SPRING, Day("2026-03-02"))}


def test_a_plan_changed_is_one_meeting(site):
    site.given(planned, replace(planned, day=Day("2026-04-01"), starts="09:00"))

    [row] = rows(site, meetings.coming)
    assert (row["id"], row["day"], row["starts"], row["state"]) == (SPRING, "2026-04-01", "09:00", "planned")


def test_the_agenda_in_the_order_of_numbers(site):
    site.given(planned, tabled(1), tabled(2, Kind.EXTRAORDINARY), tabled(3))
    site.given(ResolutionWithdrawn(SPRING, tabled(1).resolution))

    assert [(row["number"], row["kind"]) for row in rows(site, meetings.agenda, SPRING)] == [
        (2, "extraordinary"),
        (3, "ordinary"),
    ]


def test_a_meeting_from_notice_to_closing(site):
    officers = OfficersNamed(SPRING, PersonId("alma"), PersonId("basile"), (PersonId("chloe"),))
    site.given(*ready, signed("alma"), signed("chloe"), opened, officers, SessionClosed(SPRING, Public("Échanges.")))

    row = rows(site, meetings.of, SPRING)
    told = {name: row[name] for name in ("state", "convened_on", "mandates", "chair_name", "secretary_name", "present")}
    assert told == {
        "state": "closed",
        "convened_on": "2026-03-02",
        "mandates": 6,
        "chair_name": "Alma",
        "secretary_name": "Basile",
        "present": 2,
    }
    assert row["quorums"][0]["state"]["need"] == "2"
    assert [past["id"] for past in rows(site, meetings.past)] == [SPRING]
    assert rows(site, meetings.coming) == []


def test_a_meeting_put_off_and_its_second_call(site):
    again = replace(planned, assembly=AssemblyId("again"), second_call_of=SPRING)
    site.given(*ready, adjourned, again)

    row = rows(site, meetings.of, SPRING)
    assert (row["state"], row["put_off"], row["second_call"]) == ("adjourned", ["ordinary"], "again")


def test_put_off_in_part_it_goes_on(site):
    site.given(*ready, opened, replace(adjourned, kinds=(Kind.EXTRAORDINARY,)))

    row = rows(site, meetings.of, SPRING)
    assert (row["state"], row["put_off"], row["present"]) == ("open", ["extraordinary"], 2)


def test_an_irregularity_is_shown_with_its_article(site):
    site.given(*ready, IrregularityNoted(SPRING, "notice-too-short", Public("20.1"), Public("Salle fermée."), None))

    [row] = rows(site, meetings.irregularities, SPRING)
    assert (row["rule"], row["article"], row["largest_effect"]) == ("notice-too-short", "20.1", None)


def test_a_page_of_the_roll_goes_on_by_its_key(site):
    site.given(*ready)

    first = rows(site, rolls.lines, SPRING, ("", ""), 4)
    rest = rows(site, rolls.lines, SPRING, (first[-1]["sort_key"], first[-1]["member"]), 4)
    assert [row["name"] for row in first + rest] == ["Alma", "Basile", "Cabane", "Chloe", "Dario", "Elsa"]
    assert [row["name"] for row in rows(site, rolls.lines, SPRING, ("", ""), 9, "users")] == [
        "Chloe",
        "Dario",
        "Elsa",
    ]


def test_who_is_there_and_for_whom(site):
    powers = [given_power("elsa", "alma"), given_power("dario", "chloe"), given_power("cabane", "basile")]
    gone = AttendanceEnded(SPRING, MemberId("basile"))
    taken_back = ProxyWithdrawn(SPRING, MemberId("dario"), MemberId("chloe"))
    site.given(*ready, *powers, taken_back, signed("alma"), signed("basile"), gone)

    told = {
        row["college"]: (row["entitled"], row["present"], row["represented"])
        for row in rows(site, rolls.counts, SPRING)
    }
    assert told == {"staff": (2, 1, 0), "town": (1, 0, 0), "users": (3, 0, 1)}
    assert [row["id"] for row in rows(site, rolls.there, SPRING)] == ["alma"]
    assert [row["member"] for row in rows(site, rolls.carried, SPRING, "alma")] == ["elsa"]
    assert [row["member"] for row in rows(site, rolls.of_voter, SPRING, "farida")] == ["cabane"]
    assert [(row["member"], row["holder_name"]) for row in rows(site, rolls.proxies, SPRING)] == [
        ("cabane", "Basile"),
        ("elsa", "Alma"),
    ]


def test_who_named_nobody_is_represented_until_she_comes(site):
    site.given(*ready, given_power("elsa", None), given_power("dario", None), signed("dario"))
    site.given(ProxyWithdrawn(SPRING, MemberId("dario"), None))

    told = {row["college"]: (row["present"], row["represented"]) for row in rows(site, rolls.counts, SPRING)}
    assert told == {"staff": (0, 0), "town": (0, 0), "users": (1, 1)}
    assert [(row["member"], row["holder"]) for row in rows(site, rolls.proxies, SPRING)] == [("elsa", None)]


def test_whoever_comes_back_is_there(site):
    site.given(*ready, signed("alma"), AttendanceEnded(SPRING, MemberId("alma")), signed("alma"))

    assert [row["id"] for row in rows(site, rolls.there, SPRING)] == ["alma"]


def test_who_is_left_out_and_why(site):
    site.given(*ready[:3], entered("alma"), MandateWithheld(SPRING, MemberId("elsa"), Withheld.SHARES_NOT_PAID, "10"))

    [row] = rows(site, rolls.withheld, SPRING)
    assert (row["name"], row["reason"], row["article"]) == ("Elsa", "shares-not-paid", "10")


def test_what_moved_since_the_notice(site):
    out = MandateWithheld(SPRING, MemberId("chloe"), Withheld.LEFT, Public(""))
    moved = replace(entered("dario"), college=CollegeId("town"))
    site.given(*(line for line in ready if line != entered("elsa")), signed("chloe"))
    site.given(out, moved, AttendanceEnded(SPRING, MemberId("chloe")), entered("elsa"))

    told = [(row["name"], row["came"], row["reason"], row["college"]) for row in rows(site, rolls.since_notice, SPRING)]
    assert told == [("Chloe", False, "left", ""), ("Dario", False, None, "town"), ("Elsa", True, None, "users")]
    assert [row["member"] for row in rows(site, rolls.lines, SPRING)] == ["alma", "basile", "cabane", "dario", "elsa"]


def test_what_became_of_each_notice(site):
    refused = NoticeRefused(SPRING, PersonId("basile"), "550")
    site.given(*ready, NoticeSent(SPRING, PersonId("alma"), "m"), refused)

    assert states(site) == {
        "alma": "sent",
        "basile": "refused",
        "chloe": "due",
        "dario": "due",
        "elsa": "none",
        "farida": "due",
    }
    due = {row["recipient"] for row in rows(site, notices.due, Day("2026-03-20"))}
    assert due == {"chloe", "dario", "farida"}
    assert rows(site, notices.due, Day("2026-03-21")) == []


def test_a_notice_refused_is_handed_over(site):
    refused = NoticeRefused(SPRING, PersonId("basile"), "550")
    site.given(*ready, refused, NoticeHandedOver(SPRING, PersonId("basile"), Day("2026-03-03")))

    assert states(site)["basile"] == "handed"


def test_a_meeting_put_off_sends_no_more_notices(site):
    site.given(*ready, adjourned)

    assert rows(site, notices.due, Day("2026-03-01")) == []


TABLES = ("assembly", "resolution", "irregularity", "mandate", "withheld", "notice")


def test_built_again_they_are_the_same(site, cooperative):
    site.given(*ready[:2], tabled(1), tabled(2), ResolutionWithdrawn(SPRING, tabled(2).resolution))
    site.given(*ready[3:], given_power("elsa", "alma"), signed("alma"), signed("chloe"), opened)
    site.given(NoticeSent(SPRING, PersonId("alma"), "m"), AttendanceEnded(SPRING, MemberId("chloe")))
    site.given(MandateWithheld(SPRING, MemberId("chloe"), Withheld.LEFT, Public("")), entered("chloe"))
    followed = dump(site)

    house = cooperative.house
    follower = Follower(site.office.record, site.office.vault, house.conninfo(cooperative.name, "worker"), REGISTERS)
    follower.rebuild(["meetings", "rolls", "notices"])

    assert convened in site.facts
    assert dump(site) == followed


def dump(site):
    with site.office.reading() as db:
        return {table: db.execute(f"select * from {table} order by 1, 2").fetchall() for table in TABLES}


def test_the_sheet_tells_true_hours_from_where_and_how_often(site):
    came, gone = datetime(2026, 3, 20, 17, tzinfo=UTC), datetime(2026, 3, 20, 18, tzinfo=UTC)
    afar = replace(signed("chloe"), remote=True)
    left = AttendanceEnded(SPRING, MemberId("alma"), gone)
    form = FormReceived(SPRING, MemberId("elsa"), Day("2026-03-18"), CollegeId("users"))
    site.given(*ready, replace(signed("alma"), happened_at=came), left, afar, form)

    lines = {row["member"]: row for row in rows(site, rolls.lines, SPRING)}
    assert (lines["alma"]["signed"], lines["alma"]["left_at"], lines["alma"]["moves"]) == (came, gone, 2)
    assert (lines["chloe"]["present"], lines["chloe"]["remote"], lines["chloe"]["moves"]) == (True, True, 1)
    [users] = [row for row in rows(site, rolls.counts, SPRING) if row["college"] == "users"]
    assert (users["present"], users["remote"], users["by_form"], users["entitled"]) == (1, 1, 1, 3)


def test_a_member_off_the_roll_and_back_has_not_come_for_the_first_time(site):
    left = MandateWithheld(SPRING, MemberId("alma"), Withheld.LEFT, Public(""))
    site.given(*ready, signed("alma"), AttendanceEnded(SPRING, MemberId("alma")), left, entered("alma"))

    assert {row["member"]: row["moves"] for row in rows(site, rolls.lines, SPRING)}["alma"] == 2


def test_who_may_carry_a_power_and_how_many_each_carries(site):
    site.given(*ready, given_power("alma", "basile"), given_power("chloe", "basile"), given_power("elsa", None))

    carried = {row["member"]: row["carried"] for row in rows(site, rolls.holders, SPRING)}
    assert carried == {"basile": 2, "cabane": 0, "dario": 0}


def test_incidents_and_scans_of_the_sheet(site):
    noon = datetime(2026, 3, 20, 12, tzinfo=UTC)
    incident = TechnicalIncidentNoted(SPRING, Public("Plus de son"), Public("Deux minutes d’arrêt"), 0, noon)
    scans = [SheetKept(SPRING, digest * 64, 12, "application/pdf") for digest in "ab"]
    site.given(*ready, incident, *scans)

    assert [(row["what"], row["moment"]) for row in rows(site, sheets.incidents, SPRING)] == [("Plus de son", noon)]
    assert [row["digest"][0] for row in rows(site, sheets.signed, SPRING)] == ["b", "a"]


def test_a_session_told_afterwards_stands_at_its_true_hour(site):
    hour = datetime(2026, 3, 20, 17, 30, tzinfo=UTC)
    site.given(*ready, replace(opened, happened_at=hour), SessionClosed(SPRING, happened_at=hour + timedelta(hours=2)))

    meeting = rows(site, meetings.of, SPRING)

    assert (meeting["opened_at"], meeting["closed_at"]) == (hour, hour + timedelta(hours=2))
