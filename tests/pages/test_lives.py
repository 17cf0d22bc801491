"""The life of a membership at the counter: newcomers, ratification, withdrawal, exclusion, absence, dues, papers."""

from dataclasses import replace

import pytest

from governance.assembly.facts import AssemblyConvened, AssemblyPlanned, MandateEntered, RollSealed
from governance.capital.facts import SharesPaid, SharesSubscribed
from governance.dues.facts import DuesCalled, DuesReminded
from governance.membership.exclusion_facts import ExclusionProposed
from governance.membership.facts import (
    AbsenceWarned,
    AdmissionRatified,
    ApplicationRejected,
    CategoryChanged,
    Cause,
    MemberLeft,
    MembershipApplied,
    MembershipIrregular,
    RejectionReported,
    WithdrawalNotified,
)
from governance.membership.invariant_facts import InvariantBroken
from governance.statutes.facts import Form, Loss, LossCause, Organ
from governance.words import (
    AssemblyId,
    CategoryId,
    Cents,
    CollegeId,
    Day,
    MemberId,
    Office,
    PersonId,
    Public,
    StatutesId,
)
from tests.coop import admitted, adopted, scic
from tests.documents.reading import Paper
from tests.rules.assembly.coop import opened, tabled
from tests.rules.statutes.samples import ruled
from tests.site import Site
from web.falling_due import end_memberships, warn_absent
from web.lives import PRINTED

GESTURE = "a" * 32
NEWCOMER = {
    "name": "Zoé d’Œuvre", "address": "3 rue du Port\n05200 Embrun", "category": "structures", "college": "structures",
    "shares": "4", "amount": "200,00", "reference": "Chèque 12", "on": "01/02/2026",
}  # fmt: skip
strict = replace(
    scic(),
    ratification=ruled(Organ.ASSEMBLY, "13.2"),
    rejection_reported=ruled(True, "13.3"),
    loss=Loss(absence_n_ago=ruled(3, "14.2")),
)


@pytest.fixture
def secretary(site: Site):
    site.given(adopted(strict))
    return site.browser(site.person("sec", "Sacha Secrétaire", Office.SECRETARY))


def members(site: Site, *names: str, college: str = "benevoles") -> None:
    for name in names:
        site.person(name, name.capitalize())
    site.given(*(admitted(name, college) for name in names))


def press(site: Site, browser, path: str, gesture: str = GESTURE, **typed):
    return browser.post(site.at(path), data={"gesture": gesture, **typed})


def written(site: Site, kind):
    return [fact for fact in site.facts if isinstance(fact, kind)]


def paper(site: Site, browser, path: str) -> Paper:
    answer = browser.get(site.at(path))
    assert answer.headers["content-type"] == "application/pdf", answer.text
    return Paper(answer.content)


def test_a_newcomer_in_one_page_and_one_print(site: Site, secretary):
    sheet = press(site, secretary, "/membres/nouveau", **NEWCOMER)

    assert sheet.status_code == 200
    assert "candidature à examiner" in sheet.text
    assert "L’admission revient à : conseil d’administration." in sheet.text.replace("\u00a0", " ")
    [applied], [subscribed], [paid] = (
        written(site, kind) for kind in (MembershipApplied, SharesSubscribed, SharesPaid)
    )
    assert applied == MembershipApplied(
        MemberId(GESTURE), CategoryId("structures"), CollegeId("structures"), Day("2026-02-01")
    )
    assert (subscribed.shares, paid.amount, paid.subscription) == (4, 20_000, subscribed.subscription)
    printed = paper(site, secretary, f"/membres/{GESTURE}/adhesion.pdf")
    for words in ("Bulletin de souscription", "Reçu d’un versement", "Zoé d’Œuvre", "3 rue du Port", "candidature"):
        assert words in printed.words


def test_the_next_meeting_of_the_board_is_named(site: Site, secretary):
    board = AssemblyPlanned(AssemblyId("ca"), Organ.BOARD, Public("Conseil"), Day("2199-03-05"), "18:30", Public("Gap"))
    site.given(board)

    assert "Prochaine réunion : le 5 mars 2199" in press(site, secretary, "/membres/nouveau", **NEWCOMER).text.replace(
        "\u00a0", " "
    )


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"shares": "3"}, "au moins 4"),
        ({"shares": ""}, "au moins 4"),
        ({"amount": "200,01"}, "200,00"),
        ({"amount": "1,00"}, "libère"),
        ({"address": ""}, "obligatoire"),
        ({"category": "amis", "shares": "4"}, "ne connaissent pas la catégorie"),
    ],
)
def test_a_newcomer_who_cannot_be_leaves_nothing_behind(site: Site, secretary, changed, sentence):
    page = press(site, secretary, "/membres/nouveau", **(NEWCOMER | changed))

    assert page.status_code in (409, 422)
    assert sentence in page.text or page.status_code == 409
    assert "Zoé d’Œuvre" in page.text
    assert written(site, MembershipApplied) == []


