"""What is to be done in the network: set, offered, done one by one, done, given up."""

from dataclasses import replace

import pytest

from governance.membership.facts import PersonRegistered
from governance.network.act import (
    DoShare,
    FinishAction,
    FinishMyAction,
    GiveActionUp,
    OfferHelp,
    OfferMyHelp,
    SetAction,
    WithdrawHelp,
)
from governance.network.action_facts import (
    ActionDone,
    ActionGivenUp,
    ActionId,
    ActionSet,
    HelpOffered,
    HelpWithdrawn,
    Priority,
    ShareDone,
)
from governance.words import Day, PersonId, Public, Sealed
from tests.gwt import given
from tests.rules.network.test_reports import met

ON = Day("2018-11-06")
ADA = PersonId("ada")
ada = PersonRegistered(ADA, Sealed("ada"))
setting = SetAction(ActionId("x"), Public("Écrire le questionnaire"), ON, Priority.FIRST, meeting=met.meeting)
asked = ActionSet(**vars(setting))
everybody = replace(asked, everybody=True)
offer = OfferHelp(setting.action, ON, person=ADA)
offered = HelpOffered(**vars(offer))
share = DoShare(setting.action, Public("CEIS"), ON)
done = ActionDone(setting.action, ON)
no_more = ActionGivenUp(setting.action, ON, Public("Sans objet"))


@pytest.mark.parametrize(
    ("before", "command", "by", "fact"),
    [
        ((met,), setting, "secretary", asked),
        ((met, asked), replace(setting, due_said=Public("à terme")), "secretary", None),
        ((met,), replace(setting, due_meeting=met.meeting), "secretary", None),
        ((asked, ada), offer, "secretary", offered),
        ((asked, ada, offered), replace(offer, condition=Public("si possible")), "secretary", None),
        ((asked,), OfferMyHelp(setting.action, ON), ADA, offered),
        (
            (asked, offered),
            WithdrawHelp(setting.action, ON, person=ADA),
            "secretary",
            HelpWithdrawn("x", ON, person=ADA),
        ),
        ((everybody,), share, "secretary", ShareDone(**vars(share))),
        ((asked,), FinishAction(setting.action, ON), "secretary", done),
        ((asked, offered), FinishMyAction(setting.action, ON), ADA, done),
        ((asked,), GiveActionUp(setting.action, ON, Public("Sans objet")), "secretary", no_more),
    ],
)
def test_what_happens_to_an_action_is_written_once(before, command, by, fact):
    gained = given(*before).when(command, by).gained()

    assert len(gained) == 1
    assert fact in (None, *gained)
    given(*before, *gained).when(command, by).then()


@pytest.mark.parametrize(
    ("before", "command", "reason"),
    [
        ((), setting, "unknown-meeting"),
        ((met,), replace(setting, due=ON, due_said=Public("à terme")), "due-once"),
        ((), replace(setting, meeting=None, everybody=True), "everybody-of-what"),
        ((met, asked, done), replace(setting, everybody=True), "action-over"),
        ((), offer, "unknown-action"),
        ((asked,), offer, "unknown-person"),
        ((asked,), replace(offer, person=None), "nobody-meant"),
        ((asked,), share, "not-for-everybody"),
        ((asked, no_more), FinishAction(setting.action, ON), "action-over"),
        (
            (asked, offered, HelpWithdrawn(setting.action, ON, person=ADA)),
            FinishMyAction(setting.action, ON),
            "not-your-action",
        ),
    ],
)
def test_what_an_action_refuses(before, command, reason):
    given(*before).when(command, ADA if isinstance(command, FinishMyAction) else "secretary").refused(reason)
