"""The choices of a ballot, and what opening, casting and closing refuse."""

from collections.abc import Mapping

from babel.support import LazyProxy

from web.i18n import lazy_gettext as _

CHOICES: Mapping[str, LazyProxy] = {
    "for": _("Pour"),
    "against": _("Contre"),
    "abstention": _("Abstention"),
    "blank": _("Blanc"),
    "void": _("Nul"),
}

FATES: Mapping[str, LazyProxy] = {
    "adopted": _("adopté"),
    "rejected": _("rejeté"),
    "withdrawn": _("retiré"),
    "fallen": _("sans objet"),
    "awaited": _("à voter"),
}
"""What became of an amendment."""

CHANNELS: Mapping[str, LazyProxy] = {
    "online": _("En ligne, depuis son téléphone"),
    "hands": _("À main levée"),
    "paper": _("Par bulletins, dans l’urne"),
    "postal": _("Par formulaire, reçu sur papier avant la séance"),
    "early": _("Par formulaire, rempli en ligne avant la séance"),
    "consultation": _("Par consultation écrite, sans réunion"),
}

CLOSED: Mapping[str, LazyProxy] = {
    "channel-not-in-statutes": _(
        "%(channel)s : les statuts ne l’ouvrent pas. Une assemblée extraordinaire peut les modifier."
    ),
    "channel-against-law": _("%(channel)s : la loi ne le permet pas à cette instance. Qui ne vient pas donne pouvoir."),
}
"""Why a way of voting is closed, and what remains possible."""

