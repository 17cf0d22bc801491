"""What anybody may read of how to reach her: as she consents, field by field, and no longer once she takes it back."""

import pytest

from governance.membership.person_facts import ContactShown, Shown, Way
from governance.membership.show_contact import ShowContact, ShowMyContact
from governance.words import Day, PersonId
from tests.coop import LEA, TOM, known
from tests.gwt import SECRETARY, given

WHO = PersonId(LEA)
ON = Day("2026-01-10")
BOTH = (Shown.NAME, Shown.PHONE)
show = ShowContact(WHO, (Shown.PHONE, Shown.NAME), Way.LETTER, ON)
shown = ContactShown(WHO, BOTH, Way.LETTER, ON)


def test_a_consent_is_written_once_in_the_order_of_the_fields():
    given(known(LEA)).when(show).then(shown)
    given(known(LEA), shown).when(show).then()


def test_it_is_narrowed_and_taken_back_whole():
    less, none = ((Shown.NAME,), Day("2026-01-11")), ((), Day("2026-01-12"))
    narrowed = ContactShown(WHO, less[0], Way.PAGE, less[1])

    given(known(LEA), shown).when(ShowMyContact(WHO, less[0], Way.PAGE, less[1]), LEA).then(narrowed)
    given(known(LEA), shown, narrowed).when(ShowContact(WHO, none[0], Way.LETTER, none[1])).then(
        ContactShown(WHO, (), Way.LETTER, none[1])
    )


def test_who_shows_nothing_has_nothing_to_take_back():
    given(known(LEA)).when(ShowContact(WHO, (), Way.LETTER, ON)).then()


@pytest.mark.parametrize(
    ("facts", "command", "by", "why"),
    [
        ((known(LEA),), ShowMyContact(WHO, BOTH, Way.PAGE, ON), TOM, "not-about-you"),
        ((), show, SECRETARY, "unknown-person"),
        ((known(LEA),), ShowContact(WHO, BOTH, Way.LETTER, Day("2099-01-01")), SECRETARY, "day-to-come"),
        ((known(LEA), shown), ShowContact(WHO, (), Way.LETTER, Day("2026-01-09")), SECRETARY, "consent-said-since"),
    ],
)
def test_nobody_else_nor_another_day_consents_for_her(facts, command, by, why):
    given(*facts).when(command, by).refused(why)
