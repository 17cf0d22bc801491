"""What vouches for a version: the text as it was filed, the adviser who read it."""

import pytest

from governance.statutes.facts import StatutesFiled, StatutesRead
from governance.statutes.vouch import FileStatutes, MarkStatutesRead
from governance.words import Day, Public, StatutesId
from tests.gwt import given
from tests.rules.statutes.samples import adopted

V1, URSCOP, DIGEST = StatutesId("v1"), Public("l’URSCOP"), "ab" * 32
filed = StatutesFiled(V1, DIGEST, 1000, Day("2019-01-10"))
read = StatutesRead(V1, Day("2019-02-01"), URSCOP)


def file(version=V1, size=1000, on="2019-01-10"):
    return FileStatutes(version, DIGEST, size, Day(on))


def mark(version=V1, on="2019-02-01", by_role=URSCOP):
    return MarkStatutesRead(version, Day(on), by_role)


def test_a_version_carries_its_text_as_filed():
    given(adopted()).when(file()).then(filed)
    given(adopted(), filed).when(file()).then()


def test_an_adviser_reads_a_version():
    given(adopted()).when(mark()).then(read)
    given(adopted(), read).when(mark()).then()


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (file(StatutesId("other")), "unknown-version"),
        (file(size=0), "file-size"),
        (file(size=21 * 2**20), "file-size"),
        (file(on="2027-01-01"), "day-to-come"),
        (mark(StatutesId("other")), "unknown-version"),
        (mark(on="2027-01-01"), "day-to-come"),
        (mark(by_role=Public(" ")), "reader-needed"),
    ],
)
def test_what_vouches_for_nothing_is_refused(command, reason):
    given(adopted()).when(command).refused(reason)
