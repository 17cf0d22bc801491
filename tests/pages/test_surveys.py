"""A questionnaire at the counter: opened a question a line, sent and recalled, answered by link and on paper, read
with its base."""

from dataclasses import replace

import pytest

from governance.command import PALABRE
from governance.network.survey_facts import Asks, QuestionnaireAnswered, QuestionnaireOpened, QuestionnaireSent
from governance.words import Office
from tests.coop import adopted, scic
from tests.mail.outbox import link, turn, working
from tests.mail.post import post_office
from tests.pages.test_prioritisations import rows, words
from tests.rules.network.test_survey import JOBS, anonymous, answered, opened, sent

HERE = f"/questionnaires/{JOBS}"
OPENING = {
    "title": "Besoins d’emploi", "population": "310", "unit": "structures", "named": "true", "on": "10/01/2018",
    "questions": "Fonction recherchée [heures]\nEffectif [nombre]\nOù ? [Gap ; Embrun]\nVos besoins de formation",
}  # fmt: skip
REPLY = {"said.q1": "Comptable", "hours.q1": "7", "said.q2": "12", "said.q3": "Gap"}


@pytest.fixture
def sec(site):
    site.given(adopted(scic()))
    return site.browser(site.person("sec", "Sol Secrétaire", Office.SECRETARY, email="sol@exemple.fr"))


def send(site, browser, path, gesture="a" * 32, **typed):
    return browser.post(site.at(HERE + path), data={"gesture": gesture} | typed)


def test_it_is_written_a_question_a_line(site, sec):
    page = sec.post(site.at("/reseau/questionnaires/nouveau"), data=OPENING | {"gesture": "c" * 32})

    [fact] = [fact for fact in site.facts if isinstance(fact, QuestionnaireOpened)]
    assert [(one.text, one.asks, one.options) for one in fact.questions] == [
        ("Fonction recherchée", Asks.HOURS, ()), ("Effectif", Asks.NUMBER, ()),
        ("Où ?", Asks.CHOICE, ("Gap", "Embrun")), ("Vos besoins de formation", Asks.WORDS, ()),
    ]  # fmt: skip
    assert "0 réponse sur 310 structures" in words(page.text)
    wrong = OPENING | {"gesture": "d" * 32, "questions": "Où ? [Gap]"}
    refused = sec.post(site.at("/reseau/questionnaires/nouveau"), data=wrong)
    assert (refused.status_code, "au moins deux réponses" in refused.text) == (409, True)


def test_whoever_receives_it_answers_by_her_link_and_is_not_recalled(site, sec, cooperative):
    site.given(opened)
    site.person("lea", "Léa", email="lea@exemple.fr")
    site.person("tom", "Tom", email="tom@exemple.fr")
    send(site, sec, "/envoi", people=["lea", "tom"], on="11/01/2018")

    with post_office() as (postmaster, server), working(site, cooperative, server) as outbox:
        turn(outbox)
        letter = next(one for one in postmaster.received if "lea@" in str(one["To"]))
        lea = site.browser()
        arrived = lea.post(link(letter))
        assert arrived.url.path == site.at(HERE)
        assert "Merci" in send(site, lea, "/reponse", "e" * 32, **REPLY).text
        assert send(site, lea, "/reponse", "f" * 32, **REPLY).status_code == 409
        recalled = sec.get(site.at(HERE + "/envoi")).text
        assert 'value="tom" checked' in recalled
        assert 'value="lea" checked' not in recalled
        send(site, sec, "/envoi", "b" * 32, people=["tom"], on="11/02/2018")
        turn(outbox)

    assert sorted(str(one["To"].addresses[0].addr_spec) for one in postmaster.received) == [
        "lea@exemple.fr", "tom@exemple.fr", "tom@exemple.fr",
    ]  # fmt: skip
    assert sum(isinstance(fact, QuestionnaireSent) for fact in site.facts) == 2
    page = sec.get(site.at(HERE))
    assert [row[2:] for row in rows(page, "asked")] == [("1", "oui"), ("2", "pas encore")]


def test_an_anonymous_answer_comes_from_palabre_and_results_show_their_base_once_published(site, sec):
    site.given(anonymous)
    stranger = site.browser()
    assert "Rien" not in stranger.get(site.at(HERE + "/reponse-anonyme")).text
    assert "Merci" in send(site, stranger, "/reponse-anonyme", **REPLY).text
    send(site, sec, "/papier", "b" * 32, on="12/01/2018", **{"said.q3": "Embrun"})

    told = [entry for entry in site.office.record.entries() if isinstance(entry.fact, QuestionnaireAnswered)]
    assert [(one.fact.person, one.fact.paper) for one in told] == [(None, False), (None, True)]
    assert told[0].by == PALABRE
    lea = site.browser(site.person("lea", "Léa"))
    assert "Comptable" not in lea.get(site.at(HERE)).text

    send(site, sec, "/publication", "d" * 32, on="13/02/2018")
    page = lea.get(site.at(HERE))
    assert "2 réponses sur 310 structures , soit 0,6 % · dont 1 sur papier" in words(page.text)
    assert rows(page, "t-q3") == [("Gap", "1 sur 2", "50 %"), ("Embrun", "1 sur 2", "50 %")]
    assert rows(page, "t-q1") == [("Comptable", "1 sur 1", "7")]
    assert send(site, stranger, "/reponse-anonyme", "e" * 32, **REPLY).status_code == 409
    assert "Comptable (7 h)" in sec.get(site.at(f"{HERE}/reponses.csv")).text


def test_a_wrong_answer_keeps_what_was_typed(site, sec):
    site.given(opened, sent, answered)
    tom = site.browser(site.person("tom", "Tom"))

    refused = send(site, tom, "/reponse", **REPLY | {"said.q2": "douze"})
    assert refused.status_code == 409
    assert "« Effectif » : cette réponse ne convient pas" in words(refused.text)
    assert 'value="douze"' in refused.text
    assert send(site, tom, "/papier").status_code == 403


def test_a_questionnaire_that_all_have_answered_is_counted_again(site, sec):
    site.given(replace(anonymous, population=1), answered)
    full = send(site, site.browser(), "/reponse-anonyme", **REPLY)
    assert (full.status_code, 'value="Comptable"' in full.text) == (409, True)

    send(site, sec, "/nombre", "b" * 32, population="2", on="12/01/2018")

    assert "Merci" in send(site, site.browser(), "/reponse-anonyme", **REPLY).text
    assert "2 réponses sur 2 structures , soit 100 %" in words(sec.get(site.at(HERE)).text)
