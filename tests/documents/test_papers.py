"""What each document says, besides the minutes."""

from copy import deepcopy

import pytest

from tests.documents.papers import CODES, COLLEGES, DOSSIER, NOTICE, SAMPLES, SHEET, blank_proxy, register
from tests.documents.reading import Paper
from tests.documents.samples import AT, HEAD
from web.documents import document

SAID = {
    "feuille-de-route": [
        "Telle qu’elle était le 15 décembre 2026.",
        "Structure pilote désignée",
        "Jalon Où il en est Date Vient après Attend Reports",
        "Pôle territorial reporté octobre 2026 SCIC d’au moins dix structures",
    ],
    "mallette": [
        "À titre ordinaire : il faut 30 personnes, présentes ou représentées, sur 146. (art. 21.1 des statuts)",
        "2 pouvoirs vierges",
        "Nom Domicile ou siège Catégorie Parts Voix Représenté·e par Signature",
        "donne pouvoir à",
        "Zoé Œuvrard 2 voix",
        "Bulletins — collège",
        "Résolution n° 1 — Approuver les comptes",
        "Séance ouverte à",
    ],
    "solidite": [
        "Contestable jusqu’au 15 décembre 2028",
        "L’urne contenait plus de bulletins que de votants. (C. com., art. R225-95)",
        "Approuver les comptes adoptée 12 voix 2 voix ne peut avoir changé le résultat",
    ],
    "convocation": [
        "Zoé Œuvrard Les Terres Neuves 3 chemin de la Conserverie 05400 Veynes",
        "Assemblée générale ordinaire annuelle — première convocation",
        "mardi 15 décembre 2026 à 18 h 00 Salle des fêtes, place de la Mairie, 05200 Embrun",
        "À distance : Visioconférence",
        "17 jours francs avant l’assemblée, pour 15 requis (article 17 des statuts)",
        "4. Questions diverses",
        "Résolution 1 — Approbation des comptes de l’exercice 2025",
        "Elle donne quitus de leur gestion",
        "À titre ordinaire, présentée par le conseil. Plus de la moitié des suffrages exprimés",
        "Quorum. Au moins un cinquième",
        "Ils peuvent être lus sur votre page personnelle",
        "Pour le conseil d’administration, Zoé Œuvrard, présidente",
    ],
    "feuille-de-presence": [
        "Collège Salariés et producteurs",
        "Nom Domicile ou siège Catégorie Parts Voix Représenté·e par Signature",
        "Maëlys O’Brien 3 chemin de la Conserverie, 05400 Veynes Bénéficiaires 2 1 Zoé Œuvrard",
        "émargée en ligne le 15/12/2026 à 17 h 58",
        "12 membres inscrits, 12 voix. Sont annexés : 1 pouvoir, 0 formulaire de vote à distance.",
        "Certifiée exacte par le bureau de l’assemblée.",
    ],
    "pouvoir": [
        "Je soussigné·e Zoé Œuvrard",
        "demeurant Les Terres Neuves, 3 chemin de la Conserverie, 05400 Veynes",
        "donne pouvoir à Naël d’Ascq-Vallée",
        "mardi 15 décembre 2026 à 18 h 00",
        "Plafond. Un seul pouvoir par personne",
        "Signature, précédée de « Bon pour pouvoir »",
    ],
    "pouvoirs": [
        "ABCDEFG2",
        "Je soussigné·e Zoé Œuvrard",
        "donne pouvoir à",
        "Signature, précédée de « Bon pour pouvoir »",
    ],
    "formulaire-de-vote": [
        "Pour Contre Abstention",
        "Élire deux membres du conseil : vote secret, en séance seulement.",
        "Retour. Signé, reçu le 13 décembre 2026 au plus tard. (art. 23)",
    ],
    "registre-des-membres": [
        "Au 1er décembre 2026, tel qu’il est connu le mardi 15 décembre 2026 à 21 h 04.",
        "Salariés et producteurs 100/3 (33,3 %) 15 72 1 836,00 €",
        "Ensemble 60 297 7 573,50 €",
        "22 Inès 🌻 de la Tour Bénéficiaires 22 chemin de la Conserverie, 05400 Veynes novembre 2020",
        "novembre 2020 30 juin 2025 5 127,50 €",
        "Association des jardins no 4 repr. par Inès de la Tour",
        "Personnes ressources Aucun membre.",
    ],
    "dossier": [
        "Du 1er janvier 2026 au 15 décembre 2026. 2 pièces jointes sont laissées de côté. Modèle 2018, appel clos",
        "T1 Un territoire pertinent pour les acteurs ✓ Prouvé 2",
        "≈ Prouvé en partie. Les statuts et les mandats sont au registre.",
        "pieces/deliberation-2019-03.pdf 7f7f7f7f 7f7f7f7f",
        "Il manque : – Procès-verbal de la dernière assemblée, signé – Lettre d’engagement de l’UDESS 05",
        "✗ Manquant. Il manque : – Compte rendu",
        "Personnes morales membres au jour dit, comptées une fois 12 membres 15 décembre 2026 1 248",
        "Nom Maëlys O’Brien Représentante légale, rubrique 2 du formulaire Obligation légale décret",
    ],
    "codes-de-connexion": [
        "Maëlys O’Brien Collectivités publiques Sur palabre.coop05.example, choisissez « J’ai un code »",
        "3585-2486-1195",
        "Une seule fois, jusqu’au mardi 15 décembre 2026 à 18 h 00. Besoin d’aide ?",
    ],
}
PAPERS = {name: Paper(document(name, SAMPLES[name], AT)) for name in SAID}


