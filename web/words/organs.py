"""What is to be done about a vacant seat, by the law of the form."""

from collections.abc import Mapping

from babel.support import LazyProxy

from web.i18n import lazy_gettext as _

FILLINGS: Mapping[str, tuple[LazyProxy, str]] = {
    "board-may": (
        _(
            "Après un décès ou une démission, le conseil peut nommer quelqu’un à titre provisoire ; "
            "la prochaine assemblée ordinaire ratifie. Sinon, elle élit."
        ),
        "C.com L225-24",
    ),
    "board-must": (
        _(
            "Le conseil compte moins de membres que les statuts n’en veulent : il nomme à titre provisoire dans les "
            "trois mois, et la prochaine assemblée ordinaire ratifie."
        ),
        "C.com L225-24",
    ),
    "assembly-at-once": (
        _("Moins de trois administrateurs : convoquez tout de suite une assemblée ordinaire, qui complète le conseil."),
        "C.com L225-24",
    ),
    "statutes": (
        _(
            "L’assemblée pourvoit les sièges vacants. Le conseil ne nomme quelqu’un en attendant que si vos statuts "
            "le permettent."
        ),
        "L47 art. 6",
    ),
}