def test_what_stopped_between_two_gestures_goes_on_when_the_form_is_sent_again(site: Site, secretary, monkeypatch):
    counter, given = site.office, []
    execute = counter.execute

    def crash(command, by, gesture, at=None):
        given.append(gesture)
        if len(given) == 2:
            raise OSError("the lights went out")
        return execute(command, by, gesture, at)

    monkeypatch.setattr(counter, "execute", crash)
    with pytest.raises(OSError, match="lights"):
        press(site, secretary, "/membres/nouveau", **NEWCOMER)
    assert (len(written(site, MembershipApplied)), len(written(site, SharesSubscribed))) == (1, 0)

    for _ in range(2):
        assert press(site, secretary, "/membres/nouveau", **NEWCOMER).status_code == 200
    assert [len(written(site, kind)) for kind in (MembershipApplied, SharesSubscribed, SharesPaid)] == [1, 1, 1]


def test_an_organisation_comes_with_its_shares(site: Site, secretary):
    form = NEWCOMER | {"name": "UDESS 05", "kind": "ess_enterprise", "seat": "Gap", "representative_name": "Léa"}

    sheet = press(site, secretary, "/membres/nouveau/organisation", **form)

    assert "UDESS 05" in sheet.text
    assert len(written(site, SharesPaid)) == 1


def test_an_organ_that_the_statutes_do_not_name_needs_a_reason(site: Site, secretary):
    press(site, secretary, "/membres/nouveau", **NEWCOMER)
    path, form = f"/membres/{GESTURE}/admission", {"on": "02/02/2026", "organ": "assembly", "gesture": "b" * 32}

    refused = press(site, secretary, path, **form)
    accepted = press(site, secretary, path, **form, despite="Le conseil n’avait pas de quorum.")

    assert refused.status_code == 409
    assert "art. 13 des statuts" in refused.text
    assert "Enregistré malgré une règle" in accepted.text
    assert "Le conseil n’avait pas de quorum." in accepted.text
    assert [fact.article for fact in written(site, MembershipIrregular)] == ["13"]


def test_the_hundred_and_first_member_of_a_sarl_is_refused_at_the_counter(site: Site):
    browser = site.browser(site.person("sec", "Sacha", Office.SECRETARY))
    site.given(adopted(replace(scic(), form=Form.SARL)), *(admitted(f"m{n}") for n in range(100)))
    press(site, browser, "/membres/nouveau", **NEWCOMER)

    page = press(site, browser, f"/membres/{GESTURE}/admission", "b" * 32, on="02/02/2026")

    assert page.status_code == 409
    assert "au plus 100 associés" in page.text
    assert "223-3" in page.text


def test_the_assembly_ratifies_some_and_is_told_of_rejections(site: Site, secretary):
    for name in ("lea", "tom", "iris"):
        site.person(name, name.capitalize())
    by_board = replace(admitted("lea"), organ=Organ.BOARD)
    site.given(by_board, replace(by_board, member=MemberId("tom")))
    site.given(ApplicationRejected(MemberId("iris"), Day("2026-01-05")))

    page = secretary.get(site.at("/membres/admissions"))
    done = press(site, secretary, "/membres/admissions", on="01/02/2026", ratified=["lea", "tom"], reported="iris")

    assert all(name in page.text for name in ("Lea", "Tom", "Iris"))
    assert "Rien à rapporter" in done.text
    assert [fact.member for fact in written(site, AdmissionRatified)] == ["lea", "tom"]
    assert [fact.member for fact in written(site, RejectionReported)] == ["iris"]
    site.given(replace(by_board, member=MemberId("iris")))
    press(site, secretary, "/membres/iris/ratification/refus", "c" * 32, on="01/02/2026")
    assert [fact.cause for fact in written(site, MemberLeft)] == [Cause.NOT_RATIFIED]


def test_a_withdrawal_of_today_ends_a_membership_and_one_to_come_waits(site: Site, secretary):
    members(site, "lea", "tom")

    now = press(site, secretary, "/membres/lea/retrait", on="01/02/2026", effective="01/03/2026")
    later = press(site, secretary, "/membres/tom/retrait", "b" * 32, on="01/02/2026", effective="31/12/2199")

    assert "n’est plus membre" in now.text
    assert "Retrait notifié, avec effet au 31 décembre 2199" in later.text.replace("\u00a0", " ")
    assert "retrait, avec effet au 31" in secretary.get(site.at("/")).text.replace("\u00a0", " ")
    assert [fact.member for fact in written(site, MemberLeft)] == ["lea"]


