"""Two worked examples of the law, through the commands: proxies over the cap, and a board with a vacant seat."""

from dataclasses import replace
from fractions import Fraction

from governance.assembly.facts import AssemblyPlanned, MandateEntered, RollSealed
from governance.assembly.proxies import GiveProxy
from governance.assembly.quorums import quorums
from governance.assembly.roll import roll
from governance.assembly.standing import Presence, tallies
from governance.membership.facts import MemberAdmitted, OfficeLeft, OfficeTaken
from governance.statutes.facts import Form, Kind, Organ
from governance.words import CategoryId, Day, MemberId, Office, PersonId, Public
from tests.gwt import given
from tests.rules.assembly.coop import SPRING, V1, convened, given_power, planned, proxies, sealed, statutes, tabled
from tests.rules.assembly.coop import entered as enter
from tests.rules.statutes.samples import adopted as adopt


def test_e12_of_three_proxies_named_to_one_holder_among_forty_five_members_two_are_accepted():
    version = adopt(statutes=replace(statutes, proxies=proxies))
    roll = [enter(name) for name in ("alma", "basile", "chloe", "dario")]
    past = [version, planned, tabled(), *roll, replace(sealed, mandates=45), convened]
    powers = [given_power(grantor, "chloe") for grantor in ("alma", "basile")]
    give = [GiveProxy(SPRING, V1, MemberId(name), MemberId("chloe")) for name in ("alma", "basile", "dario")]

    given(*past).when(give[0]).then(powers[0])
    given(*past, powers[0]).when(give[1]).then(powers[1])
    given(*past, *powers).when(give[2]).refused("too-many-proxies", most=2, members=45, article="19")


def _board(seats: int, vacant: int) -> tuple[list[MandateEntered], RollSealed]:
    """A board of so many seats whose last ones were left and not filled."""
    since = Day("2024-06-01")
    people = [f"d{n}" for n in range(seats)]
    facts = [MemberAdmitted(MemberId(one), CategoryId("other"), None, since) for one in people]
    facts += [OfficeTaken(PersonId(one), Office.BOARD, since) for one in people]
    facts += [OfficeLeft(PersonId(one), Office.BOARD, Day("2026-01-31")) for one in people[seats - vacant :]]
    board = AssemblyPlanned(SPRING, Organ.BOARD, Public("Conseil"), planned.day, "18:30", Public("Gap"))
    *lines, seal = roll(facts, board, adopt(statutes=replace(statutes, form=Form.SA, schemes=())))
    return lines, seal


def test_e24_a_vacant_seat_is_nobody_in_office():
    lines, seal = _board(seats=18, vacant=1)
    sa = replace(statutes, form=Form.SA, schemes=())

    def reached(there: int) -> bool:
        signed = {line.member: line for line in lines[:there]}
        [told] = quorums(sa, Organ.BOARD, [Kind.ORDINARY], tallies(seal, Presence(signed, {})), second_call=False)
        assert (told.state.total, told.state.need) == (17, Fraction(9))
        return told.state.reached

    assert (seal.mandates, reached(8), reached(9)) == (17, False, True)
