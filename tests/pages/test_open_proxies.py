"""Powers that name nobody, from the page where they are registered to the minutes."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from governance.assembly.minutes_facts import MinutesDrawnUp
from governance.assembly.presence_facts import ProxyGiven
from governance.vote.facts import BallotCast, VoteOpened
from tests.hall import MEMBERS as FIRST
from tests.hall import Somebody, settle, welcome
from tests.pages.hall import COMPTES, Hall, words
from tests.site import Site

LAST = [Somebody(f"b{n:02}", f"Bénévole {n:02}", "benevoles", "benevoles") for n in range(45 - len(FIRST))]
NAMED, OPEN, THERE = ("b01", "b02", "b03"), ("b04", "b05", "b06", "b07"), [f"b{n}" for n in range(20, 29)]
TERRAIN = {"title": "Terrain", "text": "La coopérative achète le terrain.", "kind": "ordinary", "backing": "neither"}
BOARD, MEMBERS = COMPTES["title"], TERRAIN["title"]


@pytest.fixture
def hall(site: Site):
    """Forty-five members are called to an assembly of today."""
    settle(site)
    welcome(site, *LAST)
    found = Hall(site, site.browser("irene"))
    found.convene(20, COMPTES, TERRAIN)
    found.day_comes()
    return found


def give(hall, grantor, holder):
    return hall.send(hall.path("/pouvoirs"), grantor=grantor, holder=holder)


def put_to_the_vote(hall, title):
    """Opens the vote on a resolution, closes it and counts it: its page, and its address."""
    agenda = hall.irene.get(hall.path()).text
    [opening] = re.findall(r'href="([^"]+/scrutin)"', agenda[agenda.index(f"<strong>{title}") :])[:1]
    vote = hall.send(opening, channels="online").url.path
    hall.send(f"{vote}/cloture")
    return hall.send(f"{vote}/depouillement"), vote


def test_e12_two_are_carried_one_is_refused_and_four_vote_with_the_board(hall):
    answers = [give(hall, grantor, "alma") for grantor in NAMED]
    page = [give(hall, grantor, "-") for grantor in OPEN][-1]

    assert [answer.status_code for answer in answers] == [200, 200, 409]
    assert "Ce membre porte déjà autant de pouvoirs qu’il peut : 2, pour 45 voix sur la liste." in words(answers[-1])
    assert "Bénévole 04 sans nom de mandataire" in words(page)
    assert [fact.holder for fact in hall.facts(ProxyGiven)] == ["alma"] * 2 + [None] * 4

    hall.come("alma", *THERE)
    sheet = words(hall.irene.get(hall.path("/presence")))
    assert "10 présents , 6 représentés, sur 45 voix" in sheet
    assert sheet.count("pouvoir sans nom de mandataire") == 4
    hall.send(hall.path("/ouverture"), chair="alma", secretary="irene")

    (board, first), (members, second) = put_to_the_vote(hall, BOARD), put_to_the_vote(hall, MEMBERS)

    assert "4 pouvoirs sans nom de mandataire, comptés pour : le conseil présente ou agrée" in words(board)
    assert "4 pouvoirs sans nom de mandataire, comptés contre : le conseil n’agrée pas" in words(members)
    for vote, choice in ((first, "for"), (second, "against")):
        ballots = hall.irene.get(f"{vote}/fichier").json()["ballots"]
        assert [(one["choice"], one["open_proxy"]) for one in ballots] == [(choice, True)] * 4

    hall.send(hall.path("/cloture"))
    hall.send(hall.path("/proces-verbal"))
    [drawn] = hall.facts(MinutesDrawnUp)
    pdf = hall.irene.get(hall.path(f"/proces-verbal/{drawn.digest}.pdf")).content
    said = re.sub(r"\s+", " ", "".join(each.extract_text() + " " for each in PdfReader(BytesIO(pdf)).pages))
    assert "présentée par des membres, sans l’accord du conseil" in said
    assert "4 pouvoirs sans nom de mandataire, comptés contre" in said
    assert "la présidence, sans nom de mandataire" in said


def test_a_member_names_nobody_herself_and_comes_after_all(hall):
    bertille = hall.site.browser("b04")

    given = hall.send(hall.path("/mon-pouvoir/b04"), bertille, holder="-")
    assert "pouvoir sans nom de mandataire" in words(given)
    hall.come("b04")

    assert "pouvoir sans nom de mandataire" not in words(bertille.get(hall.path()))


def test_an_answer_left_out_does_not_name_nobody(hall):
    answer = give(hall, "b04", "")

    assert answer.status_code == 422
    assert hall.facts(ProxyGiven) == []


def test_who_named_nobody_finds_how_her_ballot_went(hall):
    give(hall, "b04", "-")
    hall.come("alma", *THERE, *NAMED)
    hall.send(hall.path("/ouverture"), chair="alma", secretary="irene")
    _, vote = put_to_the_vote(hall, BOARD)

    receipt = words(hall.site.browser("b04").get(f"{vote}/recu"))

    assert [fact.backing.value for fact in hall.facts(VoteOpened)] == ["presented"]
    assert [fact.member for fact in hall.facts(BallotCast)] == ["b04"]
    assert "Bénévole 04" in receipt
    assert "Pour" in receipt
