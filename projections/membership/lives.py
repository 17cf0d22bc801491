"""The register of lives: every step of every membership, from the application to the last payment, one row a fact; and
of whom one reaches for it, and who holds an office.
"""

from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow

from governance.capital.facts import (
    FormalNoticeSent,
    LossClaimed,
    RecoveryGivenUp,
    ReimbursementAsked,
    ReimbursementReturned,
    ReimbursementScheduled,
    SharesCancelled,
    SharesExchanged,
    SharesPaid,
    SharesReimbursed,
    SharesSubscribed,
    SharesTakenOver,
    SharesTransferred,
)
from governance.dues.facts import DuesPaid, DuesReminded, DuesWaived
from governance.membership.exclusion_facts import ExclusionProposed, ExclusionSetAside, MemberHeard
from governance.membership.facts import (
    AbsenceWarned,
    AdmissionRatified,
    AdmissionRedated,
    ApplicationRejected,
    ApplicationWithdrawn,
    CategoryChanged,
    CollegeChanged,
    ContactChanged,
    HeirsNamed,
    MemberAdmitted,
    MemberLeft,
    MembershipApplied,
    MembershipIrregular,
    OfficeLeft,
    OfficeTaken,
    RejectionReported,
    RepresentativeNamed,
    WithdrawalNotified,
    WithdrawalTakenBack,
)
from governance.statutes.facts import Organ
from governance.words import Day, Fact, MemberId
from projections.register import Register

STEPS: tuple[type[Fact], ...] = (
    *(MembershipApplied, MemberAdmitted, ApplicationRejected, AdmissionRatified, RejectionReported),
    *(CollegeChanged, CategoryChanged, AbsenceWarned, WithdrawalNotified, MembershipIrregular),
    *(ExclusionProposed, MemberHeard, ExclusionSetAside, MemberLeft, HeirsNamed),
    *(ApplicationWithdrawn, AdmissionRedated, WithdrawalTakenBack),
    *(SharesSubscribed, SharesPaid, SharesTakenOver, SharesExchanged, FormalNoticeSent, RecoveryGivenUp),
    *(ReimbursementAsked, SharesCancelled, ReimbursementScheduled, SharesReimbursed),
    *(LossClaimed, ReimbursementReturned),
    *(DuesPaid, DuesWaived, DuesReminded),
)

_STEP = """
    insert into step
    select position, member, '{kind}', "on", at, by,
        to_jsonb(fact) - array['position', 'at', 'by', 'sort_key', 'heard']
    from {{facts}}
"""

lives = Register(
    name="lives",
    apart=("member", "person"),
    schema="""
        create table step (
            position bigint not null,
            member   text not null,
            kind     text not null,
            day      text not null,
            at       timestamptz not null,
            by       text not null,
            said     jsonb not null,          -- the fields of the fact
            primary key (position, member)
        );
        create index step_member on step (member, day, position);
        create index step_kind on step (kind, day);
    """,
    sentences={
        **{kind: _STEP.format(kind=kind.__name__) for kind in STEPS},
        SharesTransferred: """
            insert into step
            select position, whose, 'SharesTransferred', "on", at, by,
                to_jsonb(fact) - array['position', 'at', 'by', 'sort_key', 'heard']
            from {facts}, lateral (values (giver), (receiver)) as holder (whose)
        """,
        RepresentativeNamed: """
            insert into step
            select position, whose, 'RepresentativeNamed', "on", at, by,
                to_jsonb(fact) - array['position', 'at', 'by', 'sort_key', 'heard']
            from {facts}, lateral (values (member), (person)) as either (whose)
        """,
        **{kind: _STEP.replace("member", "person").format(kind=kind.__name__) for kind in (OfficeTaken, OfficeLeft)},
        ContactChanged: """
            insert into step
            select position, person, 'ContactChanged', (at at time zone 'Europe/Paris')::date::text, at, by, '{}'
            from {facts}
        """,
    },
)


def of_member(db: Connection[DictRow], member: MemberId) -> list[DictRow]:
    """Every step, in the order of days, then as they were written; with the words of reasons, as the vault allows, and
    the name of the `other` where two take part.
    """
    sentence = """
        select step.*, reason.words, other.name as other from step left join reason using (position)
        left join person as other on other.id <> member
            and other.id in (said ->> 'member', said ->> 'person', said ->> 'giver', said ->> 'receiver')
        where member = %s order by day, step.position
    """
    return db.execute(sentence, [member]).fetchall()


