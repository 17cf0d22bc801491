"""A small cooperative at the end of a year: who subscribed, paid, gave, left, was paid back."""

from governance.capital.facts import (
    CancellationId,
    CapitalCalled,
    ClaimId,
    SharesCancelled,
    SharesPaid,
    SharesReimbursed,
    SharesSubscribed,
    SharesTransferred,
    ShareValued,
)
from governance.membership.facts import Cause, MemberAdmitted, MemberLeft
from governance.statutes.facts import Organ
from governance.words import Cents, Day, MemberId, Office, SubscriptionId
from tests.coop import adopted, scic
from tests.rules.capital.holders import HALF
from tests.site import Site

NOMINAL = Cents(5000)


def subscribed(member: str, shares: int, on: str, paid: int):
    promised = SharesSubscribed(SubscriptionId(f"{member}.{on}"), MemberId(member), shares, NOMINAL, Day(on))
    return [promised, SharesPaid(promised.subscription, promised.member, Cents(paid), Day(on), f"VIR {member} {on}")]


def a_year(site: Site) -> None:
    """2025: 1 000 € at its opening, 5 350 € at its end; 200 € not called; 120 € owed to Zoé, who left."""
    site.given(adopted(scic()))
    site.person("sec", "Sacha Secrétaire", Office.SECRETARY)
    site.person("aud", "Alix Réviseur", Office.AUDITOR)
    for who, name in (("ana", "Ana Lefèbvre"), ("bo", "Bo Marchand"), ("zoe", "Zoé Dupont"), ("max", "Max Parti")):
        site.person(who, name)
        site.given(MemberAdmitted(MemberId(who), "benevoles", "benevoles", Day("2021-01-01")))
    site.given(
        *subscribed("ana", 10, "2021-03-01", 50_000),
        *subscribed("zoe", 4, "2022-03-01", 20_000),
        *subscribed("max", 6, "2023-03-01", 30_000),
        MemberLeft(MemberId("zoe"), Cause.WITHDRAWAL, Day("2025-02-01")),
        *subscribed("bo", 91, "2025-04-02", 435_000),
        CapitalCalled("call", HALF, Day("2026-02-01"), Day("2025-06-01"), "CA du 1er juin"),
        SharesTransferred(MemberId("ana"), MemberId("bo"), 2, NOMINAL, Day("2025-07-01"), Organ.BOARD, "CA du 28 juin"),
        SharesCancelled(CancellationId("c1"), ClaimId("zoe"), MemberId("zoe"), 4, NOMINAL, Cents(0), Day("2025-09-01")),
        ShareValued(Day("2025-12-31"), Cents(0), Cents(0), Cents(0), HALF * 0, HALF * 0, Day("2026-01-10")),
        SharesReimbursed(CancellationId("c1"), MemberId("zoe"), Cents(8000), Day("2025-11-05"), "VIR 12"),
        MemberLeft(MemberId("max"), Cause.WITHDRAWAL, Day("2025-12-01")),
        *subscribed("ana", 3, "2026-01-15", 15_000),
    )
