"""The register of yearly updates: which are open, and whose sheet came back; to whom a sheet goes, and how."""

from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow

from governance.membership.update_facts import SheetConfirmed, UpdateClosed, UpdateId, UpdateOpened, UpdateReminded
from governance.words import Day, MemberId, PersonId
from projections.membership.consents import BY_EMAIL, SPOKEN, reaching
from projections.register import Register

updates = Register(
    name="updates",
    apart=("update",),
    schema="""
        create table yearly_update (
            id       text primary key,
            since    text not null,
            until    text not null,
            opened   bigint not null,
            reminded bigint,
            closed   text
        );
        create table sheet (
            update_id text not null,
            member    text not null,
            answer    text not null,
            since     text not null,
            primary key (update_id, member)
        );
    """,
    sentences={
        UpdateOpened: """
            insert into yearly_update (id, since, until, opened) select "update", "on", until, position from {facts}
        """,
        SheetConfirmed: 'insert into sheet select "update", member, answer, "on" from {facts}',
        UpdateReminded: 'update yearly_update set reminded = position from {facts} where id = "update"',
        UpdateClosed: 'update yearly_update set closed = "on" from {facts} where id = "update"',
    },
)

_SHEETS = f"""
    select standing.member, organisation.name, organisation.sort_key, organisation.address,
        upper(left(encode(sha256(convert_to(%(update)s || '/' || standing.member, 'UTF8')), 'hex'), 10)) as code,
        person.id as speaker, person.name as spoken_by, person.email, person.phone, person.address as reached_at,
        {BY_EMAIL} as by_email, sheet.answer, sheet.since as answered
    from {SPOKEN}
    join person organisation on organisation.id = standing.member
    left join sheet on sheet.member = standing.member and sheet.update_id = %(update)s
    where standing.valid @> %(day)s::date and standing.known @> %(known)s::timestamptz
"""
"""One a member: what is known of her and of who speaks for her, whether it goes by e-mail, and whether it came back.
`code`: what is printed on its coupon, and found again by nobody who has not the coupon before her."""


def of(db: Connection[DictRow], update: UpdateId) -> DictRow | None:
    return db.execute("select * from yearly_update where id = %s", [update]).fetchone()


def every(db: Connection[DictRow]) -> list[DictRow]:
    """The last first; `answered`: how many sheets came back."""
    sentence = """
        select yearly_update.*, (select count(*) from sheet where update_id = id) as answered
        from yearly_update order by opened desc
    """
    return db.execute(sentence).fetchall()


def running(db: Connection[DictRow]) -> DictRow | None:
    return db.execute("select * from yearly_update where closed is null order by opened desc limit 1").fetchone()


def counts(db: Connection[DictRow], update: UpdateId, day: Day) -> DictRow:
    """How many sheets came back, are awaited by e-mail, are awaited on paper."""
    sentence = f"""
        select count(answer) as answered, count(*) filter (where answer is null and by_email) as by_email,
            count(*) filter (where answer is null and not by_email) as by_letter
        from ({_SHEETS}) as sheets
    """
    found = db.execute(sentence, _asked(update, day)).fetchone()
    assert found is not None  # a count always answers
    return found


def sheets(
    db: Connection[DictRow], update: UpdateId, day: Day, after: tuple[str, str] = ("", ""), limit: int | None = None
) -> list[DictRow]:
    """In the order of names, those awaited first."""
    sentence = f"""
        select * from ({_SHEETS}) as sheets where (sort_key, member) > (%(name)s, %(after)s)
        order by sort_key, member limit %(limit)s
    """
    name, member = after
    return db.execute(sentence, _asked(update, day) | {"name": name, "after": member, "limit": limit}).fetchall()


def letters(db: Connection[DictRow], update: UpdateId, day: Day, start: int, limit: int) -> list[DictRow]:
    """The sheets that are awaited on paper, so many from one on."""
    sentence = f"""
        select * from ({_SHEETS}) as sheets where answer is null and not by_email
        order by sort_key, member offset %(start)s limit %(limit)s
    """
    return db.execute(sentence, _asked(update, day) | {"start": start, "limit": limit}).fetchall()


def by_code(db: Connection[DictRow], update: UpdateId, day: Day, code: str) -> MemberId | None:
    """Whose coupon bears this code."""
    sentence = f"select member from ({_SHEETS}) as sheets where code = %(code)s"
    found = db.execute(sentence, _asked(update, day) | {"code": code}).fetchone()
    return MemberId(found["member"]) if found else None


def sheet(db: Connection[DictRow], update: UpdateId, day: Day, member: MemberId) -> DictRow | None:
    sentence = f"select * from ({_SHEETS} and standing.member = %(member)s) as sheets"
    return db.execute(sentence, _asked(update, day) | {"member": member}).fetchone()


def awaited(db: Connection[DictRow], person: PersonId, members: tuple[MemberId, ...]) -> list[MemberId]:
    """Of those for whom she speaks, whose sheet the running update awaits."""
    sentence = """
        select one.id as member from unnest(%(members)s::text[]) as one (id)
        where not exists (select from sheet where update_id = %(update)s and member = one.id)
    """
    now = running(db)
    if now is None:
        return []
    rows = db.execute(sentence, {"members": list(members), "update": now["id"]})
    return [MemberId(row["member"]) for row in rows]


def due(db: Connection[DictRow], day: Day) -> list[DictRow]:
    """The sheets that should leave by e-mail, once when the update opens and once when it is reminded of."""
    now = running(db)
    if now is None:
        return []
    position = now["reminded"] or now["opened"]
    if db.execute("select id from public.outbox where position = %s limit 1", [position]).fetchone():
        return []
    sentence = f"""
        select distinct 'update' as purpose, speaker as recipient, %(update)s as subject,
            %(position)s::bigint as position
        from ({_SHEETS}) as sheets where answer is null and by_email
    """
    return db.execute(sentence, _asked(UpdateId(now["id"]), day) | {"position": position}).fetchall()


def _asked(update: UpdateId, day: Day) -> dict[str, Any]:
    return reaching(day) | {"update": update}
