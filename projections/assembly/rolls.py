"""The register of rolls: every mandate of every meeting, who is there, who votes for whom, and what moved since."""

from typing import LiteralString

from psycopg import Connection
from psycopg.rows import DictRow

from governance.assembly.facts import MandateEntered, MandateWithheld
from governance.assembly.presence_facts import (
    AttendanceEnded,
    AttendanceSigned,
    FormLapsed,
    FormReceived,
    ProxyGiven,
    ProxyWithdrawn,
)
from governance.assembly.roll import about_members
from governance.words import AssemblyId, CollegeId, PersonId
from projections.register import Register

MOVING = sorted({one.kind for one in about_members()}, key=lambda kind: kind.__name__)
"""What may change who votes."""

_MOVES: LiteralString = """
            with told as (select * from {facts}),
            counted as (
                insert into moves select assembly, member, count(*) from told group by assembly, member
                on conflict (assembly, member) do update set times = moves.times + excluded.times
            ),
            last as (select distinct on (assembly, member) * from told order by assembly, member, position desc)
"""

rolls = Register(
    name="rolls",
    schema="""
        create table mandate (
            assembly text not null,
            member   text not null,
            voter    text not null,
            category text not null,
            college  text not null,          -- '' where there is none
            votes    boolean not null,
            weight   text,
            shares   bigint not null,        -- where the statutes count them in a quorum
            entered  bigint not null,        -- the entry that put her on the roll
            written  bigint not null,        -- the last that changed her line
            signed   timestamptz,            -- when she came, which may have been entered later
            left_at  timestamptz,
            remote   boolean not null default false,    -- there from afar
            form     boolean not null default false,    -- she sent a form before the meeting
            holder   text,
            open_proxy boolean not null default false,  -- a power that names nobody
            power    bigint,                 -- the entry that gave hers
            primary key (assembly, member)
        );
        create index mandate_voter on mandate (voter, assembly);
        create index mandate_holder on mandate (assembly, holder) where holder is not null;
        create table moves (                 -- how often she came or went, on the roll or since off it
            assembly text not null,
            member   text not null,
            times    bigint not null,
            primary key (assembly, member)
        );
        create table withheld (
            assembly text not null,
            member   text not null,
            reason   text not null,
            article  text not null,
            written  bigint not null,
            primary key (assembly, member)
        );
        create table member_moved (          -- the last entry that may change a roll
            only_one boolean primary key,
            position bigint not null
        );
    """,
    sentences={
        **dict.fromkeys(
            MOVING,
            """
            insert into member_moved select true, max(position) from {facts}
            on conflict (only_one) do update set position = excluded.position
            """,
        ),
        MandateEntered: """
            with told as (
                select distinct on (assembly, member) * from {facts} order by assembly, member, position desc
            ),
            back as (
                delete from withheld using told
                where withheld.assembly = told.assembly and withheld.member = told.member
            )
            insert into mandate (assembly, member, voter, category, college, votes, weight, shares, entered, written)
            select assembly, member, voter, category, coalesce(college, ''), votes, weight, coalesce(shares, 0),
                position, position
            from told
            on conflict (assembly, member) do update set voter = excluded.voter, category = excluded.category,
                college = excluded.college, votes = excluded.votes, weight = excluded.weight, shares = excluded.shares,
                written = excluded.written
        """,
        MandateWithheld: """
            with told as (
                select distinct on (assembly, member) * from {facts} order by assembly, member, position desc
            ),
            gone as (
                delete from mandate using told
                where mandate.assembly = told.assembly and mandate.member = told.member
            )
            insert into withheld select assembly, member, reason, article, position from told
            on conflict (assembly, member) do update
            set reason = excluded.reason, article = excluded.article, written = excluded.written
        """,
        AttendanceSigned: _MOVES
        + """
            update mandate set signed = coalesce(happened_at, at), left_at = null, remote = coalesce(last.remote, false)
            from last where mandate.assembly = last.assembly and mandate.member = last.member
        """,
        AttendanceEnded: _MOVES
        + """
            update mandate set left_at = coalesce(happened_at, at)
            from last where mandate.assembly = last.assembly and mandate.member = last.member
        """,
        FormReceived: """
            update mandate set form = true
            from {facts} where mandate.assembly = fact.assembly and mandate.member = fact.member
        """,
        FormLapsed: """
            update mandate set form = false
            from {facts} where mandate.assembly = fact.assembly and mandate.member = fact.member
        """,
        ProxyGiven: """
            update mandate set holder = last.holder, open_proxy = last.holder is null, power = last.position
            from (
                select distinct on (assembly, grantor) * from {facts} order by assembly, grantor, position desc
            ) as last
            where mandate.assembly = last.assembly and mandate.member = last.grantor
        """,
        ProxyWithdrawn: """
            update mandate set holder = null, open_proxy = false
            from {facts} where mandate.assembly = fact.assembly and mandate.member = fact.grantor
        """,
    },
)

