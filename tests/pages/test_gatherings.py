"""Meetings of the network at the counter: planned with a month, held, noted line by line, told, carried on."""

import io
import re
from html import unescape
from zipfile import ZipFile

import pytest

from governance.decision.facts import DecisionRecorded, Way
from governance.membership.facts import ActorKind, OrganisationRegistered
from governance.network.action_facts import ActionSet, HelpOffered
from governance.network.facts import ProposalMade
from governance.network.meeting_facts import (
    AccordReached,
    AttendanceNoted,
    MeetingPlanned,
    PaperListed,
    PointLeftOpen,
    Presence,
    TopicNoted,
)
from governance.network.source_facts import SourceRead
from governance.words import Day, MemberId, Office, Public
from tests.coop import admitted, adopted, scic
from tests.pages.test_prioritisations import rows
from tests.pages.test_prioritisations import words as in_words
from tests.rules.network.test_reports import formed, met
from tests.site import Site

PLAN = {
    "title": "Réunion collective 2", "kind": "réunion collective", "number": "2", "day": "30/01/2014", "weekday": "4",
    "starts": "18h", "place": "Vichy", "group": "g", "agenda": "Accueil\n14h45 – 16h30 : travail sur les ateliers",
}  # fmt: skip
NOTES = """Jardins de Cocagne ; Ada Byron ; présidente
Jardins de Cocagne
Le diagnostic
Il n’est pas figé.
On adopte la charte.
Écrire le questionnaire ; CEIS ; à terme
Monter un dossier ; CEIS
Le format et le lieu
(bruit)"""
SORTED = ("present", "excused", "topic", "more", "decision", "action", "proposal", "point", "aside")


@pytest.fixture
def board(site: Site):
    site.given(adopted(scic()), formed)
    return site.browser(site.person("bea", "Béa Bureau", Office.BOARD, Office.SECRETARY))


def give(site, browser, path, gesture="a" * 32, **said):
    return browser.post(site.at(f"/reseau/{path}"), data={"gesture": gesture} | said)


def words(page) -> str:
    return page.text.replace("\u00a0", " ").replace("\u202f", " ")


def plain(page) -> str:
    return in_words(page.text)


def planned(site, board, **changed) -> str:
    page = give(site, board, "reunions/nouvelle", **PLAN | changed)
    assert page.status_code == 200, words(page)
    return words(page)


def held(site, board) -> str:
    planned(site, board)
    return words(give(site, board, f"reunions/{'a' * 32}/tenue", "b" * 32, on="30/01/2014", at_least="20"))


def sort(site, board, notes=NOTES, kinds=SORTED, gesture="c" * 32):
    lines = {f"lines.{rank}": line for rank, line in enumerate(notes.splitlines(), 1)}
    chosen = {f"kinds.{rank}": kind for rank, kind in enumerate(kinds, 1)}
    return give(site, board, f"reunions/{'a' * 32}/notes", gesture, **lines, **chosen)


def kinds_of(site, kind):
    return [fact for fact in site.facts if isinstance(fact, kind)]


def test_a_meeting_is_planned_with_its_day_checked(site, board):
    page = planned(site, board)

    assert "30 janvier 2014, 18 h 00" in page
    assert "14 h 45 – 16 h 30 : travail sur les ateliers" in page
    assert "réunion collective n° 2" in page
    wrong = give(site, board, "reunions/nouvelle", "d" * 32, **PLAN | {"weekday": "3"})
    assert wrong.status_code == 409
    assert "Le 30 janvier 2014 est un jeudi" in words(wrong)
    assert "Réunion collective 2" in words(wrong)


def test_a_meeting_is_considered_with_its_month_alone_or_put_off(site, board):
    assert "Prévoir une réunion" in board.get(site.at("/reseau/reunions/nouvelle")).text
    assert "envisagée" in planned(site, board, day="11/2199", weekday="", considered="true")
    assert "Réunion collective 2" in words(board.get(site.at("/agenda")))
    page = give(site, board, f"reunions/{'a' * 32}/plan", "b" * 32, **PLAN | {"day": "", "weekday": ""})

    assert "reportée sans date" in words(page)
    assert [fact.day for fact in kinds_of(site, MeetingPlanned)] == [Day("2199-11"), None]


