"""What a notice says of the call: in whose name, how it goes, what was corrected, what a second call takes up."""

from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow

from governance.assembly.convene import POWERS_STAND
from governance.counting.threshold import SECOND_CONSULTATION
from governance.words import AssemblyId, PersonId
from projections.assembly import convening, meetings, rolls
from web.assemblies import rules
from web.documents.contents import Convened, Ruling
from web.i18n import day, moment
from web.i18n import gettext as _
from web.words import cited
from web.words.convening import CONVENERS

Row = dict[str, Any]


def convened(meeting: Row, how: str) -> Convened:
    """In the name of the organ and by its power; of whoever pressed the button where nobody said it."""
    said = str(CONVENERS[meeting["convener"]]) if meeting["convener"] else meeting["convener_name"] or ""
    by = f"{said} ({meeting['capacity']})" if meeting["capacity"] else said
    article = cited(meeting["power_article"]) if meeting["power_article"] else ""
    return {"by": by, "on": meeting["convened_on"], "how": how, "article": article}


def correction(db: Connection[DictRow], meeting: Row) -> str:
    """What a corrected notice begins with, empty for a first one."""
    if not meeting["edition"]:
        return ""
    points = [row["title"] for row in convening.points(db, AssemblyId(meeting["id"])) if row["accepted"]]
    return _(
        "Corrigée le %(day)s à la demande de membres : l’ordre du jour porte aussi « %(points)s ».",
        day=day(meeting["corrected_on"]),
        points=" ; ".join(points),
    )


def of_the_call(db: Connection[DictRow], meeting: Row, person: PersonId) -> list[Ruling]:
    """How a consultation is answered; what a second call owes to the first."""
    return [*_consultation(meeting), *_second_call(db, meeting, person)]


def _consultation(meeting: Row) -> list[Ruling]:
    if meeting["manner"] != "consultation":
        return []
    text = _(
        "Personne ne se réunit : chacun répond par écrit à chaque résolution, jusqu’au %(moment)s. "
        "Une réponse qui n’est pas reçue à cette heure n’est pas comptée.",
        moment=moment(meeting["ends"]),
    )
    return [{"title": _("Consultation écrite"), "text": text, "article": ""}]


def _second_call(db: Connection[DictRow], meeting: Row, person: PersonId) -> list[Ruling]:
    first = meetings.of(db, AssemblyId(meeting["second_call_of"])) if meeting["second_call_of"] else None
    if first is None:
        return []
    hers = rolls.of_voter(db, AssemblyId(meeting["id"]), person)
    known = rules.of_meeting(db, meeting)
    article = POWERS_STAND.get(known.form, "") if known else ""
    return [_why_again(first), *(_power(line, article) for line in hers if _gave(line))]


def _why_again(first: Row) -> Ruling:
    title, on = _("Deuxième convocation"), day(first["day"])
    if first["put_off"]:
        told = _("La première réunion, le %(day)s, n’avait pas son quorum. L’ordre du jour est le même.", day=on)
        return {"title": title, "text": told, "article": cited("C.com L225-105")}
    told = _(
        "Le %(day)s, ces résolutions n’ont pas réuni plus de la moitié de tous les associés. Elles reviennent, et se "
        "décident à la majorité des votes émis.",
        day=on,
    )
    return {"title": title, "text": told, "article": cited(SECOND_CONSULTATION)}


def _gave(line: Row) -> bool:
    return bool(line["holder"] or line["open_proxy"])


def _power(line: Row, article: str) -> Ruling:
    holder = _("la présidence, sans nom de mandataire") if line["open_proxy"] else line["holder_name"] or ""
    text = _(
        "Le pouvoir que %(name)s avait donné à %(holder)s vaut pour cette réunion ; venir en personne le reprend.",
        name=line["name"] or "",
        holder=holder,
    )
    return {"title": _("Votre pouvoir"), "text": text, "article": cited(article)}
