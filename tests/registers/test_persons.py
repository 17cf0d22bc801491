"""The registers of persons beyond membership: how each is reached, what she also is, which sheets came back."""

from dataclasses import replace
from uuid import uuid4

import pytest

from governance.assembly.facts import AssemblyConvened, AssemblyPlanned, MandateEntered, RollSealed
from governance.membership.facts import ActorKind, ContactErased, OrganisationRegistered, RepresentativeNamed
from governance.membership.person_facts import (
    Affiliated,
    AliasGiven,
    BankAccountGiven,
    NoticeAgreed,
    NoticeWithdrawn,
    OrganisationCorrected,
    PersonsMerged,
    QualityHeld,
    Way,
)
from governance.membership.update_facts import (
    Answer,
    SheetConfirmed,
    UpdateClosed,
    UpdateId,
    UpdateOpened,
    UpdateReminded,
)
from governance.record.vault import _commit
from governance.statutes.facts import Form, Organ
from governance.words import AssemblyId, CategoryId, Clear, Day, MemberId, PersonId, Public, Said, StatutesId
from projections.assembly import notices
from projections.membership import consents, persons, roster, ties, updates
from projections.membership.members import AsOf
from projections.paging import Sought
from tests.coop import admitted, adopted, scic
from tests.site import Site, open_site

TODAY, DAY, U = Day("2026-03-02"), Day("2026-01-10"), UpdateId("u1")
LEA, TOM, IRIS, NOE = (PersonId(one) for one in ("lea", "tom", "iris", "noe"))
opened = UpdateOpened(U, DAY, Day("2026-03-31"))


@pytest.fixture
def site(cooperative):
    with open_site(cooperative) as site:
        for one in (LEA, TOM, IRIS):
            site.person(one, one.capitalize(), email=f"{one}@example.org")
        site.person(NOE, "Noé")
        yield site


def read(site: Site, query, *asked):
    with site.office.reading() as db:
        return query(db, *asked)


def by_email(site: Site) -> set[str]:
    return {row["member"] for row in read(site, updates.sheets, U, TODAY) if row["by_email"]}


def said(site: Site, person: PersonId, what: Said, words: str):
    word = _commit(Clear(person, what, words), uuid4().hex)
    site.office.vault.keep([word])
    return word.seal


@pytest.mark.parametrize(
    ("form", "reached"),
    [(Form.SAS, {LEA, IRIS}), (Form.ASSOCIATION, {LEA, IRIS}), (Form.SARL, {LEA}), (Form.SA, {LEA})],
)
def test_who_is_written_to_by_e_mail_follows_her_own_word_then_the_law_of_the_form(site: Site, form, reached):
    site.given(adopted(replace(scic(), form=form)), opened, *(admitted(one) for one in (LEA, TOM, IRIS, NOE)))
    site.given(NoticeAgreed(LEA, Way.FORM, DAY), NoticeAgreed(TOM, Way.FORM, DAY), NoticeWithdrawn(TOM, DAY))

    assert by_email(site) == reached
    assert {row["id"] for row in read(site, consents.lacking, TODAY)} == {LEA, TOM, IRIS} - reached
    assert [read(site, consents.word, one, TODAY) for one in (LEA, TOM, IRIS)] == [True, False, None]


@pytest.mark.parametrize(
    ("form", "organ", "reached", "by_hand"),
    [
        (Form.SAS, Organ.ASSEMBLY, {LEA, IRIS}, {TOM: "paper", NOE: "none"}),
        (Form.SARL, Organ.ASSEMBLY, {LEA}, {TOM: "paper", IRIS: "paper", NOE: "none"}),
        (Form.SARL, Organ.BOARD, {LEA, TOM, IRIS}, {NOE: "none"}),
    ],
)
def test_a_notice_leaves_by_e_mail_to_those_whom_it_may_reach_there(site: Site, form, organ, reached, by_hand):
    ag = AssemblyId("ag")
    lines = [
        MandateEntered(ag, MemberId(one), one, CategoryId("benevoles"), None, True, None)
        for one in (LEA, TOM, IRIS, NOE)
    ]
    site.given(
        adopted(replace(scic(), form=form)),
        AssemblyPlanned(ag, organ, Public("Réunion"), Day("2026-03-30"), "18:30", Public("Gap")),
        *lines,
        RollSealed(ag, StatutesId("v1"), len(lines), ()),
        AssemblyConvened(ag, TODAY, StatutesId("v1"), 28, 15, Public("20.1")),
        *(NoticeAgreed(LEA, Way.FORM, DAY), NoticeAgreed(TOM, Way.FORM, DAY), NoticeWithdrawn(TOM, DAY)),
    )

    told = {row["person"]: row["state"] for row in read(site, notices.of, ag, TODAY)}

    assert {row["recipient"] for row in read(site, notices.due, TODAY)} == reached
    assert told == dict.fromkeys(reached, "due") | by_hand


def test_a_sheet_leaves_once_and_once_more_when_it_is_reminded_of(site: Site):
    site.given(adopted(scic()), opened, *(admitted(one) for one in (LEA, TOM, NOE)))

    def leaves() -> list[str]:
        with site.office.reading() as db:
            rows = updates.due(db, TODAY)
            for row in rows:
                db.execute(
                    "insert into public.outbox (purpose, recipient, subject, position)"
                    " values (%(purpose)s, %(recipient)s, %(subject)s, %(position)s)",
                    row,
                )
        return sorted(row["recipient"] for row in rows)

    assert leaves() == [LEA, TOM]
    assert leaves() == []
    site.given(SheetConfirmed(U, MemberId(LEA), Answer.PAGE, DAY), UpdateReminded(U, DAY))
    assert leaves() == [TOM]
    site.given(UpdateClosed(U, TODAY))
    assert leaves() == []


