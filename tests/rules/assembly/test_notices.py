"""What became of a notice."""

from governance.assembly.facts import NoticeHandedOver, NoticeRefused, NoticeSent
from governance.assembly.notices import HandOverNotice, RecordDelivery
from governance.command import PALABRE
from governance.words import Day, PersonId
from tests.gwt import given
from tests.rules.assembly.coop import SPRING, convened, ready

ALMA = PersonId("alma")
sent = NoticeSent(SPRING, ALMA, "1.notice@palabre.invalid")
delivery = RecordDelivery(SPRING, ALMA, sent.message)
hand_over = HandOverNotice(SPRING, ALMA, Day("2026-03-02"))


def test_palabre_writes_that_a_notice_left():
    given(*ready).when(delivery, by=PALABRE).then(sent)
    given(*ready, sent).when(delivery, by=PALABRE).then()


def test_or_that_the_server_would_not_take_it():
    refused = NoticeRefused(SPRING, ALMA, "550")

    given(*ready).when(RecordDelivery(SPRING, ALMA, "", "550"), by=PALABRE).then(refused)


def test_nobody_else_writes_it():
    given(*ready).when(delivery).refused("not-allowed")


def test_a_notice_is_handed_over_once():
    given(*ready).when(hand_over).then(NoticeHandedOver(SPRING, ALMA, Day("2026-03-02")))
    given(*ready, NoticeHandedOver(SPRING, ALMA, Day("2026-03-01"))).when(hand_over).then()


def test_on_a_day_that_has_come():
    given(*ready).when(HandOverNotice(SPRING, ALMA, Day("2026-03-03"))).refused("day-to-come")


def test_no_notice_before_the_assembly_is_convened():
    early = [fact for fact in ready if fact is not convened]

    given(*early).when(hand_over).refused("not-convened")
    given(*early).when(delivery, by=PALABRE).refused("not-convened")
