"""What is said of a text of statutes: one sentence a rule, which says what to do."""

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from babel.support import LazyProxy

from governance.statutes.findings import Finding, Path, Severity
from governance.words import Cents, Day
from web.i18n import day, euros, fraction, gettext
from web.i18n import lazy_gettext as _


class Remark(NamedTuple):
    """A finding in the reader's language. `article` is empty where good sense suffices, `line` 0 without a file."""

    line: int
    place: str
    weight: str
    sentence: str
    article: str


def said(finding: Finding) -> Remark:
    weight = CONTRADICTION if finding.severity is Severity.LAW and not finding.article else WEIGHTS[finding.severity]
    sentence = str(SENTENCES[finding.key]) % {name: _shown(name, value) for name, value in finding.details.items()}
    return Remark(finding.line, place(finding.path), str(weight), sentence, law(finding.article))


def _shown(name: str, value: object) -> str:
    """A weight is points out of a hundred; the other fractions stay as they are to be written."""
    if name in _AMOUNTS and isinstance(value, int):
        return euros(Cents(value))
    if isinstance(value, Day):
        return day(value)
    return fraction(value) if name == "weight" and isinstance(value, Fraction) else str(value)


_AMOUNTS = {"amount", "sum", "nominal"}  # details in cents


def place(path: Path) -> str:
    """« schemes n° 1 › colleges n° 3 › weight »."""
    steps = [f" n° {step + 1}" if isinstance(step, int) else f" › {step}" for step in path]
    return "".join(steps).removeprefix(" › ")


def law(article: str) -> str:
    """« L47 art. 12 » in full."""
    if found := re.fullmatch(r"L47 art\. (.+)", article):
        return gettext("loi n° 47-1775 du 10 septembre 1947, art. %(number)s", number=found[1])
    if found := re.fullmatch(r"C\.com ([LR])(.+)", article):
        return gettext("code de commerce, art. %(book)s. %(number)s", book=found[1], number=found[2])
    return article


CONTRADICTION = _("se contredit")
WEIGHTS: Mapping[Severity, LazyProxy] = {
    Severity.FILE: _("à corriger"),
    Severity.LAW: _("contraire à la loi"),
    Severity.PRACTICE: _("à réfléchir"),
    Severity.UNKNOWN: _("non dit"),
}