def step(db: Connection[DictRow], member: MemberId, position: int) -> dict[str, Any] | None:
    sentence = """
        select step.*, reason.words from step left join reason using (position) where member = %s and position = %s
    """
    return db.execute(sentence, [member, position]).fetchone()


def to_ratify(db: Connection[DictRow], organ: Organ) -> list[DictRow]:
    """The admissions decided by another organ that this one has not confirmed, of those who are still there."""
    sentence = """
        select admitted.*, person.name, person.legal from step as admitted join person on person.id = admitted.member
        where admitted.kind = 'MemberAdmitted' and admitted.said->>'organ' <> %s and not exists (
            select from step as since where since.member = admitted.member and since.position > admitted.position
                and since.kind in ('AdmissionRatified', 'MemberLeft')
        )
        order by admitted.day, person.sort_key
    """
    return db.execute(sentence, [organ.value]).fetchall()


def to_report(db: Connection[DictRow]) -> list[DictRow]:
    """The rejections of which the assembly was not told."""
    sentence = """
        select rejected.*, person.name, person.legal from step as rejected join person on person.id = rejected.member
        where rejected.kind = 'ApplicationRejected' and not exists (
            select from step as since where since.member = rejected.member and since.position > rejected.position
                and since.kind = 'RejectionReported'
        )
        order by rejected.day, person.sort_key
    """
    return db.execute(sentence).fetchall()


def withdrawing(db: Connection[DictRow], by: Day | None = None) -> list[DictRow]:
    """The withdrawals notified that have not ended a membership yet; `by`: those that take effect by that day."""
    sentence = """
        select told.position, told.member, told.day, told.said->>'effective' as effective, person.name
        from step as told join person on person.id = told.member
        where told.kind = 'WithdrawalNotified' and (%(by)s::text is null or told.said->>'effective' <= %(by)s)
            and not exists (
                select from step as since where since.member = told.member and since.position > told.position
                    and since.kind in ('MemberLeft', 'WithdrawalTakenBack')
            )
        order by effective, person.sort_key
    """
    return db.execute(sentence, {"by": str(by) if by else None}).fetchall()


def exclusion(db: Connection[DictRow], member: MemberId) -> list[DictRow]:
    """The steps of the exclusion that is proposed: its grounds first, then the hearing. Empty: none is."""
    sentence = """
        with last as (
            select max(position) filter (where kind = 'ExclusionProposed') as begun,
                max(position) filter (where kind in ('ExclusionSetAside', 'MemberLeft')) as ended
            from step where member = %(member)s
        )
        select step.*, reason.words from step left join reason using (position), last
        where member = %(member)s and kind in ('ExclusionProposed', 'MemberHeard')
            and position >= begun and begun > coalesce(ended, 0)
        order by position
    """
    return db.execute(sentence, {"member": member}).fetchall()


def excluding(db: Connection[DictRow]) -> list[DictRow]:
    """The exclusions that wait for an assembly, the nearest first."""
    sentence = """
        select told.member, told.said->>'assembly_on' as day, person.name
        from step as told join person on person.id = told.member
        where told.kind = 'ExclusionProposed' and not exists (
            select from step as since where since.member = told.member and since.position > told.position
                and since.kind in ('ExclusionSetAside', 'MemberLeft')
        )
        order by day, person.sort_key
    """
    return db.execute(sentence).fetchall()


def last_reminders(db: Connection[DictRow], year: str) -> list[DictRow]:
    """The last reminder of the dues of a year to each member who still owes them, in the order of names."""
    sentence = """
        select * from (
            select distinct on (step.member) step.*, reason.words, person.sort_key from step
            join person on person.id = step.member left join reason using (position)
            where step.kind = 'DuesReminded' and step.said->>'year' = %(year)s order by step.member, step.position desc
        ) as last
        where exists (
            select from dues_of join dues_call using (year) join member_period on subject = dues_of.member
                and trait = 'category' and value = dues_call.category and upper_inf(valid) and upper_inf(known)
            where dues_of.member = last.member and dues_of.year = %(year)s
                and waived is null and paid < dues_call.amount
        )
        order by sort_key
    """
    return db.execute(sentence, {"year": year}).fetchall()
