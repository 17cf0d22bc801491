"""Who may not vote and what was irregular in a meeting; what convening, attending and holding it refuse."""

from collections.abc import Mapping

from babel.support import LazyProxy

from web.i18n import lazy_gettext as _

WITHHELD: Mapping[str, LazyProxy] = {
    "no-college": _("n’est dans aucun collège de cette assemblée"),
    "too-few-shares": _("n’a pas souscrit les parts de sa catégorie"),
    "shares-not-paid": _("n’a pas versé ce qui est dû de ses parts"),
    "call-not-paid": _("n’a pas payé un appel trente jours après la mise en demeure"),
    "dues-not-paid": _("n’a pas payé sa cotisation"),
    "too-recent": _("n’était pas membre au jour que fixent les statuts"),
    "left": _("a quitté la coopérative"),
}

BACKINGS: Mapping[str, LazyProxy] = {
    "presented": _("présentée par le conseil"),
    "approved": _("présentée par des membres, agréée par le conseil"),
    "neither": _("présentée par des membres, sans l’accord du conseil"),
}

OPEN_PROXY: Mapping[str, LazyProxy] = {
    "chair_with_board": _(
        "Un pouvoir sans nom de mandataire ne compte dans aucun plafond. À l’ouverture de chaque scrutin, il vote pour "
        "ce que le conseil présente ou agrée, contre le reste."
    ),
    "refused": _("Un pouvoir sans nom de mandataire n’est pas admis."),
}

IRREGULARITIES: Mapping[str, LazyProxy] = {
    "technical-incident": _("Un incident technique a coupé des personnes présentes à distance."),
    "notice-too-short": _("La convocation est partie trop tard."),
    "may-not-convene": _("L’assemblée a été convoquée par qui ne le pouvait pas."),
    "too-few-to-convene": _("L’assemblée a été convoquée par trop peu d’associés."),
    "point-refused": _("Un point demandé à temps, par assez de membres, n’a pas été inscrit."),
    "more-voices-than-people": _("L’urne contenait plus de bulletins que de votants."),
    "too-many-proxies": _("Un membre a porté plus de pouvoirs que les statuts ne l’admettent."),
    "proxy-across-colleges": _("Un pouvoir est passé d’un collège à un autre, contre les statuts."),
    "channel-not-in-statutes": _("On a voté d’une façon que les statuts n’ouvrent pas."),
    "proxies-not-in-statutes": _("Un membre a voté pour un autre, ce que les statuts ne prévoient pas."),
    **dict.fromkeys(
        ("no-quorum", "no-quorum-of-weights", "no-quorum-of-shares"),
        _("Le quorum de la loi était là, celui des statuts ne l’était pas."),
    ),
}

GROUNDS: Mapping[str, LazyProxy] = {
    "law": _("La loi elle-même : une nullité est possible."),
    "contract": _("Les statuts, qui lient les membres d’une association comme un contrat : une nullité est possible."),
    "if-statutes-say": _("Les statuts seuls : une nullité n’est possible que s’ils la prévoient (C.com L227-20-1)."),
    "statutes-alone": _("Les statuts seuls : ce n’est plus une cause de nullité (C.civ 1844-10)."),
}

INFLUENCES: Mapping[str, LazyProxy] = {
    "nothing-noted": _("rien d’irrégulier n’est noté"),
    "cannot": _("ne peut avoir changé le résultat"),
    "may": _("peut avoir changé le résultat"),
}

MISSING: Mapping[str, LazyProxy] = {
    "minutes": _("Le procès-verbal n’est pas établi."),
    "signature": _("Le procès-verbal n’est pas revenu signé."),
    "sheet": _("La feuille de présence signée et certifiée par le bureau n’est pas gardée (C.com R225-95)."),
    "secretary": _("Aucun secrétaire de séance n’a été désigné."),
    "tellers": _("Il faut deux scrutateurs (C.com R225-101) : ils n’ont pas été désignés."),
}

