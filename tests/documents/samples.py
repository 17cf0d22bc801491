"""Contents to print: a cooperative of the Hautes-Alpes whose members are invented."""

from copy import deepcopy
from datetime import UTC, datetime
from fractions import Fraction

from web.documents.contents import (
    Assembly,
    CollegeResult,
    Convened,
    Head,
    Legal,
    Minutes,
    Present,
    Quorum,
    Resolution,
    Role,
    percent,
)
from web.pictures.result import CollegeVoices, Outcome, result_by_college

AT = datetime(2026, 12, 15, 20, 5, tzinfo=UTC)

COOPERATIVE: Legal = {
    "name": "La coopérative départementale des Hautes-Alpes",
    "form": "Société coopérative d’intérêt collectif par actions simplifiée, à capital variable",
    "seat": "12 rue Carnot, 05000 Gap",
    "registration": "RCS Gap 901 234 567",
    "funders": "",
    "demonstration": False,
}
DEMONSTRATION: Legal = {**COOPERATIVE, "demonstration": True}

ASSEMBLY: Assembly = {
    "title": "Assemblée générale ordinaire annuelle",
    "call": 1,
    "at": "2026-12-15T18:00+01:00",
    "place": "Salle des fêtes, place de la Mairie, 05200 Embrun",
    "remote": "Visioconférence, lien personnel donné par la convocation",
}
CONVENED: Convened = {
    "by": "le conseil d’administration",
    "on": "2026-11-28",
    "how": "par courrier électronique à chaque associé",
    "article": "article 17 des statuts",
}
HEAD: Head = {
    "position": 1248,
    "root": "9f3ac1b2776e04d5a8f1c2e39b60d7481e5fa90c3b7d2468ace013579bdf0246",
    "at": "2026-12-15T21:04+01:00",
}
CHAIR: Role = {"role": "Présidente de séance", "name": "Zoé Œuvrard", "capacity": "présidente du conseil"}
TELLERS: list[Role] = [
    {"role": "Scrutateur", "name": "Naël d’Ascq-Vallée", "capacity": "collège Salariés"},
    {"role": "Scrutatrice", "name": "Maëlys O’Brien", "capacity": "collège Bénéficiaires"},
]
SECRETARY: Role = {"role": "Secrétaire de séance", "name": "محمد السعيد", "capacity": "secrétaire"}

STEPS = [
    "12 membres ont le droit de vote au jour de l’assemblée.",
    "Au moins un cinquième de 12, soit 2,4 : il faut 3 membres présents ou représentés.",
    "8 présents, 1 à distance et 1 représentée : 10 membres réunis, et 10 ≥ 3.",
]
QUORUM: Quorum = {
    "scope": "à titre ordinaire",
    "article": "article 19 des statuts",
    "base": "12 membres",
    "required": "3",
    "reached": "10",
    "met": True,
    "steps": STEPS,
    "left_open": [
        {
            "question": "Les statuts ne disent pas si le quorum se compte en personnes ou en poids.",
            "agreed": False,
            "answers": ["les personnes : quorum atteint", "les poids des collèges : quorum non atteint"],
        }
    ],
}


def _present(college: str, members: int, present: int, remote: int, represented: int, by_form: int = 0) -> Present:
    votes = present + remote + represented + by_form
    return {
        "college": college,
        "advisory": False,
        "members": members,
        "present": present,
        "remote": remote,
        "represented": represented,
        "by_form": by_form,
        "votes": votes,
    }


ATTENDANCE = [
    _present("Salariés et producteurs", 3, 2, 0, 1),
    _present("Bénéficiaires", 4, 3, 0, 0),
    _present("Collectivités publiques", 2, 1, 1, 0),
    _present("Partenaires et soutiens", 3, 2, 0, 0),
]


def _result(college: str, weight: int, in_favour: int, against: int, abstention: int = 0) -> CollegeResult:
    cast = in_favour + against
    return {
        "college": college,
        "advisory": False,
        "weight": percent(Fraction(weight)),
        "entitled": cast + abstention,
        "in_favour": in_favour,
        "against": against,
        "abstention": abstention,
        "blank": 0,
        "void": 0,
        "not_taking_part": 0,
        "weight_in_favour": percent(Fraction(weight * in_favour, cast)),
        "weight_against": percent(Fraction(weight * against, cast)),
    }


