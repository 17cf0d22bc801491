"""The choices of a ballot, and what opening, casting and closing refuse."""

from collections.abc import Mapping

from babel.support import LazyProxy

from web.i18n import lazy_gettext as _

CHOICES: Mapping[str, LazyProxy] = {
    "for": _("Pour"),
    "against": _("Contre"),
    "abstention": _("Abstention"),
}

REFUSALS: Mapping[str, tuple[LazyProxy, str]] = {
    "unknown-resolution": (_("Cette résolution n’est pas à l’ordre du jour."), ""),
    "vote-already-opened": (_("Cette résolution a déjà été mise aux voix."), ""),
    "no-second-round": (
        _("On ne revote que si des collèges n’ont pas eu de mandat au premier tour, une fois celui-ci dépouillé."),
        "",
    ),
    "session-not-open": (
        _("On ne vote qu’en séance : ouvrez d’abord la séance, quand le quorum est là."),
        "C.com L225-98, L223-29",
    ),
    "closes-in-the-past": (_("L’heure de fermeture est déjà passée : annoncez-en une à venir."), ""),
    "closes-too-late": (_("Un scrutin se ferme au plus %(days)s jours après s’être ouvert : vérifiez l’année."), ""),
    "secret-vote-not-online": (
        _("Les statuts veulent ici un vote secret. Palabre enregistre les votes avec le nom : votez sur papier."),
        "L47 art. 8",
    ),
    "online-vote-not-in-statutes": (
        _("Les statuts ne prévoient pas le vote en ligne : votez à main levée ou sur papier, ou modifiez-les."),
        "L47 art. 10",
    ),
    "unknown-vote": (_("Ce scrutin n’existe pas, ou n’est pas de cette assemblée."), ""),
    "vote-not-open-yet": (_("Ce scrutin n’est pas encore ouvert."), ""),
    "vote-closed": (_("Ce scrutin est clos : plus personne ne vote."), ""),
    "no-ballot": (_("Choisissez pour une voix au moins."), ""),
    "already-voted": (_("Cette voix est déjà dans l’urne : un mandat, un bulletin."), "L47 art. 9"),
    "not-your-mandate": (_("Cette voix n’est pas la vôtre, et vous n’en avez pas le pouvoir."), "L47 art. 9"),
    "voted-by-proxy": (_("Un pouvoir a été donné : c’est la personne qui le porte qui vote."), "C.com R225-79"),
    "proxy-withdrawn": (_("Ce pouvoir n’est pas à vous, ou il a été retiré."), "C.com R225-79"),
    "not-there": (_("On ne vote que présent ou représenté : signez d’abord la feuille de présence."), ""),
    "closes-later": (_("L’heure annoncée (%(closes)s) n’est pas venue : le scrutin reste ouvert jusque-là."), ""),
    "vote-not-closed": (_("Un scrutin se clôt avant de se dépouiller."), ""),
    "votes-still-open": (
        _("On vote encore : %(votes)s. Fermez d’abord chaque scrutin, puis la séance."),
        "",
    ),
}
