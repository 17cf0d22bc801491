"""Who is a member, why one is no longer, and what admitting, moving or leaving refuses."""

from collections.abc import Mapping

from babel.support import LazyProxy

from web.i18n import lazy_gettext as _

CATEGORY_OF_ACTOR: Mapping[str, LazyProxy] = {
    "ess_enterprise": _("entreprise de l’économie sociale et solidaire"),
    "other_enterprise": _("autre entreprise"),
    "local_authority": _("collectivité territoriale ou groupement"),
    "research": _("recherche, enseignement supérieur"),
    "training": _("organisme de formation"),
    "other": _("autre organisation"),
}

CAUSES: Mapping[str, LazyProxy] = {
    "withdrawal": _("retrait volontaire"),
    "automatic_loss": _("perte de plein droit de la qualité d’associé"),
    "exclusion": _("exclusion"),
    "death": _("décès"),
    "dissolution": _("dissolution de la personne morale"),
    "not_ratified": _("admission non ratifiée par l’assemblée"),
}

LOSSES: Mapping[str, LazyProxy] = {
    "employment_ended": _("son contrat de travail a pris fin"),
    "use_ended": _("elle n’utilise plus les services de la coopérative"),
    "quality_lost": _("elle n’a plus la qualité de sa catégorie"),
    "shares_unpaid": _("ses parts ne sont pas payées"),
    "dues_unpaid": _("sa cotisation n’est pas payée"),
    "dissolution": _("la personne morale est dissoute"),
    "absence": _("elle a manqué les assemblées"),
}
"""What ends a membership of itself, as the statutes may name it."""

WAYS: Mapping[str, LazyProxy] = {
    "letter": _("par une lettre signée"),
    "form": _("sur le bulletin d’adhésion signé"),
    "email": _("par courriel"),
    "minutes": _("en assemblée, au procès-verbal"),
    "page": _("sur sa page personnelle"),
    "coupon": _("sur le coupon de mise à jour signé"),
}

SHOWN: Mapping[str, LazyProxy] = {
    "name": _("Mon nom, comme personne à contacter"),
    "email": _("Mon adresse électronique"),
    "phone": _("Mon téléphone"),
    "address": _("Mon adresse"),
}

PURPOSES: Mapping[str, LazyProxy] = {
    "meetings": _("les convocations et leurs documents"),
    "everything": _("tous les courriers, mises en demeure comprises"),
}