def _voices(row: CollegeResult, weight: int) -> CollegeVoices:
    cast = row["in_favour"] + row["against"]
    brings = Fraction(weight * row["in_favour"], cast)
    return CollegeVoices(
        row["college"], row["in_favour"], row["against"], row["abstention"], 0, Fraction(weight), brings
    )


RESULTS = [
    _result("Salariés et producteurs", 40, 2, 1),
    _result("Bénéficiaires", 25, 1, 2),
    _result("Collectivités publiques", 20, 1, 0, abstention=1),
    _result("Partenaires et soutiens", 15, 1, 1),
]
VOICES = [_voices(row, weight) for row, weight in zip(RESULTS, (40, 25, 20, 15), strict=True)]
DRAWN = result_by_college(Outcome(VOICES, Fraction(5, 8), Fraction(1, 2), strict=True, adopted=True), width=520)

ACCOUNTS: Resolution = {
    "number": 1,
    "title": "Approbation des comptes de l’exercice 2025",
    "scope": "ordinaire",
    "presented": "présentée par le conseil",
    "text": "L’assemblée générale, après avoir entendu le rapport de gestion et le rapport sur le projet "
    "coopératif, approuve les comptes de l’exercice clos le 31 décembre 2025 tels qu’ils lui sont présentés."
    "\n\nElle donne quitus de leur gestion aux membres du conseil d’administration.",
    "debates": "Plusieurs membres demandent le détail des loyers : la trésorière renvoie à l’annexe.",
    "method": "Chaque collège porte son poids en proportion de ses suffrages exprimés (article 21).",
    "results": RESULTS,
    "deduced": False,
    "counted": ["Urnes dépouillées par Naël d’Ascq-Vallée et Maëlys O’Brien (scrutateurs)."],
    "rounds": [],
    "total_in_favour": percent(Fraction(125, 2)),
    "total_against": percent(Fraction(75, 2)),
    "steps": [
        "Salariés et producteurs : 40 × 2/3 = 80/3 pour, 40 × 1/3 = 40/3 contre.",
        "Bénéficiaires : 25 × 1/3 = 25/3 pour, 25 × 2/3 = 50/3 contre.",
        "Collectivités publiques : 20 × 1/1 = 20 pour. L’abstention n’est pas un suffrage exprimé.",
        "Partenaires et soutiens : 15 × 1/2 = 15/2 pour et autant contre.",
        "Ensemble : 125/2 pour, 75/2 contre ; 125/2 est plus de la moitié de 100.",
    ],
    "left_open": [],
    "open_proxies": "",
    "amendments": "",
    "picture": {"svg": DRAWN, "alt": "62,5 % pour, 37,5 % contre ; le seuil est la moitié."},
    "majority": "62,5 % pour : plus de la moitié des suffrages exprimés",
    "article": "article 20 des statuts",
    "outcome": "adopted",
    "decision": "2026-07",
}
GARDEN: Resolution = {
    "number": 2,
    "title": 'Ouverture d’une "conserverie" partagée 🌻 à Veynes',
    "scope": "ordinaire",
    "presented": "présentée par le conseil",
    "text": "L’assemblée générale décide d'ouvrir une conserverie partagée « à l’essai » pendant 18 mois !",
    "debates": "",
    "method": "Une personne, une voix.",
    "results": [
        {
            "college": "Ensemble des membres",
            "advisory": False,
            "weight": None,
            "entitled": 10,
            "in_favour": 4,
            "against": 4,
            "abstention": 0,
            "blank": 1,
            "void": 1,
            "not_taking_part": 0,
            "weight_in_favour": None,
            "weight_against": None,
        }
    ],
    "deduced": True,
    "counted": ["À main levée : 10 voix dans la salle, 4 contre comptées, 4 pour déduites."],
    "rounds": [],
    "total_in_favour": None,
    "total_against": None,
    "steps": ["8 suffrages exprimés : 4 pour, 4 contre. 4 n’est pas plus de la moitié de 8."],
    "left_open": [],
    "open_proxies": "",
    "amendments": "",
    "picture": None,
    "majority": "4 pour sur 8 : il fallait plus de la moitié des suffrages exprimés",
    "article": "article 20 des statuts",
    "outcome": "rejected",
    "decision": "",
}
NAMES = ["Zoé Œuvrard", "Naël d’Ascq-Vallée", "Maëlys O’Brien", "محمد السعيد", "Inès 🌻 de la Tour", "王小明"]

