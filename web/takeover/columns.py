"""The columns of somebody's spreadsheet: which line names them, and which of them is the name, the shares…"""

from collections.abc import Mapping, Sequence
from hashlib import sha256

from babel.support import LazyProxy

from projections.names import plain
from web.edge.spreadsheet import Line, Sheet
from web.i18n import lazy_gettext as _

FIELDS: Mapping[str, LazyProxy] = {
    "number": _("Numéro"),
    "name": _("Nom"),
    "first_name": _("Prénom"),
    "nature": _("Personne ou organisation"),
    "siren": _("SIREN ou SIRET"),
    "representative": _("Représentant"),
    "category": _("Catégorie"),
    "college": _("Collège"),
    "since": _("Membre depuis"),
    "shares": _("Parts"),
    "subscribed": _("Capital souscrit"),
    "paid": _("Capital versé"),
    "email": _("Adresse électronique"),
    "phone": _("Téléphone"),
    "address": _("Adresse"),
    "postcode": _("Code postal"),
    "town": _("Commune"),
}
"""What a line may say of a member."""

_HEADINGS = {  # in plain letters, as paper registers and the exports of Galette and Paheko have them
    "number": "numero|n|no|num|n d ordre|matricule|numero d adherent|numero de membre|n associe|id adh|num adh",
    "name": "nom|nom de famille|nom et prenom|nom prenom|prenom et nom|associe|societaire|raison sociale|denomination"
    "|nom adh|identite|structure|organisme|membre|adherent|nom raison sociale",
    "first_name": "prenom|prenoms|prenom adh|prenom usuel",
    "nature": "type|nature|qualite|personne physique ou morale|pp pm|type de personne|statut juridique",
    "siren": "siren|siret|n siren|n siret|numero siren|numero siret|siren siret",
    "representative": "representant|representante|represente par|representant permanent|nom du representant",
    "category": "categorie|categorie d associes|categorie de membres|statut|id statut|libelle statut",
    "college": "college|college de vote|colleges",
    "since": "depuis|entree|date d entree|date entree|date d admission|admission|date d agrement|agrement|inscrit le"
    "|membre depuis|date d inscription|date crea adh|date de creation|date de souscription|adhesion",
    "shares": "parts|nombre de parts|nb parts|nbre de parts|nb de parts|parts sociales|nbre parts|quantite",
    "subscribed": "capital|capital souscrit|souscrit|montant souscrit|montant|valeur|total",
    "paid": "verse|capital verse|montant verse|libere|capital libere|montant libere|regle|paye",
    "email": "email|mail|e mail|courriel|mel|adresse electronique|adresse e mail|adresse mail|email adh",
    "phone": "telephone|tel|portable|mobile|telephone portable|numero de telephone|gsm adh|tel adh",
    "address": "adresse|adresse postale|domicile|rue|siege|siege social|adresse adh|adresse complete",
    "postcode": "code postal|cp|cp adh",
    "town": "ville|commune|localite|ville adh",
}
_FIELD_OF = {heading: field for field, headings in _HEADINGS.items() for heading in headings.split("|")}
_AMONG_THE_FIRST = 30  # lines: titles, addresses and dates of printing stand above


def headings(sheet: Sheet) -> Line:
    """The line that names the columns: the one with most headings that we know, of those at the top."""
    return max(sheet.lines[:_AMONG_THE_FIRST], key=lambda line: len(guess(line)))


def guess(line: Line) -> dict[str, int]:
    """The column of each field, as far as its heading tells; of two alike, the first."""
    found: dict[str, int] = {}
    for column, heading in enumerate(line.cells):
        if field := _FIELD_OF.get(plain(heading)):
            found.setdefault(field, column)
    return found


def signature(cells: Sequence[str]) -> str:
    """What files with the same headings have in common: a correspondence set up once serves again."""
    return sha256("\x1f".join(map(plain, cells)).encode()).hexdigest()