SENTENCES: Mapping[str, LazyProxy] = {
    # the file
    "yaml": _("%(why)s"),
    "missing": _("Il manque une valeur : écrivez-la."),
    "unknown-key": _("« %(given)s » n’est pas une clé connue ici. Clés possibles : %(known)s."),
    "unknown-key-near": _("« %(given)s » n’est pas une clé connue ici : vouliez-vous dire « %(near)s » ?"),
    "comma-between-braces": _(
        "« %(given)s » : entre { }, une virgule sépare deux clés. Mettez le texte qui en contient entre guillemets."
    ),
    "unknown-value": _("« %(given)s » n’est pas une réponse possible ici : écrivez l’une de %(known)s."),
    "value-expected": _("Une seule valeur est attendue ici, pas une liste ni d’autres clés."),
    "list-expected": _("Une liste est attendue ici : une ligne « - … » par élément, ou [ ] si elle est vide."),
    "keys-expected": _("Plusieurs valeurs sont attendues ici, chacune sous sa clé : %(known)s."),
    "value-not-understood": _("« %(given)s » : %(why)s"),
    # said twice, or impossible
    "organ-twice": _("L’organe « %(organ)s » est décrit deux fois : n’en gardez qu’une description."),
    "id-twice": _("L’identifiant « %(id)s » sert deux fois : donnez-en un autre."),
    "more-than-all": _("%(given)s dépasse le tout : écrivez une part entre 0 et 1."),
    # collèges
    "colleges-too-few": _("Collèges délibératifs : %(number)s. Il en faut au moins %(least)s, ou aucun."),
    "weights-not-100": _("Les poids font %(total)s en tout : corrigez-les pour que la somme fasse exactement 100."),
    "weights-leave-no-room": _(
        "Les poids connus font %(total)s. À connaître : %(unknown)s. Le total ne peut pas faire 100 : corrigez-les."
    ),
    "weight-below-10": _("%(college)s : %(weight)s des voix. Donnez-lui au moins 10 %%, ou réunissez-le à un autre."),
    "weight-above-50": _("%(college)s : %(weight)s des voix. Un collège en a 50 %% au plus."),
    "weight-is-a-veto": _("%(college)s : avec 50 %% des voix, rien ne passe sans lui. Est-ce voulu ?"),
    "weight-unknown": _(
        "%(college)s : poids inconnu. Aucun vote pondéré ne s’ouvre tant que les statuts ne le disent pas."
    ),
    "advisory-members-without-vote": _(
        "%(college)s est consultatif : un associé ne peut pas perdre sa voix ainsi. N’y mettez que des non-associés."
    ),
    "advisory-with-weight": _("%(college)s est consultatif : enlevez son poids, sa voix n’est pas comptée."),
    "criteria-of-capital": _(
        "%(college)s : le critère parle de capital, qui ne peut pas répartir les voix. Récrivez-le sans en parler."
    ),
    "aggregation-not-said": _(
        "Il y a des poids, mais pas la façon de passer des collèges au résultat : écrivez aggregation."
    ),
    "weights-not-used": _("Avec flat, chacun a une voix et les poids ne servent pas : enlevez les uns ou l’autre."),
    "threshold-not-said": _("Dites avec college_threshold au-delà de quelle part un collège a un mandat."),
    "threshold-out-of-reach": _("Un mandat au-delà de %(given)s : écrivez une part d’au moins 1/2 et de moins de 1."),
    "small-college-without-a-place": _(
        "%(college)s : s’il a trop peu de membres, où votent-ils ? Écrivez-le sous merge_into."
    ),
    "several-colleges": _("Appartenir à plusieurs collèges donne plusieurs fois sa voix : la loi parle d’un seul."),
    "tie-not-said": _("Dites avec tie_in_college ce que devient le poids d’un collège partagé à égalité."),
    "empty-not-said": _(
        "Que devient le poids d’un collège sans membre ? Les statuts n’en disent rien : "
        "les deux calculs seront montrés."
    ),
    "silent-not-said": _(
        "Que devient le poids d’un collège qui ne s’exprime pas ? Les statuts n’en disent rien : "
        "les deux calculs seront montrés."
    ),
    "prorata-may-exceed-50": _(
        "Réparti en proportion, le poids d’un collège peut porter un autre au-dessus de 50 %% : il y sera arrêté."
    ),
    "lost-weight-opposes": _("Avec lost, le poids du collège absent reste compté : il agit comme un vote contre."),
    # assemblies
    "meeting-not-said": _("Rien n’est dit de ces décisions : écrivez leur délai, leur quorum et leur majorité."),
    "notice-not-said": _("Le délai de convocation n’est pas dit : aucune date limite ne pourra être calculée."),
    "notice-missing": _("Le délai de convocation n’est pas dit : écrivez au moins %(least)s jours."),
    "notice-too-short": _("%(given)s jours de convocation : il en faut au moins %(least)s."),
    "quorum-missing": _("Le quorum n’est pas dit : écrivez au moins %(least)s."),
    "quorum-too-low": _("Quorum de %(given)s : la loi en demande au moins %(least)s."),
    "second-quorum-higher": _("Le quorum de la deuxième convocation dépasse celui de la première : est-ce voulu ?"),
    "extraordinary-easier": _("Modifier les statuts demande moins de voix qu’une décision ordinaire : est-ce voulu ?"),
    "quorum-base-not-said": _(
        "Le quorum se compte-t-il en personnes ou en poids ? Sans base, il se compte en personnes."
    ),
    "quorum-without-colleges": _(
        "Un quorum est compté par %(base)s, mais l’assemblée n’a pas de collège : écrivez base: heads."
    ),
    "majority-not-more-than": _(
        "Majorité de %(given)s : il faut plus de %(least)s. Écrivez threshold: %(least)s et strict: true, ou davantage."
    ),
    "majority-too-low": _("Majorité de %(given)s : il en faut au moins %(least)s."),
    "majority-out-of-reach": _("Plus de %(given)s, c’est plus que toutes les voix : aucun texte ne passerait."),
    "majority-base": _("Base %(given)s : pour cette forme de société, écrivez %(allowed)s."),
    "unanimity-required": _("L’unanimité ne peut pas être exigée : écrivez une majorité inférieure à 1."),
    "abstention-by-law": _("Abstention %(given)s : pour cette forme de société, écrivez %(allowed)s."),
    "abstention-for": _(
        "Compter l’abstention comme un vote pour est douteux : la loi veut la majorité des voix exprimées."
    ),
    # members and proxies
    "category-of-employees-missing": _(
        "Aucune catégorie de salariés (employee) ni, à défaut, de producteurs (producer)."
    ),
    "category-of-beneficiaries-missing": _("Aucune catégorie de bénéficiaires habituels (beneficiary)."),
    "three-links-needed": _(
        "Sortes de lien avec la coopérative : %(number)s. Les catégories doivent en représenter au moins trois."
    ),
    "admission-not-said": _("Les statuts ne disent pas qui admet les membres : écrivez l’organe sous admission."),
    "proxies-not-said": _(
        "Les statuts ne disent rien des pouvoirs : aucun ne pourra être enregistré sans cette règle."
    ),
    "proxies-barred": _("Un membre doit pouvoir se faire représenter : écrivez least: 1 ou davantage."),
    "many-proxies": _("Jusqu’à %(given)s des membres dans une seule main : l’usage est d’un vingtième."),
    "open-proxy-refused": _("Un pouvoir sans nom va à la présidence : écrivez chair_with_board."),
    # capital
    "capital-not-said": _("Les statuts ne disent rien du capital : aucune part ne pourra être souscrite."),
    "share-without-value": _("La valeur d’une part doit être positive."),
    "capital-of-sa": _("Le capital minimum d’une SA coopérative est de 18 500 € : vérifiez-le avec votre conseil."),
    "floor-too-low": _("Capital plancher à %(given)s du plus haut capital atteint : il en faut au moins 1/4."),
    "paid-too-little": _("%(given)s à la souscription : il faut verser au moins 1/4."),
    "public-bodies-above-half": _("Les collectivités publiques ont au plus 1/2 du capital : %(given)s est trop."),
    "delay-to-pay-too-long": _("%(given)s ans pour verser le reste : %(most)s au plus."),
    "vote-suspended-without-law": _(
        "Des parts impayées suspendraient le vote : dans une %(form)s, aucune loi ne le permet. Palabre ne le fait pas."
    ),
    "vote-suspended-too-early": _(
        "Vote suspendu %(given)s jours après la mise en demeure : la loi en laisse %(least)s pour payer."
    ),
    "vote-suspended-later": _(
        "Vote suspendu %(given)s jours après la mise en demeure : la loi le suspend dès %(least)s, et Palabre la suit."
    ),
    "floor-of-recent-months": _(
        "Le plancher ne regarde que les %(given)s derniers mois : la loi compte aussi le quart du plus haut capital "
        "jamais atteint, et le plus haut des deux s’applique."
    ),
    "nominal-not-uniform": _("%(category)s : des parts de %(amount)s, quand une part vaut %(nominal)s partout."),
    "capital-does-not-add-up": _(
        "Le texte imprime un capital de %(amount)s, et sa liste de souscriptions fait %(sum)s. Lequel est juste ?"
    ),
    # leaving
    "absence-not-counted": _("Des absences font perdre la qualité d’associé : combien d’assemblées de suite ?"),
    "exclusion-notice-short": _("%(given)s jours pour se défendre d’une exclusion : l’usage est de %(least)s."),
    "exclusion-not-by-assembly": _("Seule l’assemblée générale exclut un associé : écrivez organ: assembly."),
    "exclusion-majority": _("Une exclusion se décide à la majorité qui modifie les statuts : écrivez la même."),
    "exclusion-price": _("Les parts d’un exclu se remboursent à leur valeur nominale, ni plus ni moins."),
    # result
    "legal-reserve-too-low": _("Réserve légale de %(given)s du résultat : il en faut au moins %(least)s."),
    "statutory-reserve-too-low": _("Réserve statutaire de %(given)s de ce qui reste : il en faut au moins %(least)s."),
    "audit-too-rare": _("Une révision tous les %(given)s ans : il en faut une tous les %(most)s ans au moins."),
    # the board, and at a distance
    "seats-do-not-fit": _(
        "Les collèges ont ensemble de %(least)s à %(most)s sièges, ce qui ne tient pas dans la taille du conseil."
    ),
    "board-of-sa": _("Un conseil de %(given)s membres : dans une SA, de %(least)s à %(most)s."),
    "board-quorum-too-low": _("Quorum du conseil de %(given)s : la moitié de ses membres doit être là."),
    "college-unknown": _("« %(id)s » n’est l’identifiant d’aucun collège qui vote : corrigez-le."),
    "agenda-request-too-hard": _("%(given)s pour demander un point : on ne peut pas exiger plus de %(most)s."),
    "forms-cut-off-too-early": _(
        "Des formulaires rendus %(given)s jours avant : on ne peut pas exiger plus de %(most)s."
    ),
    "proxy-to-anyone": _("Un pouvoir se donne à un autre associé ou à son conjoint : écrivez member_or_spouse."),
    # the paper
    "article-number-twice": _("L’article %(number)s est imprimé %(times)s fois : de quel article parle une citation ?"),
    "article-not-printed": _("L’article %(number)s n’est pas parmi ceux du texte : vérifiez-le."),
    "law-misnamed": _("Le texte nomme la loi %(given)s : c’est la loi n° %(right)s."),
    "decree-repealed": _("« %(given)s » : ce texte n’est plus en vigueur. Corrigez-le à la prochaine modification."),
    "signed-long-before": _("Signature : %(signed)s ; immatriculation : %(created)s. Vérifiez ces deux dates."),
    # organs
    "term-of-nothing": _("Un mandat dure au moins un an."),
    "online-vote-all-secret": _(
        "Tout se vote à bulletin secret : le vote en ligne, qui est nominatif ici, ne servira pour rien."
    ),
    "term-too-long": _("Mandat de %(given)s ans : %(most)s au plus."),
    "online-vote-not-said": _("Les statuts ne disent rien du vote en ligne : il ne s’ouvrira que s’ils le permettent."),
    "secret-of-what": _("« %(given)s » : écrivez ce qui se vote à bulletin secret, parmi %(known)s."),
    "most-below-least": _("Au moins %(least)s réunions et au plus %(most)s : corrigez l’un des deux."),
    "no-such-month": _("%(given)s n’est pas un mois : écrivez un nombre de 1 à 12, ou null."),
    "assembly-each-year": _("L’assemblée se réunit au moins une fois par an : écrivez 1 ou davantage."),
}
