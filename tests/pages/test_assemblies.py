"""The pages of an assembly, from the plan to the closing: right person, wrong person, wrong words, twice."""

import re
from dataclasses import dataclass, replace
from html import unescape

import pytest
from starlette.testclient import TestClient

from governance.assembly.facts import (
    AdjournedForLackOfQuorum,
    AssemblyConvened,
    AssemblyPlanned,
    AttendanceSigned,
    IrregularityNoted,
    NoticeHandedOver,
    ProxyGiven,
    ResolutionTabled,
    SessionClosed,
    SessionOpened,
)
from tests.hall import in_days, settle, typed
from tests.site import Site

COMPTES = {"title": "Comptes 2025", "text": "L’assemblée approuve les comptes.", "kind": "ordinary"}
STATUTS = {"title": "Article 18", "text": "L’assemblée modifie l’article 18.", "kind": "extraordinary"}


@dataclass
class Hall:
    """The pages of one meeting, in the hands of the secretary or of a voter."""

    site: Site
    irene: TestClient
    assembly: str = ""

    def path(self, page=""):
        return self.site.at(f"/assemblees/{self.assembly}{page}")

    def send(self, path, who=None, **typed_in):
        """Fills in the form of a page and sends it."""
        browser = who or self.irene
        found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', browser.get(path).text)
        return browser.post(path, data={**dict(found), **typed_in})

    def press(self, path, on="", who=None):
        """Presses the button of a page that leads to a path."""
        browser = who or self.irene
        pattern = rf'action="{re.escape(path)}[^"]*"[^>]*>\s*<input type="hidden" name="gesture" value="(\w+)"'
        found = re.search(pattern, browser.get(on or self.path()).text)
        assert found, f"no button leads to {path}"
        return browser.post(path, data={"gesture": found[1]})

    def plan(self, days=20):
        form = {"organ": "assembly", "title": "Assemblée annuelle", "starts": "18:30", "place": "Gap"}
        answer = self.send(self.site.at("/assemblees/nouvelle"), day=typed(in_days(days)), **form)
        self.assembly = answer.url.path.rpartition("/")[2]
        return answer

    def convene(self, days=20, *resolutions):
        self.plan(days)
        for resolution in resolutions or (COMPTES,):
            self.send(self.path("/resolutions/nouvelle"), **resolution)
        return self.send(self.path("/convocation"), on=typed(in_days(0)))

    def day_comes(self):
        [*_, planned] = [fact for fact in self.site.facts if isinstance(fact, AssemblyPlanned)]
        self.site.given(replace(planned, day=in_days(0)))

    def come(self, *members):
        for member in members:
            self.press(self.path(f"/presence/{member}"), self.path("/presence"))

    def facts(self, kind):
        return [fact for fact in self.site.facts if isinstance(fact, kind)]


@pytest.fixture
def hall(site):
    settle(site)
    return Hall(site, site.browser("irene"))


def words(answer):
    """What a reader sees."""
    main = answer.text.partition("<main")[2].partition(">")[2].partition("</main>")[0]
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", main))).replace("\u00a0", " ").replace("\u202f", " ")


def test_an_assembly_is_planned_then_says_what_comes_next(hall):
    answer = hall.plan()

    assert "Assemblée annuelle" in words(answer)
    assert "Aucune résolution n’est encore inscrite" in words(answer)
    assert re.search(r'class="action" href="[^"]+/resolutions/nouvelle"', answer.text)
    assert "Assemblée annuelle" in words(hall.irene.get(hall.site.at("/assemblees")))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"day": "31/02/2027"}, "Le 31/02/2027 n’existe pas dans le calendrier."),
        ({"day": "11/2027"}, "Écrivez une date complète"),
        ({"starts": "25:00"}, "L’heure va de 0:00 à 23:59."),
        ({"title": ""}, "Ce champ est obligatoire."),
        ({"organ": "parliament"}, "Choisissez une réponse de la liste."),
    ],
)
def test_a_plan_that_cannot_be_read_comes_back_as_it_was_typed(hall, wrong, said):
    form = {"organ": "assembly", "title": "AG", "day": "12/12/2027", "starts": "18:30", "place": "Salle <b>"}

    answer = hall.send(hall.site.at("/assemblees/nouvelle"), **{**form, **wrong})

    assert answer.status_code == 422
    assert said in words(answer)
    assert "Salle &lt;b&gt;" in answer.text
    assert hall.facts(AssemblyPlanned) == []


def test_a_plan_changes_and_a_resolution_is_withdrawn(hall):
    hall.plan()
    hall.send(hall.path("/resolutions/nouvelle"), **COMPTES)
    hall.send(hall.path("/resolutions/nouvelle"), **STATUTS)
    first = hall.facts(ResolutionTabled)[0].resolution

    hall.send(hall.path(f"/resolutions/{first}/retrait"))
    answer = hall.send(hall.path("/modification"), title="AG", day=typed(in_days(30)), starts="9h", place="Embrun")

    assert "Comptes 2025" not in words(answer)
    assert "Article 18" in words(answer)
    assert "9 h 00, Embrun" in words(answer)


