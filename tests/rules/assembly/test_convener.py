"""Who may convene: the organ of the form, or enough members of a SARL; another only with an irregularity."""

from dataclasses import replace

import pytest

from governance.assembly.convene import Convene
from governance.assembly.convening_facts import Convener, ConvenerNamed
from governance.assembly.facts import IrregularityNoted
from governance.capital.facts import SharesSubscribed
from governance.statutes.facts import Form
from governance.words import Cents, Day, MemberId, Public, SubscriptionId
from tests.gwt import given
from tests.rules.assembly.coop import SPRING, V1, members, planned, statutes, tabled
from tests.rules.statutes.samples import adopted as adopt

convene = Convene(SPRING, V1, Day("2026-03-02"), convener=Convener.BOARD, capacity=Public("Conseil du 20/02/2026"))


def shares(member, number):
    return SharesSubscribed(SubscriptionId(member), MemberId(member), number, Cents(5000), Day("2020-01-15"))


def gained(form, command=convene, *facts):
    ready = [adopt(statutes=replace(statutes, form=form)), *members, planned, tabled(), *facts]
    return given(*ready).when(command)


@pytest.mark.parametrize(
    ("form", "convener", "article"),
    [
        (Form.SA, Convener.BOARD, "C.com L225-103"),
        (Form.SA, Convener.AUDITOR, "C.com L225-103"),
        (Form.SARL, Convener.MANAGER, "C.com L223-27"),
        (Form.SAS, Convener.CHAIR, ""),
        (Form.ASSOCIATION, Convener.MEMBERS, ""),
    ],
)
def test_who_may_convenes_in_her_capacity(form, convener, article):
    fact = ConvenerNamed(SPRING, convener, convene.capacity, Public(article))

    assert fact in gained(form, replace(convene, convener=convener)).gained()


def test_another_may_not_and_it_is_written_so_when_it_was_done():
    wrong = replace(convene, convener=Convener.MANAGER)
    gained(Form.SA, wrong).refused("may-not-convene", article="C.com L225-103")

    done = gained(Form.SA, replace(wrong, despite=Public("Parti ainsi."))).gained()

    assert done[-1] == IrregularityNoted(
        SPRING, "may-not-convene", Public("C.com L225-103"), Public("Parti ainsi."), None
    )


@pytest.mark.parametrize(
    ("asking", "enough"),
    [
        (("alma",), True),  # half of the shares
        (("basile",), True),  # a sixth of the members, a tenth of the shares
        (("chloe",), False),  # a sixth of the members, no share
        ((), False),
    ],
)
def test_a_minority_of_a_sarl_convenes_by_half_the_shares_or_a_tenth_of_both(asking, enough):
    by = replace(convene, convener=Convener.MEMBERS, members=tuple(map(MemberId, asking)))
    held = [shares("alma", 5), shares("basile", 1), shares("dario", 4)]

    found = gained(Form.SARL, by, *held)

    if enough:
        assert any(isinstance(fact, ConvenerNamed) for fact in found.gained())
    else:
        found.refused("too-few-to-convene")
