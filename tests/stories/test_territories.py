"""Five meetings of territories, replayed by `palabre demo --all`: their pages say what their reports print, no more."""

import csv
import io
import re
from datetime import UTC, datetime

import pytest

from governance.decision.facts import DecisionRecorded
from governance.network.action_facts import ActionSet, Priority
from governance.network.facts import ProposalMade, VisionStated
from governance.network.meeting_facts import MeetingHeld, ReportPublished
from governance.record.entry import Entry
from governance.words import Clear, Day, Said
from projections import figures
from projections.network import groups
from tests.pages.test_prioritisations import words
from tests.palabre import runner
from tests.site import Site
from tests.stories.conftest import told_by
from tests.stories.territories import COPECS, DIJON, EMBRUN, QUINSAC, VICHY, Territories, page, printed, read, said
from web.commands.demo import TERRITORIES
from web.house import House


def entry(site: Site, kind: type) -> Entry:
    return next(one for one in site.office.record.entries() if isinstance(one.fact, kind))


def test_loaded_again_it_says_what_is_already_there(
    demonstration: House, territories: Territories, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("PALABRE_HOME", str(demonstration.folder))
    heads = [site.head for site in territories.values()]

    told = runner(monkeypatch, capsys)("demo", "--all")

    assert told.printed == f"Déjà là\u00a0: hautes-alpes, pole-economie-solidaire, {', '.join(TERRITORIES)}.\n"
    assert [site.head for site in territories.values()] == heads


@pytest.mark.parametrize("slug", TERRITORIES)
def test_no_fact_names_anybody_and_nobody_has_a_mailbox(territories: Territories, slug: str):
    clear = [
        value for one in told_by(slug).gestures for value in vars(one.command).values() if isinstance(value, Clear)
    ]
    names = {part for value in clear for part in value.words.split() if len(part) > 4}
    facts = [one.data.decode() for one in territories[slug].office.record.entries()]

    assert {value.said for value in clear} == {Said.NAME}
    assert not [name for name in names if any(f"{name}" in fact for fact in facts)]
    assert not [fact for fact in facts if re.search(r"[\w.]+@[\w.]+|\b0\d([ .]\d\d){4}\b", fact)]


@pytest.mark.parametrize(("slug", "meeting", "decided"), [
    (COPECS, "r02", 4), (VICHY, "vichy", 2), (QUINSAC, "quinsac", 3), (DIJON, "dijon", 0), (EMBRUN, "forum", 0),
])  # fmt: skip
def test_what_a_report_does_not_decide_is_decided_nowhere(territories: Territories, slug, meeting, decided):
    site = territories[slug]

    assert len(said(site, DecisionRecorded)) == decided
    shown, register, paper = read(site, f"/reseau/reunions/{meeting}"), read(site, "/decisions"), printed(site, meeting)
    assert shown.count("au registre") == decided
    assert ("Décisions, d’un commun accord" in shown) == ("Décisions, d’un commun accord" in paper) == bool(decided)
    assert ("Aucune décision n’est encore au registre." in register) == (not decided)
    assert "adoptée comité" not in register


@pytest.mark.parametrize(
    ("slug", "organisations"), [(COPECS, 14), (VICHY, 50), (QUINSAC, 12), (DIJON, 11), (EMBRUN, 14)]
)
def test_each_organisation_that_a_report_names_has_its_sheet(territories: Territories, slug: str, organisations: int):
    table = page(territories[slug], "/reseau/fiches/structures.csv").text

    assert len(list(csv.reader(io.StringIO(table)))) == organisations + 1


# Quinsac, 16 October 2017


def test_nine_people_whom_no_list_names(territories: Territories):
    site = territories[QUINSAC]
    told = printed(site, "quinsac")

    assert "9 personnes présentes" in told
    assert "Présents (" not in read(site, "/reseau/reunions/quinsac")
    assert "Liste des participants (existe, manque)" in told
    assert "14 h 45 – 16 h 30 : Travail sur les ateliers" in told
    assert "Fonds européen agricole pour le développement rural (FEADER)" in told


def test_eight_actions_in_the_two_words_of_the_report(territories: Territories):
    site = territories[QUINSAC]
    priorities = [fact.priority for fact in said(site, ActionSet)]

    assert [priorities.count(one) for one in Priority] == [2, 2, 4]
    paper = printed(site, "quinsac")
    assert "dans la mesure de leur disponibilité" in paper
    assert paper.count("à faire prioritairement") == paper.count("dans un second temps") == 2
    assert "à l’occasion d’une prochaine rencontre" in paper


def test_workshops_worked_or_put_off_and_a_meeting_without_a_day(territories: Territories):
    site = territories[QUINSAC]
    told = read(site, "/reseau/reunions/quinsac")

    assert re.findall("(travaillé|reporté)(?= Atelier| Ce compte| Prochaine)", told) == [
        "travaillé",
        "travaillé",
        "reporté",
    ]
    assert "Atelier groupement d’achat (reporté)" in printed(site, "quinsac")
    assert "Réunion offre et évènementiel" in read(site, "/reseau")
    assert "novembre 2017 · envisagée" in read(site, "/reseau")
    assert told.count("Clore") == 2


def test_a_course_of_twenty_seats_for_three_associations(territories: Territories):
    [path] = re.findall(
        r'href="/[^/]+(/[^"]*gouvernance)"', page(territories[QUINSAC], "/reseau/fiches/formations").text
    )
    told = read(territories[QUINSAC], path)

    assert "Places 20" in told
    assert "Ouverte à Adhérents d’une des 3 associations" in told
    assert len(re.findall(r"Samedi \d\d \w+ 2017, 9h30 à 17h30", told)) == 3


# Dijon, 7 November 2017


def test_ten_people_five_of_them_without_a_name_and_one_absent(territories: Territories):
    told = read(territories[DIJON], "/reseau/reunions/dijon")

    assert "10 personnes, 2 structures" in told
    assert "Présents (10)" in told
    assert "Absents (1)" in told
    assert len(re.findall("PESAD, ", told)) == 5


def test_who_represents_a_collège_is_said_of_this_meeting(territories: Territories):
    told = printed(territories[DIJON], "dijon")

    assert "PESAD, membre de l’équipe · représente : Collège des salariés" in told
    assert "responsable du projet Cric&Co · représente : Collège des créateurs" in told
    assert "Collège des salariés (consultatif)" in read(territories[DIJON], "/reseau/reunions/dijon")


def test_five_collèges_one_of_them_consultative_and_no_weight(territories: Territories):
    told = read(territories[DIJON], "/statuts")

    assert re.findall(r"Collège des ([\w ]+?) (inconnu|consultatif) compte rendu du 7/11/2017", told) == [
        ("créateurs", "inconnu"), ("salariés", "consultatif"), ("partenaires", "inconnu"), ("bénévoles", "inconnu"),
        ("personnalités qualifiées", "inconnu"),
    ]  # fmt: skip
    year = read(territories[DIJON], "/annee")
    assert "Conseil d’administration : 0, pour 5 à 6" in year
    assert "Bureau : 0 sur 12 au moins" in year
    assert "AG du PESAD mai 2018" in read(territories[DIJON], "/reseau")


# Embrun, 6 November 2018


def test_310_asked_28_answered_and_54_per_cent_can_only_be_fifteen(territories: Territories):
    told = read(territories[EMBRUN], "/reseau")

    assert "28 réponses sur 310 établissements , soit 9,0 %" in told
    assert "54 % de ceux qui ont répondu (15 sur 28, seul nombre entier possible)" in told
    assert "5 besoins exprimés" in told


def test_more_than_twenty_people_seven_visions_three_proposals_and_six_steps(territories: Territories):
    site = territories[EMBRUN]

    assert "au moins 20 personnes" in printed(site, "atelier-5")
    assert {vision.horizon for vision in said(site, VisionStated)} == {Day("2023")}
    assert len(said(site, VisionStated)) == 7
    assert len(said(site, ProposalMade)) == 3
    assert printed(site, "forum").count("(CEIS)") == 3
    roadmap = read(site, "/feuille-de-route")
    assert roadmap.count("prévu sans date") == 6
    assert "0 sur 10 structures" in roadmap


def test_words_that_a_machine_misread_are_kept_as_they_are(territories: Territories):
    facts = [fact.source for fact in said(territories[EMBRUN], VisionStated)]

    assert any("«\u00a0minima 10 structures de I'ESS\u00a0»" in source for source in facts)


# Bouches-du-Rhône, 25 October 2007


def test_ten_later_meetings_stand_in_the_order_of_their_days_under_the_name_of_then(territories: Territories):
    with territories[COPECS].office.reading() as db:
        met = groups.meetings(db, "groupe")  # type: ignore[arg-type]

    assert [row["day"] for row in met[2:]] == [
        "2007-11-22", "2008-01-16", "2008-02-27", "2008-04-25", "2008-06-13", "2008-07-01", "2008-09-10", "2008-11-12",
        "2009-01-13", "2009-02-17",
    ]  # fmt: skip
    assert [row["number"] for row in met] == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, None, None]
    assert [row["called"] for row in met[3:]] == ["Entreprendre au collectif"] * 7 + ["RAMSESS"] * 2
    assert [row["number"] for row in met if not row["held"]] == [6, 7, 8], "known only by their invitation"


