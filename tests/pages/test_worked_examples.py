"""The worked examples as members read them: each result on its page, with the rule that gives it."""

from pathlib import Path

import pytest

from governance.counting.count import count
from governance.vote.facts import VoteClosed, VoteCounted
from governance.words import Office, VoteId
from tests.coop import adopted, scic
from tests.rules.vote.test_voting import V1, opened, planned, tabled
from tests.site import Site
from web.vote_file import read

VECTORS = Path(__file__).parents[1] / "vectors"
NEUTRAL = ("value: for,", "value: neutral,")


@pytest.fixture
def secretary(site: Site):
    return site.browser(site.person("sec", "Sacha Secrétaire", Office.SECRETARY))


def page_of(site, secretary, name, *changes):
    """The page of the vote of one of our files, some of its text replaced."""
    text = (VECTORS / "scrutins" / f"{name}.yaml").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file = read(text)
    rules = file.rules
    vote = opened(form=rules.form, kind=rules.kind, scheme=rules.scheme, majority=rules.majority)
    site.given(adopted(scic()), planned, tabled(), vote, VoteClosed(V1), VoteCounted(V1, count(rules, file.tallies)))
    page = secretary.get(site.at(f"/scrutins/{V1}"))
    assert page.status_code == 200
    return page.text.replace("\u00a0", " ").replace("\u202f", " ").replace("&#39;", "’")


@pytest.mark.parametrize(
    ("name", "changes", "words"),
    [
        ("e03", [], ["a – pour : 15 ; contre : 5 ; base : 20. 3/4 (75 %) de la base dépasse 3/5 (60 %)", "adoptée"]),
        ("e03", [NEUTRAL], ["2/3 (66,7 %) de la base dépasse 3/5 (60 %)", "adoptée"]),
        ("e03b", [], ["3/4 (75 %) de la base dépasse 3/5 (60 %)", "adoptée"]),
        ("e03b", [NEUTRAL], ["7/12 (58,3 %) de la base, ne dépasse pas", "vote une deuxième fois", "deuxième tour"]),
        ("e05", [], ["a passe de 40 % à 50 %, le plafond légal d’un collège", "250/7 (35,7 %)", "100/7 (14,3 %)"]),
        ("e06b", [], ["salaries – membres : 2, quand il en faut 3", "garants passe de 45 % à 50 %", "100/3 (33,3 %)"]),
        ("e07", [], ["Collèges qui ont des membres : 2", "pour : 21 ; contre : 6", "adoptée"]),
    ],
)
def test_an_example_is_explained_on_the_page_of_its_vote(site: Site, secretary, name, changes, words):
    page = page_of(site, secretary, name, *changes)

    for one in words:
        assert one in page, one


ARTICLES = '\n  college_threshold: {value: 3/5, article: "17"}\n  colleges_for: {value: 3, article: "18"}'
SAID = {  # how collèges are added up: what each gives to the same ballots, collège by collège, and the result
    "flat": ("Total des voix – pour : 21 ; contre : 19 ; base : 40.", "adoptée"),
    "proportional": ("a – pour : 6 ; contre : 4 ; base : 10. Ses 40 % donnent 24 % pour et 16 % contre.", "rejetée"),
    "college_majority": ("a – pour : 6 ; contre : 4. Le collège est pour, de tout son poids : 40 %.", "adoptée"),
    "college_threshold": ("Le plus fort, 3/5 (60 %) de la base, ne dépasse pas 3/5 (60 %)", "deuxième tour"),
    "double_majority": ("Collèges favorables : 2. Il en faut au moins 3", "rejetée"),
}


def test_every_way_of_adding_collèges_is_explained_on_the_page_of_its_vote(site: Site, secretary):
    text = (VECTORS / "scrutins" / "e04.yaml").read_text(encoding="utf-8")
    site.given(adopted(scic()), planned, tabled())
    for way, words in SAID.items():
        file, vote = read(text.replace("aggregation: proportional", f"aggregation: {way}{ARTICLES}")), VoteId(way)
        rules = file.rules
        asked = opened(vote=vote, form=rules.form, kind=rules.kind, scheme=rules.scheme, majority=rules.majority)
        site.given(asked, VoteClosed(vote), VoteCounted(vote, count(rules, file.tallies)))

        page = secretary.get(site.at(f"/scrutins/{vote}")).text.replace("\u00a0", " ").replace("\u202f", " ")

        assert [said for said in words if said not in page] == [], way


def test_where_the_statutes_are_silent_every_answer_is_shown(site: Site, secretary):
    page = page_of(site, secretary, "e04", ("  silent: lost\n", ""))

    assert "Les statuts ne disent pas ce que devient le poids d’un collège qui ne s’exprime pas." in page
    assert "Le résultat en dépend." in page
    assert "<strong>rejetée</strong> — son poids est perdu et reste dans le total" in page
    assert "<strong>adoptée</strong> — son poids sort du total" in page


def test_a_step_shows_the_sentence_of_the_statutes_beside_its_article(site: Site, secretary):
    quoted = ("value: for,", "value: for, quote: Qui ne dit mot consent.,")

    assert "« Qui ne dit mot consent. »" in page_of(site, secretary, "e03", quoted)


def check(site, secretary, text):
    form = {"gesture": "a" * 32, "text": text}
    return secretary.post(site.at("/statuts/adoption/verification"), data=form).text


def test_e06_the_page_of_adoption_names_the_two_collèges_below_a_tenth(site: Site, secretary):
    page = check(site, secretary, (VECTORS / "statuts" / "aurora.yaml").read_text(encoding="utf-8"))

    assert "Adhérents\u00a0: 5\u00a0% des voix" in page
    assert "Jeunes\u00a0: 5\u00a0% des voix" in page
    assert "art. 19 octies" in page


HEAD, _, TAIL = (VECTORS / "statuts" / "aurora.yaml").read_text(encoding="utf-8").partition("    colleges:\n")
TAIL = TAIL[TAIL.index("    aggregation:") :]


@pytest.mark.parametrize(
    ("weights", "valid"),
    [
        (["60", "20", "20"], False),
        (["50", "50"], False),
        (["50", "40", "10"], True),
        (["100/3", "100/3", "100/3"], True),
        (["45", "45", "9"], False),
        (["10"] * 10, True),
    ],
)
def test_e26_the_page_of_adoption_says_which_schemes_the_law_bars(site: Site, secretary, weights, valid):
    lines = [
        f'      - {{id: c{n}, name: C{n}, voice: deliberative, weight: {weight}, article: "3"}}\n'
        for n, weight in enumerate(weights)
    ]

    page = check(site, secretary, f"{HEAD}    colleges:\n{''.join(lines)}{TAIL}")

    assert ("contraire à la loi" not in page) is valid
