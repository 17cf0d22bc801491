"""All that a cooperative owned elsewhere, taken up here: the same entries, heads and words, closed under our keys."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from zipfile import BadZipFile

from psycopg import Connection, sql
from psycopg.rows import DictRow
from psycopg.types.json import Jsonb

import migrations
from governance.record import carry
from governance.record.kinds import KINDS
from governance.record.note import NotAHead, NotAKey, Signer, Verifier
from governance.record.sealer import last
from governance.record.vault import Vault, word
from governance.words import PersonId
from web import files
from web.carrying.parcel import Altered, Parcel, opened
from web.carrying.parts import FILES, FORMAT, MANIFEST, RECORD, ROWS, WORDS, Manifest, rows_of
from web.databases import migrate_cooperative
from web.house import Cooperative, House
from web.i18n import gettext as _
from web.office import Office
from web.saving import read
from web.trouble import HouseError

_WORDS = 1_000  # at a time


def checked(file: Path) -> Manifest:
    """What the file says of itself, once it is what was written and this version can read it. Raises HouseError."""
    try:
        with opened(file) as parcel:
            parcel.check()
            manifest = Manifest(**json.loads(parcel.read(MANIFEST)))
    except Altered as part:
        raise _altered(file, str(part)) from None
    except (BadZipFile, ValueError, TypeError):
        raise HouseError(_("« %(file)s » n’est pas un export de Palabre.", file=file)) from None
    known = {one.name for one in migrations.COOPERATIVE.glob("*.sql")}
    newer = sorted({*manifest.kinds} - KINDS.keys()) or [manifest.migration] * (manifest.migration not in known)
    if manifest.format != FORMAT or newer:
        said = ", ".join(newer) or manifest.format
        raise HouseError(_("Cet export vient d’une version plus récente de Palabre : %(said)s.", said=said))
    return manifest


def check_key(manifest: Manifest, key: Path) -> None:
    """Raises HouseError where it is not the key that signed this record, or no key at all."""
    name = manifest.key.partition("+")[0]
    given = key.read_bytes()
    if len(given) != 32 or (manifest.key and Signer(name, given).key != manifest.key):
        raise HouseError(_("« %(file)s » n’est pas la clé qui signait ce journal.", file=key))


def take_in(house: House, slug: str, file: Path, manifest: Manifest) -> Cooperative:
    """A cooperative of this house, that nobody enters yet. Interrupted, it begins again. Raises HouseError."""

    def fill(conninfo: str) -> None:
        migrations.migrate(conninfo, migrations.COOPERATIVE, manifest.migration)
        with closing(Office(conninfo, house.master_key())) as office, opened(file) as parcel:
            if not office.record.head():
                _pour(office, parcel)
        migrate_cooperative(conninfo)

    try:
        made = house.make(slug, manifest.name, fill, anew=True)
    except Altered as part:
        raise _altered(file, str(part)) from None
    if read(house.conninfo(made.database, "owner")) != (manifest.entries, manifest.root):
        raise _altered(file, RECORD)
    return made


def _altered(file: Path, part: str) -> HouseError:
    said = _(
        "« %(part)s », dans « %(file)s », n’est pas ce qui a été exporté : rien n’est importé.", part=part, file=file
    )
    return HouseError(said)


def _pour(office: Office, parcel: Parcel) -> None:
    """What is about the record first, anew: the record comes last and whole, and says that all is there."""
    with office.reading() as db:
        db.execute("truncate public.vault, public.vault_key, public.stored_file")
    for some in carry.batches(parcel.lines(WORDS), _WORDS):
        office.vault.keep(word(*_spoken(line)) for line in some)
    with office.reading() as db, db.transaction():
        _files(db, office.vault, parcel)
        for table in ROWS:
            _rows(db, office.vault, parcel, table)
        carry.pour(db, _entries(parcel))
        _count_on(db)
        try:
            carry.seal_again(db)
            newest = last(db)
            signed = newest is None or Verifier(newest.key).line(newest.note)
        except (carry.NotItsHead, NotAHead, NotAKey):
            signed = None
        if not signed:
            raise Altered(rows_of("checkpoint"))


def _spoken(line: bytes) -> tuple[bytes, str, str]:
    """The very bytes of the words: their digest is in the record."""
    said, _marker, text = line.rstrip(b"\n").partition(b',"text":')
    about = json.loads(said + b"}")
    return text[:-1], about["person"], about["gesture"]


def _entries(parcel: Parcel) -> Iterator[tuple[int, bytes]]:
    for line in parcel.lines(RECORD):
        place, _marker, entry = line.rstrip(b"\n").partition(b',"entry":')
        yield int(place.removeprefix(b'{"position":')), entry[:-1]


def _files(db: Connection[DictRow], vault: Vault, parcel: Parcel) -> None:
    for line in parcel.lines(FILES):
        one = json.loads(line)
        kept = files.keep(db, vault, parcel.read(one["fichier"]), one["media_type"], one["salt"])
        if kept != one["digest"]:
            raise Altered(one["fichier"])


def _rows(db: Connection[DictRow], vault: Vault, parcel: Parcel, table: str) -> None:
    """Columns that came since have what they are given where nothing is said."""
    if rows_of(table) not in parcel.names:  # a table of a later version than the export
        return
    for line in parcel.lines(rows_of(table)):
        row = json.loads(line)
        if row.get("message"):
            letter = row["message"].encode("latin-1")
            row["message"] = "\\x" + vault.close(db, PersonId(row["recipient"]), letter).hex()
        into, columns = sql.Identifier("public", table), sql.SQL(", ").join(map(sql.Identifier, row))
        sentence = "insert into {0} ({1}) overriding system value select {1} from jsonb_populate_record(null::{0}, %s)"
        db.execute(sql.SQL(sentence).format(into, columns), [Jsonb(row)])


def _count_on(db: Connection[DictRow]) -> None:
    """The next number of each table comes after those that it has."""
    numbered = """
        select table_name as table, column_name as column from information_schema.columns
        where table_schema = 'public' and is_identity = 'YES'
    """
    after = "select setval(pg_get_serial_sequence(%s, %s), max({})) from {}"
    for one in db.execute(numbered).fetchall():
        sentence = sql.SQL(after).format(sql.Identifier(one["column"]), sql.Identifier("public", one["table"]))
        db.execute(sentence, [f"public.{one['table']}", one["column"]])
