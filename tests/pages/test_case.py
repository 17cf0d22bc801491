"""The case of the assembly: what is printed the day before counts the powers that are known."""

from pypdf import PdfReader

from governance.assembly.presence_facts import FormReceived
from governance.words import AssemblyId, CollegeId, MemberId
from tests.browser.sitting import gather
from tests.hall import in_days


def test_the_case_of_tomorrow_holds_the_sheet_the_cards_and_the_quorum(site, tmp_path):
    gather(site)
    site.given(FormReceived(AssemblyId("ag"), MemberId("basile"), in_days(-1), CollegeId("salaries")))

    answer = site.browser("irene").get(site.at("/assemblees/ag/mallette.pdf"))

    paper = tmp_path / "mallette.pdf"
    paper.write_bytes(answer.content)
    words = " ".join("\n".join(page.extract_text() for page in PdfReader(paper).pages).split())
    assert "il faut 2 personnes, présentes ou représentées, sur 8" in words
    assert "Recyclerie de la Luye 2 voix" in words  # her own, and the power that Elsa gave
    assert "Elsa d’Ancelle 1 voix" not in words
    assert "Basile Onde 1 voix" not in words  # a form of hers has come
    assert "Alma Reynier 1 voix" in words
    assert "Élire le conseil d’administration" in words
    assert words.count("Candidat ou candidate") == 1  # one of the two resolutions elects
    assert site.browser("felix").get(site.at("/assemblees/ag/mallette.pdf")).status_code == 403
