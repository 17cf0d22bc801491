"""Proxies: to another member, within the cap of the statutes, never handed on, taken back by coming."""

from dataclasses import replace
from fractions import Fraction

import pytest

from governance.assembly.facts import IrregularityNoted, SessionClosed
from governance.assembly.presence_facts import AttendanceEnded, ProxyWithdrawn
from governance.assembly.proxies import GiveMyProxy, GiveProxy, GiveProxyDespite, WithdrawMyProxy, WithdrawProxy, most
from governance.membership.facts import OfficeTaken
from governance.statutes.facts import Form, OpenProxyRule, Organ
from governance.words import Day, MemberId, Office, PersonId, Public, StatutesId
from tests.gwt import given
from tests.rules.assembly.coop import (
    SPRING,
    V1,
    adjourned,
    adopted,
    entered,
    given_power,
    opened,
    planned,
    proxies,
    ready,
    sealed,
    signed,
    statutes,
)
from tests.rules.statutes.samples import adopted as adopt
from tests.rules.statutes.samples import ruled


def give(grantor, holder, statutes=V1, command=GiveProxy):
    return command(SPRING, statutes, MemberId(grantor), holder and MemberId(holder))


def under(rules, *, form=Form.SAS, members=6):
    """The same assembly where the statutes say something else of proxies."""
    version = adopt(statutes=replace(statutes, proxies=rules, form=form))
    return [version if fact is adopted else fact for fact in ready if fact is not sealed] + [
        replace(sealed, mandates=members)
    ]


def withdrawn(grantor, holder):
    return ProxyWithdrawn(SPRING, MemberId(grantor), holder and MemberId(holder))


admitting = replace(proxies, open_proxy=ruled(OpenProxyRule.CHAIR_WITH_BOARD, "26"))
refusing = replace(proxies, open_proxy=ruled(OpenProxyRule.REFUSED, "26"))
NOBODY = None


def test_a_power_is_registered_by_the_secretary():
    given(*ready).when(give("alma", "chloe")).then(given_power("alma", "chloe"))


def test_a_voter_gives_power_herself():
    given(*ready).when(give("cabane", "chloe", command=GiveMyProxy), by="farida").then(given_power("cabane", "chloe"))


def test_nobody_gives_the_power_of_another():
    given(*ready).when(give("cabane", "chloe", command=GiveMyProxy), by="chloe").refused("not-her-voter")
    given(*ready).when(give("cabane", "chloe"), by="chloe").refused("not-allowed")


def test_the_same_power_is_written_once():
    given(*ready, given_power("alma", "chloe")).when(give("alma", "chloe")).then()


@pytest.mark.parametrize(("members", "cap"), [(19, 1), (20, 1), (45, 2), (146, 7), (871, 43)])
def test_the_cap_of_a_twentieth(members, cap):
    assert most(proxies, members) == cap


def test_without_a_fraction_the_least_is_the_most():
    assert most(replace(proxies, fraction=None), 871) == 1


def test_of_three_proxies_named_to_one_holder_among_45_members_one_is_refused():
    past = under(proxies, members=45)
    two = [given_power("alma", "chloe"), given_power("basile", "chloe")]

    given(*past, two[0]).when(give("basile", "chloe")).then(two[1])
    given(*past, *two).when(give("dario", "chloe")).refused("too-many-proxies", most=2, members=45, article="19")


def test_the_chair_alone_passes_over_the_cap_and_says_why():
    chair = OfficeTaken(PersonId("zoe"), Office.CHAIR, Day("2000"))
    carried = [given_power("alma", "chloe"), given_power("basile", "chloe")]
    past, why = [*under(proxies, members=45), chair, *carried], Public("Deux grippes.")
    act = GiveProxyDespite(SPRING, V1, MemberId("dario"), MemberId("chloe"), despite=why)

    given(*past).when(act, by="zoe").then(
        given_power("dario", "chloe"), IrregularityNoted(SPRING, "too-many-proxies", Public("19"), why, 1)
    )
    given(*past).when(act).refused("not-allowed")
    given(*past).when(replace(act, despite=Public(" ")), by="zoe").refused("too-many-proxies")
    given(*past).when(replace(act, holder=MemberId("dario")), by="zoe").refused("proxy-to-oneself")


def test_a_power_taken_back_leaves_room_for_another():
    past = [*ready, given_power("alma", "chloe"), withdrawn("alma", "chloe")]

    given(*past).when(give("basile", "chloe")).then(given_power("basile", "chloe"))


@pytest.mark.parametrize(
    ("past", "grantor", "holder", "reason"),
    [
        ((), "alma", "alma", "proxy-to-oneself"),
        ((), "gil", "alma", "not-on-the-roll"),
        ((), "alma", "gil", "not-on-the-roll"),
        ((given_power("alma", "chloe"),), "alma", "dario", "proxy-already-given"),
        ((signed("alma"),), "alma", "dario", "grantor-is-there"),
        ((given_power("chloe", "dario"),), "alma", "chloe", "holder-gave-hers"),
        ((given_power("alma", "chloe"),), "chloe", "dario", "grantor-carries-others"),
        ((given_power("basile", "chloe"),), "alma", "chloe", "too-many-proxies"),
        ((opened, SessionClosed(SPRING, Public(""))), "alma", "chloe", "session-closed"),
        ((adjourned,), "alma", "chloe", "assembly-adjourned"),
    ],
)
def test_a_power_that_cannot_be_is_refused(past, grantor, holder, reason):
    given(*ready, *past).when(give(grantor, holder)).refused(reason)


