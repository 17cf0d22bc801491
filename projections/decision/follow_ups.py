"""The register of what decisions ask: tasks with who does them and until when, reviews, later decisions."""

from datetime import timedelta

from psycopg import Connection
from psycopg.rows import DictRow

from governance.decision.life_facts import DecisionChanged, FollowUpDone, FollowUpSet, ReviewSet
from governance.words import Day, DecisionId, PersonId
from projections.register import Register

REMINDED = timedelta(days=7)  # before its day
FORGOTTEN = timedelta(days=30)  # after it, nobody is reminded any more

follow_ups = Register(
    name="follow_ups",
    apart=("decision",),
    schema="""
        create table follow_up (
            task     text primary key,
            decision text not null,
            what     text not null,
            owner    text not null,
            due      text not null,
            done     text,
            position bigint not null,
            finished bigint              -- the entry that says that it is done
        );
        create index follow_up_decision on follow_up (decision);
        create index follow_up_owner on follow_up (owner) where done is null;
        create table decision_review (
            decision text primary key,
            review   text not null,
            position bigint not null
        );
        create table decision_change (
            decision text not null,
            later    text not null,
            change   text not null,          -- amends, revokes
            happened text not null,
            position bigint primary key
        );
        create index decision_change_decision on decision_change (decision);
        create index decision_change_later on decision_change (later);
    """,
    sentences={
        FollowUpSet: """
            insert into follow_up (task, decision, what, owner, due, position)
            select distinct on (task) task, decision, what, owner, due, position from {facts}
            order by task, position desc
            on conflict (task) do update set what = excluded.what, owner = excluded.owner, due = excluded.due,
                position = excluded.position
        """,
        FollowUpDone: """
            update follow_up set done = fact.on, finished = fact.position from {facts} where follow_up.task = fact.task
        """,
        ReviewSet: """
            insert into decision_review select distinct on (decision) decision, "on", position from {facts}
            order by decision, position desc
            on conflict (decision) do update set review = excluded.review, position = excluded.position
        """,
        DecisionChanged: 'insert into decision_change select decision, later, change, "on", position from {facts}',
    },
)


def of_decision(db: Connection[DictRow], decision: DecisionId) -> list[DictRow]:
    """What it asks, with the name of who does it, the first due first."""
    sentence = """
        select follow_up.*, person.name from follow_up left join person on person.id = owner
        where decision = %s order by due, follow_up.position
    """
    return db.execute(sentence, [decision]).fetchall()


def of(db: Connection[DictRow], decision: DecisionId, task: str) -> DictRow | None:
    return next((one for one in of_decision(db, decision) if one["task"] == task), None)


def mine(db: Connection[DictRow], person: PersonId) -> list[DictRow]:
    """What a person has still to do, the first due first."""
    sentence = """
        select follow_up.*, decision.number from follow_up join decision on decision.id = follow_up.decision
        where owner = %s and done is null order by due, follow_up.position
    """
    return db.execute(sentence, [person]).fetchall()


def review(db: Connection[DictRow], decision: DecisionId) -> str | None:
    row = db.execute("select review from decision_review where decision = %s", [decision]).fetchone()
    return row["review"] if row else None


def to_review(db: Connection[DictRow], day: Day) -> list[DictRow]:
    """The decisions whose day of review has come, and that nothing revoked."""
    sentence = """
        select decision.id, number, words.title, review from decision_review
        join decision on decision.id = decision_review.decision
        join decision_words as words on words.decision = decision.id and upper_inf(words.known)
        where review <= %s and not exists (
            select from decision_change where decision_change.decision = decision.id and change = 'revokes'
        ) order by review, number
    """
    return db.execute(sentence, [str(day)]).fetchall()


def due(db: Connection[DictRow], day: Day) -> list[DictRow]:
    """The reminders that should leave: to who does a thing, a week before its day and once it has passed; to the
    secretariat, when a decision is to be looked at again. Not for what is long past, nor for what was revoked."""
    sentence = """
        with task as (
            select *, case when due < %(day)s then 'overdue' else 'follow-up' end as purpose from follow_up
            where done is null and due between %(past)s and %(soon)s
        ), review as (
            select distinct person, decision, decision_review.position from decision_review
            join office on office in ('secretary', 'chair') and since <= %(day)s and upper_inf(known)
                and (until is null or until >= %(day)s)
            where review between %(past)s and %(day)s
        ), reminder as (
            select purpose, owner as recipient, task as subject, decision, position from task
            union all select 'review', person, decision, decision, position from review
        )
        select purpose, recipient, subject, reminder.position from reminder
        join person on person.id = recipient and email is not null
        where not exists (
            select from decision_change where decision_change.decision = reminder.decision and change = 'revokes'
        )
    """
    soon, past = (str(Day.of(day.first + days)) for days in (REMINDED, -FORGOTTEN))
    return db.execute(sentence, {"day": str(day), "soon": soon, "past": past}).fetchall()


def reminded(db: Connection[DictRow], subject: str) -> DictRow | None:
    """What a reminder is about, a task or a decision: what to do, the day, and the decision's number and title."""
    sentence = """
        select decision.id, number, words.title, coalesce(what, words.title) as what, coalesce(due, review) as day
        from decision
        join decision_words as words on words.decision = decision.id and upper_inf(words.known)
        left join follow_up on task = %(subject)s
        left join decision_review on decision_review.decision = decision.id
        where decision.id = coalesce(follow_up.decision, %(subject)s)
    """
    return db.execute(sentence, {"subject": subject}).fetchone()


def changes(db: Connection[DictRow], decision: DecisionId) -> list[DictRow]:
    """What amended or revoked it, and what it amended or revoked itself (`mine`), in order."""
    sentence = """
        select change, decision_change.happened, decision_change.later = %(id)s as mine,
            other.id, other.number, words.title
        from decision_change
        join decision as other
            on other.id = case when later = %(id)s then decision_change.decision else later end
        join decision_words as words on words.decision = other.id and upper_inf(words.known)
        where decision_change.decision = %(id)s or later = %(id)s order by decision_change.position
    """
    return db.execute(sentence, {"id": decision}).fetchall()


def bears_on(db: Connection[DictRow], decision: DecisionId) -> DictRow:
    """What it changed elsewhere: versions of the statutes, agreements; and the minutes of its meeting."""
    sentence = """
        select
            (select jsonb_agg(jsonb_build_object('version', version, 'since', in_force_from) order by in_force_from)
                from statutes where decision = %(id)s) as versions,
            (select jsonb_agg(distinct agreement.object) from agreement
                left join agreement_ruling as ruling on ruling.agreement = agreement.id
                where authorised = %(id)s or ruling.decision = %(id)s) as agreements,
            (select jsonb_build_object('id', assembly.id, 'title', assembly.title, 'digest', (
                    select digest from minutes where minutes.assembly = assembly.id order by position desc limit 1))
                from decision join assembly on assembly.id = decision.assembly where decision.id = %(id)s) as meeting
    """
    found = db.execute(sentence, {"id": decision}).fetchone()
    assert found is not None  # a row without condition
    return found
