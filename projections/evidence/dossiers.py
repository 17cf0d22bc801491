"""The register of evidence: labels pursued, pieces attached, files of evidence sealed."""

import json
from typing import cast

from psycopg import Connection
from psycopg.rows import DictRow

from governance.evidence.facts import Composition, DossierSealed, LabelPursued, PieceAttached
from governance.evidence.template import EvidenceId, LabelId, Template
from governance.record import kinds
from governance.words import DossierId
from projections.register import Register

dossiers = Register(
    name="dossiers",
    schema="""
        create table label (
            id       text primary key,
            template jsonb not null,         -- the last edition recorded
            since    text not null,
            position bigint not null
        );
        create table piece (
            id         text primary key,
            evidence   text not null,
            title      text not null,
            digest     text not null,
            size       bigint not null,
            media_type text not null,
            happened   text not null,
            note       text not null,
            position   bigint not null
        );
        create index piece_evidence on piece (evidence, position);
        create table dossier (
            id       text primary key,
            label    text not null,
            happened text not null,
            head     bigint not null,        -- the record's last position when it was sealed
            size     bigint not null,
            root     text not null,
            digest   text not null,
            pieces   jsonb not null,
            chosen   jsonb,                  -- null before one could choose
            at       timestamptz not null,
            by       text not null,
            position bigint not null
        );
        create index dossier_label on dossier (label, position);
    """,
    sentences={
        LabelPursued: """
            insert into label
            select distinct on (label) label, template, "on", position from {facts} order by label, position desc
            on conflict (id) do update
            set template = excluded.template, since = excluded.since, position = excluded.position
        """,
        PieceAttached: """
            insert into piece
            select piece, evidence, title, digest, size, media_type, "on", note, position from {facts}
        """,
        DossierSealed: """
            insert into dossier
            select dossier, label, "on", head, size, root, digest, pieces, composition, at, by, position from {facts}
        """,
    },
)


def labels(db: Connection[DictRow]) -> list[DictRow]:
    """The labels pursued, the first pursued first."""
    return db.execute("select * from label order by since, id").fetchall()


def template(db: Connection[DictRow], label: LabelId) -> Template | None:
    """The edition that the cooperative goes by; None if it does not aim at that label."""
    row = db.execute("select * from label where id = %s", [label]).fetchone()
    return edition(row) if row else None


def edition(row: DictRow) -> Template:
    """The template of a label of this register."""
    fact = {"label": row["id"], "template": row["template"], "on": row["since"], "text_digest": ""}
    return cast(LabelPursued, kinds.read("LabelPursued", json.dumps(fact).encode())).template


def pieces(db: Connection[DictRow], evidence: list[EvidenceId]) -> list[tuple[int, PieceAttached]]:
    """The pieces attached to any of these, with the position of the entry that attached each, in that order."""
    rows = db.execute("select * from piece where evidence = any(%s) order by position", [evidence]).fetchall()
    return [(row["position"], attached(row)) for row in rows]


def piece(db: Connection[DictRow], piece: str) -> PieceAttached | None:
    row = db.execute("select * from piece where id = %s", [piece]).fetchone()
    return attached(row) if row else None


def attached(row: DictRow) -> PieceAttached:
    fact = {**row, "piece": row["id"], "on": row["happened"]}
    return cast(PieceAttached, kinds.read("PieceAttached", json.dumps(fact).encode()))


def sealed(db: Connection[DictRow], limit: int = 50) -> list[DictRow]:
    """The files of evidence sealed, the last first, with the name of each label."""
    sentence = """
        select dossier.*, label.template ->> 'name' as name from dossier join label on label.id = dossier.label
        order by dossier.position desc limit %s
    """
    return db.execute(sentence, [limit]).fetchall()


def of(db: Connection[DictRow], dossier: DossierId) -> DictRow | None:
    """One of them, with its pieces in the order they were attached and who sealed it."""
    sentence = """
        select dossier.*, label.template ->> 'name' as name, person.name as sealed_by,
            array(
                select jsonb_build_object('id', piece.id, 'title', piece.title, 'evidence', evidence)
                from piece where pieces ? piece.id order by piece.position
            ) as shown
        from dossier join label on label.id = dossier.label left join person on person.id = dossier.by
        where dossier.id = %s
    """
    return db.execute(sentence, [dossier]).fetchone()


def of_label(db: Connection[DictRow], label: LabelId) -> list[DictRow]:
    """The files of evidence of a label, the last first; `version` numbers them from the first."""
    sentence = """
        select *, row_number() over (order by position) as version from dossier where label = %s order by position desc
    """
    return db.execute(sentence, [label]).fetchall()


def composition(row: DictRow) -> Composition:
    """What was chosen for a dossier of this register."""
    fact = {**row, "dossier": row["id"], "on": row["happened"], "composition": row["chosen"] or {}}
    return cast(DossierSealed, kinds.read("DossierSealed", json.dumps(fact, default=str).encode())).composition


def printed(db: Connection[DictRow]) -> list[int]:
    """Where the record stood each time its head was given to somebody: files of evidence sealed, minutes drawn up."""
    rows = db.execute("select head from dossier union select stood_at from minutes order by 1")
    return [row["head"] for row in rows]
