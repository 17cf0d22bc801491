"""The steps of elections, judgments, points, consent and amendments as sentences, and why they are refused."""

from collections.abc import Mapping

from babel.support import LazyProxy

from web.i18n import lazy_gettext as _

STEPS: Mapping[str, LazyProxy] = {
    "aside-nothing": _("Membres intéressés à la convention : %(members)s. Rien ne les écarte du vote."),
    "aside-majority": _(
        "Membres intéressés à la convention : %(members)s. Ils ne votent pas : ils comptent dans le quorum, "
        "pas dans la majorité."
    ),
    "aside-both": _(
        "Membres intéressés à la convention : %(members)s. Ils ne votent pas et ne comptent ni dans le quorum "
        "ni dans la majorité."
    ),
    "seats-to-fill": _("Sièges à pourvoir : %(seats)s ; candidatures : %(candidates)s ; tour : %(round)s."),
    "candidate-already-elected": _(
        "%(candidate)s a déjà un siège et n’en prend pas un second : ses voix ne comptent pas ici."
    ),
    "urn": _(
        "Pouvaient voter : %(entitled)s. Bulletins dans l’urne : %(papers)s, dont blancs : %(blank)s, nuls : "
        "%(void)s, exprimés : %(expressed)s."
    ),
    "urn-of-college": _(
        "%(college)s – pouvaient voter : %(entitled)s ; bulletins dans l’urne : %(papers)s, dont blancs : "
        "%(blank)s, nuls : %(void)s, exprimés : %(expressed)s."
    ),
    "candidate-votes": _("%(candidate)s : %(votes)s voix."),
    "candidate-share": _(
        "%(college)s – %(candidate)s : %(votes)s voix sur %(expressed)s bulletins exprimés, soit %(points)s "
        "de ses %(weight)s."
    ),
    "candidate-points": _("%(candidate)s : %(points)s en tout."),
    "candidate-majority-heads": _(
        "Il faut plus de %(threshold)s de %(base)s bulletins exprimés, soit au moins %(need)s voix."
    ),
    "candidate-majority-points": _("Il faut plus de %(threshold)s de %(points_base)s, soit plus de %(points_need)s."),
    "most-votes": _("Dernier tour : sont élus ceux qui ont le plus de voix."),
    "tie-elder": _(
        "À égalité pour les derniers sièges : %(tied)s ; sièges : %(left)s. Selon les statuts, les plus âgés "
        "l’emportent."
    ),
    "tie-elder-by-custom": _(
        "À égalité pour les derniers sièges : %(tied)s ; sièges : %(left)s. Les statuts n’en disent rien : "
        "selon l’usage, les plus âgés l’emportent."
    ),
    "tie-open": _("À égalité pour les derniers sièges : %(tied)s ; sièges : %(left)s. Rien ne les départage."),
    "candidate-elected": _("%(candidate)s obtient un siège."),
    "candidate-again": _("%(candidate)s va au tour suivant."),
    "seats-open": _("Sièges que l’égalité laisse ouverts : %(left)s."),
    "seats-vacant": _("Sièges vacants : %(vacant)s."),
    "nobody-graded": _("Personne n’a donné de mention : rien ne se classe."),
    "median-lower": _(
        "Bulletins : %(ballots)s. La mention majoritaire est celle du milieu ; entre deux, la plus basse."
    ),
    "median-upper": _(
        "Bulletins : %(ballots)s. La mention majoritaire est celle du milieu ; entre deux, la plus haute."
    ),
    "option-graded": _("%(option)s – mention « %(grade)s » : %(number)s."),
    "option-median": _("%(option)s : mention majoritaire « %(grade)s »."),
    "options-parted": _(
        "%(option)s et %(other)s ont la même mention. Mentions du milieu retirées à chacun : %(removed)s. La "
        "suivante les départage : « %(grade)s » devant « %(other_grade)s »."
    ),
    "options-equal": _("%(option)s et %(other)s ont reçu les mêmes mentions : rien ne les départage."),
    "points-choice": _("Chaque bulletin dit un choix. Bulletins : %(ballots)s ; choix dits : %(total)s."),
    "points-approvals": _(
        "Chaque bulletin approuve autant de choix qu’il veut. Bulletins : %(ballots)s ; approbations : %(total)s."
    ),
    "points-dots": _(
        "Chaque bulletin répartit %(most)s points au plus. Bulletins : %(ballots)s ; points donnés : %(total)s."
    ),
    "points-scores": _(
        "Chaque bulletin note chaque choix, jusqu’à %(most)s. Bulletins : %(ballots)s ; points donnés : %(total)s."
    ),
    "option-points": _("%(place)s. %(option)s – points : %(number)s, soit %(part)s."),
    "consent-round": _("Tour %(round)s. Cercle : %(circle)s ; n’ont pas encore parlé : %(awaited)s."),
    "objection-without-reason": _(
        "Tour %(round)s – %(person)s objecte sans raison dite : c’est entendu, cela ne retient pas la proposition."
    ),
    "objection-lifted": _("Tour %(round)s – l’objection de %(person)s est levée au tour %(lifted)s."),
    "objection-stands": _("Tour %(round)s – l’objection de %(person)s demeure."),
    "consent-awaited": _("Tout le monde n’a pas parlé : le silence n’est pas un consentement."),
    "consent-given": _("Plus aucune objection ne demeure : la proposition est adoptée."),
    "consent-withheld": _("Objections qui demeurent : %(standing)s. La proposition n’est pas adoptée."),
    "nomination": _("%(person)s nomme %(named)s."),
    "nomination-changed": _("%(person)s, qui nommait %(first)s, nomme à présent %(named)s."),
    "named-by": _("%(person)s – nominations : %(number)s. Cela se dit, cela n’élit pas."),
    "proposed": _("Proposition faite au cercle : %(person)s."),
    "amendment-adopted": _("Amendement %(amendment)s : adopté."),
    "amendment-rejected": _("Amendement %(amendment)s : rejeté."),
    "amendment-withdrawn": _("Amendement %(amendment)s : retiré."),
    "amendment-fallen": _("Amendement %(amendment)s : sans objet, un amendement adopté touche les mêmes mots."),
    "amendment-awaited": _("Amendement %(amendment)s : à mettre aux voix."),
}
"""Every key may be stored in the record with its result: add, never remove, never change what a sentence says."""

