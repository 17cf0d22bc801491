"""What the closing of a year calls its figures and its movements; what the acts on the result refuse."""

from collections.abc import Mapping

from babel.support import LazyProxy

from governance.capital.differences import Slip
from web.i18n import lazy_gettext as _

MOVEMENTS: Mapping[str, LazyProxy] = {
    "taken_over": _("Repris du registre papier"),
    "subscribed": _("Souscription"),
    "paid": _("Versement"),
    "given": _("Cession, parts cédées"),
    "received": _("Cession, parts reçues"),
    "cancelled": _("Annulation"),
    "reimbursed": _("Remboursement"),
    "returned": _("Restitution d’un remboursement"),
    "lessened": _("Perte d’un exercice antérieur"),
}

FIGURES: Mapping[str, LazyProxy] = {
    "capital": _("Capital souscrit"),
    "uncalled": _("Capital non appelé"),
    "called": _("Capital appelé, non versé"),
    "debt": _("Dettes envers les sortants"),
}

SLIPS: Mapping[Slip, LazyProxy] = {
    Slip.MISSED: _("Mouvement de l’exercice, absent de la comptabilité"),
    Slip.LATER: _("Mouvement postérieur à la clôture, déjà compté"),
    Slip.EARLY: _("Départ compté avant que les parts soient annulées"),
    Slip.CLASSED: _("Non versé classé dans l’autre compte"),
    Slip.GROUP: _("Tous ces mouvements, absents de la comptabilité"),
    Slip.TWICE: _("Mouvement compté deux fois"),
    Slip.BEFORE: _("Mouvement d’un exercice antérieur, jamais compté"),
}

REFUSALS: Mapping[str, tuple[LazyProxy, str]] = {
    "no-surplus": (_("Il n’y a pas d’excédent à affecter : une perte se reporte."), ""),
    "decision-needed": (_("L’affectation du résultat se décide en assemblée : dites où la décision est écrite."), ""),
    "appropriation-does-not-add-up": (
        _("Les réserves, l’intérêt et le report doivent faire %(available)s, au centime près."),
        "",
    ),
    "already-appropriated": (_("Le résultat de l’exercice clos le %(closing)s est déjà affecté."), ""),
    "legal-reserve-short": (_("La réserve légale reçoit au moins %(bound)s."), "L47 art. 16"),
    "statutory-reserve-short": (_("La réserve statutaire reçoit au moins %(bound)s."), "L47 art. 19 nonies"),
    "interest-too-high": (_("L’intérêt aux parts est de %(bound)s au plus, en tout."), "L47 art. 19 nonies"),
}

BROKEN: Mapping[str, LazyProxy] = {
    "legal-reserve-short": _("réserve légale trop faible"),
    "statutory-reserve-short": _("réserve statutaire trop faible"),
    "interest-too-high": _("intérêt aux parts trop élevé"),
}
"""The rules on a result that an assembly may have passed over."""
