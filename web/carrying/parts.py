"""What all of a cooperative is made of: the files of the parcel, the tables in them, and the tables that stay."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

FORMAT = "palabre-export/1"
README, MANIFEST, SUMS = "LISEZMOI.txt", "export.json", "sha256sums.txt"
RECORD, WORDS, FILES = "journal.jsonl", "paroles.jsonl", "fichiers.jsonl"

ROWS: Mapping[str, str] = {
    "checkpoint": "les têtes du journal, telles qu’elles ont été signées, chacune avec sa clé publique",
    "stamp": "ce qu’une autorité d’horodatage a daté, et ses jetons (RFC 3161)",
    "cosignature": "ce que des témoins ont signé de ces têtes, et quand",
    "outbox": "le courrier : chaque lettre partie ou à partir, avec son texte tant qu’on sait écrire à la personne",
    "reading": "qui a ouvert une fiche ou un dossier, depuis douze mois",
    "contribution": "ce que des personnes sans compte proposent au réseau",
    "statutes_draft": "les statuts en cours de rédaction",
    "dossier_draft": "les dossiers de preuves en cours de composition",
    "on_paper": "les séances sur papier en cours de saisie",
}
"""Tables that leave as they are, one JSON object a line."""

STAYS: Mapping[str, str] = {
    "session": "qui est connecté : chacun se reconnecte",
    "entrance": "les liens et les codes qui font entrer une fois : on en donne d’autres",
    "attempt": "les demandes de lien du dernier quart d’heure",
    "calendar": "les adresses secrètes des agendas : chacun rouvre la sienne",
    "takeover": "les tableurs en cours de reprise : achevez-les ou abandonnez-les avant",
    "takeover_line": "les lignes de ces tableurs",
    "past": "les registres d’un jour passé, que le journal redonne",
    "witnessed": "les têtes d’autres journaux : comme témoin, elle repart avec une autre clé, à leur donner",
    "asked_witness": "où en est chaque témoin : il est redemandé",
    "tile": "l’arbre de Merkle, que le journal redonne",
}
"""Tables that do not leave, and why."""

ELSEWHERE = ("record_events_tt_main", "record_events_tt_tag", "vault", "vault_key", "stored_file")
"""Those whose content leaves in a file of its own."""

ABOUT_THE_DATABASE = ("record_kind", "migration", "register")


@dataclass(frozen=True)
class Manifest:
    """Whose it is, and how it stands. `migration`: the last that had been applied; `kinds`: of the facts in it;
    `entries` and `root` (RFC 6962): of its record; `key`: whose signature its last head bears, if one was signed.
    """

    format: str
    slug: str
    name: str
    migration: str
    kinds: list[str]
    entries: int
    root: str
    key: str

    @property
    def written(self) -> bytes:
        return (json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n").encode()


def rows_of(table: str) -> str:
    """The file where the rows of a table are."""
    return f"tables/{table}.jsonl"
