"""A small cooperative with names, so that tests only say what is special about them."""

from functools import cache
from pathlib import Path

from governance.membership.facts import MemberAdmitted, MembershipApplied, PersonRegistered
from governance.statutes.facts import Statutes, StatutesAdopted
from governance.words import CategoryId, CollegeId, Day, MemberId, PersonId, Public, Sealed, StatutesId
from web.edge.statutes_file import read_statutes

DEMONSTRATION = Path(__file__).parent.parent / "web" / "demonstration"
LEA, TOM, IRIS, NOE = (MemberId(name) for name in ("lea", "tom", "iris", "noe"))
SALARIES, BENEVOLES = CollegeId("salaries"), CollegeId("benevoles")


@cache
def scic() -> Statutes:
    """The four collèges 20/40/15/25 of the demonstration's SCIC SAS."""
    return _read("statuts-hautes-alpes.yaml")


@cache
def association() -> Statutes:
    """An association whose weights nobody knows."""
    return _read("statuts-pole-economie-solidaire.yaml")


def _read(name: str) -> Statutes:
    statutes = read_statutes((DEMONSTRATION / name).read_text()).statutes
    assert statutes is not None
    return statutes


def adopted(statutes: Statutes, on: str = "2020-01-01", version: str = "v1") -> StatutesAdopted:
    return StatutesAdopted(StatutesId(version), Day(on), Day(on), statutes, "0" * 64, Public(""))


def known(person: str) -> PersonRegistered:
    return PersonRegistered(PersonId(person), Sealed("00" * 32))


def applied(
    member: str, college: str = "benevoles", on: str = "2021-01-01", category: str = ""
) -> MembershipApplied:
    return MembershipApplied(MemberId(member), CategoryId(category or college), CollegeId(college), Day(on))


def admitted(
    member: str, college: str = "benevoles", on: str = "2021-02-01", category: str = ""
) -> MemberAdmitted:
    return MemberAdmitted(MemberId(member), CategoryId(category or college), CollegeId(college), Day(on))