def test_the_last_day_to_convene_is_on_the_page(hall):
    hall.plan(20)
    hall.send(hall.path("/resolutions/nouvelle"), **COMPTES)

    page = words(hall.irene.get(hall.path("/convocation")))

    assert "Il faut 15 jours pleins avant la réunion. En convoquant aujourd’hui, il y en a 20." in page
    assert "art. 20.1 des statuts" in page


def test_convening_twice_is_convening_once(hall):
    hall.plan()
    hall.send(hall.path("/resolutions/nouvelle"), **COMPTES)
    form = dict(
        re.findall(
            r'<input type="hidden" name="(\w+)" value="([^"]*)"',
            hall.irene.get(hall.path("/convocation")).text,
        )
    )

    answers = [hall.irene.post(hall.path("/convocation"), data={**form, "on": typed(in_days(0))}) for _ in "twice"]

    assert {answer.status_code for answer in answers} == {200}
    assert len(hall.facts(AssemblyConvened)) == 1


def test_a_notice_that_is_too_late_is_refused_with_its_article_then_excused(hall):
    answer = hall.convene(10)

    assert answer.status_code == 409
    assert "Il faut 15 jours pleins avant la réunion, il en reste 10" in words(answer)
    assert "art. 20.1 des statuts" in words(answer)

    excused = hall.send(hall.path("/convocation"), on=typed(in_days(0)), despite="La salle fermait.")
    assert "La convocation est partie trop tard. La salle fermait." in words(excused)
    assert [fact.rule for fact in hall.facts(IrregularityNoted)] == ["notice-too-short"]


def test_once_convened_the_agenda_does_not_move(hall):
    hall.convene()

    answer = hall.send(hall.path("/resolutions/nouvelle"), **STATUTS)

    assert answer.status_code == 409
    assert "225-105" in words(answer)


def test_who_has_no_mailbox_is_handed_the_notice(hall):
    hall.convene()
    page = hall.irene.get(hall.path("/convocations"))

    assert "Elsa d’Ancelle n’a pas d’adresse électronique" in words(page)
    assert hall.irene.get(hall.path("/convocations/elsa.pdf")).content.startswith(b"%PDF")
    answer = hall.press(hall.path("/convocations/elsa/remise"), hall.path("/convocations"))
    assert "remise en main propre" in words(answer)
    assert [fact.person for fact in hall.facts(NoticeHandedOver)] == ["elsa"]


def test_the_roll_says_who_votes_in_which_college(hall):
    hall.convene()

    page = words(hall.site.browser("alma").get(hall.path("/liste")))

    assert "Recyclerie de la Luye Chloé Vitrolles Collège des structures de l’ESS" in page


def test_a_representative_gives_power_and_takes_it_back(hall):
    hall.convene()
    chloe = hall.site.browser("carline.voix")

    given = hall.send(hall.path("/mon-pouvoir/carline"), chloe, holder="durance")
    assert "pouvoir donné à Jardins de la Durance" in words(given)
    taken_back = hall.press(hall.path("/mon-pouvoir/carline/reprise"), who=chloe)
    assert "pouvoir donné" not in words(taken_back)


def test_nobody_gives_the_power_of_another(hall):
    hall.convene()
    alma = hall.site.browser("alma")

    assert "Ce n’est pas votre voix" in words(alma.get(hall.path("/mon-pouvoir/carline")))
    version = hall.facts(AssemblyConvened)[0].statutes
    forced = alma.post(
        hall.path("/mon-pouvoir/carline"), data={"gesture": "1" * 32, "statutes": version, "holder": "alma"}
    )
    assert forced.status_code == 409
    assert "Seule la personne qui vote pour ce membre" in words(forced)
    assert hall.facts(ProxyGiven) == []


def test_a_power_over_the_cap_is_refused_with_its_article(hall):
    hall.convene()
    hall.send(hall.path("/pouvoirs"), grantor="elsa", holder="felix")

    answer = hall.send(hall.path("/pouvoirs"), grantor="alma", holder="felix")

    assert answer.status_code == 409
    assert "Ce membre porte déjà autant de pouvoirs qu’il peut : 1, pour 8 voix sur la liste." in words(answer)
    assert "art. 19 des statuts" in words(answer)
    withdrawn = hall.press(hall.path("/pouvoirs/elsa/retrait"), hall.path("/pouvoirs"))
    assert "Elsa d’Ancelle à" not in words(withdrawn)


def test_before_its_day_nobody_signs(hall):
    hall.convene()

    answer = hall.irene.post(hall.path("/presence/alma"), data={"gesture": "2" * 32})

    assert answer.status_code == 409
    assert "il est trop tôt" in words(answer)


