"""A minor at the counter: her guardian on her sheet, until she comes of age."""

from governance.membership.person_facts import GuardianNamed, MajorityReached
from governance.words import Day, MemberId, Office, PersonId
from projections.membership.offices import speaks_for
from tests.coop import admitted
from tests.site import Site


def test_a_guardian_is_named_then_the_minor_comes_of_age(site: Site):
    secretary = site.browser(site.person("sec", "Sacha Secrétaire", Office.SECRETARY))
    site.person("lea", "Léa Œuvrard")
    site.person("tom", "Tom Œuvrard")
    site.given(admitted("lea"))
    guardian = {"guardian": "tom", "on": "01/02/2026", "gesture": "a" * 32}

    named = secretary.post(site.at("/membres/lea/representant-legal"), data=guardian)
    again = secretary.post(site.at("/membres/lea/representant-legal"), data=guardian)
    of_age = secretary.post(site.at("/membres/lea/majorite"), data={"on": "04/05/2026", "gesture": "b" * 32})

    assert "Tom Œuvrard, représentant légal, depuis le 1er février 2026" in named.text.replace("</a>", "")
    assert again.status_code == 200
    assert "parle pour elle-même depuis le 4 mai 2026" in of_age.text
    assert site.facts[-2:] == [
        GuardianNamed(MemberId("lea"), PersonId("tom"), Day("2026-02-01")),
        MajorityReached(MemberId("lea"), Day("2026-05-04")),
    ]
    with site.office.reading() as db:
        assert speaks_for(db, PersonId("tom"), Day("2026-05-03")) == ("lea",)
        assert speaks_for(db, PersonId("tom"), Day("2026-05-04")) == ()
        assert speaks_for(db, PersonId("lea"), Day("2026-05-04")) == ()


def test_nobody_is_her_own_guardian(site: Site):
    secretary = site.browser(site.person("sec", "Sacha Secrétaire", Office.SECRETARY))
    site.person("lea", "Léa Œuvrard")
    form = {"guardian": "lea", "on": "01/02/2026", "gesture": "a" * 32}

    assert secretary.post(site.at("/membres/lea/representant-legal"), data=form).status_code == 409
