"""What the chair passes over with a reason: what the statutes alone refuse, never what the law refuses too."""

from dataclasses import replace
from fractions import Fraction

import pytest

from governance.assembly.facts import IrregularityNoted, OfficersNamed, SessionOpened
from governance.assembly.legal_quorum import NONE, legal_quorum
from governance.assembly.session import OpenSession, OpenSessionDespite
from governance.membership.facts import OfficeTaken
from governance.statutes.facts import Form, Kind, Organ
from governance.vote.facts import Channel, VoteOpened
from governance.vote.open import OpenVote, OpenVoteDespite
from governance.words import Day, Office, PersonId, Public, ResolutionId, VoteId
from tests.gwt import given
from tests.rules.assembly.coop import EVENING, SPRING, V1, opened, ready, signed, statutes
from tests.rules.statutes.samples import adopted as adopt
from tests.rules.statutes.samples import ruled

chair = OfficeTaken(PersonId("alma"), Office.CHAIR, Day("2000"))
WHY = Public("La route est coupée.")
act = OpenSessionDespite(SPRING, V1, PersonId("alma"), despite=WHY)
vote = OpenVoteDespite(VoteId("v"), SPRING, ResolutionId("spring.1"), V1, channels=(Channel.ONLINE,), despite=WHY)
noted = IrregularityNoted(SPRING, "no-quorum", Public("17 §1"), WHY, None)


def under(form, half=True, **changed):
    """A meeting of six under this form, whose statutes want half of them there."""
    quorum = replace(statutes.ordinary.quorum, first=ruled(Fraction(1, 2), "17 §1"))
    ordinary = replace(statutes.ordinary, quorum=quorum) if half else statutes.ordinary
    changed = {"form": form, "ordinary": ordinary, "online_vote": None, **changed}
    return [adopt(statutes=replace(statutes, **changed)), *ready[1:], chair]


@pytest.mark.parametrize("form", [Form.SA, Form.SARL, Form.SAS, Form.ASSOCIATION])
def test_a_session_opens_with_enough_for_the_law_and_too_few_for_the_statutes(form):
    past = [*under(form), signed("alma"), signed("chloe")]

    given(*past).when(OpenSession(SPRING, V1, PersonId("alma")), now=EVENING).refused("no-quorum", by_law=False)
    session, officers, irregular = given(*past).when(act, by="alma", now=EVENING).gained()
    assert (type(session), type(officers), irregular) == (SessionOpened, OfficersNamed, noted)


def test_nobody_opens_below_the_quorum_of_the_law():
    past = [*under(Form.SA), signed("alma")]

    given(*past).when(act, by="alma", now=EVENING).refused("no-quorum", by_law=True, need=3, there=1)


def test_only_the_chair_passes_over_and_says_why():
    past = [*under(Form.SAS), signed("alma"), signed("chloe")]

    given(*past).when(act, now=EVENING).refused("not-allowed")
    given(*past).when(replace(act, despite=Public(" ")), by="alma", now=EVENING).refused("no-quorum")


@pytest.mark.parametrize(
    ("form", "channel", "reason"),
    [
        (Form.SAS, Channel.ONLINE, None),
        (Form.ASSOCIATION, Channel.ONLINE, None),
        (Form.SARL, Channel.ONLINE, "channel-not-in-statutes"),
        (Form.SA, Channel.ONLINE, "channel-not-in-statutes"),
    ],
)
def test_a_vote_opens_by_a_way_that_the_statutes_alone_close(form, channel, reason):
    past = [*under(form, half=False), opened, signed("alma"), signed("chloe")]
    asked = replace(vote, channels=(channel,))

    if reason:
        given(*past).when(asked, by="alma", now=EVENING).refused(reason, by_law=True)
        return
    said, irregular = given(*past).when(asked, by="alma", now=EVENING).gained()
    assert isinstance(said, VoteOpened)
    assert (irregular.rule, irregular.resolution) == ("channel-not-in-statutes", "spring.1")


def test_a_vote_goes_on_after_some_have_left_though_the_statutes_want_more():
    past = [*under(Form.SAS), opened, signed("alma"), signed("chloe")]
    hands = replace(vote, channels=(Channel.HANDS,))

    given(*past).when(OpenVote(*list(vars(hands).values())[:-1]), now=EVENING).refused("no-quorum")
    assert given(*past).when(hands, by="alma", now=EVENING).gained()[-1] == replace(noted, resolution="spring.1")


def test_secrecy_is_nobody_s_to_pass_over():
    past = [*under(Form.SAS, half=False, secret=ruled(("all",), "20")), opened, signed("alma"), signed("chloe")]

    given(*past).when(replace(vote, channels=(Channel.HANDS,)), by="alma", now=EVENING).refused("secret-vote-on-paper")


@pytest.mark.parametrize(
    ("form", "organ", "kind", "since", "first", "second"),
    [
        (Form.SA, Organ.ASSEMBLY, Kind.ORDINARY, None, "1/5", None),
        (Form.SA, Organ.ASSEMBLY, Kind.EXTRAORDINARY, None, "1/4", "1/5"),
        (Form.SA, Organ.BOARD, Kind.ORDINARY, None, "1/2", "1/2"),
        (Form.SARL, Organ.ASSEMBLY, Kind.EXTRAORDINARY, "2010-01-01", "1/4", "1/5"),
        (Form.SARL, Organ.ASSEMBLY, Kind.EXTRAORDINARY, "2004-01-01", None, None),
        (Form.SARL, Organ.ASSEMBLY, Kind.ORDINARY, None, None, None),
        (Form.SAS, Organ.ASSEMBLY, Kind.ORDINARY, None, None, None),
        (Form.SAS, Organ.BOARD, Kind.ORDINARY, None, None, None),
    ],
)
def test_the_quorum_of_the_law_of_each_form(form, organ, kind, since, first, second):
    rules = replace(statutes, form=form, form_effective_from=since and Day(since))

    told = legal_quorum(rules, organ, kind)

    assert [each and each.value for each in (told.first, told.second)] == [
        each and Fraction(each) for each in (first, second)
    ]
    assert (told == NONE) is (first is None)
