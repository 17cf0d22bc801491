"""Statutes of each legal form, and every breach that can be made in them."""

from governance.statutes.findings import Severity
from tests.edge.texts import COOPERATIVE, POLE, edited, without

OCTIES, SEPTIES = "L47 art. 19 octies", "L47 art. 19 septies"
PLENARY = "Cass. ass. plén. 15/11/2024 n° 23-16.670"
_, LAW, PRACTICE, UNKNOWN = Severity

SA = edited(
    COOPERATIVE,
    ("form: SAS", "form: SA"),
    ("second_notice_days: {value: 8", "second_notice_days: {value: 10"),
    ("second_notice_days: {value: 8", "second_notice_days: {value: 10"),
    ("2 000 €", "18 500 €"),
)
SARL = edited(
    COOPERATIVE,
    ("form: SAS", "form: SARL"),
    ("second_notice_days: {value: 8", "second_notice_days: {value: 15"),
    ("second_notice_days: {value: 8", "second_notice_days: {value: 15"),
    ("base: {value: cast", "base: {value: all"),
    ("base: {value: cast", "base: {value: present"),
    ("abstention: {value: neutral", "abstention: {value: against"),
    ("abstention: {value: neutral", "abstention: {value: against"),
)
SARL_BEFORE_2005 = edited(
    SARL,
    ("first: {value: 1/3", "first: null # {"),
    ("second: {value: 1/4", "second: null # {"),
    ("threshold: {value: 2/3", "threshold: {value: 3/4"),
    ("base: {value: present", "base: {value: all"),
)
WITHOUT_COLLEGES = without("schemes", COOPERATIVE)

ON_THE_BOUND = edited(
    COOPERATIVE,
    ("nature: employee", "nature: producer"),
    ("weight: 20", "weight: 10"),
    ("weight: 40", "weight: 49"),
    ("weight: 15", "weight: 16"),
    ("{value: 2/3", "{value: 1"),
    ("years: {value: 3", "years: {value: 6"),
)