def test_pasted_notes_are_sorted_by_who_pastes_them_and_written_once(site, board):
    held(site, board)
    box = give(site, board, f"reunions/{'a' * 32}/notes", notes=NOTES)
    assert words(box).count("<textarea") == 9
    assert len(kinds_of(site, TopicNoted)) == 0

    page = words(sort(site, board))
    once = len(site.facts)
    sort(site, board)

    assert len(site.facts) == once
    came = kinds_of(site, AttendanceNoted)
    assert [(fact.presence, fact.role) for fact in came] == [(Presence.PRESENT, "présidente"), (Presence.EXCUSED, "")]
    assert [fact.notes for fact in kinds_of(site, TopicNoted)] == ["Il n’est pas figé."]
    [decision], [reached] = kinds_of(site, DecisionRecorded), kinds_of(site, AccordReached)
    assert (decision.way, decision.decision) == (Way.COMMON_ACCORD, reached.decision)
    assert [fact.due_said for fact in kinds_of(site, ActionSet)] == ["à terme"]
    assert [fact.organisation for fact in kinds_of(site, HelpOffered)] == ["CEIS"]
    assert [fact.proposed_by for fact in kinds_of(site, ProposalMade)] == ["CEIS"]
    assert "Ada Byron" in page
    assert not any("Byron" in str(fact) for fact in site.facts)
    assert "bruit" not in page
    assert "au moins 20 personnes, 1 structure" in page


def test_what_is_noted_live_is_told_under_the_box_a_topic_with_its_notes(site, board):
    held(site, board)

    page = give(site, board, f"reunions/{'a' * 32}/en-direct", "c" * 32, kind="topic", words="La charte\nElle tient.")

    assert [(fact.title, fact.notes) for fact in kinds_of(site, TopicNoted)] == [("La charte", "Elle tient.")]
    assert "Elle tient." in words(page)
    assert "Suite de la ligne" not in words(page)


def test_a_first_meeting_invites_whoever_has_a_mailbox_those_of_the_group_ticked(site, board):
    planned(site, board)
    for who in ("ada", "tom"):
        site.person(who, who.title(), email=f"{who}@exemple.fr")
    came = {"organisation": "CEIS", "person": "Ada", "presence": "excused"}
    give(site, board, f"reunions/{'a' * 32}/presence", "b" * 32, **came)

    form = words(board.get(site.at(f"/reseau/reunions/{'a' * 32}/invitation")))

    assert 'value="ada" checked' in form
    assert 'value="tom">' in form


def test_a_line_that_is_not_sorted_keeps_all_that_was_pasted(site, board):
    held(site, board)

    page = sort(site, board, kinds=SORTED[:-1])

    assert page.status_code == 422
    assert "Dites ce qu’est la ligne 9." in words(page)
    assert "Dites ce que sont les lignes 1, 2, 3" in words(sort(site, board, kinds=()))
    assert "On adopte la charte." in words(page)
    assert kinds_of(site, TopicNoted) == []


def test_an_open_point_comes_back_until_it_is_closed(site, board):
    held(site, board)
    sort(site, board)
    [point] = kinds_of(site, PointLeftOpen)

    form = words(board.get(site.at(f"/reseau/reunions/nouvelle?apres={'a' * 32}")))
    assert "Le format et le lieu" in form
    assert 'value="3"' in form
    give(site, board, "reunions/nouvelle", "d" * 32, **PLAN | {"day": "26/03/2014", "weekday": "3", "number": "3"})
    assert "Le format et le lieu" in words(board.get(site.at(f"/reseau/reunions/{'d' * 32}")))
    page = give(site, board, f"reunions/{'d' * 32}/points/{point.point}", "e" * 32, outcome="À Vichy.", on="26/03/2014")
    assert "À Vichy." in words(page)
    assert "Le format et le lieu" not in words(board.get(site.at("/reseau/groupes/g")))


def test_the_rhythm_of_a_group_drifts_and_its_names_stay_on_what_it_did(site, board):
    held(site, board)
    give(site, board, "reunions/nouvelle", "d" * 32, **PLAN | {"day": "26/03/2014", "weekday": "3"})
    give(site, board, "groupes/g/rythme", "e" * 32, days="45", on="30/01/2014", standing="Offres et besoins")
    page = words(give(site, board, "groupes/g/nom", "f" * 32, name="RAMSESS", on="2025"))

    assert "Le rythme s’éloigne" in page
    assert "55 jours après la précédente" in page
    assert "Structures proactives" in page


def test_the_report_is_printed_edited_published_without_names_and_sent(site, board):
    held(site, board)
    sort(site, board)
    meeting = f"/reseau/reunions/{'a' * 32}"

    assert board.get(site.at(f"{meeting}/compte-rendu.pdf")).content.startswith(b"%PDF")
    odt = ZipFile(io.BytesIO(board.get(site.at(f"{meeting}/compte-rendu.odt")).content)).read("content.xml").decode()
    assert "On adopte la charte." in odt
    nobody = site.browser()
    public = site.at(f"/comptes-rendus/{'a' * 32}")
    assert nobody.get(public).status_code == 404
    give(site, board, f"reunions/{'a' * 32}/mise-en-ligne", "d" * 32, on="13/12/2014")
    page = words(nobody.get(public))
    assert "13 décembre 2014" in page
    assert "Jardins de Cocagne" in page
    assert "Byron" not in page


