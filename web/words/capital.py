"""What the acts on shares refuse, from the subscription to the reimbursement."""

from collections.abc import Mapping

from babel.support import LazyProxy

from web.i18n import lazy_gettext as _

MOVEMENTS: Mapping[str, LazyProxy] = {
    "subscribed": _("souscription"),
    "transferred": _("cession"),
    "cancelled": _("annulation"),
}

ENTRIES: Mapping[str, LazyProxy] = {
    **MOVEMENTS,
    "taken_over": _("repris du registre papier"),
    "given": _("cession, parts données"),
    "received": _("cession, parts reçues"),
    "exchanged": _("échange"),
}

IRREGULAR: Mapping[str, LazyProxy] = {
    "too-few-shares": _("moins de parts que sa catégorie n’en demande"),
    "public-above-limit": _("collectivités au-dessus de leur part du capital"),
    "above-own-cap": _("associé au-dessus de sa part du capital"),
    "approved-by-another-organ": _("cession agréée par un autre organe"),
    "approval-needed": _("cession sans agrément"),
    "minimum-kept": _("moins de parts que sa catégorie n’en demande"),
    "floor-reached": _("capital sous le plancher"),
    "queue-overtaken": _("ordre des départs non respecté"),
    "paid-too-early": _("remboursement avant le délai, sans décision"),
}
"""What was done against a rule, in a few words."""

