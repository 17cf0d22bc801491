"""Statutes written as YAML: every problem with its line, and the law held against all that could be read."""

from fractions import Fraction
from hashlib import sha256

import pytest

from governance.decision.adopt import AdoptStatutes
from governance.statutes.facts import (
    Capital,
    LossShare,
    Meetings,
    Organ,
    Reimbursement,
    Ruled,
    StatutesAdopted,
    Voice,
)
from governance.statutes.findings import Severity
from governance.words import Day, Public, StatutesId
from tests.edge.texts import COOPERATIVE, POLE, changed, line_of
from tests.gwt import given
from web.edge.statutes_file import read_statutes
from web.edge.statutes_words import said


def told(text):
    return [(finding.key, finding.line) for finding in read_statutes(text).findings]


def test_the_statutes_of_the_cooperative_break_no_rule():
    file = read_statutes(COOPERATIVE)

    assert file.findings == ()
    assert file.adoptable
    assert file.digest == sha256(COOPERATIVE.encode()).hexdigest()


def test_values_are_read_exactly_with_their_article():
    statutes = read_statutes(COOPERATIVE).statutes

    assert statutes.capital == Capital(
        nominal=Ruled(5000, "8"),
        minimum=Ruled(200_000, "9"),
        floor_fraction=Ruled(Fraction(1, 4), "9"),
        paid_at_once=Ruled(Fraction(1, 4), "10"),
        public_maximum=Ruled(Fraction(1, 2), "11"),
        max_delay_years=Ruled(3, "10"),
        transfer_by=Ruled(Organ.BOARD, "14"),
        reimbursement=Reimbursement(
            years=Ruled(5, "16"),
            partial=Ruled(True, "16"),
            losses=Ruled(LossShare.CAPITAL_AND_RESERVES, "16"),
            early_by=Ruled(Organ.ASSEMBLY, "16"),
        ),
    )
    assert [(college.id, college.weight) for college in statutes.scheme(Organ.ASSEMBLY).colleges] == [
        ("salaries", Fraction(20)),
        ("structures", Fraction(40)),
        ("benevoles", Fraction(15)),
        ("partenaires", Fraction(25)),
    ]
    assert statutes.ordinary.quorum.second is None
    assert statutes.secret == Ruled(("persons",), "24")
    assert statutes.meetings[1] == Meetings(Organ.BOARD, 6, 10, None, "26")


def test_the_statutes_of_the_pole_say_what_they_say_and_no_more():
    file = read_statutes(POLE)

    assert file.adoptable
    assert {finding.severity for finding in file.findings} == {Severity.UNKNOWN}
    assert [finding.key for finding in file.findings].count("weight-unknown") == 4
    assert file.statutes.ordinary is None
    colleges = file.statutes.scheme(Organ.BOARD).colleges
    assert [college.voice for college in colleges].count(Voice.ADVISORY) == 1
    assert {college.weight for college in colleges} == {None}
    assert [(one.organ, one.least, one.most, one.month) for one in file.statutes.meetings] == [
        (Organ.BOARD, 5, 6, None),
        (Organ.EXECUTIVE, 12, 12, None),
        (Organ.ASSEMBLY, 1, 1, 5),
    ]


@pytest.mark.parametrize("text", [COOPERATIVE, POLE])
def test_what_was_read_is_adopted_and_read_again_from_the_record(text):
    file, day = read_statutes(text), Day("2018-12-01")

    version = (StatutesId("v1"), day, day, file.statutes)
    given().when(AdoptStatutes(*version, Public(text), file.digest)).then(
        StatutesAdopted(*version, file.digest, Public(text))
    )


def test_two_colleges_at_five_per_cent_are_listed_with_their_line_and_article():
    text = changed("weight: 15", "weight: 5", changed("weight: 25", "weight: 5", changed("weight: 40", "weight: 70")))

    remarks = [said(finding) for finding in read_statutes(text).findings if finding.key == "weight-below-10"]

    assert [(remark.line, remark.place, remark.article) for remark in remarks] == [
        (
            line_of(name, text) + 3,
            f"schemes n° 1 › colleges n° {rank} › weight",
            "loi n° 47-1775 du 10 septembre 1947, art. 19 octies",
        )
        for rank, name in ((3, "- id: benevoles"), (4, "- id: partenaires"))
    ]
    assert "Collège des bénévoles" in remarks[0].sentence


