"""Registers of what surrounds a notice: given facts, these rows; and the same when they are built again."""

from fractions import Fraction

import pytest

from governance.assembly.convening_facts import (
    Convener,
    ConvenerNamed,
    DocumentLaid,
    NoticeCorrected,
    NoticePosted,
    Piece,
    PieceSetAside,
    PointAnswered,
    PointId,
    PointRequested,
    PostingProved,
)
from governance.assembly.facts import Backing, Matter, NoticeSent
from governance.statutes.facts import Kind, RequestBase
from governance.words import Day, MemberId, PersonId, Public
from projections.assembly import convening, meetings, notices
from projections.follower import Follower
from projections.registers import REGISTERS
from tests.rules.assembly.coop import MEMBERS, SPRING, ready
from tests.site import open_site

ALMA, ELSA, TODAY = PersonId("alma"), PersonId("elsa"), Day("2026-03-02")
asked = PointRequested(
    PointId("p1"), SPRING, (MemberId("basile"), MemberId("alma")), Public("Jardin"), Public("Ouvrir."), Kind.ORDINARY,
    Matter.GENERAL, Day("2026-02-01"), Fraction(1, 3), Fraction(1, 6), RequestBase.MEMBERS, Public("24.4"),
)  # fmt: skip
PDF = (9, "application/pdf", TODAY)
around_the_notice = (
    DocumentLaid(SPRING, Piece.ACCOUNTS, Public("Comptes 2025"), "a" * 64, *PDF),
    PieceSetAside(SPRING, Piece.AUDITOR_CALLED, Public("Aucun commissaire.")),
    asked,
    PointAnswered(asked.point, SPRING, True, Backing.NEITHER, Public(""), Day("2026-02-02")),
    PostingProved(SPRING, "b" * 64, *PDF),
    ConvenerNamed(SPRING, Convener.CHAIR, Public("statuts"), Public("20")),
)
corrected = NoticeCorrected(SPRING, 1, Day("2026-03-03"), Public("Jardin"))


@pytest.fixture
def site(cooperative):
    with open_site(cooperative) as site:
        for name in (*MEMBERS, "farida"):
            site.person(name, name.capitalize(), email="" if name == "elsa" else f"{name}@exemple.fr")
        yield site


def rows(site, query, *wanted):
    with site.office.reading() as db:
        return query(db, *wanted)


def states(site):
    return {row["person"]: row["state"] for row in rows(site, notices.of, SPRING, TODAY)}


def test_a_corrected_notice_is_due_to_everybody_again_and_the_history_keeps_both(site):
    site.given(*ready, NoticeSent(SPRING, ALMA, "m"), NoticePosted(SPRING, ELSA, TODAY))
    assert (states(site)["alma"], states(site)["elsa"]) == ("sent", "posted")

    site.given(corrected)

    assert (states(site)["alma"], states(site)["elsa"]) == ("due", "none")
    assert "alma" in {row["recipient"] for row in rows(site, notices.due, Day("2026-03-03"))}
    site.given(NoticePosted(SPRING, ELSA, Day("2026-03-03"), "1A12345678901", 1))
    told = [(row["person"], row["edition"], row["state"], row["detail"]) for row in rows(site, notices.history, SPRING)]
    assert told == [("alma", 0, "sent", "m"), ("elsa", 0, "posted", ""), ("elsa", 1, "posted", "1A12345678901")]


def test_what_members_asked_for_what_lies_ready_and_who_convened(site):
    site.given(*ready, *around_the_notice)

    [point] = rows(site, convening.points, SPRING)
    assert (point["names"], point["held"], point["accepted"]) == (["Alma", "Basile"], "1/3", True)
    assert [row["title"] for row in rows(site, convening.documents, SPRING)] == ["Comptes 2025"]
    assert [row["piece"] for row in rows(site, convening.aside, SPRING)] == ["auditor-called"]
    assert [row["digest"] for row in rows(site, notices.proofs, SPRING)] == ["b" * 64]
    meeting = rows(site, meetings.of, SPRING)
    assert (meeting["convener"], meeting["capacity"], meeting["manner"]) == ("chair", "statuts", "session")


TABLES = ("assembly", "notice", "notice_edition", "document", "piece_aside", "point", "posting_proof")


def dump(site):
    with site.office.reading() as db:
        return {table: db.execute(f"select * from {table} order by 1, 2").fetchall() for table in TABLES}


def test_built_again_they_are_the_same(site, cooperative):
    site.given(*ready, *around_the_notice, NoticeSent(SPRING, ALMA, "m"), corrected)
    followed = dump(site)

    house = cooperative.house
    follower = Follower(site.office.record, site.office.vault, house.conninfo(cooperative.name, "worker"), REGISTERS)
    follower.rebuild(["meetings", "convening", "notices"])

    assert dump(site) == followed
