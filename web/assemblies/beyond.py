"""Powers that stood within the statutes when they were given, and no longer do since the roll has changed."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from governance.assembly.proxies import most
from governance.statutes.facts import ProxyRules
from web.i18n import gettext as _
from web.i18n import ngettext
from web.words import cited

Row = dict[str, Any]


class Beyond(NamedTuple):
    """Nothing is lost: the powers stand, and those who hold the meeting know it."""

    words: str
    article: str


def beyond(lines: list[Row], rules: ProxyRules, members: int) -> Iterator[Beyond]:
    """`lines`: the voting lines of the roll as they stand; `members`: how many they are."""
    of, cap = {line["member"]: line for line in lines}, most(rules, members)
    given = [line for line in lines if line["holder"] in of]
    for holder, number in Counter(line["holder"] for line in given).items():
        if number > cap:
            article = cited((rules.fraction or rules.least).article)
            yield Beyond(_too_many(of[holder]["name"] or "", number, cap), article)
    across = cited(rules.cross_college.article)
    for line in given:
        if line["college"] != of[line["holder"]]["college"] and not rules.cross_college.value:
            yield Beyond(_across(line["name"] or "", of[line["holder"]]["name"] or ""), across)


def _across(name: str, holder: str) -> str:
    return _(
        "Le pouvoir de %(name)s à %(holder)s passe d’un collège à un autre depuis que la liste a changé.",
        name=name,
        holder=holder,
    )


def _too_many(name: str, number: int, cap: int) -> str:
    """The roll shrank, and the cap with it."""
    allowed = ngettext("%(num)s pouvoir", "%(num)s pouvoirs", cap)
    return _(
        "%(name)s porte %(number)s pouvoirs, et la liste d’aujourd’hui n’en permet que %(allowed)s à chacun. "
        "Ils restent inscrits : retirez-en, ou dites-le à la présidence.",
        name=name,
        number=number,
        allowed=allowed,
    )
