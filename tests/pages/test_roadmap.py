"""The roadmap at the counter: planned, postponed, reached; who may; what is wrong is said; twice is once."""

import pytest

from governance.project.facts import MilestonePlanned, MilestonePostponed, MilestoneReached, ProjectStarted
from governance.words import Day, Office
from projections.figures import figures
from tests.coop import admitted, adopted, scic
from tests.rules.project.roadmap import GROUP, PILOT, PTCE, ROAD, ROADMAP, TEN, reached, structures
from tests.site import Site
from web.members import today

PLAN = {"title": "Groupe de travail", "on": "06/11/2018"}


@pytest.fixture
def board(site: Site):
    site.given(adopted(scic()))
    return site.browser(site.person("bea", "Béa Bureau", Office.BOARD))


@pytest.fixture
def numbers():
    """Gestures, one after the other."""
    return (f"{number:032x}" for number in range(1, 100))


def words(page) -> str:
    """What the page says, with ordinary spaces."""
    return page.text.replace("\u00a0", " ").replace("\u202f", " ")


def start(site, browser, gesture, **changed):
    given = {"title": "SCIC", "purpose": "Une ingénierie commune.", "on": "11/2018", "gesture": gesture}
    return browser.post(site.at("/projets/nouveau"), data=given | changed)


def plan(site, browser, gesture, **changed):
    return browser.post(site.at("/projets/scic/jalons"), data=PLAN | {"gesture": gesture} | changed)


def act(site, browser, milestone, path, gesture, **given):
    return browser.post(site.at(f"/feuille-de-route/{milestone}/{path}"), data={"gesture": gesture, **given})


def told(site, kind) -> list:
    return [fact for fact in site.facts if isinstance(fact, kind)]


def test_from_a_project_to_a_milestone_reached(site, board, numbers):
    project, first, second, third = (next(numbers) for _ in range(4))
    start(site, board, project)
    board.post(site.at(f"/projets/{project}/jalons"), data=PLAN | {"gesture": first, "due": "06/2026"})
    late = act(site, board, first, "report", second, due="2027", reason="Deux structures hésitent.", on="02/2026")
    done = act(site, board, first, "atteinte", third, on="03/2026", proof="Compte rendu du 3 mars")

    assert "Reporté : 2027 au lieu de juin 2026" in words(late)
    assert "Deux structures hésitent." in words(late)
    assert "atteint</span> mars 2026" in " ".join(words(done).split())
    assert "Compte rendu du 3 mars" in words(done)
    roadmap = words(board.get(site.at("/feuille-de-route")))
    assert "Groupe de travail : atteint : mars 2026." in roadmap, "the picture says it to who does not see"
    assert "1 atteint" in words(board.get(site.at("/projets")))


def test_a_film_made_together_goes_step_after_step(site, board, numbers):
    """« Films promotionnel »: a project of common communication, whose steps wait for one another."""
    project, *steps = (next(numbers) for _ in range(4))
    start(site, board, project, title="Film promotionnel", purpose="Se faire connaître ensemble.")
    for step, title, after in zip(
        steps, ("Écriture", "Tournage", "Diffusion"), ([], steps[:1], steps[1:2]), strict=True
    ):
        given = PLAN | {"gesture": step, "title": title, "after": after}
        assert board.post(site.at(f"/projets/{project}/jalons"), data=given).status_code == 200

    soon = act(site, board, steps[1], "atteinte", next(numbers), on="03/2026", proof="Les rushes")
    for step in steps[:2]:
        page = act(site, board, step, "atteinte", next(numbers), on="03/2026", proof="Vu ensemble")

    assert soon.status_code == 409
    assert "Écriture" in words(soon), "what comes first is named"
    assert page.status_code == 200
    assert "2 atteints" in words(board.get(site.at("/projets")))
    assert "Diffusion" in words(board.get(site.at("/feuille-de-route")))


def test_without_any_date_nothing_is_invented(site, board):
    site.given(*ROADMAP)

    page = words(board.get(site.at("/feuille-de-route")))

    assert page.count("sans date") == 18, "drawn, said to who does not see it, and listed"
    assert "Structure pilote : sans date." in page
    assert "Vient après l’un de ceux-ci" in page


def test_a_condition_shows_how_far_it_is_from_the_register_of_members(site, board):
    site.given(*ROADMAP, *structures(7))

    assert "7 sur 10" in words(board.get(site.at("/feuille-de-route")))
    page = words(board.get(site.at(f"/feuille-de-route/{TEN}")))
    assert "7 sur 10</strong> structures de l’ESS associées" in page
    with site.office.reading() as db:
        [figure] = figures(db, today(), ["structures"])
    assert f"{figure.definition} ({figure.base})".replace("\u00a0", " ") in page


def test_a_condition_that_is_not_met_is_refused_then_told_in_spite_of_it(site, board, numbers):
    site.given(*ROADMAP, *structures(9), *(reached(one, "2019") for one in (GROUP, PILOT, ROAD)))

    no = act(site, board, TEN, "atteinte", next(numbers), on="02/2026")
    yes = act(site, board, TEN, "atteinte", next(numbers), on="02/2026", despite="La préfecture l’a admis.")

    assert no.status_code == 409
    assert "attend 10 structures de l’ESS associées ; ce jour-là, le registre en compte 9" in words(no)
    assert "Pourquoi il est atteint quand même" in words(no)
    assert "hors condition" in words(yes)
    assert "La préfecture l’a admis." in words(yes)
    assert [one.checked[0].there for one in told(site, MilestoneReached) if one.milestone == TEN] == [9]


