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
WHOLE = (
    COOPERATIVE
    + """
form_effective_from: 2018-12-01
ratification: {value: assembly, article: "13"}
rejection_reported: {value: true, article: "13"}
loss:
  auto_causes: {value: [employment_ended, absence], article: "14"}
  absence_n_ago: {value: 3, article: "14"}
  exclusion:
    organ: {value: assembly, article: "15"}
    majority: {threshold: {value: 2/3, article: "22.2"}, strict: false, base: {value: cast, article: "22.2"}}
    notice_days: {value: 15, article: "15"}
    price: {value: 50 €, article: "15"}
agenda_request: {fraction: {value: 1/20, article: "20.2"}, deadline_days: {value: 25, article: "20.2"}}
remote: {postal: {value: true, article: "23"}, form_cutoff_days: {value: 3, article: "23"}}
secret_on_request: {value: 1/4, article: "24"}
board:
  least: {value: 5, article: "25"}
  most: {value: 12, article: "25"}
  seats:
    - {college: salaries, least: 1, most: 3, article: "25"}
    - {college: structures, least: 2, most: 6, article: "25"}
    - {college: benevoles, least: 1, most: 3, article: "25"}
  renewal: {value: thirds, article: "25"}
  quorum: {value: 1/2, article: "26"}
appropriation:
  legal_reserve: {value: 3/20, article: "30"}
  statutory_reserve: {value: 1/2, article: "30"}
audit: {period_years: {value: 5, article: "31"}, triggers: {value: [three_losses], article: "31"}}
printed:
  numbering: ["8", "9", "10", "11", "12", "13", "14", "15", "16", "18", "19", "20", "21", "22", "23", "24", "25", "26",
    "30", "31"]
  cites:
    - {text: loi n° 47-1775 du 10 septembre 1947, article: "31"}
  signed: 2018-12-01
  created: 2019-01-15
"""
)
WHOLE_SA = edited(
    WHOLE,
    ("form: SAS", "form: SA"),
    ("second_notice_days: {value: 8", "second_notice_days: {value: 10"),
    ("second_notice_days: {value: 8", "second_notice_days: {value: 10"),
    ("2 000 €", "18 500 €"),
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

MONTHS = '\n  floor_months: {value: 36, article: "9"}'
STATED = '\n  stated: {value: 28 800 €, article: "9"}\n  founding: [{name: A, shares: 14, nominal: 100 €}]'
THRESHOLD = ("aggregation: {value: proportional", "aggregation: {value: college_threshold")
SMALL = ("        weight: 15", "        weight: 15\n        min_members: 3")


SUSPENDED = '\n  vote_suspended_days: {value: %s, article: "10"}'


def joining(into):
    """A collège of three members at least, or it joins another."""
    return "        weight: 15", f"        weight: 15\n        min_members: 3\n        merge_into: {into}"


def beside_tie(clause):
    return "    tie_in", f'    {clause}, article: "18"}}\n    tie_in'


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
        ("more-than-all", WHOLE, "value: 3/2", ("request: {value: 1/4", "request: {value: 3/2")),
        ("more-than-all", WHOLE, "value: 3/2", ("{fraction: {value: 1/20", "{fraction: {value: 3/2")),
        ("more-than-all", WHOLE, "statutory_", ("statutory_reserve: {value: 1/2", "statutory_reserve: {value: 3/2")),
        ("more-than-all", WHOLE, "value: 3/2", ("quorum: {value: 1/2", "quorum: {value: 3/2")),
        ("more-than-all", WHOLE, "cap_per", ("capital:", "capital:\n  cap_per_member: {value: 3/2, article: \"9\"}")),
        ("most-below-least", WHOLE, "most: {", ("most: {value: 12", "most: {value: 4")),
        ("most-below-least", WHOLE, "most: 1,", ("least: 2, most: 6", "least: 2, most: 1")),
        ("seats-do-not-fit", WHOLE, "seats:", ("least: {value: 5", "least: {value: 13"), ("value: 12", "value: 18")),
        ("seats-do-not-fit", WHOLE, "seats:", ("value: 12", "value: 3"), ("least: {value: 5", "least: {value: 3")),
        ("college-unknown", WHOLE, "{college: salari", ("{college: salaries", "{college: salarie")),
        ("college-unknown", COOPERATIVE, "merge_into", joining("personne")),
        ("college-unknown", COOPERATIVE, "merge_into", joining("benevoles")),
        ("term-of-nothing", COOPERATIVE, "term_years", ("years: {value: 3", "years: {value: 0")),
        ("nominal-not-uniform", COOPERATIVE, "{id: salaries", ("min_shares: 1,", "min_shares: 1, nominal: 100 €,")),
        ("threshold-not-said", COOPERATIVE, "- organ: assembly", THRESHOLD),
        ("threshold-out-of-reach", COOPERATIVE, "2/5", THRESHOLD, beside_tie("college_threshold: {value: 2/5")),
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
        ("weight-above-50", COOPERATIVE, "merge_into", joining("structures")),
    ],
    (PRACTICE, "C.civ 1844"): [
        ("advisory-members-without-vote", COOPERATIVE, "voice: advisory", ("deliberative", "advisory")),
        ("vote-suspended-without-law", SARL, "suspended", ("capital:", "capital:" + SUSPENDED % 30)),
    ],
    (LAW, "C.com R228-26"): [
        ("vote-suspended-too-early", COOPERATIVE, "suspended", ("capital:", "capital:" + SUSPENDED % 15)),
    ],
    (PRACTICE, "C.com R228-26"): [
        ("vote-suspended-later", SA, "suspended", ("capital:", "capital:" + SUSPENDED % 60)),
    ],
    (LAW, "C.civ 1844"): [("small-college-without-a-place", COOPERATIVE, "min_members", SMALL)],
    (LAW, "C.com L231-6"): [
        ("exclusion-not-by-assembly", WHOLE, "organ: {value: b", ("organ: {value: assembly", "organ: {value: board")),
        ("exclusion-majority", WHOLE, "majority: {t", ("{threshold: {value: 2/3", "{threshold: {value: 3/4")),
    ],
    (LAW, "L47 art. 18"): [("exclusion-price", WHOLE, "price:", ("price: {value: 50 €", "price: {value: 1 €"))],
    (LAW, "L47 art. 16"): [
        ("legal-reserve-too-low", WHOLE, "1/10", ("reserve: {value: 3/20", "reserve: {value: 1/10")),
    ],
    (LAW, "L47 art. 19 nonies"): [
        ("statutory-reserve-too-low", WHOLE, "2/5", ("reserve: {value: 1/2", "reserve: {value: 2/5")),
    ],
    (LAW, "L47 art. 19 duodecies"): [
        ("audit-too-rare", WHOLE, "period_years", ("period_years: {value: 5", "period_years: {value: 6")),
    ],
    (LAW, "C.com L225-17"): [("board-of-sa", WHOLE_SA, "value: 20", ("most: {value: 12", "most: {value: 20"))],
    (LAW, "C.com L225-37"): [
        ("board-quorum-too-low", WHOLE_SA, "value: 1/3, article: \"26", ("quorum: {value: 1/2", "quorum: {value: 1/3")),
    ],
    (LAW, "C.com L225-105"): [
        ("agenda-request-too-hard", WHOLE_SA, "agenda_request", ("{fraction: {value: 1/20", "{fraction: {value: 1/10")),
    ],
    (LAW, "C.com R225-77"): [
        ("forms-cut-off-too-early", WHOLE_SA, "remote:", ("cutoff_days: {value: 3", "cutoff_days: {value: 4")),
    ],
    (PRACTICE, OCTIES): [
        ("colleges-too-few", POLE, "colleges:", ("deliberative", "advisory"), ("deliberative", "advisory")),
        ("weight-below-10", POLE, "weight: 5", ("inconnu", "5")),
        ("weight-above-50", POLE, "weight: 60", ("inconnu", "60")),
        ("weight-is-a-veto", COOPERATIVE, "weight: 50", ("weight: 40", "weight: 50"), ("weight: 20", "weight: 10")),
        ("criteria-of-capital", COOPERATIVE, "Sans égard", ("Les salariés de", "Sans égard au capital, ceux de")),
        ("weights-not-used", COOPERATIVE, "flat", ("proportional", "flat")),
        ("prorata-may-exceed-50", COOPERATIVE, "empty:", ("equal_", "prorata_")),
        ("several-colleges", COOPERATIVE, "multi_", beside_tie("multi_college: {value: true")),
    ],
    (PRACTICE, ""): [
        ("tie-not-said", COOPERATIVE, "tie_in", ("proportional", "college_majority"), ("college: {", "college: ~ # {")),
        ("empty-not-said", COOPERATIVE, "empty:", ("empty: {", "empty: null # {")),
        ("silent-not-said", COOPERATIVE, "silent:", ("silent: {", "silent: null # {")),
        ("lost-weight-opposes", COOPERATIVE, "silent:", ("excluded_from_base", "lost")),
        ("quorum-base-not-said", COOPERATIVE, "base:", ("base: {value: heads", "base: null # {")),
        ("second-quorum-higher", COOPERATIVE, "second: {value: 1/2", ("second: {value: 1/4", "second: {value: 1/2")),
        (
            "extraordinary-easier", COOPERATIVE, "value: 2/3, article: \"22.2",
            ('{value: 1/2, article: "21.2', '{value: 3/4, article: "21.2'),
        ),
        ("online-vote-all-secret", COOPERATIVE, "online_vote", ("[persons]", "[all]")),
        ("many-proxies", COOPERATIVE, "1/10", ("1/20", "1/10")),
        ("capital-of-sa", SA, "18 499", ("18 500", "18 499")),
        ("exclusion-notice-short", WHOLE, "value: 8, article: \"15", ('15, article: "15', '8, article: "15')),
        ("capital-does-not-add-up", WHOLE, "stated", ("capital:", f"capital:{STATED}")),
        ("article-number-twice", WHOLE, "numbering", ('"18", "19"', '"18", "18", "19"')),
        ("article-not-printed", WHOLE, "term_years", ('3, article: "25"', '3, article: "27"')),
        ("law-misnamed", WHOLE, "41-1775", ("47-1775", "41-1775")),
        ("signed-long-before", WHOLE, "signed: 2017", ("signed: 2018", "signed: 2017")),
    ],
    (PRACTICE, "L47 art. 13"): [("floor-of-recent-months", WHOLE, "floor_months", ("capital:", f"capital:{MONTHS}"))],
    (PRACTICE, "décret n° 2015-706 du 22 juin 2015"): [
        ("decree-repealed", WHOLE, "décret", ("loi n° 47-1775 du 10 septembre 1947", "décret n° 2002-241 du 21/2/2002"))
    ],
    (UNKNOWN, ""): [
        ("absence-not-counted", WHOLE, "absence_n", ("absence_n_ago: {", "absence_n_ago: null # {")),
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
    (LAW, "L47 art. 12"): [
        ("delay-to-pay-too-long", COOPERATIVE, "max_delay", ("value: 3}", "value: 4}")),
        ("paid-too-little", COOPERATIVE, "paid_at", ("once: {value: 1/4", "once: {value: 1/5")),
    ],
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
        ("proxy-to-anyone", SA, "holder:", ("  open_proxy", '  holder: {value: anyone, article: "19"}\n  open_proxy')),
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
