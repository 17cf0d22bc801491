"""What other systems test of shares, restated as facts and held by ours: tests/vectors/cooperative_shares.yaml.

Ours has one class of shares, of one value (L47 art. 1 and 11): where theirs have two, the statutes of ours changed the
value between them, and « convert » is an exchange.
"""

from fractions import Fraction
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from governance.capital.account import account
from governance.capital.ask_back import AskReimbursement
from governance.capital.book import ShareBook
from governance.capital.cancel import CancelShares
from governance.capital.exchange import ExchangeShares
from governance.capital.facts import CancellationId, ClaimId, SharesCancelled, SharesSubscribed, SharesTransferred
from governance.capital.pay import Pay
from governance.capital.subscribe import Subscribe
from governance.capital.transfer import TransferShares
from governance.command import Refused
from governance.membership.admit import Admit
from governance.membership.facts import Cause, CollegeChanged, MemberAdmitted, MemberLeft
from governance.membership.leave import Leave
from governance.membership.standing import standing
from governance.record.record import Record
from governance.record.recorder import MemoryRecorder
from governance.record.vault import MemoryVault
from governance.statutes.facts import Organ, Ruled
from governance.words import CategoryId, Cents, CollegeId, Day, MemberId, PersonId, SubscriptionId
from tests.coop import admitted, adopted, applied
from tests.gwt import NOON, SECRETARY, in_office
from tests.rules.capital.holders import holds, in_force, statutes

FILE = YAML(typ="safe").load(Path(__file__).parents[2] / "vectors" / "cooperative_shares.yaml")
SCENARIOS = {one["id"]: one for one in FILE["scenarios"]}
X, Y = Cents(FILE["share_types"]["share_x"]["price_cents"]), Cents(FILE["share_types"]["share_y"]["price_cents"])
PRICES = {"share_x": X, "share_y": Y}
WHO = {"A": MemberId("a"), "B": MemberId("b")}
EARLIER, LATER = "2022-06-01", "2023-06-21"


class Told:
    """A cooperative whose shares are worth 25 € unless an exchange is told; D keeps its capital above the floor."""

    def __init__(self, scenario, nominal=Y):
        self.scenario = scenario
        self.record = Record(MemoryRecorder(lambda: NOON), MemoryVault())
        self.gestures = 0
        held = scenario["given"] if isinstance(scenario.get("given"), dict) else {}
        past = [in_office, in_force(nominal=nominal, minimum=0), *holds("d", 100, nominal=Y)]
        for who, shares in held.items():
            past += holds(WHO[who], shares["share_y"], nominal=Y)
        self.record.enter(past, PersonId("test"), "past")

    def give(self, command):
        self.gestures += 1
        return self.record.execute(command, SECRETARY, f"g{self.gestures}").facts

    def enter(self, *facts):
        self.gestures += 1
        self.record.enter(facts, PersonId("test"), f"g{self.gestures}")

    @property
    def facts(self):
        return [entry.fact for entry in self.record.entries()]

    def held(self, who):
        lots = account(self.facts, WHO[who], Day("2026-03-02")).lots
        return {name: lots.get(price, 0) for name, price in PRICES.items()}

    def is_member(self, who):
        return standing(self.facts, WHO[who], Day("2026-03-02")) is not None

    def expect(self, then):
        for who in ("A", "B"):
            for name, number in then.get(who, {}).items():
                told = {"member": self.is_member, "former_member": lambda who: not self.is_member(who)}
                assert (told[name](who) if name in told else self.held(who)[name]) == number, (who, name)

    @property
    def numbered(self):
        book = ShareBook()
        for fact in self.facts:
            book = book.after(fact)
        return book.numbered


def told(scenario, **options):
    return Told(SCENARIOS[scenario], **options)


def subscribe(coop, shares=3, on=EARLIER, name="s1"):
    [promised] = coop.give(Subscribe(SubscriptionId(name), WHO["A"], shares, Day(on)))
    return promised


