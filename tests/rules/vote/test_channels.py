"""By what ways one votes: a table of what the law of each form and the clauses of the statutes open."""

from dataclasses import replace

import pytest

from governance.assembly.facts import Matter
from governance.command import Refused
from governance.statutes.facts import Form, Organ, Remote, Ruled
from governance.vote.channels import check_channels, refusal
from governance.vote.facts import Channel
from governance.words import Public
from tests.coop import scic

HANDS, PAPER, ONLINE = Channel.HANDS, Channel.PAPER, Channel.ONLINE
POSTAL, EARLY, WRITTEN = Channel.POSTAL, Channel.EARLY, Channel.CONSULTATION
ROOM, AFAR = {HANDS, PAPER}, {POSTAL, EARLY}


def said(value=True):
    return Ruled(value, Public("22"))


def statutes(form, everything=True, **changed):
    """With every clause on votes from afar, or without any."""
    clause = said() if everything else None
    remote = Remote(postal=clause, video=clause, written_consultation=clause)
    return replace(scic(), **{"form": form, "online_vote": clause, "remote": remote, "secret": None, **changed})


def opened(rules, organ, matter=Matter.GENERAL):
    return {channel for channel in Channel if not refusal(rules, organ, matter, channel)}


@pytest.mark.parametrize(
    ("form", "organ", "clauses", "opens"),
    [
        (Form.SA, Organ.ASSEMBLY, True, ROOM | {ONLINE} | AFAR),
        (Form.SARL, Organ.ASSEMBLY, True, ROOM | {ONLINE} | AFAR | {WRITTEN}),
        (Form.SAS, Organ.ASSEMBLY, True, ROOM | {ONLINE} | AFAR | {WRITTEN}),
        (Form.ASSOCIATION, Organ.ASSEMBLY, True, ROOM | {ONLINE} | AFAR | {WRITTEN}),
        (Form.SA, Organ.BOARD, True, ROOM | {ONLINE, WRITTEN}),
        (Form.ASSOCIATION, Organ.EXECUTIVE, True, ROOM | {ONLINE, WRITTEN}),
        *((form, Organ.ASSEMBLY, False, ROOM) for form in Form),
    ],
)
def test_what_the_law_of_the_form_and_the_statutes_open(form, organ, clauses, opens):
    assert opened(statutes(form, clauses), organ) == opens


@pytest.mark.parametrize(
    ("form", "channel", "article"),
    [
        (Form.SA, POSTAL, "L47 art. 10 al. 1"),
        (Form.SARL, POSTAL, "C.com L223-27 (loi 2024-537 art. 18)"),
        (Form.SARL, WRITTEN, "C.com L223-27, R223-22"),
        (Form.SAS, WRITTEN, "C.com L227-9"),
        (Form.ASSOCIATION, EARLY, "loi 1901 art. 5"),
    ],
)
def test_where_the_statutes_are_silent_the_article_of_the_law_is_named(form, channel, article):
    with pytest.raises(Refused) as no:
        check_channels(statutes(form, False), Organ.ASSEMBLY, Matter.GENERAL, [channel])

    assert (no.value.reason, no.value.details["article"]) == ("channel-not-in-statutes", article)


def test_a_clause_that_says_no_is_quoted():
    with pytest.raises(Refused) as no:
        check_channels(statutes(Form.SAS, online_vote=said(False)), Organ.ASSEMBLY, Matter.GENERAL, [ONLINE])

    assert (no.value.reason, no.value.details["article"]) == ("channel-not-in-statutes", "22")


def test_no_clause_opens_a_written_consultation_in_a_sa():
    with pytest.raises(Refused, match="channel-against-law"):
        check_channels(statutes(Form.SA), Organ.ASSEMBLY, Matter.GENERAL, [WRITTEN])


@pytest.mark.parametrize("remote", [None, Remote(postal=said(False))])
def test_an_online_form_needs_the_clause_of_the_form_too(remote):
    rules = statutes(Form.SAS, remote=remote)

    assert EARLY not in opened(rules, Organ.ASSEMBLY, Matter.GENERAL)


@pytest.mark.parametrize(
    ("secret", "matter", "closed"),
    [
        (("elections",), Matter.PERSONS, True),
        (("persons",), Matter.PERSONS, True),
        (("all",), Matter.GENERAL, True),
        (("elections",), Matter.GENERAL, False),
    ],
)
def test_a_secret_vote_is_held_on_paper_and_nowhere_else(secret, matter, closed):
    rules = statutes(Form.SAS, secret=Ruled(tuple(map(Public, secret)), Public("24.7")))

    assert (opened(rules, Organ.ASSEMBLY, matter) == {PAPER}) is closed


def test_a_consultation_mixes_with_nothing_and_a_vote_has_a_channel():
    rules = statutes(Form.SARL)

    for channels, reason in (([WRITTEN, ONLINE], "consultation-alone"), ([], "no-channel")):
        with pytest.raises(Refused, match=reason):
            check_channels(rules, Organ.ASSEMBLY, Matter.GENERAL, channels)
