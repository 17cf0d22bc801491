"""The register of dues: what was called for each year and category, and what became of it for each member."""

from psycopg import Connection
from psycopg.rows import DictRow

from governance.dues.facts import DuesCalled, DuesPaid, DuesReminded, DuesWaived
from governance.words import Day, MemberId
from projections.register import Register

dues = Register(
    name="dues",
    schema="""
        create table dues_call (
            year     text not null,
            category text not null,
            amount   bigint not null,
            called   text not null,
            due      text not null,
            votes    boolean not null,
            article  text not null,
            primary key (year, category)
        );
        create table dues_of (
            member   text not null,
            year     text not null,
            paid     bigint not null default 0,
            waived   text,
            reminded text,
            primary key (member, year)
        );
        create index dues_of_year on dues_of (year);
    """,
    sentences={
        DuesCalled: """
            insert into dues_call
            select distinct on (year, category) year, category, amount, "on", due, votes, article
            from {facts} order by year, category, position desc
            on conflict (year, category) do update set amount = excluded.amount, called = excluded.called,
                due = excluded.due, votes = excluded.votes, article = excluded.article
        """,
        DuesPaid: """
            insert into dues_of (member, year, paid) select member, year, sum(amount) from {facts} group by member, year
            on conflict (member, year) do update set paid = dues_of.paid + excluded.paid
        """,
        DuesWaived: """
            insert into dues_of (member, year, waived) select member, year, max("on") from {facts} group by member, year
            on conflict (member, year) do update set waived = excluded.waived
        """,
        DuesReminded: """
            insert into dues_of (member, year, reminded)
            select member, year, max("on") from {facts} group by member, year
            on conflict (member, year) do update set reminded = excluded.reminded
        """,
    },
)

_STANDING = """
    select person.id, person.name, person.sort_key, category.value as category, call.year, call.amount, call.due,
        call.votes, call.article, coalesce(dues_of.paid, 0) as paid, dues_of.waived, dues_of.reminded,
        case when dues_of.waived is not null then 0 else greatest(call.amount - coalesce(dues_of.paid, 0), 0) end
            as owed
    from person
    join member_period as belongs on belongs.subject = person.id and belongs.trait = 'member'
        and belongs.value is not null and belongs.valid @> %(day)s::date and upper_inf(belongs.known)
    join member_period as category on category.subject = person.id and category.trait = 'category'
        and category.valid @> %(day)s::date and upper_inf(category.known)
    join dues_call as call on call.category = category.value
    left join dues_of on dues_of.member = person.id and dues_of.year = call.year
"""


def calls(db: Connection[DictRow]) -> list[DictRow]:
    """What was called, the last year first."""
    return db.execute("select * from dues_call order by year desc, category").fetchall()


def of_year(
    db: Connection[DictRow], year: str, day: Day, after: tuple[str, str] = ("", ""), limit: int | None = 100
) -> list[DictRow]:
    """What the members of a day owe for a year, in the order of names, a page of them after a key; None: all."""
    sentence = f"""
        {_STANDING} where call.year = %(year)s and (person.sort_key, person.id) > (%(name)s, %(id)s)
        order by person.sort_key, person.id limit %(limit)s
    """
    asked = {"year": year, "day": str(day), "name": after[0], "id": after[1], "limit": limit}
    return db.execute(sentence, asked).fetchall()


def of_member(db: Connection[DictRow], member: MemberId, day: Day) -> list[DictRow]:
    """What a member owes, the last year first."""
    sentence = f"{_STANDING} where person.id = %(member)s order by call.year desc"
    return db.execute(sentence, {"member": member, "day": str(day)}).fetchall()


def totals(db: Connection[DictRow], year: str, day: Day) -> DictRow:
    """Of the members of a day: how many were called, paid, waived or owe, and the sums in cents."""
    sentence = f"""
        select count(*) as members, count(*) filter (where owed = 0 and waived is null) as settled,
            count(*) filter (where waived is not null) as waived, count(*) filter (where owed > 0) as owing,
            coalesce(sum(amount), 0)::bigint as called, coalesce(sum(paid), 0)::bigint as paid,
            coalesce(sum(owed), 0)::bigint as owed
        from ({_STANDING} where call.year = %(year)s) as line
    """
    row = db.execute(sentence, {"year": year, "day": str(day)}).fetchone()
    assert row is not None  # an aggregate always answers a row
    return row
