"""Statutes: the version in force in plain words, the others, and adopting a new one."""

from typing import Any

from pydantic import BaseModel
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from governance.command import Refused
from governance.statutes.adopt import AdoptStatutes
from governance.words import Public, StatutesId
from projections.statutes import versions
from web.counter import Gesture, Page, found, office, to
from web.edge import statutes_words
from web.edge.inputs import FrenchDay
from web.edge.statutes_file import read_statutes
from web.members import as_of, today
from web.pages import render
from web.visitor import members_and_officers, secretariat
from web.words.statutes import STATUTES


def show(request: Request) -> Response:
    day = as_of(request).day
    with office(request).reading() as db:
        version, others = versions.in_force(db, day), versions.all_versions(db)
    return render(request, "statutes/show.html", {"day": day, "versions": others, **_readable(version)})


def show_version(request: Request) -> Response:
    with office(request).reading() as db:
        version, others = found(versions.of(db, request.path_params["version"])), versions.all_versions(db)
    return render(request, "statutes/show.html", {"day": today(), "versions": others, **_readable(version)})


def _readable(version: Any) -> dict[str, Any]:
    """A version as its file says it, and what there is to remark."""
    file = read_statutes(version["text"]) if version else None
    remarks = [statutes_words.said(finding) for finding in file.findings] if file else []
    return {"version": version, "statutes": file and file.statutes, "remarks": remarks, "words": STATUTES}


def download(request: Request) -> Response:
    with office(request).reading() as db:
        version = found(versions.of(db, request.path_params["version"]))
    headers = {"Content-Disposition": f'attachment; filename="statuts-{version["in_force_from"]}.yaml"'}
    return PlainTextResponse(version["text"], headers=headers)


class Adoption(BaseModel):
    """The file, or its text: the file prevails."""

    model_config = {"arbitrary_types_allowed": True}
    file: UploadFile | None = None
    text: str | None = None
    on: FrenchDay
    in_force_from: FrenchDay


def adopt(form: Adoption, request: Request, gesture: str) -> AdoptStatutes:
    file = read_statutes(_given(form))
    if not file.adoptable or file.statutes is None:
        raise Refused("statutes-against-the-law", findings=file.findings, text=file.text)
    return AdoptStatutes(
        version=StatutesId(gesture),
        on=form.on,
        in_force_from=form.in_force_from,
        statutes=file.statutes,
        text=Public(file.text),
        text_digest=file.digest,
    )


def _given(form: Adoption) -> str:
    if form.file:
        try:
            return form.file.file.read().decode("utf-8-sig")
        except UnicodeDecodeError:
            raise Refused("not-utf-8") from None
    return (form.text or "").replace("\r\n", "\n")


def remark(request: Request) -> dict[str, Any]:
    return {"said": statutes_words.said}


routes = [
    Page("/statuts", "statutes", members_and_officers, show),
    Gesture(
        Adoption, "statutes/adopt.html", adopt, to("statutes"), remark, lambda request: {"in_force_from": today()}
    ).page("/statuts/adoption", "adopt_statutes", secretariat),
    Page("/statuts/{version}", "version", members_and_officers, show_version),
    Page("/statuts/{version}/fichier", "statutes_file", members_and_officers, download),
]