REFUSALS: Mapping[str, tuple[LazyProxy, str]] = {
    "consent-said-since": (
        _("Elle a dit autre chose le %(on)s : écrivez ce qui vaut aujourd’hui."),
        "RGPD art. 7",
    ),
    "unknown-category": (_("Les statuts ne connaissent pas la catégorie « %(category)s »."), "L47 art. 19 septies"),
    "unknown-college": (_("Les statuts ne connaissent pas le collège « %(college)s »."), "L47 art. 19 octies"),
    "college-needed": (
        _("Les statuts répartissent les associés en collèges : choisissez-en un."),
        "L47 art. 19 octies",
    ),
    "person-already-known": (_("Cette personne est déjà enregistrée."), ""),
    "siren-already-known": (_("Le numéro SIREN %(siren)s est déjà celui de « %(name)s »."), ""),
    "siret-of-another": (
        _("Le SIRET %(siret)s n’est pas d’un établissement du SIREN %(siren)s : vérifiez les deux."),
        "",
    ),
    "organisation-already-known": (_("Cette organisation est déjà enregistrée : %(name)s."), ""),
    "unknown-person": (_("Personne n’est enregistré sous cet identifiant."), ""),
    "identifier-closed": (
        _("Cette fiche est fermée, c’était un doublon. Servez-vous de celle qui vaut : %(sheet)s."),
        "",
    ),
    "guardian-of-herself": (_("Une personne mineure a un autre représentant légal qu’elle-même."), "C.civ 388-1-1"),
    "no-guardian": (_("Le %(on)s, personne n’est son représentant légal."), ""),
    "not-for-this-member": (_("Une autre personne parle pour ce membre : c’est à elle de le faire."), ""),
    "update-still-open": (_("Une mise à jour est en cours : fermez-la avant d’en ouvrir une autre."), ""),
    "no-such-update": (_("Cette mise à jour n’est pas au registre."), ""),
    "update-closed": (_("Cette mise à jour est close. Vos corrections restent possibles dans « Mon espace »."), ""),
    "unknown-organisation": (_("Aucune organisation n’est enregistrée sous cet identifiant."), ""),
    "already-a-member": (_("Cette personne est déjà associée."), ""),
    "not-a-member": (_("Cette personne n’était pas associée à cette date."), ""),
    "no-application": (_("Aucune candidature n’attend de réponse pour cette personne."), "L47 art. 7"),
    "answer-before-application": (_("La réponse ne peut précéder la candidature, reçue le %(applied)s."), ""),
    "application-waiting": (_("Sa candidature du %(applied)s attend déjà une réponse."), "L47 art. 7"),
    "no-withdrawal-notified": (_("Aucun retrait n’attend son effet pour cette personne."), "C.com L231-6"),
    "withdrawal-took-effect": (
        _("Son retrait a pris effet le %(on)s : elle peut candidater de nouveau. Sinon, dites pourquoi."),
        "C.com L231-6",
    ),
    "withdrawal-before-notified": (_("Elle ne peut revenir sur son retrait avant de l’avoir notifié, le %(on)s."), ""),
    "moved-meanwhile": (_("Le registre porte un mouvement du %(day)s : l’admission ne peut en changer l’ordre."), ""),
    "nobody-died": (_("Le registre ne porte pas son décès : enregistrez-le d’abord."), "C.com L231-8"),
    "loss-cause-needed": (_("Dites quelle condition n’est plus remplie."), "L47 art. 7"),
    "not-an-office": (_("Ce n’est pas une fonction que l’on confie."), ""),
    "office-not-held": (_("Cette personne n’exerce pas cette fonction à cette date."), ""),
    "another-organ-admits": (_("Les statuts confient l’admission à un autre organe : %(organ)s."), "L47 art. 7"),
    "too-many-members": (
        _("Une SARL compte au plus %(most)s associés : refusez l’admission, ou changez d’abord de forme."),
        "C.com L223-3",
    ),
    "already-ratified": (_("L’assemblée a déjà ratifié cette admission."), ""),
    "no-rejection-to-report": (_("Aucun rejet de candidature n’est à rapporter pour cette personne."), ""),
    "effective-before-notified": (_("Le retrait ne peut prendre effet avant sa notification, le %(on)s."), ""),
    "organisations-do-not-die": (_("Une organisation ne décède pas : enregistrez sa dissolution."), ""),
    "persons-are-not-dissolved": (_("Une personne n’est pas dissoute : enregistrez son décès."), ""),
    "exclusion-already-proposed": (_("Une exclusion est déjà proposée : menez-la à son terme, ou classez-la."), ""),
    "no-exclusion-proposed": (_("Aucune exclusion n’est proposée pour cette personne."), ""),
    "heard-before-told": (_("L’audition ne peut précéder l’envoi des griefs, le %(on)s."), ""),
    "exclusion-notice-too-short": (
        _("Les griefs se notifient au moins %(required)s jours avant l’assemblée : ici %(given)s."),
        "L47 art. 7",
    ),
    "exclusion-without-grounds": (_("Les griefs ne lui ont pas été notifiés avant l’assemblée."), "L47 art. 7"),
    "exclusion-without-hearing": (
        _("Elle n’a pas été entendue : enregistrez son audition, ou qu’elle n’est pas venue."),
        "L47 art. 7",
    ),
    "exclusion-not-adopted": (_("Le vote n’a pas adopté l’exclusion."), "C.com L231-6"),
    "exclusion-by-ordinary-majority": (
        _("L’exclusion se décide à la majorité prévue pour modifier les statuts."),
        "C.com L231-6",
    ),
    "excluded-without-her-vote": (
        _("Elle ne figure pas parmi les votants : un associé vote aussi sur sa propre exclusion."),
        "C.civ 1844",
    ),
    "exclusion-without-minutes": (_("Choisissez le vote, ou dites où la décision est écrite."), ""),
    "decided-on-another-day": (_("Cette assemblée s’est tenue le %(day)s : l’exclusion est de ce jour."), ""),
    "ends-before-it-begins": (_("La fin (%(until)s) précède le début (%(on)s)."), ""),
}
