"""What the other documents say, for the same invented cooperative."""

from fractions import Fraction

from tests.documents.lives import LETTERS
from tests.documents.samples import ASSEMBLY, AT, CONVENED, COOPERATIVE, HEAD, MINUTES, NAMES
from web.assemblies.filled import drawn
from web.components import STEPS
from web.documents.contents import (
    Addressee,
    AttendanceSheet,
    Attendee,
    Dossier,
    Listing,
    Member,
    MembersRegister,
    Notes,
    Notice,
    Pinned,
    Powers,
    Proxy,
    Ruling,
    Sheets,
    SignInCodes,
    StatutesPaper,
    percent,
)
from web.documents.contents.forms import VotingForm
from web.documents.contents.project import ProjectReport
from web.documents.contents.roadmap import Roadmap
from web.documents.contents.solidity import Solidity
from web.pictures.frise import frise

AGENDA = MINUTES["agenda"]
COLLEGES = {
    "Salariés et producteurs": Fraction(100, 3),
    "Bénéficiaires": Fraction(25),
    "Collectivités publiques": Fraction(20),
    "Partenaires et soutiens": Fraction(65, 3),
}
ZOE: Addressee = {
    "name": "Zoé Œuvrard",
    "address": "Les Terres Neuves\n3 chemin de la Conserverie\n05400 Veynes",
    "college": "Salariés et producteurs",
}
RULES: list[Ruling] = [
    {
        "title": "Quorum",
        "text": "Au moins un cinquième des membres ayant le droit de vote, présents ou représentés.",
        "article": "article 19 des statuts",
    },
    {
        "title": "Pouvoirs",
        "text": "Un membre peut en porter un, en plus de sa propre voix. Un pouvoir sans nom est porté par "
        "la présidente, qui vote pour les résolutions proposées par le conseil et contre les autres.",
        "article": "article 22 des statuts",
    },
    {
        "title": "Vote en ligne",
        "text": "Depuis votre page, de l’ouverture à la clôture du scrutin. Le vote n’est pas secret.",
        "article": "article 23 des statuts",
    },
]

SHEETS: Sheets = {
    "cooperative": COOPERATIVE,
    "until": "2027-01-31",
    "signatory": "Zoé Œuvrard",
    "letters": [
        {
            "name": "Recyclerie de la Luye",
            "spoken_by": "Chloé Vitrolles",
            "email": "chloe@exemple.fr",
            "phone": "",
            "address": "",
            "seat": "4 rue du Forest d’Entrais\n05000 Gap",
            "code": "3F9A7-C215E",
        },
        {
            "name": ZOE["name"],
            "spoken_by": "",
            "email": "",
            "phone": "+33492000000",
            "address": ZOE["address"],
            "seat": "",
            "code": "0D1B2-44C0A",
        },
    ],
}

NOTICE: Notice = {
    "cooperative": COOPERATIVE,
    "assembly": ASSEMBLY,
    "convened": CONVENED,
    "recipient": ZOE,
    "delay": {"days": 17, "required": 15, "article": "article 17 des statuts", "excuse": ""},
    "agenda": AGENDA,
    "drafts": [
        {
            "number": resolution["number"],
            "title": resolution["title"],
            "scope": resolution["scope"],
            "presented": resolution["presented"],
            "text": resolution["text"],
            "majority": "Plus de la moitié des suffrages exprimés",
            "article": "article 20 des statuts",
        }
        for resolution in MINUTES["resolutions"]
    ],
    "rules": RULES,
    "documents": MINUTES["documents"],
    "where": "Ils peuvent être lus sur votre page personnelle, et au siège aux heures d’ouverture.",
    "signatory": {
        "role": "Pour le conseil d’administration,",
        "name": "Zoé Œuvrard",
        "capacity": "présidente",
    },
    "correction": "",
}


def _attendee(name: str, by: str = "", signed: str = "") -> Attendee:
    return {
        "name": name,
        "address": "3 chemin de la Conserverie, 05400 Veynes",
        "category": "Bénéficiaires",
        "shares": 2,
        "votes": 1,
        "by": by,
        "signed": signed,
    }


