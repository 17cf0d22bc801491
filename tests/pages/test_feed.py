"""« Mon agenda »: a calendar at a secret address, that says what awaits its owner and nothing more."""

import re
from urllib.parse import urlsplit

from icalendar import Calendar

from governance.assembly.year_facts import YearEndSet
from governance.words import Day
from tests.pages.hall import words


def opened(hall, who):
    """The path of a new address."""
    page = who.post(hall.site.at("/mon-espace/agenda"), data={"gesture": "0" * 32})
    return urlsplit(re.findall(r'value="(http[^"]+\.ics)"', page.text)[0]).path


def events(hall, path):
    answer = hall.site.browser().get(path)
    assert answer.headers["content-type"].startswith("text/calendar")
    return {str(event["SUMMARY"]): event for event in Calendar.from_ical(answer.text).walk("VEVENT")}


def test_a_member_follows_her_meetings_in_her_own_calendar(hall):
    hall.convene()
    alma = hall.site.browser("alma")

    path = opened(hall, alma)

    told = events(hall, path)["Assemblée annuelle"]
    assert str(told["LOCATION"]) == "Gap"
    assert told["UID"].startswith(f"reunion-{hall.assembly}@")
    assert "entrer" not in hall.site.browser().get(path).text
    assert "depuis le" in words(alma.get(hall.site.at("/mon-espace/agenda")))


def test_a_new_address_silences_the_former_and_closing_silences_all(hall):
    hall.convene()
    alma = hall.site.browser("alma")
    first, second = opened(hall, alma), opened(hall, alma)

    assert hall.site.browser().get(first).status_code == 404
    assert events(hall, second)
    alma.post(hall.site.at("/mon-espace/agenda/fermeture"), data={"gesture": "0" * 32})
    assert hall.site.browser().get(second).status_code == 404


def test_the_secretariat_is_told_of_duties_too_and_a_member_is_not(hall):
    hall.site.given(YearEndSet(Day("2025-12-31")))

    mine, hers = (events(hall, opened(hall, who)) for who in (hall.irene, hall.site.browser("alma")))

    assert any(summary.startswith("Dernier jour") for summary in mine)
    assert hers == {}
