"""One mailing of certificates: each holder has hers once, by e-mail or on paper, and it is known how and when."""

from governance.membership.person import ChangeContact
from governance.membership.person_facts import NoticeAgreed, Way
from governance.words import Clear, Day, PersonId, Said
from tests.conftest import Database
from tests.documents.reading import Paper
from tests.mail.outbox import turn, working
from tests.mail.post import post_office
from tests.pages.test_capital import plain, send
from tests.site import Site
from tests.yearend import a_year


def test_each_holder_has_hers_once_by_e_mail_or_on_paper(site: Site, cooperative: Database):
    a_year(site)
    site.given(NoticeAgreed(PersonId("bo"), Way.LETTER, Day("2025-01-01")))
    mailbox = Clear(PersonId("bo"), Said.EMAIL, "bo@coop.example")
    site.office.execute(ChangeContact(PersonId("bo"), email=mailbox), PersonId("sec"), "contact")
    site.office.wait(site.head)
    secretary = site.browser("sec")

    before = plain(secretary.get(site.at("/capital/attestations?au=31/12/2025")))
    after = send(site, secretary, "/capital/attestations", day="31/12/2025")
    again = send(site, secretary, "/capital/attestations", day="31/12/2025")
    with post_office() as (postmaster, server), working(site, cooperative, server) as outbox:
        turn(outbox)
        turn(outbox)
        [letter] = postmaster.received
    [enclosed] = [part for part in letter.walk() if part.get_content_type() == "application/pdf"]
    [where] = {link for link in after.text.split('"') if "/capital/attestations/" in link}
    page = plain(secretary.get(where))
    paper = Paper(secretary.get(f"{where}.pdf").content)

    assert "1 par courriel 2 à imprimer" in before
    assert where in again.text
    assert "bo@coop.example" in letter["To"]
    assert "Bo Marchand" in Paper(enclosed.get_content()).words
    assert "Bo Marchand partie par courriel" in page
    assert "Ana Lefèbvre sur papier" in page
    assert ["Ana" in paper.pages[0], "Max" in paper.pages[1], len(paper.pages)] == [True, True, 2]


def test_a_member_takes_her_own(site: Site):
    a_year(site)

    ana = site.browser("ana")

    assert "/mon-espace/attestation.pdf" in ana.get(site.at("/mon-espace")).text
    assert "Ana Lefèbvre" in Paper(ana.get(site.at("/mon-espace/attestation.pdf")).content).words
    assert site.browser("zoe").get(site.at("/mon-espace/attestation.pdf")).status_code == 404