SHEET: AttendanceSheet = {
    "cooperative": COOPERATIVE,
    "assembly": ASSEMBLY,
    "colleges": [
        {
            "college": college,
            "advisory": False,
            "members": [
                _attendee(NAMES[0]),
                _attendee(NAMES[number + 1], by=NAMES[0] if number == 1 else ""),
                _attendee(NAMES[5], signed="À distance, émargée en ligne le 15/12/2026 à 17 h 58"),
            ],
        }
        for number, college in enumerate(COLLEGES)
    ],
    "proxies": 1,
    "postal": 0,
    "officers": MINUTES["officers"],
    "record": HEAD,
}

PROXY: Proxy = {
    "cooperative": COOPERATIVE,
    "assembly": ASSEMBLY,
    "giver": ZOE,
    "holder": "Naël d’Ascq-Vallée",
    "agenda": AGENDA,
    "rules": [
        {
            "title": "Plafond",
            "text": "Un seul pouvoir par personne, en plus de sa propre voix. Il est donné à un autre membre "
            "et compte dans le collège de qui le donne.",
            "article": "article 22 des statuts",
        },
        {
            "title": "Reprise",
            "text": "Il se reprend dans la même forme, ou en venant soi-même.",
            "article": "C.com art. R225-79",
        },
    ],
    "reply": "À rendre avant l’ouverture de la séance : 12 rue Carnot, 05000 Gap, ou sur votre page.",
}


POWERS: Powers = {
    "cooperative": COOPERATIVE,
    "assembly": ASSEMBLY,
    "agenda": AGENDA,
    "rules": PROXY["rules"],
    "powers": [{"giver": ZOE, "code": "ABCDEFG2", "svg": drawn("ABCDEFG2")}] * 2,
}


def blank_proxy() -> Proxy:
    return {**PROXY, "giver": None, "holder": ""}


def _member(number: int) -> Member:
    organisation = number % 4 == 0
    return {
        "number": number,
        "name": f"Association des jardins no {number}" if organisation else NAMES[number % len(NAMES)],
        "representative": "Inès de la Tour" if organisation else "",
        "category": ("Salariés", "Bénéficiaires", "Autres")[number % 3],
        "address": f"{number} chemin de la Conserverie, 05400 Veynes",
        "since": ("2019", "2020-11", "2021-03-01")[number % 3],
        "until": "2025-06-30" if number % 17 == 5 else "",
        "shares": 1 + number % 9,
        "paid": 2550 * (1 + number % 9),
    }


def register(members: int) -> MembersRegister:
    """So many members, in the four collèges and a fifth without anybody."""
    everyone = [_member(number) for number in range(1, members + 1)]
    colleges: MembersRegister = {
        "cooperative": COOPERATIVE,
        "on": "2026-12-01",
        "known": "2026-12-15T21:04+01:00",
        "colleges": [
            {"college": college, "weight": percent(weight), "members": everyone[place::4]}
            for place, (college, weight) in enumerate(COLLEGES.items())
        ],
        "record": HEAD,
    }
    colleges["colleges"].append({"college": "Personnes ressources", "weight": None, "members": []})
    return colleges


