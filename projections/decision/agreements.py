"""The register of agreements: with whom, about what, for how much; who authorised it, and what the assembly ruled."""

from collections.abc import Sequence

from psycopg import Connection
from psycopg.rows import DictRow

from governance.assembly.interest_facts import AgreementSubmitted
from governance.decision.facts import AgreementRecorded, AgreementRuled
from governance.words import MemberId, ResolutionId
from projections.paging import Book
from projections.register import Register

agreements = Register(
    name="agreements",
    apart=("agreement",),
    hears={"heard": ("object",)},
    schema="""
        create table agreement (
            id         text primary key,
            party      text not null,
            object     text not null,
            sort_key   text not null,
            heard      text[] not null,
            amount     bigint,
            happened   text not null,
            authorised text,
            at         timestamptz not null,
            position   bigint not null
        );
        create table agreement_ruling (
            agreement text not null,
            decision  text not null,
            approved  boolean not null,
            happened  text not null,
            at        timestamptz not null,
            position  bigint primary key
        );
        create table agreement_submission (
            agreement  text not null,
            resolution text not null,
            interested jsonb not null,     -- the members who take no part in that vote
            at         timestamptz not null,
            position   bigint primary key
        );
        create index agreement_submission_agreement on agreement_submission (agreement);
        create index agreement_ruling_agreement on agreement_ruling (agreement);
    """,
    sentences={
        AgreementRecorded: """
            insert into agreement
            select agreement, party, object, sort_key, heard, amount, "on", authorised, at, position from {facts}
        """,
        AgreementSubmitted: """
            insert into agreement_submission select agreement, resolution, interested, at, position from {facts}
        """,
        AgreementRuled: """
            insert into agreement_ruling select agreement, decision, approved, "on", at, position from {facts}
        """,
    },
)


REGISTER = Book(
    # The agreements concluded by a day, with the numbers of the decisions about them, as the record knew them at a
    # moment; `approved` is None until the assembly ruled.
    source="""
        select agreement.*, person.name, person.sort_key as name_key, board.number as authorised_number,
            ruling.approved, ruled.number as ruled_number, submission.title as resolution,
            case when approved then 'approved' when not approved then 'refused' else 'waiting' end as state
        from agreement join person on person.id = party
        left join decision as board on board.id = authorised
        left join lateral (
            select * from agreement_ruling
            where agreement_ruling.agreement = agreement.id
                and happened <= %(day)s::date::text and at <= %(known)s::timestamptz
            order by agreement_ruling.position desc limit 1
        ) as ruling on true
        left join decision as ruled on ruled.id = ruling.decision
        left join lateral (
            select resolution.title from agreement_submission as put join resolution on resolution.id = put.resolution
            where put.agreement = agreement.id and at <= %(known)s::timestamptz
            order by put.position desc limit 1
        ) as submission on true
        where agreement.happened <= %(day)s::date::text and agreement.at <= %(known)s::timestamptz
    """,
    orders={
        "happened": ("happened", "position"),
        "name": ("name_key", "position"),
        "object": ("sort_key", "position"),
        "amount": ("coalesce(amount, 0)", "position"),
        "assembly": ("state", "position"),
    },
    filters={"assemblee": "state"},
    answers="({heard} or party in (select person.id from person where {heard}))",
)


def resolutions(db: Connection[DictRow]) -> list[DictRow]:
    """The resolutions of the assemblies that are not over: to one of them an agreement is submitted."""
    sentence = """
        select resolution.id, resolution.title, assembly.title as meeting from resolution
        join assembly on assembly.id = resolution.assembly
        where assembly.organ = 'assembly' and assembly.state not in ('closed', 'adjourned')
        order by assembly.day, resolution.number
    """
    return db.execute(sentence).fetchall()


def of(db: Connection[DictRow], agreement: str) -> DictRow | None:
    sentence = "select agreement.*, person.name from agreement join person on person.id = party where agreement.id = %s"
    return db.execute(sentence, [agreement]).fetchone()


def interested(db: Connection[DictRow], resolutions: Sequence[ResolutionId]) -> tuple[MemberId, ...]:
    """Who has an interest in one of these resolutions."""
    sentence = """
        select distinct jsonb_array_elements_text(interested) as member from agreement_submission
        where resolution = any(%s) order by 1
    """
    return tuple(MemberId(row["member"]) for row in db.execute(sentence, [list(resolutions)]))
