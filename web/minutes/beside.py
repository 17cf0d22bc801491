"""What the minutes say beside the resolutions: irregularities and why, incidents of the live link, errata."""

from collections import Counter
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow

from governance.assembly.despite import MAY_BE_PASSED_OVER
from governance.words import AssemblyId, Day, DecisionId
from projections.assembly import convening, meetings, notices, sheets
from projections.decision import decisions
from web.assemblies import called
from web.documents.contents import Convened, Incident, Irregularity, instant
from web.i18n import day, ngettext
from web.i18n import gettext as _
from web.words import cited
from web.words.assembly import IRREGULARITIES

Row = dict[str, Any]


def convened(db: Connection[DictRow], meeting: Row) -> Convened:
    """How: as the notices went, by the record."""
    rows = notices.of(db, AssemblyId(meeting["id"]), Day(meeting["day"]))
    went = Counter("registered" if one["state"] == "posted" and one["detail"] else one["state"] for one in rows)
    words = {
        "sent": _("par courrier électronique (%(num)s)", num=went["sent"]),
        "posted": _("par lettre (%(num)s)", num=went["posted"]),
        "registered": _("par lettre recommandée (%(num)s)", num=went["registered"]),
        "handed": _("remise en main propre (%(num)s)", num=went["handed"]),
    }
    told = called.convened(meeting, ", ".join(said for way, said in words.items() if went[way]))
    notice = cited(meeting["notice_article"]) if meeting["notice_article"] else ""
    return {**told, "article": told["article"] or notice}


def documents(db: Connection[DictRow], meeting: Row) -> list[str]:
    laid = {one["piece"]: one["title"] for one in convening.documents(db, AssemblyId(meeting["id"]))}
    return [*laid.values()]


def irregularities(db: Connection[DictRow], meeting: Row) -> list[Irregularity]:
    return [_irregularity(one) for one in meetings.irregularities(db, AssemblyId(meeting["id"]))]


def _irregularity(one: Row) -> Irregularity:
    effect = one["largest_effect"]
    told = (
        _("au plus toute la réunion")
        if effect is None
        else ngettext("au plus %(num)s voix", "au plus %(num)s voix", effect)
    )
    what, reason = str(IRREGULARITIES.get(one["rule"], one["rule"])), one["reason"]
    if one["rule"] in MAY_BE_PASSED_OVER and reason:
        reason = _("La présidence est passée outre : « %(reason)s »", reason=reason)
    return {"what": f"{what} {reason}".strip(), "article": cited(one["article"]), "effect": told}


def incidents(db: Connection[DictRow], meeting: Row) -> list[Incident]:
    return [
        {"at": instant(one["moment"]), "what": one["what"], "effect": _effect(one)}
        for one in sheets.incidents(db, AssemblyId(meeting["id"]))
    ]


def _effect(one: Row) -> str:
    cut = one["cut_off"]
    lost = ngettext("%(num)s membre coupé", "%(num)s membres coupés", cut) if cut else ""
    return f"{one['effect']} ({lost})" if lost else str(one["effect"])


def errata(db: Connection[DictRow], meeting: Row) -> list[str]:
    """What was corrected since of the decisions of this meeting; above, everything stands as it was voted."""
    held = decisions.of_assembly(db, AssemblyId(meeting["id"]))
    return [_erratum(one, words) for one in held for words in decisions.history(db, DecisionId(one["id"]))[1:]]


def _erratum(decision: Row, words: Row) -> str:
    return _(
        "Décision n° %(number)s, le %(day)s : lire « %(title)s : %(text)s ». Motif : %(reason)s",
        number=decision["number"],
        day=day(words["at"]),
        title=words["title"],
        text=words["text"],
        reason=words["reason"] or "",
    )