def test_the_sheet_is_ticked_line_by_line_and_comes_back_to_the_line(hall):
    hall.convene()
    hall.day_comes()

    answer = hall.irene.post(
        hall.path("/presence/alma?college=salaries"), data={"gesture": "3" * 32}, follow_redirects=False
    )

    assert answer.headers["location"].endswith("#line-alma")
    assert "college=salaries" in answer.headers["location"]
    page = words(hall.irene.get(hall.path("/presence")))
    assert "1 présent , 0 représenté, sur 8 voix" in page
    hall.press(hall.path("/presence/alma/depart"), hall.path("/presence"))
    assert "est parti" in words(hall.irene.get(hall.path("/presence")))


def test_a_voter_signs_from_her_own_page(hall):
    hall.convene()
    hall.day_comes()
    chloe = hall.site.browser("carline.voix")

    answer = hall.press(hall.path("/ma-presence/carline"), who=chloe)

    assert "Vous votez pour Recyclerie de la Luye." in words(answer)
    assert [fact.person for fact in hall.facts(AttendanceSigned)] == ["carline.voix"]
    assert hall.press(hall.path("/ma-presence/carline/depart"), who=chloe).status_code == 200


def test_without_a_quorum_the_session_does_not_open_and_carence_leads_to_a_second_call(hall):
    hall.convene(20, COMPTES, STATUTS)
    hall.day_comes()
    hall.come("alma")

    refused = hall.send(hall.path("/ouverture"), chair="alma")
    assert refused.status_code == 409
    assert "Le quorum n’est pas atteint : il faut 2, il y a 1." in words(refused)
    assert "art. 21.1 des statuts" in words(refused)

    adjourned = hall.send(hall.path("/carence"), chair="alma")
    assert "ajournée faute de quorum" in words(adjourned)
    assert len(hall.facts(AdjournedForLackOfQuorum)) == 1

    again = hall.send(
        hall.path("/deuxieme-convocation"),
        title="Assemblée annuelle",
        day=typed(in_days(9)),
        starts="18:30",
        place="Gap",
    )
    assert "deuxième convocation" in words(again)
    assert "Comptes 2025" in words(again)
    assert "Article 18" in words(again)
    assert "8 jours pleins" in words(again)


def test_a_quorum_for_one_kind_only_is_said_before_opening(hall):
    hall.convene(20, COMPTES, STATUTS)
    hall.day_comes()
    hall.come("alma", "basile")

    page = words(hall.irene.get(hall.path("/ouverture")))

    assert "Le quorum manque pour une partie de l’ordre du jour" in page
    assert "Quorum : au moins 1/3 de 8, soit 3. Présents ou représentés : 2." in page
    opened = hall.send(hall.path("/ouverture"), chair="alma")
    assert "séance ouverte" in words(opened)


def test_a_session_opens_with_its_officers_and_closes(hall):
    hall.convene()
    hall.day_comes()
    hall.come("alma", "basile")

    opened = hall.send(hall.path("/ouverture"), chair="alma", secretary="irene", tellers="basile")
    assert "présidée par Alma Reynier" in words(opened)
    assert len(hall.facts(SessionOpened)) == 1

    closed = hall.send(hall.path("/cloture"), debates="Échanges sur les locaux.")
    assert "Échanges sur les locaux." in words(closed)
    assert len(hall.facts(SessionClosed)) == 1
    late = hall.irene.post(hall.path("/presence/elsa"), data={"gesture": "4" * 32})
    assert "La séance est close." in words(late)


def test_the_quorum_follows_the_sheet(hall):
    hall.convene()
    hall.day_comes()
    before = hall.irene.get(hall.path("/quorum")).text
    hall.come("alma", "basile")
    after = hall.irene.get(hall.path("/quorum")).text

    assert "quorum non atteint" in before
    assert "quorum atteint" in after


def test_papers_are_printed_and_who_printed_the_sheet_is_noted(hall):
    hall.convene()

    for paper in ("/convocations/elsa.pdf", "/feuille.pdf", "/pouvoir.pdf"):
        assert hall.irene.get(hall.path(paper)).content.startswith(b"%PDF"), paper

    with hall.site.office.reading() as db:
        noted = db.execute("select person, page from public.reading order by at").fetchall()
    assert [(row["person"], row["page"].rpartition("/")[2]) for row in noted] == [
        ("irene", "elsa"),
        ("irene", "feuille"),
    ]


def test_an_assembly_that_does_not_exist_is_not_found(hall):
    for page in ("", "/convocation", "/presence", "/pouvoirs", "/ouverture", "/liste", "/feuille.pdf"):
        assert hall.irene.get(hall.site.at(f"/assemblees/nulle-part{page}")).status_code == 404


def test_names_are_shown_as_they_are_written(hall):
    hall.site.person("intrus", "<script>alert(1)</script> & “Zoë” 🌱 مريم")
    hall.plan()
    answer = hall.send(hall.path("/resolutions/nouvelle"), **{**COMPTES, "title": "<script>alert(1)</script>"})

    assert "<script>alert(1)" not in answer.text
    assert "&lt;script&gt;alert(1)" in answer.text
