"""The registers of decisions and of votes: searched, sorted, as of a day, taken away."""

from dataclasses import replace

import pytest

from governance.assembly.facts import AssemblyPlanned
from governance.decision.facts import DecisionCorrected, DecisionRecorded, Way
from governance.membership.facts import MemberAdmitted
from governance.statutes.facts import Organ
from governance.words import AssemblyId, Day, DecisionId, MemberId, Office, Public
from tests.bench.casting import opened
from tests.site import Site

TITLES = ("Budget 2026", "Achat d’un véhicule", "=Élection du bureau")


@pytest.fixture(scope="module")
def site(module_site: Site) -> Site:
    site = module_site
    site.person("sec", "Sacha", Office.SECRETARY)
    for number, title in enumerate(TITLES, start=1):
        organ = Organ.BOARD if number < 3 else Organ.ASSEMBLY
        told = (number, Public(title), Public("Texte"), organ, Day(f"2026-01-0{number}"))
        site.given(DecisionRecorded(DecisionId(f"d{number}"), *told, Way.VOTE, number != 2))
    corrected = (Public("Budget rectifié"), Public("Texte"), Public("Coquille"), Day("2026-02-01"))
    meeting = (Organ.ASSEMBLY, Public("Assemblée annuelle"), Day("2026-01-05"), "18:00", Public("Gap"))
    site.given(
        DecisionCorrected(DecisionId("d1"), *corrected),
        AssemblyPlanned(AssemblyId("ag"), *meeting),
        replace(opened(), assembly=AssemblyId("ag"), title=Public("Comptes")),
    )
    return site


@pytest.fixture(scope="module")
def secretary(site: Site):
    return site.browser("sec")


def shown(page) -> list[str]:
    body = page.text.partition("<tbody>")[2].partition("</tbody>")[0]
    found = {title: body.find(title) for title in ("Budget rectifié", *TITLES[1:])}
    return [title.removeprefix("=").split()[0] for title in sorted(found, key=found.get) if found[title] >= 0]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Élection", "Achat", "Budget"]),
        ("?tri=number", ["Budget", "Achat", "Élection"]),
        ("?tri=title", ["Achat", "Budget", "Élection"]),
        ("?tri=-title", ["Élection", "Budget", "Achat"]),
        ("?tri=adopted", ["Achat", "Budget", "Élection"]),
        ("?q=vehicle", ["Achat"]),
        ("?q=avion", []),
        ("?q=buget", ["Budget"]),
        ("?q=election&organe=assembly", ["Élection"]),
        ("?organe=board", ["Achat", "Budget"]),
        ("?organe=nothing", []),
        ("?le=2026-01-02", ["Achat", "Budget"]),
        ("?apres=2", ["Budget"]),
        ("?tri=title&apres=x&apres=y", ["Achat", "Budget", "Élection"]),
        ("?apres=99999999999999999999", ["Élection", "Achat", "Budget"]),
    ],
)
def test_the_register_of_decisions_answers_what_is_asked(site: Site, secretary, query, expected):
    page = secretary.get(site.at(f"/decisions{query}"))

    assert page.status_code == 200
    assert shown(page) == expected


def test_the_register_of_votes_says_what_became_of_each(site: Site, secretary):
    page = secretary.get(site.at("/scrutins")).text

    for words in ("Comptes", "Assemblée annuelle", "en cours", "0 sur 0"):
        assert words in page
    assert "Comptes" not in secretary.get(site.at("/scrutins?le=2026-01-04")).text
    assert "Comptes" not in secretary.get(site.at("/scrutins?su=2025-12-01")).text


def test_a_member_reads_both_and_a_stranger_neither(site: Site):
    lea, stranger = site.browser(site.person("lea", "Léa")), site.browser(site.person("x", "Inconnu"))
    site.given(MemberAdmitted(MemberId("lea"), "c", None, Day("2021-01-01")))

    for path in ("/decisions", "/scrutins", "/decisions.csv", "/scrutins.csv"):
        assert lea.get(site.at(path)).status_code == 200
        assert stranger.get(site.at(path)).status_code == 403
