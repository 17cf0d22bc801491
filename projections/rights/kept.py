"""What is kept of one person, wherever it lies: what she may read, and take away with her (RGPD art. 15, 20)."""

from collections.abc import Iterable, Sequence

from psycopg import Connection
from psycopg.rows import DictRow

from governance.record.entry import Raw, unwrap
from governance.words import MemberId, PersonId


def meetings(db: Connection[DictRow], person: PersonId, members: Sequence[MemberId]) -> list[DictRow]:
    """The meetings to whose roll she, or a member for whom she speaks, belonged; how each took part."""
    sentence = """
        select assembly.id, assembly.title, assembly.day, mandate.college, member.name as member,
            mandate.signed, holder.name as holder, mandate.open_proxy,
            (select string_agg(given.name, ', ' order by given.sort_key) from mandate as carried
                join person as given on given.id = carried.member
                where carried.assembly = mandate.assembly and carried.holder = mandate.member) as carries
        from mandate join assembly on assembly.id = mandate.assembly
        join person as member on member.id = mandate.member
        left join person as holder on holder.id = mandate.holder
        where mandate.voter = %(person)s or mandate.member = any(%(members)s)
        order by assembly.day desc, assembly.id, member.sort_key
    """
    return db.execute(sentence, {"person": person, "members": list(members)}).fetchall()


def ballots(db: Connection[DictRow], person: PersonId, members: Sequence[MemberId]) -> list[DictRow]:
    """The votes for which she, or a member for whom she speaks, was entitled; when each voted, and what."""
    sentence = """
        select vote.id, vote.title, vote.number, assembly.day, member.name as member, ballot.at, ballot.choice,
            ballot.position
        from mandate join vote on vote.assembly = mandate.assembly and mandate.votes
        join assembly on assembly.id = vote.assembly
        join person as member on member.id = mandate.member
        left join ballot on ballot.vote = vote.id and ballot.member = mandate.member
        where mandate.voter = %(person)s or mandate.member = any(%(members)s)
        order by assembly.day desc, vote.number, member.sort_key
    """
    return db.execute(sentence, {"person": person, "members": list(members)}).fetchall()


def offices(db: Connection[DictRow], person: PersonId) -> list[DictRow]:
    """The offices that she held, the last first."""
    sentence = "select * from office where person = %s and upper_inf(known) order by since desc"
    return db.execute(sentence, [person]).fetchall()


def speaks(db: Connection[DictRow], person: PersonId) -> list[DictRow]:
    """The organisations for which she spoke, the last first."""
    sentence = """
        select representative.*, person.name from representative join person on person.id = representative.member
        where representative.person = %s order by since desc
    """
    return db.execute(sentence, [person]).fetchall()


def readings(db: Connection[DictRow], person: PersonId) -> list[DictRow]:
    """Who opened her sheet in the last twelve months."""
    sentence = """
        select reading.at, person.name from public.reading left join person on person.id = reading.person
        where page = %s order by reading.at desc
    """
    return db.execute(sentence, [f"membres/{person}"]).fetchall()


def letters(db: Connection[DictRow], person: PersonId) -> list[DictRow]:
    """The letters that were made for her: which, about what, what became of them."""
    sentence = "select purpose, asked as at, state from public.outbox where recipient = %s order by asked desc"
    return db.execute(sentence, [person]).fetchall()


def entries(db: Connection[DictRow], person: PersonId) -> list[Raw]:
    """The entries of the record whose fact names her, in order. Reads the record whole: for her copy alone."""
    sentence = """
        select id, data from public.record_events_tt_main
        where position(%s in convert_from(data, 'UTF8')) > 0 order by id
    """
    found = (unwrap(row["id"], row["data"]) for row in db.execute(sentence, [f'"{person}"']))
    return [entry for entry in found if f'"{person}"'.encode() in entry.fact]


def hers(db: Connection[DictRow], person: PersonId, commitments: Iterable[str]) -> list[str]:
    """Of these commitments, those to words about her."""
    sentence = "select commitment from public.vault where person = %s and commitment = any(%s)"
    return [row["commitment"] for row in db.execute(sentence, [person, list(commitments)])]
