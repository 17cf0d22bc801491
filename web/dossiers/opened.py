"""A sealed dossier read again: what its own zip says, and what changed from one version to another."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from psycopg import Connection
from psycopg.rows import DictRow

from governance.evidence.facts import Digest
from web import files, verify
from web.office import Office
from web.packing import unpacked

Said = dict[str, Any]


class Opened(NamedTuple):
    """What manifeste.json and chiffres.json say."""

    manifest: Said
    figures: list[Said]


class Changed(NamedTuple):
    """Something that both versions name, or one of them alone: what each says of it, None where it does not."""

    what: str
    before: Any
    after: Any


class Compared(NamedTuple):
    states: list[Changed]
    figures: list[Changed]
    pieces: list[Changed]
    comments: list[Changed]


def opened(at: Office, db: Connection[DictRow], row: DictRow) -> Opened:
    """Raises Refused if the file was lost."""
    held = unpacked(files.take(db, at.vault, Digest(row["digest"])).content)
    return Opened(json.loads(held[verify.MANIFEST]), json.loads(held[verify.FIGURES]))


def compared(before: Opened, after: Opened) -> Compared:
    criteria = [{one["id"]: one for one in version.manifest["criteres"]} for version in (before, after)]
    names = {one: f"{one} — {said['titre']}" for version in criteria for one, said in version.items()}
    states, comments = (
        [{names[one]: said.get(field) for one, said in version.items()} for version in criteria]
        for field in ("etat", "commentaire")
    )
    counted = [{one["nom"]: one for one in version.figures} for version in (before, after)]
    titles = {name: one["definition"] for version in counted for name, one in version.items()}
    figures = [{titles[name]: one["valeur"] for name, one in version.items()} for version in counted]
    pieces = [{one["fichier"]: one["titre"] for one in version.manifest["pieces"]} for version in (before, after)]
    return Compared(*(list(_changes(*each)) for each in (states, figures, pieces, comments)))


def _changes(before: Said, after: Said) -> Iterator[Changed]:
    """Nothing said and nothing there are the same."""
    for what in {**before, **after}:
        former, later = before.get(what) or None, after.get(what) or None
        if former != later:
            yield Changed(what, former, later)
