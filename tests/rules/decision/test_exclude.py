"""An exclusion: grounds told in time, the member heard and voting, the majority for amending the statutes."""

from dataclasses import replace

import pytest

from governance.decision.exclude import Exclude
from governance.membership.exclusion_facts import ExclusionProposed, MemberHeard
from governance.membership.facts import Cause, MemberLeft, MembershipIrregular
from governance.statutes.facts import Kind
from governance.vote.facts import VoteCounted
from governance.words import Day, Public, Sealed
from tests.coop import LEA, admitted
from tests.gwt import given
from tests.rules.decision.test_decisions import count, counted
from tests.rules.vote.test_voting import AG, V1, line, opened, planned, statutes

WHY = Sealed("ef" * 32)
DAY = planned.day
proposed = ExclusionProposed(LEA, Day("2026-02-10"), WHY, DAY)
heard = MemberHeard(LEA, Day("2026-02-20"), True)
extraordinary = replace(opened(), kind=Kind.EXTRAORDINARY)
member = [statutes, admitted(LEA), planned, line(LEA)]
regular = [*member, proposed, heard, extraordinary, counted]
exclude = Exclude(LEA, DAY, V1, AG)
left = MemberLeft(LEA, Cause.EXCLUSION, DAY)


def without(*facts):
    return [fact for fact in regular if fact not in facts]


def test_an_assembly_excludes_who_was_told_heard_and_voted():
    given(*regular).when(exclude).then(left)
    given(*regular, left).when(exclude).then()


@pytest.mark.parametrize(
    ("past", "rule", "article"),
    [
        (without(proposed, heard), "exclusion-without-grounds", ""),
        (without(heard), "exclusion-without-hearing", ""),
        ([replace(proposed, on=Day("2026-02-16")), *without(proposed)], "exclusion-notice-too-short", ""),
        ([opened(), *without(extraordinary)], "exclusion-by-ordinary-majority", "C.com L231-6"),
        (without(line(LEA)), "excluded-without-her-vote", "C.civ 1844"),
        ([line(LEA, votes=False), *without(line(LEA))], "excluded-without-her-vote", "C.civ 1844"),
    ],
)
def test_what_is_against_a_rule_is_refused_and_recorded_as_irregular_if_it_happened(past, rule, article):
    given(*past).when(exclude).refused(rule, article=article)
    given(*past).when(replace(exclude, despite=WHY)).then(
        left, MembershipIrregular(LEA, DAY, rule, Public(article), WHY, None)
    )


def test_every_rule_that_was_broken_is_written():
    past = [*member[:3], opened(), counted]

    facts = given(*past).when(replace(exclude, despite=WHY)).gained()

    assert [fact.rule for fact in facts[1:]] == [
        "exclusion-without-grounds",
        "exclusion-by-ordinary-majority",
        "excluded-without-her-vote",
    ]


def test_who_was_not_excluded_is_not_excluded_whatever_the_reason():
    rejected = VoteCounted(V1, replace(count, adopted=False))

    given(*without(counted), rejected).when(replace(exclude, despite=WHY)).refused("exclusion-not-adopted")
    given(*without(counted)).when(replace(exclude, despite=WHY)).refused("vote-not-counted")
    amending = replace(extraordinary, amendment="a1")
    given(amending, *without(extraordinary)).when(replace(exclude, despite=WHY)).refused("amendment-is-no-decision")
    given(*regular).when(replace(exclude, on=Day("2026-03-01"))).refused("decided-on-another-day", day=DAY)


def test_a_vote_on_paper_is_quoted_by_its_minutes():
    on_paper = Exclude(LEA, DAY, minutes=Public("PV de l’AGE du 2 mars 2026, 3e résolution"))

    given(*regular).when(on_paper).then(left)
    given(*without(heard)).when(on_paper).refused("exclusion-without-hearing")
    given(*regular).when(Exclude(LEA, DAY)).refused("exclusion-without-minutes")
    given(*regular[3:]).when(on_paper).refused("not-a-member")
