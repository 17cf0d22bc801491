"""What a signed copy of the minutes tells, and what drawing up, placing and signing minutes refuse."""

from collections.abc import Mapping

from babel.support import LazyProxy

from web.i18n import lazy_gettext as _

SIGNINGS: Mapping[str, LazyProxy] = {
    "scan": _("une image du papier, ou un fichier sans signature électronique : les signatures se lisent dessus"),
    "signed": _("le procès-verbal tel qu’il a été établi, suivi de signatures électroniques intactes"),
    "altered": _(
        "des signatures électroniques intactes, mais pas sur le fichier établi ici : comparez les deux avant de vous "
        "y fier"
    ),
}

REFUSALS: Mapping[str, tuple[LazyProxy, str]] = {
    "unknown-edition": (_("Ce procès-verbal n’a pas été établi ici : imprimez celui qui est à la liste."), ""),
    "sheets-backwards": (
        _("Des feuillets %(first)s à %(last)s : donnez le premier, puis le dernier, à partir de 1."),
        "",
    ),
    "sheets-without-authority": (
        _("Dites qui a coté et paraphé ces feuillets : un juge, le greffe ou la mairie."),
        "",
    ),
    "sheets-used-already": (
        _("Les feuillets %(first)s à %(last)s portent déjà un autre procès-verbal de ce volume."),
        "",
    ),
    "sheets-leave-a-gap": (
        _(
            "Le feuillet attendu est le %(expected)s, et l’on passe au %(first)s : les feuillets se suivent sans "
            "lacune. Corrigez, ou dites ce que portent ceux qui manquent."
        ),
        "",
    ),
    "only-the-chair-approves": (_("Seule la personne qui a présidé cette réunion l’approuve ainsi."), ""),
    "not-the-last-narrative": (_("Une autre version du récit a été écrite depuis : lisez celle-là."), ""),
    "approved-by-another-meeting": (
        _("Le récit s’approuve par une décision du même organe, prise à une réunion suivante."),
        "",
    ),
    "signed-minutes-medium": (_("Donnez un PDF ou une image (PNG, JPEG)."), ""),
    "not-signed-yet": (_("C’est le fichier tel qu’il est sorti d’ici : personne ne l’a encore signé."), ""),
    "signature-broken": (
        _("Une signature de ce fichier est rompue : il a changé après qu’on l’a signé. Redemandez le fichier."),
        "",
    ),
    "signature-unreadable": (
        _("Ce PDF ne se lit pas en entier : redemandez-le, ou numérisez la version imprimée."),
        "",
    ),
}
