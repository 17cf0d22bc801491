"""The page of the year, from the closing day to the last receipt."""

import re

from governance.words import Office
from tests.hall import settle

PDF = ("recepisse.pdf", b"%PDF-1.7 depot", "application/pdf")
FILING = "/annee/2025-12-31/filing"


def sent(site, browser, path, files=None, **told):
    form = browser.get(site.at(path)).text
    gesture = re.search(r'name="gesture" value="([0-9a-f]+)"', form)[1]
    return browser.post(site.at(path), data={"gesture": gesture, **told}, files=files)


def test_the_year_unfolds_from_its_closing_and_each_duty_waits_for_its_receipt(site):
    settle(site)
    irene, elsa = site.browser("irene"), site.browser("elsa")

    assert "Dire quand l’exercice se clôt" in irene.get(site.at("/")).text
    assert sent(site, irene, "/annee/cloture", closing="31/12").status_code == 422
    assert "Déposer les comptes au greffe" in sent(site, irene, "/annee/cloture", closing="31/12/2025").text
    assert "Le conseil arrête les comptes" in irene.get(site.at("/")).text
    assert "Dites ce qui le prouve" in sent(site, irene, FILING, on="30/06/2026").text
    page = sent(site, irene, FILING, files={"file": PDF}, on="30/06/2026", receipt="Récépissé 118").text

    assert "Récépissé 118" in page
    paper = re.search(r'href="([^"]+/annee/pieces/[^"]+)"', page)[1]
    assert irene.get(paper).content == PDF[1]
    assert "Récépissé 118" in elsa.get(site.at("/annee")).text
    assert elsa.get(paper).status_code == 403


def test_only_the_secretariat_tells_the_year(site):
    settle(site)
    site.person("paul", "Paul", Office.BOARD)

    assert site.browser("paul").get(site.at("/annee/cloture")).status_code == 403
    assert site.browser("irene").get(site.at("/annee/2025-12-31/inconnu")).status_code == 404