_HERE = "{0}.signed is not null and {0}.left_at is null"
_REPRESENTED = f"({_HERE.format('carrier')} or mandate.open_proxy)"
_LINE = f"""
    select mandate.*, {_HERE.format("mandate")} as present, {_REPRESENTED} as represented,
        person.name, person.sort_key, person.legal, speaker.name as voter_name, holds.name as holder_name,
        coalesce(moves.times, 0) as moves
    from mandate
    left join moves on moves.assembly = mandate.assembly and moves.member = mandate.member
    join person on person.id = mandate.member
    left join person as speaker on speaker.id = mandate.voter
    left join mandate as carrier on carrier.assembly = mandate.assembly and carrier.member = mandate.holder
    left join person as holds on holds.id = mandate.holder
    where mandate.assembly = %(assembly)s
"""


def lines(
    db: Connection[DictRow],
    assembly: AssemblyId,
    after: tuple[str, str] = ("", ""),
    limit: int = 100,
    college: CollegeId | None = None,
) -> list[DictRow]:
    """The roll in the order of names, a page of it after a key (sort_key, member)."""
    sentence = f"""
        {_LINE} and (person.sort_key, mandate.member) > (%(name)s, %(member)s)
            and (%(college)s::text is null or mandate.college = %(college)s)
        order by person.sort_key, mandate.member limit %(limit)s
    """
    asked = {"name": after[0], "member": after[1], "limit": limit, "college": college}
    return db.execute(sentence, {"assembly": assembly, **asked}).fetchall()


def of_voter(db: Connection[DictRow], assembly: AssemblyId, person: PersonId) -> list[DictRow]:
    """The mandates for which a person speaks herself."""
    sentence = f"{_LINE} and mandate.voter = %(person)s order by person.sort_key"
    return db.execute(sentence, {"assembly": assembly, "person": person}).fetchall()


def carried(db: Connection[DictRow], assembly: AssemblyId, person: PersonId) -> list[DictRow]:
    """The mandates of others for which a person votes."""
    sentence = f"{_LINE} and carrier.voter = %(person)s order by person.sort_key"
    return db.execute(sentence, {"assembly": assembly, "person": person}).fetchall()


def holders(db: Connection[DictRow], assembly: AssemblyId) -> list[DictRow]:
    """The voting lines that have not given their own power, and how many powers of others each of them carries."""
    sentence = """
        select mandate.member, mandate.college, person.name,
            (select count(*) from mandate as given where given.assembly = mandate.assembly
                and given.holder = mandate.member) as carried
        from mandate join person on person.id = mandate.member
        where mandate.assembly = %s and mandate.votes and mandate.holder is null and not mandate.open_proxy
            and not mandate.form
        order by person.sort_key, mandate.member
    """
    return db.execute(sentence, [assembly]).fetchall()


