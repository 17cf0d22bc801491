"""How a decision was taken, and what recording or correcting one refuses."""

from collections.abc import Mapping

from babel.support import LazyProxy

from web.i18n import lazy_gettext as _

WAYS: Mapping[str, LazyProxy] = {"vote": _("par un vote"), "common_accord": _("d’un commun accord")}

CHANGES: Mapping[tuple[str, bool], LazyProxy] = {
    ("amends", False): _("modifiée par la décision n° %(number)s"),
    ("revokes", False): _("abrogée par la décision n° %(number)s"),
    ("amends", True): _("modifie la décision n° %(number)s"),
    ("revokes", True): _("abroge la décision n° %(number)s"),
}
"""By what is done, and whether it is this decision that does it."""

CHANGED: Mapping[str, LazyProxy] = {
    "adopted": _("Adoptée, sous le n° %(more)s"),
    "rejected": _("Rejetée, sous le n° %(more)s"),
    "corrected": _("Corrigée : %(more)s"),
    "asked": _("Suite demandée : %(more)s"),
    "done": _("Suite faite : %(more)s"),
    "review": _("À réexaminer le %(more)s"),
    "amends-by": _("Modifiée par la décision n° %(more)s"),
    "revokes-by": _("Abrogée par la décision n° %(more)s"),
    "amends": _("Modifie la décision n° %(more)s"),
    "revokes": _("Abroge la décision n° %(more)s"),
    "approved": _("Approuve la convention : %(more)s"),
    "refused": _("N’approuve pas la convention : %(more)s"),
    "led": _("A donné : %(more)s"),
    "came": _("Vient de : %(more)s"),
}
"""What happened to a decision between two days."""

REFUSALS: Mapping[str, tuple[LazyProxy, str]] = {
    "vote-not-counted": (_("Ce scrutin n’est pas dépouillé : il ne décide encore de rien."), ""),
    "amendment-is-no-decision": (
        _("Un amendement change le texte : c’est la résolution, une fois votée, qui devient une décision."),
        "",
    ),
    "second-round-first": (
        _("Des collèges n’ont pas de mandat : ils votent une deuxième fois avant qu’on décide."),
        "",
    ),
    "decision-without-text": (_("Donnez le titre et le texte de la décision."), "C.com R225-106"),
    "assembly-decides-by-vote": (
        _("Une assemblée décide par un vote. Le commun accord est pour un conseil, un bureau ou un comité."),
        "L47 art. 9",
    ),
    "unknown-decision": (_("Cette décision n’est pas au registre."), ""),
    "unknown-owner": (_("Choisissez une personne que la coopérative connaît."), ""),
    "follow-up-without-words": (_("Dites ce qu’il y a à faire."), ""),
    "unknown-follow-up": (_("Cette suite n’est pas inscrite."), ""),
    "not-her-follow-up": (_("Une autre personne s’en charge : le secrétariat peut l’inscrire comme faite."), ""),
    "review-in-the-past": (_("Ce jour est passé : choisissez-en un à venir."), ""),
    "changed-by-an-older": (_("Seule une décision plus récente en modifie ou en abroge une autre."), ""),
    "decision-rejected-it": (_("Cette décision a été rejetée : elle ne change rien."), ""),
    "unknown-agreement": (_("Cette convention n’est pas au registre."), ""),
    "agreement-without-object": (_("Dites l’objet de la convention."), "C.com R225-31"),
    "board-authorises-agreements": (
        _("Une convention s’autorise par une décision adoptée du conseil : donnez son numéro, ou aucun."),
        "C.com L225-38",
    ),
    "authorised-after": (
        _("Conclue le %(on)s, avant la décision du %(decided)s : inscrivez-la sans autorisation préalable."),
        "C.com L225-42",
    ),
    "assembly-rules-on-agreements": (
        _("C’est l’assemblée qui approuve une convention ou non : donnez sa décision."),
        "C.com L225-40",
    ),
    "correction-without-reason": (_("Dites pourquoi : une correction s’ajoute à ce qui était écrit."), "C.com R225-22"),
}