def test_the_report_was_put_online_after_the_meeting_that_followed(territories: Territories):
    site = territories[COPECS]
    held, published = entry(site, MeetingHeld), entry(site, ReportPublished)

    assert (held.fact.on, published.fact.on) == (Day("2007-10-25"), Day("2007-12-13"))  # type: ignore[attr-defined]
    assert held.at.date() == datetime(2007, 12, 13, tzinfo=UTC).date()
    told = words(site.browser().get(site.at("/comptes-rendus/r02")).text)
    assert "Mis en ligne 13 décembre 2007" in told
    assert "5 personnes, 5 structures" in told
    assert "Synthèse de la 3ème rencontre – 22 novembre 2007 · Locaux d’Intermade" in told


def test_a_public_consultation_validated_a_document_that_nobody_has(territories: Territories):
    site = territories[COPECS]

    assert "Concertation publique : validation du document d’orientation" in read(site, "/reseau")
    assert "Validé par Concertation publique du 9 juillet 2007" in read(site, "/reseau/fiches/documents/orientation")


def test_two_structures_spoke_for_all_and_said_what_they_brought_back(territories: Territories):
    [path] = re.findall(r'href="/[^/]+(/[^"]*arpe)"', page(territories[COPECS], "/reseau/groupes/groupe").text) or ["?"]
    told = read(territories[COPECS], path)

    assert "Salon organisé par l’ARPE" in told
    assert "Lieux d’accent" in told
    assert "Retour évaluation" in told


def test_two_newcomers_asked_and_a_decision_answers_them(territories: Territories):
    told = read(territories[COPECS], "/reseau/groupes/groupe")

    assert "Energie Alternative demande à participer, 25 octobre 2007 · décision" in told
    assert "IEC demande à participer, 25 octobre 2007 · décision" in told


@pytest.mark.parametrize(("slug", "meetings", "structures"), [
    (COPECS, 11, 5), (VICHY, 1, 30), (QUINSAC, 3, 0), (DIJON, 1, 2), (EMBRUN, 1, 1),
])  # fmt: skip
def test_figures_of_evidence_count_them(territories: Territories, slug: str, meetings: int, structures: int):
    with territories[slug].office.reading() as db:
        found = figures.figures(db, Day("2026-11-22"), ["meetings", "attendance", "assemblies_held", "votes_counted"])

    assert [int(one.amount) for one in found] == [meetings, structures, 0, 0]