DOSSIER: Dossier = {
    "cooperative": COOPERATIVE,
    "label": "French Impact",
    "caution": "Modèle 2018, appel clos à notre connaissance.",
    "since": "2026-01-01",
    "day": "2026-12-15",
    "left_out": 2,
    "criteria": [
        {
            "code": "T1",
            "title": "Un territoire pertinent pour les acteurs",
            "state": "proved",
            "comment": "Trois communes de plus ont délibéré à l’été ; leurs lettres suivent.",
            "explanation": "Le territoire est délimité et ses communes sont nommées.",
            "pieces": [
                {
                    "title": "Délibération du département",
                    "day": "2019-03",
                    "position": 412,
                    "file": "pieces/deliberation-2019-03.pdf",
                    "digest": "7f" * 32,
                },
                {
                    "title": "Enquête auprès de 310 établissements",
                    "day": "2018-11-06",
                    "position": 87,
                    "file": "pieces/enquete.csv",
                    "digest": "0a1b2c3d" * 8,
                },
            ],
            "missing": [],
        },
        {
            "code": "T4",
            "title": "Une gouvernance claire",
            "state": "partly",
            "comment": "",
            "explanation": "Les statuts et les mandats sont au registre.",
            "pieces": [
                {
                    "title": "Statuts, version 2",
                    "day": "2024-06-01",
                    "position": 903,
                    "file": "pieces/statuts.yaml",
                    "digest": "deadbeef" * 8,
                }
            ],
            "missing": ["Procès-verbal de la dernière assemblée, signé", "Lettre d’engagement de l’UDESS 05"],
        },
        {
            "code": "T5",
            "title": "Un engagement à partager l’expérience",
            "state": "missing",
            "comment": "",
            "explanation": "",
            "pieces": [],
            "missing": ["Compte rendu d’une visite ou d’une formation donnée"],
        },
    ],
    "figures": [
        {
            "name": "Structures membres",
            "value": "10",
            "definition": "Personnes morales membres au jour dit, comptées une fois",
            "day": "2026-12-15",
            "position": 1248,
            "base": "12 membres",
        },
        {
            "name": "Taux de réponse à l’enquête",
            "value": "28/310 (9,0 %)",
            "definition": "Établissements ayant répondu, rapportés aux établissements interrogés",
            "day": "2018-11",
            "position": 87,
            "base": "310 établissements",
        },
    ],
    "people": [
        {
            "field": "name",
            "words": "Maëlys O’Brien",
            "position": 12,
            "purpose": "Représentante légale, rubrique 2 du formulaire",
            "ground": "duty",
            "basis": "décret 2015-431, art. 4",
        }
    ],
    "record": HEAD,
}

CODES: SignInCodes = {
    "cooperative": COOPERATIVE,
    "site": "palabre.coop05.example",
    "until": "2026-12-15T18:00+01:00",
    "help": "Besoin d’aide ? Secrétariat : 04 92 00 00 00.",
    "people": [
        {"name": name, "college": college, "code": f"{3571 + number * 7}-{2468 + number * 9}-{1193 + number}"}
        for number, (name, college) in enumerate(zip(NAMES, [*COLLEGES, *COLLEGES], strict=False))
    ],
}

LISTING: Listing = {
    "cooperative": COOPERATIVE,
    "title": "Membres au 1er décembre 2026",
    "said": "Collège Bénéficiaires",
    "at": "2026-12-15T21:04+01:00",
    "columns": [
        {"title": "Nom", "counted": False, "width": 3},
        {"title": "Versé", "counted": True, "width": 1},
    ],
    "rows": [[name, f"{20 * number},00\u00a0€"] for number, name in enumerate(NAMES)],
}

RULES: StatutesPaper = {
    "cooperative": COOPERATIVE,
    "title": "Les règles des statuts",
    "said": "Version en vigueur depuis le 1er décembre 2018.",
    "sections": [
        {
            "title": f"Titre {title}",
            "lines": [
                {
                    "label": f"Règle {number}",
                    "value": "1/4 (25 %)",
                    "article": f"{title}.{number}",
                    "quote": "",
                    "applied": number > 1,
                }
                for number in range(1, 11)
            ],
        }
        for title in range(1, 9)
    ],
    "remarks": [{"weight": "à réfléchir", "sentence": "Est-ce voulu ?", "article": "L47 art. 13"}],
    "reader": "l’URSCOP, 1er février 2019",
}

SOLID: Solidity = {
    "cooperative": COOPERATIVE,
    "title": ASSEMBLY["title"],
    "window": "Contestable jusqu’au 15 décembre 2028 : 2 ans à compter du 15 décembre 2026.",
    "article": "C. civ., art. 1844-14",
    "judge": "Le juge n’annule que si l’irrégularité a lésé qui s’en plaint.",
    "flaws": [
        {
            "what": "L’urne contenait plus de bulletins que de votants.",
            "about": "Approuver les comptes",
            "reason": "",
            "article": "C. com., art. R225-95",
            "effect": "2 voix au plus",
            "ground": "La loi elle-même : une nullité est possible.",
        }
    ],
    "votes": [
        {
            "title": "Approuver les comptes",
            "outcome": "adoptée",
            "margin": "12 voix",
            "effect": "2 voix",
            "influence": "ne peut avoir changé le résultat",
            "safe": True,
        }
    ],
    "missing": ["Le procès-verbal n’est pas établi."],
    "record": HEAD,
}

