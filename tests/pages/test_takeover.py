"""A register kept elsewhere is taken over: read in any hand, rehearsed line by line, agreed, carried out once."""

import csv
import re
from io import StringIO
from threading import Event
from uuid import uuid4

import pytest

from governance.capital.facts import RegisterContinued, SharesSubscribed, SharesTakenOver
from governance.membership.facts import (
    MemberAdmitted,
    MemberTakenOver,
    OfficeLeft,
    OrganisationRegistered,
    PersonRegistered,
)
from governance.words import Cents, Day, MemberId, Office, PersonId, SubscriptionId
from tests.hall import adopted
from tests.site import Site
from web.members import today
from web.takeover import drafts
from web.takeover.carry_out import carry_out

HEAD = ["N°", "Nom", "Prénom", "Type", "SIRET", "Statut", "Collège", "Date d'entrée", "Nb parts", "Capital", "E-mail"]
LUYE = [
    "3",
    "Association La Luye",
    "",
    "morale",
    "732 829 320 00074",
    "structures",
    "structures",
    "12/01/2015",
    "4",
    "200,00",
    "",
]
ROWS = [
    ["1", "Reynier", "Alma", "physique", "", "Salariés", "salariés", "01/02/2014", "1", "50,00", "alma@example.org"],
    ["2", "Onde", "Basile", "physique", "", "Salariés", "salariés", "30/02/2014", "1", "50", ""],
    LUYE,
    ["4", "Vars", "Fabien", "physique", "", "Amis", "bénévoles et habitants", "03/03/2016", "1", "50", "sans adresse"],
    ["5", "Savines", "Hector", "physique", "", "bénévoles", "benevoles", "03/03/2016", "1", "50", "alma@example.org"],
    ["TOTAL", "", "", "", "", "", "", "", "9", "450,00", ""],
]  # fmt: skip


def written(rows: list[list[str]], encoding: str = "cp1252") -> bytes:
    text = StringIO()
    csv.writer(text, delimiter=";").writerows([["Registre des associés"], [], HEAD, *rows])
    return text.getvalue().encode(encoding)


@pytest.fixture
def ready(site: Site) -> Site:
    site.given(adopted)
    site.person("irene", "Irène Puy", Office.SECRETARY)
    return site


def bring(site: Site, content: bytes, gesture: str = "a" * 32):
    form = {
        "gesture": gesture,
        "source": "Registre papier",
        "ends": "31/12/2025",
        "last_number": "212",
        "highest": "600",
    }
    return site.browser("irene").post(site.at("/reprise"), data=form, files={"file": ("r.csv", content)})


def seen(site: Site, draft: str = "a" * 32) -> str:
    page = site.browser("irene").get(site.at(f"/reprise/{draft}")).text
    return (re.findall(r'name="seen" value="(\w+)"', page) or [""])[0]


def say_yes(site: Site, draft: str = "a" * 32, to: str | None = None, who: str = "irene"):
    form = {"gesture": uuid4().hex, "seen": seen(site, draft) if to is None else to}
    return site.browser(who).post(site.at(f"/reprise/{draft}/accord"), data=form)


def agree(site: Site, draft: str = "a" * 32):
    page = say_yes(site, draft)
    carry_out(site.office, Event())
    site.office.wait(site.head)
    return page


def correct(site: Site, **said: str):
    columns = {"name": 1, "first_name": 2, "category": 5, "college": 6, "since": 7, "shares": 8}
    form = {f"column.{name}": str(column) for name, column in columns.items()}
    return site.browser("irene").post(site.at("/reprise/" + "a" * 32), data=form | said | {"gesture": uuid4().hex})


def of(site: Site, kind: type) -> list:
    return [fact for fact in site.facts if isinstance(fact, kind)]


def test_each_line_has_its_fate_before_anything_is_written(ready: Site):
    before = ready.head

    page = bring(ready, written(ROWS)).text

    assert "Le 30/02/2014 n’existe pas dans le calendrier." in page
    assert "laissé de côté, à compléter" in page
    assert "Cette adresse électronique sert déjà à quelqu’un d’autre." in page
    assert ready.head == before


def test_what_is_agreed_is_carried_out_once(ready: Site):
    bring(ready, written(ROWS))

    agree(ready)
    agree(ready)

    assert [fact.name for fact in of(ready, OrganisationRegistered)] == ["Association La Luye"]
    assert [fact.on for fact in of(ready, MemberAdmitted)] == [Day("2014-02-01"), Day("2015-01-12"), Day("2016-03-03")]
    assert [(fact.line, fact.number) for fact in of(ready, MemberTakenOver)] == [(4, "1"), (6, "3"), (8, "5")]
    assert len(of(ready, PersonRegistered)) == 3  # Irène, Alma, Hector
    assert [(fact.last_number, fact.highest) for fact in of(ready, RegisterContinued)] == [(212, 600_00)]
    assert [(fact.shares, fact.nominal, fact.paid, fact.on) for fact in of(ready, SharesTakenOver)] == [
        (1, 50_00, 50_00, Day("2025-12-31")),
        (4, 50_00, 200_00, Day("2025-12-31")),
        (1, 50_00, 50_00, Day("2025-12-31")),
    ]


def test_a_register_that_was_begun_is_not_continued_and_says_so(ready: Site):
    ready.given(SharesSubscribed(SubscriptionId("s1"), MemberId("zoe"), 1, Cents(50_00), Day("2024-01-02")))
    bring(ready, written(ROWS))
    agree(ready)

    page = ready.browser("irene").get(ready.at("/reprise/" + "a" * 32)).text

    assert of(ready, RegisterContinued) == []
    assert ">registre</td>" in page
    assert len(of(ready, MemberTakenOver)) == 3