@pytest.mark.parametrize(
    ("old", "new", "key", "words"),
    [
        ("term_years:", "terms_years:", "unknown-key-near", "« term_years »"),
        ("proxies:", "humeur: 1\nproxies:", "unknown-key", "form, categories"),
        ("{value: 50 €,", "{valeur: 50 €,", "unknown-key-near", "« value »"),
        ("form: SAS", "form: SCOP", "unknown-value", "SA, SAS, SARL, association"),
        ("- organ: assembly", "- organ: conseil", "unknown-value", "assembly, board"),
        ("{value: proportional,", "{value: proportionnelle,", "unknown-value", "flat, proportional"),
        ("weight: 20", "weight: 33,33", "value-not-understood", "100/3"),
        ("weight: 20", "weight: 20.0", "value-not-understood", "100/3"),
        ("weight: 20", "weight: 20 %", "value-not-understood", "Sans signe %"),
        ("weight: 20", "weight: -20", "value-not-understood", "négatif"),
        ("weight: 20", "weight: 20/0", "value-not-understood", "zéro"),
        ("weight: 20", "weight: vingt", "value-not-understood", "une fraction"),
        ("weight: 20", "weight: [20]", "value-expected", "Une seule valeur"),
        ("weight: 20", "weight: ٢٠", "value-not-understood", "une fraction"),
        ("{value: 50 €,", "{value: 50 $,", "value-not-understood", "montant"),
        ("{value: 50 €,", "{value: 1.234,", "value-not-understood", "deux façons"),
        ("{value: 50 €,", "{value: -50,", "value-not-understood", "négatif"),
        ("{value: 3, article", "{value: 3.5, article", "value-not-understood", "nombre entier"),
        ("{value: 3, article", "{value: trois, article", "value-not-understood", "nombre entier"),
        ("strict: true", "strict: peut-être", "value-not-understood", "true (oui)"),
        ("- id: salaries\n", "- id: Salariés/1\n", "value-not-understood", "minuscules"),
        ('article: "23"', 'article: "2\u202e3"', "value-not-understood", "invisible"),
        ('{value: board, article: "13"}', "board", "keys-expected", "value, article"),
        ("{value: [persons],", "{value: persons,", "list-expected", "Une liste"),
        ("{value: 3, article", "{value: inconnu, article", "missing", "Il manque"),
        ("{value: 50 €,", "{value: 1 234,50 €,", "comma-between-braces", "entre guillemets"),
        ('article: "23"', "article: 23, § 1", "comma-between-braces", "entre guillemets"),
        ("term_years:", "form: SA\nterm_years:", "yaml", "déjà écrit"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line_and_what_to_do(old, new, key, words):
    text = changed(old, new)

    file = read_statutes(text)

    remarks = {finding.key: said(finding) for finding in file.findings}
    assert file.statutes is None
    assert not file.adoptable
    assert words in remarks[key].sentence
    assert remarks[key].line == line_of(new.strip(), text)


@pytest.mark.parametrize(
    ("old", "new", "where", "path"),
    [
        (', article: "25"}', "}", "term_years:", ("term_years", "article")),
        ("  nominal: {value: 50 €, ", "  nominale: {value: 50 €, ", "capital:", ("capital", "nominal")),
        ("    strict: true # plus de la moitié\n", "", "majority:", ("ordinary", "majority", "strict")),
        ("form: SAS\n", "", "categories:", ("form",)),
    ],
)
def test_what_is_missing_is_told_where_it_should_be(old, new, where, path):
    text = changed(old, new)

    missing = [finding for finding in read_statutes(text).findings if finding.key == "missing"]

    assert [(finding.path, finding.line) for finding in missing] == [(path, line_of(where, text))]


@pytest.mark.parametrize("written", ["50", "50 €", "50.00", "'50'", "'50,00 €'"])
def test_an_amount_is_written_as_people_do(written):
    assert read_statutes(changed("50 €", written)).statutes.capital.nominal.value == 5000


@pytest.mark.parametrize(("written", "cents"), [("'1 234,50 €'", 123450), ("1\u202f234.50", 123450), ("12.5", 1250)])
def test_an_amount_may_have_spaces_and_cents(written, cents):
    assert read_statutes(changed("50 €", written)).statutes.capital.nominal.value == cents


@pytest.mark.parametrize("written", ["100/3", "'100/3'", "100 / 3"])
def test_a_third_of_a_hundred_is_exact(written):
    statutes = read_statutes(changed("weight: 20", f"weight: {written}")).statutes

    assert statutes.scheme(Organ.ASSEMBLY).colleges[0].weight == Fraction(100, 3)


@pytest.mark.parametrize("written", ["inconnu", "unknown", "null", "~", ""])
def test_an_unknown_weight_is_shown_and_is_no_error(written):
    file = read_statutes(changed("weight: 20", f"weight: {written}"))

    assert file.adoptable
    assert [(finding.key, finding.line) for finding in file.findings] == [
        ("weight-unknown", line_of("- id: salaries\n", COOPERATIVE) + 3)
    ]


def test_every_problem_is_told_at_once_by_line():
    text = changed("weight: 20", "weight: 33,33")
    text = changed("term_years:", "terms_years:", text)
    text = changed("floor_fraction: {value: 1/4", "floor_fraction: {value: 1/5", text)
    text = changed("weight: 15", "weight: 5", text)

    assert told(text) == [
        ("value-not-understood", line_of("33,33", text)),
        ("weight-below-10", line_of("weight: 5", text)),
        ("floor-too-low", line_of("floor_fraction", text)),
        ("unknown-key-near", line_of("terms_years", text)),
    ]  # and not that the weights miss 100: one of them was not read


def test_what_was_not_read_is_not_said_to_be_missing():
    assert told(changed("{value: proportional,", "{value: au doigt mouillé,")) == [
        ("unknown-value", line_of("aggregation:", COOPERATIVE))
    ]


def test_a_breach_that_has_no_line_is_told_at_the_part_that_lacks_it():
    text = changed('    aggregation: {value: proportional, article: "18.5"}\n', "")

    assert told(text) == [("aggregation-not-said", line_of("- organ: assembly", text))]


@pytest.mark.parametrize("text", ["", "- a\n- b\n", "bonjour", "~", "form: SAS\n\tx: 1\n", "a: [", "\x00", "{}"])
def test_what_is_no_statutes_at_all_is_told_and_never_breaks(text):
    file = read_statutes(text)

    assert file.statutes is None
    assert file.findings
    assert all(said(finding).sentence for finding in file.findings)
