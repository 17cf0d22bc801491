"""What is kept of one person, section by section: read in her own space, and given to her whole."""

import json
import re
from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from psycopg import Connection
from psycopg.rows import DictRow
from starlette.requests import Request

from governance.record.vault import Vault
from governance.words import MemberId, PersonId
from projections.capital import movements
from projections.membership import members, persons
from projections.rights import kept, requests
from web.counter import found
from web.i18n import gettext as _
from web.members import masked, places, today
from web.pages import pages
from web.tables import Column, Row, Shape, Table
from web.visitor import Visitor
from web.words.common import OFFICES
from web.words.rights import ASKED, STATES
from web.words.vote import CHOICES

COMMITMENT = re.compile(r'"([0-9a-f]{64})"')
FORMAT = "palabre-mes-donnees/1"


def sections(db: Connection[DictRow], who: Visitor) -> list[Table]:
    """Each as a table; an empty one says that nothing is kept."""
    return [
        *[table for member in who.members for table in (_course(db, member), _shares(db, member))],
        _meetings(db, who),
        _ballots(db, who),
        _offices(db, who),
        _requests(db, who),
        _readings(db, who),
        _letters(db, who),
    ]


def identity(db: Connection[DictRow], person: PersonId) -> dict[str, str]:
    """Who she is here, as the vault says it today."""
    known = found(persons.of(db, person))
    return {
        _("Nom"): known["name"] or "",
        _("Adresse électronique"): known["email"] or "",
        _("Téléphone"): known["phone"] or "",
        _("Adresse"): known["address"] or "",
        _("IBAN"): masked(known["iban"]),
        _("Identifiant"): person,
    }


def name(db: Connection[DictRow], member: MemberId) -> str:
    known = persons.of(db, PersonId(member))
    return (known and known["name"]) or member


def _course(db: Connection[DictRow], member: MemberId) -> Table:
    named = places(db, today())
    words: dict[str, dict[str | None, str]] = {
        "member": {"yes": _("associée ou associé"), None: _("ne l’est pas, ou plus")},
        "category": dict(named["categories"].items()),
        "college": dict(named["colleges"].items()),
    }
    traits = {"member": _("Qualité"), "category": _("Catégorie"), "college": _("Collège")}
    rows = [
        {**row, "trait": traits[row["trait"]], "value": words[row["trait"]].get(row["value"], row["value"])}
        for row in members.history(db, member)
    ]
    columns = (
        Column("trait", _("Quoi")),
        Column("value", _("Valeur")),
        Column("since", _("Depuis"), Shape.DAY),
        Column("until", _("Jusqu’au"), Shape.DAY),
    )
    return Table("parcours", _("Parcours de %(name)s", name=name(db, member)), columns, rows)


def _shares(db: Connection[DictRow], member: MemberId) -> Table:
    columns = (
        Column("since", _("Souscrites le"), Shape.DAY),
        Column("shares", _("Parts"), Shape.NUMBER),
        Column("subscribed", _("Montant"), Shape.MONEY),
        Column("paid", _("Versé"), Shape.MONEY),
    )
    rows = movements.of_member(db, member)
    return Table("parts", _("Parts de %(name)s", name=name(db, member)), columns, rows)


def _meetings(db: Connection[DictRow], who: Visitor) -> Table:
    columns = (
        Column("title", _("Réunion"), width=4),
        Column("member", _("Pour"), under=True),
        Column("day", _("Le"), Shape.DAY),
        Column("signed", _("Feuille signée"), Shape.MOMENT),
        Column("holder", _("Pouvoir donné à")),
        Column("carries", _("Pouvoirs portés")),
    )
    rows = [_carried_by(row) for row in kept.meetings(db, who.person, who.members)]
    return Table("reunions", _("Réunions et pouvoirs"), columns, rows)


def _carried_by(row: DictRow) -> DictRow:
    return row | {"holder": _("la présidence, sans nom de mandataire")} if row["open_proxy"] else row


def _ballots(db: Connection[DictRow], who: Visitor) -> Table:
    rows = kept.ballots(db, who.person, who.members)
    cast = sum(row["at"] is not None for row in rows)
    told = [{**row, "choice": row["choice"] and str(CHOICES[row["choice"]])} for row in rows]
    columns = (
        Column("title", _("Résolution"), width=4),
        Column("member", _("Pour"), under=True),
        Column("day", _("Le"), Shape.DAY),
        Column("at", _("Vote reçu"), Shape.MOMENT),
        Column("choice", _("Voix")),
        Column("position", _("N° du journal"), Shape.NUMBER),
    )
    said = _("%(cast)s votes exprimés sur %(all)s scrutins", cast=cast, all=len(rows))
    return Table("votes", _("Votes"), columns, told, said)


