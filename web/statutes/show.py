"""Statutes read: the version of a day in plain words, the others, what changed from one to the next."""

from typing import Any

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from governance.statutes.law import findings
from projections.decision import decisions
from projections.membership.members import AsOf
from projections.statutes import versions
from web.assemblies.rules import statutes as recorded
from web.counter import Page, found, office
from web.edge import statutes_words
from web.members import as_of, today
from web.pages import render
from web.statutes.rules import Section, college_names, differences, sections
from web.visitor import members_and_officers
from web.words import cited
from web.words.statutes import IRREGULARITIES, STATUTES

IN_TABLES = ("categories", "colleges")  # drawn as tables, not line by line


def show(request: Request) -> Response:
    day = as_of(request).day
    with office(request).reading() as db:
        version = versions.in_force(db, day)
        known = {"versions": versions.all_versions(db), **vouching(db, version)}
    return render(request, "statutes/show.html", {"day": day, **known, **_readable(version)})


def show_version(request: Request) -> Response:
    with office(request).reading() as db:
        version = found(versions.of(db, request.path_params["version"]))
        known = {"versions": versions.all_versions(db), **vouching(db, version)}
    return render(request, "statutes/show.html", {"day": today(), **known, **_readable(version)})


def vouching(db: Any, version: Any) -> dict[str, Any]:
    """Who read it, its text as filed, what was irregular, the decision that adopted it, the version before."""
    if version is None:
        return {"readings": [], "filed": None, "irregular": [], "decision": None, "before": None}
    of, decision = version["version"], version["decision"]
    return {
        "readings": versions.readings(db, of),
        "filed": versions.filed(db, of),
        "irregular": versions.irregularities(db, of),
        "decision": decisions.of(db, decision, AsOf(today())) if decision else None,
        "before": versions.before(db, of),
    }


def _readable(version: Any) -> dict[str, Any]:
    """A version as it was recorded, and what there is to remark."""
    statutes = recorded(version) if version else None
    remarks = [statutes_words.said(finding) for finding in findings(statutes)] if statutes else []
    rules = [_listed(one) for one in sections(statutes)] if statutes else []
    known = {"version": version, "statutes": statutes, "remarks": remarks, "rules": rules}
    known["colleges"] = college_names(statutes) if statutes else {}
    return {**known, "words": STATUTES, "cited": cited, "slips": IRREGULARITIES}


def _listed(section: Section) -> Section:
    return section._replace(lines=[line for line in section.lines if not {*IN_TABLES} & {*line.path}])


def compare(request: Request) -> Response:
    """`?avec=`: another version than the one before."""
    other = request.query_params.get("avec", "")
    with office(request).reading() as db:
        after = found(versions.of(db, request.path_params["version"]))
        before = found(versions.of(db, other) if other else versions.before(db, after["version"]))
        others = [one for one in versions.all_versions(db) if one["version"] != after["version"]]
    changes = differences(recorded(before), recorded(after))
    known = {"before": before, "after": after, "others": others, "changes": changes, "cited": cited}
    return render(request, "statutes/differences.html", known)


def download(request: Request) -> Response:
    with office(request).reading() as db:
        version = found(versions.of(db, request.path_params["version"]))
    headers = {"Content-Disposition": f'attachment; filename="statuts-{version["in_force_from"]}.yaml"'}
    return PlainTextResponse(version["text"], headers=headers)


routes = [
    Page("/statuts", "statutes", members_and_officers, show),
    Page("/statuts/{version}", "version", members_and_officers, show_version),
    Page("/statuts/{version}/fichier", "statutes_file", members_and_officers, download),
    Page("/statuts/{version}/differences", "differences", members_and_officers, compare),
]
