"""What prioritising together refuses, and how a discrepancy with a printed report is told."""

from collections.abc import Mapping

from babel.support import LazyProxy

from governance.counting.printed import Fault
from governance.network.priority_facts import Measure
from web.i18n import lazy_gettext as _

MEASURES = {
    Measure.COUNT: _("nombre"),
    Measure.SHARE: _("part"),
    Measure.RANK: _("rang"),
}
FAULTS = {
    Fault.DIFFERS: _("Les post-it listés donnent un autre chiffre."),
    Fault.SILENT: _("La source n’imprime pas ce chiffre."),
    Fault.TRUNCATED: _("La source coupe les décimales au lieu d’arrondir."),
    Fault.CONTRADICTS: _("Les totaux que la source imprime donneraient un autre chiffre."),
}
REFUSALS: Mapping[str, tuple[LazyProxy, str]] = {
    "unknown-prioritisation": (_("Cette hiérarchisation n’existe pas."), ""),
    "unknown-board": (_("Choisissez un axe de cette hiérarchisation."), ""),
    "unknown-colour": (_("Choisissez une couleur qui a été distribuée."), ""),
    "unknown-note": (_("Un de ces post-it n’est pas, ou n’est plus, sur cet axe : relisez."), ""),
    "board-twice": (_("Donnez au moins un axe, et chaque axe une seule fois."), ""),
    "colour-twice": (_("Donnez à chaque couleur un horizon qui lui est propre."), ""),
    "budget-of-nothing": (_("Chaque personne reçoit au moins un post-it de chaque couleur."), ""),
    "prioritisation-closed": (_("La hiérarchisation est close : on n’y place plus de post-it."), ""),
    "no-note-left": (
        _("Vous avez déjà placé vos %(each)s post-it « %(horizon)s » : reprenez-en un pour en placer un autre."),
        "",
    ),
    "nothing-to-group": (_("Cochez au moins un post-it, et nommez la catégorie."), ""),
    "nothing-quoted": (_("Recopiez au moins un chiffre, ou une remarque, et dites d’où il vient."), ""),
    "one-idea-a-theme": (_("Retenez une idée pour chacun des %(boards)s thèmes, ni plus ni moins."), ""),
    "already-retained": (_("Une idée par thème est déjà retenue."), ""),
}