def test_on_its_day_a_withdrawal_takes_effect_by_itself_and_once(site: Site, secretary):
    members(site, "lea")
    site.given(WithdrawalNotified(MemberId("lea"), Day("2025-12-01"), Day("2026-01-01")))

    for _ in range(2):
        end_memberships(site.office)

    assert written(site, MemberLeft) == [MemberLeft(MemberId("lea"), Cause.WITHDRAWAL, Day("2026-01-01"))]


def test_an_exclusion_from_its_grounds_to_its_end(site: Site, secretary):
    members(site, "lea")
    base = "/membres/lea/exclusion"
    grounds = {"grounds": "Elle a vidé la caisse.", "on": "01/02/2026", "assembly_on": "20/02/2026"}

    early = press(site, secretary, base, "b" * 32, **(grounds | {"assembly_on": "10/02/2026"}))
    told = press(site, secretary, base, "b" * 32, **grounds)
    [proposed] = written(site, ExclusionProposed)
    unheard = press(site, secretary, f"{base}/decision", "c" * 32, on="20/02/2026", minutes="PV du 20 février")
    press(site, secretary, f"{base}/audition", "d" * 32, on="15/02/2026", came="true", said="Je l’ai rendue.")
    excluded = press(site, secretary, f"{base}/decision", "c" * 32, on="20/02/2026", minutes="PV du 20 février")

    assert "au moins 15 jours" in early.text
    assert "Une exclusion est proposée" in told.text
    assert "exclusion proposée à l’assemblée" not in secretary.get(site.at("/")).text
    assert "n’a pas été entendue" in unheard.text
    assert "n’est plus membre" in excluded.text
    assert proposed.assembly_on == Day("2026-02-20")
    assert written(site, MembershipIrregular) == []
    record = b"".join(entry.data for entry in site.office.record.entries()).decode()
    assert "caisse" not in record


def test_every_step_has_its_paper(site: Site, secretary):
    members(site, "lea")
    steps = {
        "categorie": {"category": "salaries", "college": "salaries", "on": "01/02/2026"},
        "exclusion": {"grounds": "Absente.", "on": "01/02/2026", "assembly_on": "20/02/2026"},
        "exclusion/audition": {"came": "false", "on": "02/02/2026"},
        "exclusion/classement": {"on": "03/02/2026"},
        "retrait": {"on": "04/02/2026", "effective": "05/02/2026"},
    }
    for number, (path, form) in enumerate(steps.items()):
        sheet = press(site, secretary, f"/membres/lea/{path}", f"{number}" * 32, **form)
        assert sheet.status_code == 200, sheet.text

    with site.office.reading() as db:
        rows = db.execute("select position, kind from step where member = 'lea' order by position").fetchall()
    papers = {row["kind"]: paper(site, secretary, f"/membres/lea/pieces/{row['position']}.pdf") for row in rows}

    assert set(papers) <= PRINTED
    assert "vous votez" in papers["ExclusionProposed"].words
    assert "Absente." in papers["ExclusionProposed"].words
    assert "cinq ans" in papers["MemberLeft"].words
    assert secretary.get(site.at("/membres/lea/pieces/1.pdf")).status_code == 404
    assert sheet.text.count("/pieces/") == len(rows)
    assert len(written(site, CategoryChanged)) == 1


def test_an_alert_stays_on_the_home_page_until_it_is_mended(site: Site, secretary):
    members(site, "lea", college="salaries")
    members(site, "udess", college="structures")
    members(site, "tom")

    press(site, secretary, "/membres/lea/depart", cause="automatic_loss", lost="employment_ended", on="01/02/2026")

    [broken] = written(site, InvariantBroken)
    home = secretary.get(site.at("/")).text
    assert broken.invariant == "three-links"
    assert "Convoquez une assemblée générale extraordinaire." in home
    assert "19 septies" in home
    press(site, secretary, "/membres/tom/categorie", "b" * 32, category="salaries", on="01/02/2026")
    site.given(admitted("zoe"))
    assert "Convoquez une assemblée générale extraordinaire." in secretary.get(site.at("/")).text


def assembly(year: int, called=("lea",)):
    name = AssemblyId(f"ag{year}")
    plan = AssemblyPlanned(name, Organ.ASSEMBLY, Public(f"AG {year}"), Day(f"{year}-06-10"), "18:30", Public("Gap"))
    roll = [
        MandateEntered(name, MemberId(one), PersonId(one), CategoryId("benevoles"), None, True, None) for one in called
    ]
    return [plan, tabled(1, assembly=name), *roll, replace(opened, assembly=name)]


