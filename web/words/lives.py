"""The steps of a membership as its sheet tells them, and what breaks in the whole."""

from collections.abc import Mapping

from babel.support import LazyProxy

from web.i18n import lazy_gettext as _

STEPS: Mapping[str, LazyProxy] = {
    "MembershipApplied": _("Candidature reçue"),
    "MemberAdmitted": _("Devient membre"),
    "ApplicationRejected": _("Candidature rejetée"),
    "AdmissionRatified": _("Admission ratifiée par l’assemblée"),
    "RejectionReported": _("Rejet rapporté à l’assemblée"),
    "CollegeChanged": _("Change de collège"),
    "CategoryChanged": _("Change de catégorie"),
    "AbsenceWarned": _("Avertissement pour absence : assemblées manquées de suite, %(missed)s"),
    "WithdrawalNotified": _("Retrait notifié, avec effet au %(effective)s"),
    "MembershipIrregular": _("Enregistré malgré une règle"),
    "ExclusionProposed": _("Griefs notifiés, pour l’assemblée du %(assembly_on)s"),
    "MemberHeard": _("Audition avant exclusion"),
    "ExclusionSetAside": _("Exclusion classée"),
    "MemberLeft": _("Cesse d’être membre"),
    "HeirsNamed": _("La valeur de ses parts est à payer à"),
    "ApplicationWithdrawn": _("Retire sa candidature"),
    "AdmissionRedated": _("Jour de l’admission corrigé : écrite d’abord au %(was)s"),
    "WithdrawalTakenBack": _("Revient sur son retrait"),
    "SharesSubscribed": _("Souscrit des parts : %(shares)s, à %(nominal)s"),
    "SharesPaid": _("Verse %(amount)s sur ses parts"),
    "SharesTakenOver": _("Parts reprises du registre précédent : %(shares)s, à %(nominal)s"),
    "SharesExchanged": _("Échange %(shares)s parts contre %(into)s"),
    "FormalNoticeSent": _("Mise en demeure de verser %(amount)s"),
    "RecoveryGivenUp": _("La coopérative renonce à recouvrer %(amount)s"),
    "ReimbursementAsked": _("Demande le remboursement de parts : %(shares)s"),
    "SharesCancelled": _("Parts annulées : %(shares)s, à %(nominal)s"),
    "ReimbursementScheduled": _("Sera remboursé en %(times)s fois"),
    "SharesReimbursed": _("Reçoit %(amount)s en remboursement de parts"),
    "LossClaimed": _("Perte trouvée après coup : %(amount)s de moins à recevoir, ou à rendre"),
    "ReimbursementReturned": _("Rend %(amount)s d’un remboursement"),
    "SharesTransferred": _("Cession de parts : %(shares)s, à %(nominal)s"),
    "OfficeTaken": _("Prend une fonction : %(office)s"),
    "OfficeLeft": _("Quitte une fonction : %(office)s"),
    "RepresentativeNamed": _("Une personne est nommée pour représenter l’organisation"),
    "ContactChanged": _("Coordonnées changées"),
    "DuesPaid": _("Cotisation %(year)s : verse %(amount)s"),
    "DuesWaived": _("Cotisation %(year)s : dispense"),
    "DuesReminded": _("Cotisation %(year)s : rappel"),
}

HEARD: Mapping[bool, LazyProxy] = {True: _("est venue"), False: _("n’est pas venue")}

BROKEN: Mapping[str, LazyProxy] = {
    "three-links": _("Il n’y a plus trois catégories d’associés de liens distincts, dont salariés et bénéficiaires."),
    "members-of-sarl": _("La SARL compte plus de cent associés."),
    "public-share": _("Les collectivités publiques détiennent plus que leur part du capital."),
}

TASKS: Mapping[str, LazyProxy] = {
    "convene-extraordinary": _("Convoquez une assemblée générale extraordinaire."),
    "change-form": _("Changez de forme, ou revenez à cent associés dans l’année."),
    "restore-public-share": _("Faites souscrire d’autres associés, ou convenez d’une cession."),
}
