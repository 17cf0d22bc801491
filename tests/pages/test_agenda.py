"""The shared agenda: what is held and what is due, the nearest first, vague dates as they are; clashes said."""

from icalendar import Calendar

from governance.network.card_facts import CardId, CardMoved, CardWritten
from governance.network.catalogue import Value
from governance.network.facts import MeetingId
from governance.network.meeting_facts import MeetingPlanned
from governance.words import Day, Public
from tests.pages.hall import words
from tests.pages.test_feed import opened

ON = Day("2026-01-01")


def card(name, catalogue, title, state, field, day):
    values = (Value(field, Public(day)), Value("lieu", Public("Embrun")))
    return CardWritten(CardId(name), catalogue, Public(title), values, state, ON)


EVENTS = (
    card("vague", "evenements", "Université d’hiver", "envisage", "quand", "2031-02"),
    card("sure", "evenements", "Festival Locommun", "confirme", "quand", "2030-07-14"),
    card("past", "evenements", "Forum d’avant", "confirme", "quand", "2018-11-06"),
    card("call", "appels", "Fonds européens", "repere", "limite", "2030-07-14"),
    card("over", "appels", "Appel refusé", "repere", "limite", "2030-08-01"),
    CardMoved(CardId("over"), "laisse", ON),
)


def test_what_comes_is_told_in_order_and_what_is_over_is_not(hall):
    hall.site.given(*EVENTS)

    page = words(hall.site.browser("alma").get(hall.site.at("/agenda")))

    told = [page.index(title) for title in ("Festival Locommun", "Fonds européens", "Université d’hiver")]
    assert told == sorted(told)
    assert "février 2031" in page
    assert "Forum d’avant" not in page
    assert "Appel refusé" not in page
    assert "le même jour" not in page, "a deadline keeps nobody from a festival"


def test_two_things_on_one_day_clash(hall):
    meeting = MeetingPlanned(MeetingId("m"), Public("Groupe de travail"), Day("2030-07-14"), True, ON)
    hall.site.given(*EVENTS, meeting)

    assert words(hall.site.browser("alma").get(hall.site.at("/agenda"))).count("le même jour qu’une autre date") == 2


def test_events_follow_in_her_own_calendar(hall):
    hall.site.given(*EVENTS)
    alma = hall.site.browser("alma")

    text = hall.site.browser().get(opened(hall, alma)).text

    told = {str(event["SUMMARY"]) for event in Calendar.from_ical(text).walk("VEVENT")}
    assert told & {"Festival Locommun", "Université d’hiver", "Fonds européens"} == {"Festival Locommun"}
