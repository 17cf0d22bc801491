"""What awaits somebody, and what awaits the secretariat: read from several registers, written in none."""

from psycopg import Connection
from psycopg.rows import DictRow

from governance.statutes.facts import Organ
from governance.words import Day, PersonId


def meetings_of(db: Connection[DictRow], person: PersonId) -> list[DictRow]:
    """The meetings to come for which a person is on the roll, with what she still has to do there."""
    sentence = """
        select assembly.id, assembly.title, assembly.day, assembly.starts, assembly.place, assembly.state,
            bool_and(mandate.signed is not null and mandate.left_at is null) as signed,
            bool_or(mandate.holder is not null or mandate.open_proxy) as proxy_given
        from assembly join mandate on mandate.assembly = assembly.id
        where mandate.voter = %s and assembly.state in ('convened', 'open')
        group by assembly.id order by assembly.day, assembly.starts
    """
    return db.execute(sentence, [person]).fetchall()


def to_convene(db: Connection[DictRow]) -> list[DictRow]:
    """The meetings that are planned and not yet convened, the nearest first."""
    return db.execute("select * from assembly where state = 'planned' order by day, starts").fetchall()


def to_hold(db: Connection[DictRow], today: Day) -> list[DictRow]:
    """The meetings convened whose day has come, and those in session."""
    sentence = """
        select * from assembly where state = 'open' or (state = 'convened' and day <= %s) order by day, starts
    """
    return db.execute(sentence, [str(today)]).fetchall()


def to_decide(db: Connection[DictRow]) -> list[DictRow]:
    """The votes that wait: to be closed at their hour, to be counted, to be entered in the register of decisions; not
    those of amendments, which are no decisions."""
    sentence = """
        select vote.id, vote.title, vote.number, vote.closed_at, vote.count is not null as counted
        from vote left join decision on decision.vote = vote.id
        where decision.id is null and (vote.closed_at is not null or vote.closes <= clock_timestamp())
            and (vote.amendment is null or vote.count is null)
        order by vote.opens
    """
    return db.execute(sentence).fetchall()


def next_of(db: Connection[DictRow], organ: Organ, day: Day) -> DictRow | None:
    """The nearest meeting of an organ, planned or convened, on a day or later."""
    sentence = """
        select * from assembly where organ = %s and day >= %s and state in ('planned', 'convened')
        order by day, starts limit 1
    """
    return db.execute(sentence, [organ.value, str(day)]).fetchone()
