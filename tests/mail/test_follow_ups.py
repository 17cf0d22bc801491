"""Whoever a decision asks something of is reminded by e-mail, and the secretariat of what is to be looked at again."""

from dataclasses import replace

from governance.decision.life_facts import Change, DecisionChanged, FollowUpDone, FollowUpSet, ReviewSet, TaskId
from governance.words import DecisionId, PersonId, Public
from tests.hall import in_days
from tests.mail.outbox import link, turn, working
from tests.mail.post import post_office
from tests.rules.decision.test_decisions import agreed, voted

GARDEN, HALL = voted, replace(agreed, number=voted.number + 1)


def task(name, what, days, owner="alma", decision=GARDEN):
    return FollowUpSet(decision.decision, TaskId(name), Public(what), PersonId(owner), in_days(days))


def told(postmaster):
    """To whom, and what for."""
    letters = [(one["To"].addresses[0].addr_spec, one["Subject"].split(":")[1].strip()) for one in postmaster.received]
    return sorted(letters)


def test_reminders_leave_once_a_week_before_and_once_after(site, cooperative):
    soon, late = task("soon", "Déposer les comptes", 3), task("late", "Écrire aux voisins", -2)
    done, far = task("done", "Louer la salle", 1), task("far", "Semer", 20)
    nobody, revoked = task("nobody", "Balayer", 2, owner="elsa"), task("gone", "Vendre", 2, decision=HALL)
    site.given(GARDEN, HALL, soon, late, done, far, nobody, revoked, ReviewSet(GARDEN.decision, in_days(-1)))
    site.given(FollowUpDone(GARDEN.decision, TaskId("done"), in_days(0)))
    site.given(DecisionChanged(HALL.decision, GARDEN.decision, Change.REVOKES, in_days(0)))

    with post_office() as (postmaster, server), working(site, cooperative, server) as outbox:
        turn(outbox)
        turn(outbox)
        assert told(postmaster) == [
            ("alma@exemple.fr", "Déposer les comptes"),
            ("alma@exemple.fr", "Écrire aux voisins"),
            ("irene@exemple.fr", "Comptes"),
        ]
        site.given(replace(soon, due=in_days(5)))  # put off: reminded of anew
        turn(outbox)

    assert len(postmaster.received) == 4
    page = site.browser().post(link(postmaster.received[-1]))
    assert page.url.path == site.at(f"/decisions/{DecisionId(GARDEN.decision)}/suites/soon/ma-part")
    assert "Déposer les comptes" in page.text
