"""A written consultation at the counter: where it is open, who answers, on paper too, and how it ends by itself."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from governance.assembly.facts import AssemblyConvened, AssemblyPlanned, Manner, SessionClosed
from governance.assembly.minutes_facts import MinutesDrawnUp
from governance.command import PALABRE
from governance.statutes.facts import Form, Remote, Ruled
from governance.vote.close import CloseVote, CountVote
from governance.vote.facts import BallotCast, VoteClosed, VoteCounted, VoteOpened
from governance.words import PARIS, Day, Office, Public, StatutesId
from tests.coop import LEA, TOM
from tests.documents.reading import Paper
from tests.gwt import NOON, given
from tests.hall import adopted, in_days, typed
from tests.pages.hall import COMPTES, STATUTS, words
from tests.rules.vote.test_consultation import WRITTEN, asked, called
from tests.rules.vote.test_voting import AG, V1, VERSION, ballot
from web.worker import close_votes

CLAUSE = Remote(written_consultation=Ruled(True, Public("25")))
notice = AssemblyConvened(AG, Day("2026-02-01"), VERSION, 29, 15, Public("20"))
PLAN = {"organ": "assembly", "title": "Bail", "starts": "18:00", "place": "Par écrit", "manner": "consultation"}


def under(hall, **clauses):
    statutes = replace(adopted.statutes, **clauses)
    since = in_days(-300)
    hall.site.given(replace(adopted, version=StatutesId("v2"), on=since, in_force_from=since, statutes=statutes))


def plan(hall):
    dates = {"day": typed(in_days(20)), "until": typed(in_days(20))}
    return hall.send(hall.site.at("/assemblees/nouvelle"), **PLAN, **dates)


@pytest.fixture
def consulted(hall):
    """Convened, not open yet."""
    under(hall, remote=CLAUSE)
    hall.assembly = plan(hall).url.path.rpartition("/")[2]
    for resolution in (COMPTES, STATUTS):
        hall.send(hall.path("/resolutions/nouvelle"), **resolution)
    hall.send(hall.path("/convocation"), on=typed(in_days(0)))
    return hall


@pytest.mark.parametrize(
    ("clauses", "said"),
    [
        ({"form": Form.SA, "remote": CLAUSE}, "La loi ne permet pas cette façon de voter"),
        ({"form": Form.SARL, "remote": None}, "L. 223-27"),
        ({"form": Form.SAS, "remote": None}, "L. 227-9"),
        ({"form": Form.ASSOCIATION, "remote": None}, "1901"),
    ],
)
def test_a_consultation_that_is_not_open_is_refused_when_it_is_planned(hall, clauses, said):
    under(hall, **clauses)

    page = plan(hall)

    assert (page.status_code, said in words(page)) == (409, True)
    assert "donne un pouvoir" in words(page) or "En séance" in words(page)
    assert 'value="Bail"' in page.text
    assert not hall.facts(AssemblyPlanned)


def test_a_consultation_is_planned_with_the_hour_at_which_it_ends(hall):
    under(hall, remote=CLAUSE)
    there, day = hall.site.at("/assemblees/nouvelle"), typed(in_days(20))
    assert hall.send(there, **PLAN, day=day).status_code == 409

    page = hall.send(there, **PLAN, day=day, until=typed(in_days(18)), at="17:00")

    planned = hall.facts(AssemblyPlanned)[-1]
    assert planned.manner is Manner.CONSULTATION
    assert f"{planned.ends.astimezone(PARIS):%d/%m/%Y %H:%M}" == f"{typed(in_days(18))} 17:00"
    assert 'value="17:00"' in hall.irene.get(f"{page.url.path}/modification").text


def test_each_answers_for_the_voices_that_are_hers_and_paper_is_typed(consulted):
    hall, alma = consulted, consulted.site.browser("alma")
    gesture = {"gesture": "a" * 32}
    for _ in range(2):
        hall.irene.post(hall.path("/consultation"), data=gesture)
    comptes, statuts = (fact.vote for fact in hall.facts(VoteOpened))
    mine = {f"choice.{comptes}:alma": "for", f"choice.{statuts}:alma": "against"}
    assert "Répondre à la consultation" in words(alma.get(hall.path()))

    hall.send(hall.path("/reponses"), alma, **mine)
    again = hall.send(hall.path("/reponses"), alma, **{f"choice.{comptes}:alma": "against"})
    hers = hall.send(hall.path("/reponses"), alma, **{f"choice.{comptes}:basile": "for"})
    hall.send(hall.path("/reponses/papier"), member="elsa", **{f"choice.{comptes}": "for"})
    twice = hall.send(hall.path("/reponses/papier"), member="elsa", **{f"choice.{comptes}": "against"})

    assert [(fact.vote, fact.member, fact.choice.value) for fact in hall.facts(BallotCast)] == [
        (comptes, "alma", "for"),
        (statuts, "alma", "against"),
        (comptes, "elsa", "for"),
    ]
    assert [page.status_code for page in (again, hers, twice)] == [409, 409, 409]
    assert "2 bulletins sur" in words(hall.irene.get(hall.path("/consultation")))
    assert hall.site.browser("basile").get(hall.path("/reponses/papier")).status_code == 403


def test_it_closes_and_is_counted_by_itself_at_its_hour_once(site):
    past = replace(asked, opens=datetime.now(UTC) - timedelta(days=20), closes=datetime.now(UTC) - timedelta(days=1))
    site.person(LEA, "Léa")
    site.given(*called, notice, past, replace(ballot(LEA), channel=WRITTEN))

    for _ in range(3):
        close_votes(site.office)
        site.office.wait(site.head)

    assert [type(fact) for fact in site.facts][-3:] == [VoteClosed, VoteCounted, SessionClosed]


def test_its_minutes_say_who_answered_what_and_are_kept(site):
    past = replace(asked, opens=NOON, closes=datetime.now(UTC) - timedelta(days=1))
    site.given(*site.known(LEA, "Léa Œuvrard"), *site.known(TOM, "Tom Šimek"))
    site.given(*called, notice, past, *(replace(ballot(member), channel=WRITTEN) for member in (TOM, LEA)))
    site.office.execute(CloseVote(V1), PALABRE, f"close-{V1}")  # by a worker that was killed right after
    for _ in range(2):
        close_votes(site.office)
        site.office.wait(site.head)
    secretary = site.browser(site.person("sec", "Sacha", Office.SECRETARY))
    assert "Établir le procès-verbal" in words(secretary.get(site.at("/assemblees/ag")))

    secretary.post(site.at("/assemblees/ag/proces-verbal"), data={"gesture": "a" * 32})

    [drawn] = [fact for fact in site.facts if isinstance(fact, MinutesDrawnUp)]
    said = Paper(secretary.get(site.at(f"/assemblees/ag/proces-verbal/{drawn.digest}.pdf")).content).words
    assert "ont été consultés par écrit, sans se réunir (art. 25 des statuts)" in said
    assert "Léa Œuvrard Collège des bénévoles et habitants Pour" in said
    assert "Quorum de la résolution 1 : atteint" in said
    assert "feuille de présence" not in words(secretary.get(site.at("/assemblees/ag/solidite")))
    assert said.index("Léa Œuvrard") < said.index("Tom Šimek")


def test_the_result_of_a_consultation_shows_the_quorum_of_those_who_answered(site):
    answers = [replace(ballot(member), channel=WRITTEN) for member in (LEA, TOM)]
    [counted] = given(*called, asked, *answers, VoteClosed(V1)).when(CountVote(V1, AG)).gained()
    site.person(LEA, "Léa")
    site.person(TOM, "Tom")
    site.given(*called, asked, *answers, VoteClosed(V1), counted)

    page = site.browser(site.person("sec", "Sacha", Office.SECRETARY)).get(site.at("/scrutins/vote1"))

    assert page.status_code == 200
    assert "Quorum : ceux qui ont répondu" in words(page)
