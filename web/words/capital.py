"""What subscribing and paying shares refuses."""

from collections.abc import Mapping

from babel.support import LazyProxy

from web.i18n import lazy_gettext as _

REFUSALS: Mapping[str, tuple[LazyProxy, str]] = {
    "no-capital": (_("Les statuts n’ont pas de capital : il n’y a pas de parts à souscrire."), ""),
    "too-few-shares": (_("Cette catégorie souscrit au moins %(least)s parts."), ""),
    "whole-shares": (_("On souscrit au moins une part, et des parts entières."), ""),
    "unknown-subscription": (_("Cette souscription n’est pas celle de cette personne."), ""),
    "paid-before-promised": (_("Le versement ne peut précéder la souscription, faite le %(on)s."), ""),
    "more-than-owed": (_("Il reste à verser %(owed)s : ni plus, ni un montant nul."), ""),
    "first-payment-too-small": (_("Le premier versement est d’au moins %(part)s de la souscription."), "L47 art. 12"),
}
