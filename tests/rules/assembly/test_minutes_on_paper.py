"""Minutes on paper: sheets numbered without gap, by organ and by volume; the signed copy that is kept."""

import pytest

from governance.assembly.facts import AssemblyPlanned
from governance.assembly.minutes_facts import MinutesDrawnUp, SheetsUsed, SignedMinutesKept, Signing
from governance.assembly.paper_register import EnterSheets
from governance.assembly.signed import KeepSignedMinutes
from governance.statutes.facts import Organ
from governance.words import AssemblyId, Day, Public
from tests.gwt import given

TOWN_HALL = Public("Mairie de Gap, 4 janvier 2026")
MEETINGS = {"ag": Organ.ASSEMBLY, "age": Organ.ASSEMBLY, "ag3": Organ.ASSEMBLY, "ca": Organ.BOARD}
printed = [
    fact
    for name, organ in MEETINGS.items()
    for fact in (
        AssemblyPlanned(AssemblyId(name), organ, Public(name), Day("2026-03-02"), "12:00", Public("Gap")),
        MinutesDrawnUp(AssemblyId(name), f"pv-{name}", 1),
    )
]


def used(meeting, first, last, volume=1, gap=""):
    return SheetsUsed(
        MEETINGS[meeting], AssemblyId(meeting), f"pv-{meeting}", volume, first, last, TOWN_HALL, Public(gap)
    )


def enter(meeting, first, last, volume=1, gap="", **changed):
    told = {"assembly": AssemblyId(meeting), "edition": f"pv-{meeting}", "authority": TOWN_HALL, **changed}
    return EnterSheets(volume=volume, first=first, last=last, gap=Public(gap), **told)


@pytest.mark.parametrize(
    ("before", "entered"),
    [
        ([], ("ag", 31, 36)),  # the register was begun before
        ([("ag", 31, 36)], ("age", 37, 40)),
        ([("ag", 31, 36)], ("ca", 12, 12)),  # each organ has its own
        ([("ag", 31, 36)], ("age", 1, 4, 2)),  # a new volume
        ([("ag", 31, 36)], ("age", 39, 40, 1, "37 et 38 gâchés, barrés et gardés")),
        ([("ag", 31, 36), ("age", 37, 40)], ("ag", 30, 36)),  # what was entered wrong, again
        ([("ag", 1, 6), ("ag3", 11, 14)], ("age", 7, 10)),  # a gap is filled
    ],
)
def test_sheets_follow_one_another(before, entered):
    given(*printed, *(used(*one) for one in before)).when(enter(*entered)).then(used(*entered))


@pytest.mark.parametrize(
    ("before", "entered", "why"),
    [
        ([("ag", 31, 36)], ("age", 38, 40), "sheets-leave-a-gap"),
        ([("ag", 31, 36)], ("age", 2, 4, 2), "sheets-leave-a-gap"),
        ([("ag", 1, 6), ("ag3", 11, 14)], ("age", 7, 9), "sheets-leave-a-gap"),
        ([("ag", 31, 36)], ("age", 36, 40), "sheets-used-already"),
        ([("ag", 31, 36)], ("age", 30, 40, 1, "peu importe"), "sheets-used-already"),
        ([], ("ag", 4, 3), "sheets-backwards"),
        ([], ("ag", 0, 3), "sheets-backwards"),
    ],
)
def test_a_sheet_is_neither_passed_over_nor_used_twice(before, entered, why):
    given(*printed, *(used(*one) for one in before)).when(enter(*entered)).refused(why)


def test_sheets_are_those_of_an_edition_and_of_an_authority():
    given(*printed).when(enter("ag", 1, 2, edition="another")).refused("unknown-edition")
    given(*printed).when(enter("ag", 1, 2, authority=Public(" "))).refused("sheets-without-authority")


def test_the_same_sheets_entered_again_add_nothing():
    given(*printed, used("ag", 31, 36)).when(enter("ag", 31, 36)).then()


def keep(edition="pv-ag", on="2026-03-02"):
    return KeepSignedMinutes(AssemblyId("ag"), edition, Day(on), "scan", 12, "application/pdf", Signing.SCAN)


def test_a_signed_copy_is_bound_to_the_edition_that_was_printed():
    kept = SignedMinutesKept(AssemblyId("ag"), "pv-ag", "scan", 12, "application/pdf", Day("2026-03-02"), Signing.SCAN)

    given(*printed).when(keep()).then(kept)
    given(*printed, kept).when(keep()).then()


@pytest.mark.parametrize(
    ("copy", "why"),
    [
        (keep(edition="another"), "unknown-edition"),
        (keep(on="2026-03-03"), "day-to-come"),
        (keep(on="2026"), "full-day-needed"),
    ],
)
def test_a_copy_of_nothing_or_signed_tomorrow_is_not_kept(copy, why):
    given(*printed).when(copy).refused(why)
