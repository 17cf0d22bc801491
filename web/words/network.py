"""What groups, meetings, actions, surveys and visions refuse, and what keeping a card does."""

from collections.abc import Mapping

from babel.support import LazyProxy

from governance.network.source_facts import Head
from web.i18n import lazy_gettext as _

REFUSALS: Mapping[str, tuple[LazyProxy, str]] = {
    "already-reported": (_("Cela est déjà rapporté, en d’autres termes."), ""),
    "report-without-words": (_("Donnez un titre ou un texte, et de qui il vient."), ""),
    "unknown-group": (_("Ce groupe de travail n’existe pas."), ""),
    "counted-or-estimated": (_("Donnez le nombre compté, ou le minimum estimé, pas les deux."), ""),
    "nobody-came": (_("Une réunion compte au moins une personne ; laissez vide si personne n’a compté."), ""),
    "unknown-meeting": (_("Cette réunion n’est pas connue."), ""),
    "meeting-held-already": (_("Cette réunion a déjà eu lieu : son plan ne change plus."), ""),
    "meeting-cancelled": (_("Cette réunion a été annulée : prévoyez-en une autre."), ""),
    "meeting-not-held": (_("Cette réunion n’a pas encore eu lieu : il n’y a rien à en dire."), ""),
    "weekday-differs": (_("Le %(on)s est un %(weekday)s : vérifiez le jour ou la date."), ""),
    "weekday-without-day": (_("Un jour de la semaine demande une date complète."), ""),
    "number-from-one": (_("Une réunion est la première ou une suivante : écrivez 1 ou plus."), ""),
    "ends-before-it-starts": (_("Elle finirait avant de commencer : vérifiez les heures."), ""),
    "nobody-meant": (_("Nommez une organisation ou une personne."), ""),
    "on-the-sheet": (
        _("Cette personne est déjà sur la feuille pour cette organisation : retirez d’abord sa ligne."),
        "",
    ),
    "unknown-attendance": (_("Cette ligne n’est pas sur la feuille de présence."), ""),
    "of-another-meeting": (_("Ce point a été noté dans une autre réunion."), ""),
    "unknown-open-point": (_("Ce point ouvert n’est pas connu."), ""),
    "decided-by-a-vote": (_("Cette décision vient d’un vote, pas d’un commun accord."), ""),
    "nobody-to-write-to": (_("Personne à qui écrire : choisissez au moins une personne qui a une adresse."), ""),
    "rhythm-of-days": (_("Un rythme se compte en jours : écrivez 1 ou plus."), ""),
    "unknown-action": (_("Cette action n’est pas connue."), ""),
    "action-over": (_("Cette action est faite ou abandonnée : elle ne change plus."), ""),
    "due-once": (_("Donnez l’échéance d’une seule façon : un jour, des mots ou une réunion."), ""),
    "everybody-of-what": (_("Une action à tous demande un groupe ou une réunion : tous, ce sont les leurs."), ""),
    "not-for-everybody": (_("Cette action n’est pas confiée à tous."), ""),
    "not-your-action": (_("Vous ne vous êtes pas proposé pour cette action."), ""),
    "survey-of-nobody": (_("Une enquête interroge au moins une personne."), ""),
    "more-answers-than-asked": (
        _("Il y a plus de réponses (%(respondents)s) que de destinataires (%(population)s)."),
        "",
    ),
    "more-than-all": (_("Une part dépasse cent pour cent de ceux qui ont répondu."), ""),
    "horizon-behind": (_("L’horizon (%(horizon)s) doit venir après le jour où la vision est énoncée (%(on)s)."), ""),
    "heard-about-nothing": (_("Choisissez le document soumis : il a sa fiche."), ""),
    "hearing-ends-before": (_("Les avis ne peuvent finir (%(until)s) avant l’ouverture."), ""),
    "hearing-closes-before": (_("La concertation s’est ouverte le %(on)s : elle ne peut se clore avant."), ""),
    "hearing-keeps-its-title": (_("Les avis reçus nomment la concertation « %(title)s » : elle garde ce titre."), ""),
    "hearing-called-so-already": (_("Une autre concertation porte ce titre : les avis se confondraient."), ""),
    "hearing-closed": (_("La concertation est close depuis le %(on)s."), ""),
    "unknown-hearing": (_("Cette concertation n’existe pas."), ""),
    "unknown-mandate": (_("Ce mandat n’existe pas."), ""),
    "nobody-speaks": (_("Dites qui parle : une personne au moins."), ""),
    "event-to-come": (_("C’est le %(day)s : on en revient ensuite."), ""),
    "mandate-of-others": (_("Ce mandat est confié à d’autres : c’est à eux de dire ce qui en revient."), ""),
    "unknown-newsletter": (_("Cette lettre n’existe pas."), ""),
    "newsletter-gone": (_("Cette lettre est partie le %(on)s : elle ne change plus et ne part pas deux fois."), ""),
    "newsletter-said-already": (
        _("La lettre « %(title)s », partie le %(on)s, dit déjà tout cela : elle ne part pas deux fois."),
        "",
    ),
    "newsletter-says-nothing": (_("Cette lettre ne dit rien : gardez une nouvelle ou écrivez un mot."), ""),
    "newsletter-not-gone": (_("Envoyez d’abord la lettre : ce que chacun lit ensuite ne change plus."), ""),
    "step-beyond-horizon": (
        _("Une étape (%(due)s) vient avant l’horizon (%(horizon)s), ou au plus tard avec lui."),
        "",
    ),
    "unknown-card": (_("Cette fiche n’existe pas dans ce registre."), ""),
    "unknown-field": (_("Ce registre n’a pas de champ « %(name)s »."), ""),
    "unknown-state": (_("Ce registre n’a pas d’état « %(name)s »."), ""),
    "field-twice": (_("Un champ est dit deux fois."), ""),
    "field-needed": (_("Le champ « %(field)s » doit être rempli."), ""),
    "value-not-fitting": (_("« %(said)s » ne convient pas au champ « %(field)s »."), ""),
    "kept-by-the-board": (_("Ce registre est tenu par le secrétariat : dites-lui ce qu’il faut y écrire."), ""),
    "state-not-next": (_("La fiche ne passe pas à cet état depuis celui où elle est : relisez-la."), ""),
    "does-not-answer": (_("Cette fiche ne répond pas à celle-là."), ""),
    "card-is-over": (_("Cette fiche n’a plus cours."), ""),
    "never-introduced": (_("Ces fiches n’ont pas été mises en relation."), ""),
    "already-lent": (_("C’est déjà réservé du %(since)s au %(until)s : choisissez d’autres jours."), ""),
    "not-lent": (_("Les fiches de ce registre ne se réservent pas."), ""),
    "no-such-owner": (
        _("De qui — Aucun membre ne porte ce nom : « %(name)s ». Corrigez-le, ou laissez vide."),
        "",
    ),
    "not-joined": (_("On ne s’inscrit pas aux fiches de ce registre."), ""),
    "too-late-to-join": (_("Les inscriptions sont closes depuis le %(until)s."), ""),
    "seats-reserved": (
        _(
            "Les places sont réservées aux adhérents de : %(names)s. Si c’est votre cas, dites-le au secrétariat, "
            "qui l’écrit sur votre fiche."
        ),
        "",
    ),
    "nobody-joins": (_("Inscrivez au moins une personne."), ""),
    "loan-days-needed": (_("Donnez le premier jour, puis le dernier, qui ne vient pas avant."), ""),
    "unknown-loan": (_("Cette réservation n’existe pas."), ""),
}
HEADS: Mapping[Head, LazyProxy] = {
    Head.STRUCTURES_PRESENT: _("Structures présentes"),
    Head.PEOPLE_PRESENT: _("Personnes présentes"),
    Head.STRUCTURES_EXCUSED: _("Structures excusées"),
    Head.PEOPLE_EXCUSED: _("Personnes excusées"),
}
PRESENCES: Mapping[str, LazyProxy] = {"present": _("présent"), "excused": _("excusé"), "absent": _("absent")}
KINDS: Mapping[str, LazyProxy] = {
    "topic": _("Sujet"),
    "more": _("Suite de la ligne d’au-dessus"),
    "decision": _("Décision d’un commun accord"),
    "action": _("Action"),
    "proposal": _("Proposition"),
    "point": _("Point à rediscuter"),
    "present": _("Présent"),
    "excused": _("Excusé"),
    "absent": _("Absent"),
    "animates": _("Anime"),
    "aside": _("À laisser de côté"),
}
"""What a line of notes may be."""
PRIORITIES: Mapping[str, LazyProxy] = {
    "first": _("à faire prioritairement"),
    "later": _("dans un second temps"),
    "none": _("sans priorité"),
}
ACTION_STATES: Mapping[str, LazyProxy] = {
    "open": _("à faire"),
    "done": _("faite"),
    "given-up": _("abandonnée"),
}
BELONGINGS: Mapping[str, LazyProxy] = {
    "asked": _("demande à participer"),
    "member": _("participe"),
    "left": _("ne participe plus"),
}
TELLS: Mapping[str, LazyProxy] = {
    "decision": _("Décision"),
    "date": _("Date"),
    "member": _("Nouveau membre"),
    "offer": _("Offre"),
    "need": _("Besoin"),
    "report": _("Compte rendu"),
}
"""What a piece of news is about."""