REFUSALS: Mapping[str, tuple[LazyProxy, str]] = {
    "unknown-resolution": (_("Cette résolution n’est pas à l’ordre du jour."), ""),
    "vote-already-opened": (_("Cette résolution a déjà été mise aux voix."), ""),
    "amendments-first": (
        _(
            "Des amendements ne sont pas encore votés (%(awaited)s) : on les vote d’abord, le plus éloigné du texte "
            "avant les autres."
        ),
        "",
    ),
    "amendment-not-next": (
        _("Un autre amendement passe avant celui-ci, ou celui-ci n’est plus à voter : rouvrez la page."),
        "",
    ),
    "no-amendment-in-writing": (
        _("Une consultation écrite ne s’amende pas : chacun répond au texte qu’il a reçu."),
        "C.com R223-22",
    ),
    "amendment-changes-nothing": (_("Dites ce que l’amendement change, et par quels mots."), ""),
    "amendments-to-rank": (_("Donnez une place différente à chacun des amendements."), ""),
    "unknown-amendment": (_("Cet amendement n’est pas déposé sur cette résolution."), ""),
    "nothing-tied": (_("Personne n’est à égalité pour un siège."), ""),
    "election-recorded": (_("Cette élection est au registre : elle ne se départage plus."), ""),
    "tie-not-by-age": (_("Les statuts ne départagent pas par l’âge : on vote de nouveau."), ""),
    "tied-to-order": (_("Donnez une place différente à chaque personne à égalité, de l’aînée à la plus jeune."), ""),
    "no-second-round": (
        _("On ne revote que si des collèges n’ont pas eu de mandat au premier tour, une fois celui-ci dépouillé."),
        "",
    ),
    "session-not-open": (
        _("On ne vote qu’en séance : ouvrez d’abord la séance, quand le quorum est là."),
        "C.com L225-98, L223-29",
    ),
    "closing-hour-needed": (_("À quelle heure ce jour-là ? Donnez-la, ou laissez le jour vide."), ""),
    "closes-in-the-past": (_("L’heure de fermeture est déjà passée : annoncez-en une à venir."), ""),
    "closes-too-late": (_("Un scrutin se ferme au plus %(days)s jours après s’être ouvert : vérifiez l’année."), ""),
    "secret-vote-on-paper": (
        _(
            "Les statuts veulent ici un vote secret : seuls des bulletins dans une urne le sont. Ouvrez ce scrutin sur "
            "papier ; deux scrutateurs dépouillent, et personne ne saura qui a voté quoi."
        ),
        "L47 art. 8",
    ),
    "shares-vote-by-name": (
        _(
            "Les statuts comptent ici les parts du capital : on vote par bulletin à son nom, "
            "en ligne ou par formulaire."
        ),
        "",
    ),
    "chair-in-secret": (
        _("Le vote était secret : nul ne sait de quel côté est la présidence, et sa voix ne départage pas."),
        "L47 art. 8",
    ),
    "no-second-consultation": (
        _("On ne consulte une seconde fois que si des résolutions n’ont pas réuni la majorité de tous les associés."),
        "C.com L223-29",
    ),
    "no-channel": (_("Choisissez au moins une façon de voter."), ""),
    "consultation-alone": (
        _("Une consultation écrite se tient sans réunion : elle ne se mêle d’aucune autre façon de voter."),
        "C.com R223-22",
    ),
    "channel-not-in-statutes": (
        _(
            "Les statuts n’ouvrent pas cette façon de voter (%(channel)s). En séance, la main levée et les bulletins "
            "restent toujours possibles ; pour voter autrement, une assemblée extraordinaire modifie les statuts."
        ),
        "",
    ),
    "channel-against-law": (
        _(
            "La loi ne permet pas cette façon de voter (%(channel)s) à cette instance, quoi que disent les statuts. "
            "Réunissez-la ; qui ne peut venir donne un pouvoir."
        ),
        "",
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
    "not-by-this-channel": (_("Ce scrutin n’a pas été ouvert à cette façon de voter : rouvrez-le autrement."), ""),
    "hour-outside-the-vote": (_("Cette heure n’est pas pendant le scrutin : vérifiez-la."), ""),
    "hands-already-counted": (
        _("Les mains levées ont été comptées, la vôtre avec elles : personne ne vote deux fois."),
        "L47 art. 9",
    ),
    "college-keeps-its-mandate": (
        _("Ce collège a un mandat depuis le premier tour : seuls revotent ceux qui n’en ont pas."),
        "",
    ),
    "stands-aside": (
        _("La loi écarte cette personne du vote de cette résolution : elle y est intéressée."),
        "C.com L225-40, L223-19",
    ),
    "more-hands-than-people": (
        _("Plus de mains que de voix dans ce collège (%(college)s) : il y en a %(there)s dans la salle. Recomptez."),
        "",
    ),
    "room-has-moved": (
        _(
            "Quelqu’un est entré ou sorti pendant que vous comptiez : dans ce collège (%(college)s), il y a maintenant "
            "%(there)s voix, dont %(in_favour)s pour. Relisez et confirmez."
        ),
        "",
    ),
    "tellers-needed": (
        _("Qui a dépouillé ? Désignez parmi le bureau de séance une ou deux personnes différentes."),
        "C.com R225-101",
    ),
    "detail-without-reason": (_("Dites pourquoi : la présidence en répond au procès-verbal."), ""),
    "tick-first": (
        _(
            "On vote aussi à main levée : émargez d’abord ceux qui ont mis un bulletin dans l’urne de ce collège "
            "(%(college)s ; %(ticked)s émargés), pour que personne ne soit compté deux fois."
        ),
        "L47 art. 9",
    ),
    "tellers-awaited": (
        _("Deux scrutateurs doivent trouver les mêmes chiffres : saisissez ceux du second, ou recomptez."),
        "C.com R225-101",
    ),
    "form-already-sent": (
        _("Un formulaire de vote est déjà arrivé de ce membre : une fois envoyé, il ne se reprend pas."),
        "C.com R225-85",
    ),
    "form-after-the-opening": (
        _("La séance est ouverte : un formulaire qui arrive maintenant ne compte plus. Votez en séance."),
        "C.com R225-77",
    ),
    "form-too-late": (_("Ce formulaire devait arriver le %(last)s au plus tard : il ne compte pas."), "C.com R225-77"),
    "online-form-too-late": (
        _("Le formulaire en ligne se remplit jusqu’au %(last)s. Venez, ou donnez pouvoir."),
        "C.com R225-77",
    ),
    "not-a-consultation": (_("Cette réunion se tient en séance : ce n’est pas une consultation écrite."), ""),
    "consultation-too-short": (
        _("Il faut laisser au moins %(days)s jours pour répondre : repoussez la date de clôture."),
        "C.com R223-22",
    ),
    "agenda-has-moved": (_("L’ordre du jour a changé pendant que vous regardiez : relisez-le."), ""),
    "no-candidate": (_("Cochez au moins une personne qui se présente."), ""),
    "not-about-persons": (
        _("Cette résolution n’élit personne : mettez-la aux voix, ou inscrivez-la comme une élection."),
        "",
    ),
    "vote-counted": (_("Ce scrutin est dépouillé : ses chiffres ne bougent plus."), ""),
    "votes-still-open": (
        _("On vote encore : %(votes)s. Fermez d’abord chaque scrutin, puis la séance."),
        "",
    ),
}
