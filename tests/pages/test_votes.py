"""Voting at the counter: from the link to the receipt, to the result that anybody counts again, to the decision."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from governance.assembly.presence_facts import ProxyGiven
from governance.counting.tally import Tally
from governance.decision.facts import DecisionRecorded
from governance.membership.facts import MemberAdmitted
from governance.vote.facts import BallotCast, VoteClosed, VoteCounted
from governance.words import CollegeId, Day, Office, VoteId
from tests.coop import IRIS, LEA, NOE, TOM
from tests.rules.vote.test_voting import AG, ballot, convened, line, opened, there
from tests.site import Site
from web.recount import recount

SHOW = "/scrutins/vote1"


@pytest.fixture
def hall(site: Site):
    """Four members on the roll: Léa and Tom are there, Tom carries Noé's proxy, Iris is an employee who is there."""
    site.given(*convened, *(line(who) for who in (LEA, TOM, NOE)), line(IRIS, "salaries"))
    for who, name in ((LEA, "Léa"), (TOM, "Tom"), (NOE, "Noé"), (IRIS, "Iris")):
        site.person(who, name)
        college = "salaries" if who == IRIS else "benevoles"
        site.given(MemberAdmitted(who, college, college, Day("2021-01-01")))
    site.given(there(LEA), there(TOM), there(IRIS, "salaries"), ProxyGiven(AG, NOE, TOM), opened())
    return site


@pytest.fixture
def secretary(hall: Site):
    return hall.browser(hall.person("sec", "Sacha Secrétaire", Office.SECRETARY))


def vote(site, browser, gesture="a" * 32, **choices):
    return browser.post(
        site.at(SHOW), data={"gesture": gesture, **{f"choice.{who}": what for who, what in choices.items()}}
    )


def test_a_voter_reads_the_text_votes_and_gets_a_receipt(hall: Site):
    lea = hall.browser(LEA)

    page = lea.get(hall.at(SHOW))
    receipt = vote(hall, lea, lea="for")

    assert "Les comptes sont approuvés." in page.text
    assert "Votre voix – Léa" in page.text
    assert receipt.url.path == hall.at(SHOW + "/recu")
    assert "Pour" in receipt.text
    assert str(hall.head) in receipt.text


def test_a_holder_votes_for_herself_and_for_the_proxy_she_carries(hall: Site):
    tom = hall.browser(TOM)

    page = tom.get(hall.at(SHOW))
    vote(hall, tom, tom="for", noe="against")

    assert "Le pouvoir donné par Noé" in page.text
    assert [(f.member, f.choice.value, f.holder) for f in hall.facts if isinstance(f, BallotCast)] == [
        ("tom", "for", None),
        ("noe", "against", "tom"),
    ]


@pytest.mark.parametrize(
    ("who", "choices", "sentence"),
    [
        (LEA, {"tom": "for"}, "n’est pas la vôtre"),
        (NOE, {"noe": "for"}, "n’est pas la vôtre"),
        (LEA, {}, "Choisissez pour une voix au moins"),
        (LEA, {"lea": "perhaps"}, "réponse de la liste"),
    ],
)
def test_a_ballot_that_is_not_hers_to_cast_is_refused(hall: Site, who, choices, sentence):
    page = vote(hall, hall.browser(who), **choices)

    assert page.status_code in (409, 422)
    assert sentence in page.text
    assert not any(isinstance(fact, BallotCast) for fact in hall.facts)


def test_eight_clicks_make_one_ballot(hall: Site):
    browsers = [hall.browser(LEA) for _ in range(8)]

    with ThreadPoolExecutor(8) as fingers:
        pages = list(fingers.map(lambda n: vote(hall, browsers[n], gesture=f"{n:032x}", lea="for"), range(8)))

    assert sum(isinstance(fact, BallotCast) for fact in hall.facts) == 1
    assert sorted(page.status_code for page in pages) == [200] + [409] * 7


def test_the_same_form_twice_is_one_ballot_and_the_same_receipt(hall: Site):
    lea = hall.browser(LEA)

    pages = [vote(hall, lea, lea="for") for _ in range(2)]

    assert [page.url.path for page in pages] == [hall.at(SHOW + "/recu")] * 2
    assert sum(isinstance(fact, BallotCast) for fact in hall.facts) == 1


def test_before_the_closing_nobody_sees_anything_but_turnout(hall: Site, secretary):
    vote(hall, hall.browser(LEA), lea="against")

    for browser in (secretary, hall.browser(TOM), hall.browser(IRIS)):
        page = browser.get(hall.at(SHOW)).text
        assert "1 bulletin sur 4" in page
        assert "Résultat" not in page
        assert "Bulletins" not in page
    assert secretary.get(hall.at(SHOW + "/fichier")).status_code == 404


def close_and_count(site, secretary):
    secretary.post(site.at(SHOW + "/cloture"), data={"gesture": "b" * 32})
    return secretary.post(site.at(SHOW + "/depouillement"), data={"gesture": "c" * 32})