def test_who_left_her_office_meanwhile_takes_nothing_over_and_another_may(ready: Site):
    bring(ready, written(ROWS))
    say_yes(ready)
    ready.given(OfficeLeft(PersonId("irene"), Office.SECRETARY, today()))

    carry_out(ready.office, Event())

    assert of(ready, MemberTakenOver) == []
    ready.person("jean", "Jean Valjouffrey", Office.CHAIR)
    page = ready.browser("jean").get(ready.at("/reprise/" + "a" * 32)).text
    assert "Reprendre 3 lignes" in page


def test_what_changed_since_it_was_seen_is_not_agreed_to(ready: Site):
    bring(ready, written(ROWS))
    before = seen(ready)
    correct(ready, **{"category.Amis": "benevoles", "category.Salariés": "salaries"})

    page = say_yes(ready, to=before)

    carry_out(ready.office, Event())
    assert "Rien n’est repris : la page a changé" in page.text.replace("\xa0", " ")
    assert of(ready, MemberTakenOver) == []


def test_who_came_meanwhile_is_seen_before_and_left_alone_after_the_agreement(ready: Site):
    bring(ready, written(ROWS))
    before = seen(ready)
    ready.person("alma", "Alma REYNIER")

    page = say_yes(ready, to=before)
    say_yes(ready)
    ready.person("hector", "Hector Savines")
    carry_out(ready.office, Event())

    assert "la page a changé" in page.text
    assert [fact.line for fact in of(ready, MemberTakenOver)] == [6]


def test_another_file_under_the_same_form_is_not_lost_in_silence(ready: Site):
    bring(ready, written(ROWS))

    page = bring(ready, written(ROWS[:1]))

    assert page.status_code == 409
    assert "renvoyez-le" in page.text
    assert f'name="gesture" value="{"a" * 32}"' not in page.text


def test_two_copies_of_a_register_are_not_both_agreed_to(ready: Site):
    for draft in ("a" * 32, "b" * 32):
        bring(ready, written(ROWS), draft)
    said = {draft: seen(ready, draft) for draft in ("a" * 32, "b" * 32)}
    for draft, what in said.items():
        say_yes(ready, draft, what)

    carry_out(ready.office, Event())

    assert len(of(ready, MemberTakenOver)) == 3
    with ready.office.reading() as db:
        assert {one.id[0]: one.state for one in drafts.every(db)} == {"a": "done", "b": "draft"}


def test_a_person_with_a_siret_stays_a_person(ready: Site):
    row = [*ROWS[0]]
    row[4] = "732 829 320 00074"
    bring(ready, written([row]))
    agree(ready)

    assert of(ready, OrganisationRegistered) == []
    assert len(of(ready, MemberTakenOver)) == 1


def test_a_printed_total_that_does_not_add_up_is_shown_not_mended(ready: Site):
    page = bring(ready, written(ROWS)).text

    assert re.search(r"Parts</th>.*?>8<.*?>9<.*?\+1", page, re.DOTALL)
    assert re.search(r"Capital souscrit</th>.*?>400,00.*?>450,00.*?\+50,00", page, re.DOTALL)


def test_a_word_of_theirs_is_told_once_and_remembered(ready: Site):
    bring(ready, written(ROWS))
    correct(ready, **{"category.Amis": "benevoles", "category.Salariés": "salaries"})
    ready.browser("irene").post(ready.at("/reprise/" + "a" * 32 + "/abandon"), data={"gesture": "d" * 32})

    page = bring(ready, written(ROWS), "e" * 32).text

    assert "ne connaissent pas la catégorie" not in page


def test_who_is_in_the_register_already_is_left_alone(ready: Site):
    ready.person("alma", "Alma REYNIER")

    page = bring(ready, written(ROWS)).text
    agree(ready)

    assert "Déjà au registre" in page
    assert [fact.line for fact in of(ready, MemberTakenOver)] == [6, 8]


@pytest.mark.parametrize("content", [b"%PDF-1.7\0", b"", b"PK\x03\x04 no book"])
def test_a_file_that_is_no_register_keeps_what_was_typed(ready: Site, content: bytes):
    answer = bring(ready, content)

    assert answer.status_code == 422
    assert "31/12/2025" in answer.text


def test_many_lines_are_read_at_the_side_of_the_page_that_says_how_far(ready: Site):
    many = [["", f"Nom{n}", "Zoé", "", "", "Salariés", "salariés", "01/02/2014", "1", "50", ""] for n in range(501)]

    page = bring(ready, written(many)).text
    carry_out(ready.office, Event())
    after = ready.browser("irene").get(ready.at("/reprise/" + "a" * 32)).text

    assert "0 lignes sur 501" in page
    assert "Reprendre 501 lignes" in after
    assert after.count("Nom") < 501  # a page, and not the register


def test_several_lines_of_one_member_are_her_shares_once_somebody_says_so(ready: Site):
    bring(ready, written([ROWS[0], [*ROWS[0][:8], "2", "120,00", ""]]))
    assert "Reprendre 1 ligne" in ready.browser("irene").get(ready.at("/reprise/" + "a" * 32)).text

    correct(ready, twice="more", **{"column.number": "0", "column.subscribed": "9"})
    agree(ready)

    assert len(of(ready, MemberTakenOver)) == 1
    assert [(fact.member[-2:], fact.shares, fact.nominal) for fact in of(ready, SharesTakenOver)] == [
        (".4", 1, 50_00),
        (".4", 2, 60_00),
    ]
