"""A proposal is discussed by name, moderated with a reason that shows, closed by the decision; told once a day."""

from governance.evidence.remark_facts import DiscussionClosed, RemarkId, RemarkMade
from governance.evidence.trace_facts import LedTo, Thing
from governance.words import Office, PersonId, Sealed
from projections.evidence import remarks
from tests.coop import admitted, adopted, scic
from tests.hall import in_days
from tests.mail.outbox import turn, working
from tests.mail.post import post_office
from tests.pages.test_gatherings import kinds_of
from tests.rules.network.test_reports import proposed
from tests.rules.project.test_reach import D1, decided
from tests.site import Site
from web.falling_due import close_discussions

THING = f"proposal.{proposed.proposal}"


def test_a_proposal_is_discussed_moderated_and_closed_by_the_decision(site: Site):
    site.given(adopted(scic()), admitted("lea"), proposed, decided)
    lea = site.browser(site.person("lea", "Léa Lune"))
    secretary = site.browser(site.person("sec", "Sacha Secrétaire", Office.SECRETARY))
    there = site.at(f"/fil/{THING}/discussion")
    first, answer = "a" * 32, "b" * 32

    empty = lea.post(there, data={"words": "", "gesture": first})
    for _ in range(2):
        page = lea.post(there, data={"words": "Et le budget ?", "gesture": first})
    replied = secretary.post(there, data={"words": "Le voici.", "answers": first, "gesture": answer})
    deeper = lea.post(there, data={"words": "Merci.", "answers": answer, "gesture": "c" * 32})
    hide = site.at(f"/fil/{THING}/discussion/{first}")
    forbidden = lea.get(hide).status_code
    secretary.post(hide, data={"reason": "Hors sujet", "gesture": "d" * 32})
    moderated = lea.get(there).text
    secretary.post(f"{there}/fin", data={"decision": D1, "gesture": "e" * 32})
    after = lea.post(there, data={"words": "Encore.", "gesture": "f" * 32})

    assert empty.status_code == 422
    assert page.text.count("Et le budget") == 1
    assert "Léa Lune, " in page.text
    assert "Le voici." in replied.text
    assert (deeper.status_code, forbidden) == (409, 403)
    assert "Merci." in deeper.text, "what was typed stays"
    assert "Et le budget" not in moderated
    assert "Retirée par le secrétariat" in moderated
    assert "Hors sujet" in moderated
    assert after.status_code == 409
    assert "Par la décision" in lea.get(there).text
    assert len([fact for fact in site.facts if isinstance(fact, RemarkMade)]) == 2
    assert len([fact for fact in site.facts if isinstance(fact, DiscussionClosed)]) == 1
    assert "1 remarque" in lea.get(site.at("/discussions")).text
    assert lea.get(site.at(f"/fil/decision.{D1}/discussion")).status_code == 404


def test_the_decision_to_which_it_led_closes_it(site: Site):
    """Once the link is stated, without anybody pressing."""
    said = RemarkMade(RemarkId("r1"), THING, PersonId("lea"), Sealed("r1"), in_days(-1))
    site.given(adopted(scic()), proposed, decided, said)

    close_discussions(site.office)
    assert kinds_of(site, DiscussionClosed) == []
    site.given(LedTo(THING, Thing(f"decision.{D1}"), in_days(0)))
    for _ in range(2):
        close_discussions(site.office)

    assert [fact.decision for fact in kinds_of(site, DiscussionClosed)] == [D1]


def test_what_others_remarked_is_told_once_a_day(site: Site, cooperative):
    site.given(adopted(scic()), admitted("lea"), proposed)
    for who, office in (("lea", None), ("tom", Office.BOARD), ("sec", Office.SECRETARY)):
        site.person(who, who.capitalize(), *([office] if office else []), email=f"{who}@exemple.fr")
    for number, (who, days) in enumerate((("lea", -2), ("tom", -1), ("tom", -1), ("tom", 0)), 1):
        site.given(RemarkMade(RemarkId(f"r{number}"), THING, PersonId(who), Sealed(f"r{number}"), in_days(days)))

    with post_office() as (postmaster, server), working(site, cooperative, server) as outbox:
        turn(outbox)
        turn(outbox)

    letters = {str(one["To"]): one.get_body(("plain",)).get_content() for one in postmaster.received}
    assert len(postmaster.received) == 2, "Tom heard nothing new after his own words"
    assert "2 remarques" in letters["Lea <lea@exemple.fr>"], "what is of today waits for tomorrow"
    assert "3 remarques" in letters["Sec <sec@exemple.fr>"]
    with site.office.reading() as db:
        assert {row["recipient"] for row in remarks.due(db, in_days(1))} == {"lea", "sec"}
