"""The demonstration tells what the reports tell, exactly, and nothing of anybody in its facts."""

import re
from collections import Counter
from fractions import Fraction

import psycopg
import pytest

from governance.assembly.facts import AdjournedForLackOfQuorum, AssemblyPlanned
from governance.decision.facts import DecisionRecorded
from governance.membership.facts import ContactErased
from governance.network.facts import MeetingReported, NeedStated, ProposalMade, SurveyReported, VisionStated
from governance.project.facts import (
    Checked,
    Condition,
    Counted,
    MilestonePlanned,
    MilestonePostponed,
    MilestoneReached,
)
from governance.record import log
from governance.statutes.facts import Organ, StatutesAdopted, Voice
from governance.vote.facts import VoteCounted
from governance.words import Clear, Day, Said
from tests.palabre import runner
from tests.registers.dump import dump
from tests.site import Site
from tests.stories.conftest import copied, told_by
from web.commands import follower_of, the_cooperative
from web.commands.demo import FOLDER
from web.house import House

ALPES, POLE = "hautes-alpes", "pole-economie-solidaire"
FORUM, DIJON = Day("2018-11-06"), Day("2017-11-07")


def said(site: Site, kind: type) -> list:
    return [fact for fact in site.facts if isinstance(fact, kind)]


def test_every_gesture_was_carried_out(sites: dict[str, Site]):
    assert {slug: site.head for slug, site in sites.items()} == {ALPES: 659, POLE: 202}