def test_oca_subscribe_then_pay():
    coop = told("oca-subscribe-then-pay")
    [asked, _] = coop.scenario["when"]
    [paid] = coop.scenario["when_2"]
    coop.enter(applied("a", on=EARLIER))
    promised = subscribe(coop, asked["qty"])

    assert not coop.is_member("A")

    coop.give(Pay(promised.subscription, WHO["A"], Cents(asked["qty"] * Y), Day(str(paid["on"]))))
    coop.give(Admit(WHO["A"], Day(str(paid["on"]))))
    place = standing(coop.facts, WHO["A"], Day("2026-03-02"))

    then = coop.scenario["then_2"]
    assert str(place.since) == str(then["member_since"])
    assert coop.held("A")["share_y"] == then["shares"]["share_y"]
    assert coop.numbered == 1


def test_oca_paid_in_two_instalments_effective_at_last_payment():
    coop = told("oca-paid-in-two-instalments-effective-at-last-payment")
    coop.enter(applied("a", on=EARLIER))
    promised = subscribe(coop, 4)
    days = []
    for one in coop.scenario["when"]:
        amount = Cents(int(Fraction(one["share_fraction"]) * promised.shares * promised.nominal))
        days.append(Day(str(one["on"])))
        coop.give(Pay(promised.subscription, WHO["A"], amount, days[-1]))

    owed = [account(coop.facts, WHO["A"], day).owed for day in days]

    assert owed[0] > 0
    assert owed[-1] == 0
    assert str(days[-1]) == str(coop.scenario["then"]["member_since"])


def test_oca_second_subscription_is_an_increase():
    coop = told("oca-second-subscription-is-an-increase")
    coop.enter(applied("a", "structures", on=EARLIER))  # four shares at least, the first time

    with pytest.raises(Refused, match="too-few-shares"):
        subscribe(coop, 1)
    subscribe(coop, 4)
    subscribe(coop, 1, name="s2")

    assert [fact.shares for fact in coop.facts if isinstance(fact, SharesSubscribed)] == [4, 1]
    assert coop.scenario["then"]["request_types"] == ["new", "increase"]


@pytest.mark.parametrize("scenario", ["oca-transfer-to-non-member", "oca-transfer-to-member"])
def test_oca_transfer(scenario):
    coop = told(scenario)
    [when] = coop.scenario["when"]
    if "B" not in coop.scenario["given"]:
        coop.enter(applied("b", on=EARLIER))
    before = coop.numbered
    receiver = WHO[when["to"][0]]
    coop.give(TransferShares(WHO["A"], receiver, when["qty"], Day(str(when["on"])), Organ.BOARD, "CA"))

    coop.expect(coop.scenario["then"])
    [moved] = [fact for fact in coop.facts if isinstance(fact, SharesTransferred)]
    assert coop.numbered == before + 1
    entry = coop.scenario["then"].get("register_entry", {})
    known = {"qty": moved.shares, "unit_price_cents": moved.nominal, "date": moved.on.first}
    assert {name: value for name, value in entry.items() if name in known}.items() <= known.items()


def sell_back(coop, shares):
    """Some of them: asked by a member who stays. All of them: she leaves. Then the queue is served."""
    if shares < coop.held("A")["share_y"]:
        coop.give(AskReimbursement(ClaimId("k"), WHO["A"], shares, Day(LATER)))
    else:
        coop.give(Leave(WHO["A"], Cause.WITHDRAWAL, Day(LATER)))
    return coop.give(CancelShares(CancellationId("c"), Day(LATER)))


@pytest.mark.parametrize("scenario", ["oca-sell-back-one", "oca-sell-back-all-ends-membership"])
def test_oca_sell_back(scenario):
    coop = told(scenario)
    [when] = coop.scenario["when"]
    [gone] = sell_back(coop, when["qty"])

    coop.expect(coop.scenario["then"])
    assert isinstance(gone, SharesCancelled)
    assert gone.shares == when["qty"]


