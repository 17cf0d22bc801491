"""The steps of a count and of a quorum as sentences, and why a count is refused."""

from collections.abc import Mapping
from fractions import Fraction

from babel.support import LazyProxy

from governance.counting.tally import Step
from web.i18n import fraction, number, part
from web.i18n import lazy_gettext as _
from web.words import deciding

NOBODY: Mapping[str, str] = {}


def say(step: Step, names: Mapping[str, str] = NOBODY) -> str:
    """One step in the reader's language, its numbers exact; the article is beside, in `step.article`.

    `names`: what to call the persons, choices and amendments that a step knows by their identifier.
    """
    sentence = STEPS.get(step.key) or deciding.STEPS[step.key]
    return str(sentence) % {name: _written(name, value, names) for name, value in step.numbers}


def _written(name: str, value: str, names: Mapping[str, str]) -> str:
    if name in _NAMED:
        return names.get(value, value)
    if name in _PERCENTS:
        return fraction(Fraction(value))
    if name in _PARTS:
        return part(Fraction(value))
    return number(int(value)) if value.isdecimal() else value


_PERCENTS = {
    "weight", "before", "after", "points", "points_for", "points_against", "points_base", "points_need",
    "points_total", "points_there",
}  # fmt: skip
_PARTS = {"ratio", "mandate", "part"}
_NAMED = {
    "college", "into", "candidate", "person", "named", "first", "option", "other", "grade", "other_grade", "amendment",
}  # fmt: skip

