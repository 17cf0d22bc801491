"""The register of what people remark about things: signed, answered, hidden with a reason, until it is closed."""

from psycopg import Connection
from psycopg.rows import DictRow

from governance.evidence.remark_facts import DiscussionClosed, RemarkHidden, RemarkMade
from governance.evidence.trace_facts import Thing
from governance.words import Day, PersonId
from projections.register import Register

remarks = Register(
    name="remarks",
    schema="""
        create table remark (
            id       text primary key,
            thing    text not null,
            person   text not null,
            answers  text,
            happened text not null,
            hidden   text,                   -- why
            position bigint not null         -- that of its words, in the register of persons
        );
        create index remark_thing on remark (thing, position);
        create index remark_person on remark (person);
        create table discussion_closed (
            thing    text primary key,
            happened text not null,
            decision text
        );
    """,
    sentences={
        RemarkMade: """
            insert into remark (id, thing, person, answers, happened, position)
            select remark, thing, person, answers, "on", position from {facts}
        """,
        RemarkHidden: "update remark set hidden = fact.reason from {facts} where id = fact.remark",
        DiscussionClosed: 'insert into discussion_closed select thing, "on", decision from {facts}',
    },
)


def of(db: Connection[DictRow], thing: Thing) -> list[DictRow]:
    """What was remarked about it, each followed by its answers, in the order in which they came; `words` are null once
    their author is forgotten. What is hidden today is hidden in the past too."""
    sentence = """
        select remark.*, coalesce(remark.hidden, today.hidden) as hidden, person.name, reason.words
        from remark left join register.remark as today using (id)
        left join person on person.id = remark.person left join reason on reason.position = remark.position
        left join remark as first on first.id = remark.answers
        where remark.thing = %s order by coalesce(first.position, remark.position), remark.position
    """
    return db.execute(sentence, [thing]).fetchall()


def count(db: Connection[DictRow], thing: Thing) -> int:
    """How many of them are read."""
    [row] = db.execute("select count(*) as many from remark where thing = %s and hidden is null", [thing]).fetchall()
    return int(row["many"])


def closed(db: Connection[DictRow], thing: Thing) -> DictRow | None:
    """Since when, and by which decision."""
    sentence = """
        select discussion_closed.*, decision.number from discussion_closed
        left join decision on decision.id = decision where thing = %s
    """
    return db.execute(sentence, [thing]).fetchone()


def decided(db: Connection[DictRow]) -> list[DictRow]:
    """The discussions still open about what has led to a decision: the thing, and the first of these decisions."""
    sentence = """
        select distinct on (trace.cause) trace.cause as thing, decision.id as decision from trace
        join decision on trace.effect = 'decision.' || decision.id
        where exists (select from remark where remark.thing = trace.cause)
            and not exists (select from discussion_closed as closed where closed.thing = trace.cause)
        order by trace.cause, trace.position
    """
    return db.execute(sentence).fetchall()


def every(db: Connection[DictRow]) -> list[DictRow]:
    """The things that are discussed, the last remarked first: how many remarks, since when, whether it is over."""
    sentence = """
        select remark.thing, count(*) filter (where hidden is null) as remarks, max(remark.happened) as last,
            bool_or(discussion_closed.thing is not null) as closed
        from remark left join discussion_closed on discussion_closed.thing = remark.thing
        group by remark.thing order by max(remark.position) desc
    """
    return db.execute(sentence).fetchall()


_NEW = """
    with concerned as (
        select thing, person, min(position) as since from remark group by thing, person
        union all select '', person, 0 from office
        where office = 'secretary' and upper_inf(known) and since <= %(day)s and (until is null or until >= %(day)s)
    )
    select concerned.person, remark.thing, remark.position from concerned
    join remark on concerned.thing in ('', remark.thing) and remark.person <> concerned.person
        and remark.position > concerned.since and hidden is null and remark.happened < %(day)s
"""
"""What others remarked before `day`: after her own first word, for whoever took part; everything, for a secretary."""


_TOLD = """
    coalesce((
        select max(position) from public.outbox where purpose = 'remarks' and recipient = new.person
            and (%(upto)s::bigint is null or position < %(upto)s::bigint)
    ), 0)
"""
"""The last remark of which her letters told, those before `upto`."""


def due(db: Connection[DictRow], day: Day) -> list[DictRow]:
    """The letters that should leave: one a person and a day, for all that was remarked until the day before."""
    sentence = f"""
        select 'remarks' as purpose, new.person as recipient, 'remarks' as subject, max(new.position) as position
        from ({_NEW}) as new join person on person.id = new.person and email is not null
        where new.position > {_TOLD}
        group by new.person
    """
    return db.execute(sentence, {"day": str(day), "upto": None}).fetchall()


def told(db: Connection[DictRow], person: PersonId, day: Day, upto: int) -> list[DictRow]:
    """What her letter of that day, which goes as far as `upto`, tells: each thing with its new remarks."""
    sentence = f"""
        select new.thing, count(distinct new.position) as remarks from ({_NEW}) as new
        where new.person = %(person)s and new.position <= %(upto)s and new.position > {_TOLD}
        group by new.thing order by max(new.position) desc
    """
    return db.execute(sentence, {"person": person, "day": str(day), "upto": upto}).fetchall()
