"""The votes among the worked examples: a file and what changes in it, what its page says, what is counted from it."""


def by(aggregation: str) -> tuple[str, str]:
    return "aggregation: proportional", f"aggregation: {aggregation}"


ARTICLES = '\n  college_threshold: {value: 3/5, article: "17"}\n  colleges_for: {value: 3, article: "18"}'
NEUTRAL = ("value: for,", "value: neutral,")
SILENT = ("  silent: lost\n", "")
BOARD = [
    ("scheme: {}", "scheme: {organ: board}\nchair_for: true"),
    ("majority: null # la loi de la forme", "majority: {threshold: 1/2, strict: true, base: present}"),
]
AGAIN = [("kind: ordinary", "kind: ordinary\nsecond_call: true"), ("for: 18, against: 2", "for: 11, against: 9")]
HEADS = ["au moins 1/2 de 871, soit 436. Présents ou représentés : 163. Le quorum n’est pas atteint."]
WEIGHTS = ["215058215/4203486 (51,2 %)", "Le quorum est atteint."]
VOTES = [
    ("e01", [], ["pour : 17198/297 (57,9 %)", "Adopté"], {"for": "17198/297", "adopted": True}),
    ("e01", [by("college_majority")], ["pour : 30 %", "Rejeté"], {"for": "30", "against": "70", "adopted": False}),
    ("e01", [by("flat")], ["pour : 63 ; contre : 57", "Adopté"], {"for": "63", "against": "57", "adopted": True}),
    ("e02", [], ["pour : 293/6 (48,8 %)", "Rejeté"], {"for": "293/6", "against": "307/6", "adopted": False}),
    ("e02", [by("college_majority")], ["à égalité", "Rejeté"], {"for": "50", "against": "50", "adopted": False}),
    ("e02", [by("flat")], ["pour : 69 ; contre : 92", "Rejeté"], {"for": "69", "against": "92", "adopted": False}),
    ("e03", [], ["a – pour : 15 ; contre : 5 ; base : 20. 3/4 (75 %) de la base dépasse 3/5 (60 %)"], {"for": "75"}),
    ("e03", [NEUTRAL], ["2/3 (66,7 %) de la base dépasse 3/5 (60 %)", "Adopté"], {"for": "75", "adopted": True}),
    ("e03b", [], ["3/4 (75 %) de la base dépasse 3/5 (60 %)", "Adopté"], {"for": "75", "adopted": True}),
    (
        *("e03b", [NEUTRAL], ["7/12 (58,3 %) de la base, ne dépasse pas", "vote une deuxième fois", "deuxième tour"]),
        {"adopted": False, "second_round": ["a"]},
    ),
    ("e04", [], ["pour : 42 %", "Rejeté"], {"for": "42", "base": "100", "adopted": False}),
    ("e04", [("lost", "excluded_from_base")], ["14/25 (56 %)", "Adopté"], {"ratio": "14/25", "adopted": True}),
    (
        *("e04", [("lost", "equal_redistribution")], ["145/3 (48,3 %)", "100/3 (33,3 %)", "55/3 (18,3 %)", "Adopté"]),
        {"for": "109/2", "adopted": True},
    ),
    (
        *("e05", [], ["a passe de 40 % à 50 %, le plafond légal d’un collège", "250/7 (35,7 %)", "100/7 (14,3 %)"]),
        {"for": "390/7", "adopted": True},
    ),
    (
        *("e06b", [], ["salaries – membres : 2, quand il en faut 3", "garants passe de 45 % à 50 %", "100/3 (33,3 %)"]),
        {"for": "650/9", "against": "250/9"},
    ),
    (
        *("e07", [], ["Collèges qui ont des membres : 2", "pour : 21 ; contre : 6", "adoptée"]),
        {"aggregation": "flat", "for": "21", "against": "6", "adopted": True},
    ),
    ("e08", [], ["à égalité", "Ensemble : 50 % pour", "Rejeté"], {"for": "50", "against": "50", "adopted": False}),
    ("e09", [], ["2/3 (66,7 %) de la base", "Adopté"], {"for": "200/3", "against": "100/3", "adopted": True}),
    ("e11", [], HEADS, {"quorum": ("436", "163", False)}),
    ("e11", [("base: heads", "base: weights")], WEIGHTS, {"quorum": ("50", "215058215/4203486", True)}),
    ("e13", [], ["11/17 (64,7 %) de la base", "Rejeté"], {"ratio": "11/17", "adopted": False}),
    ("e13", [("SARL", "SA")], ["22/31 (71,0 %) de la base", "Adopté"], {"ratio": "22/31", "adopted": True}),
    ("e14", [], ["à égalité : il n’y a pas de majorité", "Rejeté"], {"adopted": False}),
    ("e14", BOARD, ["Adopté", "art. L. 225-37"], {"adopted": True}),
    (
        *("e15", [], ["32759/71214 (46,0 %), mais aucune clause", "Rejeté il faut plus de 50 %"]),
        {"ratio": "32759/71214", "by_clause": True, "by_law": False, "adopted": False},
    ),
    ("e16", [], ["soit au moins 23 pour", "Rejeté"], {"need": "23", "adopted": False}),
    ("e16", AGAIN, ["Deuxième consultation", "11/20 (55 %) de la base", "Adopté"], {"ratio": "11/20", "adopted": True}),
    (
        "e04",
        [by("flat" + ARTICLES)],
        ["pour : 21 ; contre : 19 ; base : 40.", "adoptée"],
        {"for": "21"},
    ),
    ("e04", [by("proportional" + ARTICLES)], ["Ses 40 % donnent 24 % pour et 16 % contre.", "rejetée"], {"for": "42"}),
    (
        *("e04", [by("college_majority" + ARTICLES)], ["Le collège est pour, de tout son poids : 40 %.", "adoptée"]),
        {"for": "65", "adopted": True},
    ),
    (
        *("e04", [by("college_threshold" + ARTICLES)], ["Le plus fort, 3/5 (60 %) de la base, ne dépasse pas 3/5"]),
        {"second_round": ["a", "b"]},
    ),
    ("e04", [by("double_majority" + ARTICLES)], ["Collèges favorables : 2. Il en faut au moins 3"], {"adopted": False}),
]
