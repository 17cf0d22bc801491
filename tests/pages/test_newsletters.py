"""The newsletter at the counter: composed from what is new, put in order, read, sent once, published."""

from governance.membership.facts import ActorKind, MemberAdmitted, OrganisationRegistered
from governance.network.card_facts import CardId, CardWritten
from governance.network.catalogue import CatalogueName, StateName
from governance.network.news_facts import NewsletterComposed, NewsletterSent, NewsWanted
from governance.words import MemberId, Office, Public
from tests.coop import adopted, scic
from tests.hall import in_days
from tests.rules.network.test_meetings import planned
from tests.site import Site


def card(name: str, catalogue: str, title: str) -> CardWritten:
    said = (CatalogueName(catalogue), Public(title), (), StateName("ouvert"))
    return CardWritten(CardId(name), *said, on=in_days(-1))


def test_it_is_composed_from_what_is_new_ordered_sent_and_published(site: Site):
    site.given(adopted(scic()))
    who, day = MemberId("fournil"), in_days(-3)
    site.given(OrganisationRegistered(who, Public("Le Fournil"), ActorKind.ESS_ENTERPRISE, False))
    site.given(MemberAdmitted(who, "benevoles", "benevoles", day))
    ada = site.person("ada", "Ada Secrète", email="ada@exemple.fr")
    site.given(MemberAdmitted(MemberId(ada), "benevoles", "benevoles", day))
    site.given(card("b1", "besoins", "Une sono"), card("o1", "offres", "Une remorque"))
    site.given(type(planned)(**vars(planned) | {"day": in_days(9), "group": None}))
    secretary = site.browser(site.person("sec", "Sacha Secrétaire", Office.SECRETARY))
    there, reader = site.at("/reseau/lettres/nouvelle"), site.browser(ada)
    blank = secretary.get(there).text
    need, offer = "reseau/fiches/besoins/b1", "reseau/fiches/offres/o1"
    typed = {"title": "Nouvelles", "kept": [offer, need], f"ranks.{need}": "1", f"ranks.{offer}": "2",
             f"texts.{need}": "Qui prête une sono ?", "gesture": "a" * 32}  # fmt: skip

    wrong = secretary.post(there, data=typed | {"title": ""})
    shown = secretary.post(there, data=typed)
    secretary.post(there, data=typed)
    home = f"/{site.slug}/lettres/{'a' * 32}"
    hidden = reader.get(home).status_code
    reader.post(site.at("/mon-espace/lettre"), data={"gesture": "b" * 32})
    sending = site.at(f"/reseau/lettres/{'a' * 32}/envoi")
    counted = secretary.get(sending).text
    secretary.post(sending, data={"gesture": "c" * 32})
    again = secretary.post(sending, data={"gesture": "d" * 32})
    members_only = site.browser().get(home).status_code
    secretary.post(site.at(f"/reseau/lettres/{'a' * 32}/mise-en-ligne"), data={"gesture": "e" * 32})
    public = site.browser().get(home)

    for said in ("Le Fournil", "1 personne", "Une sono", "Une remorque", planned.title):
        assert said in blank
    assert "Ada" not in blank
    assert wrong.status_code == 422
    assert "Qui prête une sono" in wrong.text
    assert shown.text.index("Qui prête une sono") < shown.text.index("Une remorque")
    assert (hidden, members_only, public.status_code) == (404, 404, 200)
    assert "1 personne a demandé" in counted
    assert again.status_code == 409
    assert "ne part pas deux fois" in again.text
    assert "Qui prête une sono" in public.text
    assert "Une sono" not in secretary.get(there).text, "what was told is not new any more"
    kinds = (NewsletterComposed, NewsletterSent, NewsWanted)
    assert [type(fact) for fact in site.facts if isinstance(fact, kinds)] == [
        NewsletterComposed, NewsWanted, NewsletterSent,
    ]  # fmt: skip


def test_the_secretariat_writes_down_who_asked_for_it_on_paper(site: Site):
    secretary = site.browser(site.person("sec", "Sacha Secrétaire", Office.SECRETARY))
    ada = site.person("ada", "Ada")
    there = site.at(f"/membres/{ada}/lettre")

    secretary.post(there, data={"answer": "letter", "gesture": "a" * 32})

    assert [fact.way.value for fact in site.facts if isinstance(fact, NewsWanted)] == ["letter"]
    assert "Elle ne la veut plus" in secretary.get(there).text
