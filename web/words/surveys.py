"""What asking and answering a questionnaire refuses."""

from collections.abc import Mapping

from babel.support import LazyProxy

from web.i18n import lazy_gettext as _

REFUSALS: Mapping[str, tuple[LazyProxy, str]] = {
    "unknown-questionnaire": (_("Ce questionnaire n’existe pas."), ""),
    "questionnaire-published": (_("Ce questionnaire est clos : ses résultats sont publiés."), ""),
    "nothing-asked": (_("Posez au moins une question."), ""),
    "question-needs-options": (
        _("« %(question)s » : donnez au moins deux réponses, séparées par un point-virgule."),
        "",
    ),
    "sent-to-nobody": (_("Cochez au moins une personne."), ""),
    "fewer-asked-than-answered": (
        _("%(respondents)s ont déjà répondu : on ne peut l’avoir demandé à moins."),
        "",
    ),
    "all-have-answered": (
        _("Les %(population)s réponses attendues sont là : le secrétariat peut corriger ce nombre."),
        "",
    ),
    "not-asked": (_("Ce questionnaire ne vous a pas été envoyé : demandez-le au secrétariat."), ""),
    "questionnaire-anonymous": (_("Ce questionnaire est anonyme : répondez par son lien anonyme."), ""),
    "questionnaire-named": (_("Ce questionnaire est nominatif : connectez-vous pour répondre."), ""),
    "already-answered": (_("Vous avez déjà répondu à ce questionnaire."), ""),
    "nothing-answered": (_("Répondez au moins à une question."), ""),
    "unknown-question": (_("Une des questions n’est pas de ce questionnaire."), ""),
    "answer-not-fitting": (_("« %(question)s » : cette réponse ne convient pas à la question."), ""),
}