def test_a_vote_is_closed_counted_and_explained(hall: Site, secretary):
    vote(hall, hall.browser(LEA), gesture="1" * 32, lea="for")
    vote(hall, hall.browser(TOM), gesture="2" * 32, tom="against", noe="for")
    vote(hall, hall.browser(IRIS), gesture="3" * 32, iris="for")

    result = close_and_count(hall, secretary)

    assert any(isinstance(fact, VoteClosed) for fact in hall.facts)
    [counted] = [fact.count for fact in hall.facts if isinstance(fact, VoteCounted)]
    assert counted.adopted
    assert "adoptée" in result.text
    assert "<svg" in result.text
    assert "Comment est-ce calculé" in result.text
    assert "Noé" in result.text


def test_anybody_counts_the_vote_again_from_its_file(hall: Site, secretary):
    vote(hall, hall.browser(TOM), tom="against", noe="for")
    close_and_count(hall, secretary)

    file = hall.browser(LEA).get(hall.at(SHOW + "/fichier"))
    again = json.loads(recount(file.text))["count"]

    [counted] = [fact.count for fact in hall.facts if isinstance(fact, VoteCounted)]
    assert (again["adopted"], again["for"], again["against"]) == (
        counted.adopted,
        str(counted.for_),
        str(counted.against),
    )
    assert "Noé" not in file.text


def test_the_result_becomes_a_numbered_decision(hall: Site, secretary):
    close_and_count(hall, secretary)
    secretary.post(hall.at(SHOW + "/decision"), data={"gesture": "d" * 32})
    register = secretary.get(hall.at("/decisions"))

    [decision] = [fact for fact in hall.facts if isinstance(fact, DecisionRecorded)]
    assert (decision.number, decision.adopted) == (1, False)
    assert "rejetée" in register.text


def test_a_decision_is_corrected_and_what_was_written_stays(hall: Site, secretary):
    form = {
        "title": "Pilote",
        "text": "L’UDESS pilote.",
        "organ": "steering_committee",
        "on": "11/2018",
        "gesture": "e" * 32,
    }
    page = secretary.post(hall.at("/decisions/commun-accord"), data={**form, "gesture": "e" * 32})
    fix = {"title": "Pilote", "text": "L’UDESS 05 pilote.", "reason": "nom complet", "gesture": "f" * 32}
    corrected = secretary.post(hall.at(f"/decisions/{'e' * 32}/correction"), data=fix)

    assert "novembre 2018" in page.text
    assert "L’UDESS pilote." in corrected.text
    assert "L’UDESS 05 pilote." in corrected.text
    assert "nom complet" in corrected.text


def test_a_decision_without_text_comes_back_with_what_was_typed(hall: Site, secretary):
    form = {"title": "Pilote", "text": "", "organ": "board", "on": "31/02/2018", "gesture": "e" * 32}

    page = secretary.post(hall.at("/decisions/commun-accord"), data=form)

    assert page.status_code == 422
    assert 'value="Pilote"' in page.text
    assert "n’existe pas dans le calendrier" in page.text


def test_a_member_closes_nothing(hall: Site):
    assert hall.browser(LEA).post(hall.at(SHOW + "/cloture"), data={"gesture": "b" * 32}).status_code == 403


def test_in_a_second_round_only_the_collèges_without_a_mandate_are_asked_again(hall: Site, secretary):
    """Bénévoles keep theirs; the employees vote again, and the file counts to the same result."""
    first, mandated = opened(vote=VoteId("first")), Tally(CollegeId("benevoles"), 3, 3, 2)
    ballots = [replace(ballot(who), vote=first.vote) for who in (LEA, TOM)]
    again = opened(vote=VoteId("again"), second_round_of=first.vote, kept=(mandated,))
    hall.given(first, *ballots, VoteClosed(first.vote), again)
    lea, iris = hall.browser(LEA), hall.browser(IRIS)

    assert "ne revotent pas" in lea.get(hall.at("/scrutins/again")).text
    assert "Votre voix" not in lea.get(hall.at("/scrutins/again")).text
    assert hall.at("/scrutins/again") not in lea.get(hall.at("/")).text
    assert "Votre voix" in iris.get(hall.at("/scrutins/again")).text

    iris.post(hall.at("/scrutins/again"), data={"gesture": "f" * 32, "choice.iris": "for"})
    for gesture, step in (("1", "cloture"), ("2", "depouillement")):
        secretary.post(hall.at(f"/scrutins/again/{step}"), data={"gesture": gesture * 32})
    file = secretary.get(hall.at("/scrutins/again/fichier")).text

    assert "garde le mandat de son premier vote" in secretary.get(hall.at("/scrutins/again")).text
    assert [paper["college"] for paper in json.loads(file)["ballots"]].count("benevoles") == 2
    assert json.loads(recount(file))["count"]["adopted"] is True