def test_oca_sell_back_more_than_owned_refused():
    coop = told("oca-sell-back-more-than-owned-refused")
    [when] = coop.scenario["when"]

    with pytest.raises(Refused, match="more-than-held"):
        coop.give(AskReimbursement(ClaimId("k"), WHO["A"], when["qty"], Day(LATER)))
    assert coop.scenario["then"] == "refused"


@pytest.mark.parametrize("scenario", ["oca-convert-2y-to-1x", "beyond-partial-conversion"])
def test_convert(scenario):
    coop = told(scenario, nominal=X)
    [when] = coop.scenario["when"]
    [exchanged] = coop.give(ExchangeShares(WHO["A"], when["qty"], PRICES[when["from_share"]], Day(LATER)))

    coop.expect(coop.scenario["then"])
    assert (exchanged.shares, exchanged.into) == (when["qty"], when["qty"] // 2)


def test_oca_legal_person_cannot_hold_natural_only_share():
    """There is no share that only some may hold: a legal person is refused as anybody is, who is no member."""
    scenario = SCENARIOS["oca-legal-person-cannot-hold-natural-only-share"]
    coop = Told({"given": {"A": {"share_y": 2}}})
    [when] = scenario["when"]

    with pytest.raises(Refused, match="receiver-not-a-member"):
        coop.give(TransferShares(WHO["A"], WHO["B"], when["qty"], Day(LATER), Organ.BOARD, "CA"))
    assert scenario["then"] == "refused"


def test_every_scenario_is_told():
    here = Path(__file__).read_text()

    assert [one for one in SCENARIOS if one not in here and one.replace("-", "_") not in here] == []
    assert {one["id"] for one in FILE["as_of_status"]} == AS_OF


AS_OF = {
    *("tapir-no-share", "tapir-past-share", "tapir-future-share", "tapir-active", "tapir-paused", "tapir-pause-over"),
    *("tapir-was-investing-asked-in-past", "tapir-was-investing-asked-now", "tapir-count-active-shares-at-date"),
}
A = WHO["A"]


def day(one) -> Day:
    return Day(str(one))


def spans(shares):
    """A subscription begins a membership, its cancellation ends it: both are dated."""
    for number, one in enumerate(shares):
        yield admitted(A, on=str(one["start"]))
        yield SharesSubscribed(SubscriptionId(f"s{number}"), A, 1, Y, day(one["start"]))
        if one["end"]:
            yield MemberLeft(A, Cause.WITHDRAWAL, day(one["end"]))
            yield SharesCancelled(CancellationId(f"c{number}"), ClaimId(A), A, 1, Y, Cents(0), day(one["end"]))


@pytest.mark.parametrize("one", [one for one in FILE["as_of_status"] if "shares" in one], ids=lambda one: one["id"])
def test_what_stood_on_a_day_is_answered_on_that_day(one):
    facts, asked = list(spans(one["shares"])), day(one["at"])
    place, held = standing(facts, A, asked), account(facts, A, asked).shares

    if "active_shares" in one:
        assert held == one["active_shares"]
    elif one["status"] == "former_or_never":
        assert (place, held) == (None, 0)
    else:  # who pauses is a member all the same: the law knows no member without her rights
        assert place is not None
        assert held == 1


@pytest.mark.parametrize("one", [one for one in FILE["as_of_status"] if "investing" in one], ids=lambda one: one["id"])
def test_a_quality_that_changed_is_what_it_was_on_a_past_day(one):
    changed = day(one["investing"]["until_change_recorded_on"])
    facts = [
        MemberAdmitted(A, CategoryId("benevoles"), CollegeId("investing"), Day("2020-01-01")),
        CollegeChanged(A, CollegeId("active"), changed),
    ]

    assert standing(facts, A, day(one["at"])).college == one["status"]


def test_the_nominal_values_are_those_of_the_file():
    assert (X, Y) == (5000, 2500)
    assert adopted(statutes(nominal=X)).statutes.capital.nominal == Ruled(X, "8")