STEPS: Mapping[str, LazyProxy] = {
    "entitled": _(
        "Pouvaient voter : %(entitled)s. Présents, représentés ou votant à distance : %(there)s. Absents : %(absent)s."
    ),
    "entitled-in-college": _(
        "%(college)s – pouvaient voter : %(entitled)s ; présents, représentés ou votant à distance : %(there)s ; "
        "absents : %(absent)s."
    ),
    "ballots": _(
        "Pour : %(for)s ; contre : %(against)s ; abstentions : %(abstention)s ; blancs : %(blank)s ; "
        "nuls : %(void)s ; n’ont pas pris part au vote : %(did_not_take_part)s."
    ),
    "ballots-in-college": _(
        "%(college)s – pour : %(for)s ; contre : %(against)s ; abstentions : %(abstention)s ; blancs : %(blank)s ; "
        "nuls : %(void)s ; n’ont pas pris part au vote : %(did_not_take_part)s."
    ),
    "advisory-college": _(
        "%(college)s, consultatif – avis pour : %(for)s ; contre : %(against)s ; abstentions : %(abstention)s ; "
        "blancs : %(blank)s ; nuls : %(void)s ; n’ont pas donné d’avis : %(did_not_take_part)s. "
        "Cet avis est consigné, il n’entre pas dans le décompte."
    ),
    "majority-by-law": _("Les statuts ne fixent pas cette majorité : celle de la loi s’applique."),
    "second-consultation": _(
        "Deuxième consultation : la majorité se compte sur les suffrages exprimés, quel que soit le nombre des votants."
    ),
    "statutory-weight": _("%(college)s : poids fixé par les statuts, %(weight)s."),
    "weighting-stops": _(
        "Collèges qui ont des membres : %(left)s. À moins de trois, la pondération ne s’applique plus : "
        "un membre, une voix."
    ),
    "empty-by-default": _(
        "Les statuts ne disent pas ce que devient le poids d’un collège sans membre : il est partagé à parts égales."
    ),
    "empty-equal-redistribution": _(
        "%(college)s n’a aucun membre : ses %(weight)s sont partagés à parts égales entre les autres collèges."
    ),
    "empty-prorata-redistribution": _(
        "%(college)s n’a aucun membre : ses %(weight)s sont partagés entre les autres collèges selon leur poids."
    ),
    "empty-excluded-from-base": _("%(college)s n’a aucun membre : ses %(weight)s sortent de la base."),
    "empty-lost": _(
        "%(college)s n’a aucun membre : ses %(weight)s ne sont à personne et restent dans la base, "
        "comme s’ils étaient contre."
    ),
    "silent-by-default": _(
        "Les statuts ne disent pas ce que devient le poids d’un collège sans suffrage : il sort de la base."
    ),
    "silent-equal-redistribution": _(
        "%(college)s n’apporte aucun suffrage : ses %(weight)s sont partagés à parts égales entre les autres collèges."
    ),
    "silent-prorata-redistribution": _(
        "%(college)s n’apporte aucun suffrage : "
        "ses %(weight)s sont partagés entre les autres collèges selon leur poids."
    ),
    "silent-excluded-from-base": _("%(college)s n’apporte aucun suffrage : ses %(weight)s sortent de la base."),
    "silent-lost": _(
        "%(college)s n’apporte aucun suffrage : ses %(weight)s ne sont à personne et restent dans la base, "
        "comme s’ils étaient contre."
    ),
    "weight-raised": _("%(college)s passe de %(before)s à %(after)s."),
    "weight-at-ceiling": _("%(college)s passe de %(before)s à %(after)s, le plafond légal d’un collège."),
    "weight-at-floor": _("%(college)s passe de %(before)s à %(after)s, le plancher légal d’un collège."),
    "weight-left-over": _(
        "%(weight)s ne reviennent à personne, car aucun collège ne peut dépasser la moitié : ils sortent de la base."
    ),
    "abstention-counts-for": _("Selon les statuts, une abstention compte comme un vote pour."),
    "abstention-counts-against": _("Selon les statuts, une abstention compte comme un vote contre."),
    "base-cast": _(
        "La majorité se compte sur les suffrages exprimés : ni les blancs, ni les nuls, ni les absents n’y entrent, "
        "ni les abstentions sauf règle contraire des statuts."
    ),
    "base-present": _("La majorité se compte sur tous les présents et représentés : qui ne vote pas pour pèse contre."),
    "base-all": _(
        "La majorité se compte sur tous ceux qui ont le droit de vote, même absents : qui ne vote pas pour pèse contre."
    ),
    "base-shares": _("La majorité se compte sur toutes les parts du capital : ce qui n’est pas pour pèse contre."),
    "college-share": _(
        "%(college)s – pour : %(for)s ; contre : %(against)s ; base : %(base)s. "
        "Ses %(weight)s donnent %(points_for)s pour et %(points_against)s contre."
    ),
    "college-for": _(
        "%(college)s – pour : %(for)s ; contre : %(against)s. Le collège est pour, de tout son poids : %(weight)s."
    ),
    "college-against": _(
        "%(college)s – pour : %(for)s ; contre : %(against)s. Le collège est contre, de tout son poids : %(weight)s."
    ),
    "college-tie-neutral": _(
        "%(college)s – pour : %(for)s ; contre : %(against)s. À égalité, ses %(weight)s ne sont ni pour ni contre."
    ),
    "college-tie-against": _(
        "%(college)s – pour : %(for)s ; contre : %(against)s. À égalité, ses %(weight)s comptent contre."
    ),
    "college-mandate-for": _(
        "%(college)s – pour : %(for)s ; contre : %(against)s ; base : %(base)s. %(ratio)s de la base dépasse "
        "%(mandate)s : le collège est pour, de tout son poids : %(weight)s."
    ),
    "college-mandate-against": _(
        "%(college)s – pour : %(for)s ; contre : %(against)s ; base : %(base)s. %(ratio)s de la base dépasse "
        "%(mandate)s : le collège est contre, de tout son poids : %(weight)s."
    ),
    "college-mandate-none": _(
        "%(college)s – pour : %(for)s ; contre : %(against)s ; base : %(base)s. Le plus fort, %(ratio)s de la base, ne "
        "dépasse pas %(mandate)s : le collège n’a pas de mandat."
    ),
    "college-merged": _(
        "%(college)s – membres : %(entitled)s, quand il en faut %(least)s. Ses voix et son poids, %(weight)s, "
        "rejoignent %(into)s."
    ),
    "colleges-enough": _("Collèges favorables : %(favourable)s. Il en faut au moins %(wanted)s : c’est atteint."),
    "colleges-missing": _(
        "Collèges favorables : %(favourable)s. Il en faut au moins %(wanted)s : ce n’est pas atteint."
    ),
    "college-kept": _("%(college)s garde le mandat de son premier vote : il ne revote pas."),
    "second-round": _("%(college)s vote une deuxième fois, à la majorité : rien n’est décidé avant."),
    "total-heads": _("Total des voix – pour : %(for)s ; contre : %(against)s ; base : %(base)s."),
    "total-shares": _("Total des parts – pour : %(for)s ; contre : %(against)s ; base : %(base)s."),
    "total-points": _("Total pondéré – pour : %(points_for)s ; contre : %(points_against)s ; base : %(points_base)s."),
    "heads-more-than": _("Il faut plus de %(threshold)s de %(base)s, soit au moins %(need)s pour."),
    "heads-at-least": _("Il faut au moins %(threshold)s de %(base)s, soit au moins %(need)s pour."),
    "points-more-than": _("Il faut plus de %(threshold)s de %(points_base)s, soit plus de %(points_need)s pour."),
    "points-at-least": _("Il faut au moins %(threshold)s de %(points_base)s, soit au moins %(points_need)s pour."),
    "nobody-expressed": _("Personne n’a voté pour ou contre : rien ne peut être adopté."),
    "tie": _("Pour et contre sont à égalité : il n’y a pas de majorité."),
    "casting-vote": _("Partage égal des voix : celle de la présidence l’emporte, et elle est pour."),
    "law-prevails": _(
        "Les statuts l’adopteraient avec %(ratio)s, mais aucune clause ne descend sous la majorité de la loi : "
        "celle des statuts est réputée non écrite, et voici le compte selon la loi."
    ),
    "adopted": _("Pour : %(ratio)s de la base. La majorité est atteinte : la résolution est adoptée."),
    "rejected": _("Pour : %(ratio)s de la base. La majorité n’est pas atteinte : la résolution est rejetée."),
    "rejected-by-colleges": _(
        "Pour : %(ratio)s de la base, mais trop peu de collèges sont favorables : la résolution est rejetée."
    ),
    "quorum-none": _(
        "Aucun quorum n’est exigé sur cette convocation. Présents ou représentés : %(there)s sur %(total)s."
    ),
    "quorum-heads": _(
        "Quorum : au moins %(fraction)s de %(total)s, soit %(need)s. Présents ou représentés : %(there)s."
    ),
    "quorum-shares": _(
        "Quorum : au moins %(fraction)s de %(total)s parts du capital, soit %(need)s. "
        "Présentes ou représentées : %(there)s."
    ),
    "quorum-share": _(
        "%(college)s – présents ou représentés : %(there)s sur %(entitled)s, soit %(points)s de ses %(weight)s."
    ),
    "quorum-points": _(
        "Quorum : au moins %(fraction)s de %(points_total)s, soit %(points_need)s. Poids présent : %(points_there)s."
    ),
    "quorum-college-reached": _(
        "%(college)s – présents ou représentés : %(there)s ; il en faut au moins %(fraction)s de %(entitled)s, "
        "soit %(need)s : atteint."
    ),
    "quorum-college-missed": _(
        "%(college)s – présents ou représentés : %(there)s ; il en faut au moins %(fraction)s de %(entitled)s, "
        "soit %(need)s : pas atteint."
    ),
    "quorum-reached": _("Le quorum est atteint."),
    "quorum-missed": _("Le quorum n’est pas atteint."),
}
"""Every key is stored in the record with its count: add, never remove, never change what a sentence says."""

