"""« Conservation des données »: what is kept and how long, what goes next, and who waits for a decision."""

from datetime import date, timedelta

import pytest

from governance.membership.facts import (
    ApplicationRejected,
    Cause,
    MemberAdmitted,
    MemberLeft,
    MembershipApplied,
    OfficeLeft,
    OfficeTaken,
)
from governance.statutes.facts import Organ
from governance.words import CategoryId, CollegeId, Day, MemberId, Office
from tests.coop import adopted, scic
from tests.pages.evidence import words
from tests.site import Site
from web.i18n import day
from web.retention import CALENDAR, SWEPT

TODAY = date.today()


def ago(days: int) -> Day:
    return Day.of(TODAY - timedelta(days))


@pytest.fixture
def coop(site: Site) -> Site:
    site.given(adopted(scic()))
    site.person("sec", "Sacha Secrétaire", Office.SECRETARY)
    site.person("aud", "Audrey Réviseuse", Office.AUDITOR)
    return site


def was_member(site: Site, person: str, left: int) -> None:
    one = MemberId(site.person(person, f"Camille {person}", email=f"{person}@coop.example"))
    kinds = (CategoryId("salaries"), CollegeId("salaries"))
    admitted = MemberAdmitted(one, *kinds, ago(left + 900), Organ.BOARD)
    site.given(MembershipApplied(one, *kinds, ago(left + 930)), admitted, MemberLeft(one, Cause.WITHDRAWAL, ago(left)))


def was_refused(site: Site, person: str, days: int) -> None:
    one = MemberId(site.person(person, f"Camille {person}"))
    site.given(
        MembershipApplied(one, CategoryId("salaries"), None, ago(days + 30)), ApplicationRejected(one, ago(days))
    )


def waiting(site: Site, who: str = "sec") -> list[str]:
    """Who is listed above the calendar."""
    page = words(site.browser(who).get(site.at("/conservation"))).partition("Le calendrier")[0]
    return sorted(word.split("<")[0] for word in page.split("Camille ")[1:])


@pytest.mark.parametrize(
    ("what", "days", "listed"),
    [
        ("member", 200, []),
        ("member", 300, ["zoe"]),  # her contact details, within three months
        ("member", 2000, ["zoe", "zoe"]),  # and her identity
        ("candidate", 200, []),
        ("candidate", 400, ["zoe"]),
        ("officer", 1000, []),
        ("officer", 2000, ["zoe"]),
    ],
)
def test_who_came_to_a_term_waits_for_a_decision(coop: Site, what: str, days: int, listed: list[str]):
    match what:
        case "member":
            was_member(coop, "zoe", days)
        case "candidate":
            was_refused(coop, "zoe", days)
        case _:
            zoe = coop.person("zoe", "Camille zoe")
            coop.given(OfficeTaken(zoe, Office.BOARD, ago(days + 300)), OfficeLeft(zoe, Office.BOARD, ago(days)))

    assert waiting(coop) == listed


def test_a_member_reads_the_calendar_and_nobody_else_s_name(coop: Site):
    was_member(coop, "zoe", 2000)
    coop.given(MembershipApplied(MemberId(coop.person("lea", "Léa")), CategoryId("salaries"), None, ago(9)))
    page = words(coop.browser("lea").get(coop.at("/conservation")))

    assert waiting(coop, "lea") == []
    assert all(str(one.what) in page for one in CALENDAR)
    assert "12 mois après" in page


def test_what_the_worker_sweeps_says_when_it_goes(coop: Site):
    with coop.office.reading() as db:
        db.execute("insert into public.reading (person, page) values ('sec', 'dossier')")
    page = words(coop.browser("sec").get(coop.at("/conservation")))

    assert day(Day(f"{TODAY.year + 1}{TODAY:-%m-%d}")) in page
    assert "delete from public.reading where at < clock_timestamp() - interval '12 month'" in SWEPT
