"""The procès-verbal says what the law wants it to say (C.com R225-106, R225-107)."""

import pytest

from tests.documents.reading import Paper
from tests.documents.samples import AT, HEAD, MINUTES, NAMES, consulted, deficient
from web.documents import document

held = Paper(document("proces-verbal", MINUTES, AT))
failed = Paper(document("proces-verbal", deficient(), AT))


@pytest.mark.parametrize(
    "said",
    [
        "Le mardi 15 décembre 2026 à 18 h 00",
        "Salle des fêtes, place de la Mairie, 05200 Embrun",
        "Par le conseil d’administration, le 28 novembre 2026, par courrier électronique",
        "2. Approbation des comptes de l’exercice 2025",
        "Présidente de séance Zoé Œuvrard, présidente du conseil",
        "Ensemble 12 8 1 1 10",
        "Quorum à titre ordinaire : atteint",
        "8 présents, 1 à distance et 1 représentée : 10 membres réunis, et 10 ≥ 3.",
        "Comptes de l’exercice 2025 : bilan",
        "La présidente rappelle que la coopérative réunit dix structures",
        "Elle donne quitus de leur gestion",
        "Salariés et producteurs 40 % 3 2 1 0 80/3 (26,7 %) 40/3 (13,3 %)",
        "Ensemble 10 5 4 1 62,5 % 37,5 %",
        "✓ Adoptée 62,5 % pour : plus de la moitié des suffrages exprimés (article 20 des statuts).",
        "Décision n° 2026-07.",
        "✗ Rejetée 4 pour sur 8",
        "Plus grand effet possible : une voix du collège Salariés et producteurs",
        "la séance est levée à 20 h 45",
        "représentée par Zoé Œuvrard",
        "arrêté à la position 1 248 le mardi 15 décembre 2026 à 21 h 04",
    ],
)
def test_the_minutes_say(said):
    assert said in held.words


def test_the_head_of_the_record_is_printed_at_the_end():
    assert HEAD["root"] in held.pages[-1].replace(" ", "")


def test_those_who_hold_the_meeting_sign():
    assert held.words.count("Date et signature") == len(MINUTES["signatories"])


def test_blank_void_and_abstaining_are_columns_only_where_there_are_some():
    assert "Collège Poids Inscrits Pour Contre Abst. Poids pour Poids contre" in held.words
    assert "Collège Inscrits Pour, déduit Contre Abst. Blancs Nuls" in held.words


def test_french_spaces_are_put_where_a_space_was_typed():
    assert "Ouverture d’une « conserverie » partagée" in held.words
    assert "décide d’ouvrir" in held.words


def test_a_picture_has_its_words():
    assert "62,5 % pour, 37,5 % contre ; le seuil est la moitié." in held.alternatives


def test_without_quorum_the_minutes_are_of_carence():
    assert failed.title.startswith("Procès-verbal de carence")
    assert "Quorum à titre ordinaire : non atteint" in failed.words
    assert "l’assemblée n’a pas pu délibérer (C.com art. R225-107)" in failed.words
    assert "avec le même ordre du jour le mardi 5 janvier 2027 à 18 h 00" in failed.words
    assert "Clôture La séance est levée à 20 h 45." in failed.words
    assert "Résolution 1" not in failed.words


def test_a_consultation_says_until_when_who_answered_and_what_each_one_did():
    words = Paper(document("proces-verbal", consulted(), AT)).words

    for said in (
        "Du samedi 28 novembre 2026 à 9 h 00 au mardi 15 décembre 2026 à 20 h 00",
        "ont été consultés par écrit, sans se réunir (article 25 des statuts)",
        "Participation et quorum Collège Membres Ont répondu Bénéficiaires 4 2 Ensemble 4 2",
        "La consultation est close le mardi 15 décembre 2026 à 20 h 00. Les réponses sont annexées.",
        f"Nom Collège N° 1 N° 2 {NAMES[0]} Bénéficiaires Pour Contre {NAMES[1]} par {NAMES[0]} Bénéficiaires Pour —",
        "Pour la gérance",
    ):
        assert said in words
    assert not [said for said in ("Bureau de séance", "se sont réunis", "à l’ouverture", "est levée") if said in words]
