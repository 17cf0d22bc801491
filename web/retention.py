"""What is kept, why, how long, and what becomes of it then: the one place of durations, for worker and pages."""

from dataclasses import dataclass
from typing import LiteralString, NamedTuple

from babel.support import LazyProxy

from governance.record.vault import UNCITED
from governance.rights.hold import OFFICERS, SHARES, TAIL
from governance.rights.hold import YEARS as LIABLE
from projections.rights import terms
from web.i18n import lazy_gettext as _
from web.i18n import ngettext

CONTRACT = _("contrat de société, RGPD art. 6.1.b")
LAW = _("obligation légale, RGPD art. 6.1.c")
INTEREST = _("intérêt légitime, RGPD art. 6.1.f")
CONSENT = _("consentement, RGPD art. 6.1.a")
WORKER = _("effacé par Palabre, chaque jour")
DECIDED = _("deux personnes décident de l’effacer")
SAVED_DAYS = 30
"""How long a save is kept: what was erased can be read in it so long."""


class Term(NamedTuple):
    """`unit`: day, month or year."""

    number: int
    unit: str

    def __str__(self) -> str:
        match self.unit:
            case "day":
                return ngettext("%(num)s jour", "%(num)s jours", self.number)
            case "month":
                return ngettext("%(num)s mois", "%(num)s mois", self.number)
        return ngettext("%(num)s an", "%(num)s ans", self.number)

    @property
    def interval(self) -> str:
        """As PostgreSQL reads it."""
        return f"{self.number} {self.unit}"


@dataclass(frozen=True)
class Keeping:
    """A kind of data. `term` runs from `since`; without a term it is kept so long, and `ends` says why.

    `swept`: the table and the column from which the worker counts; `due`: what lists those who wait for a decision.
    """

    what: LazyProxy
    why: LazyProxy
    basis: LazyProxy
    since: LazyProxy
    ends: LazyProxy
    term: Term | None = None
    article: str = ""
    swept: tuple[str, str] | None = None
    due: LiteralString = ""


