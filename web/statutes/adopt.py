"""Adopting a version: its file held against the law as often as one likes, then entered with its decision."""

from typing import Any

from pydantic import BaseModel
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import Response

from governance.command import Refused
from governance.decision.adopt import AdoptStatutes
from governance.words import DecisionId, Public, StatutesId
from projections.decision import decisions
from projections.statutes import versions
from web.counter import Gesture, Page, office, to
from web.edge import statutes_words
from web.edge.inputs import FrenchDay, Name, Text
from web.edge.statutes_file import StatutesFile, read_statutes
from web.forms import read
from web.i18n import gettext as _
from web.pages import render
from web.statutes.drafts import started
from web.visitor import secretariat
from web.words import said


class Adoption(BaseModel):
    """The file, or its text: the file prevails. `despite`: why it is entered though a rule bars it."""

    model_config = {"arbitrary_types_allowed": True}
    file: UploadFile | None = None
    text: str | None = None
    on: FrenchDay
    in_force_from: FrenchDay
    decision: Name | None = None
    despite: Text | None = None


class Checked(BaseModel):
    """What is only to be held against the law: nothing else is asked."""

    model_config = {"arbitrary_types_allowed": True}
    file: UploadFile | None = None
    text: str | None = None


def adopt(form: Adoption, request: Request, gesture: str) -> AdoptStatutes:
    file = _given(form)
    if file.statutes is None or not (file.adoptable or form.despite):
        raise Refused("statutes-against-the-law", findings=file.findings, text=file.text)
    return AdoptStatutes(
        version=StatutesId(gesture),
        on=form.on,
        in_force_from=form.in_force_from,
        statutes=file.statutes,
        text=Public(file.text),
        text_digest=file.digest,
        decision=DecisionId(form.decision) if form.decision else None,
        despite=Public(form.despite or ""),
    )


def _given(form: Adoption | Checked) -> StatutesFile:
    if form.file:
        try:
            return read_statutes(form.file.file.read().decode("utf-8-sig"))
        except UnicodeDecodeError:
            raise Refused("not-utf-8") from None
    return read_statutes((form.text or "").replace("\r\n", "\n"))


def shown(request: Request) -> dict[str, Any]:
    """Whether this would be the first version; the decisions that could have adopted another."""
    with office(request).reading() as db:
        first = not versions.all_versions(db)
        taken = [] if first else [one for one in decisions.of_organ(db, "assembly") if one["adopted"]]
    options = [(one["id"], _("n° %(number)s – %(title)s", number=one["number"], title=one["title"])) for one in taken]
    return {"said": statutes_words.said, "first": first, "decisions": options, "checked": False}


def check(request: Request, given: FormData) -> Response:
    """The same page, with everything typed and everything to be said of it; nothing is adopted."""
    form, refusal, details = read(Adoption, given), None, {}
    form.errors = {}  # the days are not asked for yet
    try:
        file = _given(read(Checked, given).value or Checked())
        details = {"findings": file.findings, "text": file.text}
    except Refused as why:
        refusal = said(why)
    known = {"form": form, "refusal": refusal, "details": details, **shown(request), "checked": refusal is None}
    return render(request, "statutes/adopt.html", known)


routes = [
    Gesture(Adoption, "statutes/adopt.html", adopt, to("statutes"), shown, started).page(
        "/statuts/adoption", "adopt_statutes", secretariat
    ),
    Page("/statuts/adoption/verification", "check_statutes", secretariat, post=check),
]
