"""The report of a meeting as it is printed: from what was noted, word for word."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, time
from typing import Any

from governance.network.source_facts import Head
from web.documents.contents import Attending, Doing, Report, instant, legal
from web.i18n import day, hour, ngettext
from web.i18n import gettext as _
from web.words.network import PRIORITIES

Row = Mapping[str, Any]


def report(coop: Row, told: Mapping[str, Any], at: datetime) -> Report:
    """`told`: all that is known of the meeting, as its page shows it."""
    meeting, attendance = told["meeting"], told["attendance"]
    came = [row for row in attendance if row["presence"] == "present"]
    return {
        "cooperative": legal(dict(coop)),
        "at": instant(at),
        "title": meeting["title"],
        "kind": heading(meeting),
        "when": when(meeting),
        "place": meeting["place"],
        "group": meeting["group_name"] or "",
        "count": count(told),
        "animating": [_attending(row) for row in came if row["animates"]],
        "present": [_attending(row) for row in came if not row["animates"]],
        "excused": [_attending(row) for row in attendance if row["presence"] == "excused"],
        "absent": [_attending(row) for row in attendance if row["presence"] == "absent"],
        "round": [{"who": _attending(row), "said": row["priorities"]} for row in told["round"]["spoke"]],
        "silent": [_attending(row) for row in told["round"]["silent"]] if told["round"]["spoke"] else [],
        "agenda": [agenda_line(one) for one in meeting["agenda"]],
        "workshops": [f"{row['title']} ({stage(row)})" for row in told["workshops"]],
        "topics": [{"title": row["title"], "notes": row["notes"]} for row in told["topics"]],
        "decisions": [{"number": row["number"], "text": row["text"]} for row in told["accords"]],
        "proposals": [f"{row['text']} ({row['proposed_by']})" for row in told["proposals"]],
        "actions": [doing(row) for row in told["actions"]],
        "points": list(_points(told)),
        "ranked": [{"title": one["title"], "lines": list(_ranks(one))} for one in told["ranked"]],
        "source": list(_source(told)),
        "papers": [row["title"] + ("" if row["digest"] else f" ({_('existe, manque')})") for row in told["papers"]],
        "next": coming(told["next"]) if told["next"] else "",
    }


def stage(workshop: Row) -> str:
    """What became of a workshop: held, put off without a day, or the day that is planned."""
    if workshop["held"]:
        return _("travaillé")
    return day(workshop["day"]) if workshop["day"] else _("reporté")


def heading(meeting: Row) -> str:
    """« Forum n° 13 », or what is known of it."""
    number = _("n° %(number)s", number=meeting["number"]) if meeting["number"] else ""
    return " ".join(filter(None, (meeting["kind"], number)))


def when(meeting: Row) -> str:
    if not meeting["day"]:
        return str(_("date à fixer"))
    return ", ".join(filter(None, (day(meeting["day"]), hours(meeting))))


def hours(timed: Row) -> str:
    """« 14 h 45 – 16 h 30 », or the first alone, or nothing."""
    return " – ".join(hour(time.fromisoformat(timed[name])) for name in ("starts", "ends") if timed[name])


def count(told: Mapping[str, Any]) -> str:
    """What somebody counted; else what the report says; else what the sheet adds up to, where there is one."""
    meeting, sheet = told["meeting"], told["counted"]
    structures, named = sheet[Head.STRUCTURES_PRESENT], sheet[Head.PEOPLE_PRESENT]
    added = ngettext("%(num)s structure", "%(num)s structures", structures) if structures else ""
    people = ngettext("%(num)s personne", "%(num)s personnes", named) if named else ""
    return ", ".join(filter(None, (counted(meeting) or people, added)))


def counted(meeting: Row) -> str:
    """What somebody counted, or the report says."""
    if meeting["present"] is not None:
        return ngettext("%(num)s personne présente", "%(num)s personnes présentes", meeting["present"])
    if meeting["at_least"] is not None:
        return ngettext("au moins %(num)s personne", "au moins %(num)s personnes", meeting["at_least"])
    return ""


def agenda_line(item: Row) -> str:
    span = hours(item)
    return f"{span}\u00a0: {item['text']}" if span else str(item["text"])


def speaking_for(row: Row) -> str:
    """« représente : Collège des créateurs », nothing for whoever represents none."""
    return _("représente : %(college)s", college=row["college_name"]) if row.get("college_name") else ""


def _attending(row: Row) -> Attending:
    name = (row["name"] or _("(nom effacé)")) if row["person"] else ""
    return {
        "organisation": row["organisation"],
        "person": name,
        "role": " · ".join(filter(None, (row["role"], speaking_for(row)))),
    }


def doing(row: Row, named: bool = True) -> Doing:
    priority = "" if row["priority"] == "none" else str(PRIORITIES[row["priority"]])
    return {"what": row["what"], "who": ", ".join(helpers(row, named)), "due": due(row), "priority": priority}


def helpers(row: Row, named: bool = True) -> Iterator[str]:
    """Who does it, and on what condition; everybody where it is everybody's. Not `named`: organisations alone."""
    if row["everybody"]:
        yield _("tous")
    for one in row["helpers"]:
        person = (one["name"] or _("(nom effacé)")) if one["person"] and named else ""
        name = " – ".join(filter(None, (one["organisation"], person)))
        if name:
            yield f"{name} ({one['condition']})" if one["condition"] else name


def due(row: Row) -> str:
    if row["due_meeting"]:
        return _("à la réunion « %(meeting)s »", meeting=row["due_at"])
    return day(row["due"]) if row["due"] else str(row["due_said"])


def _points(told: Mapping[str, Any]) -> Iterator[str]:
    opened: Iterable[Row] = [*told["carried"], *told["points"]]
    for row in opened:
        yield f"{row['text']} → {row['outcome']}" if row["closed"] else str(row["text"])
    for row in told["settled"]:
        yield f"{row['text']} → {row['outcome']}"


def _ranks(one: Mapping[str, Any]) -> Iterator[str]:
    for rank, board, notes in one["boards"]:
        yield _("%(rank)s. %(board)s (%(notes)s)", rank=rank, board=board, notes=notes)


def _source(told: Mapping[str, Any]) -> Iterator[str]:
    """What is printed beside what the sheet gives; who is on it twice; what is odd."""
    for words, printed, added in told["beside"]:
        yield _("%(what)s : %(printed)s imprimé, %(added)s sur la feuille", what=words, printed=printed, added=added)
    for excused, line in told["twice"]:
        yield on_both(excused, line)
    for row in told["remarks"]:
        yield " – ".join(filter(None, (row["remark"]["where"], row["remark"]["text"])))


def on_both(excused: str, line: str) -> str:
    if excused == line:
        return _("%(one)s : présente et excusée", one=excused)
    return _("%(one)s : excusée, et présente avec « %(line)s »", one=excused, line=line)


def coming(meeting: Row) -> str:
    told = (when(meeting), meeting["place"], "" if meeting["firm"] else _("envisagée"))
    return " · ".join(filter(None, told))
