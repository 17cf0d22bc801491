"""The register of the year: when it closes, and which duties of which year are done."""

from psycopg import Connection
from psycopg.rows import DictRow

from governance.assembly.year_facts import DutyDone, YearEndSet
from governance.words import Day
from projections.register import Register

years = Register(
    name="years",
    schema="""
        create table year_end (
            closing  text not null,
            position bigint not null
        );
        create table duty_done (
            duty       text not null,
            closing    text not null,
            done       text not null,
            receipt    text not null,
            digest     text not null,
            media_type text not null,
            position   bigint not null
        );
        create index duty_done_of on duty_done (duty, closing, position);
    """,
    sentences={
        YearEndSet: "insert into year_end select closing, position from {facts}",
        DutyDone: """
            insert into duty_done
            select duty, closing, "on", receipt, coalesce(digest, ''), coalesce(media_type, ''), position from {facts}
        """,
    },
)


def closing(db: Connection[DictRow]) -> Day | None:
    """The last closing day that was said; the others fall on the same day of their year."""
    row = db.execute("select closing from year_end order by position desc limit 1").fetchone()
    return Day(row["closing"]) if row else None


def done(db: Connection[DictRow]) -> dict[tuple[str, str], DictRow]:
    """By duty and closing day, as last told."""
    return {
        (row["duty"], row["closing"]): row for row in db.execute("select * from duty_done order by position").fetchall()
    }


def last_review(db: Connection[DictRow]) -> Day | None:
    row = db.execute("select max(done) as done from duty_done where duty = 'review'").fetchone()
    return Day(row["done"]) if row and row["done"] else None


def paper(db: Connection[DictRow], digest: str) -> DictRow | None:
    return db.execute("select * from duty_done where digest = %s limit 1", [digest]).fetchone()


def meetings_held(db: Connection[DictRow], since: Day) -> list[DictRow]:
    """Organ and day of the meetings that were held."""
    sentence = "select organ, day from assembly where state in ('open', 'closed') and day >= %s order by day"
    return db.execute(sentence, [str(since)]).fetchall()


def annual_assembly(db: Connection[DictRow], after: Day, until: Day) -> DictRow | None:
    """The ordinary assembly planned or held after a closing and before the next: the first that has its turn."""
    sentence = """
        select assembly.* from assembly
        where organ = 'assembly' and state <> 'adjourned' and day > %s and day <= %s
            and exists (select from resolution where assembly = assembly.id and resolution.kind = 'ordinary')
        order by day limit 1
    """
    return db.execute(sentence, [str(after), str(until)]).fetchone()