REFUSALS: Mapping[str, tuple[LazyProxy, str]] = {
    "absence-not-in-statutes": (_("Les statuts ne prévoient pas de perte de la qualité d’associé pour absence."), ""),
    "not-absent-enough": (
        _("%(missed)s assemblées manquées de suite : les statuts en demandent %(allowed)s."),
        "",
    ),
    "absence-without-warning": (_("La convocation ne l’avait pas avertie : elle reste membre."), ""),
    "assembly-forgotten": (_("L’assemblée « %(title)s » manque à la liste : comptez-les toutes."), ""),
    "unknown-assembly": (_("Cette réunion n’existe pas."), ""),
    "meeting-day-needed": (_("Une réunion se tient un jour précis : donnez la date entière."), ""),
    "notice-day-needed": (_("Donnez le jour exact où la convocation part."), ""),
    "consultation-without-end": (
        _("Dites jusqu’à quel jour et quelle heure on répond à la consultation écrite ; une séance n’en a pas."),
        "",
    ),
    "not-an-hour": (_("L’heure va de 00:00 à 23:59."), ""),
    "already-convened": (_("La convocation est partie : la date, le lieu et l’ordre du jour ne changent plus."), ""),
    "another-assembly": (_("Une réunion garde son organe : prévoyez-en une autre."), ""),
    "first-call-not-adjourned": (
        _("Une deuxième convocation suit une première réunion ajournée faute de quorum."),
        "C.com R225-107",
    ),
    "second-call-already-planned": (_("La deuxième réunion est déjà prévue."), ""),
    "second-call-before-first": (_("La deuxième réunion vient après la première, prévue le %(first)s."), ""),
    "agenda-frozen": (
        _("La convocation est partie avec cet ordre du jour : rien ne s’y ajoute et rien n’en sort."),
        "C.com L225-105",
    ),
    "agenda-of-the-first-call": (
        _("Une deuxième convocation porte l’ordre du jour de la première, mot pour mot."),
        "C.com L225-105",
    ),
    "resolution-without-text": (_("Donnez à la résolution un titre, et le texte qui sera mis aux voix."), ""),
    "resolution-already-tabled": (_("Cette résolution est déjà à l’ordre du jour."), ""),
    "nothing-on-the-agenda": (
        _("L’ordre du jour est vide : inscrivez au moins une résolution avant de convoquer."),
        "C.com L225-105",
    ),
    "statutes-changed": (_("Les statuts ont changé depuis que cette page est ouverte : rouvrez-la."), ""),
    "notice-too-short": (
        _(
            "Il faut %(required)s jours pleins avant la réunion, il en reste %(given)s : il fallait convoquer le "
            "%(latest)s au plus tard. Reportez la réunion, ou écrivez pourquoi elle se tient quand même : ce sera "
            "noté au procès-verbal comme une irrégularité."
        ),
        "",
    ),
    "convened-after-the-meeting": (_("La réunion du %(day)s est passée : on ne peut plus y convoquer."), ""),
    "nobody-may-vote": (
        _("Personne n’aurait le droit de vote ce jour-là : vérifiez les membres et ce qu’ils ont versé."),
        "",
    ),
    "roll-too-long": (
        _("La liste aurait %(members)s lignes ; Palabre en tient %(most)s au plus, pour l’instant."),
        "",
    ),
    "seats-unknown": (_("Palabre ne sait pas qui siège dans cet organe : il ne peut pas en faire la liste."), ""),
    "not-convened": (_("Cette réunion n’est pas encore convoquée."), ""),
    "not-on-the-roll": (_("Ce membre n’est pas sur la liste de cette réunion."), ""),
    "not-her-voter": (_("Seule la personne qui vote pour ce membre peut faire cela, ou le secrétariat."), ""),
    "before-its-day": (_("La réunion est le %(day)s : il est trop tôt."), ""),
    "session-closed": (_("La séance est close."), ""),
    "session-closed-too-early": (
        _("La séance ne peut pas se clore avant de s’ouvrir, ni avant son dernier scrutin."),
        "",
    ),
    "hour-to-come": (_("Cette heure n’est pas encore passée."), ""),
    "hour-before-the-last": (_("Une arrivée ou un départ plus tardif est déjà inscrit pour ce membre."), ""),
    "sheet-moved-since": (_("La feuille a changé depuis pour ce membre, à une autre porte : vérifiez sa ligne."), ""),
    "remote-not-in-statutes": (
        _(
            "Les statuts ne tiennent pas pour présent qui suit à distance. Ce membre peut donner pouvoir, ou voter par "
            "formulaire si les statuts le permettent."
        ),
        "",
    ),
    "sheet-before-the-end": (_("La feuille se certifie quand la réunion est finie : levez d’abord la séance."), ""),
    "incident-without-words": (_("Dites ce qui s’est passé, et ce que cela a changé pour la réunion."), ""),
    "more-cut-off-than-remote": (_("%(remote)s membres ont été présents à distance : pas plus n’ont été coupés."), ""),
    "assembly-adjourned": (_("La réunion a été ajournée faute de quorum."), "C.com R225-107"),
    "nobody-answers": (_("Personne sur la liste ne répond à « %(typed)s »."), ""),
    "several-answer": (_("Plusieurs membres répondent à « %(typed)s » : %(names)s. Écrivez le nom entier."), ""),
    "proxy-to-oneself": (_("On ne se donne pas pouvoir à soi-même."), ""),
    "proxy-already-given": (_("Ce membre a déjà donné pouvoir à un autre : il le reprend d’abord."), ""),
    "grantor-is-there": (_("Ce membre est présent : il vote lui-même."), ""),
    "advisory-proxy": (
        _("Ce collège est consultatif : on l’écoute, et ses membres ne donnent ni ne portent de voix."),
        "",
    ),
    "holder-gave-hers": (
        _("Ce membre a lui-même donné pouvoir : il ne votera pas pour un autre."),
        "C.com R225-79",
    ),
    "grantor-carries-others": (
        _("Ce membre porte les pouvoirs d’autres : il ne peut pas les passer en donnant le sien."),
        "C.com R225-79",
    ),
    "proxies-not-in-statutes": (_("Les statuts ne prévoient pas de pouvoirs : chacun vote lui-même."), ""),
    "proxy-across-colleges": (_("Les statuts veulent que le pouvoir reste dans le même collège."), ""),
    "too-many-proxies": (
        _("Ce membre porte déjà autant de pouvoirs qu’il peut : %(most)s, pour %(members)s voix sur la liste."),
        "",
    ),
    "open-proxy-not-in-statutes": (
        _("Ni les statuts ni la loi n’admettent ici un pouvoir sans nom de mandataire : nommez qui le porte."),
        "",
    ),
    "open-proxy-refused": (_("Les statuts refusent un pouvoir sans nom de mandataire : nommez qui le porte."), ""),
    "chair-is-not-there": (
        _("La personne qui préside est choisie parmi les présents : faites-la d’abord signer la feuille."),
        "C.com R225-100",
    ),
    "no-quorum": (
        _("Le quorum n’est pas atteint : il faut %(need)s, il y a %(there)s. Attendez, ou constatez la carence."),
        "",
    ),
    "no-quorum-of-weights": (
        _(
            "Le quorum n’est pas atteint : il faut %(points_need)s des poids, il y a %(points_there)s. "
            "Attendez, ou constatez la carence."
        ),
        "",
    ),
    "no-quorum-of-shares": (
        _(
            "Le quorum n’est pas atteint : il faut %(need)s parts du capital, il y en a %(there)s. "
            "Attendez, ou constatez la carence."
        ),
        "",
    ),
    "quorum-is-there": (_("Le quorum est atteint : ouvrez la séance."), ""),
    "quorum-for-some": (
        _("Le quorum est atteint pour une partie de l’ordre du jour : ouvrez la séance, puis ajournez le reste."),
        "",
    ),
    "no-session-to-close": (_("La séance n’est pas ouverte."), ""),
    "meeting-not-over": (_("Le procès-verbal s’établit quand la réunion est finie : levez d’abord la séance."), ""),
}
