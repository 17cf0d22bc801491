"""The register of agreements: with whom, about what, for how much; who authorised it, and what the assembly ruled."""

from psycopg import Connection
from psycopg.rows import DictRow

from governance.decision.facts import AgreementRecorded, AgreementRuled
from projections.membership.members import AsOf
from projections.register import Register

agreements = Register(
    name="agreements",
    apart=("agreement",),
    schema="""
        create table agreement (
            id         text primary key,
            party      text not null,
            object     text not null,
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
        create index agreement_ruling_agreement on agreement_ruling (agreement);
    """,
    sentences={
        AgreementRecorded: """
            insert into agreement select agreement, party, object, amount, "on", authorised, at, position from {facts}
        """,
        AgreementRuled: """
            insert into agreement_ruling select agreement, decision, approved, "on", at, position from {facts}
        """,
    },
)


def page(db: Connection[DictRow], as_of: AsOf) -> list[DictRow]:
    """The agreements concluded by a day, the last first, with the numbers of the decisions about them; `approved` is
    None until the assembly ruled. As the record knew them at a moment.
    """
    sentence = """
        select agreement.*, person.name, board.number as authorised_number,
            ruling.approved, ruled.number as ruled_number
        from agreement join person on person.id = party
        left join decision as board on board.id = authorised
        left join lateral (
            select * from agreement_ruling
            where agreement_ruling.agreement = agreement.id
                and happened <= %(day)s::date::text and at <= %(known)s::timestamptz
            order by agreement_ruling.position desc limit 1
        ) as ruling on true
        left join decision as ruled on ruled.id = ruling.decision
        where agreement.happened <= %(day)s::date::text and agreement.at <= %(known)s::timestamptz
        order by agreement.happened desc, agreement.position desc
    """
    return db.execute(sentence, as_of.asked).fetchall()


def of(db: Connection[DictRow], agreement: str) -> DictRow | None:
    sentence = "select agreement.*, person.name from agreement join person on person.id = party where agreement.id = %s"
    return db.execute(sentence, [agreement]).fetchone()