CASE = {
    **{name: SHEET[name] for name in ("cooperative", "assembly", "colleges", "officers")},
    "quorums": [
        {
            "scope": "À titre ordinaire :",
            "said": "il faut 30 personnes, présentes ou représentées, sur 146.",
            "article": "art. 21.1 des statuts",
        }
    ],
    "power": PROXY,
    "blank_powers": 2,
    "cards": [{"name": "Zoé Œuvrard", "college": "Salariés et producteurs", "votes": 2}],
    "resolutions": [
        {"number": 1, "title": "Approuver les comptes", "text": "Les comptes sont approuvés.", "persons": True}
    ],
    "entitled": 146,
}

FORM: VotingForm = {
    "cooperative": COOPERATIVE,
    "assembly": ASSEMBLY,
    "resolutions": [
        {"number": one["number"], "title": one["title"], "text": one["text"]} for one in MINUTES["resolutions"]
    ],
    "secret": ["Élire deux membres du conseil"],
    "rules": [{"title": "Retour", "text": "Signé, reçu le 13 décembre 2026 au plus tard.", "article": "art. 23"}],
}

ROADMAP: Roadmap = {
    "cooperative": COOPERATIVE,
    "title": "Feuille de route, 2026",
    "said": "Telle qu’elle était le 15 décembre 2026.",
    "roads": [
        {
            "title": "Une SCIC du département",
            "picture": {"svg": str(frise(STEPS, AT.date(), width=1500)), "alt": "Une SCIC du département"},
            "rows": [
                {
                    "title": "Pôle territorial",
                    "state": "reporté",
                    "on": "octobre 2026",
                    "waits": "SCIC d’au moins dix structures",
                    "conditions": "7 sur 10 structures",
                    "moves": "Deux structures hésitent.",
                }
            ],
        }
    ],
}

PINNED: Pinned = {
    "cooperative": COOPERATIVE,
    "title": "Besoins et offres",
    "asks": "Besoins",
    "answers": "Offres",
    "pages": [
        {
            "axis": axis,
            "asked": [{"title": "Une sono pour le bal", "more": "Les Enfants du pays · Brout-Vernet"}] * asked,
            "asked_more": 3,
            "answering": [{"title": "Sonorisation de 500 W", "more": ""}],
            "answering_more": 0,
        }
        for axis, asked in (("Matériel", 14), ("Locaux", 0))
    ],
}

NOTES: Notes = {
    "cooperative": COOPERATIVE,
    "title": "Faites des possibles",
    "colours": [
        {"meaning": "Court terme (rose)", "tint": "#fbe4ec", "each": 3},
        {"meaning": "Long terme (jaune)", "tint": "#fdf5d2", "each": 1},
    ],
}

PROJECT: ProjectReport = {
    "cooperative": COOPERATIVE,
    "closing": "2025-12-31",
    "law": "Loi 47-1775 du 10 septembre 1947, art. 19 terdecies",
    "sections": [
        {
            "title": "L’évolution du sociétariat",
            "lines": ["Entrées dans l’exercice : 4 (membres un an avant : 38)."],
            "tables": [
                {
                    "title": "Associés par catégorie",
                    "heads": ["Catégorie", "Au début", "Entrées", "Sorties", "À la fin"],
                    "rows": [["Bénéficiaires", "12", "3", "1", "14"]],
                }
            ],
            "words": "Deux communes nous ont rejoints.\n\nUne autre y pense.",
            "missing": [],
        },
        {"title": "L’impact", "lines": [], "tables": [], "words": "", "missing": ["L’analyse : le conseil."]},
    ],
    "figures": DOSSIER["figures"],
    "at": DOSSIER["record"]["at"],
}

SAMPLES = {
    "proces-verbal": MINUTES,
    "convocation": NOTICE,
    "feuille-de-presence": SHEET,
    "pouvoir": PROXY,
    "pouvoirs": POWERS,
    "registre-des-membres": register(60),
    "dossier": DOSSIER,
    "codes-de-connexion": CODES,
    "liste": LISTING,
    "mise-a-jour": SHEETS,
    "lettre": LETTERS,
    "statuts": RULES,
    "solidite": SOLID,
    "mallette": CASE,
    "formulaire-de-vote": FORM,
    "a-afficher": PINNED,
    "post-it": NOTES,
    "feuille-de-route": ROADMAP,
    "projet-cooperatif": PROJECT,
}
