"""What a person may ask about what is kept of her, and why it is refused."""

from collections.abc import Mapping

from babel.support import LazyProxy

from web.i18n import lazy_gettext as _

ASKED: Mapping[str, LazyProxy] = {
    "correction": _("corriger ce qui est faux"),
    "contact": _("oublier l’adresse électronique et le téléphone"),
    "identity": _("oublier aussi le nom, l’adresse et ce qui a été dit"),
}

STATES: Mapping[str, LazyProxy] = {
    "waiting": _("attend une réponse"),
    "seconded": _("une personne est d’accord, une autre doit l’être"),
    "granted": _("accordée"),
    "refused": _("refusée"),
}

HELD: Mapping[str, LazyProxy] = {
    "membership": _("une adhésion"),
    "shares": _("des parts"),
    "office": _("une fonction"),
    "representing": _("la représentation d’une organisation"),
}

REFUSALS: Mapping[str, tuple[LazyProxy, str]] = {
    "not-about-you": (_("Chacun le demande pour soi. Pour une autre personne, donnez sa lettre au secrétariat."), ""),
    "merged-with-itself": (_("Une fiche n’est pas son propre doublon : choisissez l’autre."), ""),
    "merged-across-kinds": (_("Une personne et une organisation ne sont pas la même."), ""),
    "already-merged": (_("L’une de ces fiches est déjà fermée."), ""),
    "merged-meanwhile": (
        _("Une autre fiche de cette personne vient d’être fermée : rouvrez la demande, elle en tiendra compte."),
        "",
    ),
    "both-still-hold": (
        _("Chaque fiche a quelque chose d’ouvert : celle-ci, %(closed)s ; l’autre, %(kept)s. Mettez-y fin ici."),
        "",
    ),
    "closed-still-holds": (_("Cette fiche a encore %(closed)s : gardez-la, et fermez l’autre."), ""),
    "no-such-request": (_("Cette demande n’est pas au registre."), ""),
    "request-answered": (_("Cette demande a reçu sa réponse le %(on)s."), "RGPD art. 12"),
    "not-on-your-own-request": (_("C’est votre demande : deux autres personnes y répondent."), "RGPD art. 17"),
    "another-person-decides": (
        _("Vous avez déjà répondu : une deuxième personne doit décider, rien ne s’efface avant."),
        "RGPD art. 17",
    ),
    "law-keeps-it": (
        _("La loi veut que ce nom reste au registre tant que cette personne est associée, a des parts ou un mandat."),
        "RGPD art. 17.3 b",
    ),
    "law-keeps-it-until": (
        _("La loi veut que ce nom reste au registre jusqu’au %(until)s. D’ici là, refusez en le disant."),
        "RGPD art. 17.3 b",
    ),
}
