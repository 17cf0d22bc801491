"""The ways of deliberating as their pages call them, what each asks, and what taking part refuses."""

from collections.abc import Mapping
from typing import NamedTuple

from babel.support import LazyProxy

from governance.vote.methods import Method
from web.i18n import lazy_gettext as _


class Called(NamedTuple):
    """`when`: what it is good for; `asked`: what each one gives; `rule`: how the result is found."""

    name: LazyProxy
    when: LazyProxy
    asked: LazyProxy
    rule: LazyProxy


METHODS: Mapping[Method, Called] = {
    Method.CONSENT: Called(
        _("Consentement"),
        _("Une proposition que personne ne doit subir : on cherche les objections, on les intègre."),
        _("Dites si vous objectez. « Pas d’objection » ne veut pas dire « pour »."),
        _(
            "Adoptée quand tout le cercle a parlé et que plus aucune objection raisonnée ne demeure. "
            "Personne ne s’abstient."
        ),
    ),
    Method.NO_CANDIDATE: Called(
        _("Élection sans candidat"),
        _("Confier un rôle à quelqu’un que les autres ont nommé, raisons dites à voix haute."),
        _("Nommez quelqu’un du cercle, vous-même si vous voulez, et dites pourquoi."),
        _(
            "On ne compte pas les voix : quelqu’un qui fut nommé est proposé, et le cercle consent. "
            "Qui est proposé parle en dernier."
        ),
    ),
    Method.ADVICE: Called(
        _("Vote consultatif"),
        _("Prendre l’avis, sans rien décider."),
        _("Dites votre avis."),
        _("Un avis par personne. Rien n’est décidé, rien n’entre au registre des décisions."),
    ),
    Method.APPROVAL: Called(
        _("Approbation"),
        _("Trouver ce qui convient au plus grand nombre : une date, un lieu, un nom de projet."),
        _("Cochez tout ce qui vous convient."),
        _("L’emporte ce que le plus de personnes approuvent."),
    ),
    Method.JUDGMENT: Called(
        _("Jugement majoritaire"),
        _("Classer des choix en disant ce qu’on pense de chacun."),
        _("Donnez une mention à chaque choix."),
        _("L’emporte la meilleure mention majoritaire : celle que la moitié des personnes donne au moins."),
    ),
    Method.POINTS: Called(
        _("Points à répartir"),
        _("Dire ce qui passe d’abord, comme avec des gommettes."),
        _("Répartissez vos points : %(most)s en tout."),
        _("L’emporte ce qui reçoit le plus de points. C’est une priorité, pas une majorité."),
    ),
    Method.SCORES: Called(
        _("Note à chaque choix"),
        _("Noter chaque choix, de 0 à un maximum."),
        _("Notez chaque choix, de 0 à %(most)s."),
        _("L’emporte ce qui reçoit le plus de points. C’est une priorité, pas une majorité."),
    ),
}

REFUSALS: Mapping[str, tuple[LazyProxy, str]] = {
    "unknown-deliberation": (_("Cette délibération n’existe pas."), ""),
    "deliberation-closed": (_("Cette délibération est close : plus personne n’y répond."), ""),
    "deliberation-without-title": (_("Dites en une ligne ce dont on délibère."), ""),
    "circle-empty": (_("Choisissez qui prend part, chacun une fois."), ""),
    "circle-too-large": (_("Une délibération réunit au plus %(most)s personnes."), ""),
    "options-needed": (_("Donnez au moins deux choix, un par ligne, et au plus %(most)s."), ""),
    "points-needed": (_("Dites combien de points : 1 au moins."), ""),
    "grades-needed": (_("Donnez au moins deux mentions différentes, une par ligne, de la pire à la meilleure."), ""),
    "not-her-answer": (_("Chacun répond pour soi."), ""),
    "round-has-moved": (_("On en est à un autre tour : rouvrez la page."), ""),
    "round-not-over": (_("Tout le cercle n’a pas encore parlé à ce tour."), ""),
    "no-rounds": (_("Cette façon de délibérer n’a qu’un tour."), ""),
    "proposal-without-text": (_("Écrivez la proposition telle que le cercle doit l’entendre."), ""),
    "nobody-named": (_("Nommez quelqu’un du cercle."), ""),
    "marks-missing": (_("Il manque une réponse : donnez-en une à chaque choix."), ""),
    "mark-too-high": (_("C’est plus que ce que chacun peut donner : %(most)s au plus."), ""),
}
