"""The worked examples as members read them: each result on its page with the rule that gives it, and counted again from
the file that the page gives. tests/stories play E10, E12, E13 and E16."""

import itertools
import json
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from governance.assembly.convene import Convene
from governance.assembly.facts import AssemblyConvened, AssemblyPlanned, RollSealed, SessionOpened
from governance.assembly.plan import PlanAssembly
from governance.assembly.quorums import quorums
from governance.assembly.table import TableResolution
from governance.counting.count import count
from governance.counting.quorum import quorum
from governance.counting.tally import WHOLE, Tally
from governance.membership.facts import MemberAdmitted, OfficeLeft, OfficeTaken
from governance.statutes.facts import Form, Kind, Organ, Remote, Ruled
from governance.vote.facts import VoteClosed, VoteCounted
from governance.words import (
    AssemblyId,
    CategoryId,
    Day,
    MemberId,
    Office,
    PersonId,
    Public,
    ResolutionId,
    StatutesId,
    VoteId,
)
from tests.browser.sitting import gives
from tests.coop import adopted, scic
from tests.hall import in_days
from tests.pages.hall import words
from tests.pages.worked import SILENT, VOTES
from tests.rules.vote.test_voting import opened, planned, tabled
from tests.site import Site
from tests.stories.company import statutes as company
from web.recount import recount
from web.vote_file import read

VECTORS = Path(__file__).parents[1] / "vectors"
SINCE, SA = Day("2020-01-01"), StatutesId("sa")
NUMBERS = itertools.count()


@dataclass(frozen=True)
class Read:
    """The pages of one site, read by its secretary."""

    site: Site
    secretary: TestClient

    def get(self, path: str) -> str:
        page = self.secretary.get(self.site.at(path))
        assert page.status_code == 200, path
        return words(page)

    def recounted(self, path: str) -> dict:
        """What `palabre count` finds in the file of a page."""
        return json.loads(recount(self.secretary.get(self.site.at(path)).text))


@pytest.fixture(scope="module")
def pages(module_site: Site) -> Read:
    """A SCIC SAS that became a SA: what was voted under its first statutes stays as it was."""
    remote = Remote(postal=Ruled(True, Public("27")))
    law = adopted(replace(company(Form.SA), remote=remote), "2026-01-01", SA)
    sacha = module_site.person("sec", "Sacha Secrétaire", Office.SECRETARY)
    module_site.given(adopted(scic()), planned, tabled(), law)
    return Read(module_site, module_site.browser(sacha))


def given_vote(pages: Read, name: str, changes: list[tuple[str, str]]) -> VoteId:
    """The vote of one of our files, some of its text replaced; its count is what the rules give."""
    text = (VECTORS / "scrutins" / f"{name}.yaml").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file, vote = read(text), VoteId(f"{name}-{next(NUMBERS)}")
    rules = file.rules
    about = ("form", "kind", "scheme", "majority", "second_call", "casting_vote")
    said = opened(vote=vote, quorum=file.quorum, **{name: getattr(rules, name) for name in about})
    state = quorum(file.quorum, rules.scheme, file.tallies, rules.second_call) if file.quorum else None
    counted = VoteCounted(vote, count(rules, file.tallies), state, rules.chair_for)
    pages.site.given(said, VoteClosed(vote), counted)
    return vote


@pytest.mark.parametrize(("name", "changes", "said", "counted"), VOTES)
def test_an_example_is_explained_on_the_page_of_its_vote_and_counts_the_same(pages, name, changes, said, counted):
    vote = given_vote(pages, name, changes)

    page = pages.get(f"/scrutins/{vote}")
    found = pages.recounted(f"/scrutins/{vote}/fichier")
    state = found["quorum"] and tuple(found["quorum"][key] for key in ("need", "there", "reached"))
    again = found["count"] | {"quorum": state}

    assert [one for one in said if one not in page] == [], page
    assert {key: again[key] for key in counted} == counted


def test_where_the_statutes_are_silent_every_answer_is_shown(pages):
    page = pages.get(f"/scrutins/{given_vote(pages, 'e04', [SILENT])}")

    assert "Les statuts ne disent pas ce que devient le poids d’un collège qui ne s’exprime pas." in page
    assert "Le résultat en dépend." in page
    assert "rejetée — son poids est perdu et reste dans le total" in page
    assert "adoptée — son poids sort du total" in page


def test_a_step_shows_the_sentence_of_the_statutes_beside_its_article(pages):
    quoted = ("value: for,", "value: for, quote: Qui ne dit mot consent.,")

    assert "« Qui ne dit mot consent. »" in pages.get(f"/scrutins/{given_vote(pages, 'e03', [quoted])}")