DAY, HALF_YEAR, YEAR = Term(UNCITED.days, "day"), Term(6, "month"), Term(12, "month")
CALENDAR: tuple[Keeping, ...] = (
    Keeping(
        what=_("Courriel, téléphone, IBAN d’un ancien membre"),
        why=_("le joindre, le rembourser"),
        basis=CONTRACT,
        since=_("son départ, si rien ne lui est plus dû"),
        ends=DECIDED,
        term=YEAR,
        article="RGPD art. 5.1.e",
        due=terms.CONTACTS,
    ),
    Keeping(
        what=_("Identité d’un candidat refusé ou retiré"),
        why=_("répondre d’un refus contesté"),
        basis=INTEREST,
        since=_("le refus ou le retrait"),
        ends=DECIDED,
        term=YEAR,
        article="RGPD art. 5.1.e",
        due=terms.CANDIDATES,
    ),
    Keeping(
        what=_("Identité d’un ancien membre ou d’un ancien dirigeant"),
        why=_("dire qui était tenu de quoi"),
        basis=LAW,
        since=_("la fin de la qualité, ou de la fonction"),
        ends=DECIDED,
        term=Term(LIABLE, "year"),
        article=f"{TAIL} ; {OFFICERS}",
        due=terms.IDENTITIES,
    ),
    Keeping(
        what=_("Registre des membres et des parts"),
        why=_("la loi le veut"),
        basis=LAW,
        since=_("la vie de la coopérative, et cinq ans"),
        ends=_("gardé : c’est lui qui prouve qui détient quoi"),
        article=SHARES,
    ),
    Keeping(
        what=_("Procès-verbaux, décisions, statuts, nom des dirigeants"),
        why=_("la loi le veut"),
        basis=LAW,
        since=_("la vie de la coopérative, et cinq ans"),
        ends=_("gardé : rien ne s’y ajoute ni ne s’en retire"),
        article="C.com R225-22, R221-3",
    ),
    Keeping(
        what=_("Feuilles de présence, pouvoirs, formulaires"),
        why=_("les membres peuvent les demander trois ans"),
        basis=LAW,
        since=_("trois ans au moins, avec leur procès-verbal"),
        ends=_("gardé sous identifiant, avec le procès-verbal qu’ils justifient"),
        article="C.com L225-117",
    ),
    Keeping(
        what=_("Lettres envoyées"),
        why=_("prouver qu’on a convoqué"),
        basis=LAW,
        since=_("tant qu’on sait écrire à la personne"),
        ends=_("illisibles avec les coordonnées de la personne"),
        article="C.com R225-63",
    ),
    Keeping(
        what=_("Lettre d’information, annuaire, fiches à son nom"),
        why=_("elle l’a voulu"),
        basis=CONSENT,
        since=_("tant qu’elle le veut"),
        ends=_("n’est plus montré ; la preuve de l’accord reste"),
        article="RGPD art. 7",
    ),
    Keeping(
        what=_("Qui a ouvert une fiche ou un dossier"),
        why=_("dire à chacun qui l’a lu"),
        basis=INTEREST,
        since=_("la lecture"),
        ends=WORKER,
        term=YEAR,
        article="RGPD art. 15",
        swept=("reading", "at"),
    ),
    Keeping(
        what=_("Contribution d’une personne sans compte"),
        why=_("lui dire ce qu’elle devient"),
        basis=INTEREST,
        since=_("la réponse"),
        ends=WORKER,
        term=HALF_YEAR,
        article="RGPD art. 5.1.e",
        swept=("contribution", "decided"),
    ),
    Keeping(
        what=_("Statuts en cours de rédaction"),
        why=_("reprendre plus tard"),
        basis=INTEREST,
        since=_("le dernier enregistrement"),
        ends=WORKER,
        term=HALF_YEAR,
        article="RGPD art. 5.1.e",
        swept=("statutes_draft", "at"),
    ),
    Keeping(
        what=_("Dossier en cours de composition"),
        why=_("reprendre plus tard"),
        basis=INTEREST,
        since=_("le dernier enregistrement"),
        ends=WORKER,
        term=HALF_YEAR,
        article="RGPD art. 5.1.e",
        swept=("dossier_draft", "at"),
    ),
    Keeping(
        what=_("Séance sur papier en cours de saisie"),
        why=_("reprendre plus tard"),
        basis=INTEREST,
        since=_("le dernier enregistrement"),
        ends=WORKER,
        term=HALF_YEAR,
        article="RGPD art. 5.1.e",
        swept=("on_paper", "at"),
    ),
    Keeping(
        what=_("Session d’une personne connectée"),
        why=_("la reconnaître"),
        basis=INTEREST,
        since=_("son ouverture"),
        ends=WORKER,
        term=DAY,
        article="RGPD art. 32",
        swept=("session", "opened"),
    ),
    Keeping(
        what=_("Lien ou code qui fait entrer"),
        why=_("la laisser entrer"),
        basis=INTEREST,
        since=_("sa fin de validité"),
        ends=WORKER,
        term=DAY,
        article="RGPD art. 32",
        swept=("entrance", "expires"),
    ),
    Keeping(
        what=_("Demande de lien"),
        why=_("freiner qui essaie des adresses"),
        basis=INTEREST,
        since=_("la demande"),
        ends=WORKER,
        term=DAY,
        article="RGPD art. 32",
        swept=("attempt", "at"),
    ),
    Keeping(
        what=_("Parole ou fichier qu’aucune écriture ne cite"),
        why=_("un acte refusé ou interrompu"),
        basis=INTEREST,
        since=_("son dépôt"),
        ends=WORKER,
        term=DAY,
        article="RGPD art. 5.1.e",
    ),
    Keeping(
        what=_("Sauvegardes"),
        why=_("relever la coopérative d’une panne"),
        basis=INTEREST,
        since=_("la sauvegarde"),
        ends=_("supprimées ; jusque-là, ce qui est effacé y reste lisible"),
        term=Term(SAVED_DAYS, "day"),
        article="RGPD art. 32",
    ),
)

SWEPT = tuple(
    f"delete from public.{one.swept[0]} where {one.swept[1]} < clock_timestamp() - interval '{one.term.interval}'"
    for one in CALENDAR
    if one.swept and one.term
)
"""What the worker does every day."""