def test_who_leaves_the_meeting_may_give_power():
    past = [*ready, signed("alma"), AttendanceEnded(SPRING, MemberId("alma"))]

    given(*past).when(give("alma", "chloe")).then(given_power("alma", "chloe"))


@pytest.mark.parametrize(("grantor", "holder"), [("alma", "chloe"), ("chloe", "alma")])
def test_an_advisory_member_neither_gives_nor_carries_a_vote(grantor, holder):
    heard = [entered("alma", votes=False) if fact == entered("alma") else fact for fact in ready]

    given(*heard).when(give(grantor, holder)).refused("advisory-proxy")


def test_powers_across_colleges_may_be_forbidden():
    apart = under(replace(proxies, cross_college=ruled(False, "19.2")))

    given(*apart).when(give("alma", "chloe")).refused("proxy-across-colleges", article="19.2")
    given(*apart).when(give("alma", "basile")).then(given_power("alma", "basile"))


@pytest.mark.parametrize("form", [Form.SAS, Form.ASSOCIATION])
def test_where_neither_statutes_nor_law_speak_of_powers_there_are_none(form):
    given(*under(None, form=form)).when(give("alma", "chloe")).refused("proxies-not-in-statutes")


@pytest.mark.parametrize("form", [Form.SA, Form.SARL])
def test_where_the_law_allows_powers_it_sets_no_cap(form):
    past = under(None, form=form)

    given(*past, given_power("basile", "chloe")).when(give("alma", "chloe")).then(given_power("alma", "chloe"))


def test_the_roll_and_the_form_agree_on_the_statutes():
    given(*ready).when(give("alma", "chloe", StatutesId("v0"))).refused("statutes-changed")
    given(*[fact for fact in ready if fact is not sealed]).when(give("alma", "chloe")).refused("not-convened")


def test_a_power_is_taken_back():
    take_back = WithdrawProxy(SPRING, MemberId("alma"))

    given(*ready, given_power("alma", "chloe")).when(take_back).then(withdrawn("alma", "chloe"))
    given(*ready).when(take_back).then()


def test_by_the_voter_who_gave_it():
    past = given(*ready, given_power("cabane", "chloe"))
    take_back = WithdrawMyProxy(SPRING, MemberId("cabane"))

    past.when(take_back, by="farida").then(withdrawn("cabane", "chloe"))
    past.when(take_back, by="chloe").refused("not-her-voter")


def test_the_fraction_is_of_those_who_vote():
    tenth = replace(proxies, fraction=ruled(Fraction(1, 3), "19"))

    given(*under(tenth), given_power("basile", "chloe")).when(give("alma", "chloe")).then(given_power("alma", "chloe"))


def test_a_power_may_name_nobody_where_the_statutes_say_what_becomes_of_it():
    given(*under(admitting)).when(give("alma", NOBODY)).then(given_power("alma", NOBODY))
    mine = give("cabane", NOBODY, command=GiveMyProxy)
    given(*under(admitting)).when(mine, by="farida").then(given_power("cabane", NOBODY))


def test_a_power_that_names_nobody_is_outside_the_cap():
    past = [*under(admitting), *(given_power(name, NOBODY) for name in ("alma", "basile", "dario"))]

    given(*past).when(give("elsa", NOBODY)).then(given_power("elsa", NOBODY))
    given(*past).when(give("elsa", "chloe")).then(given_power("elsa", "chloe"))


@pytest.mark.parametrize(
    ("rules", "form", "reason"),
    [
        (proxies, Form.SAS, "open-proxy-not-in-statutes"),
        (proxies, Form.SARL, "open-proxy-not-in-statutes"),
        (None, Form.SARL, "open-proxy-not-in-statutes"),
        (None, Form.SAS, "open-proxy-not-in-statutes"),
        (refusing, Form.SAS, "open-proxy-refused"),
    ],
)
def test_a_power_that_names_nobody_is_refused_where_nothing_admits_it(rules, form, reason):
    given(*under(rules, form=form)).when(give("alma", NOBODY)).refused(reason)


@pytest.mark.parametrize("rules", [proxies, None])
def test_in_a_sa_the_law_says_what_becomes_of_it(rules):
    given(*under(rules, form=Form.SA)).when(give("alma", NOBODY)).then(given_power("alma", NOBODY))


def test_on_the_board_a_power_names_somebody():
    seated = [replace(planned, organ=Organ.BOARD) if fact is planned else fact for fact in under(admitting)]

    given(*seated).when(give("alma", NOBODY)).refused("open-proxy-not-in-statutes")


@pytest.mark.parametrize(
    ("past", "grantor", "reason"),
    [
        ((given_power("alma", "chloe"),), "alma", "proxy-already-given"),
        ((given_power("alma", "chloe"),), "chloe", "grantor-carries-others"),
        ((signed("alma"),), "alma", "grantor-is-there"),
    ],
)
def test_a_power_that_names_nobody_is_a_power_like_any_other(past, grantor, reason):
    given(*under(admitting), *past).when(give(grantor, NOBODY)).refused(reason)


def test_an_advisory_member_names_nobody_either():
    heard = [entered("alma", votes=False) if fact == entered("alma") else fact for fact in under(admitting)]

    given(*heard).when(give("alma", NOBODY)).refused("advisory-proxy")


def test_it_is_written_once_and_taken_back():
    past = given(*under(admitting), given_power("alma", NOBODY))

    past.when(give("alma", NOBODY)).then()
    past.when(WithdrawProxy(SPRING, MemberId("alma"))).then(withdrawn("alma", NOBODY))
    past.when(give("alma", "chloe")).refused("proxy-already-given")
    past.when(give("chloe", "alma")).refused("holder-gave-hers")
