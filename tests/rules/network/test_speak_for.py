"""Somebody speaks for the group at an event, and says what comes back; by the board or by herself, once it is over."""

from dataclasses import replace

import pytest

from governance.network.speak_for import GiveMandate, ReportMandate, ReportMyMandate
from governance.network.speaking_facts import MandateGiven, MandateId, MandateReported
from governance.words import Day, PersonId, Public
from tests.gwt import given
from tests.rules.network.test_meetings import ADA, TODAY, ada
from tests.rules.network.test_reports import formed

give = GiveMandate(MandateId("m"), Public("Salon de l’ARPE"), (ADA,), TODAY, formed.group, day=Day("2026-02"))
handed = MandateGiven(**vars(give))
report = ReportMandate(give.mandate, Public("Trois contacts."), TODAY)
reported = MandateReported(**vars(report))
KNOWN = (ada, formed)


def test_a_mandate_is_given_changed_and_reported_once():
    given(*KNOWN).when(give).then(handed)
    given(*KNOWN, handed).when(give).then()
    given(*KNOWN, handed).when(replace(give, place=Public("Aix"))).then(replace(handed, place=Public("Aix")))
    given(*KNOWN, handed).when(report).then(reported)
    given(*KNOWN, handed, reported).when(report).then()
    given(*KNOWN, handed).when(ReportMyMandate(**vars(report)), by=ADA).then(reported)


@pytest.mark.parametrize(
    ("known", "command", "reason"),
    [
        (KNOWN, replace(give, people=()), "nobody-speaks"),
        (KNOWN, replace(give, people=(PersonId("eve"),)), "unknown-person"),
        ((ada,), give, "unknown-group"),
        (KNOWN, replace(give, event=Public(" ")), "report-without-words"),
        (KNOWN, report, "unknown-mandate"),
        ((*KNOWN, handed), ReportMyMandate(**vars(report)), "mandate-of-others"),
        ((*KNOWN, replace(handed, day=Day("2026-03-09"))), report, "event-to-come"),
    ],
)
def test_a_mandate_refuses(known, command, reason):
    given(*known).when(command).refused(reason)
