"""Forms filled in before the meeting: until when, for what, and what they weigh once the votes open."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from governance.assembly.facts import Matter
from governance.assembly.presence_facts import FormLapsed, FormReceived, ProxyGiven
from governance.assembly.proxies import GiveProxy
from governance.assembly.standing import presence, tallies
from governance.statutes.facts import Form, Remote, Ruled
from governance.vote.facts import BallotCast, Channel, Choice, FormFilled
from governance.vote.forms import FillForm, FillMyForm
from governance.vote.open import OpenVote
from governance.words import CollegeId, Day, Public, ResolutionId
from tests.coop import LEA, NOE, TOM, adopted, scic
from tests.gwt import NOON, given
from tests.rules.vote.test_voting import AG, R1, V1, VERSION, line, opened, planned, sealed, session, tabled, there

BENEVOLES = CollegeId("benevoles")
YES = Ruled(True, Public("23"))
EVE = datetime(2026, 3, 1, 13, 59, tzinfo=UTC)  # 14:59 in Paris, the day before
rules = replace(scic(), remote=Remote(postal=YES, form_cutoff_days=Ruled(2, Public("23.2"))), online_vote=YES)
called = (adopted(rules), planned, tabled(), sealed(benevoles=3, salaries=1), line(LEA), line(TOM), line(NOE))
against = ((R1, Choice.AGAINST),)
paper = FillForm(AG, VERSION, LEA, Day("2026-02-27"), against)
mine = FillMyForm(AG, VERSION, LEA, Day("2026-03-01"), against)


def received(on="2026-02-27", channel=Channel.POSTAL):
    return FormReceived(AG, LEA, Day(on), BENEVOLES), FormFilled(AG, LEA, channel, against)


def test_a_paper_form_is_typed_and_its_member_is_there():
    given(*called).when(paper, now=EVE).then(*received())

    [_, _, benevoles, _] = tallies(sealed(benevoles=3), presence(received()))
    assert (benevoles.college, benevoles.there) == ("benevoles", 1)


def test_the_voter_fills_hers_in_online_until_three_in_the_afternoon():
    late = EVE.replace(hour=14, minute=1)

    given(*called).when(mine, by="lea", now=EVE).then(*received("2026-03-01", Channel.EARLY))
    given(*called).when(mine, by="lea", now=late).refused("online-form-too-late", article="C.com R225-77")
    given(*called).when(mine, by="tom", now=EVE).refused("not-her-voter")


@pytest.mark.parametrize(
    ("past", "command", "reason"),
    [
        ((), replace(paper, on=Day("2026-03-01")), "form-too-late"),
        ((), replace(paper, on=Day("2026-03-09")), "day-to-come"),
        ((), replace(paper, choices=()), "no-ballot"),
        ((), replace(paper, choices=((ResolutionId("r9"), Choice.FOR),)), "unknown-resolution"),
        ((), replace(paper, choices=(*against, *against)), "unknown-resolution"),
        (received(), paper, "form-already-sent"),
        ((ProxyGiven(AG, LEA, TOM, BENEVOLES),), paper, "proxy-already-given"),
        ((session,), paper, "form-after-the-opening"),
    ],
)
def test_a_form_that_does_not_count_is_refused(past, command, reason):
    given(*called, *past).when(command, now=EVE).refused(reason)


def test_a_sa_may_not_ask_for_paper_forms_more_than_three_days_before():
    long = replace(rules, form=Form.SA, remote=Remote(postal=YES, form_cutoff_days=Ruled(10, Public("23.2"))))
    past = (adopted(long), *called[1:])

    given(*past).when(paper, now=EVE).then(*received())
    given(*past).when(replace(paper, on=Day("2026-02-28")), now=EVE).refused("form-too-late")


def test_forms_need_a_clause_and_no_secrecy():
    silent, secret = (
        replace(rules, remote=None),
        replace(rules, secret=Ruled((Public("persons"),), Public("24"))),
    )

    given(adopted(silent), *called[1:]).when(paper, now=EVE).refused("channel-not-in-statutes")
    persons = (adopted(secret), planned, tabled(Matter.PERSONS), *called[3:])
    given(*persons).when(paper, now=EVE).refused("secret-vote-on-paper", article="24")


def test_who_sent_a_form_gives_no_power():
    given(*called, *received()).when(GiveProxy(AG, VERSION, LEA, TOM)).refused("form-already-sent")


def test_what_forms_say_goes_into_the_box_as_the_vote_opens_and_what_they_pass_over_abstains():
    silent = FormFilled(AG, NOE, Channel.EARLY, ())
    past = (*called, session, there(TOM), *received(), FormReceived(AG, NOE, Day("2026-03-01"), BENEVOLES), silent)

    given(*past).when(OpenVote(V1, AG, R1, VERSION)).then(
        opened(opens=NOON, scheme=rules.schemes[0]),
        BallotCast(V1, LEA, BENEVOLES, True, Choice.AGAINST, channel=Channel.POSTAL),
        BallotCast(V1, NOE, BENEVOLES, True, Choice.ABSTENTION, channel=Channel.EARLY),
    )


def test_a_form_that_fell_is_not_heard_and_may_be_sent_again():
    fell = FormLapsed(AG, LEA)

    assert presence([*received(), fell]).counted == {}
    given(*called, session, there(TOM), *received(), fell).when(OpenVote(V1, AG, R1, VERSION)).then(
        opened(opens=NOON, scheme=rules.schemes[0])
    )
    given(*called, *received(), fell).when(paper, now=EVE).then(*received())
