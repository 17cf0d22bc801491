"""Tags derived again from what entries say: when a rule looks a kind up in a new way, the past must be found too."""

import psycopg

from governance.record.entry import filed

TABLES = ("public.record_events_tt_main", "public.record_events_tt_tag")


def retag(conninfo: str) -> int:
    """As the owner: how many entries are now found otherwise than before. What they say, and every proof, stays.

    Nobody reads nor writes meanwhile. The tables that only the record's functions write are opened for this one
    transaction, and closed again in it.
    """
    with psycopg.connect(conninfo) as db:
        db.execute(f"lock table {', '.join(TABLES)} in access exclusive mode")
        found = _misplaced(db)
        for table in TABLES:
            db.execute(f"alter table {table} disable trigger written_once")
        ids, words = [id_ for *_, id_ in found], [(tag, id_) for _, mine, id_ in found for tag in set(mine)]
        db.execute("delete from public.record_events_tt_tag where main_id = any(%s)", [ids])
        with db.cursor() as cursor:
            cursor.executemany("update public.record_events_tt_main set type = %s, tags = %s where id = %s", found)
            cursor.executemany("insert into public.record_events_tt_tag (tag, main_id) values (%s, %s)", words)
        for table in TABLES:
            db.execute(f"alter table {table} enable always trigger written_once")
    return len(found)


def _misplaced(db: psycopg.Connection) -> list[tuple[str, list[str], int]]:
    """The kind, the tags and the position of each entry that is not kept under its own."""
    sentence = """
        select id, type, data, tags, array(select tag from public.record_events_tt_tag where main_id = id)
        from public.record_events_tt_main order by id
    """
    found = []
    for id_, kind, data, kept, looked_up in db.execute(sentence):
        named, mine = filed(data)
        if (kind, kept, set(looked_up)) != (named, mine, set(mine)):
            found.append((named, mine, id_))
    return found