def test_sheets_are_counted_and_found_by_the_code_of_their_coupon(site: Site):
    site.given(adopted(scic()), opened, *(admitted(one) for one in (LEA, TOM, NOE)))
    site.given(SheetConfirmed(U, MemberId(LEA), Answer.COUPON, DAY))

    codes = {row["code"]: row["member"] for row in read(site, updates.sheets, U, TODAY)}

    assert read(site, updates.counts, U, TODAY) == {"answered": 1, "by_email": 1, "by_letter": 1}
    assert {read(site, updates.by_code, U, TODAY, code) for code in codes} == {LEA, TOM, NOE}
    assert read(site, updates.by_code, U, TODAY, "0" * 10) is None
    assert read(site, updates.by_code, UpdateId("u2"), TODAY, min(codes)) is None
    assert read(site, updates.awaited, LEA, (MemberId(LEA), MemberId(TOM))) == [TOM]
    assert [row["member"] for row in read(site, updates.letters, U, TODAY, 0, 10)] == [NOE]


def test_a_sheet_goes_to_who_speaks_for_the_organisation(site: Site):
    mjc = OrganisationRegistered(MemberId("mjc"), Public("MJC"), ActorKind.ESS_ENTERPRISE, False)
    site.given(adopted(scic()), mjc, admitted("mjc", "structures"), opened)
    site.given(RepresentativeNamed(mjc.member, TOM, DAY), RepresentativeNamed(mjc.member, LEA, DAY, until=DAY))

    assert read(site, updates.sheet, U, DAY, mjc.member)["speaker"] == LEA
    assert read(site, updates.sheet, U, TODAY, mjc.member)["speaker"] == "mjc"


def test_what_somebody_also_is_has_an_end_once_it_is_known(site: Site):
    mjc = MemberId("mjc")
    site.given(
        OrganisationRegistered(mjc, Public("MJC"), ActorKind.ESS_ENTERPRISE, False),
        QualityHeld(LEA, CategoryId("salaries"), DAY),
        QualityHeld(LEA, CategoryId("usagers"), DAY),
        QualityHeld(LEA, CategoryId("usagers"), DAY, Day("2026-02-01")),
        Affiliated(LEA, mjc, DAY),
        Affiliated(TOM, mjc, DAY, TODAY),
    )

    assert read(site, ties.qualities, LEA, Day("2026-02-01")) == ["salaries", "usagers"]
    assert read(site, ties.qualities, LEA, TODAY) == ["salaries"]
    assert [(row["what"], row["target"], row["until"]) for row in read(site, ties.of, LEA)] == [
        ("affiliation", "mjc", None),
        ("quality", "salaries", None),
        ("quality", "usagers", "2026-02-01"),
    ]
    assert [(row["person"], row["until"]) for row in read(site, ties.affiliated, mjc)] == [
        (LEA, None),
        (TOM, "2026-03-02"),
    ]


@pytest.mark.parametrize(("words", "found"), [("mjc", {LEA, "mjc"}), ("lea mjc", set()), ("tom", {TOM})])
def test_whoever_belongs_to_an_organisation_is_found_by_its_name(site: Site, words, found):
    mjc = OrganisationRegistered(MemberId("mjc"), Public("MJC d’Essai"), ActorKind.ESS_ENTERPRISE, False)
    ended = Affiliated(TOM, mjc.member, DAY, Day("2026-03-01"))
    site.given(mjc, *(admitted(one) for one in (LEA, TOM, "mjc")), Affiliated(LEA, mjc.member, DAY), ended)

    rows = read(site, roster.page, Sought(AsOf(TODAY), words))

    assert {row["id"] for row in rows} == found


def test_the_last_account_stands_and_is_forgotten_with_how_to_reach_her(site: Site):
    first, last = (said(site, LEA, Said.IBAN, words) for words in ("FR7630006000011234567890189", "FR14"))
    site.given(BankAccountGiven(MemberId(LEA), first, DAY), BankAccountGiven(MemberId(LEA), last, TODAY))

    assert read(site, persons.of, LEA)["iban"] == "FR14"
    site.given(ContactErased(LEA))
    assert read(site, persons.of, LEA)["iban"] is None
    site.given(BankAccountGiven(MemberId(LEA), last, TODAY))
    assert read(site, persons.of, LEA)["iban"] is None, "the key is gone"


def test_a_corrected_organisation_keeps_its_other_names_and_a_merged_one_leads_on(site: Site):
    mjc, old = MemberId("mjc"), MemberId("mjc-1995")
    known = [OrganisationRegistered(one, Public("Maison"), ActorKind.OTHER, False) for one in (mjc, old)]
    site.given(*known, AliasGiven(PersonId(mjc), said(site, PersonId(mjc), Said.NAME, "Foyer")))
    site.given(
        OrganisationCorrected(mjc, Public("MJC d’Essai"), ActorKind.ESS_ENTERPRISE, False, rna=Public("W051000123")),
        PersonsMerged(PersonId(mjc), PersonId(old), TODAY),
    )

    row = read(site, persons.of, PersonId(mjc))
    assert (row["name"], row["kind"], row["rna"]) == ("MJC d’Essai", "ess_enterprise", "W051000123")
    assert {"mjc", "foier"} <= set(row["heard"]), "as they sound"
    assert read(site, persons.kept, [PersonId(old)]) == [mjc]
    assert read(site, persons.closed_onto, PersonId(mjc)) == (old,)
