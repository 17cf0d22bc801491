"""At the door: somebody is found by three letters or by the code of her paper, and is there once."""

from dataclasses import replace
from fractions import Fraction
from io import BytesIO

import pytest
from pypdf import PdfReader

from governance.assembly.sheet_facts import SheetKept
from governance.statutes.facts import ProxyRules
from governance.statutes.votes import Remote
from governance.words import AssemblyId, MemberId, StatutesId
from tests.hall import adopted, in_days
from tests.pages.test_assemblies import words
from tests.rules.statutes.samples import ruled
from web.assemblies.beyond import beyond
from web.assemblies.finding import answering, code

PASSES = "passe d’un collège à un autre depuis que la liste a changé."
AG = AssemblyId("ag")
ROLL = [
    {"assembly": AG, "member": MemberId(member), "name": name, "voter_name": voter}
    for member, name, voter in (
        ("b1", "Basile Onde", "Basile Onde"),
        ("b2", "Élodie d’Œuvre", "Élodie d’Œuvre"),
        ("c1", "Jardins de la Durance", "Dario Faure"),
        ("c2", "Jardins de la Durance et du Buëch", None),
        ("e1", None, None),
    )
]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("bas", ["b1"]),
        ("ond BAS", ["b1"]),
        ("elo", ["b2"]),
        ("oeu", ["b2"]),
        ("dar", ["c1"]),
        ("jar", ["c1", "c2"]),
        ("jardins de la durance", ["c1"]),
        ("asi", []),
        (code(AG, MemberId("c2")), ["c2"]),
        (code(AG, MemberId("c2")).lower() + " ", ["c2"]),
        (code(AssemblyId("autre"), MemberId("c2")), []),
        ("", ["b1", "b2", "c1", "c2", "e1"]),
    ],
)
def test_a_line_answers_to_how_its_names_begin_and_to_its_code(typed, found):
    assert [one["member"] for one in answering(ROLL, typed)] == found


def test_a_code_is_eight_signs_that_a_simple_reader_knows():
    codes = {code(AG, MemberId(f"m{number}")) for number in range(1000)}

    assert len(codes) == 1000
    assert all(len(one) == 8 and one.isalnum() and one == one.upper() for one in codes)


def a_line(member, college="a", holder=None):
    return {"member": member, "name": member.capitalize(), "college": college, "holder": holder}


def test_a_cap_that_shrank_and_a_college_that_changed_are_warned_of_and_nothing_is_lost():
    rules = ProxyRules(ruled(1, "19"), ruled(Fraction(1, 20), "19"), ruled(False, "19.2"))
    lines = [a_line("alma", holder="dario"), a_line("basile", holder="dario"), a_line("chloe", "b", "elsa")]
    lines += [a_line("dario"), a_line("elsa")]

    assert [(one.words.partition(",")[0], one.article) for one in beyond(lines, rules, 39)] == [
        ("Dario porte 2 pouvoirs", "art. 19 des statuts"),
        (
            "Le pouvoir de Chloe à Elsa passe d’un collège à un autre depuis que la liste a changé.",
            "art. 19.2 des statuts",
        ),
    ]
    assert len(list(beyond(lines, rules, 40))) == 1


def test_powers_are_entered_one_after_the_other_and_each_refusal_says_who_may_still_receive(hall):
    hall.convene()
    page = hall.path("/pouvoirs/saisie")

    given = hall.send(page, grantor="els", holder="fel")
    assert given.url.path == page
    assert "Elsa d’Ancelle → Félix Manteyer" in words(given)
    assert "Félix Manteyer : complet" in words(given)
    scanned = hall.send(page, grantor=code(AssemblyId(hall.assembly), MemberId("alma")), holder="basile onde")
    assert "Alma Reynier → Basile Onde" in words(scanned)

    full = hall.send(page, grantor="commune", holder="fel")
    assert "Plusieurs membres répondent à « de »" in words(hall.send(page, grantor="de", holder="fel"))
    assert "Personne sur la liste ne répond à « zzz »" in words(hall.send(page, grantor="zzz", holder="fel"))
    chained = hall.send(page, grantor="basile", holder="fel")
    assert full.status_code == 409
    assert "Peuvent encore recevoir un pouvoir : Banque du Dévoluy, Jardins de la Durance" in words(full)
    assert "Ce membre porte les pouvoirs d’autres" in words(chained)
    assert 'value="basile"' in chained.text


def test_powers_are_printed_one_a_member_with_a_code_that_finds_her_line(hall):
    hall.convene()
    hall.send(hall.path("/pouvoirs"), grantor="elsa", holder="felix")

    paper = hall.irene.get(hall.path("/pouvoirs.pdf")).content

    text = PdfReader(BytesIO(paper)).pages
    assert len(text) == 7
    mark = code(AssemblyId(hall.assembly), MemberId("alma"))
    [of_alma] = [page.extract_text() for page in text if "Alma Reynier" in page.extract_text()]
    assert mark in of_alma
    assert "Alma Reynier" in words(hall.irene.get(hall.path(f"/presence?q={mark}")))


def test_the_signed_sheet_is_kept_by_its_hash_once_the_meeting_is_over(hall):
    hall.convene()
    hall.day_comes()
    hall.come("alma", "basile")
    page, scan = hall.path("/feuille/signee"), b"%PDF-1.7\n%signed\n%%EOF\n"

    def give(content=scan):
        sent = {"file": ("f.pdf", content, "application/pdf")}
        return hall.irene.post(page, data={"gesture": "5" * 32}, files=sent)

    assert "levez d’abord la séance" in words(give())
    hall.send(hall.path("/ouverture"), chair="alma")
    hall.send(hall.path("/cloture"))
    assert "Donnez un PDF ou une image" in words(give(b"des mots"))
    assert "Garder la feuille de présence signée" in words(hall.irene.get(hall.path()))

    kept, again = give(), give()
    assert "empreinte" in words(kept)
    assert words(again) == words(kept)
    [fact] = hall.facts(SheetKept)
    assert hall.irene.get(f"{page}/{fact.digest}").content == scan
    assert hall.irene.get(f"{page}/{'0' * 64}").status_code == 404


def test_presence_from_afar_is_refused_without_an_article_of_the_statutes(hall):
    hall.convene()
    hall.day_comes()

    refused = hall.irene.post(hall.path("/presence/alma"), data={"gesture": "6" * 32, "remote": "true"})

    assert "Les statuts ne tiennent pas pour présent qui suit à distance." in words(refused)


def test_presence_from_afar_is_ticked_and_its_incident_noted_where_the_statutes_allow_it(hall):
    allowed = replace(adopted.statutes, remote=Remote(video=ruled(True, "22.4")))
    hall.site.given(replace(adopted, version=StatutesId("v2"), in_force_from=in_days(-30), statutes=allowed))
    hall.convene()
    hall.day_comes()

    hall.irene.post(hall.path("/presence/alma"), data={"gesture": "7" * 32, "remote": "true"})

    page = words(hall.irene.get(hall.path("/presence")))
    assert "présent à distance" in page
    assert "Noter un incident technique" in page
    said = {"what": "Plus de son.", "effect": "Alma n’a pas pu revenir.", "cut_off": "1"}
    noted = hall.send(hall.path("/incident"), **said)
    assert "Plus de son. – Alma n’a pas pu revenir. 1 membre coupé" in words(noted)
    assert "Un incident technique a coupé des personnes présentes à distance." in words(hall.irene.get(hall.path()))
