"""What is typed from the papers of a meeting, kept until it is carried out: nobody types it twice."""

from psycopg import Connection
from psycopg.rows import DictRow
from psycopg.types.json import Jsonb

from governance.words import AssemblyId
from web.afterwards.typed import OnPaper
from web.forms import Form

PRESSED = {"gesture", "agreed", "again", "kept", "deduced"}
"""What a button says, and what is reckoned anew: no part of what was typed."""


def typed(form: Form[OnPaper]) -> dict[str, str]:
    """What stands in the form, field by field."""
    return {name: form.typed(name) for name in form.raw if name.partition(".")[0] not in PRESSED and form.typed(name)}


def form(db: Connection[DictRow], assembly: AssemblyId) -> Form[OnPaper] | None:
    row = db.execute("select gesture, words from public.on_paper where assembly = %s", [assembly]).fetchone()
    return Form(OnPaper, row["words"], row["gesture"]) if row else None


def keep(db: Connection[DictRow], assembly: AssemblyId, given: Form[OnPaper]) -> None:
    db.execute(
        "insert into public.on_paper (assembly, gesture, words) values (%s, %s, %s) on conflict (assembly)"
        " do update set gesture = excluded.gesture, words = excluded.words, at = clock_timestamp()",
        [assembly, given.gesture, Jsonb(typed(given))],
    )


def forget(db: Connection[DictRow], assembly: AssemblyId) -> None:
    db.execute("delete from public.on_paper where assembly = %s", [assembly])
