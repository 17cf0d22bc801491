"""Electronic notice at the counter: on the sheet, and beside the button that convenes."""

from dataclasses import replace

import pytest

from governance.assembly.facts import AssemblyPlanned
from governance.membership.person_facts import NoticeAgreed, NoticeWithdrawn, Purpose, Way
from governance.statutes.facts import Form, Organ
from governance.words import AssemblyId, Day, Office, Public
from tests.coop import admitted, adopted, scic
from tests.hall import in_days
from tests.site import Site

AGREED = {"way": "letter", "purpose": "meetings", "on": "10/01/2026", "gesture": "a" * 32}
REGISTERED = "aussi une lettre recommandée"


@pytest.fixture
def secretary(site: Site):
    browser = site.browser(site.person("sec", "Sacha Secrétaire", Office.SECRETARY))
    site.person("lea", "Léa Œuvrard", email="lea@example.org")
    return browser


def test_an_agreement_stands_on_the_sheet_until_it_is_withdrawn(site: Site, secretary):
    given = secretary.post(site.at("/membres/lea/accord-electronique"), data=AGREED)
    again = secretary.post(site.at("/membres/lea/accord-electronique"), data=AGREED)
    form = {"on": "10/02/2026", "gesture": "b" * 32}
    withdrawn = secretary.post(site.at("/membres/lea/accord-electronique/retrait"), data=form)

    assert "Accepté le 10 janvier 2026 par une lettre signée" in given.text
    assert again.status_code == 200
    assert "Accord retiré le 10 février 2026" in withdrawn.text
    assert site.facts[-2:] == [
        NoticeAgreed("lea", Way.LETTER, Day("2026-01-10"), Purpose.MEETINGS),
        NoticeWithdrawn("lea", Day("2026-02-10")),
    ]


@pytest.mark.parametrize(("form", "told"), [(Form.SARL, "R. 223-20"), (Form.SA, "R. 225-63"), (Form.SAS, "")])
def test_convening_tells_who_needs_a_letter_where_the_form_wants_an_agreement(site: Site, secretary, form, told):
    ours = replace(scic(), form=form)
    planned = AssemblyPlanned(AssemblyId("ag"), Organ.ASSEMBLY, Public("AG"), in_days(30), "18:30", Public("Gap"))
    site.given(adopted(ours), admitted("lea"), planned)

    before = secretary.get(site.at("/assemblees/ag/convocation"))
    secretary.post(site.at("/membres/lea/accord-electronique"), data=AGREED)
    after = secretary.get(site.at("/assemblees/ag/convocation"))

    assert (REGISTERED in before.text) == bool(told)
    assert told in before.text
    assert REGISTERED not in after.text
