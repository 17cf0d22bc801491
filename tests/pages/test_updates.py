"""The yearly update at the counter: sheets leave, come back by page or by coupon, and what was wrong is corrected."""

import re

import pytest

from governance.membership.facts import ActorKind, ContactChanged, OrganisationRegistered, RepresentativeNamed
from governance.membership.person_facts import NoticeAgreed, NoticeWithdrawn, Way
from governance.membership.update_facts import Answer, SheetConfirmed, UpdateClosed, UpdateReminded
from governance.rights.facts import CorrectionRequested
from governance.words import Day, MemberId, Office, PersonId, Public
from tests.coop import admitted, adopted, scic
from tests.documents.reading import Paper
from tests.hall import in_days
from tests.site import Site

UNTIL = f"{in_days(30).first:%d/%m/%Y}"
TODAY = f"{in_days(0).first:%d/%m/%Y}"


@pytest.fixture
def secretary(site: Site):
    site.given(adopted(scic()))
    for one, email in (("lea", "lea@example.org"), ("tom", "")):
        site.person(one, one.capitalize(), email=email)
        site.given(admitted(one))
    return site.browser(site.person("sec", "Sacha Secrétaire", Office.SECRETARY))


@pytest.fixture
def update(site: Site, secretary):
    """The address of an update that was just opened."""
    page = secretary.post(site.at("/mises-a-jour/nouvelle"), data={"until": UNTIL, "gesture": "a" * 32})
    return page.url.path


def kinds(site: Site, *wanted: type):
    return [fact for fact in site.facts if isinstance(fact, wanted)]


def hidden(page) -> dict[str, str]:
    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page.text))


def test_a_coupon_is_entered_by_its_code_in_one_form(site: Site, secretary, update):
    paper = Paper(secretary.get(f"{update}/lettres/1.pdf").content)
    [code] = re.findall(r"[0-9A-F]{5}-[0-9A-F]{5}", "".join(paper.pages))
    form = secretary.get(f"{update}/coupons?code={code.lower()}")
    given = {**hidden(form), "on": TODAY, "email": "tom@example.org", "notice": "email"}

    page = secretary.post(form.url.path, data=given)
    again = secretary.post(form.url.path, data=given)

    assert "Tom" in form.text
    assert page.url.path == again.url.path == update
    assert [type(fact) for fact in kinds(site, ContactChanged, NoticeAgreed, SheetConfirmed)] == [
        ContactChanged,
        NoticeAgreed,
        SheetConfirmed,
    ]
    assert kinds(site, NoticeAgreed)[0].way is Way.COUPON
    assert kinds(site, SheetConfirmed)[0].answer is Answer.COUPON


def test_an_unknown_code_is_said_and_stays_in_the_field(site: Site, secretary, update):
    page = secretary.get(f"{update}/coupons?code=nothing")

    assert page.status_code == 422
    assert "Aucune fiche ne porte ce code" in page.text
    assert 'value="nothing"' in page.text


def test_she_confirms_her_sheet_as_it_stands(site: Site, update):
    lea = site.browser("lea")
    sheet = lea.get(site.at("/mon-espace/fiche"))
    given = {**hidden(sheet), "email": "lea@example.org", "notice": "email"}

    lea.post(site.at("/mon-espace/fiche"), data=given)
    lea.post(site.at("/mon-espace/fiche"), data=given)
    after = lea.get(site.at("/mon-espace/fiche"))

    assert "Confirmer ma fiche" in sheet.text
    assert "Confirmer ma fiche" not in after.text
    assert kinds(site, ContactChanged) == []
    assert [fact.answer for fact in kinds(site, SheetConfirmed)] == [Answer.PAGE]
    assert [fact.way for fact in kinds(site, NoticeAgreed)] == [Way.PAGE]


def test_she_corrects_what_is_hers_and_asks_for_the_rest(site: Site, update):
    lea = site.browser("lea")
    first = hidden(lea.get(site.at("/mon-espace/fiche")))
    missing = lea.post(site.at("/mon-espace/fiche"), data={**first, "phone": "04 92 00 00 00"})
    given = {**first, "phone": "04 92 00 00 00", "notice": "letter", "words": "Je m’appelle Léa"}

    lea.post(site.at("/mon-espace/fiche"), data=given)

    assert missing.status_code == 422
    assert 'value="04 92 00 00 00"' in missing.text
    [changed] = kinds(site, ContactChanged)
    assert changed.phone
    assert changed.email is None
    assert len(kinds(site, NoticeWithdrawn)) == len(kinds(site, CorrectionRequested)) == 1


def test_it_is_reminded_of_and_closed(site: Site, secretary, update):
    for path, letter in (("rappel", "b"), ("rappel", "c"), ("cloture", "d")):
        page = secretary.post(f"{update}/{path}", data={"gesture": letter * 32})
    other = secretary.post(site.at("/mises-a-jour/nouvelle"), data={"until": UNTIL, "gesture": "e" * 32})

    assert "Close le" in page.text
    assert "Close le" not in other.text
    assert len(kinds(site, UpdateReminded)) == len(kinds(site, UpdateClosed)) == 1


@pytest.mark.parametrize("until", ["31/02/2027", "01/01/2020"])
def test_a_wrong_day_opens_nothing(site: Site, secretary, until):
    page = secretary.post(site.at("/mises-a-jour/nouvelle"), data={"until": until, "gesture": "a" * 32})

    assert page.status_code in (409, 422)
    assert f'value="{until}"' in page.text


def test_home_tells_whose_answer_is_awaited_and_who_is_to_be_represented_anew(site: Site, secretary, update):
    towns = [f"ville{n}" for n in range(3)]
    for town in towns:
        body = OrganisationRegistered(MemberId(town), Public(town), ActorKind.LOCAL_AUTHORITY, True)
        site.given(body, admitted(town, "partenaires", category="collectivites"))
    ends = (in_days(-1), in_days(80), in_days(100))
    site.given(
        *(
            RepresentativeNamed(MemberId(town), PersonId("tom"), Day("2020-01-01"), until=end)
            for town, end in zip(towns, ends, strict=True)
        )
    )

    office = secretary.get(site.at("/")).text
    hers = site.browser("lea").get(site.at("/")).text

    assert "2 organisations à représenter de nouveau" in office
    assert "0 réponse" in office
    assert "Votre fiche est-elle exacte" in hers
    assert "plus personne ne la représente" in secretary.get(site.at("/mandats")).text