@pytest.mark.parametrize(("name", "said"), [(name, said) for name, lines in SAID.items() for said in lines])
def test_the_document_says(name, said):
    assert said in PAPERS[name].words


@pytest.mark.parametrize("name", ["feuille-de-presence", "registre-des-membres", "dossier"])
def test_what_comes_from_the_record_ends_with_its_head(name):
    last = PAPERS[name].pages[-1]

    assert HEAD["root"] in last.replace(" ", "")
    assert "arrêté à la position 1 248" in last


def test_a_notice_sent_too_late_says_so_and_why():
    late = deepcopy(NOTICE)
    late["delay"] |= {"days": 9, "excuse": "la salle n’a été confirmée que le 6 décembre."}

    words = Paper(document("convocation", late, AT)).words

    assert "9 jours francs avant l’assemblée, pour 15 requis" in words
    assert "Délai non respecté : la salle n’a été confirmée que le 6 décembre." in words
    assert "Délai non respecté" not in PAPERS["convocation"].words


def test_a_blank_proxy_leaves_room_to_write():
    words = Paper(document("pouvoir", blank_proxy(), AT)).words

    assert "Zoé Œuvrard" not in words
    assert "donne pouvoir à . . . . ." in words or "donne pouvoir à ....." in words


def test_without_addresses_and_shares_the_sheet_has_no_such_columns():
    bare = deepcopy(SHEET)
    for college in bare["colleges"]:
        for member in college["members"]:
            member["address"], member["shares"] = "", None

    words = Paper(document("feuille-de-presence", bare, AT)).words

    assert "Nom Catégorie Voix Représenté·e par Signature" in words


def test_an_advisory_college_signs_and_has_no_voice():
    advised = deepcopy(SHEET)
    advised["colleges"][0]["advisory"] = True

    words = Paper(document("feuille-de-presence", advised, AT)).words

    assert "(consultatif, sans voix)" in words
    assert "12 membres inscrits, 9 voix" in words


def test_the_register_repeats_its_heads_on_every_page():
    pages = Paper(document("registre-des-membres", register(240), AT)).pages

    assert len(pages) > 8
    assert all("N° Nom Catégorie" in page for page in pages[:-1])


def test_every_member_of_the_register_is_printed_once():
    words = Paper(document("registre-des-membres", register(240), AT)).words

    assert [words.count(f" {n} chemin de la Conserverie") for n in range(1, 241)] == [1] * 240
    assert all(college in words for college in COLLEGES)


BARE = {
    "proces-verbal": (
        "agenda",
        "officers",
        "participants",
        "quorums",
        "documents",
        "resolutions",
        "signatories",
    ),
    "convocation": ("agenda", "drafts", "rules", "documents"),
    "feuille-de-presence": ("colleges", "officers"),
    "pouvoir": ("agenda", "rules"),
    "pouvoirs": ("powers",),
    "registre-des-membres": ("colleges",),
    "dossier": ("criteria", "figures", "people"),
    "codes-de-connexion": ("people",),
}


@pytest.mark.parametrize("name", BARE)
def test_a_document_with_nothing_to_list_is_still_one(name):
    bare = {**SAMPLES[name], **{field: [] for field in BARE[name]}}

    assert Paper(document(name, bare, AT)).pages


def test_words_without_end_are_printed():
    endless = deepcopy(DOSSIER)
    endless["criteria"][0]["title"] = "interminable" * 40

    assert Paper(document("dossier", endless, AT)).pages


def test_a_slip_is_never_cut_by_the_end_of_a_page():
    many = {**CODES, "people": CODES["people"] * 4}

    pages = Paper(document("codes-de-connexion", many, AT)).pages

    assert [page.count("Une seule fois") for page in pages] == [
        page.count("choisissez « J’ai un code »") for page in pages
    ]
    assert sum(page.count("Une seule fois") for page in pages) == len(many["people"])
