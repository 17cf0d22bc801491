"""A newsletter is composed until it leaves, leaves once, and reaches whoever said that she wants it."""

from dataclasses import replace

import pytest

from governance.membership.facts import PersonRegistered
from governance.membership.person_facts import Way
from governance.network.news_facts import (
    Item,
    NewsDeclined,
    NewsletterComposed,
    NewsletterId,
    NewsletterPublished,
    NewsletterSent,
    NewsWanted,
    Tells,
)
from governance.network.newsletter import ComposeNewsletter, PublishNewsletter, SendNewsletter
from governance.network.want_news import DeclineMyNews, DeclineNews, WantMyNews, WantNews
from governance.words import Day, PersonId, Public, Sealed
from tests.gwt import given

TODAY, LETTER, ADA = Day("2026-03-02"), NewsletterId("n1"), PersonId("ada")
ada = PersonRegistered(ADA, Sealed("ada"))
piece = Item(Tells.DECISION, Public("Achat d’un four"), "decisions/d1")
compose = ComposeNewsletter(LETTER, Public("Nouvelles de mars"), (piece,), TODAY, Public("Bonjour."))
composed = NewsletterComposed(**vars(compose))
sent, published = NewsletterSent(LETTER, TODAY), NewsletterPublished(LETTER, TODAY)
another = replace(composed, newsletter=NewsletterId("n2"), title=Public("Autre titre"))
wanted, declined = NewsWanted(ADA, Way.PAGE, TODAY), NewsDeclined(ADA, TODAY)


@pytest.mark.parametrize(
    ("known", "command", "reason"),
    [
        ([], replace(compose, items=(), opening=Public(" ")), "newsletter-says-nothing"),
        ([], replace(compose, title=Public(" ")), "report-without-words"),
        ([composed, sent], replace(compose, closing=Public("Et encore.")), "newsletter-gone"),
        ([], SendNewsletter(LETTER, TODAY), "unknown-newsletter"),
        ([composed, sent], SendNewsletter(LETTER, TODAY), "newsletter-gone"),
        ([composed, sent, another], SendNewsletter(another.newsletter, TODAY), "newsletter-said-already"),
        ([composed], PublishNewsletter(LETTER, TODAY), "newsletter-not-gone"),
        ([], WantNews(ADA, Way.LETTER, TODAY), "unknown-person"),
        ([ada], WantMyNews(ADA, Way.PAGE, TODAY), "not-about-you"),
        ([ada, wanted], DeclineMyNews(ADA, TODAY), "not-about-you"),
    ],
)
def test_a_newsletter_refuses(known, command, reason):
    given(*known).when(command).refused(reason)


def test_a_newsletter_lives_once():
    given().when(compose).then(composed)
    given(composed).when(compose).then()
    given(composed).when(SendNewsletter(LETTER, TODAY)).then(sent)
    given(composed, sent).when(PublishNewsletter(LETTER, TODAY)).then(published)
    given(composed, sent, published).when(PublishNewsletter(LETTER, TODAY)).then()


def test_she_wants_it_until_she_declines():
    given(ada).when(WantMyNews(ADA, Way.PAGE, TODAY), by=ADA).then(wanted)
    given(ada, wanted).when(WantNews(ADA, Way.LETTER, TODAY)).then()
    given(ada, wanted).when(DeclineMyNews(ADA, TODAY), by=ADA).then(declined)
    given(ada, wanted, declined).when(DeclineNews(ADA, TODAY)).then()
    given(ada, wanted, declined).when(WantNews(ADA, Way.LETTER, TODAY)).then(NewsWanted(ADA, Way.LETTER, TODAY))


def test_an_older_consent_does_not_undo_her_last_word():
    older = WantNews(ADA, Way.LETTER, Day("2026-03-01"))

    given(ada, wanted, declined).when(older).refused("consent-said-since", on=TODAY)
    given(ada, wanted).when(DeclineNews(ADA, Day("2026-03-03"))).refused("day-to-come")
