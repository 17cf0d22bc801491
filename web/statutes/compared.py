"""What a vote or a quorum was, and what it would be under a draft, in a sentence."""

from collections.abc import Iterable, Mapping

from babel.support import LazyProxy

from governance.command import Refused
from governance.counting.tally import Count, QuorumState, Reading
from web.explain import Choice, left_open
from web.i18n import gettext as _
from web.i18n import lazy_gettext, part, percent
from web.words import said
from web.words.counting import say

WAS: Mapping[str, LazyProxy] = {
    "adopted": lazy_gettext("Adoptée"),
    "rejected": lazy_gettext("Rejetée"),
    "second-round": lazy_gettext("Renvoyée à un deuxième tour"),
}
QUORUM_WAS: Mapping[bool, LazyProxy] = {True: lazy_gettext("Atteint"), False: lazy_gettext("Pas atteint")}
_WOULD_BE: Mapping[str, LazyProxy] = {
    "adopted": lazy_gettext("elle serait adoptée"),
    "rejected": lazy_gettext("elle serait rejetée"),
    "second-round": lazy_gettext("elle irait à un deuxième tour"),
}
_REASONS = ("quorum-none", "quorum-heads", "quorum-points", "quorum-college-missed")


def outcome(count: Count) -> str:
    return "second-round" if count.second_round else "adopted" if count.adopted else "rejected"


def compared(was: Count, now: Count) -> str:
    then, would = WAS[outcome(was)], _WOULD_BE[outcome(now)]
    if outcome(was) != outcome(now):
        return _("%(was)s. Avec ce brouillon, %(now)s : %(why)s", was=then, now=would, why=_why(now))
    if was.ratio == now.ratio:
        return _("%(was)s, avec %(ratio)s pour. Rien ne changerait.", was=then, ratio=percent(was.ratio))
    ratios = {"before": percent(was.ratio), "after": percent(now.ratio)}
    return _("%(was)s, avec %(before)s pour. Même résultat avec ce brouillon, mais %(after)s pour.", was=then, **ratios)


def _why(now: Count) -> str:
    if now.second_round:
        return _("des collèges n’auraient pas de mandat.")
    if now.by_clause and not now.adopted:
        return _("aucune clause ne descend sous la majorité de la loi.")
    told = {"ratio": percent(now.ratio), "level": part(now.threshold)}
    if now.strict:
        return _("%(ratio)s pour, il faut plus de %(level)s.", **told)
    return _("%(ratio)s pour, il faut au moins %(level)s.", **told)


def quorum_compared(was: bool, now: QuorumState) -> str:
    if now.reached is was:
        return _("%(was)s. Rien ne changerait.", was=QUORUM_WAS[was])
    why = " ".join(say(step) for step in now.steps if step.key in _REASONS)
    if now.reached:
        return _("Pas atteint. Avec ce brouillon, il le serait. %(why)s", why=why)
    return _("Atteint. Avec ce brouillon, il ne le serait pas : ces votes ne s’ouvriraient pas. %(why)s", why=why)


def not_recounted(was: LazyProxy, refusal: Refused) -> str:
    return _("%(was)s. Avec ce brouillon, on ne peut pas recompter. %(why)s", was=was, why=said(refusal).whole)


def unsettled(readings: Iterable[Reading]) -> list[Choice]:
    """What the draft leaves open, where the answer would change the result."""
    return [choice for choice in left_open(readings) if not choice.agreed]
