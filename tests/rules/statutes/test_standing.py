"""Which statutes were in force on a day."""

import pytest

from governance.statutes.facts import RecordOpened
from governance.statutes.standing import demonstration, in_force
from governance.words import Day, Public
from tests.rules.statutes.samples import adopted

FIRST = adopted()
SECOND = adopted("v2", "2020-06-02", "2021-01-01", text="modifiés")
CORRECTED = adopted("v3", "2020-06-02", "2021-01-01", text="modifiés, sans la faute")


@pytest.mark.parametrize(
    ("day", "version"),
    [
        ("2018-11-30", None),
        ("2018-12-01", FIRST),
        ("2020-12-31", FIRST),
        ("2021-01-01", SECOND),
        ("2022", SECOND),
        ("2018", None),
    ],
)
def test_a_version_is_in_force_until_the_next(day, version):
    assert in_force([FIRST, SECOND], Day(day)) == version


def test_of_two_versions_of_the_same_day_the_last_adopted_is_in_force():
    assert in_force([FIRST, SECOND, CORRECTED], Day("2021-01-01")) == CORRECTED


@pytest.mark.parametrize("said", [True, False])
def test_the_first_entry_says_whether_this_is_a_demonstration(said):
    assert demonstration([RecordOpened(Public("Essai"), said), FIRST]) is said


def test_an_empty_record_is_no_demonstration():
    assert demonstration([]) is False