REFUSALS: Mapping[str, tuple[LazyProxy, str]] = {
    "no-capital": (_("Les statuts n’ont pas de capital : il n’y a pas de parts à souscrire."), ""),
    "too-few-shares": (_("Cette catégorie souscrit au moins %(least)s parts."), ""),
    "whole-shares": (_("On souscrit au moins une part, et des parts entières."), ""),
    "unknown-subscription": (_("Cette souscription n’est pas celle de cette personne."), ""),
    "paid-before-promised": (_("Le versement ne peut précéder la souscription, faite le %(on)s."), ""),
    "more-than-owed": (_("Il reste à verser %(owed)s : ni plus, ni un montant nul."), ""),
    "first-payment-too-small": (_("Le premier versement est d’au moins %(part)s de la souscription."), "L47 art. 12"),
    "public-above-limit": (
        _("Les collectivités publiques détiendraient %(value)s du capital : %(limit)s au plus."),
        "L47 art. 19 septies",
    ),
    "above-own-cap": (_("Cet associé détiendrait %(value)s du capital : les statuts en permettent %(limit)s."), ""),
    "name-already-used": (_("Ce qui porte cet identifiant est déjà enregistré, et reste."), ""),
    # calls and formal notices
    "due-before-call": (_("L’échéance ne peut précéder l’appel, du %(on)s."), ""),
    "due-too-late": (_("Cette souscription doit être payée en entier le %(until)s au plus tard."), "L47 art. 12"),
    "call-not-higher": (_("%(part)s de la valeur est déjà appelé : appelez davantage, jusqu’au tout."), ""),
    "nothing-overdue": (_("Rien n’est échu et impayé sur cette souscription le %(on)s."), "L47 art. 12"),
    "no-notice-stands": (
        _("Aucune mise en demeure restée sans paiement ne porte sur cette souscription : envoyez-la d’abord."),
        "L47 art. 12",
    ),
    "notice-too-recent": (_("La mise en demeure laisse trois mois pour payer : jusqu’au %(until)s."), "L47 art. 12"),
    # transfers and exchanges
    "transfer-to-oneself": (_("On ne se cède pas des parts à soi-même."), ""),
    "more-than-held": (_("Parts disponibles à cette date : %(held)s, pas davantage."), ""),
    "shares-not-paid-up": (_("Il reste %(owed)s à verser sur ces parts : elles se cèdent une fois payées."), ""),
    "receiver-not-a-member": (
        _("Des parts se cèdent à un associé, ou à une personne dont la candidature attend : enregistrez-la d’abord."),
        "L47 art. 11",
    ),
    "approved-by-another-organ": (_("Les statuts confient l’agrément à un autre organe : %(organ)s."), "L47 art. 11"),
    "approval-needed": (_("Une cession est agréée : dites où la décision est écrite."), "L47 art. 11"),
    "minimum-kept": (_("Chacun détient au moins %(least)s parts dans sa catégorie."), ""),
    "value-in-force": (_("La part vaut déjà %(owed)s : il n’y a rien à échanger."), ""),
    "exchange-leaves-a-rest": (
        _("L’échange laisserait un reste de %(owed)s : choisissez un nombre de parts qui tombe juste."),
        "",
    ),
    # the queue and the floor
    "nobody-waits": (_("Le %(on)s, personne n’attend l’annulation de ses parts."), ""),
    "floor-reached": (
        _(
            "Le capital est de %(capital)s et ne peut descendre sous %(floor)s : on peut en annuler %(room)s, "
            "et la première demande est de %(waits)s."
        ),
        "L47 art. 13",
    ),
    "part-not-settled": (
        _(
            "Le plancher laisse %(room)s, moins que la première demande, et les statuts ne disent pas si l’on annule "
            "en partie : faites-le trancher."
        ),
        "",
    ),
    "queue-overtaken": (
        _("D’autres attendent depuis plus longtemps (%(ahead)s) : l’ordre des départs se respecte."),
        "",
    ),
    "shares-came-later": (
        _("Des parts sont entrées à ce compte le %(on)s : une annulation ne peut précéder ce jour."),
        "C.com R228-9",
    ),
    "not-so-many-waiting": (_("Cette demande ne porte pas sur %(shares)s parts en attente à cette date."), ""),
    # the value of a share, and the reimbursement
    "approved-before-closing": (_("Les comptes s’approuvent après la clôture, le %(closing)s."), ""),
    "losses-not-settled": (
        _("Les statuts ne disent pas ce qui supporte une perte, du capital ou des réserves : faites-le trancher."),
        "L47 art. 18",
    ),
    "already-valued": (_("La valeur de la part au %(closing)s est déjà arrêtée."), ""),
    "unknown-cancellation": (_("Ces parts annulées ne sont pas celles de cette personne."), ""),
    "paid-before-cancelled": (_("Les parts sont annulées le %(on)s : on ne les rembourse pas avant."), ""),
    "share-not-valued": (
        _("La valeur de la part pour l’exercice du %(on)s n’est pas arrêtée : enregistrez d’abord ses comptes."),
        "L47 art. 18",
    ),
    "more-than-due": (_("Il reste à rembourser %(owed)s : ni plus, ni un montant nul."), "L47 art. 18"),
    "schedule-undecided": (_("Payer en plusieurs fois se décide : dites où la décision est écrite."), ""),
    "schedule-without-parts": (_("Il y a une part au moins, un mois au moins entre deux : %(most)s au plus."), ""),
    "schedule-too-late": (_("Tout est payé le %(until)s au plus tard : rapprochez les échéances."), ""),
    "year-not-valued": (
        _("La valeur de l’exercice clos le %(closing)s n’est pas arrêtée : sa perte s’y compte d’abord."),
        "L47 art. 18",
    ),
    "found-before-approved": (_("Une perte se trouve après l’approbation des comptes, le %(on)s."), ""),
    "no-loss": (_("Écrivez le montant de la perte."), ""),
    "more-than-claimed": (_("Il reste à rendre %(owed)s : ni plus, ni un montant nul."), "L47 art. 18"),
    "paid-too-early": (
        _("Le délai court jusqu’au %(until)s : un paiement plus tôt demande une décision, dites laquelle."),
        "",
    ),
    # a register on paper goes on
    "register-already-continued": (_("Le registre papier est déjà repris."), "C.com R228-9"),
    "register-already-begun": (
        _("Des mouvements sont déjà numérotés ici : un numéro donné ne change plus."),
        "C.com R228-9",
    ),
    "not-a-number-of-the-register": (_("Écrivez le dernier numéro du registre, zéro s’il n’en a pas."), ""),
    "share-without-value": (_("Une part vaut plus que zéro."), ""),
}