MINUTES: Minutes = {
    "cooperative": COOPERATIVE,
    "assembly": ASSEMBLY,
    "closed": "2026-12-15T20:45+01:00",
    "convened": CONVENED,
    "agenda": [
        "Rapport de gestion et rapport sur le projet coopératif",
        "Approbation des comptes de l’exercice 2025",
        "Ouverture d’une conserverie partagée à Veynes",
        "Questions diverses",
    ],
    "officers": [CHAIR, *TELLERS, SECRETARY],
    "attendance": ATTENDANCE,
    "participants": [
        {
            "name": name,
            "college": ATTENDANCE[number % 4]["college"],
            "how": "représentée" if number == 2 else "présent·e",
            "by": "Zoé Œuvrard" if number == 2 else "",
            "votes": 1,
        }
        for number, name in enumerate(NAMES)
    ],
    "consultation": None,
    "unread": "Règles non relues : personne n’a comparé ces calculs avec le texte.",
    "quorums": [QUORUM],
    "documents": [
        "Comptes de l’exercice 2025 : bilan, compte de résultat, annexe",
        "Rapport de gestion",
        "Rapport sur le projet coopératif (évolution du sociétariat, décret no 2015-1381)",
        "Feuille de présence et un pouvoir, annexés",
    ],
    "debates": "La présidente rappelle que la coopérative réunit dix structures depuis le mois de juin : "
    "c’était le premier jalon de la feuille de route.\n\nLes membres souhaitent un point chaque trimestre.",
    "deficiency": None,
    "resolutions": [ACCOUNTS, GARDEN],
    "irregularities": [
        {
            "what": "Un pouvoir a été admis au-delà du plafond d’un pouvoir par membre",
            "article": "article 22 des statuts",
            "effect": "une voix du collège Salariés et producteurs ; la résolution 1 serait encore adoptée",
        }
    ],
    "incidents": [
        {"at": "2026-12-15T19:10+01:00", "what": "Plus de son.", "effect": "La séance a attendu dix minutes."}
    ],
    "signatories": [CHAIR, *TELLERS, SECRETARY],
    "errata": ["Décision n° 7, le 3 janvier 2027 : lire « 18 mois ». Motif : faute de frappe"],
    "record": HEAD,
}


def deficient() -> Minutes:
    """The same assembly, where too few came."""
    minutes = deepcopy(MINUTES)
    minutes["attendance"] = [
        _present("Salariés et producteurs", 3, 1, 0, 0),
        _present("Bénéficiaires", 4, 1, 0, 0),
        _present("Collectivités publiques", 2, 0, 0, 0),
        _present("Partenaires et soutiens", 3, 0, 0, 0),
    ]
    minutes["quorums"] = [
        {
            **QUORUM,
            "reached": "2",
            "met": False,
            "steps": [*STEPS[:2], "2 présents : 2 < 3, le quorum n’est pas atteint."],
        }
    ]
    minutes["deficiency"] = {
        "article": "C.com art. R225-107",
        "next": "2027-01-05T18:00+01:00",
        "place": "même lieu",
    }
    minutes["resolutions"], minutes["irregularities"], minutes["participants"] = [], [], []
    minutes["debates"] = ""
    return minutes


def consulted() -> Minutes:
    """The same resolutions, asked in writing."""
    minutes = deepcopy(MINUTES)
    minutes["officers"], minutes["attendance"], minutes["participants"] = [], [], []
    minutes["signatories"] = [{"role": "Pour la gérance", "name": "", "capacity": ""}]
    minutes["consultation"] = {
        "opened": "2026-11-28T09:00+01:00",
        "until": "2026-12-15T20:00+01:00",
        "article": "article 25 des statuts",
        "turnout": [{"college": "Bénéficiaires", "advisory": False, "members": 4, "answered": 2}],
        "numbers": [1, 2],
        "answers": [
            {"name": NAMES[0], "college": "Bénéficiaires", "by": "", "choices": ["Pour", "Contre"]},
            {"name": NAMES[1], "college": "Bénéficiaires", "by": NAMES[0], "choices": ["Pour", ""]},
        ],
    }
    return minutes
