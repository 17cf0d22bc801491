"""Every register as text, so that two ways of making them can be compared byte for byte."""

from psycopg import Connection, sql


def dump(db: Connection, schema: str = "register") -> dict[str, list[str]]:
    """The rows of every table of the registers, sorted, and where each register stands."""
    tables = db.execute("select tablename from pg_tables where schemaname = %s order by tablename", [schema]).fetchall()
    rows = {table: _rows(db, sql.Identifier(schema, table)) for (table,) in tables}
    places = db.execute("select name, position, fingerprint, broken from public.register order by name").fetchall()
    return rows | {"": [str(place) for place in places]}


def _rows(db: Connection, table: sql.Identifier) -> list[str]:
    return sorted(row for (row,) in db.execute(sql.SQL("select each::text from {} as each").format(table)))