def test_loaded_again_it_stays_as_it_is(
    demonstration: House,
    sites: dict[str, Site],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    monkeypatch.setenv("PALABRE_HOME", str(demonstration.folder))
    palabre = runner(monkeypatch, capsys)
    file = FOLDER / f"{POLE}.yaml"

    assert "sont déjà là" in palabre("demo").printed
    assert palabre("import", POLE, str(file)) == (0, "146 gestes accomplis.\n", "")
    assert sites[POLE].head == 202


def test_time_never_goes_back(sites: dict[str, Site], slug: str):
    moments = [entry.at for entry in sites[slug].office.record.entries()]

    assert moments == sorted(moments)


# What the report of the forum of Embrun (6 November 2018) says


def test_the_survey_has_its_base_and_its_five_needs(sites: dict[str, Site]):
    [survey] = said(sites[ALPES], SurveyReported)

    assert (survey.population, survey.respondents, survey.unit) == (310, 28, "établissements")
    assert len(said(sites[ALPES], NeedStated)) == 5


def test_seven_visions_look_at_2023_and_three_proposals_bind_nobody(sites: dict[str, Site]):
    visions, proposals = said(sites[ALPES], VisionStated), said(sites[ALPES], ProposalMade)

    assert [(vision.on, vision.horizon) for vision in visions] == [(FORUM, Day("2023"))] * 7
    assert [proposal.on for proposal in proposals] == [FORUM] * 3
    assert not [fact for fact in said(sites[ALPES], DecisionRecorded) if not FORUM.surely_before(fact.on)]


def test_the_workshop_had_more_than_twenty_people_and_nobody_counted_them(sites: dict[str, Site]):
    forum = said(sites[ALPES], MeetingReported)[0]

    assert (forum.on, forum.place, forum.present, forum.at_least) == (FORUM, "Embrun", None, 20)


def test_the_roadmap_has_six_steps_each_after_those_that_the_report_names(sites: dict[str, Site]):
    plans = {plan.milestone: (plan.after, plan.after_any) for plan in said(sites[ALPES], MilestonePlanned)}

    assert plans == {
        "groupe-de-travail": ((), ()),
        "structure-pilote": (("groupe-de-travail",), ()),
        "etablir-la-feuille": (("groupe-de-travail", "structure-pilote"), ()),
        "scic": (("etablir-la-feuille",), ()),
        "ptce": (("scic",), ()),
        "french-impact": ((), ("scic", "ptce")),
    }


def test_the_scic_waits_for_ten_structures_and_is_reached_with_the_tenth(sites: dict[str, Site]):
    [plan] = [plan for plan in said(sites[ALPES], MilestonePlanned) if plan.milestone == "scic"]
    [reached] = [fact for fact in said(sites[ALPES], MilestoneReached) if fact.milestone == "scic"]

    assert (plan.conditions, plan.due) == ((Condition(Counted.STRUCTURES, 10),), Day("2023"))
    assert (reached.checked, reached.despite) == ((Checked(Counted.STRUCTURES, 10, 10),), "")
    assert {fact.milestone for fact in said(sites[ALPES], MilestonePostponed)} == {"scic", "ptce"}


def test_three_resolutions_are_adopted_rejected_and_opposed_by_their_collèges(sites: dict[str, Site]):
    counts = {fact.vote: fact.count for fact in said(sites[ALPES], VoteCounted)}
    agency = counts["v-ag-2026-06-3"]

    assert [counts[f"v-ag-2026-06-{n}"].adopted for n in (1, 2, 3)] == [True, False, True]
    assert agency.for_ == Fraction(175, 3)  # 20 + 40/3 + 0 + 25
    assert sum(line.tally.for_ for line in agency.lines) < sum(line.tally.against for line in agency.lines)


def test_an_assembly_lacked_its_quorum_and_was_called_again(sites: dict[str, Site]):
    [adjourned] = said(sites[ALPES], AdjournedForLackOfQuorum)
    [second] = [plan for plan in said(sites[ALPES], AssemblyPlanned) if plan.second_call_of]

    assert (adjourned.present, adjourned.represented, adjourned.need, adjourned.entitled) == (5, 0, 6, 18)
    assert second.second_call_of == adjourned.assembly


# What the report of the meeting of Dijon (7 November 2017) says


def test_the_pole_has_five_collèges_one_of_them_advisory_and_no_weight(sites: dict[str, Site]):
    for adopted in said(sites[POLE], StatutesAdopted):
        scheme = adopted.statutes.scheme(Organ.BOARD)
        assert scheme
        assert Counter(college.voice for college in scheme.colleges) == {Voice.DELIBERATIVE: 4, Voice.ADVISORY: 1}
        assert {college.weight for college in scheme.colleges} == {None}


def test_its_organs_meet_as_often_as_the_report_says(sites: dict[str, Site]):
    reported, *_ = said(sites[POLE], StatutesAdopted)

    assert {(each.organ, each.least, each.most, each.month) for each in reported.statutes.meetings} == {
        (Organ.BOARD, 5, 6, None),
        (Organ.EXECUTIVE, 12, 12, None),
        (Organ.ASSEMBLY, 1, 1, 5),
    }


def test_ten_people_were_at_the_meeting_of_dijon(sites: dict[str, Site]):
    meeting = said(sites[POLE], MeetingReported)[0]

    assert (meeting.on, meeting.place, meeting.present) == (DIJON, "Dijon", 10)


def test_its_board_can_weigh_no_vote_and_says_why(demonstration: House):
    with copied(demonstration, POLE) as site:
        page = site.browser("sec").post(
            site.at("/resolutions/r-ca-2026-11-1/scrutin"), data={"gesture": "a" * 32, "channels": "hands"}
        )

        assert page.status_code == 409
        assert "poids" in page.text
        assert "compte rendu du 7/11/2017, § 2" in page.text
        assert site.head == 202


# What both of them keep


def words_about_people(slug: str) -> set[str]:
    """Everything that the file says of somebody, and each part of a name."""
    found: set[str] = set()
    for given in told_by(slug).gestures:
        for value in vars(given.command).values():
            if isinstance(value, Clear):
                found.add(value.words)
                found |= {part for part in re.split(r"[ ’-]", value.words) if value.said is Said.NAME and len(part) > 3}
    return found


def test_no_byte_of_any_fact_names_anybody(sites: dict[str, Site], slug: str):
    words = words_about_people(slug)
    entries = [entry.data.decode().casefold() for entry in sites[slug].office.record.entries()]

    assert len(words) > 30
    assert not [word for word in words if any(word.casefold() in entry for entry in entries)]


def test_the_vault_has_every_word_of_them(demonstration: House, sites: dict[str, Site], slug: str):
    with psycopg.connect(demonstration.conninfo("palabre_" + slug.replace("-", "_"), "worker")) as db:
        rows = db.execute("select name, email, phone, address from register.person where not legal").fetchall()
    kept = {word for row in rows for word in row if word}
    given = {
        value.words
        for gesture in told_by(slug).gestures
        for value in vars(gesture.command).values()
        if isinstance(value, Clear) and value.said in (Said.NAME, Said.ADDRESS, Said.EMAIL, Said.PHONE)
    }

    assert kept == given


def test_erasing_a_contact_blanks_its_page_and_leaves_every_proof(demonstration: House):
    with copied(demonstration, ALPES) as site:
        secretary, sheet = site.browser("sec"), site.at("/membres/ben-1")
        before = [entry.leaf for entry in site.office.record.entries()]
        assert "rosalie.ceard@example.org" in secretary.get(sheet).text

        secretary.post(f"{sheet}/effacement", data={"scope": "contact", "on": "01/03/2026", "gesture": "a" * 32})
        for who, gesture in (("sec", "b" * 32), ("rep-udess05", "c" * 32)):
            said = {"agrees": "true", "reason": "Elle l’a demandé.", "gesture": gesture}
            site.browser(who).post(site.at(f"/demandes/{'a' * 32}"), data=said)

        after = [entry.leaf for entry in site.office.record.entries()]
        assert isinstance(site.facts[-1], ContactErased)
        assert after[: len(before)] == before
        assert log.root(after[: len(before)]) == log.root(before)
        page = secretary.get(sheet).text
        assert "Rosalie Céard" in page
        assert "rosalie.ceard" not in page
        with site.office.reading() as db:
            row = db.execute("select email, phone from person where id = 'ben-1'").fetchone()
        assert row == {"email": None, "phone": None}


def test_registers_made_again_are_those_that_followed(demonstration: House, slug: str):
    cooperative = the_cooperative(demonstration, slug)
    with psycopg.connect(demonstration.conninfo(cooperative.database, "owner"), autocommit=True) as db:
        followed = dump(db)
        with follower_of(demonstration, cooperative) as follower:
            follower.rebuild([name for (name,) in db.execute("select name from public.register").fetchall()])
        rebuilt = dump(db)

    assert rebuilt == followed
    assert sum(map(len, followed.values())) > 200


@pytest.mark.parametrize("person", ["sec", "ben-2", "rep-animacoop", "rev"])
def test_everybody_finds_something_at_home(sites: dict[str, Site], person: str):
    home = sites[ALPES].browser(person).get(sites[ALPES].at("/"))

    assert home.status_code == 200
    assert ("Université d’hiver" in home.text) == (person != "rev")