def test_absences_are_counted_and_stated_once_the_notice_warned(site: Site, secretary):
    members(site, "lea", "tom")
    site.given(*(fact for year in (2022, 2023, 2024) for fact in assembly(year, ("lea", "tom"))))
    site.given(AbsenceWarned(MemberId("lea"), AssemblyId("ag2024"), Day("2024-05-20"), 2, Public("14.2")))

    page = secretary.get(site.at("/membres/absences")).text
    form = secretary.get(site.at("/membres/lea/absence")).text
    done = press(site, secretary, "/membres/lea/absence", assemblies=["ag2022", "ag2023", "ag2024"])

    assert page.count("Constater la perte") == 1
    assert "non avertie" in page
    assert form.count('name="assemblies"') == 3
    assert "n’est plus membre" in done.text
    assert written(site, MemberLeft) == [
        MemberLeft(MemberId("lea"), Cause.AUTOMATIC_LOSS, Day("2024-06-10"), LossCause.ABSENCE)
    ]


def test_the_notice_warns_who_may_lose_her_membership(site: Site, secretary):
    members(site, "lea", "tom")
    site.given(*(fact for year in (2022, 2023) for fact in assembly(year)))
    name = AssemblyId("next")
    plan = AssemblyPlanned(name, Organ.ASSEMBLY, Public("AG"), Day("2199-06-10"), "18:30", Public("Gap"))
    site.given(plan, tabled(1, assembly=name))
    convened = AssemblyConvened(name, Day("2026-02-01"), StatutesId("v1"), 99, 15)
    roll = [replace(line, assembly=name) for line in assembly(2022, ("lea", "tom")) if isinstance(line, MandateEntered)]
    site.given(*roll, RollSealed(name, StatutesId("v1"), 2, ()), convened)

    for _ in range(2):
        warn_absent(site.office)

    [warned] = written(site, AbsenceWarned)
    assert (warned.member, warned.assembly, warned.missed, warned.article) == ("lea", "next", 2, "14.2")
    notices = [paper(site, secretary, f"/assemblees/next/convocations/{who}.pdf").words for who in ("lea", "tom")]
    assert ["Avertissement" in words for words in notices] == [True, False]


def test_dues_are_called_paid_waived_and_reminded(site: Site, secretary):
    members(site, "lea", "tom", "iris")
    site.given(adopted(replace(strict, form=Form.ASSOCIATION), "2021-01-01", "v2"))
    call = {
        "year": "2026", "category": "benevoles", "amount": "20", "on": "01/01/2026", "due": "28/02/2026",
        "votes": "true",
    }  # fmt: skip

    unquoted = press(site, secretary, "/cotisations/appel", **call)
    press(site, secretary, "/cotisations/appel", **call, article="8")
    sheet = press(site, secretary, "/membres/lea/cotisations/2026", "b" * 32, amount="20", on="01/02/2026")
    press(site, secretary, "/membres/tom/cotisations/2026/dispense", "c" * 32, reason="Sans emploi.", on="01/02/2026")
    year = press(site, secretary, "/cotisations/2026", "d" * 32, members=["iris"])

    assert "rien d’autre n’ôte un vote" in unquoted.text
    assert written(site, DuesCalled)[0].amount == Cents(2000)
    assert "Cotisation 2026" in sheet.text
    assert [fact.member for fact in written(site, DuesReminded)] == ["iris"]
    assert "rappelée le" in year.text
    told = secretary.get(site.at("/cotisations/2026.csv")).content.decode("utf-8-sig").splitlines()
    assert "art. 8 des statuts" in told[1]
    assert [line.partition(";")[0] for line in told[1:]] == ["Iris", "Lea", "Tom"]
    letters = paper(site, secretary, "/cotisations/2026/rappels.pdf")
    assert "Rappel de cotisation" in letters.words
    assert "vous ne pourrez pas voter" in letters.words
    assert len(letters.pages) == 1
    assert "Cotisations" in secretary.get(site.at("/cotisations")).text


def test_who_is_no_member_of_the_secretariat_prints_nothing(site: Site, secretary):
    members(site, "lea")
    auditor = site.browser(site.person("aud", "Réviseur", Office.AUDITOR))

    assert auditor.get(site.at("/membres/lea")).status_code == 200
    assert "/pieces/" not in auditor.get(site.at("/membres/lea")).text
    assert auditor.get(site.at("/membres/lea/pieces/9.pdf")).status_code == 403
