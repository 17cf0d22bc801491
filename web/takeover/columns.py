"""The columns of somebody's spreadsheet: which line names them, and which of them is the name, the shares…"""

from collections.abc import Mapping

from babel.support import LazyProxy

from projections.names import plain
from web.edge.spreadsheet import Line, Sheet
from web.i18n import lazy_gettext as _

FIELDS: Mapping[str, LazyProxy] = {
    "number": _("Numéro"),
    "name": _("Nom"),
    "first_name": _("Prénom"),
    "company": _("Raison sociale, à côté du nom"),
    "nature": _("Personne ou organisation"),
    "siren": _("SIREN ou SIRET"),
    "representative": _("Représentant"),
    "category": _("Catégorie"),
    "college": _("Collège"),
    "since": _("Membre depuis"),
    "left": _("Sorti le"),
    "active": _("Encore membre (oui ou non)"),
    "shares": _("Parts"),
    "value": _("Valeur d’une part"),
    "subscribed": _("Capital souscrit"),
    "paid": _("Capital versé"),
    "email": _("Adresse électronique"),
    "phone": _("Téléphone"),
    "address": _("Adresse"),
    "postcode": _("Code postal"),
    "town": _("Commune"),
}
"""What a line may say of a member."""

_HEADINGS = {  # in plain letters, the surest first, as paper registers and the exports of Galette and Paheko have them
    "number": "numero|n|no|num|n d ordre|matricule|numero adherent|numero d adherent|numero de membre|n associe|num adh"
    "|id adh|id de l adherent",
    "name": "nom|nom de famille|nom et prenom|nom prenom|prenom et nom|associe|societaire|nom adh|identite|membre"
    "|adherent|nom raison sociale",
    "first_name": "prenom|prenoms|prenom adh|prenom usuel",
    "company": "raison sociale|denomination|personne morale|structure|organisme|organisation|societe adh|societe",
    "nature": "type|nature|qualite|personne physique ou morale|pp pm|type de personne|statut juridique",
    "siren": "siren|siret|n siren|n siret|numero siren|numero siret|siren siret",
    "representative": "representant|representante|represente par|representant permanent|nom du representant",
    "category": "categorie|categorie d associes|categorie de membres|statut|id statut|libelle statut",
    "college": "college|college de vote|colleges",
    "since": "depuis|entree|date d entree|date entree|date d admission|admission|date d agrement|agrement|inscrit le"
    "|membre depuis|date d inscription|date crea adh|date de creation|date de souscription|adhesion",
    "left": "sortie|date de sortie|sorti le|date sortie|depart|date de depart|demission|date de demission|retrait"
    "|date de retrait|radiation|radie le|date de radiation|exclu le",
    "active": "compte|activite adh|actif|encore membre",
    "shares": "parts|nombre de parts|nb parts|nbre de parts|nb de parts|parts sociales|nbre parts|quantite",
    "value": "valeur de la part|valeur d une part|valeur nominale|nominal|prix de la part|valeur unitaire",
    "subscribed": "capital|capital souscrit|souscrit|montant souscrit|montant|valeur|total",
    "paid": "verse|capital verse|montant verse|libere|capital libere|montant libere|regle|paye",
    "email": "email|mail|e mail|courriel|mel|adresse electronique|adresse e mail|adresse mail|email adh",
    "phone": "telephone|tel|portable|mobile|telephone portable|numero de telephone|tel adh|gsm|gsm adh",
    "address": "adresse|adresse postale|domicile|rue|siege|siege social|adresse adh|adresse complete",
    "postcode": "code postal|cp|cp adh",
    "town": "ville|commune|localite|ville adh",
}
_FIELD_OF = {heading: field for field, headings in _HEADINGS.items() for heading in headings.split("|")}
_SUREST = {heading: place for place, heading in enumerate(_FIELD_OF)}
_AMONG_THE_FIRST = 30  # lines: titles, addresses and dates of printing stand above

_PROGRAMS = {  # what each writes above its columns, and nobody else does
    "Galette": "id de l adherent|administrateur galette|exempt de cotisation|numero adherent|id adh|nom adh|prenom adh",
    "Paheko": "numero de membre|nom prenom|inscription a la lettre d information|rattache a|membres rattaches",
}


def headings(sheet: Sheet) -> Line:
    """The line that names the columns: the one with most headings that we know, of those at the top."""
    return max(sheet.lines[:_AMONG_THE_FIRST], key=lambda line: len({field for field, _ in _named(line)}))


def _named(line: Line) -> list[tuple[str, int]]:
    """The fields that a line names, each with its column, those with the surest names first."""
    known = [(words, column) for column, cell in enumerate(line.cells) if (words := plain(cell)) in _FIELD_OF]
    return [(_FIELD_OF[words], column) for words, column in sorted(known, key=lambda one: (_SUREST[one[0]], one[1]))]


def guess(sheet: Sheet) -> dict[str, int]:
    """The column of each field, as far as its heading tells; of several, the surest one in which something stands."""
    heading = headings(sheet)
    filled = {n for line in sheet if line.number > heading.number for n, cell in enumerate(line.cells) if cell}
    found: dict[str, int] = {}
    for field, column in sorted(_named(heading), key=lambda one: one[1] not in filled):
        found.setdefault(field, column)
    if "name" not in found and "company" in found:
        found["name"] = found.pop("company")
    return found


def program(heading: Line) -> str:
    """The program that wrote the file, where its columns tell: two names that are its own."""
    written = set(map(plain, heading.cells))
    known = [name for name, own in _PROGRAMS.items() if len(written.intersection(own.split("|"))) >= 2]
    return known[0] if known else ""