# by gravity and article: the breach, the file, the words on the line that is told, what is changed in the file
BREACHES = {
    (LAW, ""): [
        ("organ-twice", POLE, "least: 12", ("executive_committee", "board")),
        ("organ-twice", POLE, "- organ: board\n    c", ("schemes:", "schemes:\n  - organ: board")),
        ("id-twice", COOPERATIVE, "name: Bénévoles", ("{id: benevoles", "{id: structures")),
        ("id-twice", POLE, "id: createurs\n        name: Collège des s", ("- id: salaries", "- id: createurs")),
        ("more-than-all", COOPERATIVE, "5/4", ("first: {value: 1/4", "first: {value: 5/4")),
        ("more-than-all", COOPERATIVE, "value: 2,", ("fraction: {value: 1/20", "fraction: {value: 2")),
        ("more-than-all", COOPERATIVE, "paid_at", ("once: {value: 1/4", "once: {value: 2")),
        ("weights-not-100", POLE, "colleges:", *[("inconnu", "30")] * 4),
        ("quorum-without-colleges", WITHOUT_COLLEGES, "schemes:", ("{value: heads", "{value: weights")),
        ("majority-out-of-reach", COOPERATIVE, "value: 1,", ("threshold: {value: 1/2", "threshold: {value: 1")),
        ("share-without-value", COOPERATIVE, "nominal:", ("50 €", "0 €")),
        ("secret-of-what", COOPERATIVE, "secret:", ("[persons]", "[persons, budget]")),
        ("most-below-least", COOPERATIVE, "least: 6", ("most: 10", "most: 5")),
        ("no-such-month", COOPERATIVE, "month: 13", ("month: 6", "month: 13")),
    ],
    (LAW, OCTIES): [
        ("colleges-too-few", COOPERATIVE, "colleges:", ("deliberative", "advisory"), ("deliberative", "advisory")),
        ("weights-not-100", COOPERATIVE, "colleges:", ("weight: 20", "weight: 19")),
        ("weights-leave-no-room", COOPERATIVE, "colleges:", ("weight: 20", "weight: ~"), ("weight: 40", "weight: 51")),
        ("weight-below-10", COOPERATIVE, "29/3", ("weight: 20", "weight: 29/3")),
        ("weight-above-50", COOPERATIVE, "101/2", ("weight: 20", "weight: 101/2")),
        ("advisory-with-weight", COOPERATIVE, "weight: 20", ("deliberative", "advisory")),
        ("criteria-of-capital", COOPERATIVE, "Au prorata", ("Les salariés de", "Au prorata du capital, ceux de")),
        ("aggregation-not-said", COOPERATIVE, "aggregation", ("aggregation: {", "aggregation: null # {")),
    ],
    (PRACTICE, OCTIES): [
        ("colleges-too-few", POLE, "colleges:", ("deliberative", "advisory"), ("deliberative", "advisory")),
        ("weight-below-10", POLE, "weight: 5", ("inconnu", "5")),
        ("weight-above-50", POLE, "weight: 60", ("inconnu", "60")),
        ("weight-is-a-veto", COOPERATIVE, "weight: 50", ("weight: 40", "weight: 50"), ("weight: 20", "weight: 10")),
        ("criteria-of-capital", COOPERATIVE, "Sans égard", ("Les salariés de", "Sans égard au capital, ceux de")),
        ("weights-not-used", COOPERATIVE, "flat", ("proportional", "flat")),
        ("prorata-may-exceed-50", COOPERATIVE, "empty:", ("equal_", "prorata_")),
    ],
    (PRACTICE, ""): [
        ("tie-not-said", COOPERATIVE, "tie_in", ("proportional", "college_majority"), ("college: {", "college: ~ # {")),
        ("empty-not-said", COOPERATIVE, "empty:", ("empty: {", "empty: null # {")),
        ("silent-not-said", COOPERATIVE, "silent:", ("silent: {", "silent: null # {")),
        ("lost-weight-opposes", COOPERATIVE, "silent:", ("excluded_from_base", "lost")),
        ("quorum-base-not-said", COOPERATIVE, "base:", ("base: {value: heads", "base: null # {")),
        ("many-proxies", COOPERATIVE, "1/10", ("1/20", "1/10")),
        ("capital-of-sa", SA, "18 499", ("18 500", "18 499")),
    ],
    (UNKNOWN, ""): [
        ("weight-unknown", COOPERATIVE, "inconnu", ("weight: 20", "weight: inconnu")),
        ("meeting-not-said", POLE, "ordinary:"),
        ("notice-not-said", COOPERATIVE, "notice_days:", ("notice_days: {", "notice_days: null # {")),
        ("admission-not-said", POLE, "admission:"),
        ("proxies-not-said", without("proxies", COOPERATIVE), "proxies:"),
        ("capital-not-said", without("capital", COOPERATIVE), "capital:"),
        ("online-vote-not-said", without("online_vote", COOPERATIVE), "online_vote:"),
    ],
    (LAW, SEPTIES): [
        ("category-of-employees-missing", COOPERATIVE, "categories:", ("nature: employee", "nature: other")),
        ("category-of-beneficiaries-missing", COOPERATIVE, "categories:", ("nature: beneficiary", "nature: producer")),
        ("three-links-needed", COOPERATIVE, "categories:", ("nature: beneficiary", "nature: other")),
        ("public-bodies-above-half", COOPERATIVE, "3/5", ("imum: {value: 1/2", "imum: {value: 3/5")),
    ],
    (LAW, "L47 art. 6"): [("term-too-long", COOPERATIVE, "term_years:", ("years: {value: 3", "years: {value: 7"))],
    (LAW, "L47 art. 7"): [("admission-not-said", without("admission", COOPERATIVE), "admission:")],
    (LAW, "L47 art. 8"): [("assembly-each-year", COOPERATIVE, "y, least: 0", ("y, least: 1", "y, least: 0"))],
    (LAW, "L47 art. 12"): [("paid-too-little", COOPERATIVE, "paid_at", ("once: {value: 1/4", "once: {value: 1/5"))],
    (LAW, "L47 art. 13"): [("floor-too-low", COOPERATIVE, "floor_", ("tion: {value: 1/4", "tion: {value: 1/10"))],
    (LAW, "C.com R225-69"): [
        ("notice-missing", SA, "notice_days:", ("notice_days: {", "notice_days: null # {")),
        ("notice-too-short", SA, "value: 14", ("notice_days: {value: 15", "notice_days: {value: 14")),
        ("notice-too-short", SA, "value: 9", ("second_notice_days: {value: 10", "second_notice_days: {value: 9")),
    ],
    (LAW, "C.com R223-20"): [
        ("notice-too-short", SARL, "value: 14", ("notice_days: {value: 15", "notice_days: {value: 14")),
        ("notice-too-short", SARL, "value: 8", ("second_notice_days: {value: 15", "second_notice_days: {value: 8")),
    ],
    (LAW, "C.com L225-98"): [
        ("meeting-not-said", without("ordinary", SA), "ordinary:"),
        ("quorum-missing", SA, "first:", ("first: {value: 1/4", "first: null # {")),
        ("quorum-too-low", SA, "1/6", ("first: {value: 1/4", "first: {value: 1/6")),
        ("majority-not-more-than", SA, "threshold:", ("strict: true", "strict: false")),
        ("majority-base", SA, "value: present", ("base: {value: cast", "base: {value: present")),
        ("abstention-by-law", SA, "value: against", ("abstention: {value: neutral", "abstention: {value: against")),
    ],
    (LAW, "C.com L225-96"): [
        ("meeting-not-said", without("extraordinary", SA), "extraordinary:"),
        ("quorum-too-low", SA, "1/5", ("first: {value: 1/3", "first: {value: 1/5")),
        ("quorum-too-low", SA, "1/6", ("second: {value: 1/4", "second: {value: 1/6")),
        ("majority-too-low", SA, "3/5", ("threshold: {value: 2/3", "threshold: {value: 3/5")),
    ],
    (LAW, "C.com L223-29"): [
        ("majority-base", SARL, "value: cast", ("base: {value: all", "base: {value: cast")),
        ("majority-not-more-than", SARL, "2/5", ("threshold: {value: 1/2", "threshold: {value: 2/5")),
        ("abstention-by-law", SARL, "tion: {value: neu", ("tion: {value: against", "tion: {value: neutral")),
    ],
    (LAW, "C.com L223-30"): [
        ("quorum-missing", SARL_BEFORE_2005, "first: null", ("{value: 3/4", "{value: 7/10")),
        ("quorum-too-low", SARL, "1/5", ("first: {value: 1/3", "first: {value: 1/5")),
        ("majority-too-low", SARL, "3/5", ("threshold: {value: 2/3", "threshold: {value: 3/5")),
        ("majority-base", SARL, "value: cast", ("base: {value: present", "base: {value: cast")),
        ("unanimity-required", SARL, "value: 1,", ("threshold: {value: 2/3", "threshold: {value: 1")),
    ],
    (LAW, "C.com L227-9"): [("meeting-not-said", without("ordinary", COOPERATIVE), "ordinary:")],
    (LAW, "C.com L225-106"): [
        ("proxies-barred", SA, "least:", ("least: {value: 1", "least: {value: 0")),
        ("open-proxy-refused", SA, "open_proxy:", ("chair_with_board", "refused")),
    ],
    (LAW, "C.com L223-28"): [("proxies-barred", SARL, "least:", ("least: {value: 1", "least: {value: 0"))],
    (LAW, PLENARY): [
        ("majority-not-more-than", COOPERATIVE, "threshold:", ("strict: true", "strict: false")),
        ("majority-not-more-than", COOPERATIVE, "{value: 2/5", ("{value: 2/3", "{value: 2/5")),
    ],
    (PRACTICE, PLENARY): [
        ("abstention-for", COOPERATIVE, "value: for", ("abstention: {value: neutral", "abstention: {value: for")),
    ],
}  # fmt: skip
ROWS = [
    (key, gravity, article, edited(text, *changes), where)
    for (gravity, article), rows in BREACHES.items()
    for key, text, where, *changes in rows
]
