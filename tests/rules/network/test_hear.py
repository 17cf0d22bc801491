"""A document is put to all in a version, under a title of its own, and closed once with what came of it."""

from dataclasses import replace

import pytest

from governance.network.card_facts import CardId, CardWritten
from governance.network.catalogue import CatalogueName, StateName
from governance.network.hear import CloseHearing, OpenHearing
from governance.network.hearing_facts import HearingClosed, HearingId, HearingOpened
from governance.words import Day, Public
from tests.gwt import given

TODAY, JULY = Day("2026-03-02"), Day("2007-07-09")
diagnosis = CardWritten(
    CardId("d"), CatalogueName("documents"), Public("Charte"), (), StateName("propose"), Day("2007")
)
hear = OpenHearing(HearingId("h"), Public("Concertation"), diagnosis.card, JULY, Public("2"), JULY, place=Public("Gap"))
opened = HearingOpened(**vars(hear))
close = CloseHearing(hear.hearing, Public("Adoptée."), Day("2007-11"), Public("3"))
closed = HearingClosed(**vars(close))


def test_a_hearing_is_opened_changed_and_closed_once():
    given(diagnosis).when(hear).then(opened)
    given(diagnosis, opened).when(hear).then()
    given(diagnosis, opened).when(replace(hear, place=Public("Embrun"))).then(replace(opened, place=Public("Embrun")))
    given(opened).when(close).then(closed)
    given(opened, closed).when(close).then()


@pytest.mark.parametrize(
    ("known", "command", "reason"),
    [
        ([], hear, "heard-about-nothing"),
        ([diagnosis], replace(hear, title=Public(" ")), "report-without-words"),
        ([diagnosis], replace(hear, until=Day("2007-06")), "hearing-ends-before"),
        ([diagnosis, opened], replace(hear, title=Public("Autre")), "hearing-keeps-its-title"),
        ([diagnosis, opened], replace(hear, hearing=HearingId("i")), "hearing-called-so-already"),
        ([diagnosis, opened, closed], replace(hear, place=Public("Embrun")), "hearing-closed"),
        ([], close, "unknown-hearing"),
        ([opened], replace(close, on=Day("2007-06")), "hearing-closes-before"),
        ([opened, closed], replace(close, result=Public("Rejetée.")), "hearing-closed"),
    ],
)
def test_a_hearing_refuses(known, command, reason):
    given(*known).when(command).refused(reason)
