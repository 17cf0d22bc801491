"""Whatever members do in whatever order: no one is counted twice, no power is handed on, the cap holds."""

from collections import Counter
from contextlib import suppress
from datetime import UTC, datetime

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from governance.assembly.attendance import EndAttendance, SignAttendance
from governance.assembly.proxies import GiveProxy, WithdrawProxy
from governance.assembly.standing import holder_of, presence, tallies
from governance.command import Refused
from governance.record.record import Record
from governance.record.recorder import MemoryRecorder
from governance.record.vault import MemoryVault
from governance.words import MemberId, PersonId
from tests.gwt import SECRETARY, in_office
from tests.rules.assembly.coop import EVENING, MEMBERS, SPRING, V1, sealed
from tests.rules.assembly.test_proxies import admitting, under

members = st.sampled_from(sorted(MEMBERS)).map(MemberId)


ready = under(admitting)


class Sheet(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        now: datetime = EVENING.astimezone(UTC)
        self.record = Record(MemoryRecorder(lambda: now), MemoryVault())
        self.record.enter([in_office, *ready], PersonId("test"), "past")
        self.gestures = 0

    def do(self, command):
        self.gestures += 1
        with suppress(Refused):
            self.record.execute(command, SECRETARY, f"g{self.gestures}")

    @rule(member=members)
    def sign(self, member):
        self.do(SignAttendance(SPRING, member))

    @rule(member=members)
    def leave(self, member):
        self.do(EndAttendance(SPRING, member))

    @rule(grantor=members, holder=st.none() | members)
    def give(self, grantor, holder):
        self.do(GiveProxy(SPRING, V1, grantor, holder))

    @rule(grantor=members)
    def take_back(self, grantor):
        self.do(WithdrawProxy(SPRING, grantor))

    @property
    def facts(self):
        return [entry.fact for entry in self.record.entries()]

    @invariant()
    def everybody_counts_once(self):
        here = presence(self.facts)
        assert not here.signed.keys() & here.represented.keys()
        assert not here.signed.keys() & here.proxies.keys()
        assert sum(tally.there for tally in tallies(sealed, here)) == len({*here.signed, *here.represented})

    @invariant()
    def nobody_hands_a_power_on(self):
        given = presence(self.facts).proxies
        assert not [holder for holder in (one.holder for one in given.values()) if holder in given]
        assert all(holder_of(self.facts, grantor) == one.holder for grantor, one in given.items())

    @invariant()
    def one_power_at_most_is_carried_among_six(self):
        carried = Counter(one.holder for one in presence(self.facts).proxies.values() if one.holder)
        assert max(carried.values(), default=0) <= 1


Sheet.TestCase.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
TestSheet = Sheet.TestCase
