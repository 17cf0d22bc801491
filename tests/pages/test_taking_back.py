"""What is taken back, corrected or inherited, at the counter: the sheet tells it, each step has its paper."""

import pytest

from governance.membership.facts import (
    AdmissionRedated,
    ApplicationWithdrawn,
    Cause,
    HeirsNamed,
    MemberLeft,
    WithdrawalNotified,
    WithdrawalTakenBack,
)
from governance.membership.invariant_facts import InvariantBroken
from governance.words import Day, MemberId, Office
from projections.membership import lives, members
from projections.membership.members import AsOf
from tests.coop import LEA, admitted, adopted, applied, scic
from tests.documents.reading import Paper
from tests.site import Site
from web.falling_due import end_memberships, watch

LATER = Day("2199-12-31")


@pytest.fixture
def secretary(site: Site):
    site.given(adopted(scic()))
    site.person(LEA, "Léa Œuvrard")
    return site.browser(site.person("sec", "Sacha Secrétaire", Office.SECRETARY))


def press(site, browser, path, gesture="a" * 32, **typed):
    return browser.post(site.at(f"/membres/lea/{path}"), data={"gesture": gesture, **typed})


def written(site, kind):
    return [fact for fact in site.facts if isinstance(fact, kind)]


def test_a_withdrawal_notified_by_mistake_is_taken_back_from_the_sheet(site: Site, secretary):
    site.given(admitted(LEA), WithdrawalNotified(LEA, Day("2026-02-01"), LATER))

    before = secretary.get(site.at("/membres/lea")).text
    after = press(site, secretary, "retrait/annulation", on="02/02/2026")
    press(site, secretary, "retrait/annulation", on="02/02/2026")
    end_memberships(site.office)

    assert "Son retrait prend effet le 31 décembre 2199." in before
    assert "Son retrait prend effet" not in after.text
    assert written(site, WithdrawalTakenBack) == [WithdrawalTakenBack(LEA, Day("2026-02-02"))]
    with site.office.reading() as db:
        assert lives.withdrawing(db) == []


def test_a_candidate_gives_up_then_applies_again_once(site: Site, secretary):
    site.given(applied(LEA))
    again = {"category": "benevoles", "college": "benevoles", "on": "03/02/2026"}

    twice = press(site, secretary, "candidature", **again)
    gone = press(site, secretary, "candidature/retrait", "b" * 32, on="02/02/2026")
    back = press(site, secretary, "candidature", "c" * 32, **again)

    assert "attend déjà une réponse" in twice.text
    assert "candidature retirée" in gone.text
    assert "candidature à examiner" in back.text
    assert written(site, ApplicationWithdrawn) == [ApplicationWithdrawn(LEA, Day("2026-02-02"))]


@pytest.mark.parametrize(("day", "member_then"), [("01/06/2020", True), ("01/06/2025", False)])
def test_a_corrected_admission_is_of_its_true_day_in_the_register(site: Site, secretary, day, member_then):
    site.given(admitted(LEA))

    sheet = press(site, secretary, "admission/jour", on=day)

    assert "écrite d’abord au 1er février 2021" in sheet.text
    [corrected] = written(site, AdmissionRedated)
    with site.office.reading() as db:
        assert members.is_member(db, MemberId("lea"), AsOf(Day("2021-03-01"))) == member_then
        assert members.is_member(db, MemberId("lea"), AsOf(corrected.on))


def test_the_estate_is_written_to_and_somebody_named_to_be_paid(site: Site, secretary):
    site.given(admitted(LEA), MemberLeft(LEA, Cause.DEATH, Day("2026-02-01")))

    before = secretary.get(site.at("/membres/lea")).text
    after = press(site, secretary, "succession", heirs="Me Anouk Berger\n2 rue Carnot, Gap", on="02/02/2026")
    with site.office.reading() as db:
        steps = {step["kind"]: step["position"] for step in lives.of_member(db, LEA)}
    papers = {
        kind: Paper(secretary.get(site.at(f"/membres/lea/pieces/{steps[kind]}.pdf")).content).words
        for kind in ("MemberLeft", "HeirsNamed")
    }

    assert "La qualité de membre ne s’hérite pas" in before
    assert "Me Anouk Berger" in after.text
    assert "Aux ayants droit de Léa Œuvrard" in papers["MemberLeft"]
    assert "Me Anouk Berger" in papers["HeirsNamed"]
    assert "Léa Œuvrard" in papers["HeirsNamed"]
    assert len(written(site, HeirsNamed)) == 1


def test_a_lost_condition_is_asked_and_told(site: Site, secretary):
    site.given(admitted(LEA))

    unsaid = press(site, secretary, "depart", cause="automatic_loss", on="01/02/2026")
    told = press(site, secretary, "depart", "b" * 32, cause="automatic_loss", lost="use_ended", on="01/02/2026")

    assert "Dites quelle condition" in unsaid.text
    assert "elle n’utilise plus les services" in told.text


def test_what_was_broken_from_the_start_is_told_once_with_its_task(site: Site, secretary):
    site.given(admitted(LEA))
    looked: dict[str, int] = {}

    for _ in range(3):
        watch(site.office, looked)

    assert [fact.invariant for fact in written(site, InvariantBroken)] == ["three-links"]
    assert "Convoquez une assemblée générale extraordinaire." in secretary.get(site.at("/")).text