def test_a_paper_that_nobody_has_is_said_missing_and_one_that_is_there_is_given_back(site, board):
    held(site, board)
    path = f"reunions/{'a' * 32}/pieces"

    assert "existe, manque" in words(give(site, board, path, "d" * 32, title="Présentation"))
    file = {"file": ("objectifs.txt", b"Rappel des objectifs", "text/plain")}
    data = {"gesture": "e" * 32, "title": "Objectifs"}
    page = board.post(site.at(f"/reseau/{path}"), data=data, files=file).text
    link = page[page.index(f"/reseau/{path}/") :].split('"')[0]
    assert board.get(site.at(link)).content == b"Rappel des objectifs"


def test_a_member_reads_and_notes_nothing(site, board):
    site.given(met, admitted("lea"))
    member = site.browser(site.person("lea", "Léa"))

    assert "UDESS 05" in words(member.get(site.at("/reseau/reunions/m")))
    assert give(site, member, "reunions/m/en-direct", kind="topic", words="x").status_code == 403


def test_the_sheet_of_an_organisation_tells_at_which_meetings_it_was(site, board):
    site.given(met, OrganisationRegistered(MemberId("ceis"), Public("CEIS"), ActorKind.OTHER, False))

    assert "Forum de l’ESS" in words(board.get(site.at("/membres/ceis")))


def test_a_decision_by_common_accord_says_in_which_meeting_and_who_was_there(site, board):
    held(site, board)
    sort(site, board, "Jardins de Cocagne ; Ada Byron\nZik 03", ("present", "excused"))
    said = {"title": "La charte", "text": "On adopte la charte.", "organ": "steering_committee"}

    page = give(site, board, f"reunions/{'a' * 32}/accord", "d" * 32, **said)
    assert "On adopte la charte. n° 1 au registre" in plain(page)
    give(site, board, f"reunions/{'a' * 32}/accord", "d" * 32, **said)

    [decision] = kinds_of(site, DecisionRecorded)
    told = plain(board.get(site.at(f"/decisions/{decision.decision}")))
    assert "Prise à la réunion Réunion collective 2 , en présence de : Jardins de Cocagne." in told
    assert "Zik 03" not in told


def test_what_a_report_prints_stands_beside_the_sheet(site, board):
    held(site, board)
    sort(site, board, "Jardins de Cocagne ; Ada Byron\nJardins de Cocagne", ("present", "excused"))
    said = {
        "source": "CR du 30/01",
        "printed.structures_present": "28",
        "remarks": "Annexe 2 : une cellule vide\nÉtrange",
    }

    wrong = give(
        site, board, f"reunions/{'a' * 32}/source", "d" * 32, **said | {"printed.structures_present": "beaucoup"}
    )
    assert (wrong.status_code, "une cellule vide" in wrong.text) == (422, True)
    empty = give(site, board, f"reunions/{'a' * 32}/source", "d" * 32, source="CR du 30/01")
    assert empty.status_code == 409
    for _twice in range(2):
        page = give(site, board, f"reunions/{'a' * 32}/source", "e" * 32, **said)

    assert rows(page, "beside") == [("Structures présentes", "28", "1 écart")]
    assert "Jardins de Cocagne : présente et excusée Annexe 2 — une cellule vide Étrange" in plain(page)
    assert len(kinds_of(site, SourceRead)) == 1
    assert 'value="28"' in board.get(site.at(f"/reseau/reunions/{'a' * 32}/source")).text


def test_a_text_that_a_machine_read_is_mended_line_by_line_and_kept_as_it_was(site, board):
    held(site, board)
    read = "Re\u00b4union regulie\u0300rement\x0cauprés de l'e\u00adquipe"
    box = give(site, board, f"reunions/{'a' * 32}/notes", notes=read, keeps="true")
    [exact] = re.findall(r'<textarea name="exact" hidden>\n(.*?)</textarea>', box.text, re.S)
    assert re.findall(r'name="lines.\d"[^>]*>\s*(.*?)</textarea>', box.text) == [
        "Réunion regulièrement", "auprés de l&#39;equipe",
    ]  # fmt: skip

    lines = {"lines.1": "Réunion régulièrement", "lines.2": "auprès de l’équipe", "exact": unescape(exact)}
    chosen = {"kinds.1": "topic", "kinds.2": "more"}
    unsorted = give(site, board, f"reunions/{'a' * 32}/notes", "c" * 32, **lines)
    assert (unsorted.status_code, exact in unsorted.text) == (422, True)
    for _twice in range(2):
        page = give(site, board, f"reunions/{'a' * 32}/notes", "c" * 32, **lines, **chosen)

    assert "Texte d’origine, tel qu’il a été collé" in plain(page)
    [paper] = kinds_of(site, PaperListed)
    kept = board.get(site.at(f"/reseau/reunions/{'a' * 32}/pieces/{paper.digest}"))
    assert kept.content.decode() == read
    assert [fact.title for fact in kinds_of(site, TopicNoted)] == ["Réunion régulièrement"]