OPEN: Mapping[str, LazyProxy] = {
    "empty": _("Les statuts ne disent pas ce que devient le poids d’un collège sans membre."),
    "silent": _("Les statuts ne disent pas ce que devient le poids d’un collège qui ne s’exprime pas."),
    "base": _("Les statuts ne disent pas si le quorum se compte en personnes ou en poids."),
}
"""What the statutes may leave open, by the rule that a reading names."""


def outcome(rule: str, met: bool) -> str:
    """In a word, what one reading gives."""
    if rule == "base":
        return str(_("quorum atteint")) if met else str(_("quorum non atteint"))
    return str(_("adoptée")) if met else str(_("rejetée"))


REFUSALS: Mapping[str, tuple[LazyProxy, str]] = {
    "college-not-voting": (_("Le collège « %(college)s » n’est pas de ceux qui votent ici."), ""),
    "college-counted-twice": (_("Le collège « %(college)s » est compté deux fois."), ""),
    "negative-counter": (_("Un nombre de voix ne peut pas être négatif."), ""),
    "more-present-than-entitled": (_("Il y a plus de présents que de membres pouvant voter."), ""),
    "more-votes-than-present": (_("Il y a plus de votes que de présents ou représentés."), ""),
    "weights-unknown": (
        _("Le poids du collège « %(college)s » n’est pas connu : un vote pondéré attend des statuts qui le fixent."),
        "L47 art. 19 octies",
    ),
    "college-threshold-unknown": (
        _("Un collège n’a de mandat qu’au-delà d’un seuil, et les statuts ne disent pas lequel."),
        "",
    ),
    "colleges-for-unknown": (
        _("Il faut qu’assez de collèges soient favorables, et les statuts ne disent pas combien."),
        "",
    ),
    "shares-unknown": (_("Il manque les parts du collège « %(college)s » : la règle les compte."), ""),
    "impossible-shares": (_("Les parts du collège « %(college)s » se contredisent."), ""),
    "shares-do-not-weigh": (
        _("Des collèges pondérés ne se comptent pas en parts : le capital n’est jamais un critère de pondération."),
        "L47 art. 19 octies",
    ),
    "weight-not-positive": (
        _("Le poids du collège « %(college)s » n’est pas positif : un collège pèse au moins 10 %%."),
        "L47 art. 19 octies",
    ),
    "weights-not-hundred": (
        _("Les poids des collèges font %(total)s au lieu de 100."),
        "L47 art. 19 octies",
    ),
    "aggregation-unknown": (_("Les statuts ne disent pas comment les voix des collèges se réunissent."), ""),
    "majority-unknown": (
        _("Les statuts ne fixent pas la majorité, et la loi ne le fait pas à leur place pour cette forme."),
        "",
    ),
    "no-casting-vote": (
        _(
            "Ni la loi ni les statuts ne donnent ici à la présidence une voix prépondérante ; "
            "dans une assemblée, jamais."
        ),
        "C.com L225-37",
    ),
}
"""What counting refuses, in the shape of the other refusals."""
