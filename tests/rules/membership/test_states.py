"""The state machine of a membership, whole: in each state, what each event does, or why it is refused."""

import pytest

from governance.decision.exclude import Exclude
from governance.membership.admit import Admit, Reject
from governance.membership.apply import ApplyAgain
from governance.membership.exclude import HearMember, ProposeExclusion, SetExclusionAside
from governance.membership.exclusion_facts import ExclusionProposed, MemberHeard
from governance.membership.facts import (
    AdmissionRatified,
    ApplicationRejected,
    ApplicationWithdrawn,
    Cause,
    MemberLeft,
    WithdrawalNotified,
)
from governance.membership.heirs import NameHeirs
from governance.membership.leave import Leave, NotifyWithdrawal
from governance.membership.move import ChangeCategory, ChangeCollege
from governance.membership.ratify import Ratify, RefuseRatification, ReportRejection
from governance.membership.take_back import RedateAdmission, TakeBackWithdrawal, WithdrawApplication
from governance.words import CategoryId, Day, Public, Sealed
from tests.coop import LEA, SALARIES, admitted, adopted, applied, known, scic
from tests.gwt import given

ON, THEN, LATER = Day("2026-03-01"), Day("2026-02-01"), Day("2026-12-31")
WHY = Sealed("ef" * 32)

person = [adopted(scic()), known(LEA)]
candidate = [*person, applied(LEA)]
member = [*candidate, admitted(LEA)]
proposed = ExclusionProposed(LEA, THEN, WHY, ON)
STATES = {
    "known": person,
    "candidate": candidate,
    "gave up": [*candidate, ApplicationWithdrawn(LEA, THEN)],
    "rejected": [*candidate, ApplicationRejected(LEA, THEN)],
    "member": member,
    "ratified": [*member, AdmissionRatified(LEA, THEN)],
    "withdrawing": [*member, WithdrawalNotified(LEA, THEN, LATER)],
    "exclusion proposed": [*member, proposed],
    "heard": [*member, proposed, MemberHeard(LEA, THEN, came=True)],
    "withdrew": [*member, MemberLeft(LEA, Cause.WITHDRAWAL, THEN)],
    "dead": [*member, MemberLeft(LEA, Cause.DEATH, THEN)],
    "excluded": [*member, MemberLeft(LEA, Cause.EXCLUSION, THEN)],
}
EVENTS = {
    "apply": ApplyAgain(LEA, CategoryId("salaries"), SALARIES, ON),
    "give up": WithdrawApplication(LEA, ON),
    "admit": Admit(LEA, ON),
    "reject": Reject(LEA, ON),
    "report": ReportRejection(LEA, ON),
    "ratify": Ratify(LEA, ON),
    "not ratify": RefuseRatification(LEA, ON),
    "redate": RedateAdmission(LEA, Day("2021-06-01")),
    "move": ChangeCollege(LEA, SALARIES, ON),
    "change": ChangeCategory(LEA, CategoryId("salaries"), ON),
    "withdraw": NotifyWithdrawal(LEA, ON, LATER),
    "take back": TakeBackWithdrawal(LEA, ON),
    "lose": Leave(LEA, Cause.AUTOMATIC_LOSS, ON),
    "die": Leave(LEA, Cause.DEATH, ON),
    "name heirs": NameHeirs(LEA, ON, WHY),
    "propose": ProposeExclusion(LEA, WHY, ON, LATER),
    "hear": HearMember(LEA, ON, came=False),
    "set aside": SetExclusionAside(LEA, ON),
    "exclude": Exclude(LEA, ON, minutes=Public("AG, résolution 3")),
}
NO_MEMBER = dict.fromkeys(
    ("ratify", "not ratify", "move", "change", "withdraw", "lose", "die", "propose", "exclude"), "not-a-member"
)
NOTHING_PROPOSED = dict.fromkeys(("hear", "set aside"), "no-exclusion-proposed")
NO_APPLICATION = dict.fromkeys(("give up", "admit", "reject"), "no-application")
STAYS = {"take back": "no-withdrawal-notified", "name heirs": "nobody-died", "report": "no-rejection-to-report"}
OUTSIDE = {**NO_MEMBER, **NOTHING_PROPOSED, **STAYS}
INSIDE = {
    **NOTHING_PROPOSED,
    **NO_APPLICATION,
    **STAYS,
    "apply": "already-a-member",
    "admit": "",
    "exclude": "exclusion-without-grounds",
}
GONE = {**OUTSIDE, **NO_APPLICATION, "redate": ""}
ON_ITS_WAY = {
    "propose": "exclusion-already-proposed",
    "hear": "",
    "set aside": "",
    "exclude": "exclusion-without-hearing",
}
REFUSED = {
    "known": {**OUTSIDE, **NO_APPLICATION, "redate": "not-a-member"},
    "candidate": {**OUTSIDE, "redate": "not-a-member", "apply": "application-waiting"},
    "gave up": {**OUTSIDE, **NO_APPLICATION, "redate": "not-a-member"},
    "rejected": {**OUTSIDE, **NO_APPLICATION, "redate": "not-a-member", "report": ""},
    "member": INSIDE,
    "ratified": {**INSIDE, "not ratify": "already-ratified"},
    "withdrawing": {**INSIDE, "take back": ""},
    "exclusion proposed": {**INSIDE, **ON_ITS_WAY},
    "heard": {**INSIDE, **ON_ITS_WAY, "exclude": ""},
    "withdrew": {**GONE, "take back": "withdrawal-took-effect"},
    "dead": {**GONE, "name heirs": ""},
    "excluded": GONE,
}
"""What is refused in each state, and why; all that is not named, or has no reason, is done."""


@pytest.mark.parametrize("state", STATES)
def test_in_each_state_every_event_is_done_or_refused_for_its_reason(state):
    for event, command in EVENTS.items():
        tried = given(*STATES[state]).when(command)
        if reason := REFUSED[state].get(event):
            tried.refused(reason)
        else:
            assert tried.gained() is not None, (state, event)


def test_the_table_names_every_state():
    assert REFUSED.keys() == STATES.keys()
    assert all(refused.keys() <= EVENTS.keys() for refused in REFUSED.values())