def _offices(db: Connection[DictRow], who: Visitor) -> Table:
    held = [{**row, "what": str(OFFICES[row["office"]])} for row in kept.offices(db, who.person)]
    spoken = [
        {**row, "what": _("représente %(name)s", name=row["name"]), "until": None}
        for row in kept.speaks(db, who.person)
    ]
    columns = (
        Column("what", _("Fonction"), width=4),
        Column("since", _("Depuis"), Shape.DAY),
        Column("until", _("Jusqu’au"), Shape.DAY),
    )
    return Table("fonctions", _("Fonctions et représentations"), columns, [*held, *spoken])


def _requests(db: Connection[DictRow], who: Visitor) -> Table:
    rows: list[Row] = [
        {**row, "what": str(ASKED[row["what"]]), "state": str(STATES[row["state"]]), "answer": _answer(db, row)}
        for row in requests.of_person(db, who.person)
    ]
    columns = (
        Column("what", _("Demande"), width=4),
        Column("words", _("En vos mots"), under=True),
        Column("received", _("Reçue le"), Shape.DAY),
        Column("state", _("Réponse")),
        Column("answer", _("Motif"), under=True),
        Column("due", _("Due le"), Shape.DAY),
    )
    return Table("demandes", _("Demandes"), columns, rows)


def _answer(db: Connection[DictRow], request: DictRow) -> str:
    return " — ".join(answer["words"] or "" for answer in requests.answers(db, request["id"]))


def _readings(db: Connection[DictRow], who: Visitor) -> Table:
    columns = (Column("name", _("Qui")), Column("at", _("Quand"), Shape.MOMENT))
    title, said = _("Votre fiche a été ouverte"), _("depuis douze mois")
    return Table("lectures", title, columns, kept.readings(db, who.person), said)


def _letters(db: Connection[DictRow], who: Visitor) -> Table:
    states = {"due": _("à envoyer"), "sent": _("envoyée"), "refused": _("refusée")}
    rows = [{**row, "state": states[row["state"]]} for row in kept.letters(db, who.person)]
    columns = (
        Column("purpose", _("Lettre")),
        Column("at", _("Demandée"), Shape.MOMENT),
        Column("state", _("État")),
    )
    return Table("lettres", _("Courriels"), columns, rows)


def copy(db: Connection[DictRow], vault: Vault, request: Request, who: Visitor, at: datetime) -> bytes:
    """Her copy, a zip: what is read on her page, and every entry of the record that names her, with the words that are
    about her; in JSON for a machine, in HTML for herself. The same at the same moment."""
    tables = [(table, list(table.rows)) for table in sections(db, who)]
    known, record = identity(db, who.person), _record(db, vault, who.person)
    told = {
        "format": FORMAT,
        "cooperative": request.state.coop["name"],
        "demonstration": request.state.coop["demonstration"],
        "at": at.isoformat(timespec="seconds"),
        "identity": known,
        "sections": [
            {"name": table.name, "title": table.title, "rows": [_cells(table, row) for row in rows]}
            for table, rows in tables
        ],
        "record": record,
    }
    page = pages.get_template("rights/copy.html").render(
        coop=request.state.coop, at=at, identity=known, tables=tables, record=record
    )
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as zipped:
        for name, text in (
            ("mes-donnees.html", page),
            ("mes-donnees.json", json.dumps(told, ensure_ascii=False, indent=1)),
        ):
            zipped.writestr(ZipInfo(name, at.timetuple()[:6]), text, ZIP_DEFLATED)
    return written.getvalue()


def _cells(table: Table, row: Row) -> dict[str, str]:
    return {column.key: str(column.kept(row) or "") for column in table.columns}


def _record(db: Connection[DictRow], vault: Vault, person: PersonId) -> list[dict[str, Any]]:
    """Each entry that names her; a commitment to words about her becomes these words, another stays closed."""
    found = kept.entries(db, person)
    seals = {seal for entry in found for seal in COMMITMENT.findall(entry.fact.decode())}
    words = vault.open(db, kept.hers(db, person, seals))
    return [
        {"position": entry.position, "at": entry.at, "kind": entry.kind, "fact": _said(entry.fact, words)}
        for entry in found
    ]


def _said(fact: bytes, words: dict[str, str]) -> Any:
    return _opened(json.loads(fact), words)


def _opened(value: Any, words: dict[str, str]) -> Any:
    match value:
        case str():
            return words.get(value, value)
        case dict():
            return {key: _opened(each, words) for key, each in value.items()}
        case list():
            return [_opened(each, words) for each in value]
    return value