def proxies(db: Connection[DictRow], assembly: AssemblyId) -> list[DictRow]:
    """The powers that stand, in the order of those who gave them."""
    sentence = f"{_LINE} and (mandate.holder is not null or mandate.open_proxy) order by person.sort_key"
    return db.execute(sentence, {"assembly": assembly}).fetchall()


def there(db: Connection[DictRow], assembly: AssemblyId) -> list[DictRow]:
    """The voters who are in the room, once each."""
    sentence = f"""
        select distinct person.id, person.name, person.sort_key from mandate join person on person.id = mandate.voter
        where assembly = %s and {_HERE.format("mandate")} order by sort_key, id
    """
    return db.execute(sentence, [assembly]).fetchall()


def counts(db: Connection[DictRow], assembly: AssemblyId) -> list[DictRow]:
    """Mandates entitled, present, represented and by a form in each collège, as the sheet stands; each once. `shares`:
    of the capital, where the roll holds them."""
    sentence = f"""
        select mandate.college, bool_and(mandate.votes) as votes, count(*) as entitled,
            count(*) filter (where {_HERE.format("mandate")}) as present,
            count(*) filter (where {_REPRESENTED}) as represented,
            count(*) filter (where mandate.form and not coalesce({_REPRESENTED} or {_HERE.format("mandate")}, false))
                as by_form,
            count(*) filter (where {_HERE.format("mandate")} and mandate.remote) as remote,
            sum(mandate.shares)::bigint as shares,
            coalesce(sum(mandate.shares) filter (where {_HERE.format("mandate")}), 0)::bigint as shares_present,
            coalesce(sum(mandate.shares) filter (
                where mandate.form or {_REPRESENTED} or {_HERE.format("mandate")}), 0)::bigint as shares_there
        from mandate
        left join mandate as carrier on carrier.assembly = mandate.assembly and carrier.member = mandate.holder
        where mandate.assembly = %s group by mandate.college order by mandate.college
    """
    return db.execute(sentence, [assembly]).fetchall()


def withheld(db: Connection[DictRow], assembly: AssemblyId) -> list[DictRow]:
    """The members who are not on the roll, and why."""
    sentence = """
        select withheld.*, person.name from withheld join person on person.id = withheld.member
        where assembly = %s order by sort_key
    """
    return db.execute(sentence, [assembly]).fetchall()


def to_follow(db: Connection[DictRow]) -> list[DictRow]:
    """The meetings convened and not open yet whose roll is older than a movement; `moved`: its entry."""
    sentence = """
        select assembly.id, assembly.statutes, member_moved.position as moved from assembly, member_moved
        where assembly.state = 'convened' and member_moved.position > assembly.sealed
    """
    return db.execute(sentence).fetchall()


def since_notice(db: Connection[DictRow], assembly: AssemblyId) -> list[DictRow]:
    """The lines written after the notice. `reason`: why she votes no more; `came`: she did not vote before; else she
    moved to another collège, or another speaks for her."""
    sentence = """
        select line.*, person.name, speaker.name as voter_name from (
            select assembly, member, reason, false as came, '' as college, '' as voter, written from withheld
            union all
            select mandate.assembly, member, null, entered > convened, college, voter, written
            from mandate join assembly on assembly.id = mandate.assembly
        ) as line
        join assembly on assembly.id = line.assembly join person on person.id = line.member
        left join person as speaker on speaker.id = line.voter
        where line.assembly = %s and line.written > assembly.convened order by person.sort_key, line.member
    """
    return db.execute(sentence, [assembly]).fetchall()


def sheet(db: Connection[DictRow], assembly: AssemblyId) -> list[DictRow]:
    """The whole roll as it is printed: with addresses, and the shares that each member holds."""
    sentence = f"""
        with line as ({_LINE})
        select line.*, person.address, held.shares from line
        join person on person.id = line.member
        left join (select member, sum(shares)::bigint as shares from entry group by member) as held
            on held.member = line.member
        order by line.sort_key, line.member
    """
    return db.execute(sentence, {"assembly": assembly}).fetchall()