def test_what_comes_first_is_named(site, board, numbers):
    site.given(*ROADMAP)

    page = act(site, board, PTCE, "atteinte", next(numbers), on="02/2026")

    assert page.status_code == 409
    assert "SCIC d’au moins dix structures" in words(page)


@pytest.mark.parametrize(
    ("changed", "status", "sentence"),
    [
        ({"due": "31/02/2027"}, 422, "n’existe pas dans le calendrier"),
        ({"due": "13/2027"}, 422, "n’existe pas dans le calendrier"),
        ({"due": "bientôt"}, 422, "date complète"),
        ({"on": "01/01/2199"}, 409, "pas encore venu"),
        ({"due": "2017"}, 409, "précède le jour où elle est fixée"),
        ({"title": ""}, 422, "obligatoire"),
        ({"after": "nulle-part"}, 409, "pas sur la feuille de route"),
        ({"least.structures": "dix"}, 422, "nombre entier"),
        ({"least.structures": "0"}, 409, "au moins 1"),
        ({"least.structures": "-2"}, 409, "au moins 1"),
    ],
)
def test_a_wrong_plan_is_explained_and_nothing_typed_is_lost(site, board, numbers, changed, status, sentence):
    site.given(*ROADMAP)

    page = plan(site, board, next(numbers), source="Compte rendu d’Embrun", **changed)

    assert page.status_code == status
    assert sentence in words(page)
    assert "Compte rendu d’Embrun" in words(page)
    assert len(told(site, MilestonePlanned)) == 6


def test_a_circle_is_refused_when_a_plan_is_made_again(site, board, numbers):
    site.given(*ROADMAP)

    page = act(site, board, GROUP, "plan", next(numbers), title="Groupe", on="2019", after=[PTCE])

    assert page.status_code == 409
    assert "s’attendraient en rond" in words(page)


def test_a_plan_made_again_starts_from_what_it_was(site, board, numbers):
    site.given(*ROADMAP, MilestonePostponed(TEN, Day("2027-06"), "Deux structures hésitent.", Day("2026-01")))

    form = words(board.get(site.at(f"/feuille-de-route/{TEN}/plan")))
    assert 'value="06/2027"' in form
    assert 'value="10"' in form
    again = {"title": "SCIC de douze", "on": "2026", "due": "06/2027", "after": [ROAD], "least.structures": "12"}
    assert "0 sur 12" in words(act(site, board, TEN, "plan", next(numbers), **again))


@pytest.mark.parametrize("times", [2])
def test_a_form_sent_twice_counts_once(site, board, numbers, times):
    site.given(*ROADMAP)
    gestures = [next(numbers) for _ in range(4)]
    for _ in range(times):
        start(site, board, gestures[0])
        plan(site, board, gestures[1], title="Une fois")
        act(site, board, PILOT, "report", gestures[2], due="2027", reason="Hésitation.", on="2026")
        act(site, board, GROUP, "atteinte", gestures[3], on="2019")

    kinds = (ProjectStarted, MilestonePlanned, MilestonePostponed, MilestoneReached)
    assert [len(told(site, kind)) for kind in kinds] == [2, 7, 1, 1]


def test_the_roadmap_of_a_past_day(site, board):
    site.given(*ROADMAP, reached(GROUP, "2019-06"))

    before, after, never = (
        words(board.get(site.at(f"/feuille-de-route?le={day}"))) for day in ("2019-05-31", "2019-06-01", "2018-01-01")
    )

    assert "Groupe de travail : atteint : juin 2019." not in before
    assert "Vous lisez la feuille de route du passé." in before
    assert "Groupe de travail : atteint : juin 2019." in after
    assert "Aucun jalon n’était prévu ce jour-là" in never
    assert board.get(site.at("/feuille-de-route?le=2019-02-30")).status_code == 200


def test_a_member_reads_and_moves_nothing(site, board, numbers):
    site.given(*ROADMAP, admitted("lea"))
    member = site.browser(site.person("lea", "Léa"))

    page = words(member.get(site.at("/feuille-de-route")))

    assert "Structure pilote" in page
    assert "Prévoir un jalon" not in page
    assert "Dire ce jalon atteint" not in words(member.get(site.at(f"/feuille-de-route/{GROUP}")))
    assert act(site, member, GROUP, "atteinte", next(numbers), on="2019").status_code == 403
    assert told(site, MilestoneReached) == []


def test_an_auditor_reads_the_milestone_and_is_not_given_its_forms(site, board, numbers):
    site.given(*ROADMAP)
    auditor = site.browser(site.person("rex", "Rex", Office.AUDITOR))

    page = auditor.get(site.at(f"/feuille-de-route/{GROUP}"))

    assert page.status_code == 200
    assert "Dire ce jalon atteint" not in words(page)
    assert act(site, auditor, GROUP, "atteinte", next(numbers), on="2019").status_code == 403
    assert told(site, MilestoneReached) == []


def test_what_does_not_exist_is_not_found(site, board, numbers):
    for path in ("/feuille-de-route/nulle-part", "/feuille-de-route/nulle-part/report", "/projets/nul/jalons"):
        assert board.get(site.at(path)).status_code == 404
    assert act(site, board, "nulle-part", "atteinte", next(numbers), on="2019").status_code == 404


def test_markup_stays_words(site, board, numbers):
    site.given(*ROADMAP)

    plan(site, board, next(numbers), title="<script>alert(1)</script> & « مقهى »")

    page = board.get(site.at("/feuille-de-route")).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page