def convened(name: str, members: int, second_call_of: str | None = None) -> list:
    """A meeting of the SA, held or to be held by so many."""
    assembly, day = AssemblyId(name), in_days(0)
    first = AssemblyId(second_call_of) if second_call_of else None
    return [
        AssemblyPlanned(assembly, Organ.ASSEMBLY, Public(name), day, "18:30", Public("Gap"), first),
        RollSealed(assembly, SA, members, ((WHOLE, members),)),
        AssemblyConvened(assembly, in_days(-20), SA, 19, 15),
    ]


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (
            "e10",
            ["34 sur 146 présents ou représentés", "Il en faut 30 : c’est atteint.", "Il en faut 37 : il en manque 3."],
        ),
        ("e10-again", ["Il en faut 30 : c’est atteint."]),
    ],
)
def test_e10_the_page_of_the_meeting_says_its_quorum_for_each_kind(pages, call, said):
    second = call != "e10"
    kinds = [Kind.EXTRAORDINARY] if second else list(Kind)
    told = quorums(company(Form.SA), Organ.ASSEMBLY, kinds, [Tally(WHOLE, 146, 34)], second)
    first = told[0].state
    session = SessionOpened(AssemblyId(call), PersonId("sec"), 34, 0, 146, first.need, "heads", first.article, told)
    pages.site.given(*convened(call, 146, "e10" if second else None), session)

    page = pages.get(f"/assemblees/{call}")

    assert [one for one in said if one not in page] == [], page


@pytest.mark.parametrize(("members", "most"), [(19, 1), (20, 1), (45, 2), (146, 7), (871, 43)])
def test_e12_the_page_of_powers_says_how_many_one_may_carry(pages, members, most):
    pages.site.given(*convened(f"e12-{members}", members))

    assert f"Chacun peut porter {most} pouvoir" in pages.get(f"/assemblees/e12-{members}/pouvoirs")


def test_e24_a_vacant_seat_makes_no_quorum_harder_to_reach(pages):
    board, seats = AssemblyId("e24"), [f"d{n}" for n in range(18)]
    members = [MemberAdmitted(MemberId(one), CategoryId("other"), None, SINCE) for one in seats]
    taken = [OfficeTaken(PersonId(one), Office.BOARD, SINCE) for one in seats]
    pages.site.given(*members, *taken, OfficeLeft(PersonId("d17"), Office.BOARD, Day("2026-01-31")))
    plan = PlanAssembly(board, Organ.BOARD, Public("Conseil"), in_days(0), "18:30", Public("Gap"))
    point = TableResolution(
        board, ResolutionId("e24"), *(tabled().kind, tabled().matter, Public("Bail"), Public("Oui."))
    )
    gives(pages.site, "sec", plan, point, Convene(board, SA, in_days(0)))

    page = pages.get("/assemblees/e24")

    assert "0 sur 17 présents ou représentés" in page
    assert "Il en faut 9" in page


def test_e25_the_calendar_of_an_assembly_of_a_sa(pages):
    june = AssemblyPlanned(AssemblyId("e25"), Organ.ASSEMBLY, Public("AG"), Day("2027-06-19"), "18:30", Public("Gap"))
    pages.site.given(june, replace(tabled(), assembly=june.assembly, resolution=ResolutionId("e25")))

    page = pages.get("/assemblees/e25/preparation")

    for day in ("25 mai 2027", "4 juin 2027", "16 juin 2027", "18 juin 2027 à 15:00, heure de Paris"):
        assert day in page, (day, page)
    assert "la deuxième convocation part 10 jours au moins avant la deuxième réunion" in page


def check(pages, text):
    form = {"gesture": "a" * 32, "text": text}
    return pages.secretary.post(pages.site.at("/statuts/adoption/verification"), data=form).text


def test_e06_the_page_of_adoption_names_the_two_collèges_below_a_tenth(pages):
    page = check(pages, (VECTORS / "statuts" / "aurora.yaml").read_text(encoding="utf-8"))

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
def test_e26_the_page_of_adoption_says_which_schemes_the_law_bars(pages, weights, valid):
    lines = [
        f'      - {{id: c{n}, name: C{n}, voice: deliberative, weight: {weight}, article: "3"}}\n'
        for n, weight in enumerate(weights)
    ]

    page = check(pages, f"{HEAD}    colleges:\n{''.join(lines)}{TAIL}")

    assert ("contraire à la loi" not in page) is valid