REFUSALS: Mapping[str, tuple[LazyProxy, str]] = {
    "no-seat": (_("Il faut au moins un siège à pourvoir."), ""),
    "candidate-twice": (_("Une même personne est candidate ou comptée deux fois."), ""),
    "no-such-round": (_("Cette élection a au plus %(rounds)s tours."), ""),
    "not-a-candidate": (_("Des voix sont données à quelqu’un qui ne se présente pas."), ""),
    "more-papers-than-entitled": (_("Il y a plus de bulletins que de membres pouvant voter."), ""),
    "papers-do-not-add-up": (
        _(
            "Les voix et les bulletins ne concordent pas : chaque bulletin exprimé nomme au moins une personne, "
            "et au plus autant que de sièges."
        ),
        "",
    ),
    "not-for-persons": (
        _(
            "Cette façon de réunir les collèges ne dit pas comment élire des personnes : comptez en proportion ou "
            "par tête."
        ),
        "",
    ),
    "option-twice": (_("Un même choix est donné deux fois."), ""),
    "grades-do-not-add-up": (_("Les mentions de « %(option)s » ne font pas le compte des bulletins."), ""),
    "option-not-graded": (
        _("Des bulletins ne donnent pas de mention à « %(option)s », et les statuts en veulent une."),
        "",
    ),
    "points-do-not-add-up": (_("Ces bulletins ne peuvent pas donner tant de points : %(most)s au plus."), ""),
    "not-in-the-circle": (_("Cette personne ne fait pas partie du cercle."), ""),
    "already-spoken": (_("Cette personne a déjà parlé à ce tour."), ""),
    "already-named": (_("Cette personne a déjà nommé quelqu’un."), ""),
    "not-eligible": (_("Cette personne ne peut pas être nommée pour ce rôle."), ""),
    "names-awaited": (_("Tout le monde n’a pas nommé quelqu’un : il en manque %(awaited)s."), ""),
    "already-proposed": (_("Une proposition est faite : les noms ne changent plus."), ""),
    "not-named": (_("Cette personne n’a été nommée par personne."), ""),
    "nobody-proposed": (_("Personne n’est encore proposé."), ""),
    "proposed-speaks-last": (_("La personne proposée parle la dernière."), ""),
    "amendment-twice": (_("Deux amendements portent le même numéro."), ""),
    "passage-not-found-once": (
        _(
            "L’amendement %(amendment)s vise des mots qui doivent se trouver une seule fois dans le texte : il y "
            "en a %(times)s."
        ),
        "",
    ),
    "amendments-clash": (_("L’amendement %(amendment)s touche les mêmes mots qu’un autre amendement adopté."), ""),
    "more-aside-than-there": (
        _("Il y a plus de membres intéressés que de membres de ce collège, ou que de présents."),
        "",
    ),
}
"""What these ways of deciding refuse, in the shape of the other refusals."""
